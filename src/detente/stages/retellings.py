"""The same event told twice in one article: which deed retells which, and the sharpest date and place among the tellings."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.reading import Cast, Deed, Doubt, Player, Retelling, Setting
from detente.records import Precision, Spot

FINE: dict[Precision, int] = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4, "decade": 5}
NEAR: dict[Spot, int] = {"point": 0, "city": 1, "region": 2, "country": 3}
LOOK_BACK = 60  # deeds: a retelling further back than this is rare, and the bound keeps the step linear


class _Told(msgspec.Struct):
    """Where a chain of tellings began, and the best setting that they gave so far."""

    root: int
    setting: Setting
    times: int = 1


def link(cast: Cast, deeds: tuple[Deed, ...], settings: tuple[Setting, ...]) -> tuple[tuple[Retelling, ...], tuple[Doubt, ...]]:
    """One Retelling a deed: the deed that it retells, if any, and its setting with all tellings put together."""
    players = {p.id: p for p in cast.players}
    chains: list[_Told] = []
    chain_of: list[_Told] = []
    for index, deed in enumerate(deeds):
        told = _earlier(index, deeds, settings, chain_of, players)
        if told is None:
            told = _Told(index, settings[index])
            chains.append(told)
        else:
            told.setting = _sharper(told.setting, settings[index])
            told.times += 1
        chain_of.append(told)
    return tuple(
        Retelling(None if t.root == i else t.root, _filled(settings[i], t.setting, alone=t.root == i)) for i, t in enumerate(chain_of)
    ), ()


def _earlier(
    index: int, deeds: Sequence[Deed], settings: Sequence[Setting], chain_of: Sequence[_Told], players: dict[str, Player]
) -> _Told | None:
    """The chain that a deed goes on with: the nearest; of an undated one, the one told most often, which the article is about."""
    deed, best = deeds[index], None
    for before in range(index - 1, max(-1, index - LOOK_BACK), -1):
        told = chain_of[before]
        if same(deed, deeds[before], players) and _agree(told.setting, settings[index]):
            if settings[index].when is not None:
                return told
            best = told if best is None or told.times > best.times else best
    return best


def same(a: Deed, b: Deed, players: dict[str, Player]) -> bool:
    """Whether two deeds of one article may be one act: type, status and parties agree (dates and places are asked elsewhere)."""
    if a.code != b.code or (a.factuality == "actual") != (b.factuality == "actual") or a.trigger == b.trigger:
        return False
    if a.code == "CONSULT":
        return _same_meeting(a, b, players)
    return a.actors == b.actors and a.recipients == b.recipients and bool(a.actors) and a.rule == b.rule


def _same_meeting(a: Deed, b: Deed, players: dict[str, Player]) -> bool:
    """The same countries, and no two persons of one country: Kim's visit to China is his meeting with Xi, not Wang's."""
    one, two = _by_country(a, players), _by_country(b, players)
    if not one or set(one) != set(two) or len(one) < 2:
        return False
    return all(not (one[c] and two[c]) or one[c] & two[c] for c in one)


def _by_country(deed: Deed, players: dict[str, Player]) -> dict[str, set[str]]:
    """For each country at the table, the persons named for it (none: the state itself)."""
    table: dict[str, set[str]] = {}
    for ident in (*deed.actors, *deed.recipients):
        player = players.get(ident)
        seat = (player.country if player else None) or ident
        people = table.setdefault(seat, set())
        if player and player.type != "state":
            people.add(ident)
    return table


def _agree(told: Setting, new: Setting) -> bool:
    """Whether two settings can be one: their days overlap where both are known, their cities do not differ."""
    a, b = told.when, new.when
    if a and b and (_after(a.start, b.end) or _after(b.start, a.end)):
        return False
    x, y = told.where, new.where
    if x and y and x.country and y.country and x.country != y.country:
        return False
    return not (x and y and x.name != y.name and x.precision == y.precision == "city")


def _after(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and day > other


def _sharper(told: Setting, new: Setting) -> Setting:
    when, where = told.when, told.where
    if new.when and (when is None or FINE[new.when.precision] < FINE[when.precision]):
        when = new.when
    if new.where and (where is None or NEAR[new.where.precision] < NEAR[where.precision]):
        where = new.where
    return Setting(when, where)


def _filled(own: Setting, all_told: Setting, *, alone: bool) -> Setting:
    """A telling's own setting; what it leaves open, or says less sharply, from the other tellings."""
    if alone and own == all_told:
        return own
    sharper = _sharper(own, all_told)
    when = sharper.when
    if when is not None and when is not own.when:
        when = msgspec.structs.replace(when, basis="inherited")
    return Setting(when, own.where or all_told.where)
