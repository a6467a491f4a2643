"""Contexts of a sentence, by its words; and which sentences only borrow the words of politics."""

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


def apart(parse: Parse, sentence: int, words: Contexts) -> bool:
    """Whether a sentence tells of sport, a film, a market or the weather, so that its battles and strikes are no events."""
    first, last = parse.sentences[sentence]
    if any(True for _ in _phrases(parse, first, last, words.alone)):
        return True
    if words.politics.intersection(parse.lemma[first:last]) or words.politics.intersection(parse.lower[first:last]):
        return False
    return any(_tells(parse, first, last, field) for field in words.together)


def _tells(parse: Parse, first: int, last: int, field: frozenset[str]) -> bool:
    said = {parse.lemma[t] for t in range(first, last) if parse.lemma[t] in field or parse.lower[t] in field}
    return len(said) > 1


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
