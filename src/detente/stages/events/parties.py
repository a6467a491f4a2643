"""From slots to actors: the ids that a rule's slots hold around a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from detente.grammar import Words
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.parties import Parties, unique
from detente.reading import Cast, Place

OWNED = ".poss"
TOWARD = ("with", "to", "between", "against", "from", "on", "for", "of", "in")
APART = frozenset({"relcl", "advcl", "conj", "parataxis", "ccomp", "punct"})
MAKING = frozenset("pass adopt approve issue publish write draft sign sponsor table endorse call cite quote".split())
PAPERS = frozenset("resolution decree law motion".split())
SENDING = frozenset("send deploy dispatch commit contribute provide supply withdraw deliver redeploy".split())
SPELLS = frozenset("year month week day decade time hour".split())
SUPPORT = frozenset("help support backing assistance consent approval blessing permission mediation participation exception".split())
""" "Mediated with the help of Norway": who helps is not the other side."""
BONDS = frozenset("relation relationship tie war conflict dispute row rift tension border crisis fighting standoff".split())
"""What stands between two: who discusses one of these "with" a state speaks about that state."""
MEANS = frozenset({"use", "wield", "exercise", "employ", "cast"})
PUBLIC = frozenset({"state", "government", "igo", "party", "armed_group"})


class Scene(Parties):
    """A parse, its cast and places, with the questions that rules ask of them; `carry` are the verbs that only carry a noun's act."""

    def __init__(self, parse: Parse, cast: Cast, places: tuple[Place, ...] = (), *, carry: frozenset[str] = frozenset()) -> None:
        super().__init__(parse, cast)
        self.carry = carry
        self.spots = frozenset(p.head for p in places)
        self.countries = {p.head: p.country for p in places if p.country}
        self.lands = {p.head: self.states[p.country] for p in places if p.country in self.states}

    def slot(self, trigger: int, name: str, light: int | None) -> tuple[str, ...]:
        """The ids in a slot; `light` is the verb that governs a noun trigger, if any.

        `a+b` joins two slots, and `on.poss` is whose that is which "on" governs.
        """
        if "+" in name:
            return unique(i for part in name.split("+") for i in self.slot(trigger, part, light))
        if name.endswith(OWNED):
            return unique(i for t in self.tokens(trigger, name.removesuffix(OWNED), light) for i in self.owner(t))
        if name == "obj" and (alone := self.done_to(trigger)):
            return alone
        found = self.ids(self.tokens(trigger, name, light))
        return found or (self.ids(self._authors(trigger)) if name == "subj" else ())

    def _authors(self, verb: int) -> list[int]:
        """ "Adopted a resolution imposing sanctions": what a paper does is done by who makes it."""
        parse = self.parse
        paper, above = parse.head[verb], parse.head[parse.head[verb]]
        made = parse.dep[verb] == "acl" and parse.tag[verb] == "VBG" and parse.dep[paper] in ("dobj", "nsubjpass")
        return syntax.subjects(parse, above) if made and parse.lemma[paper] in PAPERS and parse.lemma[above] in MAKING else []

    def first(self, trigger: int, slots: Words, light: int | None) -> tuple[str, ...]:
        """The ids of the first slot that holds any."""
        for name in slots:
            if found := self.slot(trigger, name, light):
                return found
        return ()

    def visited(self, trigger: int, slots: Words) -> tuple[str, ...]:
        """The state whose place stands in a slot that holds no actor: a flight to Dalian is a visit to China."""
        for name in slots:
            lands = [self.lands[t] for head in self.tokens(trigger, name, None) for t in self._chain(head) if t in self.lands]
            if lands:
                return unique(lands)
        return ()

    def abroad(self, trigger: int, slots: Words, actors: tuple[str, ...]) -> bool:
        """Whether officials go to a place of another country, also where nothing else of that country is told ("flew to Cairo")."""
        going = [self.players[a] for a in actors if a in self.players]
        own = {p.country for p in going if p.country and (p.type in PUBLIC or p.roles)}
        there = {self.countries.get(t) for name in slots for head in self.tokens(trigger, name, None) for t in self._chain(head)} - {None}
        return bool(own) and bool(there) and not there & own

    def placed(self, trigger: int) -> bool:
        """Whether a place stands in the trigger's own clause."""
        return any(token in self.countries for token in self._clause(trigger))

    def around(self, trigger: int, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The one other country, or its actor, that stands anywhere in the trigger's own clause: "troops to the force in Somalia"."""
        own = {self.seat(a) for a in actors}
        for token in self._clause(trigger):
            idents = self.at(token) or ((self.lands[token],) if token in self.lands else ())
            if found := tuple(i for i in idents if self.seat(i) not in own and self.players[i].type in PUBLIC):
                return found
        return ()

    def is_public(self, token: int) -> bool:
        """Whether a token heads the name of a state, a government or a body of states."""
        return any(self.players[i].type in PUBLIC for i in self.cast.heads.get(token, ()))

    def seat(self, ident: str) -> str:
        """The country that an actor belongs to, else the actor itself."""
        player = self.players.get(ident)
        return (player.country if player else None) or ident

    def _clause(self, token: int) -> Iterator[int]:
        """What hangs on a trigger to its right, clauses of their own left out, nearest first."""
        for kid in self.parse.kids[token]:
            if kid > token and self.parse.dep[kid] not in APART and not self._aside(kid):
                yield kid
                yield from self._clause(kid)

    def _aside(self, token: int) -> bool:
        """ "Relief from the resolutions passed by the council": who made a document is no party to what is done about it."""
        return self.parse.dep[token] == "acl" and self.parse.lemma[token] in MAKING

    def _chain(self, head: int) -> list[int]:
        """A head, what is coordinated with it, and what its prepositions govern ("the bridges over the Danube")."""
        return [t for part in syntax.coordinated(self.parse, head) for t in (part, *self._inner(part))]

    def _inner(self, head: int) -> list[int]:
        preps = self.parse.children(head, "prep")
        return [n for p in preps for n in self.parse.children(p, "pobj")] + self.parse.children(head, "appos")

    def tokens(self, trigger: int, name: str, light: int | None) -> list[int]:
        """The head tokens in a slot."""
        parse = self.parse
        match name:
            case "subj":
                return syntax.subjects(parse, trigger) or self._swallowed_subject(trigger)
            case "obj":
                return syntax.objects(parse, trigger)
            case "holder":
                return syntax.subjects(parse, light) if light is not None else []
            case "mod":
                return [k for k in parse.kids[trigger] if parse.dep[k] in ("compound", "amod", "nmod", "npadvmod")]
            case "dative" | "poss":
                return parse.children(trigger, name)
            case "comp":
                return self._complement_subjects(trigger)
            case "inner":
                return self._complement_parties(trigger)
            case "across":
                return self._across(trigger)
        found = syntax.governed(parse, trigger, name)
        return found or (syntax.governed(parse, light, name) if light is not None else [])

    def _swallowed_subject(self, verb: int) -> list[int]:
        """ "After MINSK jailed journalist A. B.": a name right before a verb that the parse made an adjective of the noun behind."""
        parse = self.parse
        name = verb - 1
        if parse.dep[verb] != "amod" or verb < 1 or parse.lower[verb + 1 : verb + 2] == (",",):
            return []
        if not any(self.players[i].type in PUBLIC for i in self.cast.heads.get(name, ())):
            return []
        noun = parse.head[verb]
        own = parse.head[name] in (noun, parse.head[noun]) and parse.dep[name] in ("compound", "amod", "nmod")
        return [name] if own and parse.tag[name][:3] in ("NNP", "JJ") and parse.words[name][0].isupper() else []

    def _complement_subjects(self, trigger: int) -> list[int]:
        for clause in self.parse.children(trigger, "ccomp", "xcomp", "advcl", "acl"):
            if (subject := self.parse.child(clause, "nsubj", "nsubjpass")) is not None:
                if self.parse.child(clause, "nsubjpass") is not None and (by := syntax.subjects(self.parse, clause)):
                    return by
                return [subject]
        return []

    def _complement_parties(self, trigger: int) -> list[int]:
        """Whom the deed of a complement would concern: "offered to mediate between A and B", "threatened to attack A"."""
        own = set(self.ids(syntax.subjects(self.parse, trigger)))
        for clause in (*self.parse.children(trigger, "xcomp", "ccomp", "acl", "acomp"), *self._late(trigger)):
            if self.parse.lemma[trigger] in MEANS and self.parse.dep[clause] == "xcomp":  # "used its veto to protect Israel"
                continue
            for found in (self._aim(clause), *(syntax.governed(self.parse, clause, p) for p in TOWARD)):
                if set(self.ids(found)) - own:
                    return found
            if deeper := self._complement_parties(clause):
                return deeper
        return []

    def _across(self, verb: int) -> list[int]:
        """With whom something is discussed: a person in "relations with Putin"; the state in "relations with Iran" is what is discussed."""
        found = syntax.governed(self.parse, verb, "with")
        topics = [o for o in syntax.objects(self.parse, verb) if self.parse.lemma[o] in BONDS]
        bound = [n for o in topics for n in syntax.governed(self.parse, o, "with")][:1]
        return [n for n in found if n not in bound or not any(self.players[i].type in PUBLIC for i in self.at(n))]

    def _late(self, trigger: int) -> list[int]:
        """ "Threatened for years to strike Iran": the parser hangs the infinitive on the time."""
        parse = self.parse
        times = [n for p in parse.children(trigger, "prep") for n in parse.children(p, "pobj") if parse.lemma[n] in SPELLS]
        return [k for n in times for k in parse.children(n, "relcl", "acl") if any(parse.tag[a] == "TO" for a in parse.children(k, "aux"))]

    def _aim(self, verb: int) -> list[int]:
        """Whom a verb concerns: its object; of what is sent somewhere, only who gets it."""
        parse = self.parse
        return parse.children(verb, "dative") if parse.lemma[verb] in SENDING else syntax.objects(parse, verb)

    def done_to(self, verb: int) -> tuple[str, ...]:
        """The ids of a participle's noun alone, where others are coordinated behind it: "two students, shot by gunmen, and a guard"."""
        noun = self.parse.head[verb]
        behind = self.parse.dep[verb] == "acl" and any(k > verb for k in self.parse.children(noun, "conj"))
        return self.at(noun) if behind and self.parse.words[verb - 1] == "," else ()

    def ids(self, tokens: list[int]) -> tuple[str, ...]:
        """The ids behind head tokens, coordination followed; inside a phrase that is no actor, its owner or complement."""
        named = (t for t in tokens if self.parse.lemma[t] not in SUPPORT or self.parse.lower[self.parse.head[t]] != "with")
        return self.deep(t for token in named for t in (*self._swallowed(token), token))

    def _swallowed(self, head: int) -> Iterator[int]:
        """ "Secretary A. and Representative B. met": the first person, whom the parser takes for the second's title."""
        if not any(self._is_person(i) for i in self.cast.heads.get(head, ())):
            return
        for token in range(self.parse.left[head], head - 1):
            if self.parse.lower[token + 1] == "and" and any(self._is_person(i) for i in self.cast.heads.get(token, ())):
                yield token

    def _is_person(self, ident: str) -> bool:
        return ident in self.players and self.players[ident].type == "person"
