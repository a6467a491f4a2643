"""How to cite an article, or the words that a record rests on."""

from __future__ import annotations

from importlib.metadata import version

from detente.corpus.cited import quotes
from detente.export import bibtex
from detente.export.about import PAGE
from detente.records import AnyRecord, Article
from detente.store import Store
from detente.views.wording import cut, tidy
from detente.web.api.asked import One
from detente.web.api.single import Citation
from detente.web.nouns.part import head


def get_citation(store: Store, asked: One) -> Citation | None:
    """The citation of an article or record; None where there is none."""
    found = store.found(asked.id)
    if not found or found[0].id != asked.id:
        return None
    record = found[0]
    home = record if isinstance(record, Article) else next(iter(store.found(getattr(record, "article", "")) or ()), None)
    return citation(home, record) if isinstance(home, Article) else None


def citation(article: Article, record: AnyRecord) -> Citation:
    """In one line: the words, the article, where it stands, what read it."""
    line = head(article)
    words = tuple(map(tidy, quotes(record)))[:1] if record.id != article.id else ()
    said = [f"“{cut(words[0].strip('“”'), 200)}”"] if words else []
    made = [f"{kind_of(record)} {record.id}"] if words else []
    by = [tidy(article.byline)] if article.byline else []
    told = [*said, *by, f"“{line.title.rstrip('.')}”", line.outlet, line.published or "no day", *([line.url] if line.url else [])]
    plain = f"{', '.join(told)} ({', '.join([*made, f'article {article.id}'])}; read by Detente {version('detente')}, {PAGE})"
    return Citation(record.id, plain, bibtex.entry(article))


def kind_of(record: AnyRecord) -> str:
    """What kind of record it is."""
    return type(record).__name__.lower()
