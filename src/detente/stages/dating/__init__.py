"""When and where a deed took place: the time and place that its own clause gives, else those of the clause that holds it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec.structs import replace

from detente.lexicon import Lexicon
from detente.nlp.parse import Parse
from detente.nlp.tense import simple_past, tense
from detente.reading import Attribution, Deed, Doubt, Place, Setting, Timex
from detente.records import Article, When, Where
from detente.stages.dating import reach
from detente.stages.dating.carriers import Scene
from detente.stages.dating.distance import Distance, barred, distances, extend
from detente.stages.dating.reach import clause
from detente.stages.dating.scenes import lend
from detente.stages.dating.settle import Found, settle
from detente.stages.dating.story import Line


def set(  # noqa: PLR0913, PLR0917  the stage's one verb, and the fields that it reads
    article: Article,
    parse: Parse,
    times: Sequence[Timex],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    deeds: Sequence[Deed],
    lexicon: Lexicon,
) -> tuple[tuple[Setting, ...], tuple[Doubt, ...]]:
    """One Setting a deed, in their order; null where the text gives none. The day of publication is never a guess."""
    words = lexicon.atlas.words
    scene = Scene(parse, deeds, attributions, lexicon.calendar.govern, words.motion | words.act)
    return tell(article.text, replace(scene, published=article.published), times, places), ()


def tell(text: str, scene: Scene, times: Sequence[Timex], places: Sequence[Place]) -> tuple[Setting, ...]:
    """`set` for a known scene: what clauses give, then what the story lends."""
    apart = tuple(distances(scene.parse, times))
    scene = replace(scene, bars=barred(scene.parse, times, apart))
    lines, home = _lines(text, scene, times, places, apart), _home(text, scene.parse, places)
    return tuple(lend(scene, read(text, scene, times, places, apart), scene.published, lines, home))


def hear(  # noqa: PLR0913, PLR0917  as `set`
    article: Article,
    parse: Parse,
    times: Sequence[Timex],
    places: Sequence[Place],
    attributions: Sequence[Attribution],
    deeds: Sequence[Deed],
    lexicon: Lexicon,
) -> tuple[tuple[Setting, ...], tuple[Doubt, ...]]:
    """When and where each attribution was said: the time that its cue governs, not that of what is told; null where there is none."""
    words = lexicon.atlas.words
    sayings = [Deed(a.cue_head, *a.cue, "REQUEST", a.rule, (), ()) for a in attributions]
    scene = Scene(parse, (*deeds, *sayings), attributions, lexicon.calendar.govern, words.motion | words.act)
    return read(article.text, scene, times, places)[len(deeds) :], ()


def read(
    text: str, scene: Scene, times: Sequence[Timex], places: Sequence[Place], apart: tuple[Distance, ...] | None = None
) -> tuple[Setting, ...]:
    """What clauses give, for a known scene; `apart` are the distances between its deeds, where they are known already."""
    parse = scene.parse
    triggers = frozenset(d.trigger for d in scene.deeds)
    cues = frozenset(scene.attributions[d.own].cue_head for d in scene.deeds if d.own is not None and d.own < len(scene.attributions))
    ground = reach.Ground(parse, triggers | cues, scene.govern, scene.into)
    dated = [t for t in times if t.type in ("date", "time", "duration") and (t.start or t.end)]
    of_time = reach.times(ground, [(t.first, t.last) for t in dated])
    of_time = extend(parse, dated, _sound(scene, dated, of_time), tuple(distances(parse, times)) if apart is None else apart)
    of_place = reach.places(ground, [(p.first, p.last) for p in places])
    out: list[Setting] = []
    for deed in scene.deeds:
        when, where = settle(scene, deed, of_time), settle(scene, deed, of_place)
        out.append(Setting(_when(text, parse, dated, deed, when), _where(text, parse, places, deed, where)))
    return tuple(out)


def _home(text: str, parse: Parse, places: Sequence[Place]) -> Where | None:
    """The one city in which the title says that what a page follows takes place ("follow the talks in Vienna")."""
    end = parse.paragraphs[0][1] if parse.paragraphs else 0
    found = [p for p in places if p.last <= end and p.precision == "city" and p.first and parse.lower[p.first - 1] in ("in", "at")]
    if len({p.name for p in found}) != 1:
        return None
    p = found[0]
    return Where(p.name, p.precision, _quote(text, parse, p.first, p.last), p.country, p.adm1, p.lat, p.lon, p.geonames)


def _lines(text: str, scene: Scene, times: Sequence[Timex], places: Sequence[Place], apart: tuple[Distance, ...]) -> tuple[Line, ...]:
    """The clauses that tell of one day: sayings with their speakers, and what is neither said nor a deed; in text order."""
    parse = scene.parse
    said = {a.cue_head: a.speaker for a in scene.attributions if a.speaker and a.said and a.mode == "actual"}
    deeds = {d.trigger: d for d in scene.deeds}
    verbs = {clause(parse, t.first) for t in times if t.start and t.start == t.end and t.precision == "day"} | said.keys()
    tokens = sorted(t for t in verbs if parse.is_verb(t))
    sayings = tuple(Deed(t, t, t + 1, "REQUEST", "", (), ()) for t in tokens)
    settings = read(text, replace(scene, deeds=(*scene.deeds, *sayings)), times, places, apart)[len(scene.deeds) :]
    out: list[Line] = []
    for token, setting in zip(tokens, settings, strict=True):
        when, ahead = setting.when, tense(parse, token) == "future"
        if when is None or when.start != when.end or when.basis == "inherited" or (token in deeds and not ahead and token not in said):
            continue
        if ahead or simple_past(parse, token):
            out.append(Line(token, said.get(token), when, setting.where, ahead))
    return tuple(out)


def _sound(scene: Scene, dated: Sequence[Timex], of: reach.Reach) -> reach.Reach:
    """No day after publication for what is told as past ("agreed to meet next year", "called for protests on Saturday")."""
    today = (scene.published or "9999")[:10]
    late = {i for i, t in enumerate(dated) if (t.start or "") > today or ((t.start or "") == today < (t.end or ""))}
    if not late:
        return of
    kept = {k: tuple(i for i in v if i not in late) if _done(scene.parse, k) else v for k, v in of.of.items()}
    return replace(of, of={k: v for k, v in kept.items() if v})


def _done(parse: Parse, verb: int) -> bool:
    """In the simple past or a perfect ("has promised"); what "was postponed to Thursday" is not done."""
    if parse.lemma[verb] in reach.MOVING:
        return False
    return simple_past(parse, verb) or (
        parse.tag[verb] == "VBN" and any(parse.lower[k] in ("has", "have", "had") for k in parse.kids[verb] if parse.dep[k] == "aux")
    )


def _is_age(timex: Timex) -> bool:
    """ "During the Cold War": it dates what a verb tells of, no noun in a longer sentence about it ("refusal to apologise for …")."""
    return timex.precision == "year" and "/" in (timex.value or "") and len(timex.value or "") > len("1998/2000")


def _quote(text: str, parse: Parse, first: int, last: int) -> str:
    return text[parse.start[first] : parse.end[last - 1]]


def _when(text: str, parse: Parse, times: Sequence[Timex], deed: Deed, found: Found | None) -> When | None:
    if found is None:
        return None
    timex = _best(times, found.indexes, deed.trigger)
    if _is_age(timex) and not parse.is_verb(deed.trigger):
        return None
    if found.bound:
        return _edge(text, parse, timex, found.bound)
    first, last = timex.first, timex.last
    low, high = (bisect_right(times, timex.first + by, key=lambda t: t.first) for by in (-9, 8))
    for other in times[low:high]:  # both ends of one interval stand in the quote
        if other.first != timex.first and (other.start, other.end) == (timex.start, timex.end) and timex.start != timex.end:
            first, last = min(first, other.first), max(last, other.last)
    basis: Literal["stated", "relative", "inherited"] = (
        "inherited" if found.inherited else "stated" if timex.basis == "stated" else "relative"
    )
    return When(timex.start, timex.end, timex.precision, basis, _quote(text, parse, first, last))


def _edge(text: str, parse: Parse, timex: Timex, bound: str) -> When | None:
    """The time of a deed told by another's: within it ("since 1992, when …"), or over before it ("…, after …")."""
    quote = _quote(text, parse, timex.first, timex.last)
    if bound in ("since", "from"):
        return When(timex.start, None, timex.precision, "inherited", quote) if timex.start else None
    if bound == "after":
        return When(None, timex.end, timex.precision, "inherited", quote) if timex.end else None
    start, end = whole(timex)
    return When(start, end, timex.precision, "stated" if timex.basis == "stated" else "relative", quote)


def whole(timex: Timex) -> tuple[str | None, str | None]:
    """The days of an expression itself, without what "since" or "until" before it leaves open."""
    value = timex.value or ""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return timex.start, timex.end
    year, month, day = (int(x) for x in (value + "-00-00").split("-")[:3])
    first = date(year, month or 1, day or 1)
    last = first if day else date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1) - timedelta(1)
    return first.isoformat(), last.isoformat()


def _best(times: Sequence[Timex], indexes: Sequence[int], trigger: int) -> Timex:
    """The sharpest expression, the nearest among equals."""
    order = ("day", "week", "month", "season", "year", "decade")
    return min((times[i] for i in indexes), key=lambda t: (t.type == "duration", order.index(t.precision), abs(t.first - trigger)))


def _where(text: str, parse: Parse, places: Sequence[Place], deed: Deed, found: Found | None) -> Where | None:
    if found is None or found.bound in ("after", "since", "from"):
        return None
    order = ("point", "city", "region", "country")

    def rank(x: Place) -> tuple[bool, int, int]:
        return x.lat is None and x.precision != "country", order.index(x.precision), abs(x.first - deed.trigger)

    p = min((places[i] for i in found.indexes), key=rank)
    quote = _quote(text, parse, p.first, p.last)
    return Where(p.name, p.precision, quote, p.country, p.adm1, p.lat, p.lon, p.geonames)
