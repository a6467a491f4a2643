"""Candidates: what each mention may be in the gazetteer, on the article's day, and what it says of itself.

Entries are ids of the gazetteer ("person:kim-jong-un", "state:prk"), or descriptions: `office:foreign_minister@PRK`,
`body:mfa@CHN`, `agent:expert@`, `kin:sister@`, `land:country@`, `name:person`, `name:body`; after the `@` stands of what.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.phrases import keys
from detente.nlp.parse import Parse
from detente.reading import Candidate, Doubt, Mention
from detente.records import Article
from detente.stages.candidates.described import Described, Text, describe
from detente.stages.candidates.people import people, whose
from detente.stages.candidates.places import states, unnamed
from detente.stages.candidates.renown import alike, renowned, surnames

__all__ = ["find"]


class Knows(Protocol):
    """The part of the lexicon that is read here."""

    @property
    def gazetteer(self) -> Gazetteer: ...


def find(
    article: Article, parse: Parse, mentions: tuple[Mention, ...], lexicon: Knows
) -> tuple[tuple[tuple[Candidate, ...], ...], tuple[Doubt, ...]]:
    """For each mention its candidates, likeliest first; pronouns have none."""
    words, on = keys(parse.words), article.published
    text = Text(words, parse.words, lexicon.gazetteer, _played(words, mentions, lexicon.gazetteer))
    bearers = _bearers(text, mentions)
    found: list[tuple[Candidate, ...]] = []
    for mention in mentions:
        if mention.form == "pronoun":
            found.append(())
        elif mention.form in ("name", "adjective"):
            found.append(_named(parse, text, mention, bearers, on))
        else:
            found.append(_people_of(text, mention) or _described(describe(text, mention.first, mention.last), text.gazetteer, on))
    return tuple(_at_home(found, mentions, text)), ()


def _people_of(text: Text, mention: Mention) -> tuple[Candidate, ...]:
    """ "Canadians": some of the people of a state, not the state."""
    known = text.gazetteer.names.get(" ".join(text.words[mention.first : mention.last]))
    entry = next((s.entry for s in known if s.kind == "people"), None)
    country = text.gazetteer.entries[entry].country if entry else None
    return (Candidate(f"agent:people@{country}", 0.3, "people of the state"),) if country else ()


def _played(words: Sequence[str], mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> frozenset[str]:
    """The countries of the states and people that the article names, also inside the name of a body ("the Indian army")."""
    found: set[str] = set()
    for mention in mentions:
        if mention.form in ("name", "adjective"):
            for last in range(mention.first + 1, mention.last + 1):
                for sense in gazetteer.names.get(" ".join(words[mention.first : last])):
                    country = gazetteer.entries[sense.entry].country
                    if country and sense.entry.startswith(("state:", "territory:", "person:")):
                        found.add(country)
    return frozenset(found)


def _at_home(found: list[tuple[Candidate, ...]], mentions: tuple[Mention, ...], text: Text) -> list[tuple[Candidate, ...]]:
    """Without the parties and bodies of countries that the article does not speak of: "Socialist Party" is no French one in Belgrade.

    What has a word in its name that no body of another country has stays: there is one Knesset.
    """

    def stays(candidate: Candidate, mention: Mention) -> bool:
        alone = any(w.isalpha() and w not in text.gazetteer.common for w in text.words[mention.first : mention.last])
        return candidate.how != "its name" or alone or text.at_home(candidate.entry)

    return [
        tuple(c for c in cs if stays(c, mention)) or (_unknown(text, mention) if cs else ())
        for mention, cs in zip(mentions, found, strict=True)
    ]


def _unknown(text: Text, mention: Mention) -> tuple[Candidate, ...]:
    """A body under its own name that the gazetteer does not hold."""
    said = describe(text, mention.first, mention.last).entries()
    return (*(Candidate(entry, 0.3, "its words") for entry in said), Candidate("name:body", 0.1, "its name"))


def _bearers(text: Text, mentions: tuple[Mention, ...]) -> frozenset[str]:
    """Words of the full names of people in this article: a later short form is a person's, whatever the parser saw."""
    found: set[str] = set()
    for mention in mentions:
        words = text.words[mention.first : mention.last]
        if mention.form == "name" and len(words) > 1 and words[-1] not in text.gazetteer.words.org_heads:
            known = text.gazetteer.names.get(" ".join(words))
            titled = mention.title and describe(text, *mention.title).personal
            if any(s.entry.startswith("person:") for s in known) or words[0] in text.gazetteer.given or titled:
                found.update(words)
    return frozenset(found)


def _named(parse: Parse, text: Text, mention: Mention, bearers: frozenset[str], on: str | None) -> tuple[Candidate, ...]:
    words, gazetteer = text.words, text.gazetteer
    title = describe(text, *mention.title) if mention.title else Described()
    known = gazetteer.names.get(" ".join(words[mention.first : mention.last]))
    inner = states(parse, words, mention, known, gazetteer)
    if not inner and mention.last - mention.first == 1 and words[mention.first] in gazetteer.plain and not mention.title:
        return unnamed(words, mention, gazetteer)
    if inner or mention.form == "adjective":
        return _with_state(text, mention, inner) or unnamed(words, mention, gazetteer)
    affiliated = mention.title is not None and words[mention.title[0]] in ("of", "at", "with", "from")
    found = whose(text, mention, people(gazetteer, words[mention.first : mention.last], known, title, on))
    personal = affiliated or title.personal or words[mention.last - 1] in bearers
    if not found and not affiliated:
        found = _by_surname(text, mention, title, bearers, on)
    if not found and not personal and _bodily(parse, text, mention, title):
        described = _described(describe(text, mention.first, mention.last), gazetteer, on)
        titles = (Candidate(e, 0.05, "its title") for e in title.entries())
        return (*described, Candidate("name:body", 0.1, "its name"), *titles)
    return (*found, Candidate("name:person", 0.1, "its name"), *(Candidate(e, 0.05, "its title") for e in title.entries()))


def _by_surname(text: Text, mention: Mention, title: Described, bearers: frozenset[str], on: str | None) -> tuple[Candidate, ...]:
    """Who a bare surname means, or a full name that the gazetteer spells otherwise, whose title tells whose it is."""
    words = text.words[mention.first : mention.last]
    whole = [w for w in words if w != "-"]
    titled = any(n.kind == "office" for n in title.nouns)
    if titled and not title.former and len(whole) > 1:
        return alike(text, words, title, on)
    short = len(whole) == 1 or " ".join(words) in text.gazetteer.leaders or (len(whole) == 2 and whole[0] in text.gazetteer.words.particles)
    if not short or titled or words[-1] in bearers:
        return ()
    return next((c for s in surnames(words) if (c := renowned(text, s, on))), ())


def _with_state(text: Text, mention: Mention, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Marks bodies that the name itself ties to their state ("China's Foreign Ministry"), or that no other shares three words with."""
    if not any(c.entry.startswith(("gov:", "party:")) for c in found):
        return found
    of = frozenset(describe(text, mention.first, mention.last).of) | _adjective(text, mention)
    alone = len(found) == 1 and mention.last - mention.first > 2
    return tuple(
        Candidate(c.entry, c.score, "its full name") if alone or text.gazetteer.entries[c.entry].country in of else c for c in found
    )


def _adjective(text: Text, mention: Mention) -> frozenset[str]:
    """The country whose adjective a name begins with: "Georgian government" needs no Georgia elsewhere in the article."""
    senses = text.gazetteer.names.get(text.words[mention.first])
    return frozenset(c for s in senses if s.kind == "adjective" and (c := text.gazetteer.entries[s.entry].country))


def _bodily(parse: Parse, text: Text, mention: Mention, title: Described) -> bool:
    """Whether an unknown name is a body's: by its last word, by its title, else by the parser."""
    words, gazetteer = text.words, text.gazetteer
    last = words[mention.last - 1]
    if last in gazetteer.words.org_heads or last in gazetteer.words.media_heads or title.nouns:
        return True
    if (
        words[mention.first] in gazetteer.given
        or last in gazetteer.surnames
        or (mention.last - mention.first > 1 and "-" in words[mention.first : mention.last])
    ):
        return False
    at = bisect_right(parse.names, mention.first, key=lambda name: name[1])
    label = parse.names[at][2] if at < len(parse.names) and parse.names[at][0] < mention.last else ""
    return label == "ORG" or (parse.words[mention.first].isupper() and mention.last - mention.first == 1)


_SIDES = ("side", "negotiating side")


def _described(said: Described, gazetteer: Gazetteer, on: str | None) -> tuple[Candidate, ...]:
    """A nominal's own description, and who or what holds that office on the day."""
    found = []
    for noun, of in said.pairs():
        if noun.kind == "office" and not noun.plural and not said.former and of:
            holders = gazetteer.office(noun.key, of, on)
            if len(holders) == 1:
                found.append(Candidate(holders[0].person, 0.7, f"{holders[0].title} of {of} on {on} ({holders[0].status})"))
        if of and noun.key in _SIDES and of in gazetteer.states:
            found.append(Candidate(gazetteer.states[of], 0.8, f"the side of {of}"))
        if noun.kind == "body" and of:
            entry = f"gov:{of.lower()}-{noun.key}"
            if entry in gazetteer.entries:
                found.append(Candidate(entry, 0.8, f"{noun.key} of {of}"))
    return (*found, *(Candidate(entry, 0.3, "its words") for entry in said.entries()))
