"""Articles judged one after another, each against those before it; a whole corpus is judged as if its articles came in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.corpus import Corpus
from detente.records import Article, Judgement
from detente.resolve import copied
from detente.resolve.copies import Index
from detente.resolve.grams import sketch


def judge(corpus: Corpus) -> tuple[Judgement, ...]:
    """All judgements on a corpus, whatever was judged of it before; the same records give the same judgements, in the same order."""
    return tuple(_Resolver(corpus).add(corpus.articles.values()))


def judge_new(article: str, corpus: Corpus) -> tuple[Judgement, ...]:
    """The judgements that an article adds to others.

    `corpus` holds its records, those of every article that shares keys or enough of a sketch with it, and the judgements so far.
    Articles added in the order of publication get, together, the judgements that `judge` makes of all.
    """
    resolver = _Resolver(corpus)
    resolver.know(a for a in corpus.articles.values() if a.id != article)
    return tuple(resolver.add([corpus.articles[article]]))


class _Resolver:
    """What is known of the articles so far."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._index = Index()

    def know(self, articles: Iterable[Article]) -> None:
        """Take in articles that were judged before."""
        for article in articles:
            self._index.add(article.id, sketch(article.text))

    def add(self, articles: Iterable[Article]) -> Iterator[Judgement]:
        """Judge articles, each against all before it."""
        for article in articles:
            sampled = sketch(article.text)
            yield from self._copies(article, sampled)
            self._index.add(article.id, sampled)

    def _copies(self, article: Article, sampled: tuple[int, ...]) -> Iterator[Judgement]:
        """Of several originals the one it has most of; and the articles before it that turn out to be its copies."""
        near = (self._corpus.articles[n.id] for n in self._index.near(sampled))
        found = [c for other in near if (c := copied.between(article, other))]
        own = copied.best(c for c in found if c.copy is article)
        yield from map(copied.judgement, [c for c in found if c.original is article] + ([own] if own else []))
