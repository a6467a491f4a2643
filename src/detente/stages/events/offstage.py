"""Which deeds are no politics though a rule fits them: told in a film, done on a pitch, passed between firms or private people."""

from __future__ import annotations

from collections.abc import Iterable

from detente.lexicon.offstage import Offstage
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.reading import Cast, Deed, Player
from detente.records import Code
from detente.stages.events.parties import PUBLIC

CONTESTS: frozenset[Code] = frozenset({"ASSAULT", "COERCE", "CONSULT", "RETREAT", "CONCEDE", "REJECT", "MOBILIZE", "PROTEST", "THREATEN"})
"""What teams that bear a country's name are said to do to one another."""
VIOLENT: frozenset[Code] = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""What private people may do so that it is still news of politics."""
WITHIN = frozenset({"in", "on", "throughout"})
ORDER = frozenset("first second third fourth fifth final last opening closing new latest next one another".split())
PORTRAITS = frozenset({"portrait", "portrayal", "depiction", "tale", "story", "adaptation", "retelling"})
SHORT = 3  # tokens of "2-1" as the parser cuts it
ENOUGH = 2


class Stagehand:
    """A parse and its cast, asked deed by deed; what was found of a sentence is kept."""

    def __init__(self, parse: Parse, cast: Cast, words: Offstage) -> None:
        self.parse = parse
        self.cast = cast
        self.words = words
        self.players: dict[str, Player] = {p.id: p for p in cast.players}
        self._sporting: dict[int, bool] = {}

    def hides(self, deed: Deed) -> bool:
        """Whether a deed is no politics."""
        subjects = self._subjects(deed.trigger)
        return self._private(deed, subjects) or self._court(deed, subjects) or self._played(deed, subjects) or self._fiction(deed.trigger)

    def _subjects(self, trigger: int) -> list[int]:
        """Head tokens of who acts; of a noun, those of its possessor or of the verb that carries it."""
        parse = self.parse
        if parse.tag[trigger][0] != "V":
            light = syntax.light_verb(parse, trigger)
            heads = parse.children(trigger, "poss") or (syntax.subjects(parse, light) if light is not None else [])
        else:
            heads = syntax.subjects(parse, trigger)
        return [t for head in heads for t in syntax.coordinated(parse, head)]

    def _political(self, ids: tuple[str, ...]) -> bool:
        return any((p := self.players.get(i)) is not None and (p.type in PUBLIC or bool(p.roles and p.country)) for i in ids)

    def _is_private(self, token: int) -> bool:
        parse = self.parse
        if any((p := self.players.get(i)) is not None and p.type == "company" for i in self.cast.heads.get(token, ())):
            return True
        if self._of_firm(token):
            return True
        if parse.tag[token] not in ("NN", "NNS") or parse.lemma[token] not in self.words.private:
            return self._phrase(token) in self.words.private
        return not any(parse.lower[k] in self.words.public for k in parse.kids[token] if k < token)

    def _of_firm(self, token: int) -> bool:
        """Staff of a company: "the chief executive of Renault", "Lufthansa pilots"."""
        parse = self.parse
        if parse.tag[token] not in ("NN", "NNS"):
            return False
        owners = parse.children(token, "poss", "compound")
        owners += [n for p in parse.children(token, "prep") for n in parse.children(p, "pobj")]
        return any((p := self.players.get(i)) is not None and p.type == "company" for o in owners for i in self.cast.heads.get(o, ()))

    def _phrase(self, token: int) -> str:
        return f"{self.parse.lower[token - 1]} {self.parse.lemma[token]}" if token else ""

    def _private(self, deed: Deed, subjects: list[int]) -> bool:
        """Firms among themselves, and private people in what is no violence; never where a state is at the other end."""
        if self._political(deed.recipients) and not _led(self.parse, deed):
            return False
        kinds = [self.players[i].type for i in (*deed.actors, *deed.recipients) if i in self.players]
        if kinds and all(kind == "company" for kind in kinds):
            return True
        private = [t for t in subjects if self._is_private(t)]
        return bool(private) and deed.code not in VIOLENT and not self._political(self._who(t for t in subjects if t not in private))

    def _who(self, tokens: Iterable[int]) -> tuple[str, ...]:
        return tuple(i for t in tokens for i in self.cast.heads.get(t, ()))

    def _court(self, deed: Deed, subjects: list[int]) -> bool:
        """A court's word in a suit between private people."""
        parse = self.parse
        if not subjects or deed.code in VIOLENT or self._political(deed.recipients):
            return False
        if not all(parse.lemma[t] in self.words.courts for t in subjects):
            return False
        first, last = parse.sentences[parse.sentence_of[deed.trigger]]
        return any(parse.lemma[t] in self.words.suits for t in range(first, last))

    def _played(self, deed: Deed, subjects: list[int]) -> bool:
        """What players and teams do in a sentence about a game; what a ministry or the police does there stays."""
        if not self._sport(self.parse.sentence_of[deed.trigger]):
            return False
        if subjects and all(self.parse.lemma[t] in self.words.athletes for t in subjects):
            return True
        types = {self.players[i].type for i in deed.actors if i in self.players}
        return deed.code in CONTESTS and not types & {"government", "igo", "party", "armed_group"} and not self._in_office(deed.actors)

    def _in_office(self, ids: tuple[str, ...]) -> bool:
        return any((p := self.players.get(i)) is not None and p.type == "person" and bool(p.roles) for i in ids)

    def _sport(self, sentence: int) -> bool:
        if sentence not in self._sporting:
            self._sporting[sentence] = self._has_sport(*self.parse.sentences[sentence])
        return self._sporting[sentence]

    def _has_sport(self, first: int, last: int) -> bool:
        weak = set()
        lemma, lower = self.parse.lemma, self.parse.lower
        for t in range(first, last):
            whole = f"{lower[t - 2]}-{lemma[t]}" if t >= first + 2 and lower[t - 1] == "-" else lemma[t]
            if whole in self.words.sport or self._phrase(t) in self.words.sport:
                return True
            if lemma[t] in self.words.sporting:
                weak.add(lemma[t])
            elif _is_score(lower[t]) or (t + SHORT <= last and lower[t].isdigit() and lower[t + 1] in "-–" and lower[t + 2].isdigit()):
                weak.add("score")
        return len(weak) >= ENOUGH

    def _fiction(self, trigger: int) -> bool:
        """Whether a work, its figures or its actors stand as the subject of, or open, a clause above the trigger."""
        return any(
            self._tells(token, trigger) if self.parse.is_verb(token) else self._portrays(token)
            for token in (trigger, *self.parse.ancestors(trigger))
        )

    def _portrays(self, noun: int) -> bool:
        """ "Its portrait of a colonel who", in a sentence about a film; "the play imagines that", with the verb taken for a plural."""
        parse, words = self.parse, self.words
        if parse.lower[noun].removesuffix("s") in words.tells and any(self._work(k) for k in parse.children(noun, "compound")):
            return True
        first = parse.sentences[parse.sentence_of[noun]][0]
        return parse.lemma[noun] in PORTRAITS and any(self._work(t) for t in range(first, noun))

    def _tells(self, verb: int, trigger: int) -> bool:
        parse, words = self.parse, self.words
        first = parse.sentences[parse.sentence_of[verb]][0]
        for kid in parse.kids[verb]:
            dep = parse.dep[kid]
            if dep == "prep" and kid == first and parse.lower[kid] in WITHIN and any(self._work(n) for n in parse.children(kid, "pobj")):
                return True
            if dep not in ("nsubj", "nsubjpass") or kid > verb:
                continue
            if parse.lemma[kid] in words.figures and self._owned(kid):
                return True
            if verb != trigger and parse.lemma[verb] in words.tells and (self._work(kid) or self._owned(kid)):
                return True
            if verb != trigger and parse.lemma[verb] in ("play", "portray") and parse.lemma[kid] in words.performers:
                return True
        return False

    def _work(self, noun: int) -> bool:
        """A film, a play, the third season, episode five."""
        parse, words = self.parse, self.words
        if parse.lemma[noun] in words.fiction or self._phrase(noun) in words.fiction:
            return not parse.words[noun].isupper() and (parse.lemma[noun] != "series" or parse.child(noun, "prep") is None)
        if parse.lemma[noun] == "stage":
            return not parse.kids[noun]
        return parse.lemma[noun] in words.parts and any(parse.lower[k] in ORDER or parse.tag[k] == "CD" for k in parse.kids[noun])

    def _owned(self, noun: int) -> bool:
        """The hero of the opera, the book's villain, in the film's last scene."""
        parse = self.parse
        owners = [*parse.children(noun, "poss"), *(n for p in parse.children(noun, "prep") for n in parse.children(p, "pobj"))]
        return any(self._work(n) or parse.lemma[n] in ("book", "story", "series") for n in owners)


def _led(parse: Parse, deed: Deed) -> bool:
    """Whether what the deed is done to is a thing, and its state stands only before it as an adjective ("stop accepting British cards")."""
    verb = deed.trigger
    for _ in range(syntax.MAX_UP):
        inner = parse.child(verb, "xcomp")
        if inner is None:
            break
        verb = inner
    objects = syntax.objects(parse, verb) if parse.is_verb(verb) else []
    return bool(objects) and all(parse.tag[o] in ("NN", "NNS") and parse.lemma[o] in THINGS for o in objects)


THINGS = frozenset("card car goods product brand order patent loan share bond debt antenna software phone ticket flight".split())


def _is_score(word: str) -> bool:
    a, dash, b = word.partition("-")
    return bool(dash) and a.isdigit() and b.isdigit() and len(a) <= 2 and len(b) <= 2
