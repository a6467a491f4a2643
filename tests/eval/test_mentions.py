"""The scorer of mentions of persons, on texts made up here."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.gold import GoldActor, Span
from eval.mentions import Row, Tally, add, moved, rows, shifted, verdict
from eval.who import Cast

from detente.records import Actor, ActorMention

TEXT = "Ann Stone met Bob. She left."
MARKED = [Row("a", Span(0, 9), "ann"), Row("a", Span(14, 17), "~bob"), Row("a", Span(19, 22), "ann")]


def _actor(name: str, *spans: tuple[int, int]) -> Actor:
    mentions = tuple(ActorMention(a, b, TEXT[a:b], "") for a, b in spans)
    return Actor(id=name, article="a", name=name, type="person", mentions=mentions)


def _tallies(*actors: Actor) -> dict[str, Tally]:
    tallies = {"named": Tally(errors=[]), "all": Tally(errors=[])}
    add(tallies, MARKED, TEXT, actors, Cast([GoldActor("ann", "Ann Stone", "person", mentions=("Ann Stone", "She"))], actors))
    return tallies


def test_pronouns_count_in_one_figure_alone() -> None:
    tallies = _tallies(_actor("Ann Stone", (0, 9)))
    assert (tallies["named"].recall, tallies["all"].recall, tallies["all"].precision) == (1.0, 0.5, 1.0)
    assert tallies["all"].errors == ["missed a 19 'She': ann"]


def test_the_wrong_person_is_neither_found_nor_right() -> None:
    tallies = _tallies(_actor("Ann Stone", (0, 9)), _actor("Bob", (14, 17), (19, 22)))
    assert (tallies["all"].found, tallies["all"].right, tallies["all"].wrong) == (1, 1, 1)


def test_who_is_no_actor_there_is_neither_and_a_doubtful_one_is_right() -> None:
    marked = [Row("a", Span(0, 4), "~bob"), Row("a", Span(5, 9), "?ann")]
    assert [verdict(Span(0, 4), who, marked) for who in (None, "ann")] == ["neither", "wrong"]
    assert [verdict(Span(5, 9), who, marked) for who in (None, "ann")] == ["wrong", "right"]


def test_marked_words_move_with_the_text_and_cut_ones_are_left_out() -> None:
    before, after = "Menu | Ann met Bob.\nMost read: Carl", "Ann met Bob."
    assert moved(before, after)[7] == 0
    marked = [Row("a", Span(7, 10), "ann"), Row("a", Span(15, 18), "bob"), Row("a", Span(31, 35), "carl")]
    assert [(r.span, r.person) for r in shifted(marked, before, after)] == [(Span(0, 3), "ann"), (Span(8, 11), "bob")]


def test_the_table_holds_offsets_and_persons_alone() -> None:
    marked = rows()
    assert len({row.article for row in marked}) == 6
    assert all(row.span.start < row.span.end and row.person.strip("~?") for row in marked)


def test_a_line_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("article\tstart\tend\tperson\na\tone\t2\tann\n")
    with pytest.raises(ValueError, match="one"):
        rows(path)
