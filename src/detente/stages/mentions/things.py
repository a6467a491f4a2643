"""What bears a name and is no actor: roads and bases named after people, exercises, ships."""

from __future__ import annotations

from detente.stages.mentions.page import Name, Page

_MANOEUVRES = frozenset(
    """exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers wargame wargames operation hurricane typhoon cyclone storm
    frigate destroyer carrier cruiser vessel ship warship tanker satellite missile rocket award prize expressway freeway motorway roundabout
    cemetery memorial monument stadium museum theatre theater library""".split()
)
_NO_PLACES = frozenset({"house", "hall", "line", "bank", "field", "plain", "plains", "camp", "university", "prison", "hospital"})
_LEADING = frozenset(
    {("joint", "base"), ("air", "base"), ("naval", "station"), ("naval", "base"), ("camp",), ("fort",), ("mount",), ("lake",)}
)
FARTHEST = 4  # tokens of "a joint military exercise" before its noun


def find(page: Page, parts: list[tuple[int, int]]) -> None:
    """Write the names among these stretches down as places where the text says that they are things, wherever they stand."""
    known = {page.words[a:b] for a, b in parts if _thing(page, a, b)}
    if known:
        for first, last in parts:
            if page.words[first:last] in known:
                page.add(Name(first, last, "place"))


def _thing(page: Page, first: int, last: int) -> bool:
    return _leads(page, first, last) or _modifies(page, last) or _called(page, first, last)


def _leads(page: Page, first: int, last: int) -> bool:
    """ "Joint Base Andrews", "Fort Bragg"."""
    return any(page.words[first : first + len(w)] == w and last - first > len(w) for w in _LEADING)


def _noun(page: Page, token: int) -> bool:
    lists, word = page.gazetteer.words, page.words[token]
    if not page.noun(token) or word in _NO_PLACES:
        return False
    return word in _MANOEUVRES or (word in lists.place_heads and page.parse.tag[token] == "NN")


def _modifies(page: Page, last: int) -> bool:
    """ "the Francisco Fajardo highway", "the Max Thunder air combat drills": a noun of things that the name stands before."""
    stop = last
    while stop < len(page.words) and stop - last < FARTHEST and page.noun(stop) and not page.cap(stop) and page.held[stop] < 0:
        if _noun(page, stop):
            return True
        stop += 1
    return False


def _called(page: Page, first: int, last: int) -> bool:
    """ "Max Thunder, a joint exercise", "an exercise called Max Thunder", "exercise Max Thunder"."""
    words, end = page.words, len(page.words)
    if words[last : last + 1] == (",",) and words[last + 1 : last + 2] in (("a",), ("an",), ("the",)):
        at = last + 2
        while at < end and at - last < FARTHEST + 2 and page.parse.tag[at][:2] in ("JJ", "NN", "VB", "HY") and not page.cap(at):
            if words[at] in _MANOEUVRES and (at + 1 >= end or not page.noun(at + 1)):
                return True
            at += 1
    back = first - 1
    while back > 0 and words[back] in ("called", "codenamed", "dubbed", "named", "-", "code", "``", "“", '"', ",", "known", "as"):
        back -= 1
    return back >= 0 and words[back] in _MANOEUVRES and page.noun(back) and page.parse.sentence_of[back] == page.parse.sentence_of[first]
