"""Positions drawn: a row an issue, a column a party; the shape is the stance, hollow what others say, empty what no text gives."""

from __future__ import annotations

from collections import Counter

from detente.records import Stance
from detente.views.positions import Cell, Issue, Matrix, Party, blank
from detente.views.svg import pen

ISSUES, PARTIES = 26, 9
_LEFT, _TOP, _PITCH = 400.0, 150.0, 34.0
_COLOURS: dict[Stance, str] = {"for": pen.QUADS[2], "against": pen.QUADS[4], "conditional": "#8a6d00"}
_SIGNS: dict[Stance, str] = {"for": "+", "against": "−", "conditional": "if"}


def draw(view: Matrix, only: str = "") -> str:
    """The picture of a matrix: the parties that speak most, and the first issues on which one of them does."""
    parties = _columns(view)
    ids = {p.side.id for p in parties}
    issues = [i for i in view.issues if any(c.party in ids for c in i.cells)][:ISSUES]
    told = f"{len(view.issues)} issues and {len(view.parties)} parties; {len(issues)} issues and {len(parties)} parties are drawn."
    if not issues:
        return pen.picture(140, "Positions", told, [pen.text((24, 80), "No position found in these articles.")], only=only)
    pitch = (pen.WIDTH - _LEFT - 24) / max(len(parties), 5)
    bottom = _TOP + _PITCH * len(issues)
    parts = [_legend(), *_heads(parties, pitch)]
    for number, issue in enumerate(issues):
        parts.append(_row(issue, parties, pitch, _TOP + _PITCH * number))
    left = [
        f"{len(view.issues) - len(issues)} issues" * (len(view.issues) > len(issues)),
        f"{len(view.parties) - len(parties)} parties" * (len(view.parties) > len(parties)),
    ]
    note = " and ".join(filter(None, left))
    parts.append(pen.text((24, bottom + 26), f"{note} more not drawn." if note else "", font_size=12, fill=pen.FAINT))
    return pen.picture(bottom + 48, "Positions", told, parts, only=only)


def _columns(view: Matrix) -> list[Party]:
    """The parties that are drawn: those most often at odds with others, then those with most issues."""
    odds = Counter(party for i in view.issues for party in i.at_odds)
    return sorted(view.parties, key=lambda p: (-odds[p.side.id], -p.issues, p.side.id))[:PARTIES]


def _legend() -> str:
    own = [(_sign((0, 0), s, True), said) for s, said in (("for", "for"), ("against", "against"), ("conditional", "on a condition"))]  # type: ignore[arg-type]
    more = [
        (_sign((0, 0), "for", False), "hollow: said of the party by others"),
        (pen.text((-7, 5), "≠", font_size=16, font_weight=700), "at odds (compared by the program)"),
    ]
    return pen.legend((24, 66), [*own, *more], room=32) + pen.text(
        (1256, 66), "empty: not found in these articles", font_size=12, fill=pen.FAINT, text_anchor="end"
    )


def _heads(parties: list[Party], pitch: float) -> list[str]:
    parts = []
    for number, party in enumerate(parties):
        said = pen.lines(party.side.name, pitch - 26, most=3)
        for row, line in enumerate(said):
            y = _TOP - 12 - 16 * (len(said) - 1 - row)
            parts.append(pen.text((_LEFT + pitch * (number + 0.5), y), line, font_weight=600, text_anchor="middle"))
    return parts


def _row(issue: Issue, parties: list[Party], pitch: float, y: float) -> str:
    cells = {c.party: c for c in issue.cells}
    middle = y + _PITCH / 2
    parts = [pen.tag("path", d=f"M24 {y:.1f}H{pen.WIDTH - 24}", stroke=pen.LINE)]
    if issue.at_odds:
        parts.append(pen.text((24, middle + 6), "≠", font_size=16, font_weight=700))
    said = pen.lines(issue.name, _LEFT - 80, size=12)
    for row, line in enumerate(said):
        offset = 5 if len(said) == 1 else -2 + 14 * row
        parts.append(pen.text((44, middle + offset), line, font_size=12))
    for number, party in enumerate(parties):
        at = (_LEFT + pitch * (number + 0.5), middle)
        cell = cells.get(party.side.id)
        parts.append(_cell(cell, at) if cell else _blank(party, at, pitch))
    return pen.group(*parts)


def _cell(cell: Cell, at: tuple[float, float]) -> str:
    x, y = at
    hints = "; ".join(f"{s.moment.words}: {s.line} ({s.source})" for s in cell.stands[:4])
    shift = 13 * (len(cell.stances) - 1)
    signs = (_sign((x - shift + 26 * n, y), stance, cell.own) for n, stance in enumerate(cell.stances))
    return pen.group(pen.hint(hints), *signs)


def _blank(party: Party, at: tuple[float, float], pitch: float) -> str:
    x, y = at
    return pen.group(
        pen.hint(f"{party.side.name}: {blank(party)}"),
        pen.tag("rect", x=x - pitch / 2, y=y - 14, width=pitch, height=28, fill="none", pointer_events="all"),
    )


def _sign(at: tuple[float, float], stance: Stance, own: bool) -> str:
    """A disc for, a square against, a rhomb on a condition, with its sign; full where it is the party's own."""
    x, y = at
    colour = _COLOURS[stance]
    style: dict[str, object] = {
        "fill": colour if own else pen.PAPER,
        "stroke": colour,
        "stroke_width": 1.5,
        "stroke_dasharray": None if own else "3 2",
    }
    if stance == "for":
        shape = pen.tag("circle", cx=x, cy=y, r=10, **style)
    elif stance == "against":
        shape = pen.tag("rect", x=x - 9.5, y=y - 9.5, width=19, height=19, **style)
    else:
        shape = pen.tag("path", d=pen.rhomb(at, 13), **style)
    ink = pen.PAPER if own else colour
    size = 12 if stance == "conditional" else 16
    return shape + pen.text(
        (x, y + (4 if stance == "conditional" else 5)), _SIGNS[stance], font_size=size, font_weight=700, fill=ink, text_anchor="middle"
    )
