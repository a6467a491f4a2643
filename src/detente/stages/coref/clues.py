"""What speaks for one mention being the antecedent of a personal pronoun: names of clues, which the ranker weighs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.nlp.parse import Parse

_ROLES = {
    "nsubj": "subj", "nsubjpass": "subj", "csubj": "subj", "dobj": "obj", "dative": "obj", "pobj": "prep", "poss": "poss",
    "attr": "attr", "oprd": "attr", "agent": "agent", "compound": "comp", "nmod": "comp",
}  # fmt: skip
_BELOW = {
    "nsubj": "subj", "nsubjpass": "subj", "csubj": "subj", "dobj": "obj", "dative": "obj", "prep": "prep", "agent": "agent",
    "advcl": "advcl", "ccomp": "ccomp", "xcomp": "xcomp", "relcl": "relcl", "acl": "acl", "conj": "conj", "poss": "poss",
    "attr": "obj", "appos": "appos", "parataxis": "ccomp", "pcomp": "pcomp", "npadvmod": "prep", "compound": "comp", "nmod": "comp",
    "pobj": "obj",
}  # fmt: skip
_CLAUSES = frozenset(("advcl", "ccomp", "xcomp", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))


class Spot(msgspec.Struct, frozen=True):
    """A mention that may be the antecedent: its tokens, the number of its entity, and what is known of that by now."""

    first: int
    last: int
    head: int
    entity: int
    form: str
    """`name`, `nominal` or `pronoun`."""
    sexed: bool = False
    """Whether the entity is known to have the pronoun's sex."""
    lean: float = 0.0
    """What speaks for its sort of thing beyond all clues, in log-odds; not learned."""


class View:
    """A parse with what clues ask of it again and again: quotation marks, main verbs of saying, depths."""

    def __init__(self, parse: Parse, quoted: Sequence[bool], say: frozenset[str]) -> None:
        self.parse = parse
        self.quoted = quoted
        self.say = say
        self._roles: dict[int, str] = {}
        self._topics: dict[int, int] = {}

    def top(self, token: int) -> int:
        """The first of the things coordinated or put in apposition with a token."""
        dep, head = self.parse.dep, self.parse.head
        while dep[token] in ("conj", "appos") and not self.parse.is_verb(head[token]):
            token = head[token]
        return token

    def role(self, token: int) -> str:
        """What a mention is to its governor, coarsely."""
        if token not in self._roles:
            self._roles[token] = self._role(token)
        return self._roles[token]

    def topic(self, sentence: int) -> int:
        """The first subject of a sentence, or -1."""
        if sentence not in self._topics:
            dep = self.parse.dep
            subjects = (t for t in range(*self.parse.sentences[sentence]) if dep[t] in ("nsubj", "nsubjpass"))
            self._topics[sentence] = next(subjects, -1)
        return self._topics[sentence]

    def _role(self, token: int) -> str:
        parse = self.parse
        token = self.top(token)
        role = _ROLES.get(parse.dep[token], "other")
        if role == "prep":
            above = parse.head[token]
            return "agent" if parse.dep[above] == "agent" else "prep" if parse.is_verb(parse.head[above]) else "of"
        return role

    def main(self, token: int) -> bool:
        """Whether the token is a direct part of its sentence's main clause."""
        parse = self.parse
        above = parse.head[self.top(token)]
        while parse.head[above] != above and parse.dep[above] == "conj":
            above = parse.head[above]
        return parse.head[above] == above

    def says(self, token: int) -> bool:
        """Whether the token is the subject of a verb of saying outside quotation marks."""
        parse = self.parse
        token = self.top(token)
        return parse.dep[token] == "nsubj" and parse.lemma[parse.head[token]] in self.say and not self.quoted[token]

    def clause(self, token: int) -> int:
        """The verb or root at the top of the token's clause."""
        parse = self.parse
        while parse.head[token] != token and not (parse.dep[token] in _CLAUSES and parse.is_verb(token)):
            token = parse.head[token]
        return token


def weigh(view: View, pronoun: int, spots: Sequence[Spot]) -> list[list[str]]:
    """For each spot (in text order) the clues that hold of it."""
    counts: dict[int, int] = {}
    opens = spots[0].entity if spots else -1
    for spot in spots:
        if spot.head < pronoun:
            counts[spot.entity] = counts.get(spot.entity, 0) + 1
    order = _recency(pronoun, spots)
    hobbs = _hobbs(view, pronoun, spots)
    prole = "refl" if view.parse.lower[pronoun] in REFLEXIVE else view.role(pronoun)
    found = []
    for k, spot in enumerate(spots):
        clues = _placed(view, pronoun, spot, prole)
        clues += _entity(spot, counts.get(spot.entity, 0), opens, prole)
        clues += (f"near:{order[k]}:{prole}", f"hobbs:{hobbs[k]}", f"hobbs:{hobbs[k]}:{prole}", f"nearhobbs:{order[k]}:{hobbs[k]}")
        found.append(clues)
    return found


def _recency(pronoun: int, spots: Sequence[Spot]) -> list[str]:
    """How many other entities stand between each spot and the pronoun."""
    out: list[str] = []
    for k, spot in enumerate(spots):
        if spot.head > pronoun:
            between = {s.entity for s in spots[:k] if s.head > pronoun} - {spot.entity}
            out.append(f"+{min(2, len(between))}")
        else:
            between = {s.entity for s in spots[k + 1 :] if s.head < pronoun} - {spot.entity}
            out.append(str(min(4, len(between))))
    return out


def _hobbs(view: View, pronoun: int, spots: Sequence[Spot]) -> list[str]:
    """The rank of each spot's entity when sentences are searched backwards, each from its root down and from the left."""
    parse = view.parse
    here = parse.sentence_of[pronoun]
    keys = []
    for k, spot in enumerate(spots):
        back = here - parse.sentence_of[spot.head]
        depth = sum(1 for _ in parse.ancestors(view.top(spot.head)))
        keys.append((spot.head > pronoun, back, depth, spot.head, k))
    rank: dict[int, int] = {}
    out = [""] * len(spots)
    for *_, k in sorted(keys):
        out[k] = str(min(4, rank.setdefault(spots[k].entity, len(rank))))
    return out


def _entity(spot: Spot, count: int, opens: int, prole: str) -> list[str]:
    clues = [f"count:{min(4, count)}", f"form:{spot.form}:{min(2, spot.last - spot.first)}"]
    if spot.entity == opens:
        clues += ("opens", f"opens:{prole}")
    if spot.sexed:
        clues.append("sexed")
    return clues


def _placed(view: View, pronoun: int, spot: Spot, prole: str) -> list[str]:
    parse, head = view.parse, spot.head
    role = view.role(head)
    back = parse.sentence_of[pronoun] - parse.sentence_of[head]
    d = str(back) if -1 < back < 4 else "after" if back < 0 else "far"
    if back == 0 and head > pronoun:
        d = "cata"
    main, pmain = "m" if view.main(head) else "e", "m" if view.main(pronoun) else "e"
    clues = [
        "any", f"d:{d}", f"r:{role}", f"dr:{d}:{role}", f"dp:{d}:{prole}", f"rp:{role}:{prole}", f"drp:{d}:{role}:{prole}",
        f"dm:{d}:{role}:{main}", f"m:{d}:{role}:{main}:{prole}:{pmain}",
    ]  # fmt: skip
    if parse.dep[head] in ("conj", "appos"):
        clues.append(f"top:{parse.dep[head]}")
    if parse.child(head, "conj") is not None or parse.dep[head] == "conj":
        clues.append(f"joint:{d}")
    clues += _speech(view, pronoun, head, d)
    if back == 0:
        clues += _inside(view, pronoun, spot, prole)
    elif back > 0 and head == view.topic(parse.sentence_of[head]):
        clues += (f"topic:{d}", f"topic:{d}:{prole}:{pmain}")
    return clues


def _speech(view: View, pronoun: int, head: int, d: str) -> list[str]:
    clues = [f"q:{view.quoted[pronoun]:d}{view.quoted[head]:d}"]
    says, told = view.says(head), view.says(pronoun)
    if says or told:
        clues.append(f"say:{says:d}{told:d}:{d}:{view.quoted[pronoun]:d}")
    return clues


def _inside(view: View, pronoun: int, spot: Spot, prole: str) -> list[str]:
    """How the two hang together in one sentence's tree."""
    parse, head = view.parse, spot.head
    order = "<" if head < pronoun else ">"
    up = [pronoun, *parse.ancestors(pronoun)]
    place = {t: n for n, t in enumerate(up)}
    down = [head]
    while down[-1] not in place:
        down.append(parse.head[down[-1]])
    meet = down[-1]
    gap = abs(pronoun - head)
    clues = [f"gap:{1 if gap < 4 else 2 if gap < 8 else 3 if gap < 15 else 4}{order}:{prole}"]
    mine = _BELOW.get(parse.dep[up[place[meet] - 1]], "other") if place[meet] else "self"
    theirs = _BELOW.get(parse.dep[down[-2]], "other") if len(down) > 1 else "self"
    crossed = sum(1 for t in up[: place[meet]] if parse.dep[t] in _CLAUSES and parse.is_verb(t))
    nested = sum(1 for t in down[:-1] if parse.dep[t] in _CLAUSES and parse.is_verb(t))
    levels = f"{min(2, crossed)}{min(2, nested)}"
    clues += (
        f"meet:{theirs}|{mine}{order}", f"meet:{theirs}|{mine}{order}:{prole}:{levels}",
        f"path:{min(3, len(down) - 1)}:{min(3, place[meet])}:{prole}", f"clause:{levels}:{view.role(head)}:{prole}",
    )  # fmt: skip
    if view.clause(pronoun) == view.clause(head):
        clues.append(f"same:{view.role(head)}:{prole}{order}")
    return clues
