"""Whom a bare surname means in an article that never gives the full name ("Erdogan met Putin"), and full names spelt otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rapidfuzz.distance import JaroWinkler

from detente.lexicon.dated import RoleRow, begun
from detente.lexicon.gazetteer import Gazetteer, leads
from detente.lexicon.phrases import pieces
from detente.reading import Candidate
from detente.stages.candidates.described import Described, Text

HOW = "known by the surname alone"
_HELD, _ONCE, _UNDATED = 0.5, 0.4, 0.42  # all above the least score of a link, all below that of a title or a full name
_ALIKE = 0.82  # Jaro-Winkler: Omer and Omar .87, Volodomyr and Volodymyr .93; Hillary and Bill .73
_MOST = 40  # people of one surname that are weighed
_MINISTERS = ("minister", "royal", "igo", "party")


def surnames(words: Sequence[str]) -> Iterator[str]:
    """The surnames that a name may end in: "el-sisi", "bin salman", and the last word alone."""
    for back in (3, 2):
        if len(words) >= back:
            yield "".join(words[-back:]) if words[-2] == "-" else " ".join(words[-back:])
    yield words[-1]


def renowned(text: Text, surname: str, on: str | None) -> tuple[Candidate, ...]:
    """The one bearer who led a state or a government on the day, else before it, and whom the article can mean; else nobody."""
    gazetteer = text.gazetteer
    if surname not in gazetteer.leaders:
        return _minister(text, surname, on)
    now = _leading(gazetteer, surname, lambda p: gazetteer.roles(p, on))
    now = now if len(now) < 2 else [p for p in now if gazetteer.entries[p].country in text.played]
    if len(now) == 1 and _meant(text, surname, now[0]):
        return (Candidate(now[0], _HELD, f"{HOW}: in office then ({_status(gazetteer.roles(now[0], on))})"),)
    if not now and (serving := [p for p in gazetteer.surnames[surname] if any(_high(gazetteer, r) for r in gazetteer.roles(p, on))]):
        only = serving[0]  # "Clinton" of 2012 is the secretary of state, not who was president once
        held = _status(gazetteer.roles(only, on))
        return (Candidate(only, _ONCE, f"{HOW}: in office then ({held})"),) if len(serving) == 1 and _meant(text, surname, only) else ()
    ever = _leading(gazetteer, surname, lambda p: [r for r in gazetteer.terms.get(p, ()) if begun(r, on)])
    ever = ever if len(ever) < 2 else [p for p in ever if gazetteer.entries[p].country in text.played]
    if not now and len(ever) == 1 and _meant(text, surname, ever[0]):
        return (Candidate(ever[0], _ONCE if on else _UNDATED, f"{HOW}: in office once ({_status(gazetteer.terms[ever[0]])})"),)
    return ()


def _leading(gazetteer: Gazetteer, surname: str, terms: Callable[[str], Iterable[RoleRow]]) -> list[str]:
    return [p for p in gazetteer.leaders[surname] if any(leads(r, gazetteer.titles) for r in terms(p))]


def _meant(text: Text, surname: str, person: str) -> bool:
    """Whether the article speaks of the person's country, or nobody of another country bears the name."""
    country = text.gazetteer.entries[person].country
    if country in text.played:
        return True
    return all(text.gazetteer.entries[p].country == country for p in text.gazetteer.surnames[surname])


def _minister(text: Text, surname: str, on: str | None) -> tuple[Candidate, ...]:
    """A minister of a country that the article speaks of, of whose name nobody else of it is known."""
    gazetteer = text.gazetteer
    held = [p for p in gazetteer.surnames.get(surname, ()) if gazetteer.entries[p].country in text.played]
    serving = [p for p in held if len(held) == 1 and any(_high(gazetteer, r) for r in gazetteer.roles(p, on))]
    if len(serving) != 1:
        return ()
    return (Candidate(serving[0], _ONCE, f"{HOW}: in office then ({_status(gazetteer.roles(serving[0], on))})"),)


def _high(gazetteer: Gazetteer, term: RoleRow) -> bool:
    office = gazetteer.titles.offices.get(term.office)
    return office is not None and office.level in _MINISTERS


def _status(terms: Iterable[RoleRow]) -> str:
    return next((r.status for r in terms), "recalled")


def alike(text: Text, words: Sequence[str], title: Described, on: str | None) -> tuple[Candidate, ...]:
    """The holder of the title's office whose surname it is and whose given name is spelt much the same: "President Omer al-Bashir".

    Spelling alone links nobody: the office must be the person's, and where a country is told, of that country.
    """
    gazetteer = text.gazetteer
    said = next((n.key for n in title.nouns if n.kind == "office"), "")
    found = []
    for surname in surnames(words):
        for person in gazetteer.surnames.get(surname, ())[:_MOST]:
            terms = gazetteer.roles(person, on) if on else gazetteer.terms.get(person, ())
            held = [r for r in terms if gazetteer.alike(said, r.office) and (not title.of or r.of in title.of)]
            if held and JaroWinkler.similarity(words[0], pieces(gazetteer.entries[person].name)[0]) > _ALIKE:
                found.append(Candidate(person, _HELD, f"surname, {held[0].title} then, given name spelt much the same ({held[0].status})"))
        if found:
            break
    return tuple(found) if len(found) == 1 else ()
