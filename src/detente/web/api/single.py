"""Answers about one thing: an article with its records, an event with its tellings, how to cite a record."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from detente.records import Certainty, Cut, Figure, Quote
from detente.views.cards import Card
from detente.views.entries import Entry
from detente.views.explain import Context
from detente.views.report import Row
from detente.views.sides import Side
from detente.web.api.shared import Headline

Kind: TypeAlias = Literal["headline", "body", "caption"]


class Passage(msgspec.Struct, frozen=True):
    """A stretch of the article's text from offset `start`: a paragraph, or (where texts are left out) the words around evidence.

    `line` is its line in the input, or its number. Between two passages that do not follow one another words are left out.
    """

    start: int
    text: str
    line: int
    part: Kind


class Mention(msgspec.Struct, frozen=True):
    """Words that stand for actors: for whom (ids of `cast`), and what decided that they do."""

    start: int
    end: int
    quote: str
    actors: tuple[str, ...]
    how: str


class Player(msgspec.Struct, frozen=True):
    """An actor of the article: its id there, and the side that it is in all articles."""

    id: str
    name: str
    side: Side
    why: str


class Told(msgspec.Struct, frozen=True):
    """A telling of this article and the real-world event that it tells; `others` counts the other articles that tell it."""

    event: str
    entry: str
    others: int


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a reader reads it, with a card for each of its records; a card's `quotes` are offsets into the text.

    `whole`: all of the text is in `passages`. `checks`: what to look at first. `dated` says where the day is from. `copy_of`: the article
    that it was found to copy.
    """

    headline: Headline
    byline: str | None
    dated: str
    language: str
    whole: bool
    passages: tuple[Passage, ...]
    cards: tuple[Card, ...]
    mentions: tuple[Mention, ...]
    cast: tuple[Player, ...]
    told: tuple[Told, ...]
    checks: tuple[Row, ...]
    furniture: tuple[Cut, ...]
    copy_of: Headline | None = None


Aspect: TypeAlias = Literal["status", "when", "where", "parties", "code", "figures"]


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """An event as one article tells it. `shown`: this telling stands for all. `differs`: in what it is unlike the shown one.

    `chain` says who says so, outermost relay last; `copied` is the article that its article was found to copy.
    """

    id: str
    article: Headline
    line: str
    shown: bool
    status: str
    standing: str
    certainty: Certainty
    code: str
    day: str
    place: str | None
    parties: str
    source: str
    condition: str | None
    figures: tuple[Figure, ...]
    context: Context
    quote: Quote
    rule: str
    differs: tuple[Aspect, ...]
    copied: str | None = None


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of the event by a person or the program: a judgement or a correction, whether it stands, and in words.

    `verb` is a verdict or a corrected field; `of` are the ids it speaks of. What is undone or undoes stands no longer.
    """

    id: str
    kind: Literal["judgement", "correction"]
    verb: str
    of: tuple[str, ...]
    value: str | None
    about: str | None
    reason: str
    author: str
    when: str | None
    stands: bool
    undoes: str | None
    words: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A real-world event with all its tellings; `said` what was said of it, oldest first.

    `alike` are other events of the same parties at about the same time.
    """

    entry: Entry
    tellings: tuple[Telling, ...]
    sides: tuple[Side, ...]
    said: tuple[Word, ...]
    alike: tuple[Entry, ...]


class Citation(msgspec.Struct, frozen=True):
    """How to cite an article, or the words that a record rests on: in one line, and as BibTeX."""

    id: str
    plain: str
    bibtex: str


class Heard(msgspec.Struct, frozen=True):
    """A person's word was taken in: its id, by which it can be undone; `new` false where it had been said before."""

    id: str
    new: bool
