"""What positions ask of a text: whose word a stand is, what it hangs on, which way it points."""

from __future__ import annotations

from detente.lexicon.stances import Stances
from detente.nlp.parse import Parse
from detente.nlp.syntax import OBJECT_CONTROL
from detente.parties import Parties
from detente.reading import Attribution, Stand
from detente.records import Stance
from detente.stages.positions.issues import Phrases

FIGHTING = frozenset({"veto", "block", "oppose", "reject", "resist", "boycott", "fight", "thwart", "defy", "ignore"})
FARTHEST = 25  # tokens between a stand and an issue that is named before it
MOST = 150  # characters of evidence
NOT = frozenset({"not", "never", "n't"})
OPEN = frozenset({"any", "those", "all", "every", "no"})
BOUND = frozenset({"shall", "must", "should"})
FLIP: dict[Stance, Stance] = {"for": "against", "against": "for", "conditional": "conditional"}
GIVING_UP = frozenset("abandon drop give stop halt end scrap renounce relinquish back cede quit leave".split())
IFS = frozenset({"if", "unless", "provided", "providing", "should", "once", "until"})


class Scene(Phrases):
    """A parse with its people, its voices and the words that take a stand."""

    def __init__(
        self, parse: Parse, parties: Parties, attributions: tuple[Attribution, ...], within: list[int | None], stances: Stances
    ) -> None:
        super().__init__(parse, parties, stances)
        self.attributions = attributions
        self.within = within

    def own(self, index: int | None, actor: str) -> bool:
        """Whether it is the actor's own word: of its speaker or of one who speaks for it; False in another's mouth."""
        if index is None:
            return True
        speaker = self.attributions[index].speaker
        return speaker is not None and (speaker == actor or self.parties.state(speaker) == self.parties.state(actor))

    def silent(self, trigger: int) -> bool:
        """Whether what is refused is only to tell: "declined to comment", "would not describe"."""
        parse = self.parse
        told = (trigger, *(k for k in parse.kids[trigger] if parse.dep[k] in ("xcomp", "ccomp")))
        return any(parse.lemma[t] in self.stances.silence and parse.is_verb(t) for t in told)

    def bidden(self, verb: int) -> bool:
        """What somebody is asked or bound to do is not yet what it wants: "asked lawmakers to support it", "shall seek"."""
        parse = self.parse
        own = parse.child(verb, "nsubj")
        if any(parse.lower[k] == "ought" for k in parse.kids[verb]) or parse.lemma[parse.head[verb]] in ("ought", "have"):
            return parse.dep[verb] != "conj"
        above = parse.head[verb]
        if own is not None and parse.lower[own] in ("who", "that"):
            named = parse.head[verb]
            return any(parse.lower[k] in OPEN for k in parse.kids[named])
        free = parse.dep[verb] not in ("xcomp", "ccomp", "advcl", "acl") or not parse.is_verb(above)
        if free or (own is not None and parse.tag[verb] != "VB"):
            return any(parse.lower[k] in BOUND for k in parse.kids[verb])
        bound = any(parse.lower[k] in BOUND for k in parse.kids[above])
        return bound or (parse.dep[verb] in ("xcomp", "ccomp") and parse.lemma[above] in OBJECT_CONTROL - {"want", "expect", "say"})

    def hangs_on(self, verb: int) -> tuple[int, int] | None:
        """The tokens of an "if", "unless", "as long as" or "should they" on a clause."""
        parse = self.parse
        for kid in parse.kids[verb]:
            if parse.dep[kid] == "advcl" and any(
                parse.lower[m] in IFS for m in parse.kids[kid] if parse.dep[m] in ("mark", "aux", "advmod") and m < kid
            ):
                return parse.left[kid], parse.right[kid]
            if parse.dep[kid] in ("prep", "advcl") and parse.lower[kid] == "without" and kid < verb:
                return parse.left[kid], parse.right[kid]
        low, high = parse.left[verb], parse.right[verb]
        for token in range(low, high - 2):
            if parse.lower[token] == "as" and parse.lower[token + 1] == "long" and parse.lower[token + 2] == "as":
                return token, high
        return None

    def stand(
        self, span: tuple[int, int], issue: tuple[int, int], who: tuple[str, Stance], rule: str, index: int | None, **more: object
    ) -> Stand:
        """A stand by these words; its evidence reaches over the issue where that stays short."""
        actor, stance = who
        if self.parse.lower[issue[0]] in NOT and issue[1] - issue[0] > 1:
            issue = (issue[0] + (2 if self.parse.tag[issue[0] + 1] == "TO" and issue[1] - issue[0] > 2 else 1), issue[1])
            stance = stance if rule.startswith(("position.reject", "position.policy")) else FLIP[stance]
        if stance == "against" and self.parse.lemma[issue[0]] in GIVING_UP and issue[1] - issue[0] > 1:
            issue, stance = self._kept(issue), "for"
        if (turned := self._turned(issue, stance)) is not None:
            issue, stance = turned
        if stance in FLIP and (without := self._not(issue)) is not None:
            more["without"], stance = without, stance if rule.startswith(("position.reject", "position.policy")) else FLIP[stance]
        if issue[0] < span[0] - FARTHEST:
            first, last = span
        else:
            first, last = min(span[0], issue[0]), max(span[1], issue[1])
        if self.parse.end[last - 1] - self.parse.start[first] > MOST:
            first = issue[0] if issue[0] > span[0] and self.parse.end[last - 1] - self.parse.start[issue[0]] <= MOST else first
        own = more.pop("own", self.own(index, actor))
        return Stand(first=first, last=last, issue=issue, actor=actor, stance=stance, own=bool(own), rule=rule, attribution=index, **more)  # type: ignore[arg-type]

    def _turned(self, issue: tuple[int, int], stance: Stance) -> tuple[tuple[int, int], Stance] | None:
        """Who vows to veto a bill, or plans a march against a deal, is against it."""
        parse, first = self.parse, issue[0]
        if stance != "for" or issue[1] - first < 2:
            return None
        if parse.lemma[first] in FIGHTING and parse.tag[first][:2] == "VB" and self.parse.child(first, "dobj") is not None:
            return self.trim(first + 1, issue[1]), "against"
        if parse.lemma[first] in self.stances.needs and parse.is_noun(first):
            against = next((t for t in range(first, issue[1] - 1) if parse.lower[t] == "against"), None)
            if against is None:
                return None
            taken = self.antecedent(against + 1) if self.parse.lower[against + 1] == "it" else None
            return taken or self.trim(against + 1, issue[1]), "against"
        return None

    def subjects(self, verb: int) -> tuple[str, ...]:
        """Who does it; of a verb joined to the wrong one, who does what stands above."""
        return self.parties.subjects(self.parse.head[self.parse.head[verb]] if self.aside(verb) else verb)

    def denied(self, token: int) -> bool:
        """Whether a token stands in what somebody denies."""
        index = self.within[token]
        return index is not None and self.attributions[index].commitment == "denying"

    def negated(self, verb: int) -> bool:
        """Whether a "not", "never", "neither" or "nor" stands on a verb, or on the one that it is joined to."""
        parse = self.parse
        words = {parse.lower[k] for k in parse.kids[verb] if parse.dep[k] in ("neg", "preconj", "cc", "advmod")}
        if words & {"not", "n't", "never", "neither"}:
            return True
        head = parse.head[verb]
        nor = any(parse.lower[k] == "nor" for k in parse.kids[head]) if parse.dep[verb] == "conj" else False
        return nor and head < verb

    def _not(self, issue: tuple[int, int]) -> tuple[int, int] | None:
        """The "should not" of what is demanded or promised, where it stands inside the issue."""
        parse = self.parse
        at = next((t for t in range(issue[0] + 1, issue[1] - 1) if parse.lower[t] in NOT and parse.dep[t] == "neg"), None)
        if at is None or not issue[0] <= parse.head[at] < issue[1] or parse.tag[at - 1] != "MD":
            return None
        return at - 1, at + 1

    def _kept(self, issue: tuple[int, int]) -> tuple[int, int]:
        """What one will not give up: "refuses to back down from its threat" is for the threat."""
        first, last = issue
        first += 1
        while first < last - 1 and self.parse.tag[first] in ("RP", "IN", "DT", "RB", "TO"):
            first += 1
        return first, last
