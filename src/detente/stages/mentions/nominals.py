"""Descriptions without a name ("the Chinese president", "two residents", "the two leaders", "the country"), and pronouns."""

from __future__ import annotations

from detente.lexicon.phrases import Found
from detente.lexicon.titles import Noun
from detente.reading import Mention
from detente.stages.mentions.owners import right
from detente.stages.mentions.page import LEFT, Page

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "both", "either", "each", "neither"})
PERSONAL = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "him",
        "her",
        "them",
        "his",
        "its",
        "their",
        "hers",
        "theirs",
        "himself",
        "herself",
        "themselves",
        "itself",
        "i",
        "we",
        "me",
        "us",
        "my",
        "our",
        "myself",
        "ourselves",
        "mine",
        "ours",
    ]
)
_BARE = frozenset({"parliament", "police", "opposition", "statemedia", "military", "gov", "congress", "media"})
_BODIES = frozenset({"commission", "church"})
_BARE_GROUPS = frozenset({"pair", "duo", "trio", "two", "both", "latter", "former", "other", "others"})


def find(page: Page, taken: list[bool]) -> list[Mention]:
    """Nominal and group mentions, and pronouns, outside the tokens that names and titles take."""
    found: list[Mention] = []
    for start, end in page.parse.sentences:
        at = start
        while at < end:
            mention = _at(page, at, start, end) if not taken[at] else _inside(page, taken, at, start, end)
            if mention:
                found.append(mention)
            at = max(at + 1, mention.head + 1 if mention else 0)
    return found


def _inside(page: Page, taken: list[bool], token: int, start: int, end: int) -> Mention | None:
    """What is mentioned inside the words of a name and its title."""
    return _owner(page, token) or _owning(page, taken, token, end) or _over(page, taken, token, start, end)


def _owning(page: Page, taken: list[bool], token: int, end: int) -> Mention | None:
    """The owner inside a title: "the leader's sister, Kim Yo-jong"."""
    if page.words[token] != "the" or page.held[token] >= 0:
        return None
    noun = page.gazetteer.titles.nouns.at(page.words, token + 1, end)
    if noun is None or page.words[noun.last : noun.last + 1] != ("'s",) or not all(taken[token : noun.last + 2]):
        return None
    one = noun.meanings[0].kind == "office" and not noun.meanings[0].plural
    return Mention(token, noun.last, noun.last - 1, "nominal") if one else None


def _over(page: Page, taken: list[bool], token: int, start: int, end: int) -> Mention | None:
    """A title that begins in a body's name and goes on after it: "European Commission president", "NATO secretary general"."""
    noun = page.gazetteer.titles.nouns.at(page.words, token, end)
    if noun is None or taken[noun.last - 1] or noun.meanings[0].kind != "office" or not _stands(page, noun.first, noun.last, end):
        return None
    return _nominal(page, noun, start, end)


def _owner(page: Page, token: int) -> Mention | None:
    """The pronoun inside a title: "his spokeswoman, Maria Zakharova"."""
    return Mention(token, token + 1, token, "pronoun") if page.parse.tag[token] == "PRP$" and page.words[token] in PERSONAL else None


def _at(page: Page, token: int, start: int, end: int) -> Mention | None:
    word, tag = page.words[token], page.parse.tag[token]
    if word in PERSONAL and tag[:3] == "PRP":
        if word in ("his", "her") and (styled := page.gazetteer.titles.nouns.at(page.words, token, end)) and styled.last > token + 1:
            return Mention(token, styled.last, styled.last - 1, "nominal")
        return Mention(token, token + 1, token, "pronoun")
    if word == "one" and page.words[token + 1 : token + 2] == ("of",):
        return _one_of(page, token, end)
    if tag not in _NOUNS and not _begins_title(page, token, end):
        return _bare_group(page, token, end)
    noun = page.gazetteer.titles.nouns.at(page.words, token, end)
    if noun and _stands(page, noun.first, noun.last, end):
        return _nominal(page, noun, start, end)
    if noun is None or noun.last == token + 1:
        return _anaphor(page, token, start, end)
    return None


def _begins_title(page: Page, token: int, end: int) -> bool:
    """Whether an adjective begins a title of several words that ends in a noun: "external affairs minister", "foreign policy chief"."""
    if page.parse.tag[token] != "JJ":
        return False
    noun = page.gazetteer.titles.nouns.at(page.words, token, end)
    if noun is None or page.parse.tag[noun.last - 1] not in _NOUNS:
        return False
    if noun.meanings[0].kind == "body":  # "the presidential office"
        weak = page.parse.lemma[noun.last - 1] in page.gazetteer.words.weak
        return weak and noun.meanings[0].type == "government" and noun.last == token + 2
    return noun.last > token + 2 and noun.meanings[0].kind == "office"


def _stands(page: Page, first: int, last: int, end: int) -> bool:
    """Whether a noun phrase ends here: no further noun follows that it would only modify."""
    held = page.names[page.held[last - 1]] if page.held[last - 1] >= 0 else None
    if held and held.sort != "adjective" and (held.sort != "body" or held.first <= first):  # but "ambassador to the United Nations"
        return False
    if first and page.parse.tag[first - 1] in _NOUNS and _longer(page, first):
        return False
    if last >= end:
        return True
    after = page.parse.tag[last]
    if after in _NOUNS and not (
        page.parse.dep[last] == "npadvmod" or page.parse.dep[last - 1] in ("nsubj", "pobj", "dobj", "nsubjpass") or page.held[last] >= 0
    ):
        return False
    return not (after == "HYPH" and last + 1 < end and page.parse.tag[last + 1] in (*_NOUNS, "VBN", "JJ"))


def _longer(page: Page, first: int) -> bool:
    """Whether the noun is the tail of a longer one that was found at an earlier token."""
    for back in (1, 2, 3):
        if first - back < 0:
            return False
        found = page.gazetteer.titles.nouns.at(page.words, first - back, len(page.words))
        if found and found.last > first:
            return True
    return False


def _nominal(page: Page, found: Found[Noun], start: int, end: int) -> Mention | None:
    noun, first, last = found.meanings[0], found.first, found.last
    if _no_actor(page, noun, first, last):
        return None
    if noun.kind == "honorific" or (noun.kind == "land" and not noun.plural and noun.key not in page.gazetteer.words.state_nouns):
        return None
    head = _head(page, first, last)
    single = last - first == 1
    counted = first > 0 and page.words[first - 1] in ("both", "two")
    if page.parse.tag[head] not in _NOUNS or (single and not counted and _weak(page, head, noun) and not _speaks(page, head)):
        return None
    left = _left(page, first, start, plural=not _one_each(noun))
    if single and left == first and noun.kind == "body" and page.parse.tag[head] == "NN" and noun.key not in _BARE:
        return None
    if left == first and page.parse.tag[head] == "NN" and page.words[first - 1] in ("in", "by", "at") and page.parse.dep[head] == "pobj":
        return None  # "in person"
    if page.words[left] in ("each", "either", "neither", "both") and noun.kind in ("body", "office", "land"):
        return Mention(left, last, head, "group")
    if single and page.words[head] == "parties" and _definite(page, left) and (left == first - 1 or _counted(page, left, first)):
        return Mention(left, last, head, "group")  # to an accord; of a parliament where none is told of
    return Mention(left, right(page, last, end, noun), head, "group" if _counted_group(page, noun, left, first) else "nominal")


_KINDS_OF_STATE = frozenset({"war", "siege", "emergency", "affairs", "mind", "alert", "law", "play", "art", "calamity", "disaster"})


def _no_actor(page: Page, noun: Noun, first: int, last: int) -> bool:
    """ "8 p.m.", "a state of siege", "which country": words of an actor that stand for none here."""
    words = page.words
    if noun.key == "prime_minister" and last - first == 1 and (page.parse.tag[first - 1] == "CD" or words[first][:1].isdigit()):
        return True
    if words[first] == "state" and words[last : last + 1] == ("of",):
        return any(w in _KINDS_OF_STATE for w in words[last + 1 : last + 3])
    if noun.key == "side" and words[last : last + 1] == ("of",):
        return True  # "the far side of the border"
    return noun.kind == "land" and first > 0 and words[first - 1] in ("which", "what", "any", "no", "every")


def _head(page: Page, first: int, last: int) -> int:
    """The noun before the first preposition of a phrase ("ministers of defence"), else the last word."""
    return next((t - 1 for t in range(first + 1, last) if page.words[t] in ("of", "to", "for", "in")), last - 1)


def _counted_group(page: Page, noun: Noun, left: int, first: int) -> bool:
    """ "the two leaders", "both ministers": so many and no others."""
    if page.words[left] == "two" and page.words[left - 1] in ("``", "“", '"'):
        return noun.plural and noun.kind == "agent"
    return noun.plural and _definite(page, left) and _counted(page, left, first)


def _weak(page: Page, head: int, noun: Noun) -> bool:
    """Whether a noun mostly names a thing ("report", "summit", "ship") and an actor only where it speaks."""
    if page.words[head] == "forces" and page.parse.tag[head - 1][:2] in ("JJ", "NN"):
        return False
    return (noun.type == "other" and noun.key not in _BODIES) or page.parse.lemma[head] in page.gazetteer.words.weak


def _speaks(page: Page, head: int) -> bool:
    over = page.parse.head[head]
    if page.parse.dep[head] == "pobj":
        return page.words[over] == "to" and page.words[over - 1] == "according"
    return page.parse.dep[head] == "nsubj" and page.parse.lemma[over] in page.gazetteer.words.say


def _definite(page: Page, left: int) -> bool:
    return page.words[left] in ("the", "both", "these", "those", "their", "its", "each")


def _one_each(noun: Noun) -> bool:
    """Whether "the Chinese and Russian Ns" are one of each: presidents, not officials."""
    return noun.kind == "office" and noun.level in ("head_of_state", "head_of_government", "minister", "royal")


def _left(page: Page, first: int, start: int, *, plural: bool = False) -> int:
    at = first
    while at > start and (page.parse.tag[at - 1] in LEFT or (not plural and _joined(page, at, start))):
        tag = page.parse.tag[at - 1]
        if tag == "CD" and at - 1 == start and not page.words[at - 1].isalnum():
            break  # the hour of a live page: "14.10 Armenian forces"
        if tag == "RB" or (tag in ("VBG", "VBN") and page.parse.dep[at - 1] not in ("amod", "compound", "nmod")):
            break
        if tag in _NOUNS and page.parse.tag[at] in ("DT", "PRP$", "PDT"):
            break
        if at < first and page.words[at] != "'s" and (held := page.name_at(at - 1)) and held.sort == "person":
            break
        at -= 1
    while at < first and (page.parse.tag[at] in ("POS", "HYPH", "RB") or page.words[at - 1 : at + 1] in (("at", "least"), ("at", "most"))):
        at += 1
    return at


def _joined(page: Page, token: int, start: int) -> bool:
    """ "Ethiopia, Eritrea leaders", "the German and French presidents": two states before one noun."""
    if page.words[token - 1] not in (",", "and") or token - 2 < start:
        return False
    before, after = page.name_at(token - 2), page.name_at(token)
    if after is not None and page.words[after.last : after.last + 1] == ("'s",):
        return False  # "Pakistan and Afghanistan's services": the services of one of them
    return before is not None and after is not None and {before.sort, after.sort} <= {"adjective", "state"}


def _counted(page: Page, left: int, first: int) -> bool:
    return any(page.words[t] in NUMBERS for t in range(left, first)) or page.words[left] in ("both", "these")


def _anaphor(page: Page, token: int, start: int, end: int) -> Mention | None:
    """ "the country", "the two Koreas", "both sides", "the kingdom": nouns that point back to states or parties."""
    lists, lemma = page.gazetteer.words, page.parse.lemma[token]
    base = lemma if lemma in lists.group_nouns or lemma in lists.state_nouns else page.words[token].rstrip("s")
    if not _stands(page, token, token + 1, end) and page.words[token] != "koreas":
        return None
    left = _left(page, token, start)
    several = page.parse.tag[token] in ("NNS", "NNPS") or page.words[left] in ("each", "either", "neither")
    if (
        several
        and base in lists.group_nouns
        and (
            _counted(page, left, token) or (base in ("side", "party", "neighbour", "neighbor", "korea", "leader") and _definite(page, left))
        )
    ):
        return Mention(left, token + 1, token, "group")
    if base in lists.state_nouns and not several and page.words[left] in ("the", "his", "her", "their", "this", "that", "our", "my"):
        return Mention(left, token + 1, token, "nominal")
    return None


def _one_of(page: Page, token: int, end: int) -> Mention | None:
    """ "one of the diplomats"."""
    for at in range(token + 2, min(end, token + 7)):
        noun = page.gazetteer.titles.nouns.at(page.words, at, end)
        if noun and noun.meanings[0].plural and _stands(page, noun.first, noun.last, end):
            return Mention(token, noun.last, token, "nominal")
    return None


def _bare_group(page: Page, token: int, end: int) -> Mention | None:
    """ "the two", "the pair", "both", "the latter" without a noun."""
    word = page.words[token]
    if word not in _BARE_GROUPS or page.parse.dep[token] not in ("nsubj", "nsubjpass", "pobj", "dobj", "poss", "conj", "appos"):
        return None
    if token + 1 < end and (page.parse.tag[token + 1] in (*_NOUNS, "JJ", "CD", "HYPH") or page.words[token + 1] == "of"):
        return None
    left = token - 1 if token and page.words[token - 1] == "the" else token
    if left == token and word != "both":
        return None
    return Mention(left, token + 1, token, "group" if word not in ("latter", "former", "other") else "pronoun")
