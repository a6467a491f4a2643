"""Which deeds are no politics though a rule fits them: told in a film, done on a pitch, passed between firms or private people."""

from __future__ import annotations

from collections.abc import Iterable

from detente.lexicon.offstage import Offstage
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.reading import Cast, Deed, Player
from detente.records import Code
from detente.stages.events.parties import PUBLIC
from detente.stages.events.plots import Plots

CONTESTS: frozenset[Code] = frozenset(
    {"ASSAULT", "COERCE", "CONSULT", "RETREAT", "CONCEDE", "REJECT", "MOBILIZE", "PROTEST", "THREATEN", "REQUEST"}
)
"""What teams that bear a country's name are said to do to one another."""
VIOLENT: frozenset[Code] = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""What private people may do so that it is still news of politics."""
JUDGED: frozenset[Code] = frozenset({"SANCTION", "COERCE", "ACCUSE"})
"""What courts and the police do, also where a passive leaves them out."""
WARS = frozenset({"war", "battle", "fight", "crusade", "struggle"})
AGAINST = frozenset({"on", "against", "with"})
ARMED = frozenset({"bomb", "mine", "mortar", "grenade", "suicide"})
COMMON = frozenset({"NN", "NNS"})
SHORT = 3  # tokens of "2-1" as the parser cuts it
ENOUGH = 2


class Stagehand:
    """A parse and its cast, asked deed by deed; what was found of a sentence is kept."""

    def __init__(self, parse: Parse, cast: Cast, words: Offstage) -> None:
        self.parse = parse
        self.cast = cast
        self.words = words
        self.players: dict[str, Player] = {p.id: p for p in cast.players}
        self.plots = Plots(parse, words)
        self._sporting: dict[int, bool] = {}
        self._grave: dict[int, frozenset[int]] = {}

    def hides(self, deed: Deed) -> bool:
        """Whether a deed is no politics."""
        subjects = self._subjects(deed.trigger)
        return (
            self._private(deed, subjects)
            or self._court(deed, subjects)
            or self._played(deed, subjects)
            or self._natural(deed, subjects)
            or self._domestic(deed)
            or self._figurative(deed.trigger)
            or self.plots.tell(deed.trigger)
        )

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
        return any((p := self.players.get(i)) is not None and (p.type in PUBLIC or self._official(p)) for i in ids)

    def _official(self, player: Player) -> bool:
        """Whether a person holds an office of a country; "the Argentine developer" holds none."""
        known = self.words.private | self.words.suits
        titles = (role.title.lower() for role in player.roles)
        return bool(player.country) and any(title not in known and title.split()[-1] not in known for title in titles)

    def _is_private(self, token: int) -> bool:
        parse = self.parse
        if any((p := self.players.get(i)) is not None and p.type == "company" for i in self.cast.heads.get(token, ())):
            return True
        if self._of_firm(token):
            return True
        if parse.tag[token] not in COMMON or parse.lemma[token] not in self.words.private:
            return self._phrase(token) in self.words.private
        return not any(parse.lower[k] in self.words.public for k in parse.kids[token] if k < token)

    def _of_firm(self, token: int) -> bool:
        """Staff of a company: "the chief executive of Renault", "Lufthansa pilots", "the designer's lawyers"."""
        parse = self.parse
        if parse.tag[token] not in COMMON:
            return False
        owners = parse.children(token, "poss", "compound")
        owners += [n for p in parse.children(token, "prep") for n in parse.children(p, "pobj")]
        if any(parse.lemma[o] in self.words.private and parse.tag[o] in COMMON for o in owners):
            return True
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
        if not private or self._political(self._who(t for t in subjects if t not in private)):
            return False
        return deed.code not in VIOLENT or not (deed.code == "COERCE" or self._is_grave(deed.trigger))

    def _who(self, tokens: Iterable[int]) -> tuple[str, ...]:
        return tuple(i for t in tokens for i in self.cast.heads.get(t, ()))

    def _court(self, deed: Deed, subjects: list[int]) -> bool:
        """What courts, prosecutors and the police do in a suit between private people, or to one of them for what is no matter of state."""
        if deed.code in VIOLENT - {"COERCE"}:
            return False
        if subjects and deed.recipients and all(self._is_suit(t) for t in subjects) and all(map(self._is_court, deed.recipients)):
            return not self._is_grave(deed.trigger)
        if self._political(deed.recipients):
            return False
        if not (all(self._judges(t) for t in subjects) if subjects else deed.code in JUDGED and self.parse.is_verb(deed.trigger)):
            return False
        return any(self._is_suit(t) for t in self._around(deed.trigger)) and not self._is_grave(deed.trigger)

    def _is_suit(self, token: int) -> bool:
        lemma, words = self.parse.lemma[token], self.words
        return lemma in words.suits or (lemma in words.private and self.parse.tag[token] in COMMON)

    def _is_court(self, ident: str) -> bool:
        player = self.players.get(ident)
        return player is not None and player.sector == "JUD"

    def _judges(self, token: int) -> bool:
        named = self.parse.lower[token] in self.words.courts and any(map(self._is_court, self.cast.heads.get(token, ())))
        return self.parse.lemma[token] in self.words.courts or named

    def _around(self, token: int) -> range:
        """The tokens of its sentence."""
        return range(*self.parse.sentences[self.parse.sentence_of[token]])

    def _is_grave(self, token: int) -> bool:
        """Whether its sentence holds a matter of state besides the token itself."""
        sentence = self.parse.sentence_of[token]
        if sentence not in self._grave:
            lemma, lower, stakes = self.parse.lemma, self.parse.lower, self.words.stakes
            self._grave[sentence] = frozenset(t for t in self._around(token) if lemma[t] in stakes or lower[t] in stakes)
        return bool(self._grave[sentence] - {token})

    def _domestic(self, deed: Deed) -> bool:
        """Violence at home: "killing his wife"."""
        parse = self.parse
        if deed.code != "ASSAULT" or not parse.is_verb(deed.trigger) or self._political(deed.actors) or self._is_grave(deed.trigger):
            return False
        hurt = syntax.objects(parse, deed.trigger)
        return bool(hurt) and all(self._is_suit(t) and parse.child(t, "poss") is not None for t in hurt)

    def _natural(self, deed: Deed, subjects: list[int]) -> bool:
        """What storms, beasts and illness do; and whom buses, fires and blasts kill by accident."""
        if subjects and all(self._is_nature(t) for t in subjects):
            return True
        if deed.code != "ASSAULT" or self._political(deed.actors) or self._is_grave(deed.trigger):
            return False
        around = self._around(deed.trigger)
        return any(self._is_wreck(t) for t in around) and any(self.parse.lemma[t] in self.words.mishaps for t in around)

    def _is_nature(self, token: int) -> bool:
        """A storm, also with its name ("Cyclone Idai"); not "a storm of protest"."""
        parse, nature = self.parse, self.words.nature
        if any(parse.lower[p] == "of" for p in parse.children(token, "prep")):
            return False
        named = parse.tag[token] not in COMMON and any(parse.lower[k] in nature for k in parse.children(token, "compound"))
        return named or self._base(token) in nature or (self._phrase(token) in nature and parse.tag[token] in COMMON)

    def _base(self, token: int) -> str:
        """The base form of a noun, also of one that the parser takes for a name since it opens the sentence ("Wildfires")."""
        parse = self.parse
        if parse.tag[token] in COMMON:
            return parse.lemma[token]
        return parse.lower[token].removesuffix("s") if parse.sentences[parse.sentence_of[token]][0] == token else ""

    def _is_wreck(self, token: int) -> bool:
        parse = self.parse
        armed = any(parse.lower[k] in ARMED for k in parse.kids[token] if k < token)
        return parse.lemma[token] in self.words.wrecks and parse.tag[token] in COMMON and not armed

    def _figurative(self, trigger: int) -> bool:
        """Whether the trigger or its object only borrows words of war: "a losing battle", "a war on waste"."""
        parse = self.parse
        tokens = (trigger, *(syntax.objects(parse, trigger) if parse.is_verb(trigger) else ()))
        return any(self._is_idiom(t) or self._on_things(t) for t in tokens)

    def _is_idiom(self, token: int) -> bool:
        spans = ((start, start + size) for size in (2, 3, 4) for start in range(max(0, token - size + 1), token + 1))
        return any(" ".join(column[a:b]) in self.words.idioms for a, b in spans for column in (self.parse.lemma, self.parse.lower))

    def _on_things(self, token: int) -> bool:
        """A war, battle or crusade whose other side is nobody."""
        parse = self.parse
        if parse.lemma[token] not in WARS or parse.tag[token] not in COMMON:
            return False
        preps = [p for p in (*parse.children(token, "prep"), *parse.children(parse.head[token], "prep")) if parse.lower[p] in AGAINST]
        foes = [n for p in preps for n in parse.children(p, "pobj")]
        return bool(foes) and not any(
            self.cast.heads.get(n) or parse.lemma[n] in self.words.stakes or parse.tag[n] not in COMMON for n in foes
        )

    def _played(self, deed: Deed, subjects: list[int]) -> bool:
        """What players and teams do in a sentence about a game; what a ministry or the police does there stays."""
        if not self._sport(self.parse.sentence_of[deed.trigger]):
            return False
        if subjects and all(self.parse.lemma[t] in self.words.athletes for t in subjects):
            return deed.code != "PROTEST" or not self._is_grave(deed.trigger)
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
        lemma, lower, words = self.parse.lemma, self.parse.lower, self.words
        for t in range(first, last):
            whole = f"{lower[t - 2]}-{lemma[t]}" if t >= first + 2 and lower[t - 1] == "-" else lemma[t]
            if whole in words.sport or lower[t] in words.sport or self._phrase(t) in words.sport:
                return True
            if lemma[t] in words.sporting or whole in words.sporting or self._phrase(t) in words.sporting:
                weak.add(lemma[t])
            elif _is_score(lower[t]) or (t + SHORT <= last and lower[t].isdigit() and lower[t + 1] in "-–" and lower[t + 2].isdigit()):
                weak.add("score")
        return len(weak) >= ENOUGH


def _led(parse: Parse, deed: Deed) -> bool:
    """Whether what the deed is done to is a thing, and its state stands only before it as an adjective ("stop accepting British cards")."""
    verb = deed.trigger
    for _ in range(syntax.MAX_UP):
        inner = parse.child(verb, "xcomp")
        if inner is None:
            break
        verb = inner
    objects = syntax.objects(parse, verb) or [n for p in parse.children(verb, "prep") for n in parse.children(p, "pobj")]
    objects = objects if parse.is_verb(verb) else []
    return bool(objects) and all(parse.tag[o] in COMMON and parse.lemma[o] in THINGS for o in objects)


THINGS = frozenset(
    """card car goods product brand order patent loan share bond debt antenna software phone ticket flight market merger takeover offer bid
    stake plant factory brewery store shop competitor rival supplier supply customer partner unit arm subsidiary fund lender bank price
    tender venture line route app mine mill shipyard""".split()
)


def _is_score(word: str) -> bool:
    a, dash, b = word.partition("-")
    return bool(dash) and a.isdigit() and b.isdigit() and len(a) <= 2 and len(b) <= 2
