"""Whose words: the subject of a cue, its owner, its addressees, and the actors that they stand for."""

from __future__ import annotations

from detente.stages.speech.scene import FINITE, Hit, Piece, Scene

_CLIMB = 7
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


def subject(scene: Scene, verb: int) -> int | None:
    """The head token of the active subject of a verb, also through coordination, infinitives, participles and relatives."""
    parse = scene.parse
    for _ in range(_CLIMB):
        if (own := _own(scene, verb)) is not None:
            return own
        dep, head = parse.dep[verb], parse.head[verb]
        if dep in ("relcl", "acl") and parse.is_noun(head):
            return head
        if head == verb:
            break
        if dep == "pcomp" or parse.dep[head] in ("prep", "agent"):
            head = parse.head[head]
        if dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "acl", "prep", "dep", "oprd", "parataxis", "pobj"):
            break
        if dep == "ccomp" and parse.tag[verb] in ("VBD", "VBZ", "VBP"):
            break
        if (patient := _patient(scene, verb, head)) is not None:
            return patient
        verb = head
    return None


def _patient(scene: Scene, verb: int, head: int) -> int | None:
    """The object that does what the infinitive says ("asked Xi to tell")."""
    parse = scene.parse
    if parse.tag[verb] == "VB" and (
        parse.dep[verb] == "xcomp" or (parse.dep[verb] == "advcl" and parse.lemma[head] in scene.words.lists["cause"])
    ):
        return parse.child(head, "dobj", "dative")
    return None


def _own(scene: Scene, verb: int) -> int | None:
    parse = scene.parse
    kids = parse.children(verb, "nsubj", "nsubjpass")
    if not kids:  # at times the parse hangs the subject on the auxiliary
        kids = [k for aux in parse.children(verb, "aux", "auxpass") for k in parse.children(aux, "nsubj", "nsubjpass")]
    if not kids:
        return None
    subj = kids[0]
    if parse.lower[subj] in _RELATIVE and parse.dep[verb] == "relcl":
        return parse.head[verb]
    return subj


def inverted(scene: Scene, verb: int) -> int | None:
    """The noun right behind a verb that stands behind its content ("…," said Kim), where no subject was found."""
    parse = scene.parse
    _, last = parse.sentences[parse.sentence_of[verb]]
    for at in range(verb + 1, min(verb + 10, last)):
        tag = parse.tag[at]
        if tag == "PRP" and at == verb + 1:
            return at
        if tag[:2] == "NN":
            return next((t - 1 for t in range(at + 1, last) if parse.tag[t][:2] != "NN"), last - 1)
        if tag not in ("DT", "JJ", "CD", "PRP$", "POS", "NNP", "VBN", "RB", ",", "HYPH"):
            return None
    return None


def opening(scene: Scene, verb: int) -> int | None:
    """AXIOS, quoting two officials, said …: the name that opens a sentence, with a participle between commas before the verb."""
    parse = scene.parse
    first, _ = scene.section(verb)
    comma = next((t for t in range(first + 1, min(first + 6, verb)) if parse.lower[t] == ","), None)
    if comma is None or parse.lower[verb - 1] != "," or comma + 1 >= verb or parse.lower[comma + 1] not in ("citing", "quoting"):
        return None
    return comma - 1 if parse.words[comma - 1][0].isupper() else None


def named(scene: Scene, subj: int, verb: int) -> int:
    """The person at the end of a subject's phrase ("the UN relief coordinator JAN EGELAND"), where the parse stopped at a body before."""
    parse, cast = scene.parse, scene.cast
    if subj > verb or any(scene.people.get(i) == "person" for i in cast.heads.get(subj, ())):
        return subj
    last = next(
        (t for t in range(subj + 1, verb) if parse.lower[t] == "," or parse.tag[t] in ("IN", "VBD", "VBZ", "VBP", "MD", "CC")), verb
    )
    ids = cast.heads.get(last - 1, ())
    ends = last == verb or parse.lower[last] == "," or parse.head[last] == verb
    return last - 1 if ends and last - 1 > subj and len(ids) == 1 and scene.people.get(ids[0]) == "person" else subj


def local(scene: Scene, verb: int) -> int | None:
    """The subject of a cue clause read from its commas, where the parse took the subject from before them.

    "The adviser, THE BLUE HOUSE said, …"; "…, A SPOKESWOMAN for X, the bloc's chief, responded".
    """
    parse = scene.parse
    first, _ = scene.section(verb)
    own = parse.child(verb, "nsubj")
    near = before(scene, verb)
    if near is not None:
        if own is None or own == near or own > verb:
            return None
        between = parse.lower[own + 1 : near]
        return near if between.count(",") == 1 and "and" not in between and parse.left[near] > own else None
    if own is not None or parse.lower[verb - 1] != "," or verb - 1 <= first:
        return None
    return _chain_of_phrases(scene, verb, first)


def _chain_of_phrases(scene: Scene, verb: int, first: int) -> int | None:
    """The first noun phrase of those that stand between commas right before a verb, without a finite verb among them."""
    parse = scene.parse
    begin, at = None, verb - 2
    while at > first:
        if parse.lower[at] == "," or at in scene.marked:
            begin = at + 1
        elif parse.tag[at] in FINITE and parse.dep[at] != "relcl":
            break
        at -= 1
    if begin is None:
        return None
    heads = [
        t
        for t in range(begin, verb)
        if parse.is_noun(t) and not begin <= parse.head[t] < t and parse.dep[t] not in ("compound", "poss", "pobj")
    ]
    return heads[0] if heads else None


def before(scene: Scene, verb: int) -> int | None:
    """The noun or pronoun left of a verb, past adverbs and auxiliaries: where the parse gave the verb no subject."""
    parse = scene.parse
    at = verb - 1
    while at >= 0 and parse.tag[at] in ("RB", "MD", "VBD", "VBZ", "VBP", "VBN") and parse.dep[at] in ("aux", "auxpass", "advmod", "neg"):
        at -= 1
    return at if at >= 0 and (parse.is_noun(at) or parse.tag[at] == "PRP") else None


def who(scene: Scene, token: int | None) -> tuple[str, ...]:
    """The actors that a noun stands for; a document's are its authors; coordinated nouns give all."""
    if token is None:
        return ()
    parse = scene.parse
    found = list(_one(scene, token))
    for kid in parse.kids[token]:
        if (
            parse.dep[kid] == "conj"
            and kid > token
            and parse.tag[kid] == "NNP"
            and parse.tag[token] == "NN"
            and parse.child(token, "det", "poss") is None
        ):
            return who(scene, kid)  # "academic and professor Marc Hill" is one man
        if parse.dep[kid] == "conj" and kid > token and parse.tag[kid][:2] in ("NN", "PR"):
            found += [i for i in who(scene, kid) if i not in found]
    return tuple(found)


def _one(scene: Scene, token: int) -> tuple[str, ...]:
    parse, heads = scene.parse, scene.cast.heads
    if is_document(scene, token) and (author := authors(scene, token) or writer(scene, token)):
        return author
    if token in heads:
        return heads[token]
    for kid in parse.kids[token]:
        if parse.dep[kid] in ("appos", "nmod", "compound", "flat") and kid in heads:
            return heads[kid]
    if parse.tag[token] in ("CD", "DT", "JJ", "NN", "PRP", "JJS", "RBS") and (of := parse.child(token, "prep")) is not None:
        inner = parse.child(of, "pobj")
        if parse.lower[of] == "of" and inner is not None and parse.lower[token] in scene.words.lists["quantity"]:
            return who(scene, inner)
    above = parse.head[token]
    if parse.dep[token] in ("compound", "appos", "nmod") and above in heads:
        return heads[above]
    return ()


def is_document(scene: Scene, token: int) -> bool:
    """Whether the noun is a document, a broadcast or a body of results."""
    parse = scene.parse
    return parse.is_noun(token) and (
        parse.lemma[token] in scene.words.lists["documents"] or parse.lower[token] in scene.words.lists["documents"]
    )


def is_word(scene: Scene, token: int) -> bool:
    """Whether the noun is a document or an occasion of speech ("remarks", "an interview") that stands behind a preposition."""
    parse = scene.parse
    return parse.dep[token] == "pobj" and (is_document(scene, token) or parse.lemma[token] in scene.words.lists["audience"])


def writer(scene: Scene, document: int) -> tuple[str, ...]:
    """Who wrote, sent or issued the document."""
    parse = scene.parse
    verb = parse.head[document]
    if parse.dep[document] == "dobj" and parse.lemma[verb] in scene.words.lists["light"]:
        return who(scene, subject(scene, verb))
    return ()


def authors(scene: Scene, noun: int) -> tuple[str, ...]:
    """Whose claim, whose statement: by possessive, "by", "from", "of", or a modifier ("the US demand")."""
    parse, heads = scene.parse, scene.cast.heads
    for kid in parse.kids[noun]:
        if parse.dep[kid] == "poss":
            return who(scene, kid)
    for kid in parse.kids[noun]:
        if parse.lower[kid] in ("by", "from", "of", "in") and (inner := parse.child(kid, "pobj")) is not None and inner in heads:
            return who(scene, inner)
    for kid in parse.kids[noun]:
        if parse.dep[kid] == "acl" and parse.lemma[kid] in scene.words.lists["passed_on"]:
            by = parse.child(kid, "agent")
            if by is not None and (ids := who(scene, parse.child(by, "pobj"))):
                return ids
    for kid in parse.kids[noun]:
        if parse.dep[kid] in ("compound", "amod", "nmod", "nounmod"):
            if kid in scene.cast.adjectives:
                return scene.cast.adjectives[kid]
            if kid in heads:
                return heads[kid]
    return ()


def addressees(scene: Scene, hit: Hit, speakers: tuple[str, ...], content: Piece) -> tuple[str, ...]:
    """To whom: the object of "told", "asked", "warned", "thanked", and "to X" behind any cue; never what is said itself."""
    parse, verb = scene.parse, hit.token
    found: list[str] = []
    for kid in parse.kids[verb]:
        if kid < verb:
            continue
        within = content[0] <= kid < content[1] and hit.cue.act != "thank"
        if parse.dep[kid] in ("dobj", "dative") and parse.lower[kid] not in ("to", "for") and not within:
            found += who(scene, kid)
        elif (
            parse.lower[kid] in ("to", "on", "upon")
            and (parse.lower[kid] == "to" or hit.last > verb + 1)
            and parse.dep[kid] in ("prep", "dative")
            and (inner := parse.child(kid, "pobj")) is not None
        ):
            found += who(scene, inner)
    return tuple(i for i in dict.fromkeys(found or _audience(scene, verb)) if i not in speakers)


def _audience(scene: Scene, verb: int) -> tuple[str, ...]:
    """IN A LETTER TO X, he wrote; SPEAKING TO X, he said: whom the occasion of the words is with."""
    parse, lists = scene.parse, scene.words.lists
    for kid in parse.kids[verb]:
        if parse.dep[kid] == "advcl" and parse.tag[kid] == "VBG" and parse.lemma[kid] in lists["addressing"]:
            above = kid
        elif parse.dep[kid] == "prep" and parse.lower[kid] in ("in", "during", "at", "on", "after") and (noun := parse.child(kid, "pobj")):
            above = noun if parse.lemma[noun] in lists["audience"] or parse.lower[noun] in lists["audience"] else -1
        else:
            continue
        for prep in parse.kids[above] if above >= 0 else ():
            if parse.lower[prep] in ("to", "with", "before") and prep > above and (ids := who(scene, parse.child(prep, "pobj"))):
                return ids
    return ()
