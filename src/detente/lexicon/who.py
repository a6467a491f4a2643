"""Who a name or a description of an office may be on a day: what `detente who` prints, asked of the gazetteer alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from detente.lexicon.dated import RoleRow, covers, over
from detente.lexicon.entries import Sense
from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import fold, pieces
from detente.lexicon.titles import Noun

Moment: TypeAlias = Literal["then", "before", "later", "unknown"]
_SENSES = {"name": "its name", "adjective": "adjective of the state", "people": "its people", "prefix": "combining form",
           "capital": "its capital, which may stand for it", "metonym": "stands for it"}  # fmt: skip


class Held(msgspec.Struct, frozen=True):
    """An office that somebody held: of what (a readable name), from and until when, how the row is known, and where the day lies."""

    title: str
    office: str
    of: str | None
    since: str | None
    until: str | None
    status: str
    moment: Moment


class Possible(msgspec.Struct, frozen=True):
    """One thing of the gazetteer that is meant, likeliest first: why, its country (ISO 3166 alpha-3), its offices by date, its kin."""

    id: str
    name: str
    type: str
    country: str | None
    why: str
    roles: tuple[Held, ...] = ()
    kin: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """What was asked, for which day, and all that it may be; `note` says what is not known."""

    asked: str
    on: str | None
    found: tuple[Possible, ...]
    note: str = ""


class _Asked(msgspec.Struct):
    """The question, read: people and things named, offices and kinship words, owners, and words that are no name known."""

    people: list[str] = []
    things: list[Sense] = []
    nouns: list[Noun] = []
    owners: list[str] = []
    rest: list[str] = []
    former: bool = False


def who(asked: str, gazetteer: Gazetteer, *, on: str | None = None) -> Answer:
    """All that a name ("Ri Yong-ho", "Foreign Minister Ri"), an office ("the Chinese president") or kinship may be on a day (ISO 8601)."""
    read = _read(asked, gazetteer)
    kin = next((n for n in read.nouns if n.kind == "kin"), None)
    if kin and read.people:
        return _kin(asked, kin, read, gazetteer, on)
    if read.people or (read.rest and not read.things):
        return _people(asked, read, gazetteer, on)
    office = next((n for n in reversed(read.nouns) if n.kind == "office"), None)
    if office and read.owners:
        return _office(asked, office, read, gazetteer, on)
    things = {s.entry: _SENSES[s.kind] for s in reversed(read.things)} if not read.rest and not read.nouns else {}
    found = tuple(_possible(entry, why, gazetteer, on) for entry, why in reversed(things.items()))
    return Answer(asked, on, found, "" if found else _unknown(read))


def _unknown(read: _Asked) -> str:
    if read.nouns and not read.owners:
        return "an office, but of no country or body that the gazetteer knows"
    return "nobody and nothing of that name in the gazetteer"


def _read(asked: str, gazetteer: Gazetteer) -> _Asked:
    """Names and nouns of the question, the longest at each word."""
    words, read = pieces(asked), _Asked()
    at = 1 if words[:1] == ("the",) and len(words) > 1 else 0
    while at < len(words):
        name, noun = gazetteer.names.at(words, at, len(words)), gazetteer.titles.nouns.at(words, at, len(words))
        if noun and (name is None or noun.last >= name.last):
            if name and name.last < noun.last:
                _take(name.meanings, read, gazetteer)  # "UN" of "UN secretary-general"
            kinship = read.people and any(n.kind == "kin" for n in noun.meanings)
            wanted = "kin" if kinship else "office"  # "Kim Jong-un's sister" is no nun
            read.nouns.append(min(noun.meanings, key=lambda n: n.kind != wanted))
            at = noun.last
        elif name:
            _take(name.meanings, read, gazetteer)
            at = name.last
        else:
            if words[at] in gazetteer.words.former:
                read.former = True
            elif words[at] not in ("'s", "the", "of", "'", ",", "and", "for"):
                read.rest.append(words[at])
            at += 1
    return read


def _take(senses: Iterable[Sense], read: _Asked, gazetteer: Gazetteer) -> None:
    for sense in senses:
        known = gazetteer.entries.get(sense.entry)
        if known is None:
            continue
        if known.type == "person":
            read.people.append(known.id)
        else:
            read.things.append(sense)
            read.owners.append((known.country or known.id) if known.type == "state" else known.id)


def _people(asked: str, read: _Asked, gazetteer: Gazetteer, on: str | None) -> Answer:
    """People of a full name, else of a surname; those whom title, country and day fit come first."""
    bearers = read.people or [p for p in gazetteer.surnames.get(read.rest[-1], ()) if _given_fits(p, read.rest[:-1], gazetteer)]
    how = "full name" if read.people else "surname"
    rated = sorted((_rated(p, how, read, gazetteer, on) for p in dict.fromkeys(bearers)), key=lambda r: -r[0])
    if how == "surname" and rated and rated[0][0] > 0 and (read.nouns or read.owners):
        rated = [r for r in rated if r[0] > 0]  # of many bearers, those whom title or country fit
    found = tuple(_possible(person, why, gazetteer, on) for _, person, why in rated)
    return Answer(asked, on, found, "" if found else _unknown(read))


def _given_fits(person: str, given: list[str], gazetteer: Gazetteer) -> bool:
    """Whether the other words of a name are words of the person's."""
    return set(given) <= set(pieces(gazetteer.entries[person].name))


def _rated(person: str, how: str, read: _Asked, gazetteer: Gazetteer, on: str | None) -> tuple[float, str, str]:
    """How well somebody fits, and the reasons in words."""
    now, ever = gazetteer.roles(person, on), gazetteer.terms.get(person, ())
    score, why = 0.0, [how]
    for noun in (n for n in read.nouns if n.kind == "office"):
        if held := next((r for r in now if gazetteer.alike(noun.key, r.office)), None):
            score, why = score + 4, [*why, f"{held.title} on the day ({held.status})"]
        elif held := next((r for r in ever if gazetteer.alike(noun.key, r.office)), None):
            score, why = score + 1, [*why, f"{held.title} at another time ({held.status})"]
        else:
            score, why = score - 2, [*why, "never held that office as far as known"]
    if read.owners:
        country = gazetteer.entries[person].country
        same = any(o == country or any(r.of == o for r in ever) for o in read.owners)
        score, why = score + (2 if same else -2), [*why, "of that country or body" if same else "of another country"]
    if now and not read.nouns:
        score, why = score + 1, [*why, "in office on the day"]
    return score, person, "; ".join(why)


def _office(asked: str, office: Noun, read: _Asked, gazetteer: Gazetteer, on: str | None) -> Answer:
    """Whoever held an office of a country or body on a day; without a day, or for a former holder, all who are known to have held it."""
    owner, key = read.owners[0], office.key
    ever = [r for k in (key, *gazetteer.titles.means.get(key, ())) for r in gazetteer.holdings.get((k, owner), ())]
    if on and not read.former:
        rows = gazetteer.office(key, owner, on) or gazetteer.holders(key, owner, on)
        found = _holders(rows, gazetteer, on)
        return Answer(asked, on, found, "" if found else _gap(ever, gazetteer, on))
    rows = tuple(r for r in ever if r.office == key and (not on or over(r, on)))
    found = _holders(sorted(rows, key=lambda r: r.since or "", reverse=True), gazetteer, on)
    return Answer(asked, on, found, "" if found else "no holder known")


def _holders(rows: Iterable[RoleRow], gazetteer: Gazetteer, on: str | None) -> tuple[Possible, ...]:
    found: dict[str, Possible] = {}
    for row in rows:
        why = f"{row.title} of {_name(row.of, gazetteer)} {_span(row.since, row.until)} ({row.status})"
        found.setdefault(row.person, _possible(row.person, why, gazetteer, on))
    return tuple(found.values())


def _gap(ever: list[RoleRow], gazetteer: Gazetteer, on: str) -> str:
    """Who held the office last before a day on which nobody is known to have held it, and who next."""
    before = max((r for r in ever if over(r, on)), key=lambda r: r.until or "", default=None)
    after = min((r for r in ever if r.since and r.since > on), key=lambda r: r.since or "", default=None)
    parts = [
        f"{word} {gazetteer.entries[r.person].name} ({_span(r.since, r.until)})" for word, r in (("before", before), ("after", after)) if r
    ]
    return "no holder known on that day" + ("; " + ", ".join(parts) if parts else "")


def _kin(asked: str, kin: Noun, read: _Asked, gazetteer: Gazetteer, on: str | None) -> Answer:
    """Somebody's relatives: "Kim Jong-un's sister", also where the row says "younger sister"."""
    found = [
        _possible(relative, f"{relation} of {gazetteer.entries[person].name}", gazetteer, on)
        for person in dict.fromkeys(read.people)
        for (of, relation), relatives in gazetteer.relatives.items()
        if of == person and (relation == kin.key or relation.endswith(" " + kin.key))
        for relative in relatives
    ]
    return Answer(asked, on, tuple(found), "" if found else "no such relative known")


def _possible(entry: str, why: str, gazetteer: Gazetteer, on: str | None) -> Possible:
    known = gazetteer.entries[entry]
    rows = sorted(gazetteer.terms.get(entry, ()), key=lambda r: (r.since or "", r.until or "9999"))
    return Possible(known.id, known.name, known.type, known.country, why, tuple(_held(r, gazetteer, on) for r in rows),
                    tuple(_relatives(entry, gazetteer)))  # fmt: skip


def _held(row: RoleRow, gazetteer: Gazetteer, on: str | None) -> Held:
    until = None if row.until == "?" else row.until
    moment: Moment = "unknown"
    if covers(row, on):
        moment = "then"
    elif on and row.since and row.since > on:
        moment = "later"
    elif over(row, on):
        moment = "before"
    return Held(row.title, row.office, _name(row.of, gazetteer), row.since, until or row.until, row.status, moment)


def _relatives(entry: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Both sides of each kinship: "younger sister: Kim Yo-jong", "son of Kim Jong-il"."""
    for (of, relation), relatives in gazetteer.relatives.items():
        if of == entry:
            yield from (f"{relation}: {gazetteer.entries[r].name}" for r in relatives if r in gazetteer.entries)
        if entry in relatives and of in gazetteer.entries:
            yield f"{relation} of {gazetteer.entries[of].name}"


def _name(of: str | None, gazetteer: Gazetteer) -> str | None:
    """The readable name of a country code or id."""
    known = gazetteer.entries.get(gazetteer.states.get(of or "", of or "")) or gazetteer.entries.get(f"state:{fold(of or '')}")
    return known.name if known else of


def _span(since: str | None, until: str | None) -> str:
    return f"from {since or '?'}" + (f" to {until}" if until else "")
