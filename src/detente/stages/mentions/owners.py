"""Where a description ends: with a following phrase that says whose it is."""

from __future__ import annotations

from detente.lexicon.titles import Noun
from detente.stages.mentions.page import LEFT, Page

_GENERIC = frozenset({"group", "movement", "alliance", "bloc", "company", "party", "agency", "organisation", "organization", "troops"})


def right(page: Page, last: int, end: int, noun: Noun) -> int:
    """One past "of China", "for X", "from both sides": a following phrase that says whose."""
    if page.words[last : last + 1] == ("to",) and noun.level != "envoy":
        return last
    if page.words[last : last + 1] == ("in",) and noun.key == "counterpart":
        return last
    if page.words[last : last + 1] == ("in",) and noun.kind != "office" and noun.key in _GENERIC:
        return last
    if last + 1 < end and page.words[last] in ("of", "from", "in", "for", "to", "on") and page.parse.dep[last] == "prep":
        at = last + 1
        while at < end and at - last < 9 and _goes_on(page, at, end):
            if page.parse.tag[at] in ("VBG", "VBN") and page.parse.dep[at] not in ("amod", "compound"):
                break
            if page.parse.tag[at] == "DT" and page.held[at - 1] >= 0 and page.words[at - 1] != "the":
                break  # "the tribunal in The Hague the next June"
            if page.words[last] == "in" and page.words[at] == "and" and page.held[at - 1] >= 0:
                break  # "officials in the United States and the European Union": of either
            if noun.kind == "body" and not noun.plural and page.words[at] == "and" and _body_follows(page, at, end):
                break  # "the government of Colombia and the Revolutionary Armed Forces": two parties
            at += 1
        while at > last + 1 and page.parse.tag[at - 1] in ("DT", "CC", "IN", "RB", "HYPH", "POS", "JJ"):
            at -= 1
        if at > last + 1 and (page.words[last] == "of" or _names_owner(page, last + 1, at)):
            return at
    return last


def _body_follows(page: Page, conjunction: int, end: int) -> bool:
    at = conjunction + 1 + (page.words[conjunction + 1 : conjunction + 2] == ("the",))
    return at < end and page.held[at] >= 0 and page.names[page.held[at]].sort == "body"


def _goes_on(page: Page, token: int, end: int) -> bool:
    """Whether a phrase of owners goes on: "Bosnia, Croatia and Serbia"."""
    if page.words[token] in ("-", "--", "–", "—") and page.parse.start[token] > page.parse.end[token - 1]:
        return False
    if page.words[token] == ",":
        return token + 1 < end and page.held[token - 1] >= 0 and page.held[token + 1] >= 0
    return (page.parse.tag[token] in LEFT or page.words[token] in ("of", "and", "or")) and page.parse.tag[token] != "CD"


def _names_owner(page: Page, first: int, last: int) -> bool:
    if page.words[first - 1] in ("in", "on") and not any(page.held[t] >= 0 for t in range(first, min(last, first + 3))):
        return False
    return any(
        page.held[t] >= 0 and page.names[page.held[t]].sort in ("state", "body", "capital", "metonym", "person") for t in range(first, last)
    ) or any(page.words[t] in ("country", "sides", "side", "state", "army", "government", "party", "ministry") for t in range(first, last))
