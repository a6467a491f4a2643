"""Statements and acts by words that a verb makes."""

from __future__ import annotations

from detente.lexicon.speech import Commitment
from detente.reading import Source
from detente.records import Manner
from detente.stages.speech import asides, clauses, modality, objects, passives, relays, speakers
from detente.stages.speech.direct import Linked
from detente.stages.speech.marks import Quoted
from detente.stages.speech.scene import FINITE, MINDS, Found, Hit, Piece, Scene

_FIRST_PERSON = frozenset(("i", "we"))
_FAR = 12
_PERSONS = frozenset(("he", "she", "they", "i", "we", "you", "who"))
_STRICT = frozenset(("show", "demonstrate", "prove", "signal", "mean", "underscore", "highlight", "underline", "see"))


def read(scene: Scene, linked: Linked, hit: Hit) -> Found | None:
    """What one cue verb makes, or None where it has no content or nobody can be its speaker."""
    if passives.asked_aside(scene, hit.token) or relays.is_frame(scene, hit):
        return None
    quotes = linked.of.get(hit.token, [])
    relay = relays.quoted(scene, hit.token)
    if relay is None and passives.is_passive(scene, hit.token):
        return passives.read(scene, hit, _inner(scene, quotes))
    subj = relay.speaker if relay else _subject(scene, hit, bool(quotes))
    if subj is None and not quotes:
        return None
    pieces, manner, rule = _content(scene, hit, quotes, subj)
    if not pieces or not _may_speak(scene, hit, subj, manner):
        return None
    speakers_ = speakers.who(scene, subj)
    if rule == "colon" and not speakers_:
        return None
    passed = relay.sources if relay else relays.carried(scene, hit.token)
    below: tuple[Source, ...] = ()
    if relay is None and (cited := relays.cited(scene, hit.token)) is not None:
        if cited.document and (not cited.holders or not relays.is_medium(scene, speakers_)):
            below = tuple(Source(h, "document", cited.source) for h in cited.holders or (None,))
        else:
            passed = tuple(Source(s, "citing", cited.token) for s in speakers_)
            subj, speakers_ = cited.source, cited.holders
    mood = modality.of(scene, hit.token)
    act, manner = _acts(scene, hit, mood, (manner, rule, bool(speakers_) or relay is not None), subj)
    document = subj is not None and speakers.is_document(scene, subj)
    return Found(
        cue=(hit.token, hit.last) if speakers_ else _with_source(scene, hit, subj),
        head=hit.token,
        pieces=pieces,
        speakers=speakers_,
        manner=manner,
        act=act,  # type: ignore[arg-type]
        commitment=_commitment(scene, hit),
        rule=rule,
        addressees=speakers.addressees(scene, hit, speakers_, pieces[0]),
        relays=(*relays.hearsay(scene, hit.token), *passed),
        below=below or (relays.briefed(scene, subj) if subj is not None else ()),
        how="document" if document else "said" if speakers_ else "unnamed",
        said=mood.said or hit.cue.act in MINDS,
        mode=mood.mode,
    )


def _with_source(scene: Scene, hit: Hit, subj: int | None) -> Piece:
    """A cue whose speaker is no actor ("the report says", "one poster wrote") keeps the words for its source."""
    if subj is None or not -_FAR < subj - hit.token < _FAR:
        return hit.token, hit.last
    if subj > hit.token:
        return hit.token, max(hit.last, subj + 1)
    first = scene.parse.left[subj]
    return (first if hit.token - first <= _FAR else subj), hit.last


def _subject(scene: Scene, hit: Hit, quoted: bool) -> int | None:
    if _behind_name(scene, hit):
        return speakers.inverted(scene, hit.token)
    if (subj := speakers.local(scene, hit.token)) is not None:
        return subj
    subj = speakers.subject(scene, hit.token)
    if subj is not None:
        return speakers.named(scene, subj, hit.token)
    if (source := speakers.opening(scene, hit.token)) is not None:
        return source
    behind = speakers.inverted(scene, hit.token) if quoted or _fenced(scene, hit.token) else None
    return behind if behind is not None else speakers.before(scene, hit.token)


def _behind_name(scene: Scene, hit: Hit) -> bool:
    """ "Iran, said Qasemi, expects …": a verb of saying between a comma and a name that a comma or a stop follows."""
    parse = scene.parse
    if (
        "quote" not in hit.cue.frames
        or hit.cue.words in ("tell", "inform", "warn")
        or not _fenced(scene, hit.token)
        or parse.tag[hit.token] not in ("VBD", "VBZ")
    ):
        return False
    name = speakers.inverted(scene, hit.token)
    if name is None:
        return False
    kids = [k for k in parse.kids[hit.token] if parse.dep[k] == "nsubj"]
    if name in kids:
        return True
    return parse.lower[name + 1 : name + 2] in ((",",), (".",)) and parse.dep[name] in (
        "nsubj",
        "dobj",
        "attr",
        "appos",
        "npadvmod",
        "ROOT",
    )


def _fenced(scene: Scene, verb: int) -> bool:
    return verb > 0 and (scene.parse.lower[verb - 1] == "," or verb - 1 in scene.marked)


def _content(scene: Scene, hit: Hit, quotes: list[Quoted], subj: int | None) -> tuple[tuple[Piece, ...], Manner, str]:
    """The pieces, how they are given, and by which rule."""
    if quotes:
        return _inner(scene, quotes), "direct", "quote"
    if _stands_apart(scene, hit, subj) and (side := asides.cue_clause(scene, hit.token, hit.last, subj)):
        pieces = asides.around(scene, side)
        if pieces and _parenthetical(scene, hit, side):
            return pieces, manner_of(scene, pieces), "clause.around"
    if (colon := _behind_colon(scene, hit)) is not None:
        return (colon,), manner_of(scene, (colon,)), "colon"
    if objects.takes(hit.cue, "clause") and (piece := clauses.behind(scene, hit.token, hit.last)):
        manner = manner_of(scene, (piece,)) if "clause" in hit.cue.frames else "act"
        return (piece,), manner, "clause"
    if (shape := objects.shape(scene, hit)) is not None:
        inner = _transparent(scene, hit, shape.piece)
        if inner is not None:
            return (inner,), manner_of(scene, (inner,)), "object.clause"
        statement = shape.statement or _of_letter(scene, hit.token)
        return (shape.piece,), manner_of(scene, (shape.piece,)) if statement else "act", f"object.{shape.frame}"
    return (), "act", ""


def _stands_apart(scene: Scene, hit: Hit, subj: int | None) -> bool:
    """Whether the cue can be a clause of its own beside its content: it says or thinks, and has its own subject."""
    parse = scene.parse
    if "clause" not in hit.cue.frames or not ("quote" in hit.cue.frames or hit.cue.words in ("think", "believe", "feel", "reckon")):
        return False
    above = parse.head[hit.token]
    if parse.dep[hit.token] == "ccomp" and above in scene.hits:
        return False
    if parse.dep[hit.token] == "relcl" or subj is None:
        return False
    return abs(subj - hit.token) < 40


def _parenthetical(scene: Scene, hit: Hit, side: Piece) -> bool:
    """Behind the verb the cue clause ends, or goes on with no content of its own."""
    parse = scene.parse
    if not _finite(scene, hit.token):
        return False
    for kid in parse.kids[hit.token]:
        if kid > hit.token and parse.dep[kid] in ("ccomp", "xcomp") and parse.left[kid] >= hit.last and kid < side[1]:
            return False
        if kid < hit.token and parse.dep[kid] == "mark" and parse.lower[kid] != "as":
            return False
        if kid >= hit.last and parse.dep[kid] == "dobj" and kid < side[1] and "to" not in hit.cue.acts and not _addressed(hit):
            return parse.child(hit.token, "nsubj") is None
    return True


def _of_letter(scene: Scene, verb: int) -> bool:
    """A letter thanking somebody: what a document does with words it says."""
    parse = scene.parse
    return parse.dep[verb] == "acl" and parse.tag[verb] == "VBG" and speakers.is_document(scene, parse.head[verb])


def _finite(scene: Scene, verb: int) -> bool:
    parse = scene.parse
    return (
        parse.tag[verb] in ("VBD", "VBZ", "VBP")
        or any(parse.dep[k] == "aux" and parse.tag[k] != "TO" for k in parse.kids[verb])
        or parse.dep[verb] == "pcomp"
    )


def _addressed(hit: Hit) -> bool:
    return hit.cue.words in ("tell", "inform", "warn", "remind", "assure", "advise", "notify", "caution", "brief", "reassure", "ask")


def _behind_colon(scene: Scene, hit: Hit) -> Piece | None:
    """X tweeted: the rest, where no quotation marks stand."""
    parse = scene.parse
    _, last = parse.sentences[parse.sentence_of[hit.token]]
    if "quote" not in hit.cue.frames:
        return None
    for at in range(hit.last, min(hit.last + 10, last)):
        if parse.lower[at] == ":":
            end = last
            if parse.lemma[hit.token] in scene.words.lists["post"] or at + 1 >= last:
                end = scene.paragraph(hit.token)[1]
            piece = scene.trim(at + 1, end)
            return piece if piece[1] - piece[0] >= 3 and at + 1 not in scene.marked else None
        if parse.tag[at] in FINITE:
            return None
    return None


def _transparent(scene: Scene, hit: Hit, piece: Piece) -> Piece | None:
    """Denied A REPORT that …: the clause inside, where the verb can have a clause."""
    if not objects.takes(hit.cue, "clause"):
        return None
    parse = scene.parse
    thing = parse.child(hit.token, "dobj")
    if thing is None or parse.lower[thing] not in scene.words.nouns:
        return None
    for kid in parse.kids[thing]:
        if parse.dep[kid] in ("acl", "ccomp", "relcl") and parse.lower[parse.left[kid]] == "that" and parse.tag[parse.left[kid]] == "IN":
            inner = scene.trim(parse.left[kid], clauses.cut(scene, hit.token, parse.left[kid], parse.right[kid]))
            return inner if inner[0] >= piece[0] else None
    return None


def _inner(scene: Scene, quotes: list[Quoted]) -> tuple[Piece, ...]:
    pieces = []
    for q in quotes:
        last = q.last
        while last > q.first and scene.parse.lower[last - 1] in (",", ".", "-", "--", "–", "—", ";"):
            last -= 1
        pieces.append((q.first, last))
    return clauses.longest_first(scene, pieces)


def manner_of(scene: Scene, pieces: tuple[Piece, ...]) -> Manner:
    """Mixed where some words of the content stand in marks of their own."""
    for first, last in pieces:
        for q in scene.quotes_in(first - 1, last):
            if first <= q.open and q.close <= last:
                return "direct" if q.open == first and q.close >= last - 1 else "mixed"
            if q.first == first and q.last >= last and q.last - last <= 1:
                return "mixed"
    return "indirect"


def _may_speak(scene: Scene, hit: Hit, subj: int | None, manner: Manner) -> bool:
    """Findings need a document or somebody behind them: a visit that "shows" something says nothing."""
    parse = scene.parse
    if parse.lemma[hit.token] not in scene.words.lists["evidential"] or manner == "direct":
        return True
    if subj is None:
        return False
    if speakers.is_document(scene, subj):
        return True
    if parse.lemma[hit.token] in _STRICT and hit.cue.words != "see":
        return any(scene.people.get(i) == "media" for i in speakers.who(scene, subj))
    return bool(speakers.who(scene, subj)) or parse.lower[subj] in _PERSONS


def _acts(scene: Scene, hit: Hit, mood: modality.Modality, given: tuple[Manner, str, bool], subj: int | None) -> tuple[str, Manner]:
    """What the speaker does with the words, and `act` for what is no statement: a refusal to speak, a thought spoken as one's own."""
    parse = scene.parse
    manner, rule, named = given
    act: str = hit.cue.act
    if mood.refused and act not in MINDS:
        return "refuse", "act"
    if manner == "direct":
        return act, manner
    if manner == "act" and act == "deny" and rule in ("object.np", "object.gerund") and not _of_words(scene, hit.token):
        act = "refuse"
    if subj is not None and parse.lower[subj] in _FIRST_PERSON and act in MINDS:
        return act, "act"
    if rule == "object.oinf" and (mood.mode != "actual" or parse.tag[hit.token] in ("VBG", "VB")):
        return act, "act"
    if (
        parse.tag[hit.token] == "VB"
        and parse.dep[hit.token] == "advcl"
        and parse.lemma[parse.head[hit.token]] not in scene.words.lists["cause"]
        and not any(parse.tag[k] == "MD" for k in parse.kids[hit.token])
    ):
        return act, "act"
    if not named and (rule.startswith("object.") or parse.tag[hit.token] in ("VBG", "VB")):
        return act, "act"
    if manner != "act" and mood.mode == "possible":
        return act, "act" if not scene.parse.is_noun(hit.token) and act in MINDS else manner
    return act, manner


def _of_words(scene: Scene, verb: int) -> bool:
    """Whether what is denied or rejected is itself something said: a claim, a report."""
    thing = scene.parse.child(verb, "dobj")
    return thing is not None and scene.parse.lower[thing] in scene.words.nouns


def _commitment(scene: Scene, hit: Hit) -> Commitment:
    """The cue's own; doubtful beside "reportedly"; of what was seen with one's own eyes ("saw how soldiers shot"), factive."""
    if hit.cue.commitment != "neutral":
        return hit.cue.commitment
    if relays.hearsay(scene, hit.token):
        return "doubtful"
    return "factive" if hit.cue.words == "see" and scene.parse.lower[hit.last : hit.last + 1] == ("how",) else "neutral"
