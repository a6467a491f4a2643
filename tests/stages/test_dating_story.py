"""How a story dates its deeds: distances between them, scenes, speakers who are still speaking, what is still to come."""

from datetime import date

import pytest

from detente.nlp.parse import Parse
from detente.reading import Attribution, Deed, Setting
from detente.records import Code, Factuality
from detente.stages import dating, places, times
from detente.stages.dating.carriers import Scene
from tests.made import parse, text
from tests.stages.test_dating import tables

DAY = "2018-05-09"
MONDAY = ("2018-05-07", "2018-05-07")


def deed(trigger: int, code: Code = "CONSULT", people: str = "kim xi", factuality: Factuality = "actual", own: int | None = None) -> Deed:
    first, *rest = people.split()
    return Deed(trigger, trigger, trigger + 1, code, "r", (first,), tuple(rest), factuality=factuality, own=own)


def tell(*sentences: str, deeds: tuple[Deed, ...], said: tuple[Attribution, ...] = ()) -> tuple[Setting, ...]:
    made: Parse = parse(*sentences)
    when, where = tables()
    timexes, _ = times.read(made, when, date.fromisoformat(DAY))
    found, _ = places.read(made, where, frozenset())
    scene = Scene(made, deeds, said, when.govern, where.words.motion | where.words.act, published=DAY)
    return dating.tell(text(*sentences), scene, timexes, found)


def days(setting: Setting) -> tuple[str | None, str | None] | None:
    return (setting.when.start, setting.when.end) if setting.when else None


MET = "They/PRP/nsubj/1 met/VBD/ROOT/1/meet in/IN/prep/1 Dalian/NNP/pobj/2 on/IN/prep/1 Monday/NNP/pobj/4 ././punct/1 | "
SAID = "He/PRP/nsubj/1 spoke/VBD/ROOT/1/speak on/IN/prep/1 Monday/NNP/pobj/2 ././punct/1 | "


@pytest.mark.parametrize(("link", "signed"), [("after", "2018-05-06"), ("before", "2018-05-10")])
def test_two_days_after_one_deed_dates_the_other(link: str, signed: str) -> None:
    sentence = (
        "Kim/NNP/nsubj/1 left/VBD/ROOT/1/leave on/IN/prep/1 Tuesday/NNP/pobj/2 ,/,/punct/1 two/CD/nummod/6 days/NNS/npadvmod/9/day"
        f" {link}/IN/mark/9 he/PRP/nsubj/9 signed/VBD/advcl/1/sign it/PRP/dobj/9"
    )
    left, other = tell(sentence, deeds=(deed(1), deed(9, "SUPPORT")))
    assert (days(left), days(other)) == (("2018-05-08", "2018-05-08"), (signed, signed))
    assert other.when is not None
    assert other.when.quote == f"two days {link}"


def test_counted_from_the_undated_it_has_no_day_and_takes_none() -> None:
    attack = (
        "Troops/NNS/nsubj/7/troop attacked/VBD/ROOT/7/attack them/PRP/dobj/7 the/DT/det/10 day/NN/npadvmod/14 before/IN/mark/14"
        " the/DT/det/13 talks/NNS/nsubj/14/talk opened/VBD/advcl/7/open"
    )
    _, found = tell(MET + attack, deeds=(deed(1), deed(7 + 1 - 1, "ASSAULT")))
    assert days(found) is None


def test_hours_after_the_test_that_was_dated_before() -> None:
    test = "They/PRP/nsubj/1 staged/VBD/ROOT/1/stage a/DT/det/3 test/NN/dobj/1 on/IN/prep/1 Monday/NNP/pobj/4 | "
    met = "We/PRP/nsubj/7 met/VBD/ROOT/7/meet hours/NNS/npadvmod/9/hour after/IN/prep/7 {}/DT/det/11 test/NN/pobj/9"
    assert days(tell(test + met.format("the"), deeds=(deed(7),))[0]) == MONDAY
    assert days(tell(test + met.format("a"), deeds=(deed(7),))[0]) is None


def test_what_goes_on_for_years_is_no_part_of_a_scene() -> None:
    fired = "Guards/NNS/nsubj/8/guard fired/VBD/ROOT/8/fire on/IN/prep/8 Xi/NNP/pobj/9"
    deeds = (deed(1), deed(8, "ASSAULT"))
    assert [days(s) for s in tell(MET + fired, deeds=deeds)] == [MONDAY, MONDAY]
    assert days(tell(MET + fired + " for/IN/prep/8 years/NNS/pobj/11/year", deeds=deeds)[1]) is None


def test_another_city_is_another_scene() -> None:
    again = "They/PRP/nsubj/8 met/VBD/ROOT/8/meet in/IN/prep/8 Hanoi/NNP/pobj/9"
    _, other = tell(MET + again, deeds=(deed(1), deed(8)))
    assert days(other) is None
    assert other.where is not None
    assert other.where.name == "Hanoi"


def test_what_those_who_meet_ask_of_one_another_is_of_that_day_but_not_of_others() -> None:
    asked = "Kim/NNP/nsubj/8 asked/VBD/ROOT/8/ask Xi/NNP/dobj/8"
    assert days(tell(MET + asked, deeds=(deed(1), deed(8, "REQUEST")))[1]) == MONDAY
    assert days(tell(MET + asked, deeds=(deed(1), deed(8, "REQUEST", "kim moon")))[1]) is None


def test_who_was_there_praises_then() -> None:
    praise = (
        "Moon/NNP/nsubj/13 ,/,/punct/7 who/WP/nsubj/10 hosted/VBD/relcl/7/host the/DT/det/12 talks/NNS/dobj/10/talk"
        " praised/VBD/ROOT/13/praise them/PRP/dobj/13"
    )
    (_, found) = tell(MET + praise, deeds=(deed(1), deed(13, "SUPPORT", "moon kim")))
    assert (days(found), found.where) == (MONDAY, None)


def test_a_speaker_is_still_speaking() -> None:
    accused = "He/PRP/nsubj/6 accused/VBD/ROOT/6/accuse Japan/NNP/dobj/6"
    said = (Attribution((1, 2), 1, (2, 4), "kim", "indirect", "assert", "neutral", "r"),)
    assert days(tell(SAID + accused, deeds=(deed(6, "ACCUSE", "kim jpn"),), said=said)[0]) == MONDAY
    assert days(tell(SAID + accused, deeds=(deed(6, "ACCUSE", "moon jpn"),), said=said)[0]) is None


def test_a_dated_clause_that_is_no_deed_dates_what_one_sees_next() -> None:
    got = "On/IN/prep/3 Monday/NNP/pobj/0 he/PRP/nsubj/3 got/VBD/ROOT/3/get it/PRP/dobj/3 | "
    signed = "Kim/NNP/nsubj/6 signed/VBD/ROOT/6/sign it/PRP/dobj/6"
    assert days(tell(got + signed, deeds=(deed(6, "SUPPORT"),))[0]) == MONDAY
    praised = "Kim/NNP/nsubj/6 praised/VBD/ROOT/6/praise it/PRP/dobj/6"
    assert days(tell(got + praised, deeds=(deed(6, "SUPPORT"),))[0]) is None


def test_what_a_visit_to_come_is_for() -> None:
    due = "Kim/NNP/nsubj/1 is/VBZ/ROOT/1/be due/JJ/acomp/1 in/IN/prep/1 Hanoi/NNP/pobj/3 on/IN/prep/1 May/NNP/pobj/5 19/CD/nummod/6 | "
    ask = "He/PRP/nsubj/10 will/MD/aux/10 ask/VB/ROOT/10 Xi/NNP/dobj/10"
    (found,) = tell(due + ask, deeds=(deed(10, "REQUEST", factuality="planned"),))
    assert days(found) == ("2018-05-19", "2018-05-19")
    assert found.where is not None
    assert found.where.name == "Hanoi"


def test_a_promise_has_not_the_day_of_what_is_promised() -> None:
    sentence = "Kim/NNP/nsubj/1 agreed/VBD/ROOT/1/agree to/TO/aux/3 meet/VB/xcomp/1 Xi/NNP/dobj/3 next/JJ/amod/6 year/NN/npadvmod/{}"
    for head in (3, 1):
        promise, *_ = tell(sentence.format(head), deeds=(deed(1, "AGREE"), deed(3, factuality="planned")))
        assert days(promise) is None
    said = (Attribution((1, 2), 1, (2, 7), "kim", "indirect", "promise", "neutral", "r"),)
    assert days(tell(sentence.format(3), deeds=(deed(1, "AGREE", own=0),), said=said)[0]) is None


def test_a_reported_promise_has_the_day_of_the_report() -> None:
    sentence = (
        "He/PRP/nsubj/1 said/VBD/ROOT/1/say on/IN/prep/1 Monday/NNP/pobj/2 it/PRP/nsubj/6 would/MD/aux/6 sign/VB/ccomp/1 on/IN/prep/6"
        " May/NNP/pobj/7 19/CD/nummod/8"
    )
    said = (Attribution((1, 2), 1, (4, 9), "kim", "indirect", "promise", "neutral", "r"),)
    assert days(tell(sentence, deeds=(deed(6, "AGREE", "kim", own=0),), said=said)[0]) == MONDAY


def test_what_is_said_in_a_statement_is_of_its_day() -> None:
    sentence = (
        "He/PRP/nsubj/1 condemned/VBD/ROOT/1/condemn it/PRP/dobj/1 in/IN/prep/1 a/DT/det/5"
        " statement/NN/pobj/3 on/IN/prep/5 Monday/NNP/pobj/6"
    )
    assert days(tell(sentence, deeds=(deed(1, "ACCUSE"),))[0]) == MONDAY


def test_what_came_after_an_election_in_a_month_is_open() -> None:
    sentence = (
        "Many/JJ/nsubjpass/2 were/VBD/auxpass/2/be killed/VBN/ROOT/2/kill after/IN/prep/2 an/DT/det/5 election/NN/pobj/3"
        " in/IN/prep/2 December/NNP/pobj/6"
    )
    assert days(tell(sentence, deeds=(deed(2, "ASSAULT"),))[0]) == ("2017-12-01", None)


def test_the_name_of_an_age_dates_what_happened_in_it() -> None:
    sentence = "They/PRP/nsubj/1 met/VBD/ROOT/1/meet during/IN/prep/1 the/DT/det/5 Cold/NNP/compound/5 War/NNP/pobj/2"
    assert days(tell(sentence, deeds=(deed(1),))[0]) == ("1947-01-01", "1991-12-31")


def test_a_live_page_is_of_the_city_in_its_title() -> None:
    posts = [f"{hour}.00/CD/nummod/2 They/PRP/nsubj/2 arrive/VBP/ROOT/2 ././punct/2" for hour in (10, 11, 12)]
    title = "Follow/VB/ROOT/0 the/DT/det/2 day/NN/dobj/0 in/IN/prep/2 Vienna/NNP/pobj/3"
    found, *_ = tell(title, *posts, deeds=(deed(7),))
    assert (days(found), found.where and found.where.name) == ((DAY, DAY), "Vienna")


def test_a_court_acts_where_it_sits() -> None:
    sentence = "A/DT/det/1 court/NN/nsubj/4 in/IN/prep/1 Seoul/NNP/pobj/2 rejected/VBD/ROOT/4/reject it/PRP/dobj/4"
    assert tell(sentence, deeds=(deed(4, "REJECT"),))[0].where is not None
    assert tell(sentence.replace("court", "man"), deeds=(deed(4, "REJECT"),))[0].where is None
