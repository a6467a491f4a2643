"""Readings up to a stage, by hand: who the tokens of a made parse stand for, and who says what."""

from __future__ import annotations

from detente.nlp.parse import Parse
from detente.reading import Attribution, Cast, Player, Source
from detente.records import Act, ActorType, Article


def article(text: str) -> Article:
    """An article of a text."""
    return Article(id="a", text=text, digest="d", published="2018-05-09")


def cast(parse: Parse, **names: str) -> Cast:
    """Every token with one of the words stands for the player of that id: `Kim="person:kim"`; what is tagged JJ is an adjective."""
    players = {ident: _player(ident) for ident in names.values()}
    found: dict[int, tuple[str, ...]] = {t: (names[w],) for t, w in enumerate(parse.words) if w in names}
    adjectives = {t: ids for t, ids in found.items() if parse.tag[t] == "JJ"}
    heads = {t: ids for t, ids in found.items() if t not in adjectives}
    return Cast(tuple(players.values()), (), (), heads, adjectives)


def _player(ident: str) -> Player:
    kind, _, rest = ident.partition(":")
    kinds: dict[str, ActorType] = {"person": "person", "state": "state", "igo": "igo", "gov": "government"}
    country = rest.upper() if kind == "state" else None
    return Player(ident, rest, kinds[kind], country=country)


def said(speaker: str, content: tuple[int, int], cue: int, act: Act = "assert") -> Attribution:
    """What a speaker says: token ranges."""
    return Attribution(
        cue=(cue, cue + 1),
        cue_head=cue,
        content=content,
        speaker=speaker,
        manner="indirect",
        act=act,
        commitment="neutral",
        rule="speech.test",
        chain=(Source(speaker, "said", cue),),
    )
