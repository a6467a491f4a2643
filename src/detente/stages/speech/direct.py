"""Which cue each quotation belongs to: behind it, before it, in its midst, or over several sentences and paragraphs."""

from __future__ import annotations

from detente.stages.speech import speakers
from detente.stages.speech.marks import Quoted
from detente.stages.speech.scene import ENDS, FINITE, Hit, Scene

_SPAN = 40
_AFTER = frozenset((",", "?", "!", "-", "--", "–", "—", "…", "...", "."))
_BARE = 4


class Linked:
    """The quotations of each cue (by its head token), cues that are not in the lexicon, and quotations without any."""

    def __init__(self, scene: Scene, hits: list[Hit]) -> None:
        self.scene = scene
        self.verbs = {h.token: h for h in hits}
        scene.hits = self.verbs
        self.of: dict[int, list[Quoted]] = {}
        self.owner: dict[int, int] = {}
        self.bare: list[tuple[int, int]] = []
        """(verb of the sentence before, index of the quotation) where only the sentence before says whose words they are."""
        self._link()

    def _link(self) -> None:
        quotes = self.scene.quotes
        for i, q in enumerate(quotes):
            if (verb := self._cue(q)) is not None:
                self._give(i, verb)
        for i, q in enumerate(quotes):
            if i not in self.owner and not q.depth and (verb := self._continued(i, q)) is not None:
                self._give(i, verb)
        for i in range(len(quotes) - 2, -1, -1):
            if i not in self.owner and not quotes[i].closed and not quotes[i].depth:
                self._forward(i)
        for i, q in enumerate(quotes):
            if i not in self.owner and not q.depth:
                self._leave(i, q)
        for group in self.of.values():
            group.sort(key=lambda q: q.open)

    def _give(self, i: int, verb: int) -> None:
        self.owner[i] = verb
        self.of.setdefault(verb, []).append(self.scene.quotes[i])

    def _cue(self, q: Quoted) -> int | None:
        before = self._above(q) if q.open == self._paragraph_begin(q.open) else self._before(q)
        if before is not None and self.scene.parse.lower[q.open - 1] in (":", ","):
            return before
        after = self._after(q)
        return after if after is not None else before

    def _after(self, q: Quoted) -> int | None:
        """A cue right behind: "…," said X; "…," X told Y."""
        parse = self.scene.parse
        if not q.closed or q.last <= q.first or self._embedded(q):
            return None
        at = q.close + 1
        mark = parse.lower[q.last - 1]
        if at < len(parse) and parse.lower[at] in (",", "-", "--", "–", "—"):
            at += 1
        elif mark not in _AFTER or (mark == "." and not self._single(q)):
            return None
        paragraph = self._paragraph_end(q.open)
        if at == paragraph and at < len(parse) and at in self.verbs and parse.words[at].islower():
            paragraph = self._paragraph_end(at)  # the cue has slipped into the next line
        end = at
        while (
            end < min(paragraph, at + _SPAN) and parse.lower[end] not in ENDS and parse.lower[end] != ";" and end not in self.scene.marked
        ):
            end += 1
        return self._saying(at, end)

    def _embedded(self, q: Quoted) -> bool:
        """Whether the quotation is only the end of a clause that begins before it."""
        parse = self.scene.parse
        first = max(self.scene.sentence(q.open)[0], q.open - _SPAN)
        if self.scene.inside.get(q.open) is not None:
            first = max(first, self.scene.quotes[self.scene.inside[q.open]].first)
        lead = [t for t in range(first, q.open) if t not in self.scene.inside and parse.tag[t][:1].isalpha()]
        if not lead or parse.lower[q.open - 1] in (":", "."):
            return False
        return parse.words[q.first][:1].islower() or (any(parse.tag[t] in FINITE for t in lead) and parse.lower[q.open - 1] != ",")

    def _single(self, q: Quoted) -> bool:
        """A full stop inside the marks is followed by a cue only where that begins in lower case or with a verb."""
        parse = self.scene.parse
        return q.close + 1 < len(parse) and parse.words[q.close + 1][:1].islower()

    def _saying(self, at: int, end: int) -> int | None:
        parse = self.scene.parse
        for verb in range(at, end):
            hit = self.verbs.get(verb)
            if hit is None or parse.tag[verb] in ("VBG", "VB") or (parse.dep[verb] == "relcl" and parse.head[verb] >= at):
                continue
            if "quote" in hit.cue.frames or "clause" in hit.cue.frames:
                return verb
        if at < end and parse.tag[at] in ("VBD", "VBZ") and speakers.inverted(self.scene, at) is not None:
            return self._plain(at)
        for verb in range(at + 1, min(end, at + 6)):
            if (
                parse.tag[verb] in ("VBD", "VBZ")
                and parse.dep[verb] not in ("aux", "auxpass", "relcl", "acl")
                and speakers.before(self.scene, verb) is not None
            ):
                tail = parse.lower[verb + 1] if verb + 1 < len(parse) else "."
                return self._plain(verb) if tail in (".", ",", ":") or parse.tag[verb + 1] in ("RB", "IN", "TO") else None
        for verb in range(at, end):
            hit = self.verbs.get(verb)
            if hit is not None and hit.cue.frames and parse.tag[verb] in ("VBG", "VB") and self._speaks(verb):
                return verb
        return None

    def _speaks(self, verb: int) -> bool:
        """ "…," he was quoted as saying."""
        parse = self.scene.parse
        return parse.dep[verb] == "pcomp" and parse.lower[parse.head[verb]] == "as"

    def _plain(self, verb: int) -> int:
        self.verbs.setdefault(verb, Hit(verb, verb + 1, self.scene.words.plain))
        return verb

    def _before(self, q: Quoted) -> int | None:
        """A cue before: X said: "…", X said, "…", X told Y that "…"."""
        parse = self.scene.parse
        at = q.open - 1
        low = max(self._paragraph_begin(q.open), at - _SPAN // 2)
        seen_verb = False
        while at >= low:
            word = parse.lower[at]
            if word in ENDS or word == ";" or (at in self.scene.marked and at != q.open) or (word == ":" and at != q.open - 1):
                return None
            hit = self.verbs.get(at)
            if hit is not None and ("quote" in hit.cue.frames or "clause" in hit.cue.frames):
                return at if self._fits(q, hit, seen_verb) else None
            if parse.tag[at] in FINITE and parse.dep[at] not in ("relcl",):
                seen_verb = True
            at -= 1
        return None

    def _above(self, q: Quoted) -> int | None:
        """A cue in the paragraph before, which ends with a colon."""
        parse = self.scene.parse
        if q.open == 0 or parse.lower[q.open - 1] != ":":
            return None
        first, last = parse.sentences[parse.sentence_of[q.open - 1]]
        fits = [t for t in range(first, last) if (hit := self.verbs.get(t)) and "quote" in hit.cue.frames]
        return fits[-1] if fits else None

    def _fits(self, q: Quoted, hit: Hit, seen_verb: bool) -> bool:
        parse = self.scene.parse
        lead = parse.lower[q.open - 1]
        if lead == ":":
            return not seen_verb
        if seen_verb or not self._whole(q):
            return False
        if lead == "," or q.open == hit.last:
            return q.last - q.first >= 3 or lead == ","
        if lead in ("that", "as"):
            return lead == "that" and q.last - q.first >= 3
        return parse.words[q.first][:1].isupper() and q.last - q.first >= 4

    def _whole(self, q: Quoted) -> bool:
        """Whether the clause ends with the quotation, so that the words behind it are no part of what is said."""
        parse = self.scene.parse
        if not q.closed or parse.lower[q.last - 1] in (".", "?", "!", ",", "…"):
            return True
        if q.close + 1 >= len(parse):
            return True
        after = q.close + 1
        return (
            parse.lower[after] in (".", ",", ";", "?", "!", ")", ":", "-", "--", "–", "—", "(")
            or parse.sentence_of[after] != parse.sentence_of[q.close]
        )

    def _continued(self, i: int, q: Quoted) -> int | None:
        """The quotation goes on: in a further sentence behind the cue, or in the next paragraph."""
        previous = self._previous(i)
        if previous is None:
            return None
        verb = self.owner.get(previous)
        if verb is None:
            return None
        p = self.scene.quotes[previous]
        if self._paragraph_begin(q.open) == self._paragraph_begin(p.open):
            tail = max(p.close + 1, verb + 1)
            return verb if self._one_sentence(tail, q.open) and self._sentence_like(q) else None
        fresh = q.open == self._paragraph_begin(q.open)
        near = self._paragraph_begin(q.open) == self._paragraph_end(p.open)
        runs_on = not p.closed or self._paragraph_end(p.open) - p.close <= 2
        if near and fresh and (not p.closed or q.carried):
            return verb
        whole = self._paragraph_end(q.open) - q.close <= 2
        return verb if near and fresh and whole and (runs_on or verb > p.open) else None

    def _previous(self, i: int) -> int | None:
        return next((j for j in range(i - 1, -1, -1) if not self.scene.quotes[j].depth), None)

    def _one_sentence(self, first: int, last: int) -> bool:
        """Whether the words between two quotations end one sentence and begin no other."""
        parse = self.scene.parse
        stops = [t for t in range(first, last) if parse.lower[t] in ENDS and t not in self.scene.inside]
        return first >= last or (bool(stops) and all(t >= last - 2 for t in stops)) or parse.lower[last - 1] == ","

    def _sentence_like(self, q: Quoted) -> bool:
        parse = self.scene.parse
        short = q.last - q.first < 3 and parse.lower[q.last - 1] not in ENDS
        return (
            not short
            and (parse.words[q.first][:1].isupper() or parse.lower[q.first] in ("…", "...", "["))
            and parse.lower[q.open - 1] in (".", ",", "?", "!")
        )

    def _forward(self, i: int) -> None:
        """A paragraph whose quotation stays open belongs to the cue of the paragraph that carries it on."""
        following = next((j for j in range(i + 1, len(self.scene.quotes)) if not self.scene.quotes[j].depth), None)
        if following is not None and self.scene.quotes[following].carried and following in self.owner:
            self._give(i, self.owner[following])

    def _leave(self, i: int, q: Quoted) -> None:
        """A quoted sentence that no cue claims: the sentence before may say whose it is."""
        parse = self.scene.parse
        whole = q.last - q.first >= _BARE and parse.lower[q.last - 1] in (".", "?", "!") and self.scene.verbal(q.first, q.last)
        if not whole or q.open == 0:
            return
        root = self._root_before(q.open)
        if root is not None:
            self.bare.append((root, i))

    def _root_before(self, opening: int) -> int | None:
        parse = self.scene.parse
        if opening <= self._paragraph_begin(opening):
            return None
        first, last = parse.sentences[parse.sentence_of[opening - 1]]
        return next((t for t in range(first, min(last, opening)) if parse.head[t] == t and parse.is_verb(t)), None)

    def _paragraph_begin(self, token: int) -> int:
        return self.scene.paragraph(token)[0]

    def _paragraph_end(self, token: int) -> int:
        return self.scene.paragraph(token)[1]
