"""The same event told twice: linked where type, parties, days and cities agree; the sharpest date is shared."""

import msgspec

from detente.reading import Cast, Deed, Player, Retelling, Setting
from detente.records import Code, Factuality, When, Where
from detente.stages import retellings
from tests.made import parse

PLAYERS = (
    Player("kim", "Kim Jong-un", "person", "PRK"),
    Player("xi", "Xi Jinping", "person", "CHN"),
    Player("wang", "Wang Yi", "person", "CHN"),
    Player("chn", "China", "state", "CHN"),
    Player("prk", "North Korea", "state", "PRK"),
)
WORDS = parse("The/DT/det/1 visit/NN/ROOT/1" + " ./././1" * 9)
CAST = Cast(PLAYERS, (), (), {}, {})
MAY = When("2018-05-07", "2018-05-08", "day", "relative", "Monday and Tuesday")
MARCH = When("2018-03-21", "2018-03-31", "day", "stated", "late March")
DALIAN = Where("Dalian", "city", "Dalian", country="CHN")
BEIJING = Where("Beijing", "city", "Beijing", country="CHN")


def deed(trigger: int, actors: str, recipients: str, code: Code = "CONSULT", factuality: Factuality = "actual") -> Deed:
    return Deed(trigger, trigger, trigger + 1, code, "r", tuple(actors.split()), tuple(recipients.split()), factuality=factuality)


def link(*told: tuple[Deed, Setting]) -> list[int | None]:
    found, _ = retellings.link(WORDS, CAST, tuple(d for d, _ in told), tuple(s for _, s in told))
    return [r.of for r in found]


def test_a_visit_and_the_talks_with_the_host_are_one_event() -> None:
    assert link((deed(1, "kim", "chn"), Setting()), (deed(9, "kim", "xi"), Setting(MAY, DALIAN))) == [None, 0]


def test_two_meetings_of_the_same_men_are_two() -> None:
    assert link((deed(1, "kim", "xi"), Setting(MAY, DALIAN)), (deed(9, "kim", "xi"), Setting(MARCH, BEIJING))) == [None, None]


def test_two_ministers_of_one_country_are_two_meetings() -> None:
    assert link((deed(1, "kim", "xi"), Setting(MAY)), (deed(9, "kim", "wang"), Setting(MAY))) == [None, None]


def test_a_planned_summit_retells_no_past_one() -> None:
    assert link((deed(1, "kim", "xi"), Setting()), (deed(9, "kim", "xi", factuality="planned"), Setting())) == [None, None]


def test_another_code_is_never_a_retelling() -> None:
    assert link((deed(1, "kim", "xi"), Setting()), (deed(9, "kim", "xi", code="AGREE"), Setting())) == [None, None]


def test_a_retelling_takes_the_sharpest_date() -> None:
    (_, second), _ = retellings.link(WORDS, CAST, (deed(1, "kim", "xi"), deed(9, "kim", "chn")), (Setting(MAY, DALIAN), Setting()))
    assert second.setting.when == msgspec.structs.replace(MAY, basis="inherited")
    assert second.setting.where == DALIAN


def test_an_undated_telling_is_of_the_event_that_the_article_is_about() -> None:
    """Told three times in May, once in March, then once more without a date: May again."""
    may = [(deed(n, "kim", "xi"), Setting(MAY)) for n in (1, 3, 5)]
    march = (deed(7, "kim", "xi"), Setting(MARCH))
    assert link(*may, march, (deed(9, "kim", "chn"), Setting())) == [None, 0, 0, None, 0]


def test_companions_are_told_of_the_journey_that_they_share() -> None:
    sister = msgspec.structs.replace(deed(9, "wang", "kim"), rule="consult.accompany")
    assert link((deed(1, "kim", "xi"), Setting(MAY)), (sister, Setting())) == [None, 0]


def telling(sentence: str, *told: tuple[int, Setting], factuality: Factuality = "planned", code: Code = "CONSULT") -> list[Retelling]:
    """The retellings of deeds of Kim and Xi with these triggers in a sentence."""
    deeds = tuple(deed(trigger, "kim", "xi", code, factuality) for trigger, _ in told)
    found, _ = retellings.link(parse(sentence), CAST, deeds, tuple(s for _, s in told))
    return list(found)


def test_talks_that_were_agreed_on_are_not_the_dated_visit() -> None:
    words = (
        "Kim/NNP/nsubj/2 will/MD/aux/2 visit/VB/ROOT/2/visit and/CC/cc/2 agreed/VBD/conj/2/agree to/TO/aux/6 hold/VB/xcomp/4/hold"
        " talks/NNS/dobj/6/talk and/CC/cc/6 pay/VB/conj/6/pay a/DT/det/11 visit/NN/dobj/9/visit"
    )
    assert [r.of for r in telling(words, (2, Setting(MAY)), (6, Setting()), (9, Setting()))] == [None, None, 0]


def test_what_is_denied_is_not_what_may_be() -> None:
    dated, spring = Setting(MAY), Setting(When("2018-03-01", "2018-05-31", "season", "relative", "this spring"))
    denied, possible = deed(1, "kim", "xi", factuality="denied"), deed(9, "kim", "xi", factuality="possible")
    assert link((denied, dated), (possible, spring)) == [None, None]


def test_other_papers_and_other_objects_are_other_deeds() -> None:
    words = (
        "signed/VBD/ROOT/0/sign a/DT/det/3 trade/NN/compound/3 agreement/NN/dobj/0 ,/,/punct/0 signed/VBD/conj/0/sign the/DT/det/7"
        " accord/NN/dobj/5 ,/,/punct/0 signed/VBD/conj/0/sign a/DT/det/12 border/NN/compound/12 treaty/NN/dobj/9 ,/,/punct/0"
        " signed/VBD/conj/0/sign a/DT/det/16 law/NN/dobj/14"
    )
    found = telling(words, (0, Setting()), (5, Setting()), (9, Setting()), (14, Setting()), factuality="actual", code="SUPPORT")
    assert [r.of for r in found] == [None, 0, 0, None]
    assert [r.of for r in telling(words, (0, Setting()), (9, Setting()), factuality="actual", code="SUPPORT")] == [None, None]


def test_talks_on_another_subject_are_other_talks() -> None:
    words = (
        "hold/VB/ROOT/0/hold talks/NNS/dobj/0/talk on/IN/prep/1 trade/NN/pobj/2 ,/,/punct/0 hold/VB/conj/0/hold talks/NNS/dobj/5/talk"
        " on/IN/prep/6 fisheries/NNS/pobj/7/fishery"
    )
    assert [r.of for r in telling(words, (0, Setting()), (5, Setting()))] == [None, None]


def test_a_flight_keeps_its_own_day_and_the_undated_has_all_days() -> None:
    monday = Setting(When("2018-05-07", "2018-05-07", "day", "relative", "Monday"))
    deeds = tuple(deed(n, "kim", "xi") for n in (1, 3, 5))
    found, _ = retellings.link(WORDS, CAST, deeds, (monday, Setting(MAY), Setting()))
    days = [(r.setting.when.start, r.setting.when.end) for r in found if r.setting.when]
    assert days == [("2018-05-07", "2018-05-07"), ("2018-05-07", "2018-05-08"), ("2018-05-07", "2018-05-08")]


def test_a_visit_that_may_be_that_of_march_or_of_may_is_a_doubt() -> None:
    deeds = tuple(deed(n, "kim", "xi") for n in (3, 5, 1))
    found, doubts = retellings.link(WORDS, CAST, deeds, (Setting(MAY), Setting(MARCH), Setting()))
    assert found[2].of is not None
    assert [(d.code, d.first, d.last) for d in doubts] == [("ambiguous-visit", 0, 2)]
    assert "'The visit'" in doubts[0].message
    assert "2018-03-21 to 2018-03-31" in doubts[0].message


def test_one_signing_is_told_in_many_words() -> None:
    again, paper, praise = (
        msgspec.structs.replace(deed(at, "kim", "", code="SUPPORT"), rule=f"support.{rule}")
        for at, rule in ((1, "sign-alone"), (9, "sign-paper"), (9, "praise"))
    )
    assert link((again, Setting()), (paper, Setting(MAY))) == [None, 0]
    assert link((again, Setting()), (praise, Setting(MAY))) == [None, None]
