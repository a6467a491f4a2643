"""The tables of a report that tell what the other models say."""

from __future__ import annotations

from detente.weigh import words
from detente.weigh.blocks import Lines, Rows, Table
from detente.weigh.forecast import Trades
from detente.weigh.result import Weighed
from detente.weigh.sensitivity import Range


def talks(one: Weighed) -> Lines:
    """The agreement zone in sentences."""
    found = one.talks
    if found is None or one.issue.disagreement is None:
        return ()
    against = f"Against no agreement {one.issue.disagreement.at}, a breakdown costing each {one.issue.disagreement.cost:g}"
    walks = f"At the weighted mean would walk: {', '.join(found.walks)}." if found.walks else ""
    may = f"Depending on what is left open, also: {', '.join(found.may_walk)}." if found.may_walk else ""
    return tuple(line for line in (f"{against}: {words.zone(found, one.issue, one.setting)}.", walks, may) if line)


def models(one: Weighed) -> Table:
    """Each model's answer, the mean and the median first."""
    if not one.models:
        return (), (), ()
    whole = one.outcome.whole
    rows = [
        ("weighted median", words.where(one.setting, whole), "over all that is left open"),
        ("weighted mean", words.mean(whole), "over all that is left open"),
        *((f.model, words.drawn(f.at), f.note) for f in one.models),
    ]
    said = f"Numbers are {words.unit(one.issue, one.setting)}. Ranges are the lowest and highest of the games drawn. {_agree(one)}"
    return (said.strip(),), ("model", "outcome", ""), tuple(rows)


def _agree(one: Weighed) -> str:
    """Whether the models have any outcome in common."""
    known = [f.at for f in one.models if f.at]
    if len(known) < 2:
        return ""
    low, high = max(r.low for r in known), min(r.high for r in known)
    return (
        f"All of these allow {words.drawn(Range(low, high))}." if low <= high else "These models do not agree: no outcome fits all of them."
    )


def paths(one: Weighed) -> tuple[Lines, Lines, Rows, Lines]:
    """Both variants round by round."""
    if not one.paths or not any(p.medians for p in one.paths):
        return (), (), (), ()
    rounds = max(len(p.medians) for p in one.paths)
    rows = tuple((p.variant, *(words.drawn(m) for m in p.medians)) for p in one.paths)
    moves = tuple(f"{p.variant}, {move}" for p in one.paths for move in p.moves)
    said = "Two readings of one published model, never one without the other. Positions need not settle."
    return (said,), ("median", *(f"round {n}" for n in range(rounds))), rows, moves


def power(one: Weighed) -> Table:
    """Shapley–Shubik and Banzhaf, or why there is none."""
    if one.power is None:
        return (), (), ()
    if isinstance(one.power, str):
        return (f"Not computed: {one.power}.",), (), ()
    rows = tuple((p.name, words.number(p.shapley_shubik), words.number(p.banzhaf), words.number(p.penrose)) for p in one.power)
    return (), ("party", "Shapley–Shubik", "Banzhaf", "decides in so many coalitions"), rows


def trades(found: Trades) -> tuple[Lines, Lines, Rows, Lines]:
    """Who gives way on what for what, and who pays for it."""
    rows = tuple(
        (t.i, t.gives, t.j, t.takes, words.number(t.gain), ", ".join(f"{n} {words.number(v)}" for n, v in t.others)) for t in found.trades
    )
    moved = tuple(
        f"{name}: the mean from {words.drawn(before)} to {words.drawn(dict(found.after)[name])}." for name, before in found.before
    )
    lines = (found.note.capitalize() + ".",) if found.note else ()
    if not rows and not found.note:
        lines = ("No two parties have anything to trade.",)
    return lines, ("gives way", "on", "and", "on", "each gains", "to the others (below 0: they pay)"), rows, moved
