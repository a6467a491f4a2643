"""The file: what is wrong is told by key; what is written reads back equal."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError
from detente.weigh import casefile, writer
from detente.weigh.case import (
    Amount,
    Anchor,
    Attention,
    Case,
    Claim,
    Disagreement,
    Evidence,
    Issue,
    Party,
    Rule,
    Stand,
    Text,
    Votes,
)  # fmt: skip
from tests.weigh.files import BLANK, STATED, case, party, scale


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[issue]]\nname = 'x'\ncolour = 1", "issue[0]: Object contains unknown field `colour`"),
        ("[[issue]]\nname = 1", "issue[0].name: Expected `str`"),
        ("[[issue]]\nnote = 'x'", "missing required field `name`"),
        ("[[issue", "case.toml: Expected"),
        (scale() + party("N", "at Z"), "issue[0].party[0].position.at: no anchor is called 'Z'"),
        (scale() + party("N", "near A"), "is no place"),
        (scale() + party("N", "at A") * 2, "issue[0].party: 'N' stands twice"),
        (scale(0, 40, 30), "values must rise"),
        (scale().replace('words = "at once"', 'words = "at once"\nvalue = 3'), "anchor[0].value: missing"),
        (scale(0, 40, 100) + party("N", "beyond C"), "set `high`"),
        (scale() + party("N", "at A", 101), "issue[0].party[0].salience: more than 100"),
        (scale() + party("N", "at A", -1), "salience: numbers from 0"),
        (scale() + party("N", "at A").replace('"analyst"', '"quoted"'), "position.evidence: \"quoted\" needs the words"),
        (scale() + party("N", "at A").replace('"analyst"', '"unknown"'), 'position.status: "unknown" goes with "not stated"'),
        (scale() + party("N", "at A").replace('"me"', '""'), "position.author"),
        (scale() + party("N", "at A", 50).replace('salience]\nvalue = 50\nstatus = "analyst"', 'salience]\nvalue = 50\nstatus = "inferred"'), "a number is an analyst's"),
        (scale() + party("N", "at A", 50).replace('influence]\nvalue = 100\nstatus = "analyst"', 'influence]\nvalue = 100\nstatus = "external"'), "a source and a year"),
        (scale() + party("N", "at A", 50).replace("value = 50", "low = 50"), "give `value`, or `low` and `high`"),
        (scale() + party("N", "at A") + 'evidence = ["e9"]', "no evidence is called 'e9'"),
        ("[[evidence]]\nid = 'e'\narticle = 'a'\nstart = 0\nend = 2\nquote = 'xx'", "evidence[0].article: no article is called 'a'"),
        ("[[article]]\nid = 'a'\n[[evidence]]\nid = 'e'\narticle = 'a'\nstart = 0\nend = 2\nquote = 'x'", "not as many characters"),
        (scale() + "[issue.disagreement]\nat = 'not stated'", "disagreement.at: a place on the scale is needed"),
        (scale() + "[issue.rule]\nquota = 2\nvotes = [{party = 'X', votes = 3}]", "rule.votes: no party is called 'X'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_file_and_key(text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        case(text)
    assert str(caught.value).startswith("case.toml: ")
    assert said in str(caught.value)


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        casefile.load(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    with pytest.raises(InputError, match="UTF-8"):
        casefile.load(tmp_path / "bad.toml")


FULL = Case(
    title='A "case"\nof two lines', made_by="detente", note="n",
    articles=(Text("a", 'He said: "no"', "Wire", "2018-05-09"),),
    evidence=(Evidence("e1", "a", 0, 5, "no\\\t\x7f", "Kim", "direct speech: Kim", "r"),),
    issues=(
        Issue(
            name="steps", words=("phases",), order="confirmed", note="why", unit="years", low=-1.5, high=200.0,
            anchors=(Anchor(id="A", words="phased", evidence=("e1",), value=0.0, note="x"), Anchor(id="B", words="at once", value=1e2)),
            parties=(
                Party(
                    name="North", speakers=("Kim",), media_attention=Attention(3, 1),
                    position=Stand(at="beyond B", status="quoted", author="detente", when="2026-01-01", note="n", evidence=("e1",)),
                    salience=Amount(low=10.0, high=20.0, status="analyst", author="me"),
                    influence=Amount(value=3.5, status="external", author="me", source="series", year=2018),
                ),
                Party(name="South"),
            ),
            claims=(Claim(by="an analyst", about="North", words="bluffs", evidence=("e1",)),),
            disagreement=Disagreement(at="at B", cost=2.0, status="analyst", author="me"),
            rule=Rule(quota=1, votes=(Votes("North", 1),), status="analyst", author="me"),
        ),
        Issue(name="empty"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("made", [FULL, Case(), case(BLANK), case(STATED)])
def test_what_is_written_reads_back_equal(made: Case) -> None:
    assert casefile.parse(writer.write(made)) == made


@given(st.text(st.characters(codec="utf-8")))
def test_any_words_read_back_equal(words: str) -> None:
    made = Case(title=words)
    assert casefile.parse(writer.write(made)) == made


def test_the_file_tells_an_analyst_what_goes_where() -> None:
    text = writer.write(case(BLANK))
    assert "# value =" in text
    assert "40-60 among its three or four first" in text
    assert "two of 30 must be able to block one" in " ".join(text.split("\n#"))


@pytest.mark.parametrize("kind", [Case, Text, Evidence, Issue, Anchor, Party, Stand, Amount, Claim, Disagreement, Rule, Votes, Attention])
def test_every_key_of_the_file_is_on_its_page(kind: type[msgspec.Struct]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "weigh.md").read_text(encoding="utf-8")
    assert [key for key in kind.__struct_encode_fields__ if not re.search(rf"[`.\[]{key}[`\]]", page)] == []
