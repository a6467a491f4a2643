"""What the article itself commits to of a deed that it tells: by the voices that tell it, and by the words that govern its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.lexicon.speech import Cue, Speech, Table
from detente.nlp.parse import Parse
from detente.reading import Attribution
from detente.records import Certainty

GRADES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")
COMMITTED = {"factive": 0, "neutral": 1, "doubtful": 2, "denying": 3}
NEGATIVE = frozenset(("not", "n't", "never", "no", "neither", "nor", "without"))
CLAUSAL = frozenset(("ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acl", "relcl", "oprd", "attr", "conj", "acomp"))
PERHAPS = frozenset(("may", "might"))
THOUGHT = frozenset(("believe", "think"))
DEEP = 8


def certainty(parse: Parse, words: Speech, trigger: int, attributions: Sequence[Attribution], within: Sequence[int | None]) -> Certainty:
    """The least that any voice and any governing word leaves of certainty.

    A factive cue ("confirmed") leaves all, a neutral one ("said") or "probably" makes it probable, a doubtful one ("claimed"), a rumour, a
    fear or "may" possible; a denial, a "whether" and what nobody would confirm leave it unknown.
    """
    told = list(_voices(trigger, attributions, within))
    heads = {a.cue_head for a in told}
    grade = max((_voiced(parse, words, a) for a in told), default=0)
    return GRADES[max(grade, *_governed(parse, words, trigger, heads), 0)]


def _voices(trigger: int, attributions: Sequence[Attribution], within: Sequence[int | None]) -> Iterator[Attribution]:
    """The statements that hold the trigger, innermost first."""
    seen: set[int] = set()
    index = within[trigger]
    while index is not None and index not in seen:
        seen.add(index)
        yield attributions[index]
        index = within[attributions[index].cue_head]


def _voiced(parse: Parse, words: Speech, told: Attribution) -> int:
    if not told.said:
        return 3
    if told.speaker is None and parse.lemma[told.cue_head] in THOUGHT:
        return 1  # "is believed to have": doubtful as a report, but more than a rumour
    if told.mode == "possible" or parse.lemma[told.cue_head] in words.lists["doubting"]:
        return max(2, COMMITTED[told.commitment])
    return COMMITTED[told.commitment]


def _governed(parse: Parse, words: Speech, trigger: int, heads: set[int]) -> Iterator[int]:
    """The grades of the words beside and above a trigger, up to the end of what its clause depends on."""
    at, content = trigger, False
    for _ in range(DEEP):
        yield max((_beside(parse, words, at, kid) for kid in parse.kids[at]), default=0)
        above = _step(parse, words, at)
        if above is None:
            return
        content = content or _clause_of(parse, at)
        if above not in heads:
            yield _by(parse, words, above, content=content)
        elif _denied(parse, words, above):
            yield 3
        at = above


def _clause_of(parse: Parse, at: int) -> bool:
    """Whether the token is the content of what is above it ("claims of attacks"), not a thing that is acted on ("condemned the attack")."""
    return parse.dep[at] in CLAUSAL - {"conj", "attr"} or parse.dep[at] == "pobj"


def _beside(parse: Parse, words: Speech, at: int, kid: int) -> int:
    """Adverbs, modals and "whether" of one clause."""
    low, dep, lists = parse.lower[kid], parse.dep[kid], words.lists
    if dep in ("advmod", "npadvmod", "amod", "nmod", "acomp", "intj"):
        return 1 if low in lists["likely"] else 2 if low in lists["perhaps"] or low in words.adverbs else 0
    if dep == "aux":
        later = any(parse.lower[k] == "have" for k in parse.kids[at])
        return 2 if low in PERHAPS or (low == "could" and later) else 0
    if dep == "mark":
        return 3 if low == "whether" or (low == "if" and parse.dep[at] == "ccomp") else 0
    if dep == "prep" and (noun := parse.child(kid, "pobj")) is not None:
        return 1 if parse.lower[noun] in ("likelihood", "probability", "appearances") else 0
    return 0


def _step(parse: Parse, words: Speech, at: int) -> int | None:
    """The word that governs this one, if it says how sure it is."""
    head, dep = parse.head[at], parse.dep[at]
    if head == at:
        return None
    if dep == "pobj":
        over = parse.head[head]
        told = parse.lower[over] in words.nouns or over in parse.kids[over]
        return over if parse.lower[head] in ("of", "about", "over", "on") and told else None
    if dep == "prep":
        return head if parse.child(at, "pcomp") is not None else None
    if dep == "conj":
        return head if parse.child(at, "nsubj") is None and parse.tag[head][0] == parse.tag[at][0] else None
    if dep == "relcl":
        return head if parse.lower[head] in words.nouns and any(parse.dep[k] == "mark" for k in parse.kids[at]) else None
    if dep == "amod":
        return head if parse.tag[at] == "VBG" else None
    return head if dep in CLAUSAL or dep in ("dobj", "nsubjpass", "aux") else None


def _by(parse: Parse, words: Speech, above: int, *, content: bool) -> int:
    """What a governing verb, noun or adjective leaves."""
    low, lemma = parse.lower[above], parse.lemma[above]
    if parse.is_noun(above):
        return _by_noun(parse, words, above)
    if not parse.is_verb(above):
        return _by_adjective(words, low)
    grade = max((_by_adjective(words, parse.lower[k]) for k in parse.kids[above] if parse.dep[k] in ("acomp", "oprd", "attr")), default=0)
    if not content:
        cue = _cue(words.verbs, low)
        return max(grade, 3 if cue and cue.commitment == "denying" and "np" in cue.frames and not _negated(parse, above) else 0)
    if lemma in words.lists["seeming"]:
        return max(grade, 1)
    return max(grade, _by_cue(parse, words, above))


def _by_cue(parse: Parse, words: Speech, verb: int) -> int:
    if _denied(parse, words, verb):
        return 3
    if parse.lemma[verb] in words.lists["doubting"]:
        return 2
    cue = _cue(words.verbs, parse.lower[verb])
    if cue is None or cue.act in (
        "promise",
        "demand",
        "refuse",
        "ask",
        "threaten",
        "want",
        "praise",
        "thank",
        "apologise",
        "support",
        "oppose",
    ):
        return 0
    if cue.act == "deny":
        return 0 if _negated(parse, verb) else 3
    return COMMITTED[cue.commitment]


def _by_noun(parse: Parse, words: Speech, noun: int) -> int:
    low = parse.lower[noun]
    cue = _cue(words.nouns, low)
    if cue is None:
        return 0
    if any(parse.lower[k] in ("no", "little", "any") for k in parse.kids[noun]) and cue.act == "assert":
        return 3
    vague = low == "reports" and parse.child(noun, "poss") is None
    unsure = any(parse.lower[k] in words.lists["unconfirmed"] for k in parse.kids[noun])
    if cue.act in ("promise", "demand", "refuse", "threaten", "want", "praise"):
        return 0
    return max(COMMITTED[cue.commitment], 2 if vague or unsure or low.rstrip("s") in words.lists["doubting"] else 0)


def _by_adjective(words: Speech, low: str) -> int:
    if low in words.lists["likely"]:
        return 1
    if low in words.lists["perhaps"]:
        return 2
    cues = words.adjectives.get(low)
    return 1 if cues and cues[0][1].act == "believe" and cues[0][1].commitment == "neutral" else 0


def _denied(parse: Parse, words: Speech, verb: int) -> bool:
    """Could not confirm, declined to confirm, neither confirmed nor denied: a cue that was not uttered."""
    if _negated(parse, verb):
        return _cue(words.verbs, parse.lower[verb]) is not None and not _contrary(words, parse.lower[verb])
    head = parse.head[verb]
    return parse.dep[verb] == "xcomp" and (
        parse.lemma[head] in words.lists["refusing"] or (parse.lower[head] == "able" and _negated(parse, head))
    )


def _contrary(words: Speech, low: str) -> bool:
    """Not denied, not forgotten, not doubted: what stands all the same."""
    cue = _cue(words.verbs, low)
    return cue is not None and (cue.act == "deny" or low in ("forget", "forgot", "forgotten", "doubt", "doubted"))


def _negated(parse: Parse, verb: int) -> bool:
    return any(parse.lower[k] in NEGATIVE and parse.dep[k] in ("neg", "preconj", "advmod", "cc", "det") for k in parse.kids[verb])


def _cue(table: Table, low: str) -> Cue | None:
    """The entry of a word that is a cue by itself."""
    found = table.get(low)
    return next((cue for rest, cue in found if not rest), None) if found else None
