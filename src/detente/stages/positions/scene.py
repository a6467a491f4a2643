"""What positions ask of a text: the words of an issue, whose word a stand is, what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from detente.lexicon.stances import Stances
from detente.nlp.parse import Parse
from detente.parties import Parties
from detente.reading import Attribution, Stand
from detente.records import Stance

LONGEST = 14  # tokens of an issue: a short phrase, to be compared with others
MOST = 150  # characters of evidence
THANKS = frozenset({"thank", "congratulate", "praise", "honour", "honor", "salute", "commend"})
EMPTY = frozenset(
    [
        "it",
        "this",
        "that",
        "them",
        "him",
        "her",
        "they",
        "he",
        "she",
        "us",
        "me",
        "so",
        "more",
        "much",
        "all",
        "everything",
        "anything",
        "something",
        "nothing",
        "one",
        "there",
        "what",
    ]
)
LIGHT = frozenset(
    {"hold", "have", "get", "see", "make", "take", "do", "be", "help", "continue", "try", "seek", "find", "give", "keep", "put", "play"}
)
WAYS = frozenset({"way", "step", "effort", "measure", "means", "attempt", "decision"})
CUTS = frozenset({"relcl", "advcl", "parataxis", "acl", "cc", "conj"})
TAILS = frozenset(
    {
        "ahead",
        "amid",
        "without",
        "because",
        "after",
        "before",
        "among",
        "despite",
        "until",
        "since",
        "during",
        "while",
        "when",
        "if",
        "unless",
        "--",
        "–",
        "—",
        "-",
        ";",
        ":",
    }
)
NOT = frozenset({"not", "never", "n't"})
FLIP: dict[Stance, Stance] = {"for": "against", "against": "for", "conditional": "conditional"}
GIVING_UP = frozenset(
    {"abandon", "drop", "give", "stop", "halt", "end", "scrap", "renounce", "relinquish", "back", "cede", "quit", "leave"}
)
IFS = frozenset({"if", "unless", "provided", "providing", "should", "once", "until"})


class Scene:
    """A parse with its people, its voices and the words that take a stand."""

    def __init__(
        self, parse: Parse, parties: Parties, attributions: tuple[Attribution, ...], within: list[int | None], stances: Stances
    ) -> None:
        self.parse = parse
        self.parties = parties
        self.attributions = attributions
        self.within = within
        self.stances = stances

    def own(self, index: int | None, actor: str) -> bool:
        """Whether it is the actor's own word: of its speaker or of one who speaks for it; False in another's mouth."""
        if index is None:
            return True
        speaker = self.attributions[index].speaker
        return speaker is not None and (speaker == actor or self.parties.state(speaker) == self.parties.state(actor))

    def tells(self, issue: tuple[int, int]) -> bool:
        """Whether an issue says anything: a content word besides pronouns and names of days."""
        parse = self.parse
        if parse.lemma[issue[0]] in self.stances.mute and parse.tag[issue[0]][0] == "V" and parse.lemma[issue[0]] in THANKS:
            return False
        return any(
            parse.tag[t][:2] in ("NN", "VB", "JJ", "CD") and parse.lower[t] not in EMPTY and parse.lemma[t] not in ("do", "be", "have")
            for t in range(*issue)
        )

    def issues(self, trigger: int) -> Iterator[tuple[int, int]]:
        """What a word of will is about, each joined thing alone: clauses, infinitives, objects, what its preposition governs."""
        head = self._head(trigger)
        if head is None:
            return
        yield self.phrase(head)
        for joined in self.parse.children(head, "conj"):
            if self.parse.is_verb(head) and self.parse.is_verb(joined) and joined > head and self.parse.child(joined, "nsubj") is None:
                yield self.phrase(joined)
                yield from (
                    self.phrase(k)
                    for k in self.parse.children(joined, "conj")
                    if self.parse.is_verb(k) and self.parse.child(k, "nsubj") is None
                )

    def _head(self, trigger: int) -> int | None:
        parse = self.parse
        clause = parse.child(trigger, "xcomp", "ccomp", "acl") if parse.is_verb(trigger) or parse.tag[trigger][0] in "NJ" else None
        if clause is not None and clause > trigger and (parse.tag[clause] not in ("VBN", "VBD") or parse.dep[clause] == "ccomp"):
            return clause
        thing = self._object(trigger)
        held = thing is not None and bool(self.parties.at(thing))
        if thing is None or held:
            for prep in parse.kids[trigger]:
                about = parse.lower[prep] in self.stances.about or (held and parse.lower[prep] == "in")
                if prep > trigger and parse.dep[prep] in ("prep", "dative", "prt") and about:
                    noun = parse.child(prep, "pobj", "pcomp")
                    if noun is not None and not self._mere(noun):
                        return self._inner(noun)
        return None if thing is None else self._inner(thing)

    def _object(self, trigger: int) -> int | None:
        parse = self.parse
        thing = parse.child(trigger, "dobj", "nsubjpass", "oprd")
        if thing is None and parse.dep[trigger] in ("relcl", "acl") and parse.is_noun(parse.head[trigger]):
            return parse.head[trigger]
        return thing

    def _inner(self, thing: int) -> int:
        """ "supports its bid to join": what the bid is for."""
        inner = self._head(thing) if self.parse.lemma[thing] in self.stances.nouns else None
        return inner if inner is not None else thing

    def _mere(self, noun: int) -> bool:
        """A day or a place, not a matter ("on Monday")."""
        return self.parse.tag[noun] in ("NNP", "CD") and not self.parties.at(noun)

    def phrase(self, head: int) -> tuple[int, int]:
        """The words of an issue around its head, short and without a light verb, articles and marks at the edges."""
        parse = self.parse
        first, last = parse.left[head], parse.right[head]
        if parse.is_verb(head):
            subject = parse.child(head, "nsubj", "nsubjpass")
            if subject is None or subject > head or parse.tag[subject] == "PRP":
                first = max(first, min([head, *(k for k in parse.kids[head] if parse.dep[k] == "neg" and k < head)]))
            if (
                parse.lemma[head] == "work"
                and (aim := parse.child(head, "xcomp", "advcl")) is not None
                and parse.tag[parse.left[aim]] == "TO"
            ):
                return self.phrase(aim)
            if (
                parse.lemma[head] in LIGHT
                and subject is None
                and (thing := parse.child(head, "dobj", "xcomp")) is not None
                and thing > head
            ):
                return self.phrase(thing) if not self._empty(thing) else self._trim(first, self._end(head, last))
        if parse.lemma[head] in WAYS and (aim := parse.child(head, "acl", "relcl")) is not None and parse.tag[parse.left[aim]] == "TO":
            return self.phrase(aim)
        return self._trim(first, self._end(head, last))

    def _empty(self, token: int) -> bool:
        return self.parse.tag[token] in ("PRP", "DT", "WP", "WDT")

    def _end(self, head: int, last: int) -> int:
        parse = self.parse
        for kid in parse.kids[head]:
            if kid > head and (
                (parse.dep[kid] in CUTS and not (parse.dep[kid] in ("conj", "cc") and not parse.is_verb(head))) or parse.lower[kid] in TAILS
            ):
                last = min(last, parse.left[kid] if parse.dep[kid] != "cc" else kid)
        for token in range(head + 1, last):
            if parse.lower[token] in ("exchange", "return") and parse.lower[token - 1] == "in":
                last = max(head + 1, token - 1)
                break
            if (parse.lower[token] in TAILS and parse.words[token] != "-") or parse.dep[token] in ("relcl", "advcl"):
                last = max(head + 1, parse.left[token] if parse.dep[token] in ("relcl", "advcl") and parse.left[token] > head else token)
                break
        return max(head + 1, last)

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """Short, and without articles and marks at the edges."""
        parse = self.parse
        while first < last - 1 and (
            parse.tag[first] in ("DT", "``", "''", ",", ":", "TO") or (parse.lower[first] == "that" and parse.dep[first] == "mark")
        ):
            first += 1
        last = min(last, first + LONGEST)
        while last > first + 1 and (
            parse.tag[last - 1] in (",", ".", ":", "''", "``", "-RRB-", "IN", "TO", "DT", "CC", "POS", "PRP$")
            and parse.tag[last - 1] != "PRP"
        ):
            last -= 1
        return first, last

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
        first, last = min(span[0], issue[0]), max(span[1], issue[1])
        if self.parse.end[last - 1] - self.parse.start[first] > MOST:
            first = issue[0] if issue[0] > span[0] and self.parse.end[last - 1] - self.parse.start[issue[0]] <= MOST else first
        own = more.pop("own", self.own(index, actor))
        return Stand(first=first, last=last, issue=issue, actor=actor, stance=stance, own=bool(own), rule=rule, attribution=index, **more)  # type: ignore[arg-type]

    def _kept(self, issue: tuple[int, int]) -> tuple[int, int]:
        """What one will not give up: "refuses to back down from its threat" is for the threat."""
        first, last = issue
        first += 1
        while first < last - 1 and self.parse.tag[first] in ("RP", "IN", "DT", "RB", "TO"):
            first += 1
        return first, last
