"""Who wants what: positions, those of the article that say the same put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from detente.records import Position, Statement
from detente.views.ledger import Ledger
from detente.views.report.structs import Row, Section
from detente.views.sources import NARRATOR, per, source
from detente.views.wording import cut, described, hung, stance, tidy

_WORD = re.compile(r"[^\W_]{2,}")
_EMPTY = frozenset({
    "the", "an", "to", "of", "for", "in", "on", "with", "by", "from", "at", "as", "and", "or", "be", "is", "are",
    "its", "his", "her", "their", "that", "this", "it", "they", "will", "would", "into",
})  # fmt: skip
_VOICES = frozenset({"GOV", "MIL", "LEG", "PTY", "SPY", "COP", "JUD"})


def own(ledger: Ledger) -> Section:
    """What actors want in their own statements or acts."""
    return _section(ledger, "own", "WHO WANTS WHAT: their own statements and acts", True)


def others(ledger: Ledger) -> Section:
    """What others say that actors want."""
    return _section(ledger, "others", "WHO WANTS WHAT: said of them by others", False)


def _section(ledger: Ledger, key: str, title: str, mine: bool) -> Section:
    joint: dict[tuple[object, ...], list[Sequence[Position]]] = {}
    for group in grouped(ledger):
        if any(is_own(ledger, p) for p in group) == mine:
            shown = _shown(ledger, group)
            joint.setdefault((shown.stance, shown.evidence[0], shown.issue), []).append(group)
    rows = tuple(_row(ledger, groups) for groups in joint.values())
    return Section(key, title, rows, "" if mine else "who says so")


def is_own(ledger: Ledger, position: Position) -> bool:
    """Whether the actor speaks for itself, or a state by the mouth of one of its officials."""
    actor = ledger.actors.get(position.actor)
    if position.own or _joint(ledger, position):
        return True
    if actor is None or actor.country is None or actor.type not in {"state", "government"}:
        return False
    holders = [link.holder for link in position.chain if link.holder != position.actor]
    speaker = ledger.actors.get(holders[-1] or "") if holders else None
    return speaker is not None and speaker.country == actor.country and speaker.sector in _VOICES and not described(speaker)


def _joint(ledger: Ledger, position: Position) -> bool:
    """Whether the actor is one of several who say the same words."""
    told = ledger.find(position.statement) if position.statement else None
    if not isinstance(told, Statement):
        return False
    return any(s.speaker == position.actor and (s.content, s.cue) == (told.content, told.cue) for s in ledger.statements)


def grouped(ledger: Ledger) -> tuple[tuple[Position, ...], ...]:
    """Positions of one actor that point the same way on the same words, or on an issue in almost the same words.

    The fullest of each group comes first.
    """
    groups: list[list[Position]] = []
    for position in ledger.positions:
        group = next((g for g in groups if any(_same(ledger, position, p) for p in g)), None)
        if group is None:
            groups.append([position])
        else:
            group.append(position)
    return tuple(tuple(sorted(g, key=lambda p: (p.evidence[0].start, -len(p.evidence[0].quote)))) for g in groups)


def _same(ledger: Ledger, a: Position, b: Position) -> bool:
    if (a.actor, a.stance) != (b.actor, b.stance):
        return False
    if any(q.start < r.end and r.start < q.end for q in a.evidence for r in b.evidence):
        return True
    return is_own(ledger, a) == is_own(ledger, b) and related(words(ledger, a), words(ledger, b)) >= 0.6


def words(ledger: Ledger, position: Position) -> frozenset[str]:
    """The issue's key as words for comparing, names of actors as their countries or ids."""
    said = {w for w in _WORD.findall(position.issue.lower()) if w not in _EMPTY}
    names, parts = set[str](), set[str]()
    for actor in ledger.actors.values():
        for name in (actor.name, *actor.aliases):
            own = set(_WORD.findall(name.lower()))
            if own and own <= said:
                parts |= own
                names.add(actor.country or actor.id)
    return frozenset(names | {w for w in position.issue_key.split() if not any(p.startswith(w) for p in parts)})


def related(a: frozenset[str], b: frozenset[str]) -> float:
    """How far the shorter of two issues lies in the other, 0 to 1; a single word is no part of a longer issue, but a share of it."""
    shared = len(a & b)
    shorter, longer = sorted((len(a), len(b)))
    if shorter == 1:
        return shared / longer
    return shared / shorter if shared >= 2 else 0.0


def _shown(ledger: Ledger, group: Sequence[Position]) -> Position:
    """The fullest wording of a group; the headline's last."""
    return max(group, key=lambda p: (not ledger.in_title(p.evidence[0].start), len(p.evidence[0].quote)))


def _row(ledger: Ledger, groups: Sequence[Sequence[Position]]) -> Row:
    """One row for what one actor wants, or several in the same words."""
    everyone = [p for g in groups for p in g]
    shown, actors = _shown(ledger, groups[0]), tuple(dict.fromkeys(p.actor for p in everyone))
    mine = any(is_own(ledger, p) for p in everyone)
    speakers = {s.removesuffix(" (inferred)"): s for p in everyone if (s := source(ledger, p.chain, p.evidence, but=actors))}
    named = list(speakers.values()) if len(speakers) == 1 else list(speakers)
    condition = next((p.condition for p in everyone if p.condition), None)
    return Row(
        label=tidy(ledger.names(actors)),
        text=_printed(ledger, shown) if mine and _spoken(ledger, shown) else stance(ledger, shown),
        mark=("“" if _spoken(ledger, shown) else "~") if mine else "",
        source="; ".join(per(s) if mine else s for s in named) or ("" if mine else NARRATOR),
        lines=ledger.lines(q for p in everyone for q in p.evidence),
        ids=tuple(p.id for p in everyone),
        codes=f"{shown.stance} by {shown.made_by}",
        quote=shown.evidence[0].quote,
        notes=(Row(label=hung(condition)[0], text=hung(condition)[1]),) if condition else (),
    )


def _spoken(ledger: Ledger, position: Position) -> bool:
    """Whether the words are printed as the actor's own, in quotation marks."""
    span = position.evidence[0]
    direct = (s for s in ledger.statements if s.manner == "direct" and s.speaker == position.actor)
    return any(q.start <= span.start and span.end <= q.end for s in direct for q in (s.content, *s.evidence))


def _printed(ledger: Ledger, position: Position) -> str:
    """The printed words up to the end of the issue."""
    span = position.evidence[0]
    at = ledger.article.text.find(position.issue, span.start, span.end)
    words = ledger.article.text[span.start : at + len(position.issue) if at >= 0 else span.end]
    return f"“{cut(tidy(words).strip('“”'))}”"


def at_odds(ledger: Ledger) -> tuple[tuple[Position, Position], ...]:
    """Pairs of positions of different actors, one for and one against issues that share their words; the likest for each side."""
    found: dict[tuple[str, str], tuple[float, Position, Position]] = {}
    groups = [_shown(ledger, g) for g in grouped(ledger)]
    for a in (g for g in groups if g.stance == "for"):
        for b in (g for g in groups if g.stance == "against" and _side(ledger, g) != _side(ledger, a)):
            likeness = related(words(ledger, a), words(ledger, b))
            side = (_side(ledger, a), b.id)
            if likeness >= ALIKE and (side not in found or found[side][0] < likeness):
                found[side] = likeness, a, b
    return tuple((a, b) for _, a, b in found.values())


ALIKE = 0.5  # of the shorter issue's words


def _side(ledger: Ledger, position: Position) -> str:
    actor = ledger.actors.get(position.actor)
    return (actor and actor.country) or position.actor


def contrasts(ledger: Ledger) -> Section:
    """Who stands against whom on what; that the issues are one is the program's reading."""
    return Section("odds", "AT ODDS (issues in like words; compared by the program)", tuple(_contrast(ledger, at_odds(ledger))))


def _contrast(ledger: Ledger, pairs: Iterable[tuple[Position, Position]]) -> Iterable[Row]:
    for a, b in pairs:
        yield Row(
            text=f"{ledger.name(a.actor)} {stance(ledger, a, longest=70)} / {ledger.name(b.actor)} {stance(ledger, b, longest=70)}",
            lines=ledger.lines((*a.evidence, *b.evidence)),
            ids=(a.id, b.id),
            mark=">>",
        )
