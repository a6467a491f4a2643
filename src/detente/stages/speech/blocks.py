"""Statements by layout: headlines, transcripts, lists under "the leaders agreed:", quotations signed or left alone."""

from __future__ import annotations

import re

import msgspec

from detente.reading import Doubt
from detente.stages.speech import speakers
from detente.stages.speech.direct import Linked
from detente.stages.speech.scene import DASHES, ENDS, Found, Piece, Scene
from detente.stages.speech.verbs import manner_of

_ITEM = re.compile(r"^(\d{1,2}[.)]?|\(?[a-zA-Z\d]\)|[ivx]+[.)]|[*•·▪‣●○◦-]|–|—|--)$")
_NAMING = frozenset(("NNP", "NNPS", "NN", "NNS", "JJ", "POS", "CD"))
_TITLES = frozenset(("Mr.", "Ms.", "Mrs.", "Dr.", "Mr", "Ms", "Mrs", "Dr"))
_HEADLINES = 3
_LONGEST_HEADLINE = 30
_LABEL = 7


def add(scene: Scene, linked: Linked, found: list[Found]) -> tuple[list[Found], tuple[Doubt, ...]]:
    """The finds with those of the layout, and what stays open."""
    doubts: list[Doubt] = []
    found = found + _headlines(scene, found) + _signed(scene, linked) + _bare(scene, linked, doubts)
    found += _transcript(scene)
    items = _lists(scene, found)
    return [_within_item(f, items) for f in found] + items, tuple(doubts)


def _made(scene: Scene, cue: Piece, pieces: tuple[Piece, ...], who: tuple[str, ...], rule: str, **more: object) -> Found:
    defaults: dict[str, object] = {
        "manner": manner_of(scene, pieces),
        "act": "assert",
        "commitment": "neutral",
        "how": "said" if who else "unnamed",
    }
    return Found(cue=cue, head=cue[1] - 1, pieces=pieces, speakers=who, rule=rule, **{**defaults, **more})  # type: ignore[arg-type]


def _headlines(scene: Scene, known: list[Found]) -> list[Found]:
    """ "China: US must …"; "…: Reports"; "… - state media"."""
    parse = scene.parse
    found: list[Found] = []
    own = {scene.paragraph(f.head)[0] for f in known if f.manner != "act" and parse.head[f.head] == f.head}
    for first, last in parse.paragraphs[:_HEADLINES]:
        if first in own:
            continue
        if last - first > _LONGEST_HEADLINE or parse.lower[last - 1] in ENDS:
            continue
        for at in range(first + 1, last - 1):
            if parse.lower[at] == ":" or (
                parse.lower[at] in DASHES and parse.start[at] > parse.end[at - 1] and parse.start[at + 1] > parse.end[at]
            ):
                made = _before_colon(scene, first, at, last) if parse.lower[at] == ":" else None
                found += [f for f in (made or _behind_mark(scene, first, at, last),) if f is not None]
                break
    return found


def _before_colon(scene: Scene, first: int, colon: int, last: int) -> Found | None:
    parse = scene.parse
    if colon - first > _LABEL or any(parse.tag[t] not in _NAMING for t in range(first, colon)):
        return None
    piece = _unmarked(scene, *scene.trim(colon + 1, last))
    ids = _named(scene, first, colon) or _by_surname(scene, (first, colon))
    if not ids or piece[1] - piece[0] < 3 or not (scene.verbal(*piece) or colon + 1 in scene.marked or _speaks(scene, ids, piece)):
        return None
    return _made(scene, (first, colon), (piece,), ids, "headline.label")


def _speaks(scene: Scene, ids: tuple[str, ...], piece: Piece) -> bool:
    """Whether a label can only be whose words follow, though these have no verb: no state ("Yemen: key facts"), and no bare noun phrase."""
    parse = scene.parse
    bare = all(parse.tag[t][:2] in ("NN", "DT", "JJ", "CD", "PO", "IN", "CC") for t in range(*piece))
    return not bare and all(scene.people.get(i) not in ("state", None) for i in ids)


def _behind_mark(scene: Scene, first: int, mark: int, last: int) -> Found | None:
    parse = scene.parse
    words = parse.lower[mark + 1 : last]
    piece = scene.trim(first, mark)
    if (
        not words
        or len(words) > 5
        or piece[1] - piece[0] < 3
        or not all(parse.tag[t] in _NAMING or parse.lower[t] in ("of", "the", "says", "say") for t in range(mark + 1, last))
    ):
        return None
    ids = _named(scene, mark + 1, last)
    generic = any(w in scene.words.lists["headline"] for w in words)
    if not generic and not any(scene.people.get(i) in ("media", "government", "igo", "ngo", "person") for i in ids):
        return None
    vague = not ids and words[-1] in ("reports", "report", "sources", "source")
    return _made(
        scene,
        (mark + 1, last),
        (_unmarked(scene, *piece),),
        ids,
        "headline.source",
        how="hearsay" if vague else "said" if ids else "unnamed",
        commitment="doubtful" if vague else "neutral",
    )


def _unmarked(scene: Scene, first: int, last: int) -> Piece:
    return (first + 1 if first in scene.marked else first, last - 1 if last - 1 in scene.marked and first in scene.marked else last)


def _named(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """The actors that a label names: by its last head, else by any of its words."""
    for t in range(last - 1, first - 1, -1):
        if t in scene.cast.heads:
            return speakers.who(scene, t)
    return ()


def _signed(scene: Scene, linked: Linked) -> list[Found]:
    """A quotation with a name behind a dash: "…" — Ban Ki-moon."""
    parse = scene.parse
    found = []
    for i, q in enumerate(scene.quotes):
        at = q.close + 1
        if i in linked.owner or q.depth or not q.closed or at + 1 >= len(parse) or parse.lower[at] not in DASHES:
            continue
        end = scene.paragraph(q.close)[1]
        if at + 1 < end <= at + 16 and parse.tag[at + 1] in _NAMING and (ids := _named(scene, at + 1, min(end, at + 6))):
            linked.owner[i] = at
            found.append(_made(scene, (at + 1, at + 2), (scene.trim(q.first, q.last),), ids, "quote.signed", manner="direct"))
    return found


def _bare(scene: Scene, linked: Linked, doubts: list[Doubt]) -> list[Found]:
    """Quoted sentences without a cue: the person whom the sentence before speaks of, or nobody."""
    found = []
    for verb, i in linked.bare:
        if i in linked.owner:
            continue
        q = scene.quotes[i]
        ids = speakers.who(scene, speakers.subject(scene, verb))
        if len(ids) == 1 and scene.people.get(ids[0], "person") == "person":
            doubts.append(
                Doubt("speech.guessed", "no cue stands with this quotation; the sentence before names its speaker", q.first, q.last)
            )
            found.append(_made(scene, (verb, verb + 1), (scene.trim(q.first, q.last),), ids, "quote.bare", manner="direct"))
        else:
            doubts.append(Doubt("speech.open", "nothing says whose words this quotation holds", q.first, q.last))
    return found


def _transcript(scene: Scene) -> list[Found]:
    """Paragraphs that begin with a speaker's name and a colon, and those that follow without one."""
    labels = [(i, label) for i, p in enumerate(scene.parse.paragraphs) if (label := _label(scene, *p))]
    if len([1 for _, label in labels if label[2]]) < 2 and len(labels) < 3:
        return []
    answerer = _interviewed(scene, labels[0][0])
    found = []
    following = [i for i, _ in labels[1:]] + [labels[-1][0] + 1]  # nothing marks where a transcript ends
    for (i, (first, text, _)), after in zip(labels, following, strict=True):
        pieces = [scene.trim(text, scene.parse.paragraphs[i][1])] + [scene.trim(*p) for p in scene.parse.paragraphs[i + 1 : after]]
        pieces = [p for p in pieces if p[1] - p[0] >= 1]
        if pieces:
            found.append(_turn(scene, (first, text), tuple(pieces), answerer))
    return found


def _label(scene: Scene, first: int, last: int) -> tuple[int, int, bool] | None:
    """(first token, where the words begin, whether it stands in capitals) of a paragraph that a speaker's name opens."""
    parse = scene.parse
    if parse.words[first] == "Q" and last - first > 2 and parse.lower[first + 1] not in ("&", ":", "."):
        return first, first + 1, True
    for at in range(first + 1, min(first + _LABEL + 1, last - 1)):
        if parse.lower[at] == ":" or (parse.lower[at] == "." and at == first + 1 and parse.lower[first] in ("q", "a")):
            return _labelled(scene, first, at)
        if parse.lower[at] in ENDS and parse.lower[at] != ".":
            return None
    return None


def _labelled(scene: Scene, first: int, colon: int) -> tuple[int, int, bool] | None:
    parse, lists = scene.parse, scene.words.lists
    words = parse.words[first:colon]
    if len(words) == 1 and (parse.lower[first] in lists["questioner"] or parse.lower[first] in lists["answerer"]):
        return first, colon + 1, True
    capitals = all(w.isupper() or not w.isalpha() or w in _TITLES for w in words) and any(len(w) > 1 for w in words)
    if capitals and any(w.isalpha() for w in words):
        return first, colon + 1, True
    if all(parse.tag[t] in _NAMING for t in range(first, colon)) and _named(scene, first, colon):
        return first, colon + 1, False
    return None


def _interviewed(scene: Scene, index: int) -> tuple[str, ...]:
    """Who answers under "A:": the person named most before the first question."""
    counts: dict[str, int] = {}
    end = scene.parse.paragraphs[index][0]
    for token, ids in scene.cast.heads.items():
        if token < end and len(ids) == 1 and scene.people.get(ids[0]) == "person":
            counts[ids[0]] = counts.get(ids[0], 0) + 1
    return (max(sorted(counts), key=lambda i: counts[i]),) if counts else ()


def _turn(scene: Scene, label: Piece, pieces: tuple[Piece, ...], answerer: tuple[str, ...]) -> Found:
    word = scene.parse.lower[label[0]]
    asks = word in scene.words.lists["questioner"]
    ids = () if asks else answerer if word in scene.words.lists["answerer"] else _named(scene, *label) or _by_surname(scene, label)
    return _made(
        scene, (label[0], max(label[0] + 1, label[1] - 1)), pieces, ids, "transcript", manner="direct", act="ask" if asks else "assert"
    )


def _by_surname(scene: Scene, label: Piece) -> tuple[str, ...]:
    """MR. PRICE: the one actor of the article whose name ends so."""
    words = [w for w in scene.parse.lower[label[0] : label[1]] if w.isalpha() and len(w) > 2]
    fits = [p.id for p in scene.cast.players if p.type == "person" and words and p.name.lower().split()[-1] == words[-1]]
    return (fits[0],) if len(fits) == 1 else ()


def _lists(scene: Scene, found: list[Found]) -> list[Found]:
    """The items under an introduction that ends with a colon: one statement each."""
    parse = scene.parse
    made: list[Found] = []
    paragraphs = parse.paragraphs
    own = {parse.sentence_of[f.head] for f in found if _is_main(scene, f.head) and (f.speakers or f.manner != "act")}
    for i, (first, last) in enumerate(paragraphs[:-1]):
        if parse.lower[last - 1] != ":" or (intro := _intro(scene, first, last)) is None:
            continue
        for a, b in paragraphs[i + 1 :]:
            if not _ITEM.match(parse.words[a]) and not (a + 1 < b and parse.words[a].isdigit()):
                break
            begin = a + 1 + (parse.lower[a + 1] in (".", ")"))
            piece = scene.trim(begin, b)
            theirs = parse.lower[piece[0]] in ("they", "both")  # the same who agreed, whatever "they" was taken for
            if piece[1] - piece[0] >= 3 and (theirs or not any(parse.sentence_of[t] in own for t in (piece[0], piece[1] - 1))):
                cue, who, act = intro
                made.append(_made(scene, cue, (piece,), who, "list", act=act))
    return made


def _within_item(f: Found, items: list[Found]) -> Found:
    """What an item's own verb says ("they undertake to …") is an act by the words of the list."""
    if f.manner == "act" or not any(i.pieces[0][0] <= f.head < i.pieces[0][1] for i in items):
        return f
    return msgspec.structs.replace(f, manner="act")


def _is_main(scene: Scene, head: int) -> bool:
    """Whether the cue is the main verb of its sentence, or that verb's object ("express their appreciation to")."""
    parse = scene.parse
    above = parse.head[head]
    return above == head or (parse.head[above] == above and parse.dep[head] in ("dobj", "conj"))


def _intro(scene: Scene, first: int, last: int) -> tuple[Piece, tuple[str, ...], str] | None:
    """The cue and speakers of "the leaders agreed:" or "issued a joint statement, as follows:"."""
    parse = scene.parse
    begin = parse.sentences[parse.sentence_of[last - 1]][0]
    for t in range(last - 1, max(begin, first) - 1, -1):
        if speakers.is_document(scene, t) and (ids := speakers.authors(scene, t) or speakers.writer(scene, t)):
            return (t, t + 1), ids, "assert"
        hit = scene.hits.get(t)
        if hit is not None and (ids := speakers.who(scene, speakers.subject(scene, t))):
            return (t, hit.last), ids, hit.cue.act
    return None
