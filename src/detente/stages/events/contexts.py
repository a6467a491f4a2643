"""Contexts of a sentence, by its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.lexicon.contexts import Contexts
from detente.lexicon.phrases import PhraseTable, keys
from detente.nlp.parse import Parse


def of(parse: Parse, sentence: int, words: Contexts) -> tuple[str, ...]:
    """The contexts that the words of a sentence show, in the codebook's order."""
    first, last = parse.sentences[sentence]
    found = {name for phrase in _phrases(parse, first, last, words.phrases) for name in phrase}
    return tuple(name for name in words.order if name in found)


def _phrases(parse: Parse, first: int, last: int, table: PhraseTable[str]) -> Iterator[tuple[str, ...]]:
    """The meanings of all phrases in a range of tokens, read by their words and by their base forms."""
    shown = keys(parse.lower[first:last])
    base = keys(parse.lemma[first:last])
    for column in (shown, base) if base != shown else (shown,):
        yield from _scan(column, table)


def _scan(column: tuple[str, ...], table: PhraseTable[str]) -> Iterable[tuple[str, ...]]:
    for token in range(len(column)):
        if (found := table.at(column, token, len(column))) is not None:
            yield found.meanings
