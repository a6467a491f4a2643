"""Which people of the gazetteer a name may be, weighed by title, country and the article's day."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.entries import Sense
from detente.lexicon.gazetteer import Gazetteer
from detente.reading import Candidate
from detente.stages.candidates.described import Described

LEAST = 0.35  # below this a link would rest on the bare name of somebody else's office-holder
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
