"""The day right behind a verb of speech, which a parser gives to what is said: "said on Thursday it would scrap the pact"."""

from __future__ import annotations

from collections.abc import Sequence

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def mended(words: Sequence[str], tags: Sequence[str], head: Sequence[int], dep: Sequence[str]) -> tuple[list[int], list[str]]:
    """Heads and labels where such a day is the verb's that stands before it; all else as it was."""
    heads, labels = list(head), list(dep)
    for day, word in enumerate(words):
        if word.lower() not in DAYS:
            continue
        first = day - 1 if day and words[day - 1].lower() == "on" else day
        verb = first - 1
        if verb < 0 or tags[verb][0] != "V":
            continue
        above = heads[first]
        if first == day and labels[day] == "compound" and labels[above] == "nsubj":  # "said Tuesday Zambia would send"
            above = heads[above]
        if above > day and heads[above] == verb and labels[above] == "ccomp":
            heads[first], labels[first] = verb, "prep" if first < day else "npadvmod"
    return heads, labels
