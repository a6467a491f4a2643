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
from detente.stages.dating.story import VERBAL, Line, continues, exchanged, follows_line, gathers, looks_on, to_come, visible, witness

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
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
    code: str = ""


def lend(
    scene: Scene, settings: Sequence[Setting], published: str | None, lines: Sequence[Line] = (), home: Where | None = None
) -> list[Setting]:
    """The settings, with what paragraphs lend to deeds that have no time of their own; the basis of such a time is `inherited`.

    `lines` are the dated clauses of the text, in its order; `home` is where a live page is of.
    """
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
        elif setting.when is None and clause(parse, deed.trigger) in scene.bars:
            continue
        elif setting.when is None and (again := _named(scene, i, out)) and again.when:
            out[i] = Setting(replace(again.when, basis="inherited"), setting.where or again.where)
        elif setting.when is None and deed.factuality == "actual" and (shown := _shown(scene, deed, at, posts, items)):
            opener = parse.words[parse.paragraphs[at][0]]
            out[i] = _lent(setting, shown, paper, (published or "", opener))
            at_home = shown == "post" and setting.where is None and gathers(parse, deed)
            out[i] = replace(out[i], where=home) if at_home else out[i]
        elif setting.when is None and (stage := _stage_of(scene, deed, at, stages)) and not _elsewhere(setting.where, stage.where):
            spot = stage.where if _event_of(scene, deed) is not None else _spot(parse, deed, stage.where)
            out[i] = Setting(replace(stage.when, basis="inherited"), setting.where or spot)
            _joined_by(stages, stage, deed)
        elif setting.when is None and (line := _line_of(scene, deed, lines, paragraph)) and not _elsewhere(setting.where, line.where):
            out[i] = Setting(replace(line.when, basis="inherited"), setting.where or _spot(parse, deed, line.where))
    _same_breath(scene, out)
    return out


def _line_of(scene: Scene, deed: Deed, lines: Sequence[Line], paragraph: Sequence[int]) -> Line | None:
    found = continues(scene, deed, lines, paragraph) or follows_line(scene, deed, lines, paragraph)
    return found or to_come(scene, deed, lines)


def _elsewhere(own: Where | None, lent: Where | None) -> bool:
    """Whether a deed has a place of its own in another country or city: then it is another scene."""
    if own is None or lent is None:
        return False
    if own.country and lent.country and own.country != lent.country:
        return True
    return own.precision == lent.precision == "city" and own.name != lent.name


def _spot(parse: Parse, deed: Deed, where: Where | None) -> Where | None:
    """The place that a scene lends: its city or building, not to force, nor its building to a later meeting."""
    said = deed.code in VERBAL and deed.factuality == "actual" and not visible(parse, deed)
    if where is None or said or deed.code in _FORCE or where.precision not in ("city", "point"):
        return None
    later = any(parse.lower[k] in ("later", "then", "afterwards") for k in parse.kids[deed.trigger])
    return None if later and where.precision == "point" else where


def _joined_by(stages: list[Stage], stage: Stage, deed: Deed) -> None:
    """Who acts in a scene is one of its people."""
    at = len(stages) - 1 - stages[::-1].index(stage)
    stages[at] = replace(stage, parties=stage.parties | {*deed.actors, *deed.recipients})


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
    return [Stage(at, *_whole(scene, settings, i, when), frozenset((*deed.actors, *deed.recipients)), deed.code)]


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
    last = stages[-1]
    if at - last.paragraph <= NEXT and _follows(scene.parse, deed, last) and _of_it(deed, last, at, first=last is stages[0]):
        return last
    if at - last.paragraph <= NEXT and simple_past(scene.parse, deed.trigger) and deed.code in VERBAL and witness(scene, deed):
        return last
    if at == last.paragraph and simple_past(scene.parse, deed.trigger) and exchanged(deed, last.parties, last.code):
        return last
    noun = _event_of(scene, deed)
    if noun is None:
        return None
    shared = [s for s in stages if s.parties & {*deed.actors, *deed.recipients}]
    if scene.parse.lemma[noun] in _EDGES:
        return shared[-1] if shared else last if len({(s.when.start, s.when.end) for s in stages}) == 1 else None
    if scene.parse.lemma[noun] in ("ceremony", "signing") and at - stages[-1].paragraph <= NEXT:
        return stages[-1]
    return shared[-1] if shared else None


def _of_it(deed: Deed, stage: Stage, at: int, *, first: bool) -> bool:
    """Whether it is the scene's people who act, or its paragraph, or the scene that the article opens with."""
    return first or at == stage.paragraph or bool(stage.parties & {*deed.actors, *deed.recipients})


def _event_of(scene: Scene, deed: Deed) -> int | None:
    """The noun of "during his meeting", "after the ceremony", "at the talks" in the deed's clause or that of its cue."""
    parse = scene.parse
    verb = clause(parse, deed.trigger)
    outer = parse.head[verb] if parse.dep[verb] == "ccomp" else verb
    for prep in range(parse.left[outer], min(parse.right[outer], parse.left[outer] + 30)):
        if parse.dep[prep] != "prep" or parse.lower[prep] not in ("during", "at", "after", "following", "on"):
            continue
        noun = parse.child(prep, "pobj")
        named = noun is not None and any(parse.lower[k] in ("the", "his", "her", "their", "its") for k in parse.kids[noun])
        if (
            noun is not None
            and noun != deed.trigger
            and named
            and parse.lemma[noun] in (_EDGES if parse.lower[prep] == "on" else _MEETINGS | _EDGES)
        ):
            return noun
    return None


_EDGES = frozenset(["sideline", "sidelines", "margin", "margins", "fringe", "fringes"])
_MEETINGS = frozenset(["ceremony", "signing", "meeting", "talk", "talks", "summit", "visit", "trip"])


def _same_breath(scene: Scene, out: list[Setting]) -> None:
    """A deed in the sentence of one that the scene dates, by the same actor ("Guterres, who attended, praised them")."""
    parse = scene.parse
    told: dict[int, list[int]] = {}
    for i, deed in enumerate(scene.deeds):
        told.setdefault(parse.sentence_of[deed.trigger], []).append(i)
    for i, deed in enumerate(scene.deeds):
        if out[i].when is not None or deed.factuality != "actual" or not simple_past(parse, deed.trigger):
            continue
        here = parse.sentence_of[deed.trigger]
        for j in sorted((*told.get(here - 1, ()), *told[here])):
            other, when = scene.deeds[j], out[j].when
            same = {*deed.actors} & {*other.actors}
            if j != i and same and when is not None and when.basis == "inherited" and _there(parse, deed, other):
                out[i] = replace(out[i], when=when)
                break


def _there(parse: Parse, deed: Deed, other: Deed) -> bool:
    """Whether an actor's being there is told right before what he says of it: in a relative clause, or in the sentence before."""
    if parse.sentence_of[other.trigger] == parse.sentence_of[deed.trigger]:
        return parse.dep[other.trigger] == "relcl"
    return looks_on(parse, other) and deed.actors == other.actors and _main(parse, deed.trigger)


def _follows(parse: Parse, deed: Deed, stage: Stage) -> bool:
    """Whether a deed is told as part of the scene: a thing seen, in the simple past of the main story; a meeting only of its people."""
    verb = deed.trigger
    if deed.factuality != "actual" or not visible(parse, deed) or not simple_past(parse, verb) or not _main(parse, verb):
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
