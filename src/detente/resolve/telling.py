"""An event as it is compared with others: who sits at the table, when, where and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

import msgspec

from detente.corpus import Corpus
from detente.records import Actor, Agreement, Event
from detente.resolve import wordings

BACK, AHEAD = timedelta(days=12), timedelta(days=45)
"""Where an act without a day may lie: some days before its article; a planned one some weeks after."""
FINE, MIDDLE = 9, 45
"""Days up to which a time is as good as a day, and up to which it is a month."""
VERBAL = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
"""Acts by words: two states say many things to each other on a day, so that what is said must agree."""
_HEIRS = {"SUN": "RUS", "YUG": "SRB", "SCG": "SRB", "CSK": "CZE", "YMD": "YEM", "ZAR": "COD"}
"""A state that is gone, and the one whose capital its name still means: "Moscow protested" and "the Soviet Union protested"."""
_MISSION = re.compile(r"\b(?:embass(?:y|ies)|consulates?|legation|high commission) (?:in|at)\b", re.IGNORECASE)
_SENT = re.compile(
    r"(?:[\w-]+ ){0,2}(?:representatives|delegat\w+|officials|negotiators|envoys|diplomats|leaders|ministers|presidents|governments|teams"
    r"|commanders|experts|troops|forces|soldiers|aircraft|warplanes|ships|authorities) (?:of|from) ",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?][\"”’)]*\s+[“\"A-Z]|\n\s*\n")
_PARTICLES = frozenset("al el ul bin bint ibn ben von van de der den da do dos la le du y abu".split())


class Table(msgspec.Struct, frozen=True):
    """One side of an act, or all of it: the seats, and for each who is named for it.

    A seat is a country's code, an organisation's or a group's id, or the name of somebody whose country is not known.
    """

    seats: frozenset[str]
    people: dict[str, frozenset[str]]
    soft: frozenset[str]
    """Words of those whom the article only describes ("protesters", "joint committee")."""
    unsettled: frozenset[str] = frozenset()
    """Folded names of people whose country is not known: another article may know it ("Carter", "Kakuei Tanaka")."""
    described: str = ""
    """Those words as the article has them."""


class Span(msgspec.Struct, frozen=True):
    """The days in which an act lies: as told, or where it is not told as they follow from the day of publication."""

    first: date
    last: date
    told: bool

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.last - self.first).days + 1


class Frame(msgspec.Struct, frozen=True):
    """Of an event, who sits at the table and when: by what it is looked up."""

    event: Event
    all: Table
    span: Span | None


class Telling(Frame, frozen=True, dict=True):
    """What of an event, its article and its actors is compared; what its words say is found when it is first asked for.

    `text` is that of its article, `names` are those of its parties and place, `offices` those that its people hold, `pact` names of
    agreements read in the same words.
    """

    actors: Table
    recipients: Table
    words: str
    text: str
    names: tuple[str, ...]
    offices: tuple[str, ...]
    pact: frozenset[str]
    states: dict[str, str]
    """Names of the states of the article, by their codes: for those who read a reason."""

    @cached_property
    def said(self) -> str:
        """The words, and of an act by words also the rest of the sentence: what is said often stands behind them."""
        return f"{self.words} … {_rest(self.event, self.text)}" if self.event.code in VERBAL else self.words

    @cached_property
    def stems(self) -> frozenset[str]:
        """What is told, without the names."""
        return wordings.stems(self.said, self.names, spoken=self.event.code in VERBAL)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Kinds of act."""
        return wordings.kinds(self.words) | ({"call"} if self.event.mode == "phone" else set())

    @cached_property
    def ordinals(self) -> frozenset[tuple[str, int]]:
        """Which of several."""
        return wordings.ordinals(self.words)

    @cached_property
    def signs(self) -> bool:
        """Whether a paper is signed."""
        return wordings.signs(self.words)

    @cached_property
    def paper(self) -> bool:
        """Whether a paper is spoken of."""
        return wordings.PACT.search(self.words) is not None

    @cached_property
    def topics(self) -> frozenset[str]:
        """What it is about."""
        return wordings.topics(self.words) - frozenset(wordings.stem(w) for n in self.names for w in wordings.fold(n).split())

    @cached_property
    def levels(self) -> frozenset[str]:
        """Who meets: leaders, ministers, officials."""
        return wordings.levels(" ".join([self.words, *self.offices])) if self.event.code == "CONSULT" else frozenset()


class Tellings:
    """The events of a corpus, each made ready when it is first asked for."""

    def __init__(self, corpus: Corpus, originals: Mapping[str, str] | None = None) -> None:
        """`originals`: of articles that copy, what they copy. A copy tells no later days than its original."""
        self._corpus = corpus
        self._framed: dict[str, Frame] = {}
        self._originals: Mapping[str, str] = {} if originals is None else originals
        self._made: dict[str, Telling] = {}
        self._states: dict[str, list[Actor]] = {}
        for actor in corpus.actors.values():
            if actor.type == "state" and actor.country:
                self._states.setdefault(actor.article, []).append(actor)
        self._agreements: dict[str, list[Agreement]] = {}
        for agreement in corpus.agreements:
            self._agreements.setdefault(agreement.article, []).append(agreement)

    def frame(self, event: Event) -> Frame:
        """Who and when of an event: all that its keys are made of."""
        if event.id not in self._framed:
            table = self._table(event, (*event.actors, *event.recipients))
            self._framed[event.id] = Frame(event, table, _span(event, self._published(event)))
        return self._framed[event.id]

    def of(self, event: Event) -> Telling:
        """The same event, made ready."""
        if event.id not in self._made:
            self._made[event.id] = self._make(event)
        return self._made[event.id]

    def _table(self, event: Event, ids: Iterable[str]) -> Table:
        corpus = self._corpus
        seats: dict[str, set[str]] = {}
        soft: set[str] = set()
        unsettled: set[str] = set()
        described: list[str] = []
        for ident in ids:
            actor = corpus.actors.get((event.article, ident))
            seat = None if _abroad(actor, event) else _seat(actor, corpus.identity(ident))
            if actor is not None and _stateless(actor, seat):
                unsettled.add(wordings.fold(actor.name))
            if seat is None:
                described.append(actor.name if actor else ident.rpartition("#")[2].replace("-", " "))
                soft |= wordings.stems(described[-1])
                seats |= {state: set() for state in _sent_by(actor, self._states.get(event.article, ())) if state not in seats}
                continue
            named = seats.setdefault(seat, set())
            if actor is not None and actor.type == "person" and is_named(actor):
                named.add(_person(corpus.identity(ident), actor))
        people = {s: frozenset(p) for s, p in seats.items()}
        return Table(frozenset(seats), people, frozenset(soft), frozenset(unsettled), " ".join(described))

    def _published(self, event: Event) -> date | None:
        first = self._corpus.articles.get(self._originals.get(event.article, event.article))
        return day((first or self._corpus.articles[event.article]).published)

    def _make(self, event: Event) -> Telling:
        corpus, frame = self._corpus, self.frame(event)
        known = [corpus.actors[key] for a in (*event.actors, *event.recipients) if (key := (event.article, a)) in corpus.actors]
        seated = [a for a in known if _seat(a, corpus.identity(a.id)) and (a.type != "group" or "#" not in a.id)]
        names = (n for a in seated for n in (a.name, *a.aliases, *(r.title for r in a.roles)))
        return Telling(
            event=event,
            all=frame.all,
            span=frame.span,
            actors=self._table(event, event.actors),
            recipients=self._table(event, event.recipients),
            words=" … ".join(q.quote for q in event.evidence),
            text=corpus.articles[event.article].text,
            names=(*names, event.where.name if event.where else ""),
            offices=tuple(_titles(known)),
            states={heir(s.country): s.name for s in self._states.get(event.article, ()) if s.country},
            pact=_pact(event, self._agreements.get(event.article, ())),
        )


def _rest(event: Event, text: str) -> str:
    """What follows the last words of evidence, to the end of the sentence."""
    last = event.evidence[-1].end
    end = _END.search(text, last)
    return text[last : end.start() if end else len(text)]


def _titles(actors: Iterable[Actor]) -> Iterator[str]:
    """Offices of the people at a table; a minister is one of several."""
    for actor in actors:
        yield from (r.title.replace("inister", "inisters") if "rime" not in r.title else r.title for r in actor.roles)


def _seat(actor: Actor | None, identity: str) -> str | None:
    """For whom somebody sits at the table; None for those whom an article only describes."""
    if actor is None:
        return identity if "#" not in identity else None
    if actor.country:
        return heir(actor.country)
    if body := next((r.of for r in actor.roles if r.of and r.of.startswith("igo:")), None):
        return body
    if "#" not in identity:
        return identity
    return wordings.fold(actor.name) if actor.type == "person" and is_named(actor) else None


def _abroad(actor: Actor | None, event: Event) -> bool:
    """An embassy of which only the town is told: it is not the country's in which it stands."""
    here = event.where.country if event.where else None
    return actor is not None and "#" in actor.id and actor.country == here and _MISSION.search(actor.name) is not None


def heir(country: str) -> str:
    """The state in whose seat a country sits: itself, or the one that came after it."""
    return _HEIRS.get(country, country)


def _stateless(actor: Actor, seat: str | None) -> bool:
    """Whether somebody has a name, and the article does not say of which country."""
    unknown = actor.country is None and "#" in actor.id and (seat is None or not seat.startswith("igo:"))
    return unknown and actor.type == "person" and actor.name[:1].isupper()


def _sent_by(actor: Actor | None, states: Iterable[Actor]) -> Iterator[str]:
    """Seats of those who are described as a state's: "representatives of Ukraine and Russia"."""
    if actor is not None and _SENT.match(actor.name):
        spans = [(m.start, m.end) for m in actor.mentions]
        yield from (heir(s.country) for s in states if s.country and any(a <= m.start and m.end <= b for m in s.mentions for a, b in spans))


def _person(identity: str, actor: Actor) -> str:
    return identity if "#" not in identity else wordings.fold(actor.name)


def is_named(actor: Actor) -> bool:
    """Whether somebody has a name, not only a description: "Wu Dawei", not "a Western diplomat"."""
    words = re.findall(r"[^\W\d_]+", actor.name)
    return actor.id.startswith("person:") or (len(words) > 1 and all(w[0].isupper() or w.lower() in _PARTICLES for w in words))


def day(written: str | None) -> date | None:
    """The day of an ISO 8601 string; None where it is none."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _span(event: Event, published: date | None) -> Span | None:
    when = event.when
    first, last = (day(when.start), day(when.end)) if when is not None else (None, None)
    if first is not None or last is not None:
        return _told(first, last, published)
    if published is None:
        return None
    if event.factuality in ("planned", "possible"):
        return Span(published, published + AHEAD, False)
    return Span(published - BACK, published, False)


def _told(first: date | None, last: date | None, published: date | None) -> Span:
    """A time that the text gives. What is open before a day began some months before; what is still open lasts to the publication."""
    if first is None:
        assert last is not None
        return Span(last - timedelta(days=2 * MIDDLE), last, True)
    return Span(first, max(first, last or published or first), True)


def _pact(event: Event, agreements: Iterable[Agreement]) -> frozenset[str]:
    """Names of agreements that the article reads in the same words."""
    start, end = event.evidence[0].start, event.evidence[-1].end
    found = (a for a in agreements if any(q.start < end and start < q.end for q in a.evidence))
    return frozenset(wordings.fold(a.name) for a in found if any(w[:1].isupper() for w in a.name.split()[1:]))
