"""When and where a deed took place."""

from datetime import date
from functools import cache

from detente.lexicon import Shelf, atlas, calendar
from detente.lexicon.atlas import Atlas
from detente.lexicon.calendar import Calendar
from detente.nlp.parse import Parse
from detente.reading import Attribution, Deed, Setting
from detente.records import Code, Factuality
from detente.stages import dating, places, times
from detente.stages.dating.carriers import Scene
from detente.stages.dating.scenes import lend
from tests.made import parse, text

DAY = "2018-05-09"


@cache
def tables() -> tuple[Calendar, Atlas]:
    return calendar.load(Shelf()), atlas.load(Shelf())


def deed(
    trigger: int, code: Code = "CONSULT", factuality: Factuality = "actual", *, attribution: int | None = None, own: int | None = None
) -> Deed:
    return Deed(trigger, trigger, trigger + 1, code, "r", ("kim",), ("xi",), factuality=factuality, attribution=attribution, own=own)


def settings(*sentences: str, deeds: tuple[Deed, ...], said: tuple[Attribution, ...] = ()) -> list[Setting]:
    made: Parse = parse(*sentences)
    when, where = tables()
    timexes, _ = times.read(made, when, date.fromisoformat(DAY))
    found, _ = places.read(made, where, frozenset())
    scene = Scene(made, deeds, said, when.govern, where.words.motion | where.words.act)
    return lend(scene, dating.read(text(*sentences), scene, timexes, found), DAY)


def days(setting: Setting) -> tuple[str | None, str | None] | None:
    return (setting.when.start, setting.when.end) if setting.when else None


MET = "Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1 in/IN/prep/1 Dalian/NNP/pobj/3 on/IN/prep/1 Monday/NNP/pobj/5 ././punct/1"


def test_time_and_place_of_the_clause() -> None:
    (setting,) = settings(MET, deeds=(deed(1),))
    assert days(setting) == ("2018-05-07", "2018-05-07")
    assert setting.when is not None
    assert (setting.when.basis, setting.when.quote) == ("relative", "Monday")
    assert setting.where is not None
    assert (setting.where.name, setting.where.country) == ("Dalian", "CHN")


def test_no_time_in_the_text_is_null_and_never_the_day_of_publication() -> None:
    (setting,) = settings("Kim/NNP/nsubj/1 met/VBD/ROOT/1/meet Xi/NNP/dobj/1 ././punct/1", deeds=(deed(1),))
    assert setting == Setting()


def test_a_modifier_is_its_noun_s_only() -> None:
    sentence = "They/PRP/nsubj/1 praised/VBD/ROOT/1/praise the/DT/det/5 April/NNP/nmod/5 27/CD/nummod/3 declaration/NN/dobj/1 ././punct/1"
    praise, declaration = settings(sentence, deeds=(deed(1, "SUPPORT"), deed(5, "SUPPORT")))
    assert days(praise) is None
    assert days(declaration) == ("2018-04-27", "2018-04-27")


def test_a_phrase_belongs_to_the_event_noun_before_it() -> None:
    sentence = (
        "They/PRP/nsubj/1 discussed/VBD/ROOT/1/discuss the/DT/det/3 summit/NN/dobj/1 in/IN/prep/3 Hanoi/NNP/pobj/4"
        " on/IN/prep/3 April/NNP/pobj/6 27/CD/nummod/7 ././punct/1"
    )
    talk, summit = settings(sentence, deeds=(deed(1), deed(3)))
    assert (days(talk), talk.where) == (None, None)
    assert days(summit) == ("2018-04-27", "2018-04-27")
    assert summit.where is not None


def test_the_verb_that_says_it_takes_place() -> None:
    sentence = "The/DT/det/1 summit/NN/nsubj/2 took/VBD/ROOT/2/take place/NN/dobj/2 on/IN/prep/2 Tuesday/NNP/pobj/4 ././punct/2"
    (setting,) = settings(sentence, deeds=(deed(1),))
    assert days(setting) == ("2018-05-08", "2018-05-08")


def test_a_participle_behind_the_noun() -> None:
    sentence = (
        "The/DT/det/1 agreement/NN/nsubj/7 signed/VBN/acl/1/sign on/IN/prep/2 Oct./NNP/pobj/3 4/CD/nummod/4 ,/,/punct/4"
        " failed/VBD/ROOT/7/fail ././punct/7"
    )
    (setting,) = settings(sentence, deeds=(deed(1, "SUPPORT"),))
    assert days(setting) == ("2017-10-04", "2017-10-04")


def test_since_a_year_when_it_was_signed() -> None:
    sentence = (
        "It/PRP/nsubj/1 held/VBD/ROOT/1/hold since/IN/prep/1 1992/CD/pobj/2 ,/,/punct/3 when/WRB/advmod/6 signed/VBD/relcl/3/sign"
        " they/PRP/nsubj/6 it/PRP/dobj/6 ././punct/1"
    )
    (setting,) = settings(sentence, deeds=(deed(6, "SUPPORT"),))
    assert days(setting) == ("1992-01-01", "1992-12-31")


def test_a_joined_verb_inherits() -> None:
    sentence = (
        "On/IN/prep/3 Monday/NNP/pobj/0 Kim/NNP/nsubj/3 met/VBD/ROOT/3/meet Xi/NNP/dobj/3"
        " and/CC/cc/3 praised/VBD/conj/3/praise him/PRP/dobj/6 ././punct/3"
    )
    _, praise = settings(sentence, deeds=(deed(3), deed(6, "SUPPORT")))
    assert praise.when is not None
    assert (days(praise), praise.when.basis) == (("2018-05-07", "2018-05-07"), "inherited")


def test_what_was_done_before_a_dated_deed_was_over_by_then() -> None:
    sentence = (
        "They/PRP/nsubj/1 met/VBD/ROOT/1/meet in/IN/prep/1 March/NNP/pobj/2"
        " ,/,/punct/1 after/IN/mark/7 he/PRP/nsubj/7 accepted/VBD/advcl/1/accept ././punct/1"
    )
    _, accepted = settings(sentence, deeds=(deed(1), deed(7, "AGREE")))
    assert days(accepted) == (None, "2018-03-31")


def test_a_promise_has_the_day_of_its_saying_but_a_told_meeting_has_not() -> None:
    sentence = "He/PRP/nsubj/1 announced/VBD/ROOT/1/announce on/IN/prep/1 Monday/NNP/pobj/2 that/IN/mark/6 they/PRP/nsubj/6 {} ././punct/1"
    said = (Attribution((1, 2), 1, (5, 7), "he", "indirect", "promise", "neutral", "r"),)
    promise = sentence.format("accept/VB/ccomp/1/accept would/MD/aux/6")
    (setting,) = settings(promise, deeds=(deed(6, "AGREE", "planned", attribution=0, own=0),), said=said)
    assert days(setting) == ("2018-05-07", "2018-05-07")
    meeting = sentence.format("met/VBD/ccomp/1/meet")
    (setting,) = settings(meeting, deeds=(deed(6, attribution=0),), said=said)
    assert days(setting) is None


def test_the_object_of_a_visit_is_its_place_and_an_actor_s_home_is_not() -> None:
    sentence = "Kim/NNP/nsubj/1 visited/VBD/ROOT/1/visit China/NNP/dobj/1 ././punct/1"
    (visit,) = settings(sentence, deeds=(deed(1),))
    assert visit.where is not None
    assert (visit.where.name, visit.where.precision) == ("China", "country")
    sentence = "China/NNP/nsubj/1 praised/VBD/ROOT/1/praise Kim/NNP/dobj/1 ././punct/1"
    (praise,) = settings(sentence, deeds=(deed(1, "SUPPORT"),))
    assert praise.where is None


def test_a_later_meeting_of_the_scene_takes_its_day_and_city() -> None:
    later = "Kim/NNP/nsubj/1 attended/VBD/ROOT/1/attend a/DT/det/3 banquet/NN/dobj/1 ././punct/1"
    _, banquet = settings(MET, later, deeds=(deed(1), deed(9)))
    assert banquet.when is not None
    assert (days(banquet), banquet.when.basis) == (("2018-05-07", "2018-05-07"), "inherited")
    assert banquet.where is not None


def test_praise_refusals_and_perfects_do_not_take_the_day_of_a_scene() -> None:
    refused = "Kim/NNP/nsubj/1 refused/VBD/ROOT/1/refuse it/PRP/dobj/1 ././punct/1"
    perfect = "Kim/NNP/nsubj/2 has/VBZ/aux/2 met/VBN/ROOT/2/meet him/PRP/dobj/2 ././punct/2"
    found = settings(MET, refused, perfect, deeds=(deed(1), deed(9, "REJECT"), deed(15)))
    assert [days(s) for s in found] == [("2018-05-07", "2018-05-07"), None, None]
