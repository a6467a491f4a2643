"""What a reader is told: blanks first, never a probability, always how far such models were off."""

from __future__ import annotations

import msgspec
import pytest

from detente.errors import InputError
from detente.weigh import coders, report
from detente.weigh.forecast import MODELS
from detente.weigh.report import Block, Report
from detente.weigh.result import Wanted, weigh
from detente.weigh.scenario import Asked
from tests.weigh.files import BLANK, STATED, case, party, scale

EVERYTHING = Wanted(
    asked=Asked(join=("Japan at C",), compare=("without China",), salience=("China=60-80",)), reach=("China: C",), gains=True,
    models=MODELS, draws=40,
)  # fmt: skip
TWO_ARTICLES = """
[[article]]
id = "one"
outlet = "Wire"
[[article]]
id = "two"
[[evidence]]
id = "e1"
article = "one"
start = 0
end = 1
quote = "x"
"""


def make(text: str, wanted: Wanted = EVERYTHING) -> Report:
    return report.make(weigh(case(text), wanted))


def block(made: Report, key: str) -> Block:
    return next(b for b in made.blocks if b.key == key)


def words(made: Report) -> str:
    return "\n".join(" ".join((b.title, *b.lines, *b.head, *(c for row in b.rows for c in row), *b.after)) for b in made.blocks)


def test_a_report_begins_with_what_is_not_known() -> None:
    lead = block(make(BLANK), "lead").lines
    assert lead[0].startswith("6 of 6 weights are blank")
    assert lead[1] == "Cannot be placed from these texts, and not counted: Japan."
    assert lead[2] == "If you accept these inputs, the middle falls at B (equal weights). Not a forecast."
    assert "between 33.33 and 66.67 of 100 (A is 0, C is 100), whatever the distances" in lead[4]
    assert "anywhere from A to C" in lead[5]


def test_the_mean_stands_alone_only_on_set_distances() -> None:
    lead = block(make(STATED), "lead").lines
    assert "The weighted mean is 25.71 units of the scale, on the distances that you set (stated weights)." in lead


def test_an_order_that_nobody_confirmed_is_said_to_be_proposed() -> None:
    assert "proposal" in " ".join(block(make(BLANK.replace('"confirmed"', '"proposed"')), "lead").lines)


def test_those_with_most_blanks_stand_first() -> None:
    rows = block(make(BLANK), "inputs").rows
    assert rows[0][:4] == ("Japan", "cannot be placed from these texts", "blank", "blank")


@pytest.mark.parametrize("text", [BLANK, STATED, STATED + "[issue.disagreement]\nat = 'at A'\ncost = 9\n[issue.rule]\n"])
def test_never_a_probability_and_always_the_record_of_errors(text: str) -> None:
    made = make(text)
    told = words(made).lower()
    assert not any(word in told for word in ("probability", "chance", "likely", "likelihood", "odds"))
    assert made.blocks[-1].key == "accuracy"
    assert "errs by 23 of 100 points, and half of its errors exceed 17.6" in made.blocks[-1].lines[0]
    assert {"scholz2011-code", "scholz2011-literal"} <= {row[0] for row in block(made, "models").rows}


def test_three_way_against_four_way() -> None:
    rows = {row[0]: row for row in block(make(BLANK), "questions").rows}
    assert rows["as it is"][1] == "at B"
    assert rows["without China"][1:3] == ("between A and C", "50")
    assert rows["Japan joins, at C"][1] == "between B and C"


def test_the_agreement_zone_of_three_and_of_four() -> None:
    """At 0, 40 and 100 against 100: only what South, who has it, would give up; without South all from 0 to 100 suits North."""
    asked = Wanted(asked=Asked(compare=("without South",)), draws=5)
    made = make(STATED + "[issue.disagreement]\nat = 'at C'\n", asked)
    assert "no agreement zone" in block(made, "talks").lines[0]
    assert block(made, "questions").after == ("without South: agreement zone 0 to 100 units of the scale.",)


def test_an_article_left_out_takes_its_placing_with_it() -> None:
    text = TWO_ARTICLES + scale() + party("North", "at A") + party("China", "at B").replace('"analyst"', '"inferred"') + "evidence = ['e1']"
    (row,) = block(make(text, Wanted(draws=5)), "articles").rows
    assert row[:2] == ("Wire (then nothing places China)", "at A")


def test_a_conclusion_that_stands_nothing_is_said_to_be_undecided() -> None:
    lead = block(make(scale() + party("North", "at A") + party("South", "at C"), Wanted(draws=5)), "lead").lines
    assert lead[-1] == "This conclusion survives none of the stress tests: treat it as undecided."
    assert any("any change of weight turns it" in line for line in lead)


def test_two_coders_are_told_cell_by_cell() -> None:
    other = case(STATED.replace("at B", "at C"))
    made = msgspec.structs.replace(weigh(case(STATED), Wanted()), coders=coders.compare(case(STATED), other))
    assert block(report.make(made), "coders").rows[0][:4] == ("China", "position", "at B", "at C")


def test_several_issues_begin_with_who_stands_where() -> None:
    made = make(BLANK + BLANK.replace('"steps"', '"relief"').replace("at C", "not stated").replace('"South"\n[issue.party.position]\nat = "not stated"\nstatus = "analyst"', '"South"\n[issue.party.position]\nat = "not stated"\nstatus = "unknown"'))  # fmt: skip
    assert made.blocks[0].key == "table"
    assert made.blocks[0].rows[0] == ("Japan", "blank", "blank")
    assert made.blocks[0].rows[1] == ("South", "at C", "blank")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The case has no issue: nothing to weigh."),
        ("[[issue]]\nname = 'x'\n", "No result: the case has no anchor, for no position on this was found."),
        (scale(), "No result: no party is placed."),
        (scale() + party("North", "not stated"), "No result: no party is placed."),
        (scale() + party("North", "at A", 0), "No result: nobody is placed with any weight."),
        (scale() + party("North", "at A"), "the middle falls at A"),
        (scale(0, 1, 2) + party("North", "at B", 50) + party("South", "at B", 50), "the middle falls at B"),
    ],
)
def test_degenerate_cases_give_a_stated_result(text: str, said: str) -> None:
    made = make(text, Wanted(models=MODELS, gains=True, draws=5))
    assert said in words(made) + " ".join(made.notes)


def test_a_question_that_fits_no_issue_is_refused() -> None:
    for wanted in (Wanted(asked=Asked(leave=("Peru",))), Wanted(reach=("Peru: A",)), Wanted(reach=("North: Z",))):
        with pytest.raises(InputError):
            weigh(case(BLANK), wanted)


def test_same_seed_same_bytes() -> None:
    one, two = (msgspec.json.encode(weigh(case(BLANK), EVERYTHING)) for _ in range(2))
    assert one == two
    assert one != msgspec.json.encode(weigh(case(BLANK), msgspec.structs.replace(EVERYTHING, seed=2)))
