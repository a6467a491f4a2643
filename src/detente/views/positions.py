"""Who wants what on which issue: a row an issue, a column a party, own words and what others say of them apart.

A party of which no text gives a position is blank, and nothing is put in its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec

from detente.corpus import Corpus, Filter
from detente.records import Certainty, Position, Stance
from detente.views.ledgers import Ledgers
from detente.views.moments import Moment, kept, moment
from detente.views.report.wants import is_own
from detente.views.sides import Side, Sides
from detente.views.sources import NARRATOR, headline, source
from detente.views.wording import hung, stance, tidy

_BACK = frozenset("the this that these those its his her their".split())
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """One position: what is wanted in words, `own` or said of the party by another, who says so, when and under which condition."""

    id: str
    article: str
    stance: Stance
    own: bool
    certainty: Certainty
    line: str
    source: str
    condition: str | None
    moment: Moment
    quote: str


class Cell(msgspec.Struct, frozen=True):
    """What a party wants on an issue, in order of time, undated last; several, where it is told several times or has changed."""

    party: str
    stands: tuple[Stand, ...]

    @property
    def own(self) -> bool:
        """Whether any of it is the party's own word or act."""
        return any(s.own for s in self.stands)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """Its stances, each once: the own ones where there are any, else those that others say it has."""
        found = [s for s in self.stands if s.own] or self.stands
        return tuple(dict.fromkeys(s.stance for s in found))


class Issue(msgspec.Struct, frozen=True):
    """An issue, by the key under which the words of several articles meet; `name` is its shortest wording.

    A single noun that points back ("the decision") means something that only its own article names: it meets no other article's, and
    its name has the headline behind it. Parties that are not in `cells` are blank. `at_odds` are those for it and those against it, if
    they are of different sides.
    """

    key: str
    name: str
    cells: tuple[Cell, ...]
    at_odds: tuple[str, ...]


class Party(msgspec.Struct, frozen=True):
    """A column: the side, on how many issues a text gives its position, and in how many articles it is named at all."""

    side: Side
    issues: int
    articles: int


class Matrix(msgspec.Struct, frozen=True):
    """Issues, those at odds and those with most parties first; parties, those with most issues first."""

    issues: tuple[Issue, ...]
    parties: tuple[Party, ...]


class Asked(msgspec.Struct, frozen=True):
    """An issue in words, and what makes the stems and shared keys of words (`lexicon.issues`); without an issue, all."""

    about: str | None = None
    key: Callable[[str], str] = str.lower


def make(corpus: Corpus, asked: Filter, sides: Sides, which: Asked | None = None) -> Matrix:
    """The matrix of what is asked for; with actors, of these parties only."""
    which = which or Asked()
    wanted = frozenset[str]().union(*(sides.ids(name) for name in asked.actors))
    words = frozenset(which.key(which.about).split()) if which.about else frozenset()
    held: dict[tuple[str, str | None], list[Position]] = {}
    for position in kept(corpus, asked, corpus.positions):
        fits = not asked.actors or sides.of(position.article, position.actor) in wanted
        if fits and words <= set(position.issue_key.split()):
            within = corpus.original(position.article) if points_back(position) else None
            held.setdefault((position.issue_key, within), []).append(position)
    ledgers = Ledgers(corpus)
    issues = [_issue(ledgers, sides, key, positions) for key, positions in held.items()]
    issues.sort(key=lambda i: (not i.at_odds, -len(i.cells), -sum(len(c.stands) for c in i.cells), i.key))
    return Matrix(tuple(issues), tuple(_parties(corpus, sides, issues)))


def points_back(position: Position) -> bool:
    """Whether an issue is one noun of which something before it says which is meant: "the decision", "their appeal"."""
    if " " in position.issue_key:
        return False
    words = _WORD.findall(position.evidence[0].quote.lower())
    noun = position.issue.lower().split()[-1:]
    return any(before in _BACK and [word] == noun for before, word in pairwise(words))


def _issue(ledgers: Ledgers, sides: Sides, key: tuple[str, str | None], positions: Sequence[Position]) -> Issue:
    held: dict[str, list[Stand]] = {}
    for position in positions:
        held.setdefault(sides.of(position.article, position.actor), []).append(stand(ledgers, position))
    cells = tuple(Cell(party, in_time(stands)) for party, stands in held.items())
    name = min((tidy(p.issue) for p in positions), key=lambda n: (len(n), n))
    if key[1]:
        name = f"{name} ({headline(ledgers[positions[0].article].article)})"
    return Issue(key[0], name, cells, _odds(sides, cells))


def stand(ledgers: Ledgers, position: Position) -> Stand:
    """A position as it is shown."""
    ledger = ledgers[position.article]
    return Stand(
        id=position.id,
        article=position.article,
        stance=position.stance,
        own=is_own(ledger, position),
        certainty=position.certainty,
        line=stance(ledger, position),
        source=source(ledger, position.chain, position.evidence) or NARRATOR,
        condition=" ".join(hung(position.condition)) if position.condition else None,
        moment=moment(position.when, ledger.article),
        quote=tidy(position.evidence[0].quote),
    )


def in_time(stands: Iterable[Stand]) -> tuple[Stand, ...]:
    """In order of time, undated last."""
    return tuple(sorted(stands, key=lambda s: (s.moment.day or "9999", s.article)))


def _odds(sides: Sides, cells: Sequence[Cell]) -> tuple[str, ...]:
    """Parties that stand for it and parties that stand against it, where they are not of one country."""

    def of(stance: Stance) -> dict[str, str]:
        return {c.party: sides.side(c.party).country or c.party for c in cells if stance in c.stances}

    yes, no = of("for"), of("against")
    for_it = [p for p, country in yes.items() if set(no.values()) - {country}]
    against = [p for p, country in no.items() if set(yes.values()) - {country}]
    return tuple(dict.fromkeys((*for_it, *against)))


def _parties(corpus: Corpus, sides: Sides, issues: Iterable[Issue]) -> Iterable[Party]:
    count = Counter(c.party for i in issues for c in i.cells)
    named = Counter(side for side, _ in {(sides.of(*key), key[0]) for key in corpus.actors})
    for party, number in sorted(count.items(), key=lambda c: (-c[1], c[0])):
        yield Party(sides.side(party), number, named[party])


def blank(party: Party) -> str:
    """Why a cell is empty."""
    many = "the one article that names it gives" if party.articles == 1 else f"none of the {party.articles} articles that name it gives"
    return f"not found: {many} {'none' if party.articles == 1 else 'one'}"
