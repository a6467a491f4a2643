"""The same event told twice in one article: which deed retells which, and the sharpest date and place among the tellings."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.nlp.parse import Parse
from detente.reading import Cast, Deed, Doubt, Player, Retelling, Setting
from detente.records import Precision, Spot, When
from detente.stages.retellings.alike import alike

FINE: dict[Precision, int] = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4, "decade": 5}
NEAR: dict[Spot, int] = {"point": 0, "city": 1, "region": 2, "country": 3}
COMPANY = "consult.accompany"
"""Who goes along is told of the journey of whom they go with."""
SIGNING = frozenset(f"support.{rule}" for rule in ("sign", "sign-alone", "sign-paper", "put-names", "signing-noun"))
"""One signing is told in many words: "sign again", "put their names to", "signed the document"."""
LOOK_BACK = 60  # deeds: a retelling further back than this is rare, and the bound keeps the step linear


class _Told(msgspec.Struct):
    """Where a chain of tellings began, and the best setting that they gave so far."""

    root: int
    setting: Setting
    times: int = 1


def link(
    parse: Parse, cast: Cast, deeds: tuple[Deed, ...], settings: tuple[Setting, ...]
) -> tuple[tuple[Retelling, ...], tuple[Doubt, ...]]:
    """One Retelling a deed: the deed that it retells, if any, and its setting with all tellings put together.

    An undated telling that two dated events fit is the one told most often, and a Doubt `ambiguous-visit` says so.
    """
    players = {p.id: p for p in cast.players}
    chain_of: list[_Told] = []
    doubts: list[Doubt] = []
    for index in range(len(deeds)):
        fitting = _fitting(index, parse, deeds, settings, chain_of, players)
        told = _chosen(fitting, dated=settings[index].when is not None)
        doubts += _doubt(parse, deeds[index], fitting, told) if settings[index].when is None else ()
        if told is None:
            told = _Told(index, settings[index])
        else:
            told.setting = _gathered(told.setting, settings[index])
            told.times += 1
        chain_of.append(told)
    return tuple(
        Retelling(None if t.root == i else t.root, _filled(settings[i], t.setting, alone=t.root == i)) for i, t in enumerate(chain_of)
    ), tuple(doubts)


def _fitting(  # noqa: PLR0913, PLR0917  what a chain is judged by
    index: int, parse: Parse, deeds: Sequence[Deed], settings: Sequence[Setting], chain_of: Sequence[_Told], players: dict[str, Player]
) -> list[_Told]:
    """The chains that a deed may go on with, the nearest first."""
    out: list[_Told] = []
    deed, own = deeds[index], settings[index]
    for before in range(index - 1, max(-1, index - LOOK_BACK), -1):
        told, other = chain_of[before], deeds[before]
        if told in out or not same(deed, other, players) or not _agree(told.setting, own):
            continue
        dated = deed.rule == COMPANY or (own.when is not None and told.setting.when is not None)
        if alike(parse, deed, other, dated=dated):
            out.append(told)
    return out


def _chosen(fitting: Sequence[_Told], *, dated: bool) -> _Told | None:
    """The nearest; of an undated deed, the one told most often, which the article is about."""
    if not fitting or dated:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda told: told.times)


def _doubt(parse: Parse, deed: Deed, fitting: Sequence[_Told], told: _Told | None) -> tuple[Doubt, ...]:
    """ "The visit" may be that of March or that of May."""
    whens = [t.setting.when for t in fitting if t.setting.when]
    others = [w for w in whens if told and told.setting.when and _apart(w, told.setting.when)]
    if deed.code != "CONSULT" or not others or told is None or told.setting.when is None:
        return ()
    first = next((k for k in parse.kids[deed.trigger] if parse.dep[k] in ("det", "poss") and k < deed.trigger), deed.trigger)
    words = "".join(" " * (parse.start[t] - parse.end[t - 1] if t > first else 0) + parse.words[t] for t in range(first, deed.trigger + 1))
    days = f"{told.setting.when.quote!r} ({_days(told.setting.when)}) or {others[0].quote!r} ({_days(others[0])})"
    return (Doubt("ambiguous-visit", f"{words!r} may be that of {days}; the first is taken", first, deed.trigger + 1),)


def _days(when: When) -> str:
    return when.start or "" if when.start == when.end else f"{when.start or '…'} to {when.end or '…'}"


def _apart(a: When, b: When) -> bool:
    return _after(a.start, b.end) or _after(b.start, a.end)


def same(a: Deed, b: Deed, players: dict[str, Player]) -> bool:
    """Whether two deeds of one article may be one act: type, status and parties agree (dates, places and objects are asked elsewhere)."""
    if a.code != b.code or _status(a) != _status(b) or a.trigger == b.trigger:
        return False
    if a.rule == COMPANY:
        return b.rule != COMPANY and bool(set(a.recipients) & set(b.actors))
    if a.code == "CONSULT":
        return _same_meeting(a, b, players)
    alike = a.rule == b.rule or {a.rule, b.rule} <= SIGNING
    return a.actors == b.actors and a.recipients == b.recipients and bool(a.actors) and alike


def _status(deed: Deed) -> str:
    return "open" if deed.factuality in ("planned", "possible") else deed.factuality


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
    if a and b and _apart(a, b):
        return False
    x, y = told.where, new.where
    if x and y and x.country and y.country and x.country != y.country:
        return False
    return not (x and y and x.name != y.name and x.precision == y.precision == "city")


def _after(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and day > other


def _within(fine: When, coarse: When) -> bool:
    """Whether one time lies in another; a side left open lies only in one left open."""
    begins = coarse.start is None or (fine.start is not None and fine.start >= coarse.start)
    return begins and (coarse.end is None or (fine.end is not None and fine.end <= coarse.end))


def _gathered(told: Setting, new: Setting) -> Setting:
    """What all tellings give together: the sharper time, and of several days all ("on Monday", "on Monday and Tuesday")."""
    sharp = _sharper(told, new)
    a, b = told.when, new.when
    if a and b and a.precision == b.precision == "day" and b.start and b.end and a != b and _within(a, b):
        return Setting(b, sharp.where)
    return sharp


def _sharper(told: Setting, new: Setting) -> Setting:
    when, where = told.when, told.where
    if new.when and (when is None or (FINE[new.when.precision] < FINE[when.precision] and _within(new.when, when))):
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
