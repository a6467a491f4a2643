"""Base forms of verbs and nouns, from a table of exceptions, a word list and suffix rules (WordNet's method)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec


class WordList(msgspec.Struct, frozen=True):
    """What is known of one part of speech: base forms, irregular forms, and suffixes with what stands for them."""

    known: Collection[str]
    irregular: Mapping[str, Sequence[str]]
    suffixes: Sequence[tuple[str, str]]


def lemmas(verbs: WordList, nouns: WordList) -> Callable[[str, str], str]:
    """A function from (lower-case word, Penn tag) to its base form; each pair is worked out once."""
    seen: dict[tuple[str, str], str] = {}

    def lemma(word: str, tag: str) -> str:
        key = (word, tag)
        if (base := seen.get(key)) is None:
            base = seen[key] = _base(word, tag, verbs, nouns)
        return base

    return lemma


def irregular(*lists: WordList) -> dict[str, tuple[str, ...]]:
    """From each base form to its irregular forms ("meet" to "met")."""
    found: dict[str, set[str]] = {}
    for words in lists:
        for form, bases in words.irregular.items():
            for base in bases:
                found.setdefault(base, set()).add(form)
    return {base: tuple(sorted(forms)) for base, forms in found.items()}


def _base(word: str, tag: str, verbs: WordList, nouns: WordList) -> str:
    if tag.startswith("V"):
        return _CLITIC.get(word) or _stem(word, verbs)
    return _stem(word, nouns) if tag in ("NN", "NNS") else word


_CLITIC = {"'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'d": "have", "is": "be", "are": "be", "was": "be", "were": "be"}


def _stem(word: str, words: WordList) -> str:
    if word in words.irregular:
        return words.irregular[word][0]
    if word in words.known and not word.endswith("s"):
        return word
    for suffix, rest in words.suffixes:
        if word.endswith(suffix) and (base := word[: len(word) - len(suffix)] + rest) in words.known:
            return base
    return word
