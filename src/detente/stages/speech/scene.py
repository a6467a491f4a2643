"""What the parts of this stage share: the parse, who is who, the cue words, the quotations; and what they find."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal, TypeAlias

import msgspec

from detente.lexicon.speech import Commitment, Cue, Speech
from detente.nlp.parse import Parse
from detente.reading import Cast, Source
from detente.records import Act, Manner
from detente.stages.speech import marks

Mode: TypeAlias = Literal["actual", "future", "possible"]
Piece: TypeAlias = tuple[int, int]
STOPS = frozenset(".?!;")
ENDS = frozenset(".?!")
DASHES = frozenset(("-", "--", "–", "—", "―"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of finite verbs and modals."""
COMMAS = frozenset((",", *DASHES))
_TIME = re.compile(r"^(\d{1,2}[.:h]\d{2}|\d{1,2}[.)]?|\(\d+\)|[a-z]\)|[*•·▪‣])$", re.IGNORECASE)

MINDS = frozenset(("believe", "want", "support", "oppose"))
"""Acts that need no words: what somebody thinks or wants."""


class Found(msgspec.Struct, frozen=True):
    """One attribution before its place in the chain is known. `pieces` are token ranges of the content, the main one first."""

    cue: Piece
    head: int
    pieces: tuple[Piece, ...]
    speakers: tuple[str, ...]
    manner: Manner
    act: Act
    commitment: Commitment
    rule: str
    addressees: tuple[str, ...] = ()
    relays: tuple[Source, ...] = ()
    below: tuple[Source, ...] = ()
    """From whom or what the speaker has it: inwards of the speaker."""
    how: Literal["said", "quoted", "citing", "document", "hearsay", "unnamed"] = "said"
    said: bool = True
    mode: Mode = "actual"


class Hit(msgspec.Struct, frozen=True):
    """A cue in the text: its head token, one past its last token, and its entry."""

    token: int
    last: int
    cue: Cue


class Scene:
    """One article's parse, cast and cue words, with its quotations."""

    def __init__(self, parse: Parse, cast: Cast, words: Speech) -> None:
        self.parse, self.cast, self.words = parse, cast, words
        self.quotes = marks.find(parse)
        self.opens = [q.open for q in self.quotes]
        self.begins = [first for first, _ in parse.paragraphs]
        self.people = {p.id: p.type for p in cast.players}
        self.hits: dict[int, Hit] = {}
        """The cue verbs, by token; filled before content is read."""

    @cached_property
    def marked(self) -> frozenset[int]:
        """Tokens that are quotation marks."""
        marks_ = {q.open for q in self.quotes if q.open < q.first} | {q.close for q in self.quotes if q.closed}
        return frozenset(marks_)

    @cached_property
    def inside(self) -> dict[int, int]:
        """For each token between outermost marks, the index of its quotation."""
        return {t: i for i, q in enumerate(self.quotes) if not q.depth for t in range(q.first, q.last)}

    @cached_property
    def starts(self) -> dict[int, int]:
        """From the first token of each sentence to where its words begin, behind times, bullets and datelines."""
        return {}

    def sentence(self, token: int) -> Piece:
        """The token's sentence, without numbers, bullets, times and datelines before its words."""
        first, last = self.parse.sentences[self.parse.sentence_of[token]]
        begin = self.starts.get(first)
        if begin is None:
            begin = self.starts[first] = min(self._begin(first, last), last)
        if begin > token:
            begin = first
        if (at := self.inside.get(token)) is not None:
            return max(begin, self.quotes[at].first), min(last, self.quotes[at].last)
        return begin, last

    def section(self, token: int) -> Piece:
        """The token's sentence between semicolons."""
        first, last = self.sentence(token)
        lower = self.parse.lower
        for i in range(token - 1, first, -1):
            if lower[i] == ";" and i not in self.inside:
                first = i + 1
                break
        for i in range(token + 1, last):
            if lower[i] == ";" and i not in self.inside:
                last = i
                break
        return first, last

    def _begin(self, first: int, last: int) -> int:
        words = self.parse.words
        at = first
        while at < last and (_TIME.match(words[at]) or words[at] in DASHES) and at - first < 4:
            at += 1
        return self._dateline(at, last)

    def _dateline(self, at: int, last: int) -> int:
        """Past "SEOUL, May 9 (Yonhap) --" where the sentence begins with a word in capitals and a dash follows soon."""
        words = self.parse.words
        if not (words[at : at + 1] and words[at].isupper() and len(words[at]) > 2):
            return at
        for i in range(at + 1, min(at + 16, last - 1)):
            if words[i] in DASHES and self.parse.start[i] > self.parse.end[i - 1] and words[i + 1] not in DASHES:
                return i + 1
            if words[i] in STOPS:
                break
        return at

    def quotes_in(self, first: int, last: int) -> tuple[marks.Quoted, ...]:
        """The quotations that open in a range of tokens."""
        return self.quotes[bisect_left(self.opens, first) : bisect_left(self.opens, last)]

    def paragraph(self, token: int) -> Piece:
        """The token's paragraph."""
        return self.parse.paragraphs[bisect_right(self.begins, token) - 1]

    def trim(self, first: int, last: int) -> Piece:
        """A range without punctuation, "that" and conjunctions at its begin, and without punctuation at its end."""
        lower, tag = self.parse.lower, self.parse.tag
        while first < last and (lower[first] in _LEAD or (lower[first] in _MARKING and tag[first] in ("IN", "CC"))):
            first += 1
        while last > first and lower[last - 1] in _TAIL:
            last -= 1
        return first, last

    def verbal(self, first: int, last: int) -> bool:
        """Whether a range holds a finite verb or a modal."""
        parse = self.parse
        return any(parse.tag[t] in FINITE or (parse.tag[t] == "VBN" and self._past(t)) for t in range(first, last))

    def _past(self, verb: int) -> bool:
        """Strikes KILLED 28, tagged a participle: with a subject and no auxiliary it is a past tense."""
        parse = self.parse
        deps = {parse.dep[k] for k in parse.kids[verb]}
        return parse.dep[verb] in ("ccomp", "ROOT") and "nsubj" in deps and not deps & {"aux", "auxpass"}


_LEAD = frozenset((",", ";", ":", ".", "?", "!", "...", "…", *DASHES))
_MARKING = frozenset(("that", "but", "and", "whether", "so"))
_TAIL = frozenset((",", ";", ":", ".", "...", *DASHES, "and", "but"))
