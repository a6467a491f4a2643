"""Who a name or office may be on a day."""

from __future__ import annotations

import pytest

from detente.lexicon.who import Answer, who
from tests.stages.who import lexicon


def ask(words: str, on: str | None = None) -> Answer:
    return who(words, lexicon().gazetteer, on=on)


def ids(answer: Answer) -> list[str]:
    return [p.id for p in answer.found]


def test_namesakes_are_both_told_and_the_one_in_office_comes_first() -> None:
    assert ids(ask("Ri Yong-ho", "2018-05-08")) == ["person:ri-yong-ho", "person:ri-yong-ho-general"]
    assert ids(ask("Ri Yong-ho", "2009-06-08")) == ["person:ri-yong-ho-general", "person:ri-yong-ho"]


def test_an_office_tells_namesakes_apart() -> None:
    first = ask("Foreign Minister Ri", "2018-05-08").found[0]
    assert first.id == "person:ri-yong-ho"
    assert "foreign minister on the day (checked)" in first.why


@pytest.mark.parametrize(
    ("words", "day", "person"),
    [
        ("the Chinese president", "2018-05-08", "person:xi-jinping"),
        ("French foreign minister", "2018-05-08", "person:jean-yves-le-drian"),
        ("the UN secretary-general", "1994-01-02", "person:boutros-boutros-ghali"),
        ("the president of France", "1996-05-01", "person:jacques-chirac"),
        ("the South Korean president", "2016-12-20", "person:park-geun-hye"),
        ("the US vice president", "2005-06-01", "person:dick-cheney"),
    ],
)
def test_an_office_is_whoever_held_it(words: str, day: str, person: str) -> None:
    assert ids(ask(words, day)) == [person]


def test_each_office_says_where_the_day_lies_and_how_its_row_is_known() -> None:
    roles = {r.title: r for r in ask("Jean-Yves Le Drian", "2018-05-08").found[0].roles}
    assert roles["defence minister"].moment == "before"
    assert roles["foreign minister"].moment == "then"
    assert roles["foreign minister"].of == "France"
    assert {r.status for r in roles.values()} <= {"recalled", "checked"}


def test_without_a_day_all_holders_are_told_the_last_first() -> None:
    found = ids(ask("the German chancellor"))
    assert found.index("person:angela-merkel") < found.index("person:helmut-kohl")


def test_a_former_holder_is_one_whose_term_was_over() -> None:
    found = ids(ask("the former French president", "2010-01-01"))
    assert "person:jacques-chirac" in found
    assert "person:nicolas-sarkozy" not in found


def test_relatives() -> None:
    found = ask("Kim Jong-un's sister", "2018-05-08").found
    assert [p.id for p in found] == ["person:kim-yo-jong"]
    assert found[0].why == "younger sister of Kim Jong-un"


def test_a_city_may_stand_for_several() -> None:
    assert set(ids(ask("Brussels"))) >= {"state:bel", "igo:european-union"}


@pytest.mark.parametrize("words", ["Xyzzy Foo", "the", "", "the president", "’"])
def test_what_is_not_known_is_said(words: str) -> None:
    answer = ask(words, "2018-05-08")
    assert answer.found == ()
    assert answer.note


def test_a_gap_names_who_came_before_and_after() -> None:
    answer = ask("the Somali prime minister", "1995-01-01")
    assert answer.found == ()
    assert "no holder known on that day" in answer.note
    assert "after " in answer.note
