"""Titles and descriptions that belong to a name: "US President", "Mike Pompeo, US secretary of state", "…, a professor at …"."""

from __future__ import annotations

from detente.stages.mentions.page import Name, Page

_INSIDE = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "HYPH", "CD", "VBN", "VBG", "PRP$", "DT", "CC", "RB", "AFX", "-LRB-", "-RRB-"}
)
_STOPS = frozenset({",", ".", ":", ";", "``", "''", "WDT", "WP", "VBD", "VBZ", "VBP", "MD"})
_LINKS = frozenset({"of", "for", "to", "at", "in", "on", "from", "with", "and", "the", "under", "against"})
_OWNING = frozenset({"of", "for", "to", "at", "in", "on", "from", "with", "under", "against"})
AFFILIATING = ("of", "at", "with", "from")
FARTHEST = 16  # tokens that a description may be long


def find(page: Page, name: Name) -> tuple[int, int] | None:
    """The tokens of the title of a person or body, before or after its name."""
    start, end = page.parse.sentences[page.parse.sentence_of[name.first]]
    before = _before(page, name, start)
    if before is None:
        return _comma_before(page, name, start) or _after(page, name, end) or _affiliation(page, name, end)
    if not _mere(page, before) and before[1] - before[0] > 1:
        return before
    whole = Name(before[0], name.last, name.sort)
    further = _comma_before(page, whole, start) or (_mere(page, before) and (_before_styled(page, whole, start) or _after(page, name, end)))
    return further or before


def _before_styled(page: Page, styled: Name, start: int) -> tuple[int, int] | None:
    """ "the President of the Republic of Korea Mr. Roh": an office with its own article right before the honorific."""
    first = _phrase_start(page, styled.first, start)
    return (first, styled.first) if first < styled.first and _describes(page, first, styled.first, styled.sort) else None


def _mere(page: Page, title: tuple[int, int]) -> bool:
    """Whether a title is nothing but an honorific ("Mr.", "Dr.")."""
    nouns = [f.meanings[0] for f in page.gazetteer.titles.nouns_in(page.words, *title)]
    return all(n.kind == "honorific" for n in nouns)


def _before(page: Page, name: Name, start: int) -> tuple[int, int] | None:
    """A title right before the name: "the Chinese President" Xi."""
    at = name.first
    while at > start and page.parse.tag[at - 1] in _INSIDE and page.words[at - 1] not in ("and", "or", "but"):
        if page.parse.words[at - 1] in ("(", ")") or _other_person(page, at - 1) or not _inside(page, at - 1):
            break
        at -= 1
        if page.parse.tag[at] in ("DT", "PRP$"):
            break
    if at == name.first - 1 or _preposition_before(page, at):
        at = _over_preposition(page, at, start)
    while at < name.first and not _opens(page, at):
        at += 1
    return (at, name.first) if at < name.first and noun_in(page, at, name.first) else None


def _preposition_before(page: Page, token: int) -> bool:
    return token > 0 and page.words[token - 1] in ("of", "to", "for", "in", "at")


def _over_preposition(page: Page, at: int, start: int) -> int:
    """ "the Japanese ambassador to China" Anami: the noun before a preposition whose object stands right before the name."""
    for back in range(max(start, at - 4), at):
        found = page.gazetteer.titles.nouns.at(page.words, back, len(page.words))
        if found and found.last > at:
            return _leftwards(page, back, start)  # "Secretary of State"
    if not _preposition_before(page, at) or (page.held[at] < 0 and page.words[at] != "the"):
        return at
    further = _leftwards(page, at - 1, start)
    nouns = list(page.gazetteer.titles.nouns_in(page.words, further, at - 1))
    ends = bool(nouns) and nouns[-1].last == at - 1 and not nouns[-1].meanings[0].plural and nouns[-1].meanings[0].kind == "office"
    return further if ends else at


def _leftwards(page: Page, at: int, start: int) -> int:
    """The begin of the noun phrase that goes on at a token."""
    while at > start and page.parse.tag[at - 1] in _INSIDE and page.words[at - 1] not in ("and", "or", "but") and _inside(page, at - 1):
        at -= 1
        if page.parse.tag[at] in ("DT", "PRP$"):
            break
    return at


def _inside(page: Page, token: int) -> bool:
    """A participle belongs to a title only as its adjective ("the ousted president"), not as a verb before it; a dash to none."""
    if page.words[token] == "-" and page.parse.start[token] > page.parse.end[token - 1]:
        return False
    return page.parse.tag[token] not in ("VBN", "VBG") or page.parse.dep[token] in ("amod", "compound", "nmod")


def _opens(page: Page, token: int) -> bool:
    return page.parse.tag[token] not in ("POS", "HYPH", "CC", "RB", "-RRB-") or page.words[token] == "then"


def _other_person(page: Page, token: int) -> bool:
    held = page.name_at(token)
    return held is not None and held.sort == "person" and page.words[token + 1] != "'s"


def noun_in(page: Page, first: int, last: int) -> bool:
    """Whether a stretch ends in a noun for one person or for a body, so that a name may follow it."""
    best = None
    stop = next((t for t in range(first + 1, last) if page.words[t] in ("of", "to", "for", "in", "at")), last)
    for found in page.gazetteer.titles.nouns_in(page.words, first, last):
        best = found
        if found.last == stop < last and page.held[last - 1] >= 0:
            return not found.meanings[0].plural
    return best is not None and best.last == last and (not best.meanings[0].plural or _several_follow(page, last, best.meanings[0].kind))


def _several_follow(page: Page, first: int, kind: str) -> bool:
    """ "Presidents Chun Doo Hwan and Roh Tae Woo": a plural title before names that are joined."""
    held = page.name_at(first)
    if kind != "office" or held is None or held.sort != "person" or not page.noun(first - 1) or not page.cap(first):
        return False
    after = page.name_at(held.last + 1)
    return page.words[held.last : held.last + 1] in (("and",), (",",)) and after is not None and after.sort == "person"


def _comma_before(page: Page, name: Name, start: int) -> tuple[int, int] | None:
    """ "Eritrea's information minister, Yemane Gebremeskel": a noun phrase with its own article or owner, then a comma."""
    comma = name.first - 1
    while comma > start and page.parse.words[comma][-1:] in ("“", '"'):
        comma -= 1
    if comma <= start or page.words[comma] not in (",", "--", "–", "—"):
        return None
    first = _phrase_start(page, comma, start)
    return (first, comma) if first < comma and _describes(page, first, comma, name.sort) else None


def _phrase_start(page: Page, comma: int, start: int) -> int:
    at = comma
    while at > start and comma - at < FARTHEST:
        tag, word = page.parse.tag[at - 1], page.words[at - 1]
        if tag in _STOPS or (tag not in _INSIDE and word not in _LINKS):
            break
        at -= 1
        if tag in ("DT", "PRP$") and (at == start or page.words[at - 1] not in _OWNING):
            break
    while at < comma and not _starts(page, at):
        at += 1
    return at


def _starts(page: Page, token: int) -> bool:
    """Where a description may begin: an article, an owner, an adjective of a state, a noun; not a preposition or a conjunction."""
    if page.parse.tag[token] in ("IN", "TO", "CC", "POS", "RB", "HYPH", "VBG", "-LRB-", "-RRB-"):
        return False
    return page.parse.tag[token] in ("DT", "PRP$", "JJ", "NN", "NNP", "VBN") or page.held[token] >= 0


def _describes(page: Page, first: int, last: int, sort: str) -> bool:
    """Whether the head of a noun phrase (before any preposition) is a noun for one person, or for a body where the name is one's."""
    stop = next((t for t in range(first + 1, last) if page.parse.tag[t] in ("IN", "TO") or _clause(page, t)), last)
    kinds = ("office", "kin", "agent", "honorific") if sort == "person" else ("body",)
    for found in page.gazetteer.titles.nouns_in(page.words, first, last):
        if found.last >= stop and found.first < stop:
            return any(not n.plural and n.kind in kinds for n in found.meanings)
    return False


def _clause(page: Page, token: int) -> bool:
    return page.parse.tag[token] in ("VBN", "VBG") and page.parse.dep[token] not in ("amod", "compound", "nmod")


def _after(page: Page, name: Name, end: int) -> tuple[int, int] | None:
    """ ", a professor at Kyungnam University", ", US secretary of state,": up to the next comma or verb."""
    at = name.last
    if at < end and page.parse.words[at] == "(":
        at = next((t + 1 for t in range(at, min(end, at + 6)) if page.parse.words[t] == ")"), at)
    if at + 1 < end and page.words[at] == "," and page.parse.tag[at + 1] == "CD" and at + 2 < end and page.words[at + 2] == ",":
        at += 2
    if at >= end or page.words[at] not in (",", "--", "–", "—"):
        return None
    first = stop = at + 1
    while stop < end and stop - first < FARTHEST and page.parse.tag[stop] not in _STOPS and not _verbal(page, first, stop):
        if stop > first and _clause(page, stop) and page.parse.head[stop] >= first:
            break  # "a commander convicted by a court": what was done to him is no title
        stop += 1
    if stop == first or not _describes(page, first, stop, name.sort) or _leads_to_name(page, first, stop) or _name_follows(page, stop, end):
        return None
    if stop < end and page.parse.tag[stop] in ("VBD", "VBZ", "VBP", "MD") and _fronted(page, name.first):
        return None
    return first, stop


def _fronted(page: Page, token: int) -> bool:
    """Whether a name ends a phrase before the subject: "In a letter to Kim, the American president blamed"."""
    start = page.parse.sentences[page.parse.sentence_of[token]][0]
    if page.parse.tag[start] not in ("IN", "TO", "VBG", "VBN"):
        return False
    return not any(page.parse.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(start, token))


def _affiliation(page: Page, name: Name, end: int) -> tuple[int, int] | None:
    """ "Kim Dae-ho of the Hanbit Institute, a think tank in Seoul": the body of a person, and what is said of it."""
    if name.sort != "person" or name.last + 1 >= end or page.words[name.last] not in AFFILIATING:
        return None
    at = name.last + 1 + (page.words[name.last + 1] == "the")
    held = page.name_at(at)
    if held is None or held.sort != "body":
        return None
    stop = held.last
    if stop + 1 < end and page.words[stop] == "," and page.words[stop + 1] in ("a", "an", "the"):
        further = stop + 1
        while (
            further < end and further - stop < FARTHEST and page.parse.tag[further] not in _STOPS and not _verbal(page, stop + 1, further)
        ):
            further += 1
        stop = further if _describes(page, stop + 1, further, "body") else stop
    return name.last, stop


def _verbal(page: Page, first: int, token: int) -> bool:
    return page.parse.tag[token] in ("VB", "WRB", "WP$") or (
        token > first and page.words[token] in ("who", "which", "where", "as", "while", "--")
    )


def _name_follows(page: Page, comma: int, end: int) -> bool:
    """Whether the description stands before somebody else: "the king, the prime minister of Ethiopia, Dr. Abiy Ahmed"."""
    if comma >= end or page.words[comma] != ",":
        return False
    return any(page.held[t] >= 0 and page.names[page.held[t]].sort == "person" for t in range(comma + 1, min(end, comma + 3)))


def _leads_to_name(page: Page, first: int, stop: int) -> bool:
    """A list, not a description: ", President Trump and …"."""
    return any(
        page.held[t] >= 0 and page.names[page.held[t]].sort == "person" and page.words[t + 1 : t + 2] != ("'s",) for t in range(first, stop)
    )
