"""Positions: who wants, favours, insists on or opposes what, from deeds, statements and words of will in anybody's mouth."""

from __future__ import annotations

from detente.lexicon import Lexicon
from detente.nlp.parse import Parse
from detente.parties import Parties, voices
from detente.reading import Attribution, Cast, Deed, Doubt, Stand
from detente.stages.positions import deeds as doings
from detente.stages.positions import speech, wills
from detente.stages.positions.scene import Scene


def find(
    parse: Parse, cast: Cast, attributions: tuple[Attribution, ...], deeds: tuple[Deed, ...], lexicon: Lexicon
) -> tuple[tuple[Stand, ...], tuple[Doubt, ...]]:
    """The stands of an article, in text order: one an actor and issue."""
    scene = Scene(parse, Parties(parse, cast), attributions, voices(len(parse), attributions), lexicon.stances)
    kept: list[Stand] = []
    by_actor: dict[str, list[Stand]] = {}
    for stand in (*doings.read(scene, deeds), *wills.read(scene), *speech.acts(scene), *speech.policies(scene)):
        known = by_actor.setdefault(stand.actor, [])
        if not any(_same(stand, k) for k in known) and scene.tells(stand.issue):
            known.append(stand)
            kept.append(stand)
    return tuple(sorted(kept, key=lambda s: (s.first, s.issue, s.actor))), ()


def _same(a: Stand, b: Stand) -> bool:
    """Whether two stands of one actor rest on the same words; joined issues of one word of will are two."""
    if a.issue[0] < b.issue[1] and b.issue[0] < a.issue[1]:
        return True
    return a.rule != b.rule and a.stance == b.stance and (b.first <= a.first < a.last <= b.last or a.first <= b.first < b.last <= a.last)
