"""Figures of what is judged over many articles, as `eval/figures.json` keeps them and `eval/floors.json` holds them.

Pairs of tellings (`eval.same_event`), pairs of short texts (`eval.same_event_texts`), stories (`eval.stories`), copies (`eval.copies`), and
annotated clusters where shared data is there (`eval.clusters`).
"""

from __future__ import annotations

from pathlib import Path

from eval import clusters, copies, copies_made, same_event, same_event_texts, stories
from eval.clusters import Pairs
from eval.score import Figures

EVENTS, SEED = 60, 7
"""How many events the generator of copies makes for the gate, and from which seed; another one than rules were read with."""


def figures() -> dict[str, Figures]:
    """By set; each figure is a share."""
    return {"pairs": _pairs(), "texts": _texts(), "stories": _stories(), "copies": _copies()}


def shared(folder: Path) -> Figures:
    """Over annotated clusters, with our own records of the articles: pairwise F1, copies and conflicts found, stories mixed up."""
    made = clusters.measure(folder)
    return {
        "f1": clusters.f1(made.found, made.wanted)[2],
        "f1_of_read": clusters.f1(made.found, made.there)[2],
        "copies": made.copies(),
        "conflicts": made.conflicts(),
        "false_merges": float(clusters.merges(made.corpus)),
    }


def _pairs() -> Figures:
    known = same_event.load()
    return {half: same_event.right([p for p in known if p.half == half])[0] for half in dict.fromkeys(p.half for p in known)}


def _texts() -> Figures:
    found = list(same_event_texts.asked(same_event_texts.load()))
    halves = {half: [a for a in found if a.pair.half == half] for half in dict.fromkeys(a.pair.half for a in found)}
    made: Figures = {half: sum(a.right for a in some) / len(some) for half, some in halves.items()}
    two = [a for a in found if not a.pair.same]
    return made | {"kept_apart": sum(a.right for a in two) / len(two)}


def _stories() -> Figures:
    sets: list[tuple[Pairs, Pairs, Pairs]] = [stories.pairs(one) for one in stories.judged(stories.load())]
    found, wanted, there = (frozenset[frozenset[str]]().union(*some) for some in zip(*sets, strict=True))
    return {"precision": clusters.f1(found, wanted)[0], "f1": clusters.f1(found, wanted)[2], "f1_of_read": clusters.f1(found, there)[2]}


def _copies() -> Figures:
    made = copies.measure(copies_made.made(SEED, EVENTS))
    return {"recall": made.recall, "precision": made.precision}
