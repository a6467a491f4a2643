"""People and bodies that only their capitals and surroundings show; and every later short form of a full name."""

from __future__ import annotations

from bisect import bisect_right

from detente.stages.mentions import things
from detente.stages.mentions.page import Name, Page
from detente.stages.mentions.runs import label_of, parts, runs

_SURNAME_FIRST = frozenset(
    {"kim", "lee", "ri", "yi", "park", "pak", "choe", "choi", "moon", "jang", "chang", "hwang", "han", "kang", "cho", "jo"}
)


def find(page: Page) -> None:
    """Write down people and bodies, then their short forms."""
    short: list[tuple[int, int]] = []
    longer: list[tuple[int, int]] = []
    for first, last in runs(page):
        if sort := _headed(page, first, last):
            if sort != "nominal":
                _write(page, first, last, sort)
            continue
        for a, b in parts(page, first, last):
            if b - a > 1:
                longer.append((a, b))
            held = page.name_at(a)
            if held and held.sort == "person" and held.first <= a and held.last >= b:
                continue  # the gazetteer's name is the longer one
            if b - a == 1 or (page.words[a] in page.gazetteer.words.particles and b - a <= 3):
                short.append((a, b))
            elif sort := _sort(page, a, b):
                _write(page, a, b, sort)
    things.find(page, longer)
    _spread(page, short)


def _write(page: Page, first: int, last: int, sort: str) -> None:
    held = page.name_at(first)
    if held and held.first == first and held.last == last and held.sort != "adjective":
        return
    found = page.gazetteer.names.at(page.words, first, last)
    senses = found.meanings if found and found.last == last else ()
    if sort == "person":
        senses = tuple(s for s in senses if s.entry.startswith("person:"))
    page.add(Name(first, last, sort, senses))


def _headed(page: Page, first: int, last: int) -> str:
    """What a run is by its last word: a body, a place or thing, a nominal of a body ("Chinese Foreign Ministry"), or nothing."""
    held = page.name_at(first)
    if held and held.first <= first and held.last >= last:
        return ""
    while held and held.last < last and held.sort in ("adjective", "state", "body"):
        first = held.last + (page.words[held.last] == "'s")
        held = page.name_at(first) if first < last else None
    if first >= last:
        return ""
    noun = page.gazetteer.titles.nouns.at(page.words, first, last)
    if noun and noun.last == last:
        return "nominal" if noun.meanings[0].kind == "body" else ""
    lists, word = page.gazetteer.words, page.words[last - 1]
    if last - first < 2 and not held and first == last - 1 and page.name_at(first - 1) is None:
        return ""
    if word in lists.org_heads or word in lists.media_heads:
        return "body"
    return "place" if word in lists.place_heads or word in lists.thing_heads else ""


def _sort(page: Page, first: int, last: int) -> str:
    """What a run of several words is: `person`, `body`, `place`, or empty."""
    held = page.name_at(first)
    if held and held.first == first and held.last == last:
        return ""
    label = label_of(page, first, last)
    if _personal(page, first, last, label):
        return "person"
    if label == "ORG" or page.words[last - 1] in page.gazetteer.words.org_heads or (first and _body_before(page, first)):
        return "body"
    return "place" if label in ("GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT") else ""


def _personal(page: Page, first: int, last: int, label: str) -> bool:
    words, gazetteer = page.words, page.gazetteer
    if first and _body_before(page, first):
        return False
    if any(page.name_at(t) and page.names[page.held[t]].sort == "person" for t in range(first, last)):
        return True
    if label == "PERSON" or words[first] in gazetteer.given or words[last - 1] in gazetteer.surnames or titled(page, first):
        return not _shouting(page, first, last)
    if "-" in words[first + 1 : last - 1] and words[first] in _SURNAME_FIRST:
        return True
    return speaks(page, last - 1) and last - first <= 4 and label != "ORG"


def _body_before(page: Page, first: int) -> bool:
    """Whether a noun for a body stands right before: "the rights group" Voz Penal."""
    return any(n.kind == "body" and not n.plural for n in page.gazetteer.titles.nouns.get(page.words[first - 1]))


def _shouting(page: Page, first: int, last: int) -> bool:
    """A line in capitals is a heading of the page, not a name."""
    return all(page.parse.words[t].isupper() for t in range(first, last)) and last - first > 1


def titled(page: Page, first: int) -> bool:
    """Whether a title or honorific of one person stands right before a token."""
    if first == 0 or page.parse.sentence_of[first - 1] != page.parse.sentence_of[first]:
        return False
    found = page.gazetteer.titles.nouns.get(page.words[first - 1])
    return any(n.kind in ("honorific", "office", "kin", "agent") and not n.plural for n in found) and page.name_at(first - 1) is None


def speaks(page: Page, token: int) -> bool:
    """Whether a token is the subject of a verb of saying."""
    parse = page.parse
    verb = parse.head[token]
    return parse.dep[token] == "nsubj" and parse.lemma[verb] in page.gazetteer.words.say


def _spread(page: Page, short: list[tuple[int, int]]) -> None:
    """Single names: a part of a full name of this article, or a name of its own where a title or the parser says so."""
    known = _name_parts(page)
    for first, last in short:
        held = page.name_at(first)
        if first and (styled := page.gazetteer.titles.nouns.at(page.words, first - 1, last)) and styled.last > first:
            continue  # "His Majesty"
        if (longer := page.gazetteer.titles.nouns.at(page.words, first, len(page.words))) and longer.last > last:
            continue  # "Security forces"
        if (
            held
            and held.sort not in ("capital", "place")
            and not (held.sort == "state" and titled(page, first) and page.words[first] in known)
        ):
            continue
        word = "-".join(page.words[first:last])
        if word in known or page.words[last - 1] in known:
            page.add(Name(first, last, "person"))
        elif held is None and _lone_person(page, first, last):
            page.add(Name(first, last, "person"))
            known.add(word)
        elif held is None and label_of(page, first, last) == "ORG" and _lone_body(page, first):
            page.add(Name(first, last, "body"))


def _name_parts(page: Page) -> set[str]:
    """The words by which the article may name its people later."""
    known: set[str] = set()
    for name in page.names:
        if name.sort == "person" and name.last - name.first > 1:
            words = page.words[name.first : name.last]
            known.update(w for w in words if len(w) > 1 and w not in page.gazetteer.words.particles)
            if "-" in words:
                known.add("-".join(words[words.index("-") - 1 :]).replace("---", "-"))
    return known


def _lone_person(page: Page, first: int, last: int) -> bool:
    """Whether a single name is a person's: by a title, by its surname, by the parser's label, by what it does."""
    parse, word = page.parse, page.words[last - 1]
    if first and (page.words[first - 1] in ("the", "a", "an") or _governed(page, first)):
        return False
    if titled(page, first):
        return parse.tag[first][:2] == "NN" and page.words[first] not in page.gazetteer.words.org_heads
    if parse.tag[last - 1][:2] != "NN" or len(word) < 2:
        return False
    if any(w in page.gazetteer.surnames for w in ("".join(page.words[first:last]), " ".join(page.words[first:last]), word)):
        return _by_surname(page, first, last)
    if parse.tag[last - 1] != "NNP" or len(word) < 3:
        return False
    label = label_of(page, first, last)
    if label == "PERSON":
        return _takes_part(page, last - 1, known=False)
    return label != "ORG" and parse.dep[last - 1] == "nsubj" and _does(page, last - 1) and not parse.words[first].isupper()


def _governed(page: Page, first: int) -> bool:
    """ "the governor of Miranda": what somebody governs is a place."""
    return first > 1 and page.words[first - 1] == "of" and page.words[first - 2] in _GOVERNING


def _by_surname(page: Page, first: int, last: int) -> bool:
    """Whether a known surname stands for somebody: in the place of a name, and not a sentence's first word that is a plain noun."""
    parse, token = page.parse, last - 1
    opens = first == parse.sentences[parse.sentence_of[first]][0] or page.words[first - 1] in ("``", "“", '"')
    if opens and parse.tag[token] != "NNP":
        if page.words[token] not in page.gazetteer.leaders or parse.child(token, "prep", "det") is not None:
            return False
        return parse.dep[token] in _PARTS and page.words[last : last + 1] != ("-",)
    return _takes_part(page, token) or (parse.dep[token] in _LOOSE and label_of(page, first, last) == "PERSON")


_GOVERNING = frozenset(
    {"governor", "mayor", "governorate", "bishop", "archbishop", "duke", "sultan", "emir", "prefect", "province", "state"}
)
_PARTS = frozenset({"nsubj", "nsubjpass", "poss", "agent"})
_LOOSE = frozenset({"ROOT", "npadvmod", "attr", "oprd", "dep", "intj", "nmod", "compound"})
_TOWARD = frozenset({"with", "by", "against", "of", "from", "to", "for", "between", "like", "under", "including", "on", "about", "after"})


def _takes_part(page: Page, token: int, *, known: bool = True) -> bool:
    """Whether a name stands where somebody acts or is dealt with, not where something takes place.

    A word that is no surname known must be dealt with as only people are: "accused Barbarin", not "shelled Terter".
    """
    parse = page.parse
    while parse.dep[token] in ("conj", "appos") and parse.head[token] != token:
        token = parse.head[token]
    if not known and parse.dep[token] in ("dobj", "pobj"):
        over = parse.head[token]
        aim = over if parse.dep[token] == "dobj" else parse.head[over]
        if parse.dep[token] == "pobj" and page.words[over] not in _TOWARD:
            return False
        return page.words[over] in ("with", "by") or parse.lemma[aim] in page.gazetteer.words.aimed
    if parse.dep[token] == "pobj":
        return page.words[parse.head[token]] in _TOWARD
    return parse.dep[token] in _PARTS or parse.dep[token] in ("dobj", "dative", "iobj", "pcomp")


def _does(page: Page, token: int) -> bool:
    """Whether a token is the subject of what people do: say, travel, sign, refuse."""
    parse, lists = page.parse, page.gazetteer.words
    lemma = parse.lemma[parse.head[token]]
    return lemma in lists.say or lemma in lists.deeds


def _paragraph(page: Page, token: int) -> int:
    return bisect_right(page.parse.paragraphs, token, key=lambda p: p[0]) - 1


def _lone_body(page: Page, token: int) -> bool:
    parse = page.parse
    printed = parse.words[token]
    if token == parse.paragraphs[_paragraph(page, token)][0] and printed.isupper():
        return False  # the town of a dateline
    return (printed.isupper() and 2 <= len(printed) <= 8) or (parse.dep[token] in ("nsubj", "poss", "agent") and parse.tag[token] == "NNP")
