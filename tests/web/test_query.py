"""The query of an address becomes a question, or is refused in words."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.corpus import Filter
from detente.errors import InputError
from detente.web import query
from detente.web.api import asked


def test_a_filter_is_that_of_the_command_line() -> None:
    words = "actor=Iran&actor=Oman&code=CONSULT&since=2020-01-01&place=OMN&outlet=x&status=denied&text=talks+on&all=1&limit=7"
    read = query.read(words, asked.Sought)
    assert read.filter == Filter(
        actors=("Iran", "Oman"), codes=("CONSULT",), since="2020-01-01", places=("OMN",), outlets=("x",), status=("denied",),
        text="talks on", everything=True,
    )  # fmt: skip
    assert (read.kind, read.limit) == ("article", 7)


def test_words_of_nothing_but_space_ask_for_nothing() -> None:
    assert query.read("text=+", asked.Narrowed).filter == Filter()


@pytest.mark.parametrize(
    ("words", "kind", "why"),
    [
        ("foo=1", asked.Narrowed, "foo"),
        ("since=2020-01-01&since=2020-01-02", asked.Narrowed, "twice"),
        ("since=2020-02-30", asked.Narrowed, "no day"),
        ("since=1", asked.Narrowed, "since"),
        ("since=", asked.Narrowed, "since"),
        ("status=maybe", asked.Narrowed, "status"),
        ("limit=201", asked.Paged, "limit"),
        ("limit=0", asked.Paged, "limit"),
        ("limit=x", asked.Paged, "limit"),
        ("actor=" + "x" * 301, asked.Narrowed, "actor"),
        ("&".join(["actor=x"] * 13), asked.Narrowed, "actor"),
        ("&".join(["actor=x"] * 301), asked.Narrowed, "read"),
        ("text=" + "x" * 501, asked.Narrowed, "text"),
        ("x" * 20_001, asked.Narrowed, "long"),
        ("actor=%00", asked.Narrowed, "character"),
        ("actor=%ff", asked.Narrowed, "read"),
        ("", asked.One, "id"),
        ("id=", asked.One, "id"),
        ("kind=person", asked.Sought, "kind"),
        ("new_since=2020-13-01", asked.Renewed, "no day"),
    ],
)
def test_what_cannot_be_asked_is_refused(words: str, kind: type[asked.Question], why: str) -> None:
    with pytest.raises(InputError, match=why):
        query.read(words, kind)


@given(st.lists(st.tuples(st.sampled_from(["actor", "since", "status", "limit", "all", "text", "x"]), st.text())))
def test_any_query_is_a_question_or_refused(pairs: list[tuple[str, str]]) -> None:
    try:
        read = query.read(urlencode(pairs, errors="surrogatepass"), asked.Paged)
    except InputError:
        return
    assert read.actor == tuple(v for k, v in pairs if k == "actor")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"verdict": "same_event", "of": ["a"]}', b'{"verdict": "x", "of": ["a", "b"]}', b"\xff"]
)
def test_a_body_that_says_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        query.body(data, asked.Judged)
