"""Headlines that a parser mistakes for other things: a bare infinitive ("Modi to visit Kyiv"), a comma for "and" ("US, Iran envoys meet"),
a verb that is also a plural ("Merkel scraps Paris trip").

Each is parsed as a sentence with the words that it leaves out, or with one that tells the verb, and these are taken out of the parse again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST = 8  # tokens of the subject
AIMS = frozenset(
    """plan bid deal move call pledge vow effort push pressure right way time decision agreement offer threat attempt need
    promise proposal chance fight race struggle pact order permission reason power ability how what where when whom whether
    ready set due likely unlikely able unable willing close free back up down on in thanks according next first last only""".split()
)
"""Words whose "to" is no headline's future."""
COPULA = "is "
"""What makes a sentence of it for the parser; it is taken out of the parse again."""


AND = " and"
"""What a comma between the first two names stands for."""
NAME = 4  # words of one of them
PLURAL = frozenset({"VBP", "VB", "MD"})


VERBS = frozenset(
    """axes backs bars bolsters bombs boosts buys cancels cedes curbs dampens deports detains dodges dumps eases ejects elects exits expels
    extends extradites fetes flouts foils frees freezes grills halts hosts ignores impounds jails jolts kills lambasts launches lifts loses
    mulls nears nixes opens ousts pardons pounds presses prods pulls quits quizzes raps rattles rebuffs rebukes rejects renews reopens
    repels resumes routs sacks sanctions scraps sees seizes sells sends severs shells shelves shoots shuns shuts sinks skips slams
    slaps slates snubs spares spurns stalls summons suspends taps topples toughens trims unveils upholds urges vetoes violates vows warns
    weighs welcomes wins withdraws woos""".split()
)
"""Verbs of headlines that a parser takes for plurals before a name: those that no list of people or things would be called."""
OPENING = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "DT", "CD", "PRP$", "VBG", "VBN"})
"""What the object of such a verb begins with."""
NOW = "now "
"""What tells a verb from a plural; it is taken out of the parse again."""


def verb(words: Sequence[str], tags: Sequence[str]) -> int | None:
    """The index of the verb of a headline in which no finite verb was seen; None where it is none."""
    if len(words) < 3 or words[-1] in (".", "?", "!", ":") or any(tag in FINITE for tag in tags) or not words[0][:1].isupper():
        return None
    found = (i for i in range(1, min(LONGEST, len(words) - 1)) if tags[i] in ("NNS", "NNP", "NN") and words[i] in VERBS)
    return next((i for i in found if tags[i + 1] in OPENING and words[i - 1] not in "-–"), None)


def turned(head: list[int], dep: list[str], act: int) -> tuple[list[int], list[str]]:
    """Heads and relations with this verb as the root: a subject that was taken for it hangs on it, with all that hung on that."""
    root = next(i for i, h in enumerate(head) if h == i)
    if root == act or root > act:
        return head, dep
    moved = [act if i in (act, root) or (h == root and i > act) else h for i, h in enumerate(head)]
    return moved, ["ROOT" if i == act else "nsubj" if i == root else d for i, d in enumerate(dep)]


def pair(words: Sequence[str]) -> int | None:
    """The index of the comma between the two names with which a headline begins; None where it is no headline, or begins otherwise.

    What follows the second name goes on in lower case ("India, Pakistan foreign ministers meet"): after one with a comma or a
    possessive stands a description, not a second name.
    """
    if "," not in words[1 : NAME + 1] or words[-1] in (".", "?", "!", ":") or len(words) > 25:
        return None
    comma = words.index(",")
    second = list(takewhile(lambda word: word[:1].isupper(), words[comma + 1 : comma + 2 + NAME]))
    after = comma + 1 + len(second)
    named = all(word[:1].isupper() for word in words[:comma]) and 0 < len(second) <= NAME
    return comma if named and after < len(words) and words[after][:1].islower() else None


def is_plural(tags: Sequence[str]) -> bool:
    """Whether the first verb is one of several who act, or one of what is ahead."""
    return next((tag in PLURAL or tag == "TO" for tag in tags if tag in FINITE or tag in ("VB", "TO")), False)


def infinitive(words: Sequence[str], tags: Sequence[str]) -> int | None:
    """The index of the "to" of a headline without a finite verb; None where it is none."""
    to = next((i for i, w in enumerate(words[: LONGEST + 1]) if w in ("to", "To")), 0)
    if not to or to + 1 >= len(words) or words[-1] in (".", "?", "!") or not words[0][:1].isupper():
        return None
    if any(tag in FINITE for tag in tags) or words[to - 1].lower() in AIMS or tags[to + 1] != "VB":
        return None
    return to if words[to + 1].islower() and tags[0][0] in "NVJDC" else None


def without(head: list[int], dep: list[str], copula: int) -> tuple[list[int], list[str]]:
    """Heads and relations without the copula: its infinitive takes its place and all that hung on it."""
    verb = next((i for i, h in enumerate(head) if h == copula and i > copula and dep[i] in ("xcomp", "ccomp")), None)
    if verb is None or head[copula] != copula:
        return head, dep
    moved = [verb if h == copula or i == verb else h for i, h in enumerate(head)]
    named = ["ROOT" if i == verb else d for i, d in enumerate(dep)]
    kept = [i for i in range(len(head)) if i != copula]
    return [moved[i] - (moved[i] > copula) for i in kept], [named[i] for i in kept]
