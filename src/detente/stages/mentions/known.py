"""Names that the gazetteer knows, wherever the text writes them."""

from __future__ import annotations

from detente.lexicon.entries import Sense, SenseKind
from detente.lexicon.phrases import Found
from detente.stages.mentions.page import Name, Page


def find(page: Page) -> None:
    """Write down the gazetteer's names in the page; the longest at each place."""
    table, words = page.gazetteer.names, page.words
    waiting: list[Name] = []
    seen: set[str] = set()
    for start, end in page.parse.sentences:
        at = start
        while at < end:
            found = table.at(words, at, end)
            if found and words[at] == "the" and at + 1 < end and (inner := table.at(words, at + 1, end)) and inner.last >= found.last:
                at, found = at + 1, inner
            name = _name(page, found) if found else None
            if name is None:
                at += 1
                continue
            if all(s.near for s in name.senses):
                waiting.append(name)
            else:
                page.add(name)
                seen.update(s.entry for s in name.senses)
            at = name.last
    _shared(page)
    for name in waiting:
        if senses := tuple(s for s in name.senses if s.entry in seen):
            page.add(Name(name.first, name.last, "state", senses))


def _shared(page: Page) -> None:
    """ "Korea", "inter-Korean": words that several states share, which the gazetteer gives to none; "South" of "South and North Korea"."""
    gazetteer, words = page.gazetteer, page.words
    for token, word in enumerate(words):
        if page.held[token] < 0 and page.cap(token) and (half := gazetteer.halved(words, token)):
            page.add(Name(token, token + 1, "state", half))
            continue
        if word not in gazetteer.siblings or page.held[token] >= 0 or not page.cap(token):
            continue
        if word in gazetteer.plain:
            page.add(Name(token, token + 1, "state"))
        elif token > 1 and words[token - 2] == "inter" and words[token - 1] == "-":
            page.add(Name(token - 2, token + 1, "adjective"))


def _name(page: Page, found: Found[Sense]) -> Name | None:
    senses = tuple(s for s in found.meanings if _printed(page, found, s))
    if not senses or _describing(page, found) or _part_of_longer(page, found, senses):
        return None
    return Name(found.first, found.last, _sort(page, found, senses), senses)


_KINDS = frozenset({"group", "movement", "party", "militia", "faction", "front", "alliance", "organisation", "organization"})


def _describing(page: Page, found: Found[Sense]) -> bool:
    """Whether the words say what the name after them is: "the Islamic group Hamas" is no Islamic Group."""
    last = found.last
    if last - found.first < 2 or last >= len(page.words) or page.cap(last - 1) or page.words[last - 1] not in _KINDS:
        return False
    return page.cap(last) and page.noun(last) and page.parse.sentence_of[last] == page.parse.sentence_of[found.first]


def _part_of_longer(page: Page, found: Found[Sense], senses: tuple[Sense, ...]) -> bool:
    """Whether one plain word that names a body begins a longer name: "National" in "National Assembly"."""
    if (
        found.last - found.first - (page.words[found.first] == "the") > 1
        or found.last >= len(page.words)
        or any(s.shouted or s.entry.startswith(("state:", "territory:", "region:")) for s in senses)
    ):
        return False
    return page.cap(found.last) and page.noun(found.last) and page.parse.sentence_of[found.first] == page.parse.sentence_of[found.last]


def _printed(page: Page, found: Found[Sense], sense: Sense) -> bool:
    """Whether the text prints the phrase as a name: capitals where the gazetteer has them."""
    printed = page.parse.words[found.first]
    if sense.shouted:
        return printed.isupper() and (len(printed) > 1 or found.last - found.first > 1)
    if sense.lower:
        return found.last - found.first > 1
    if page.words[found.first] == "the":
        return page.cap(found.first + 1)
    if found.last - found.first == 1 and printed.isupper() and len(printed) > 4:
        return True
    return printed[0].isupper()


def _sort(page: Page, found: Found[Sense], senses: tuple[Sense, ...]) -> str:
    kinds = {s.kind for s in senses}
    if any(s.entry.startswith("person:") for s in senses):
        return "person"
    if kinds & {"adjective", "people", "prefix"} and "name" not in kinds:
        return _people_or_adjective(page, found, kinds)
    if any(s.kind == "name" and s.entry.startswith(("state:", "territory:")) for s in senses):
        return "state"
    if any(s.entry.startswith("region:") for s in senses):
        return "capital"  # a place, unless it acts
    if "metonym" in kinds:
        return "metonym"
    return "body" if "name" in kinds else "capital"


def _people_or_adjective(page: Page, found: Found[Sense], kinds: set[SenseKind]) -> str:
    """ "the Chinese", "Afghans" are people; "Chinese oil", "is Chinese" are not."""
    last = found.last - 1
    if "people" not in kinds:
        return "adjective"
    if page.parse.tag[last] in ("NNS", "NNPS"):
        return "people"
    after = found.last
    modifies = after < len(page.words) and (page.noun(after) or page.parse.tag[after] in ("JJ", "HYPH", "POS", "VBN", "VBG", "CD"))
    before = page.words[found.first - 1] if found.first else ""
    return "people" if not modifies and before in ("the", "a", "an", "many", "most", "other") and page.noun(last) else "adjective"
