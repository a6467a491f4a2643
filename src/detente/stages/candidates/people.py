"""Which people of the gazetteer a name may be, weighed by title, country and the article's day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from detente.lexicon.entries import Sense
from detente.lexicon.gazetteer import Gazetteer
from detente.reading import Candidate, Mention
from detente.stages.candidates.described import Described, Text

LEAST = 0.35  # below this a link would rest on the bare name of somebody else's office-holder
NAME = 4  # words of a country's name
_MOST = 40  # people of one surname that are weighed


def people(gazetteer: Gazetteer, name: Sequence[str], known: tuple[Sense, ...], title: Described, on: str | None) -> tuple[Candidate, ...]:
    """The people whom the name may mean, likeliest first."""
    full = tuple(dict.fromkeys(s.entry for s in known if s.entry.startswith("person:")))
    if full:
        rated = [_rate(gazetteer, p, title, on, 0.7) for p in full]
    elif len(words := [w for w in name if w != "-"]) == 1 or title.nouns:
        bearers = gazetteer.surnames.get(words[-1], ()) if len(words) == 1 else ()
        rated = [_rate(gazetteer, p, title, on, 0.0) for p in bearers[:_MOST]]
    else:
        rated = []
    rated = sorted((c for c in rated if c.score >= LEAST), key=lambda c: -c.score)
    if not full and len(rated) > 1 and rated[0].score - rated[1].score < 0.1:
        return ()
    return tuple(rated)


def whose(text: Text, mention: Mention, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Of several people under one full name the one whose country stands beside it ("Jordan's King Abdullah", "King Faisal of Iraq"), else
    the one whose country the article names more often."""
    country = {c.entry: text.gazetteer.entries[c.entry].country or "" for c in found if c.how.startswith("full name")}
    if len(country) < 2:
        return found
    beside = {land for first, last in _beside(text, mention) for land in _lands(text, first, last)}
    if not beside.intersection(country.values()):
        named = Counter(land for at in range(len(text.words)) for land in _longest(text, at))
        most = max(named[land] for land in country.values())
        beside = {land for land in country.values() if named[land] == most}
    if len(beside.intersection(country.values())) == len(set(country.values())):
        return found
    rated = [msgspec.structs.replace(c, score=round(c.score + (0.0 if country.get(c.entry, "") in beside else -0.3), 3)) for c in found]
    return tuple(sorted(rated, key=lambda c: -c.score))


def _beside(text: Text, mention: Mention) -> Iterator[tuple[int, int]]:
    """Where the owner of a name may stand: before it, with "'s" or as an adjective, and behind an "of"."""
    end = mention.first - 1 if mention.first and text.words[mention.first - 1] in ("'s", "’s", "'", "’") else mention.first
    yield from ((first, end) for first in range(max(0, end - NAME), end))
    if mention.title:
        yield from ((first, last) for first in range(*mention.title) for last in range(first + 1, mention.title[1] + 1))
    if mention.last < len(text.words) and text.words[mention.last] == "of":
        yield from ((mention.last + 1, last) for last in range(mention.last + 2, mention.last + 2 + NAME))


def _lands(text: Text, first: int, last: int) -> set[str]:
    """The countries that some words name: a state, its adjective, its capital."""
    senses = text.gazetteer.names.get(" ".join(text.words[first:last]))
    return {text.gazetteer.entries[s.entry].country or "" for s in senses if s.entry.startswith("state:")}


def _longest(text: Text, at: int) -> set[str]:
    return next((lands for last in range(min(at + NAME, len(text.words)), at, -1) if (lands := _lands(text, at, last))), set())


def _rate(gazetteer: Gazetteer, person: str, title: Described, on: str | None, base: float) -> Candidate:
    """How well a person fits a title on a day: office and country held then, country alone, any office then."""
    entry = gazetteer.entries[person]
    now, ever = gazetteer.roles(person, on), gazetteer.terms.get(person, ())
    score, how = base, "full name" if base else "surname"
    if said := next((f"{n.key}" for n in title.nouns if n.kind == "office" and n.level not in ("other", "expert")), None):
        held = [r for r in (ever if title.former or on is None else now) if gazetteer.alike(said, r.office)]
        if held:
            score, how = score + 0.4, f"{how}, {held[0].title} {'then' if on else 'at some time'} ({held[0].status})"
        elif not base:
            score -= 0.2
    elif title.nouns and title.nouns[-1].level in ("expert", "other") and not title.former:
        score -= 0.2 if now else 0.0
    if title.of:
        same = any(o == entry.country or any(r.of == o for r in ever) for o in title.of)
        score += 0.2 if same else -0.3
    if now:
        score, how = score + 0.15, how if "then" in how else f"{how}, in office then ({now[0].status})"
    return Candidate(person, round(score, 3), how)
