"""From single finds to attributions: which content lies in which, and so the chain of who says that who says."""

from __future__ import annotations

import msgspec

from detente.nlp.parse import Parse
from detente.reading import Attribution, Source
from detente.stages.speech.scene import MINDS, Found, Piece, Scene

_NESTED = 8


def weave(scene: Scene, found: list[Found]) -> tuple[Attribution, ...]:
    """All attributions in the order of their cues, one for each speaker."""
    found = _distinct(found)
    outer = _enclosing(found)
    made: list[Attribution] = []
    for i in range(len(found)):
        above = _above(found, outer, i)
        f_ = _own_thought(found, outer, i)
        links = tuple(link for j in above for link in _links(found[j]))
        condition = _condition(scene, f_.pieces)
        made += [_attribution(f_, speaker, links, condition) for speaker in f_.speakers or (None,)]
    return tuple(made)


def _distinct(found: list[Found]) -> list[Found]:
    """One find for each cue and content: verbs before nouns, whole clauses before parts."""
    seen: set[tuple[int, Piece]] = set()
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (f.head, f.manner == "act")):
        key = (f.head, f.pieces[0])
        if key not in seen and not (kept and kept[-1].head == f.head and f.rule != "list"):
            seen.add(key)
            kept.append(f)
    return kept


def _enclosing(found: list[Found]) -> list[int | None]:
    """For each find the innermost other statement whose content holds its cue."""
    spans = sorted((a, b, j) for j, f in enumerate(found) if f.manner != "act" for a, b in f.pieces)
    outer: list[int | None] = []
    active: list[tuple[int, int, int]] = []
    at = 0
    for i, f in enumerate(found):
        while at < len(spans) and spans[at][0] <= f.head:
            active.append(spans[at])
            at += 1
        active = [s for s in active if s[1] > f.head]
        around = [s for s in active if s[2] != i]
        outer.append(min(around, key=lambda s: s[1] - s[0])[2] if around else None)
    return outer


def _above(found: list[Found], outer: list[int | None], i: int) -> list[int]:
    """The statements around one, outermost first; each once."""
    chain: list[int] = []
    at = outer[i]
    while at is not None and at not in chain and at != i and len(chain) < _NESTED:
        chain.append(at)
        at = outer[at]
    return chain[::-1]


def _own_thought(found: list[Found], outer: list[int | None], i: int) -> Found:
    """ "He said he hopes": the hope is part of what he said, and no statement of its own."""
    f, j = found[i], outer[i]
    if j is not None and f.rule == "adverb":
        return msgspec.structs.replace(f, manner="act")
    if j is not None and f.rule in ("object.as", "object.small", "passive.as"):
        return msgspec.structs.replace(f, manner="act")
    if j is None or f.manner == "act" or f.act not in MINDS:
        return f
    return msgspec.structs.replace(f, manner="act") if not f.speakers or set(f.speakers) & set(found[j].speakers) else f


def _links(f: Found) -> tuple[Source, ...]:
    own = tuple(Source(s, f.how, f.head) for s in f.speakers) or (Source(None, f.how, f.head),)
    return (*f.relays, *own, *f.below)


def _attribution(f: Found, speaker: str | None, links: tuple[Source, ...], condition: Piece | None) -> Attribution:
    return Attribution(
        cue=f.cue,
        cue_head=f.head,
        content=f.pieces[0],
        speaker=speaker,
        manner=f.manner,
        act=f.act,
        commitment=f.commitment,
        rule=f"speech.{f.rule}",
        addressees=f.addressees,
        chain=(*links, *f.relays, Source(speaker, f.how, f.head), *f.below),
        said=f.said,
        mode=f.mode,
        condition=condition,
        more=f.pieces[1:],
    )


def _condition(scene: Scene, pieces: tuple[Piece, ...]) -> Piece | None:
    """The first "if", "unless", "as long as" clause of a content."""
    parse, words = scene.parse, scene.words.lists["conditions"]
    for first, last in pieces:
        for at in range(first, last):
            if (
                parse.lower[at] in words
                and parse.tag[at] in ("IN", "VBN", "VBG", "RB")
                and parse.lower[at - 1 : at] not in (("as",), ("even",))
            ):
                return at, _clause_end(parse, at, last)
    return None


def _clause_end(parse: Parse, mark: int, last: int) -> int:
    above = parse.head[mark]
    end = parse.right[above] if above > mark else mark + 1
    if above <= mark:
        end = next((t for t in range(mark + 1, last) if parse.lower[t] in (",", ".", ";")), last)
    return min(max(end, mark + 1), last)
