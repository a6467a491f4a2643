"""The same event told twice: linked where type, parties, days and cities agree; the sharpest date is shared."""

import msgspec

from detente.reading import Cast, Deed, Player, Setting
from detente.records import Code, Factuality, When, Where
from detente.stages import retellings

PLAYERS = (
    Player("kim", "Kim Jong-un", "person", "PRK"),
    Player("xi", "Xi Jinping", "person", "CHN"),
    Player("wang", "Wang Yi", "person", "CHN"),
    Player("chn", "China", "state", "CHN"),
    Player("prk", "North Korea", "state", "PRK"),
)
CAST = Cast(PLAYERS, (), (), {}, {})
MAY = When("2018-05-07", "2018-05-08", "day", "relative", "Monday and Tuesday")
MARCH = When("2018-03-21", "2018-03-31", "day", "stated", "late March")
DALIAN = Where("Dalian", "city", "Dalian", country="CHN")
BEIJING = Where("Beijing", "city", "Beijing", country="CHN")


def deed(trigger: int, actors: str, recipients: str, code: Code = "CONSULT", factuality: Factuality = "actual") -> Deed:
    return Deed(
        trigger=trigger, first=trigger, last=trigger + 1, code=code, rule="r", actors=tuple(actors.split()), recipients=tuple(recipients.split()), factuality=factuality
    )  # fmt: skip


def link(*told: tuple[Deed, Setting]) -> list[int | None]:
    found, _ = retellings.link(CAST, tuple(d for d, _ in told), tuple(s for _, s in told))
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
    (_, second), _ = retellings.link(CAST, (deed(1, "kim", "xi"), deed(9, "kim", "chn")), (Setting(MAY, DALIAN), Setting()))
    assert second.setting.when == msgspec.structs.replace(MAY, basis="inherited")
    assert second.setting.where == DALIAN


def test_an_undated_telling_is_of_the_event_that_the_article_is_about() -> None:
    """Told three times in May, once in March, then once more without a date: May again."""
    may = [(deed(n, "kim", "xi"), Setting(MAY)) for n in (1, 3, 5)]
    march = (deed(7, "kim", "xi"), Setting(MARCH))
    assert link(*may, march, (deed(9, "kim", "chn"), Setting())) == [None, 0, 0, None, 0]
