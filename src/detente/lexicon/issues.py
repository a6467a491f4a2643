"""The key under which an issue of one article meets the same issue of another."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "to",
        "of",
        "for",
        "in",
        "on",
        "with",
        "by",
        "from",
        "at",
        "as",
        "and",
        "or",
        "be",
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
        "should",
        "could",
        "can",
        "may",
        "might",
        "it",
        "he",
        "she",
        "they",
        "which",
        "who",
        "whether",
        "any",
        "some",
        "all",
        "more",
        "most",
        "very",
        "toward",
        "towards",
        "over",
        "about",
        "into",
        "up",
        "out",
        "not",
        "every",
        "her",
        "him",
        "them",
    ]
)
_SUFFIXES = (
    "isations",
    "izations",
    "isation",
    "ization",
    "itions",
    "ition",
    "ations",
    "ation",
    "ements",
    "ement",
    "ments",
    "ment",
    "ising",
    "izing",
    "ised",
    "ized",
    "ises",
    "izes",
    "ings",
    "ing",
    "ies",
    "ance",
    "ence",
    "ions",
    "ion",
    "als",
    "ally",
    "ly",
    "al",
    "ed",
    "es",
    "ise",
    "ize",
    "ate",
    "y",
    "e",
    "s",
)
"""Endings that part a noun from its verb or a spelling from another, longest first."""
_STEM = 4  # letters that must be left of a word


def key(issue: str) -> str:
    """Stems of the content words of an issue, sorted: word order, articles, number, spelling, noun or verb do not part one issue in two.

    >>> key("the dismantling of Yongbyon") == key("to dismantle Yongbyon")
    True
    """
    words = {_fold(w) for w in _WORD.findall(issue.lower().replace("’", "'"))}
    return " ".join(sorted(words - _EMPTY - {""}))


def _fold(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM and not word.endswith("ss"):
            return word[: -len(suffix)]
    return word
