"""A case weighed, beside the store that its words may be in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from detente.records import Article
from detente.store import Store
from detente.web import query, weigh_sheets
from detente.web.api.weigh import Cited, Weighed, Weighing
from detente.web.explorer import Explorer
from detente.weigh import forecast, report
from detente.weigh.case import Case, Evidence, Issue
from detente.weigh.result import Result, Wanted, weigh


def get_weighed(explorer: Explorer, words: str) -> Weighed:
    """The answer to the questions of an address. Raises InputError for what cannot be asked."""
    asked = query.read(words, Weighing)
    name, case = explorer.cases.load(asked.case)
    result = weigh(case, asked.wanted)
    return explorer.ask(lambda store: weighed(store, name, result))


def whole(store: Store, name: str, case: Case) -> Weighed:
    """A case as a report shows it: nothing asked, but with all models, as nobody can ask for them there."""
    return weighed(store, name, weigh(case, Wanted(models=forecast.MODELS, gains=True)))


def weighed(store: Store, name: str, result: Result) -> Weighed:
    """A result as the pages show it."""
    told, issues = report.make(result), result.case.issues
    return Weighed(
        case=name,
        title=told.title,
        notes=told.notes,
        issues=tuple(i.name for i in issues),
        parties=tuple(dict.fromkeys(p.name for i in issues for p in i.parties)),
        anchors=tuple(dict.fromkeys(label for i in issues for label in i.labels)),
        places=tuple(dict.fromkeys(place for i in issues for place in _places(i))),
        models=forecast.MODELS,
        draws=result.wanted.draws,
        seed=result.wanted.seed,
        sheets=tuple(weigh_sheets.sheets(result, told)),
        evidence=tuple(_cited(store, result.case)),
    )


def _places(issue: Issue) -> Iterable[str]:
    """Where a party may be said to stand, from one end of the scale to the other."""
    labels = issue.labels
    if not labels:
        return
    free = len(labels) > 1 and issue.anchors[0].value is None
    if free or (issue.low is not None and issue.low != issue.anchors[0].value):
        yield f"beyond {labels[0]}"
    yield f"at {labels[0]}"
    for one, two in pairwise(labels):
        yield from (f"between {one} and {two}", f"at {two}")
    if free or (issue.high is not None and issue.high != issue.anchors[-1].value):
        yield f"beyond {labels[-1]}"


def _cited(store: Store, case: Case) -> Iterable[Cited]:
    articles = {a.id: a for a in case.articles}
    texts = {ident: _text(store, ident) for ident in articles}
    for e in case.evidence:
        article = articles[e.article]
        source = ", ".join(filter(None, (article.outlet or article.title or article.id, article.published)))
        yield Cited(e.id, e.article, e.start, e.end, e.quote, e.by, source, _stands(e, texts[e.article]))


def _text(store: Store, ident: str) -> str:
    """The text of an article of the store; empty where it is not there."""
    found = next(iter(store.found(ident)), None)
    return found.text if isinstance(found, Article) and found.id == ident else ""


def _stands(evidence: Evidence, text: str) -> bool:
    return text[evidence.start : evidence.end] == evidence.quote
