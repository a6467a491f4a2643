"""Which deeds are only told: the plots of films, books, plays, games and war games."""

from __future__ import annotations

from detente.lexicon.offstage import Offstage
from detente.nlp.parse import Parse

WITHIN = frozenset({"in", "on", "throughout"})
ORDER = frozenset("first second third fourth fifth final last opening closing new latest next one another".split())
PORTRAITS = frozenset({"portrait", "portrayal", "depiction", "tale", "story", "adaptation", "retelling"})
SCENES = frozenset({"scene", "episode", "chapter", "sequence", "plot", "storyline", "script"})
"""What "in which" may stand behind, so that what follows is played."""
PRESENT = frozenset({"VBZ", "VBP"})
CLOSING = frozenset({'"', "”", "’", "'", "''", "»"})
QUOTES = frozenset({'"', "“", "‘", "'", "``", "«"})
TITLE = 12  # tokens at most of a title in quotation marks


class Plots:
    """A parse, asked of triggers whether they are told in a work."""

    def __init__(self, parse: Parse, words: Offstage) -> None:
        self.parse = parse
        self.words = words

    def tell(self, trigger: int) -> bool:
        """Whether a work, its figures or its actors stand as the subject of, or open, a clause above the trigger."""
        above = (trigger, *self.parse.ancestors(trigger))
        return self._titled(above) or any(
            self._tells(token, trigger) if self.parse.is_verb(token) else self._portrays(token, trigger) for token in above
        )

    def _titled(self, above: tuple[int, ...]) -> bool:
        """ "In “The Siege”, terrorists attack": in the present tense, behind a title in quotation marks that opens the sentence."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[above[0]]][0]
        if parse.lower[first] not in WITHIN or first + 1 >= len(parse) or parse.words[first + 1] not in QUOTES:
            return False
        closed = any(word in CLOSING for word in parse.words[first + 2 : first + TITLE])
        return closed and parse.words[first + 2][:1].isupper() and any(parse.tag[t] in PRESENT for t in above)

    def _portrays(self, noun: int, trigger: int) -> bool:
        """ "Its portrait of a colonel who", in a sentence about a film; "the scene in which"; "the play imagines", taken for a plural."""
        parse, words = self.parse, self.words
        if parse.lemma[noun] in SCENES and parse.lower[noun + 1 : noun + 3] == ("in", "which") and noun < trigger:
            return True
        if parse.lower[noun].removesuffix("s") in words.tells and any(self._work(k) for k in parse.children(noun, "compound")):
            return True
        first = parse.sentences[parse.sentence_of[noun]][0]
        return parse.lemma[noun] in PORTRAITS and any(self._work(t) for t in range(first, noun))

    def _tells(self, verb: int, trigger: int) -> bool:
        parse = self.parse
        first = parse.sentences[parse.sentence_of[verb]][0]
        for kid in parse.kids[verb]:
            dep = parse.dep[kid]
            if dep == "prep" and kid == first and parse.lower[kid] in WITHIN and any(self._world(n) for n in parse.children(kid, "pobj")):
                return True
            if dep in ("nsubj", "nsubjpass") and kid < verb and (self._acted(kid, verb) or (verb != trigger and self._told_by(kid, verb))):
                return True
        return False

    def _acted(self, subject: int, verb: int) -> bool:
        """Whether the subject is a figure of a work: the heroine; in the present tense also the hero; the book's villain."""
        parse, words = self.parse, self.words
        lemma = parse.lemma[subject]
        if lemma in words.heroes:
            return True
        present = any(parse.tag[t] in PRESENT for t in (verb, *parse.children(verb, "aux", "auxpass")))
        return lemma in words.figures and (self._owned(subject) or present)

    def _told_by(self, subject: int, verb: int) -> bool:
        """Whether a work tells of it, or an actor plays it."""
        parse, words = self.parse, self.words
        lemma = parse.lemma[verb]
        if lemma in words.tells and (self._work(subject) or self._owned(subject)):
            return True
        if lemma in words.retells and parse.lemma[subject] in words.lore:
            return True
        return lemma in ("play", "portray") and parse.lemma[subject] in words.performers

    def _world(self, noun: int) -> bool:
        """What a sentence opens in: a work, a war game, a work's last scene."""
        return (
            self._work(noun) or self.parse.lemma[noun] in self.words.worlds or self._phrase(noun) in self.words.worlds or self._owned(noun)
        )

    def _phrase(self, token: int) -> str:
        return f"{self.parse.lower[token - 1]} {self.parse.lemma[token]}" if token else ""

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
