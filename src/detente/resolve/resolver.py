"""Articles judged one after another, each against those before it; a whole corpus is judged as if its articles came in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from detente.corpus import Corpus
from detente.records import Actor, Article, Event, Judgement
from detente.resolve import conflicts, copied
from detente.resolve.clusters import Clusters
from detente.resolve.copies import Index
from detente.resolve.grams import sketch
from detente.resolve.judging import judged
from detente.resolve.same_actor import Actors
from detente.resolve.telling import Tellings

CLOSEST = 6
"""With how many texts a text is compared word for word: those that share most of it, of equals the first that came."""


def judge(corpus: Corpus) -> tuple[Judgement, ...]:
    """All judgements on a corpus, whatever was judged of it before; the same records give the same judgements, in the same order."""
    return tuple(_Resolver(corpus).add(corpus.articles.values()))


def judge_new(article: str, corpus: Corpus, copies: frozenset[str] | None = None) -> tuple[Judgement, ...]:
    """The judgements that an article adds to others.

    `corpus` holds its records, those of every article that shares keys or enough of a sketch with it, and the judgements so far.
    `copies` are those that share enough of a sketch; None where it is not known, so that all are looked at.
    Articles added in the order of publication get, together, the judgements that `judge` makes of all.
    """
    resolver = _Resolver(corpus)
    resolver.know([a for a in corpus.articles.values() if a.id != article], copies)
    return tuple(resolver.add([corpus.articles[article]]))


class _Resolver:
    """What is known of the articles so far."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._index = Index()
        self._original: dict[str, str] = {}
        self._clusters = Clusters(Tellings(corpus, self._original))
        self._actors = Actors()
        self._cast: dict[str, list[Actor]] = {}
        for actor in corpus.actors.values():
            self._cast.setdefault(actor.article, []).append(actor)
        self._events: dict[str, list[Event]] = {}
        for event in corpus.events:
            self._events.setdefault(event.article, []).append(event)

    def know(self, articles: Sequence[Article], copies: frozenset[str] | None) -> None:
        """Take in articles that were judged before; of these the texts, or of all."""
        for article in articles:
            if copies is None or article.id in copies:
                self._index.add(article.id, sketch(article.text))
            self._clusters.know(self._events.get(article.id, ()), self._corpus.cluster)
            self._actors.know(self._cast.get(article.id, ()))
            self._original[article.id] = self._corpus.original(article.id)

    def add(self, articles: Iterable[Article]) -> Iterator[Judgement]:
        """Judge articles, each against all before it."""
        for article in articles:
            yield from self._copies(article)
            yield from (judged("same_actor", (s.new, s.old), s.reason) for s in self._actors.add(self._cast.get(article.id, ())))
            yield from self._same(article)

    def _copies(self, article: Article) -> Iterator[Judgement]:
        """Of several originals the one it has most of; and the articles before it that turn out to be its copies."""
        sampled = sketch(article.text)
        near = [(self._corpus.articles[n.id], max(n.of_ours, n.of_theirs)) for n in self._index.near(sampled)]
        near.sort(key=lambda n: -round(n[1] / copied.asked(article, n[0]), 1))
        found = [c for other, _ in near[:CLOSEST] if (c := copied.between(article, other))]
        own = copied.best(c for c in found if c.copy is article)
        for one in [c for c in found if c.original is article] + ([own] if own else []):
            self._original[one.copy.id] = self._original.get(one.original.id, one.original.id)
            yield copied.judgement(one)
        self._index.add(article.id, sampled)

    def _same(self, article: Article) -> Iterator[Judgement]:
        """What its events are found to tell again, and where they differ from it."""
        for join in self._clusters.add(self._events.get(article.id, ())):
            new, old = join.new.event, join.old.event
            yield judged("same_event", (new, old), join.likeness.reason)
            others = [t for t in self._clusters.members(new.id) if t.event.article != article.id]
            if not self._is_copy(article.id, {t.event.article for t in others}):
                yield from (
                    judged("conflict", (c.new.event, c.old.event), c.reason, about=c.about) for c in conflicts.between(join.new, others)
                )

    def _is_copy(self, article: str, others: set[str]) -> bool:
        """Whether an article is no witness of its own beside others: it copies one of them, or what they copy."""
        original = self._first(article)
        return any(self._first(other) == original for other in others)

    def _first(self, article: str) -> str:
        """Where the copying began, as far as was found now, or judged before."""
        return self._original.get(article) or self._corpus.original(article)
