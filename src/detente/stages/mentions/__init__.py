"""Mentions: the words of an article that may stand for an actor."""

from __future__ import annotations

from detente.nlp.parse import Parse
from detente.reading import Doubt, Mention, MentionForm
from detente.stages.mentions import known, nominals, people, titles
from detente.stages.mentions.page import Knows, Name, Page, head_of, page

__all__ = ["find"]
_MODIFIER = ("compound", "nmod", "amod", "npadvmod", "nummod", "advmod")
_PLACING = frozenset(
    {"in", "at", "near", "outside", "around", "across", "through", "via", "inside", "into", "over", "throughout", "toward", "towards"}
)
_PARTS = frozenset(
    """centre center heart streets outskirts suburb suburbs north south east west part parts city capital district port airport
    edge middle rest skyline mayor people residents sky skies gates roads siege fall capture battle""".split()
)
_GOING = frozenset({"to", "from", "for", "of", "between"})


def find(parse: Parse, lexicon: Knows) -> tuple[tuple[Mention, ...], tuple[Doubt, ...]]:
    """All mentions in text order: names, nominals, groups, pronouns, and states' names used as modifiers."""
    leaf = page(parse, lexicon.gazetteer)
    known.find(leaf)
    people.find(leaf)
    taken = [False] * len(parse)
    named = _named(leaf, taken)
    rest = nominals.find(leaf, taken)
    mentions = sorted((*named, *rest, *_others(leaf, taken, rest)), key=lambda m: (m.first, -m.last))
    return tuple(mentions), ()


def _standing(leaf: Page) -> list[Name]:
    """The names that still hold all of their tokens, in text order."""
    return sorted((n for i, n in enumerate(leaf.names) if all(leaf.held[t] == i for t in range(n.first, n.last))), key=lambda n: n.first)


def _named(leaf: Page, taken: list[bool]) -> list[Mention]:
    """Mentions of people and bodies, with their titles; marks the tokens that they and their titles take."""
    found = []
    named = [n for n in _standing(leaf) if n.sort in ("person", "body")]
    for name in sorted(named, key=lambda n: n.sort == "body"):  # people first: a body inside a title is no actor of its own
        if any(taken[name.first : name.last]):
            continue
        title = titles.find(leaf, name)
        if title and not _free(leaf, taken, *title):
            title = None
        head = head_of(leaf.parse, name.first, name.last)
        if name.sort == "body" and title is None and _modifies(leaf, name.first, name.last, head):
            found.append(Mention(name.first, name.last, head, "adjective"))
        else:
            found.append(Mention(name.first, name.last, head, "name", title))
        start = title[0] if title else name.first  # "The Crown Prince, Prince Mohammed" is one phrase
        first, last = min(name.first, start), max(name.last, title[1] if title else 0)
        taken[first:last] = [True] * (last - first)
    return found


def _free(leaf: Page, taken: list[bool], first: int, last: int) -> bool:
    """Whether the tokens of a title belong to no other name, but for its owner's: "Kim's sister", Kim Yo-jong."""
    stop = next((t for t in range(last - 2, first, -1) if leaf.words[t] == "'s"), first)
    owned = stop > first and all(taken[first:stop]) and any(n.first == first and n.last == stop for n in leaf.names if n.sort == "person")
    return not any(taken[stop if owned else first : last])


def _others(leaf: Page, taken: list[bool], rest: list[Mention]) -> list[Mention]:
    """States, their people, capitals that act, and adjectives outside descriptions of somebody."""
    described = [False] * len(taken)
    for mention in rest:
        described[mention.first : mention.head + 1] = [True] * (mention.head + 1 - mention.first)
    found = []
    for name in _standing(leaf):
        if name.sort in ("person", "body", "place"):
            continue
        head = head_of(leaf.parse, name.first, name.last)
        form = _form(leaf, name, head, described[head] or taken[head])
        if form:
            found.append(Mention(name.first, name.last, head, form))
    return found


def _form(leaf: Page, name: Name, head: int, inside: bool) -> MentionForm | None:
    """The form of a mention of a state or its people; None where the words are no mention."""
    owner = leaf.words[name.last : name.last + 1] in (("'s",), ("'",))
    if name.sort == "adjective":
        return None if inside else "adjective"
    if _modifies(leaf, name.first, name.last, head) and not owner:
        return None if inside else "adjective"
    if name.sort == "people":
        return "name" if name.first and leaf.words[name.first - 1] == "the" else "nominal"
    if name.sort == "capital" and not owner and not _acts(leaf, name, head):
        return None
    return "name"


def _modifies(leaf: Page, first: int, last: int, head: int) -> bool:
    """Whether a name stands before a noun that it modifies ("US sanctions"), or before "-led"."""
    parse = leaf.parse
    if last >= len(parse) or leaf.words[last] in ("'s", "'"):
        return False
    if (
        leaf.words[last] == "-"
        and last + 1 < len(parse)
        and parse.start[last] == parse.end[last - 1]
        and parse.end[last] == parse.start[last + 1]
    ):
        return True
    if first and leaf.words[first - 1] == "-" and parse.end[first - 1] == parse.start[first]:
        return parse.tag[last] in ("NN", "NNS", "NNP", "NNPS", "JJ")
    return (
        parse.dep[head] in _MODIFIER
        and parse.head[head] >= last
        and parse.tag[last] in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "CD", "``", "HYPH")
    )


def _acts(leaf: Page, name: Name, head: int) -> bool:
    """Whether a capital stands for its state: it does something, owns, or is dealt with; not where something takes place."""
    parse, words = leaf.parse, leaf.words
    if parse.dep[head] == "pobj" and all(s.entry.startswith("region:") for s in name.senses):
        return False
    if name.last < len(words) and words[name.last] in (",", "/") and name.last + 1 < len(words) and leaf.held[name.last + 1] >= 0:
        return False  # "Seoul, South Korea"
    if (name.first and words[name.first - 1] in ("/", "-")) or parse.dep[head] in ("ROOT", "dep", "npadvmod"):
        return False
    first = head
    while parse.dep[first] == "conj":
        first = parse.head[first]
    over = parse.head[first]
    if parse.dep[first] != "pobj":
        return parse.dep[first] in ("nsubj", "nsubjpass", "poss", "agent", "dative") or (
            parse.dep[first] == "dobj" and parse.lemma[over] not in leaf.gazetteer.words.motion
        )
    if words[over] in ("for", "to") and over == parse.sentences[parse.sentence_of[over]][0]:
        return words[name.last : name.last + 1] == (",",)  # "For Tehran, the missiles are …"
    if words[over] in _PLACING or (words[over] == "of" and words[parse.head[over]] in _PARTS):
        return False
    return words[over] not in _GOING or (
        parse.lemma[parse.head[over]] not in leaf.gazetteer.words.motion
        and parse.lemma[parse.head[over]] not in ("be", "talk", "meeting", "summit", "negotiation", "hold")
    )
