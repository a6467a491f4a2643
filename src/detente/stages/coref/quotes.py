"""Who speaks in each quotation, so that "I" and "we" inside it are known."""

from __future__ import annotations

from collections.abc import Iterator

from detente.stages.coref.scene import SUBJECTS, Scene


def speakers(scene: Scene) -> dict[int, int]:
    """For each quoted token's sentence the mention that speaks; a quotation without a cue goes on from the one before."""
    found: dict[int, int] = {}
    last: int | None = None
    before = -1
    for first, end in _spans(scene):
        paragraph = scene.paragraph[first]
        if paragraph - before > 1:
            last = None
        before = paragraph
        sentences = range(scene.parse.sentence_of[first], scene.parse.sentence_of[end - 1] + 1)
        cued = next((s for n in (sentences[-1], sentences[0]) if (s := _cue(scene, n)) is not None), None)
        last = cued if cued is not None else last
        if last is not None:
            found.update((n, last) for n in sentences)
    return found


def _spans(scene: Scene) -> Iterator[tuple[int, int]]:
    """Stretches of quoted tokens, in text order."""
    for first, end in scene.parse.paragraphs:
        at = first
        while at < end:
            if not scene.quoted[at]:
                at += 1
                continue
            start = at
            while at < end and scene.quoted[at]:
                at += 1
            yield start, at


def _cue(scene: Scene, sentence: int) -> int | None:
    """The subject of a verb of saying outside the quotation marks of a sentence."""
    parse = scene.parse
    for token in range(*parse.sentences[sentence]):
        if scene.quoted[token] or parse.tag[token][:1] != "V" or parse.lemma[token] not in scene.gazetteer.words.say:
            continue
        for kid in parse.kids[token]:
            if parse.dep[kid] in SUBJECTS and kid in scene.at and not scene.quoted[kid]:
                return scene.at[kid]
    return None
