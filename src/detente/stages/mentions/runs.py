"""Runs of capitalised words, cut where a title or a known name ends; what each rest is: a person, a body, a place."""

from __future__ import annotations

from collections.abc import Iterator

from detente.stages.mentions.page import Name, Page

MONTHS = frozenset({"may", "march", "august", "april", "june", "will"})
_FUNCTION = frozenset({"IN", "DT", "PRP", "PRP$", "WRB", "WP", "WDT", "CC", "TO", "MD", "RB", "EX", "PDT"})
_TAILS = frozenset(
    {"led", "run", "wide", "old", "style", "like", "long", "level", "era", "free", "held", "made", "area", "owned", "born", "backed"}
)


def runs(page: Page) -> Iterator[tuple[int, int]]:
    """Maximal stretches of capitalised words with the particles and hyphens inside them."""
    for start, end in page.parse.sentences:
        at = start
        while at < end:
            if not begins(page, at):
                at += 1
                continue
            stop = _stop(page, at + 1, end)
            yield at, stop
            at = stop


def begins(page: Page, token: int) -> bool:
    """Whether a name may begin here: a capital, and no word that sentences begin with."""
    word = page.words[token]
    if not page.cap(token) or len(word) < 2 or word in page.gazetteer.words.plain or word.startswith("'"):
        return False
    tag, gazetteer = page.parse.tag[token], page.gazetteer
    if tag[0] == "V" and page.held[token] < 0:  # "Accompanying Kim"; a name is often tagged as a verb, too
        return word in gazetteer.given or word in gazetteer.surnames or not word.endswith(("ing", "ed"))
    return tag not in _FUNCTION or page.held[token] >= 0


def _stop(page: Page, at: int, end: int) -> int:
    words, particles = page.words, page.gazetteer.words.particles
    first = at - 1
    while at < end:
        if _goes_on(page, at):
            at += 1
        elif words[at] == "-" and at + 1 < end and _hyphened(page, first, at):
            at += 2
        elif (ahead := _over_particles(words, particles, at, end)) < end and ahead > at and begins(page, ahead):
            at = ahead + 1
        else:
            break
    return at


def _goes_on(page: Page, token: int) -> bool:
    word = page.words[token]
    return page.cap(token) and (word not in page.gazetteer.words.plain or word in MONTHS)


def _hyphened(page: Page, first: int, hyphen: int) -> bool:
    """Whether a hyphen joins two parts of a name: "Jong-un", "Zaghari-Ratcliffe", not "US-led"."""
    parse, word = page.parse, page.words[hyphen + 1]
    if parse.start[hyphen] != parse.end[hyphen - 1] or parse.start[hyphen + 1] != parse.end[hyphen]:
        return False
    if page.cap(hyphen + 1):
        return page.held[hyphen - 1] < 0 or page.held[hyphen - 1] == page.held[hyphen + 1]
    plain = not word.isalpha() or len(word) > 6 or word in _TAILS or word.endswith(("ed", "ing"))
    return not plain and hyphen - first >= 2


def _over_particles(words: tuple[str, ...], particles: frozenset[str], at: int, end: int) -> int:
    ahead = at
    while ahead < end and ahead - at < 3 and (words[ahead] in particles or (words[ahead] == "-" and ahead > at)):
        ahead += 1
    return ahead


def parts(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """What is left of a run when titles and known names are cut from it."""
    at = first
    start = first
    while at < last:
        held = page.name_at(at)
        if held and held.sort != "person" and not _given(page, at, held, last):
            if start < at:
                yield start, at
            at = start = held.last
            continue
        title = page.gazetteer.titles.nouns.at(page.words, at, last)
        named = title is not None and title.last == at + 1 < last and page.words[at] in page.gazetteer.given
        if title and title.last <= last and not (at > start and title.last == last) and not named:
            if start < at:
                yield start, at
            at = start = title.last
            continue
        if at == start and page.words[at] in ("-", "former", "acting", "senior", "chief", "deputy", "vice"):
            start = at + 1
        at += 1
    if start < last:
        yield start, last


def _given(page: Page, token: int, held: Name, last: int) -> bool:
    """Whether a state's name is somebody's first name here ("Jordan Peterson"): the parser saw one person."""
    if held.sort not in ("state", "capital") or held.last >= last or page.words[token] not in page.gazetteer.given:
        return False
    return label_of(page, held.first, held.last + 1) == "PERSON"


def label_of(page: Page, first: int, last: int) -> str:
    """The parser's label for most of a stretch, empty where it has none."""
    labels = [label for label in page.labels[first:last] if label]
    best = max(labels, key=labels.count, default="")
    return best if labels.count(best) * 2 > last - first else ""
