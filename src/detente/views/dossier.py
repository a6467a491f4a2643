"""One actor in many articles: who it is, its offices, how it stands to others, whom it met, what it said and wants, what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from detente.corpus import Corpus, Filter
from detente.corpus.filter import within
from detente.records import Act, Actor, ActorType, Agreement, Relation, Role, Statement
from detente.views.entries import Book, Entry
from detente.views.moments import Moment, kept, moment
from detente.views.narrow import told as passed_on
from detente.views.positions import Issue, Matrix, Stand
from detente.views.positions import make as matrix
from detente.views.report import claims
from detente.views.report.standing import kind, teller
from detente.views.sides import Meant, Side, Sides
from detente.views.sources import NARRATOR, headline, outlet
from detente.views.wording import cut, tidy

_FAR = "phone"  # the mode of a talk in which nobody meets


class Office(msgspec.Struct, frozen=True):
    """An office: who holds it, title, of whom, from and until when as far as known, how it is known, and in how many articles."""

    holder: str
    title: str
    of: str | None
    since: str | None
    until: str | None
    known: str
    articles: int


class Tie(msgspec.Struct, frozen=True):
    """One telling of how the actor stands to another: in words, when, who says so."""

    moment: Moment
    words: str
    holds: bool
    source: str
    quote: str
    article: str
    id: str


class Standing(msgspec.Struct, frozen=True):
    """How the actor stands to one other party (None: to nobody named), oldest telling first: what changed can be read down."""

    other: Side | None
    ties: tuple[Tie, ...]


class Meeting(msgspec.Struct, frozen=True):
    """Whom the actor met or visited, as reported as happened: how often, the last time, and where that was."""

    other: Side
    times: int
    last: str
    where: str | None
    entries: tuple[str, ...]


class Said(msgspec.Struct, frozen=True):
    """A statement: its words, the act, who passes it on, when."""

    moment: Moment
    words: str
    act: Act
    said: bool
    how: str
    article: str
    id: str


class Claim(msgspec.Struct, frozen=True):
    """What somebody else says of the actor: that it did, wants or stands so."""

    moment: Moment
    words: str
    about: str
    source: str
    article: str
    id: str


class Deal(msgspec.Struct, frozen=True):
    """An agreement that the actor is party to: every status that is told of it, latest last."""

    name: str
    status: str
    parties: tuple[str, ...]
    moment: Moment
    clauses: tuple[str, ...]
    ids: tuple[str, ...]


class Seen(msgspec.Struct, frozen=True):
    """An article that names the actor, and how often."""

    id: str
    title: str
    outlet: str
    published: str | None
    mentions: int


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All that the articles give of one actor; an empty part was not found in them. A state comes with its government.

    Where days are asked for, `articles` are those of then and those that what is shown comes from, and `roles` those not known to lie
    before or after.
    """

    id: str
    name: str
    type: ActorType
    country: str | None
    ids: tuple[str, ...]
    aliases: tuple[str, ...]
    roles: tuple[Office, ...]
    standing: tuple[Standing, ...]
    met: tuple[Meeting, ...]
    said: tuple[Said, ...]
    positions: tuple[Issue, ...]
    claims: tuple[Claim, ...]
    agreements: tuple[Deal, ...]
    events: tuple[Entry, ...]
    articles: tuple[Seen, ...]


def make(corpus: Corpus, name: str, asked: Filter, sides: Sides) -> Dossier:
    """The dossier of an actor. Raises InputError where the name is nobody's in these articles, or several people's."""
    return _Maker(corpus, asked, sides, sides.meant(name)).made()


class _Maker:
    def __init__(self, corpus: Corpus, asked: Filter, sides: Sides, meant: Meant) -> None:
        self.corpus, self.asked, self.sides, self.meant = corpus, asked, sides, meant
        self.book = Book(corpus, sides)
        self.ledgers = self.book.ledgers
        fits = corpus.fitting(asked)
        self.tellings = [a for a in corpus.actors.values() if self.mine(a.article, a.id) and a.article in fits]

    def mine(self, article: str, actor: str | None) -> bool:
        return actor is not None and self.sides.of(article, actor) in self.meant.ids

    def made(self) -> Dossier:
        side, standing, said, agreements = self.meant.side, self.standing(), self.said(), self.agreements()
        asked = msgspec.structs.replace(self.asked, actors=(side.id, *self.asked.actors))
        events = self.book.told(asked)
        positions = matrix(self.corpus, msgspec.structs.replace(self.asked, actors=(side.id,)), self.sides)
        shown = {a for e in events for a in e.articles} | {s.article for s in said} | {t.article for s in standing for t in s.ties}
        shown |= {s.article for i in positions.issues for c in i.cells for s in c.stands}
        tellings = [a for a in self.tellings if a.article in shown or self.written_then(a.article)]
        names = Counter(tidy(n) for a in tellings for n in (a.name, *a.aliases))
        return Dossier(
            id=side.id,
            name=side.name,
            type=side.type,
            country=side.country,
            ids=tuple(sorted(self.meant.ids)),
            aliases=tuple(n for n, _ in names.most_common() if n != side.name),
            roles=tuple(o for o in _offices(self.sides, tellings) if _held(o, self.asked)),
            standing=standing,
            met=self.met(events),
            said=said,
            positions=positions.issues,
            claims=tuple(sorted((*self.events_of(events), *_wants(positions)), key=lambda c: _order(c.moment), reverse=True)),
            agreements=agreements,
            events=events,
            articles=tuple(self.seen(tellings)),
        )

    def written_then(self, article: str) -> bool:
        """Whether an article was published in the time that is asked for."""
        return within(self.corpus.articles[article].published, self.asked.since, self.asked.until)

    def standing(self) -> tuple[Standing, ...]:
        """Relations by the other side; an office held is no relation here but a role."""
        held: dict[str | None, list[Tie]] = {}
        for relation in kept(self.corpus, self.asked, self.corpus.relations):
            mine = [i for i in (relation.a, relation.b) if self.mine(relation.article, i)]
            if mine and relation.type != "leads":
                other = next((i for i in (relation.a, relation.b) if i and not self.mine(relation.article, i)), None)
                held.setdefault(other and self.sides.of(relation.article, other), []).append(self.tie(relation))
        groups = sorted(held.items(), key=lambda h: (-len(h[1]), h[0] or ""))
        return tuple(
            Standing((other and self.sides.side(other)) or None, tuple(sorted(ties, key=lambda t: _order(t.moment))))
            for other, ties in groups
        )

    def tie(self, relation: Relation) -> Tie:
        ledger = self.ledgers[relation.article]
        quote = tidy(relation.evidence[0].quote)
        when = moment(relation.when, ledger.article)
        return Tie(when, kind(relation), relation.factuality != "denied", teller(ledger, relation), quote, relation.article, relation.id)

    def met(self, events: Iterable[Entry]) -> tuple[Meeting, ...]:
        held: dict[str, list[Entry]] = {}
        for entry in events:
            if entry.status == "actual" and entry.code == "CONSULT" and entry.mode != _FAR:
                mine = self.meant.ids.intersection(entry.parties)
                for other in entry.parties if mine else ():
                    if other not in self.meant.ids:
                        held.setdefault(other, []).append(entry)
        made = (self.meeting(other, entries) for other, entries in held.items())
        return tuple(sorted(made, key=lambda m: (-m.times, m.other.name)))

    def meeting(self, other: str, entries: Sequence[Entry]) -> Meeting:
        dated = [e for e in entries if e.span]
        last = max(dated, key=lambda e: e.span or ("", "")) if dated else entries[0]
        where = tidy(last.where.name) if last.where else None
        return Meeting(self.sides.side(other), len(entries), last.day, where, tuple(e.id for e in entries))

    def said(self) -> tuple[Said, ...]:
        """Statements, latest first, each once for the words it rests on."""
        found: dict[tuple[str, int], Statement] = {}
        for statement in kept(self.corpus, self.asked, self.corpus.statements):
            if self.mine(statement.article, statement.speaker):
                found.setdefault((statement.article, statement.content.start), statement)
        made = map(self.statement, found.values())
        return tuple(sorted(made, key=lambda s: _order(s.moment), reverse=True))

    def statement(self, statement: Statement) -> Said:
        ledger = self.ledgers[statement.article]
        words = claims.worded(ledger, statement, longest=200)
        how = passed_on(ledger, statement)
        return Said(moment(statement.when, ledger.article), words, statement.act, statement.said, how, statement.article, statement.id)

    def events_of(self, events: Iterable[Entry]) -> Iterator[Claim]:
        """Deeds that somebody else says the actor did."""
        for entry in events:
            holders = {h for h in entry.holders if h not in self.meant.ids}
            if self.meant.ids.intersection(entry.actors) and entry.source != NARRATOR and holders == set(entry.holders):
                when = Moment(entry.span[0] if entry.span else None, entry.day, entry.span is not None)
                yield Claim(when, entry.line, "deed", entry.source, entry.article, entry.id)

    def agreements(self) -> tuple[Deal, ...]:
        held: dict[str, list[Agreement]] = {}
        for agreement in kept(self.corpus, self.asked, self.corpus.agreements):
            if any(self.mine(agreement.article, p) for p in agreement.parties):
                held.setdefault(agreement.key or agreement.id, []).append(agreement)
        return tuple(sorted(map(self.deal, held.values()), key=lambda d: _order(d.moment)))

    def deal(self, group: Sequence[Agreement]) -> Deal:
        shown = max(group, key=lambda a: (len(a.parties), len(a.clauses), len(a.name)))
        dated = next((a for a in group if a.when), shown)
        parties = self.sides.all(shown.article, shown.parties)
        clauses = dict.fromkeys(tidy(c.quote) for a in group for c in a.clauses)
        when = moment(dated.when, self.corpus.articles[dated.article])
        status = ", ".join(dict.fromkeys(a.status for a in group))
        return Deal(tidy(shown.name), status, tuple(map(self.sides.name, parties)), when, tuple(clauses), tuple(a.id for a in group))

    def seen(self, tellings: Iterable[Actor]) -> Iterator[Seen]:
        count = Counter[str]()
        for actor in tellings:
            count[actor.article] += len(actor.mentions)
        for ident, article in self.corpus.articles.items():
            if ident in count:
                title = headline(article)
                yield Seen(ident, title, outlet(article), article.published and article.published[:10], count[ident])


def _wants(positions: Matrix) -> Iterator[Claim]:
    """What others say that the actor wants."""
    stands: Iterable[Stand] = (s for i in positions.issues for c in i.cells for s in c.stands)
    for stand in stands:
        if not stand.own:
            yield Claim(stand.moment, cut(stand.line), "wish", stand.source, stand.article, stand.id)


def _offices(sides: Sides, tellings: Iterable[Actor]) -> Iterator[Office]:
    """Offices in order of time, those without a day last; each once for how it is known."""
    held: dict[tuple[str, Role], set[str]] = {}
    for actor in tellings:
        for role in actor.roles:
            held.setdefault((sides.known(actor), role), set()).add(actor.article)
    for (holder, role), articles in sorted(held.items(), key=lambda h: (h[0][1].since or "9999", h[0][1].title, h[0][0])):
        of = (sides.name(role.of) if ":" in role.of else role.of) if role.of else None
        known = "said by a text" if role.basis == "text" else "known beside the texts"
        yield Office(holder, tidy(role.title), of, role.since, role.until, known, len(articles))


def _held(office: Office, asked: Filter) -> bool:
    """Whether an office may have been held in the time that is asked for; one without a day may."""
    return not (office.until and asked.since and office.until < asked.since) and not (
        office.since and asked.until and office.since > asked.until
    )


def _order(moment: Moment) -> str:
    return moment.day or ""
