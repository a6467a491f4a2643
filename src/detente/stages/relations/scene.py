"""What all kinds of relations ask of a text: who is around a word, which words are its evidence, what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.lexicon.phrases import Found, Meaning, PhraseTable
from detente.lexicon.relations import Frame, Relations
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.parties import Parties, unique, voices
from detente.reading import Attribution, Bond, Cast
from detente.records import Article, RelationType

MAYBE = ("may", "might", "could")
MEASURES = frozenset("most half third quarter much bulk all share percent some part lot majority fifth two-thirds three-quarters".split())
LONGEST = 150  # characters of evidence
SIDES = frozenset({"state", "government", "igo", "party", "armed_group", "person", "company", "ngo", "media", "group", "other"})
PAIRS = 3  # sides of which each is paired with each; more are a crowd


class Scene:
    """One article with its people, its voices and the words of relations."""

    def __init__(self, article: Article, parse: Parse, cast: Cast, attributions: tuple[Attribution, ...], words: Relations) -> None:
        self.article = article
        self.parse = parse
        self.words = words
        self.parties = Parties(parse, cast)
        self.within = voices(len(parse), attributions)

    def text(self, first: int, last: int) -> str:
        """The words of the half-open token range as printed."""
        return self.article.text[self.parse.start[first] : self.parse.end[last - 1]]

    def phrases(self, table: PhraseTable[Meaning], token: int, end: int) -> Found[Meaning] | None:
        """The longest phrase that begins here, by base forms or by the words as they stand."""
        base, plain = table.at(self.parse.lemma, token, end), table.at(self.parse.lower, token, end)
        return plain if plain and (not base or plain.last >= base.last) else base

    def governed(self, token: int, *words: str) -> list[int]:
        """Heads under these prepositions, also under a second one joined to the first ("over talks and over the North")."""
        parse = self.parse
        found = []
        for word in words:
            found += syntax.governed(parse, token, word)
            for prep in parse.kids[token]:
                for other in parse.kids[prep]:
                    if parse.dep[prep] == "prep" and parse.dep[other] in ("conj", "prep") and parse.lower[other] == word:
                        found += parse.children(other, "pobj")
        return list(dict.fromkeys(found))

    def after(self, noun: int, light: int | None, words: Iterable[str]) -> list[int]:
        """Heads under these prepositions on a noun, or on the verb that carries it."""
        words = tuple(words)
        found = self.governed(noun, *words)
        return found or (self.governed(light, *words) if light is not None else [])

    def carrier(self, noun: int) -> int | None:
        """The verb whose subject, object or predicate the noun is."""
        parse = self.parse
        head = parse.head[noun]
        if parse.dep[noun] in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "pobj") and parse.is_verb(head):
            return head
        return syntax.light_verb(parse, noun)

    def near(self, token: int, barred: Iterable[str]) -> tuple[str, ...]:
        """Whose clause it is: the subject of the nearest verb above with one that is not barred."""
        parse, barred = self.parse, frozenset(barred)
        for above in parse.ancestors(token):
            if parse.is_verb(above):
                subject = parse.child(above, "nsubj", "nsubjpass")
                if subject is not None and (ids := tuple(i for i in self.parties.of([subject]) if i not in barred)):
                    return ids
        return ()

    def pairs(self, left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Each of one side with each of the other; one side of several alone: each with each."""
        left, right = self._sides(left), self._sides(right)
        if left and right:
            if len(left) * len(right) <= PAIRS * 2:
                yield from ((a, b) for a in left for b in right if a != b)
            return
        both = left or right
        if 2 <= len(both) <= PAIRS:
            yield from ((a, b) for i, a in enumerate(both) for b in both[i + 1 :])

    def _sides(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return unique(i for i in ids if self.parties.players[i].type in SIDES)

    def noun_phrase(self, noun: int) -> tuple[int, int]:
        """Evidence: the noun phrase without a clause on it that makes it long."""
        parse = self.parse
        first, last = parse.left[noun], noun + 1
        while first < noun and parse.end[noun] - parse.start[first] > LONGEST:
            first += 1
        for kid in parse.kids[noun]:
            if kid < noun or parse.dep[kid] in ("punct", "cc", "conj"):
                continue
            if parse.end[parse.right[kid] - 1] - parse.start[first] > LONGEST:
                break
            last = max(last, parse.right[kid])
        return self.trim(first, last)

    def clause(self, noun: int, verb: int) -> tuple[int, int]:
        """Evidence: from the noun phrase to the verb's own words, or the other way round."""
        first, last = self.noun_phrase(noun)
        for kid in self.parse.kids[verb]:
            if self.parse.dep[kid] in ("nsubj", "nsubjpass") and kid < first:
                first = (
                    min(first, self.parse.left[kid])
                    if self.parse.end[last - 1] - self.parse.start[self.parse.left[kid]] <= LONGEST
                    else kid
                )
        return self.span(first, last, verb)

    def span(self, first: int, last: int, *tokens: int) -> tuple[int, int]:
        """The range widened to hold tokens, where it stays short enough."""
        for token in tokens:
            a, b = min(first, token), max(last, token + 1)
            if self.parse.end[b - 1] - self.parse.start[a] <= 2 * LONGEST:
                first, last = a, b
        return self.trim(first, last)

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Without marks at the edges."""
        while last > first + 1 and self.parse.words[last - 1] in EDGES:
            last -= 1
        while first < last - 1 and self.parse.words[first] in EDGES:
            first += 1
        return first, last

    def matter(self, heads: Iterable[int]) -> tuple[str, ...]:
        """What it is about, one text a thing; of "issues such as A and B", A and B."""
        found: list[str] = []
        for head in heads:
            listed = self._listed(head)
            found += [self._thing(item) for item in listed] if listed else [self._thing(head)]
        return unique(found)

    def _thing(self, head: int) -> str:
        parse = self.parse
        head = self._measured(head)
        first, last = parse.left[head], parse.right[head]
        for kid in parse.kids[head]:
            if kid > head and (
                parse.dep[kid] in ("relcl", "advcl")
                or (parse.dep[kid] == "punct" and not self._lists(head, kid))
                or (parse.dep[kid] == "cc" and parse.is_noun(head) and self._listed_in(head))
            ):
                last = min(last, parse.left[kid])
                break
        while (
            first < last - 1
            and parse.tag[first] == "DT"
            and parse.lower[first] in ("the", "a", "an")
            and parse.tag[first + 1] not in ("NNP", "NNPS")
        ) or (first < last - 1 and parse.tag[first] == "PRP$"):
            first += 1
        for kid in range(head + 1, last):  # the parser may hang the next item of a list on the name inside this one
            if parse.dep[kid] == "cc" and self._listed_in(head) and kid + 1 < last:
                last = kid
                break
        a, b = self.trim(first, last)
        return self.text(a, b)

    def _measured(self, head: int) -> int:
        """Of "a third of its gas", the gas."""
        if self.parse.lower[head] in MEASURES and (inner := syntax.governed(self.parse, head, "of")):
            return inner[0]
        return head

    def _lists(self, head: int, comma: int) -> bool:
        """Whether a comma parts the goods of a list ("hard currency, oil and economic aid")."""
        parse = self.parse
        return any(k > comma and parse.is_noun(k) and not self.parties.at(k) for k in parse.children(head, "conj"))

    def _listed_in(self, head: int) -> bool:
        parse = self.parse
        prep = parse.head[head]
        return parse.dep[head] == "pobj" and parse.lower[prep] == "as" and prep > 0 and parse.lower[prep - 1] == "such"

    def _listed(self, head: int) -> list[int]:
        """The items after "such as" or "including", also those that the parser hung on a name inside the first."""
        parse = self.parse
        for prep in parse.kids[head]:
            if (
                prep > head
                and parse.dep[prep] == "prep"
                and (parse.lower[prep] == "including" or (parse.lower[prep] == "as" and parse.lower[prep - 1] == "such"))
            ):
                items = parse.children(prep, "pobj")
                more = [
                    t
                    for t in range(prep + 1, parse.right[prep])
                    if parse.dep[t] == "conj" and parse.tag[t] in ("NN", "NNS") and not self.parties.at(t)
                ]
                return [*items, *(t for t in more if t not in items)]
        return []

    def over(self, verb: int) -> bool:
        """Whether a clause says that it no longer holds: a past perfect, "used to", "no longer", "once"."""
        parse = self.parse
        kids = parse.kids[verb]
        if parse.tag[verb] == "VBN" and any(parse.lower[k] == "had" for k in kids):
            return True
        near = " ".join(parse.lower[max(0, verb - 4) : verb + 1])
        return any(p in near for p in ("no longer", "used to")) or any(parse.lower[k] == "once" and k < verb for k in kids)

    def denied(self, verb: int) -> bool:
        """Whether a clause is negated."""
        return any(self.parse.dep[k] == "neg" or self.parse.lower[k] in ("never", "hardly", "neither") for k in self.parse.kids[verb])

    def unreal(self, verb: int) -> bool:
        """An infinitive, or under a modal or condition: wanted or feared; what "could" be is `possible` instead."""
        parse = self.parse
        return any(
            (parse.tag[k] in ("MD", "TO") and parse.lower[k] not in ("will", *MAYBE)) or parse.lower[k] in ("if", "unless")
            for k in parse.kids[verb]
        )

    def possible(self, bond: Bond) -> bool:
        """Whether the clause of its words is under a "could", "may" or "might"."""
        parse = self.parse
        top = next((t for t in range(bond.first, bond.last) if not bond.first <= parse.head[t] < bond.last), bond.first)
        verb = next((t for t in (top, *parse.ancestors(top)) if parse.is_verb(t)), None)
        return verb is not None and self.hedged(verb)

    def hedged(self, verb: int) -> bool:
        """Whether a "could", "may" or "might" stands on a verb."""
        return any(self.parse.lower[k] in MAYBE and self.parse.tag[k] == "MD" for k in self.parse.kids[verb])

    def bond(
        self, kind: RelationType, sides: tuple[str, str | None], span: tuple[int, int], frame: Frame | None = None, **more: object
    ) -> Bond:
        """A bond by these words."""
        value = frame.value if frame and "value" not in more else more.pop("value", None)
        rule = f"relation.{kind}" + (f".{value}" if value else "")
        return Bond(first=span[0], last=span[1], type=kind, a=sides[0], b=sides[1], rule=rule, value=value, **more)  # type: ignore[arg-type]


EDGES = frozenset([*",.;:\"'“”‘’()", "--", "–", "—", "-"])
