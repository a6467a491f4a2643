"""Who there is: states, organisations and people, their names, dated roles and kin, as the files of `data/gazetteer` tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from detente.lexicon.actor_words import ActorWords
from detente.lexicon.actor_words import load as load_words
from detente.lexicon.dated import RoleRow, covers
from detente.lexicon.entries import (
    COMPASS,
    Entry,
    GivenName,
    Kin,
    Metonym,
    Organisation,
    Person,
    Sense,
    Territory,
    body_entry,
    body_names,
    last_words,
    person_entry,
    person_names,
    state_entry,
    territory_names,
)
from detente.lexicon.phrases import PhraseTable, fold, pieces
from detente.lexicon.shelf import Shelf
from detente.lexicon.titles import Titles
from detente.lexicon.titles import load as load_titles

STANDING_IN = ("acting ", "interim ", "caretaker ", "co-", "deputy ")
LEADING = ("head_of_state", "head_of_government")
K = TypeVar("K")
V = TypeVar("V")


class Gazetteer(msgspec.Struct, frozen=True):
    """The index over all rows; built once by `load`. Ids are those of the files; countries are ISO 3166 alpha-3."""

    names: PhraseTable[Sense]
    titles: Titles
    words: ActorWords
    entries: Mapping[str, Entry]
    states: Mapping[str, str]
    """Country code to the id of its state."""
    surnames: Mapping[str, tuple[str, ...]]
    """Folded surname to the ids of people."""
    terms: Mapping[str, tuple[RoleRow, ...]]
    """Person id to the roles held."""
    holdings: Mapping[tuple[str, str], tuple[RoleRow, ...]]
    """(office, of) to the terms of those who held it."""
    relatives: Mapping[tuple[str, str], tuple[str, ...]]
    """(person id, relation) to the ids of those who are that to the person."""
    formal: Mapping[str, str]
    """Country to its names in lower case, joined."""
    kingdoms: frozenset[str]
    """Countries whose full name is that of a kingdom."""
    bodies: frozenset[str]
    """Last parts of the ids of bodies of states ("mfa", "parliament")."""
    plain: Mapping[str, str]
    """The one of those states that the bare word means: the "Republic of" it ("korea")."""
    siblings: Mapping[str, tuple[str, ...]]
    """Last word of a name that several living states share ("korea", "korean"), to their ids."""
    given: Mapping[str, str]
    """Folded given name to `m`, `f` or empty."""
    common: frozenset[str]
    """Folded words that name bodies and parties of several countries ("labour", "senate", "national")."""
    leaders: Mapping[str, tuple[str, ...]]
    """Folded surname to the ids of those who ever led a state or a government, or an international organisation."""

    def halved(self, words: Sequence[str], at: int) -> tuple[Sense, ...]:
        """What a folded point of the compass stands for where its noun comes later: "South" of "South and North Korea"."""
        if words[at] not in COMPASS or len(words) < at + 4 or words[at + 1] not in ("and", "or") or words[at + 2] not in COMPASS:
            return ()
        return self.names.get(f"{words[at]} {words[at + 3]}") if self.names.get(f"{words[at + 2]} {words[at + 3]}") else ()

    def holders(self, office: str, of: str, on: str | None) -> tuple[RoleRow, ...]:
        """Who held an office of a country or body on a day; empty where no day is known."""
        return tuple(r for r in self.holdings.get((office, of), ()) if covers(r, on))

    def office(self, office: str, of: str, on: str | None) -> tuple[RoleRow, ...]:
        """Who a title of a country means on a day: the office's holder, else the nearest office that the title may mean.

        Only of offices that one person holds at a time: a country has many envoys. Of several holders the one with the office's plain
        title is meant: a president, not who acts for him.
        """
        row = self.titles.offices.get(office)
        if row is None or not row.single(of) or (row.level == "envoy" and office != "un_ambassador"):
            return ()
        keys = (office, *self.titles.means.get(office, ()))
        if office == "leader" and of.lower() in self.words.premier_led:
            keys = (office, "prime_minister", "chancellor", "head_of_government", *keys[1:])
        body = self.entries.get(of)
        owners = (of, body.country) if body and body.type == "government" and body.country else (of,)
        for owner in owners:  # "the White House chief of staff" is the country's
            for key in keys:
                if held := self.holders(key, owner, on):
                    return self._meant(key, held)
        return ()

    def _meant(self, office: str, held: tuple[RoleRow, ...]) -> tuple[RoleRow, ...]:
        """The one of several holders whose title is the office's own, of those the one who came last where the others are only not
        known to have gone; all of them where that is nobody or more than one."""
        if len({r.person for r in held}) == 1:
            return held[:1]
        row = self.titles.offices.get(office)
        plain = [r for r in held if row and r.title.lower() in row.titles and not r.title.lower().startswith(STANDING_IN)]
        last = max((r.since or "" for r in plain), default="")
        there = [r for r in plain if r.until or r.since == last]
        return tuple(there[:1]) if len({r.person for r in there}) == 1 else held

    def alike(self, said: str, held: str) -> bool:
        """Whether a title may mean an office: the same, or one that the title stands for."""
        return said == held or held in self.titles.means.get(said, ())

    def roles(self, person: str, on: str | None) -> tuple[RoleRow, ...]:
        """The roles of a person on a day."""
        return tuple(r for r in self.terms.get(person, ()) if covers(r, on))


def load(shelf: Shelf) -> Gazetteer:
    """Read the gazetteer's tables; files that are not there are empty tables. Raises DataError for a bad row."""
    territories = shelf.overlaid("gazetteer/territories", Territory, lambda t: t.id)
    bodies = shelf.overlaid("gazetteer/organisations", Organisation, lambda b: b.id)
    people = shelf.overlaid("gazetteer/people", Person, lambda p: p.id)
    terms = shelf.overlaid("gazetteer/roles", RoleRow, lambda r: (r.person, r.office, r.of))
    metonyms = shelf.table("gazetteer/metonyms", Metonym)
    titles = load_titles(shelf)
    led = {t.person for t in terms if leads(t, titles)}
    return Gazetteer(
        names=PhraseTable((*territory_names(territories), *body_names(bodies, metonyms), *person_names(people))),
        titles=titles,
        words=load_words(shelf),
        entries={e.id: e for e in (*map(state_entry, territories), *map(body_entry, bodies), *map(person_entry, people))},
        states={
            t.country: t.id for t in reversed(territories) if t.country and t.kind in ("state", "territory") and t.id.startswith("state:")
        },
        surnames=_gather((fold(s), p.id) for p in people for s in p.surname),
        terms=_gather((t.person, t) for t in terms),
        holdings=_gather(((t.office, t.of), t) for t in terms if t.of),
        relatives=_gather(((k.of, k.relation), k.person) for k in shelf.table("gazetteer/kin", Kin)),
        formal={t.country: "|".join(t.names).lower() for t in reversed(territories) if t.country and t.id.startswith("state:")},
        kingdoms=frozenset(t.country for t in territories if t.country and any("Kingdom of" in n for n in t.names)),
        bodies=frozenset(b.id.partition("-")[2] for b in bodies if b.id.startswith("gov:")),
        plain={
            pieces(n)[2]: t.id
            for t in territories
            if t.kind == "state"
            for n in t.names
            if n.startswith("Republic of ") and len(pieces(n)) == 3
        },
        siblings={w: ids for w, ids in _gather(last_words(territories)).items() if len(ids) > 1},
        common=frozenset(w for w, countries in _gather(_body_words(bodies)).items() if len(set(countries)) > 1),
        leaders=_gather((fold(s), p.id) for p in people if p.id in led for s in p.surname),
        given={**_given(people, titles), **{fold(g.name): g.sex or "" for g in shelf.table("lexicon/given_names", GivenName)}},
    )


def _body_words(bodies: Iterable[Organisation]) -> Iterable[tuple[str, str]]:
    """Each word of each name of the bodies and parties of states, with the country."""
    return ((w, b.country) for b in bodies if b.country for n in (b.name, *b.names) for w in pieces(fold(n)))


def leads(term: RoleRow, titles: Titles) -> bool:
    """Whether a term is that of somebody whom news calls by the bare surname: the head of a state, a government or a world body."""
    office = titles.offices.get(term.office)
    if office is None or term.title.lower().startswith(STANDING_IN) or "elect" in term.office:
        return False
    return office.level in LEADING or (office.level == "igo" and office.unique == "yes")


def _gather(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {k: tuple(v) for k, v in found.items()}


def _given(people: Iterable[Person], titles: Titles) -> dict[str, str]:
    """Given names that people of the gazetteer bear before their surname, with the sex where all bearers share it."""
    found: dict[str, str] = {}
    for person in people:
        words = pieces(person.name)
        surname = {w for s in person.surname for w in pieces(s)}
        if len(words) > 1 and words[0] not in surname and not titles.nouns.get(words[0]):
            sex = person.sex or ""
            found[words[0]] = sex if found.get(words[0], sex) == sex else ""
    return found
