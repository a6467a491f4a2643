"""Words of the article: token ranges as quotes, drafts' ids as record ids."""

from __future__ import annotations

from collections.abc import Iterable

from detente import codec
from detente.lexicon.issues import Issues
from detente.nlp.parse import Parse
from detente.reading import Attribution, Source
from detente.records import Article, Link, Quote


class Words:
    """An article, its parse and the keys of issues, with what all kinds of records need of them."""

    def __init__(self, article: Article, parse: Parse, issues: Issues) -> None:
        self.article = article
        self.issues = issues
        self.parse = parse
        self.counts: dict[str, int] = {}

    def quote(self, first: int, last: int) -> Quote:
        """The words of the half-open token range."""
        start, end = self.parse.start[first], self.parse.end[last - 1]
        return Quote(start, end, self.article.text[start:end])

    def actor(self, ident: str) -> str:
        """The record id of a player: the gazetteer's, or one of this article's own."""
        return self.article.id + ident if ident.startswith("#") else ident

    def actors(self, idents: Iterable[str]) -> tuple[str, ...]:
        """Record ids of players, in order."""
        return tuple(map(self.actor, idents))

    def id(self, kind: str, code: str, span: Quote, parties: Iterable[str]) -> str:
        """A hash of article, kind, code, span, participants and ordinal: the same words in two roles get two ids."""
        base = codec.digest(self.article.id, kind, code, span.start, span.end, "|".join(parties))
        ordinal = self.counts[base] = self.counts.get(base, -1) + 1
        return base if ordinal == 0 else codec.digest(base, ordinal)

    def chain(self, attributions: tuple[Attribution, ...], index: int | None) -> tuple[Link, ...]:
        """Who says what an attribution holds: its relays from the outermost inwards, its joint speakers last."""
        if index is None:
            return ()
        told = attributions[index]
        links = [self._link(source) for source in told.chain]
        for other in attributions:
            if other.content == told.content and other.cue == told.cue and other.speaker != told.speaker:
                links.append(self._link(Source(other.speaker, "said", other.cue_head)))
        first = {link.holder: link for link in reversed(links)}
        return tuple(link for link in links if first[link.holder] is link)

    def _link(self, source: Source) -> Link:
        return Link(self.actor(source.holder) if source.holder else None, source.how, self.parse.words[source.cue])
