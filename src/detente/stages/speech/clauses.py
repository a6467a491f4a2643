"""Where content begins and ends: complements behind a cue, clauses around a parenthetical cue, and what is cut from them."""

from __future__ import annotations

from detente.stages.speech.scene import COMMAS, ENDS, FINITE, Piece, Scene

_REACH = 14


def behind(scene: Scene, verb: int, last: int) -> Piece | None:
    """The clause that a verb says, behind it: by the parse, else behind the next "that"."""
    parse = scene.parse
    clause = next((k for k in parse.kids[verb] if k > verb and parse.dep[k] == "ccomp"), None)
    if (
        clause is not None
        and parse.left[clause] >= last
        and not _subjectless(scene, clause)
        and not _aside(scene, parse.left[clause], last)
    ):
        return _bounded(scene, verb, max(last, _begin(scene, verb, clause)), _joined(scene, verb, clause))
    that = _that(scene, verb, last)
    if that is None:
        return _misread(scene, verb, last)
    above = parse.head[that]
    end = parse.right[above] if above > that else parse.sentences[parse.sentence_of[verb]][1]
    return _bounded(scene, verb, that + 1, max(end, that + 1))


def _begin(scene: Scene, verb: int, clause: int) -> int:
    """A clause whose subject the parse took for the cue's object begins with that."""
    parse = scene.parse
    first = parse.left[clause]
    thing = parse.child(verb, "dobj")
    if (
        thing is None
        or not verb < thing < first
        or parse.lower[first] == "that"
        or any(parse.dep[k][:5] in ("nsubj", "expl") for k in parse.kids[clause])
    ):
        return first
    return parse.left[thing] if parse.tag[clause] in ("VB", "VBP", "VBD", "VBZ") else first


def _misread(scene: Scene, verb: int, last: int) -> Piece | None:
    """Found REDUCTION OF YIELDS EXCEEDED …: an object that a finite verb follows is the subject of the content."""
    parse = scene.parse
    thing = parse.child(verb, "dobj")
    if thing is None or thing < last:
        return None
    end_of = scene.section(verb)[1]
    end = next(
        (
            t
            for t in range(thing + 1, min(thing + 9, end_of))
            if parse.tag[t] in FINITE or parse.lower[t] in (",", "and", "that", "who", "which")
        ),
        end_of,
    )
    if end >= end_of or parse.tag[end] not in FINITE or any(parse.tag[t][0] == "W" for t in range(last, end)):
        return None
    return _bounded(scene, verb, parse.left[thing], end_of)


def _subjectless(scene: Scene, clause: int) -> bool:
    """An infinitive or a gerund is no clause with its own subject; "how to" is."""
    parse = scene.parse
    if any(parse.tag[k] == "TO" for k in parse.kids[clause]):
        return parse.tag[parse.left[clause]][0] != "W"
    return parse.tag[clause] == "VBG" and parse.child(clause, "nsubj", "aux") is None


def _aside(scene: Scene, first: int, last: int) -> bool:
    """A clause behind a comma that no "that" or "what" opens belongs to another cue ("consider financing it, he said")."""
    parse = scene.parse
    first += parse.lower[first] == ","
    return (
        first > last
        and parse.lower[first - 1] == ","
        and parse.tag[first] not in ("IN", "WP", "WRB", "WDT")
        and first - 1 not in scene.marked
    )


def _joined(scene: Scene, verb: int, clause: int) -> int:
    """The end of a clause together with the "and that …" clauses that the parse hung on the cue itself."""
    parse = scene.parse
    end = parse.right[clause]
    for kid in parse.kids[verb]:
        if kid > clause and parse.dep[kid] in ("conj", "ccomp") and parse.lower[parse.left[kid]] == "that":
            end = max(end, parse.right[kid])
    return end


def _that(scene: Scene, verb: int, last: int) -> int | None:
    """A "that" which opens the cue's content though the parse gave it to another word."""
    parse = scene.parse
    end = parse.sentences[parse.sentence_of[verb]][1]
    for at in range(last, min(last + _REACH, end)):
        if parse.lower[at] == "that" and parse.tag[at] in ("IN", "DT", "WDT") and at + 1 < end:
            if at == last and parse.tag[at] != "DT":
                return at
            if parse.tag[at] != "DT" and _of_cue(scene, verb, at):
                return at
            continue
        if (
            parse.tag[at] in FINITE
            or (at in scene.hits and parse.lower[at] not in scene.words.relays and not _handed_on(scene, at))
            or parse.lower[at] in (";", ":")
            or parse.lower[at] in ENDS
        ):
            return None
    return None


def _handed_on(scene: Scene, at: int) -> bool:
    """A communiqué READ OUT on radio, remarks BROADCAST by X: a participle behind what was said, and no cue of its own."""
    parse = scene.parse
    return parse.tag[at] == "VBN" and (parse.lemma[parse.head[at]] if parse.dep[at] == "acl" else parse.lemma[at - 1]) in (
        scene.words.lists["documents"] | scene.words.lists["audience"]
    )


def _of_cue(scene: Scene, verb: int, that: int) -> bool:
    """Whether a "that" behind a noun belongs to the cue all the same ("denied within hours that", "said in a note that")."""
    parse = scene.parse
    clause = parse.head[that]
    if parse.dep[clause] not in ("relcl", "acl"):
        return True
    noun = parse.head[clause]
    if _names_time(scene, noun):
        return True
    prep = parse.head[noun]
    if (
        parse.dep[noun] == "pobj"
        and prep > verb
        and _whole_clause(scene, clause, that)
        and parse.lower[prep] in ("in", "via", "on", "during", "at", "through", "from", "by")
    ):
        return True
    return parse.dep[that] == "mark" and parse.lower[noun] not in scene.words.nouns


def _bounded(scene: Scene, verb: int, first: int, last: int) -> Piece | None:
    last = min(cut(scene, verb, first, last), scene.sentence(verb)[1])
    piece = scene.trim(_past_asides(scene, first, last), _whole(scene, verb, first, last))
    return piece if piece[1] - piece[0] >= 2 or (piece[1] > piece[0] and scene.parse.is_verb(piece[0])) else None


def _whole_clause(scene: Scene, clause: int, that: int) -> bool:
    """Whether a clause lacks nothing that its "that" could stand for ("in a call that the offer stood", not "that he made")."""
    parse = scene.parse
    subj = parse.child(clause, "nsubj", "nsubjpass", "expl")
    return parse.dep[that] == "mark" or (subj is not None and subj > that and parse.lemma[clause] not in scene.words.lists["light"])


def _past_asides(scene: Scene, first: int, last: int) -> int:
    """Past what stands between a cue and its content: "said TUESDAY its troops", "thinks, AS MANY DO, that"."""
    parse = scene.parse
    if first + 1 < last and _names_time(scene, first) and parse.tag[first + 1] in ("PRP", "PRP$", "DT", "NNP", "NNS", "JJ", "IN", "EX"):
        return first + 1
    if parse.tag[first] == "IN" and parse.lower[first] in ("as", "like", "after", "in", "on"):
        for at in range(first + 2, min(first + 10, last - 1)):
            if parse.lower[at] == "," and parse.lower[at + 1] == "that":
                return at + 2
    return first


def _names_time(scene: Scene, noun: int) -> bool:
    word, times = scene.parse.lower[noun], scene.words.lists["times"]
    return word in times or word.removesuffix("s") in times


def _whole(scene: Scene, verb: int, first: int, last: int) -> int:
    """The end of a clause that the parse broke off: before its verb, or right before another finite verb."""
    parse = scene.parse
    end_of = scene.section(verb)[1]
    if last >= end_of:
        return last
    broken = not scene.verbal(first, last) or parse.tag[last] in FINITE
    return cut(scene, verb, first, end_of) if broken and parse.lower[last] not in (",", ":", "-", "--", "–", "—") else last


def cut(scene: Scene, verb: int, first: int, last: int) -> int:
    """End the content before a narrator's afterthought: ", highlighting …", ", according to …", ", X said"."""
    parse = scene.parse
    for at in range(first + 3, last - 1):
        if parse.lower[at] == ";" and at not in scene.inside:
            return at
        if parse.lower[at] in ("and", "but") and (_new_cue(scene, verb, at, last) or _narrated(scene, verb, (first, at, last))):
            return at
        if parse.lower[at] not in COMMAS or (at in scene.inside and verb not in scene.inside):
            continue
        word = at + 1
        if parse.lower[word] == "according" or _set_against(scene, word, last):
            return at
        if parse.tag[word] == "RB" and word + 1 < last:
            word += 1
        if parse.tag[word] == "VBG" and parse.lemma[word] in scene.words.lists["comment"] and parse.dep[word] in ("advcl", "acl", "dep"):
            return at
    return last


def _set_against(scene: Scene, word: int, last: int) -> bool:
    """Denied that …, WHILE QATAR SAID that …: another's words, which the reporter sets beside the first speaker's."""
    parse = scene.parse
    if parse.lower[word] not in ("while", "whereas") or parse.tag[word + 1] == "PRP":
        return False
    for at in range(word + 2, min(word + _REACH, last)):
        if parse.tag[at] in FINITE:
            return at in scene.hits and "clause" in scene.hits[at].cue.frames
        if parse.lower[at] == ",":
            return False
    return False


def _new_cue(scene: Scene, verb: int, at: int, last: int) -> bool:
    """ "… and he also said that …", "… and said that …": the same speaker's next cue."""
    parse = scene.parse
    if verb not in scene.hits or at in scene.inside:
        return False
    for word in range(at + 1, min(at + 5, last)):
        hit = scene.hits.get(word)
        if hit is not None and word <= at + 2 and parse.tag[word] == parse.tag[verb] in ("VBD", "VBZ") and _other_tense(scene, verb, at):
            return True
        if hit is not None and "clause" in hit.cue.frames and "quote" in hit.cue.frames and parse.tag[word] in ("VBD", "VBZ", "VBP"):
            return parse.tag[verb] == parse.tag[word] or parse.lower[hit.last : hit.last + 1] == ("that",)
        if parse.tag[word] != "RB" and parse.lower[word] not in ("he", "she", "they", "it"):
            return False
    return False


def _narrated(scene: Scene, verb: int, reach: tuple[int, int, int]) -> bool:
    """Announced that it HAD LAUNCHED an attack, and by noon its tanks SHELLED the town: behind the comma the reporter tells on."""
    parse, (first, at, last) = scene.parse, reach
    if parse.tag[verb] != "VBD" or parse.lower[at - 1] != "," or at in scene.inside:
        return False
    before = [t for t in range(first, at) if parse.tag[t] in FINITE]
    after = next((t for t in range(at + 1, last) if parse.tag[t] in FINITE), None)
    if after is None or not before or any(parse.lower[t] != "had" for t in before):
        return False
    subj = parse.child(after, "nsubj")
    return subj is not None and subj > at and parse.tag[after] == "VBD" and parse.dep[after] == "conj"


def _other_tense(scene: Scene, verb: int, at: int) -> bool:
    """Whether the content so far is told in another tense than its cue: then a second cue in the cue's tense is no part of it."""
    tags = {t for t in scene.parse.tag[verb + 1 : at] if t in FINITE}
    return bool(tags) and scene.parse.tag[verb] not in tags


def longest_first(scene: Scene, pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces of one content, the longest (in characters) first."""
    return tuple(sorted((p for p in pieces if p[1] > p[0]), key=lambda p: -_length(scene, p)))


def _length(scene: Scene, piece: Piece) -> int:
    return scene.parse.end[piece[1] - 1] - scene.parse.start[piece[0]]
