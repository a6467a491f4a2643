"""The words that give content to a speaker: cue verbs, nouns, adjectives, adverbs and phrases, found by their first word."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from detente.errors import DataError
from detente.lexicon.shelf import Shelf
from detente.records import Act

Part: TypeAlias = Literal["verb", "noun", "adjective", "adverb", "phrase", "possessive", "relay", "stance"]
Frame: TypeAlias = Literal[
    "clause", "quote", "np", "inf", "oinf", "gerund", "as", "small", "of", "for", "to", "on", "in", "about", "over", "against"
]  # fmt: skip
Commitment: TypeAlias = Literal["factive", "neutral", "doubtful", "denying"]


class Cue(msgspec.Struct, frozen=True):
    """One cue. `frames` are the shapes of content that make a statement, `acts` those that make an act by words.

    `clause` (that …, a parenthetical too), `quote`, `np`, `inf` (to …), `oinf` (somebody to …), `gerund`, `as` (somebody as …),
    `small` (it a …), and the prepositions by their own name. `{}` in a possessive phrase stands for the owner.
    """

    words: str
    part: Part
    act: Act
    commitment: Commitment
    forms: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


class WordRow(msgspec.Struct, frozen=True):
    """A named list of base forms, such as the nouns for documents."""

    list: str
    words: tuple[str, ...]


Table: TypeAlias = dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]


class Speech(msgspec.Struct, frozen=True):
    """Cues by the first word of each of their forms, the longest first, each with the words that must follow it."""

    verbs: Table
    nouns: Table
    adjectives: Table
    phrases: Table
    adverbs: dict[str, Cue]
    relays: dict[str, Cue]
    stances: Table
    """What makes an act with "be": "is against", "are in favour of"."""
    owners: dict[tuple[str, str], Cue]
    """`in {} view` and its like, by first and last words."""
    lists: dict[str, frozenset[str]]
    starts: frozenset[str]
    """Every word with which some cue begins."""
    plain: Cue
    """What an unlisted verb between a quotation and a name is taken for."""

    def has(self, name: str, word: str) -> bool:
        """Whether the list holds the word (a base form)."""
        return word in self.lists[name]


LISTS = (
    "documents", "light", "passed_on", "comment", "future", "refusing", "hedged", "questioner", "answerer",
    "headline", "collective", "conditions", "post", "evidential", "narrator", "times", "subordinate", "cause", "quantity", "occasions",
    "informed", "audience", "addressing", "likely", "perhaps", "seeming", "doubting", "unconfirmed",
)  # fmt: skip


def load(shelf: Shelf) -> Speech:
    """Read `lexicon/cues.tsv` and `lexicon/speech.tsv`. Raises DataError for a missing list or an unknown frame."""
    cues = shelf.table("lexicon/cues", Cue)
    lists: dict[str, frozenset[str]] = {}
    for row in shelf.table("lexicon/speech", WordRow):
        lists[row.list] = lists.get(row.list, frozenset()) | frozenset(row.words)
    if missing := [name for name in LISTS if name not in lists]:
        raise DataError(f"lexicon/speech.tsv: no list {missing[0]!r}")
    _check(cues)
    tables = {part: _table(c for c in cues if c.part == part) for part in ("verb", "noun", "adjective", "phrase", "stance")}
    adverbs = {c.words: c for c in cues if c.part == "adverb"}
    relays = {form: c for c in cues if c.part == "relay" for form in (*inflected(c.words), *c.forms)}
    owners = {(c.words.split(" {} ")[0], c.words.split(" {} ")[1]): c for c in cues if c.part == "possessive"}
    starts = {word for table in tables.values() for word in table} | set(adverbs) | set(relays) | {a for a, _ in owners}
    return Speech(
        verbs=tables["verb"],
        nouns=tables["noun"],
        adjectives=tables["adjective"],
        phrases=tables["phrase"],
        stances=tables["stance"],
        adverbs=adverbs,
        relays=relays,
        owners=owners,
        lists=lists,
        starts=frozenset(starts),
        plain=Cue("say", "verb", "assert", "neutral", frames=("clause", "quote")),
    )


def _check(cues: tuple[Cue, ...]) -> None:
    known = set(Frame.__args__)  # type: ignore[attr-defined]
    for cue in cues:
        if unknown := set(cue.frames + cue.acts) - known:
            raise DataError(f"lexicon/cues.tsv: {cue.words!r} has an unknown frame {sorted(unknown)[0]!r}")
        if cue.part == "possessive" and cue.words.count(" {} ") != 1:
            raise DataError(f"lexicon/cues.tsv: {cue.words!r} needs one {{}} for the owner, with words on both sides")


def _table(cues: object) -> Table:
    found: dict[str, dict[tuple[str, ...], Cue]] = {}
    for cue in cues:  # type: ignore[attr-defined]
        for form in _forms(cue):
            first, *rest = form.split()
            found.setdefault(first, {}).setdefault(tuple(rest), cue)
    return {first: tuple(sorted(tails.items(), key=lambda item: -len(item[0]))) for first, tails in found.items()}


def _forms(cue: Cue) -> list[str]:
    head, _, tail = cue.words.partition(" ")
    tail = f" {tail}" if tail else ""
    if cue.part == "verb":
        return [*(f + tail for f in inflected(head)), *(f if " " in f else f + tail for f in cue.forms)]
    if cue.part == "noun":
        return [cue.words, *(cue.forms or [cue.words + "s"])]
    return [cue.words, *cue.forms]


def inflected(verb: str) -> list[str]:
    """The regular forms of a verb: says, said's like, -ed, -ing. Irregular ones stand in the table."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        stem = verb[:-1]
        return [verb, stem + "ies", stem + "ied", verb + "ing"]
    if verb.endswith("e") and not verb.endswith("ee"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    s = "es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
    return [verb, verb + s, verb + ("d" if verb.endswith("e") else "ed"), verb + "ing"]
