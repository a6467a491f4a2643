"""Times and places that a paragraph lends: a post of a live page, the date of a communiqué, the scene that a story is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from detente.nlp.parse import Parse
from detente.nlp.tense import simple_past
from detente.reading import Deed, Setting
from detente.records import When, Where
from detente.stages.dating.carriers import Scene
from detente.stages.dating.reach import clause

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_BODILY = frozenset(("CONSULT", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))
"""What one sees happen. Who praises, accuses or refuses may do so on another day, and texts that date one seldom date the other."""
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))
"""Deeds that spread over a country: they take a scene's day, not its spot."""
RECENT = 14
"""Days before publication that a scene of the news may lie back."""
NEXT = 2
"""Paragraphs that a scene goes on for."""
POSTS = 3
"""Paragraphs that open with a clock time, to make a page a live one."""


class Stage(msgspec.Struct, frozen=True):
    """A dated deed that later ones may share their day and place with: its paragraph, its time, its place."""

    paragraph: int
    when: When
    where: Where | None
    parties: frozenset[str]


def lend(scene: Scene, settings: Sequence[Setting], published: str | None) -> list[Setting]:
    """The settings, with what paragraphs lend to deeds that have no time of their own; the basis of such a time is `inherited`."""
    parse, out = scene.parse, list(settings)
    paragraph = _paragraphs(parse)
    posts = _posts(parse) if published else frozenset()
    items = _items(parse)
    stages: list[Stage] = []
    paper: When | None = None
    for i in sorted(range(len(out)), key=lambda n: scene.deeds[n].trigger):
        deed, setting = scene.deeds[i], out[i]
        at = paragraph[deed.trigger]
        if setting.when and deed.factuality == "actual" and setting.when.basis != "inherited":
            stages += _staged(scene, out, i, at, published)
            paper = setting.when if setting.when.precision == "day" and deed.code in ("SUPPORT", "AGREE") else paper
        elif setting.when is None and (again := _named(scene, i, out)) and again.when:
            out[i] = Setting(replace(again.when, basis="inherited"), setting.where or again.where)
        elif setting.when is None and deed.factuality == "actual" and (shown := _shown(scene, deed, at, posts, items)):
            opener = parse.words[parse.paragraphs[at][0]]
            out[i] = _lent(setting, shown, paper, (published or "", opener))
        elif setting.when is None and (stage := _stage_of(scene, deed, at, stages)) is not None:
            exact = deed.code not in _FORCE and stage.where is not None and stage.where.precision in ("city", "point")
            out[i] = Setting(replace(stage.when, basis="inherited"), setting.where or (stage.where if exact else None))
    _same_breath(scene, out)
    return out


def _paragraphs(parse: Parse) -> list[int]:
    out = [0] * len(parse)
    for number, (a, b) in enumerate(parse.paragraphs):
        out[a:b] = [number] * (b - a)
    return out


def _posts(parse: Parse) -> frozenset[int]:
    """Paragraphs of a live page that open with the time of their posting."""
    found = [n for n, (a, _) in enumerate(parse.paragraphs) if _CLOCK.fullmatch(parse.words[a])]
    if len(found) < POSTS:
        return frozenset()
    posts = set(found)
    for n, (a, _) in enumerate(parse.paragraphs):
        if parse.words[a] in ("-", "–", "•", "*") and n - 1 in posts:
            posts.add(n)
    return frozenset(posts)


def _items(parse: Parse) -> frozenset[int]:
    """Numbered paragraphs: the articles of a communiqué or declaration."""
    found = [
        n
        for n, (a, b) in enumerate(parse.paragraphs)
        if b - a > 3 and re.fullmatch(r"\(?\d{1,2}[.)]?", parse.words[a]) and parse.words[a + 1][0] in ".)TW"
    ]
    return frozenset(found if len(found) >= POSTS else ())


def _shown(scene: Scene, deed: Deed, at: int, posts: frozenset[int], items: frozenset[int]) -> str:
    """Which kind of paragraph lends the deed its day: `post`, `item`, or none."""
    parse = scene.parse
    if at in posts and not _heading(parse, at):
        return "post" if parse.is_verb(deed.trigger) else ""
    verb = clause(parse, deed.trigger)
    return "item" if at in items and verb == deed.trigger and not simple_past(parse, verb) else ""


def _heading(parse: Parse, at: int) -> bool:
    """A post that is a line of its own above the text ("11.00 How we got here") tells of what was before."""
    return bool({"how", "background"} & set(parse.lower[parse.paragraphs[at][0] : parse.paragraphs[at][1]][:4]))


def _lent(setting: Setting, kind: str, paper: When | None, post: tuple[str, str]) -> Setting:
    day, clock = post
    if kind == "post":
        return replace(setting, when=When(day[:10], day[:10], "day", "inherited", clock))
    return replace(setting, when=replace(paper, basis="inherited")) if kind == "item" and paper else setting


def _named(scene: Scene, i: int, out: Sequence[Setting]) -> Setting | None:
    """What an earlier deed gives that this one's object names again ("attended the signing" of what was signed)."""
    parse, deed = scene.parse, scene.deeds[i]
    noun = parse.child(deed.trigger, "dobj")
    if noun is None or parse.lemma[deed.trigger] not in ("attend", "host", "witness", "watch", "mediate", "oversee", "join", "observe"):
        return None
    stem = parse.lemma[noun].removesuffix("ing")
    for j, other in enumerate(scene.deeds):
        if other.trigger < deed.trigger and out[j].when and parse.lemma[other.trigger] in (parse.lemma[noun], stem, stem + "e"):
            return out[j]
    return None


def _staged(scene: Scene, settings: Sequence[Setting], i: int, at: int, published: str | None) -> list[Stage]:
    """The scene that a dated deed opens, if any; of a visit of several days, all its days."""
    when = settings[i].when
    if when is None or when.precision != "day" or when.start is None or when.end is None:
        return []
    if published and not 0 <= (date.fromisoformat(published[:10]) - date.fromisoformat(when.start)).days <= RECENT:
        return []
    deed = scene.deeds[i]
    return [Stage(at, *_whole(scene, settings, i, when), frozenset((*deed.actors, *deed.recipients)))]


def _whole(scene: Scene, settings: Sequence[Setting], i: int, when: When) -> tuple[When, Where | None]:
    deed, where = scene.deeds[i], settings[i].where
    for j, other in enumerate(scene.deeds):
        told = settings[j].when
        if j == i or told is None or other.code != deed.code or not told.start or not told.end or not when.start or not when.end:
            continue
        shared = {*deed.actors, *deed.recipients} & {*other.actors, *other.recipients}
        if shared and told.start <= when.start and when.end <= told.end and told.start < told.end and told.precision == "day":
            return told, where or settings[j].where
    return when, where


def _stage_of(scene: Scene, deed: Deed, at: int, stages: Sequence[Stage]) -> Stage | None:
    """The scene that a deed is part of: the last one where it follows in the story, or that of the event which its clause names."""
    if not stages or deed.factuality != "actual":
        return None
    if at - stages[-1].paragraph <= NEXT and _follows(scene.parse, deed, stages[-1]):
        return stages[-1]
    noun = _event_of(scene, deed)
    if noun is None:
        return None
    shared = [s for s in stages if s.parties & {*deed.actors, *deed.recipients}]
    if scene.parse.lemma[noun] in ("ceremony", "signing") and at - stages[-1].paragraph <= NEXT:
        return stages[-1]
    return shared[-1] if shared else None


def _event_of(scene: Scene, deed: Deed) -> int | None:
    """The noun of "during his meeting", "after the ceremony", "at the talks" in the deed's clause or that of its cue."""
    parse = scene.parse
    verb = clause(parse, deed.trigger)
    outer = parse.head[verb] if parse.dep[verb] == "ccomp" else verb
    for prep in range(parse.left[outer], min(parse.right[outer], parse.left[outer] + 30)):
        if parse.dep[prep] != "prep" or parse.lower[prep] not in ("during", "at", "after", "following"):
            continue
        noun = parse.child(prep, "pobj")
        named = noun is not None and any(parse.lower[k] in ("the", "his", "her", "their", "its") for k in parse.kids[noun])
        if noun is not None and noun != deed.trigger and named and parse.lemma[noun] in _MEETINGS:
            return noun
    return None


_MEETINGS = frozenset(["ceremony", "signing", "meeting", "talk", "talks", "summit", "visit", "trip"])


def _same_breath(scene: Scene, out: list[Setting]) -> None:
    """A deed in the sentence of one that the scene dates, by the same actor ("Guterres, who attended, praised them")."""
    parse = scene.parse
    for i, deed in enumerate(scene.deeds):
        if out[i].when is not None or deed.factuality != "actual" or not simple_past(parse, deed.trigger):
            continue
        for j, other in enumerate(scene.deeds):
            when = out[j].when
            same = parse.sentence_of[other.trigger] == parse.sentence_of[deed.trigger] and {*deed.actors} & {*other.actors}
            if j != i and same and when is not None and when.basis == "inherited" and parse.dep[other.trigger] == "relcl":
                out[i] = replace(out[i], when=when)
                break


def _follows(parse: Parse, deed: Deed, stage: Stage) -> bool:
    """Whether a deed is told as part of the scene: a thing seen, in the simple past of the main story; a meeting only of its people."""
    verb = deed.trigger
    if deed.factuality != "actual" or deed.code not in _BODILY or not simple_past(parse, verb) or not _main(parse, verb):
        return False
    return deed.code != "CONSULT" or parse.lemma[verb] == "attend" or bool(stage.parties & {*deed.actors, *deed.recipients})


def _main(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in the story's main line: no clause opened by "after", no relative but "who attended"."""
    for _ in range(6):
        dep = parse.dep[verb]
        if dep == "ROOT" or parse.head[verb] == verb:
            return True
        if dep in ("advcl", "acl", "pcomp", "xcomp") or (dep == "relcl" and parse.lemma[verb] != "attend"):
            return False
        verb = clause(parse, parse.head[verb])
    return False
