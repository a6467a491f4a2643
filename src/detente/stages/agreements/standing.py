"""What a word beside an agreement says of it: that it was signed, is proposed, holds or is broken."""

from __future__ import annotations

from detente.lexicon.pacts import Pacts, Status
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.stages.agreements.days import Days

NEGATIONS = frozenset({"no", "without", "neither", "never", "not", "n't", "nor"})
WANTING = frozenset({"call", "push", "hope", "press", "wait", "work", "bid", "look"})
EFFECT = frozenset({"effect", "force", "into", "apart", "down", "hold", "through", "in", "to"})


class Standing:
    """Reads the words of a parse that sign, propose, hold and break."""

    def __init__(self, parse: Parse, days: Days, pacts: Pacts) -> None:
        self.parse = parse
        self.days = days
        self.pacts = pacts

    def of(self, token: int, noun: int) -> Status | None:
        """What a word says of the agreement: signed, proposed, in force or broken."""
        parse = self.parse
        status = self.pacts.statuses.get(parse.lemma[token])
        if any(parse.lower[k] in ("nearly", "almost", "all") for k in parse.kids[token]):
            return None
        if self._is_dead(token):
            return "broken"
        if status is None:
            return None
        if parse.is_noun(token):
            return "signed" if parse.lemma[token] in ("signatory", "party") else status
        if any(
            parse.lower[t] in NEGATIONS
            for k in parse.kids[token]
            if k < token and parse.dep[k] in ("neg", "nsubj", "advmod", "preconj")
            for t in (k, parse.left[k])
        ):
            return "broken" if status == "in force" and noun != parse.child(token, "nsubj") else None
        if parse.lemma[token] in WANTING and parse.dep[noun] in ("dobj", "nsubj", "oprd", "ccomp"):
            return None  # "called the treaty a victory", "hopes the deal holds"
        object_ = parse.child(token, "dobj") == noun
        if status == "broken" and not object_ and parse.child(token, "dobj") is not None and not syntax.is_passive(parse, token):
            return None  # "a treaty that ends a dispute"
        if parse.lemma[token] == "make":
            return "signed" if object_ else None
        if object_ and parse.lemma[token] in ("end", "die", "expire", "fall", "enter", "come", "give", "set"):
            return "broken" if parse.lemma[token] == "end" else None
        if (
            parse.lemma[token] in ("fall", "come", "enter", "take")
            and not syntax.governed(parse, token, "apart")
            and parse.lower[min(token + 1, len(parse) - 1)] not in EFFECT
        ):
            return None
        if status in ("signed", "broken") and self._unreal(token):
            return "proposed" if status == "signed" else None
        return status

    def _is_dead(self, verb: int) -> bool:
        parse = self.parse
        return any(self.pacts.dead.at(parse.lower, t, parse.right[verb]) for t in range(verb, min(parse.right[verb], verb + 8)))

    def _unreal(self, verb: int) -> bool:
        """Planned, possible, wanted or only spoken of: no signing that took place."""
        parse = self.parse
        if (factuality := self.days.factuality(verb)) is not None and factuality != "actual":
            return True
        if any(parse.tag[k] in ("MD", "TO") for k in parse.kids[verb]):
            return True
        if parse.tag[verb] == "VBG" and parse.dep[verb] == "pcomp":
            return parse.lower[parse.head[verb]] in ("of", "for", "on", "towards", "toward")
        return parse.dep[verb] == "conj" and parse.child(verb, "nsubj") is None and self._unreal(parse.head[verb])
