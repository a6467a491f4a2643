"""The articles of a corpus, each with its records found by place in its text; each is looked up once, when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from detente.corpus import Corpus
from detente.records import AnyRecord
from detente.views.ledger import Ledger


class Ledgers:
    """A ledger for each article of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._articles = corpus.articles
        self._records: dict[str, list[AnyRecord]] = {}
        kinds: Iterable[Iterable[AnyRecord]] = (
            corpus.actors.values(), corpus.events, corpus.statements, corpus.positions, corpus.relations, corpus.agreements,
        )  # fmt: skip
        for record in (r for kind in kinds for r in kind):
            self._records.setdefault(getattr(record, "article"), []).append(record)  # noqa: B009 - all of these kinds have one
        self._made: dict[str, Ledger] = {}

    def __getitem__(self, article: str) -> Ledger:
        if article not in self._made:
            self._made[article] = Ledger((self._articles[article], *self._records.get(article, ())))
        return self._made[article]
