"""The explorer as a folder: the same pages over the same answers, in scripts that a browser loads from the disk; nothing else is needed."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from detente.corpus import Filter
from detente.errors import InputError
from detente.records import Article
from detente.store import SqliteStore, Store
from detente.web import excerpt
from detente.web.api.asked import MOST as ROWS
from detente.web.api.asked import Issued, Narrowed, Question, Renewed, Someone, Sought, Stated, Stepped
from detente.web.api.listed import Found, Search, Statement, Statements
from detente.web.api.single import Event
from detente.web.api.whole import Story
from detente.web.cases import Cases
from detente.web.explorer import copied
from detente.web.folder import Folder
from detente.web.nouns import article, event, weigh
from detente.web.nouns.cite import citation
from detente.web.nouns.listed import get_search, get_statements
from detente.web.nouns.part import Part
from detente.web.nouns.time import get_story
from detente.web.nouns.views import get_actor, get_positions, get_stories
from detente.web.nouns.whole import get_facets, get_summary

ARTICLES = 2_000
"""Articles in a report, unless asked for otherwise."""
ACTORS = 200
"""Actors with a dossier, those with most events."""
READ = 60
"""Articles, the newest, that a dossier is made from."""
STATEMENTS = 5_000
STORIES = 60


class Asked(msgspec.Struct, frozen=True):
    """How much: so many of the newest articles; with their `texts` or only the words that records rest on; `key`: see `lexicon.issues`.

    `countries`: names by code. `cases` are weighed beside them.
    """

    articles: int = ARTICLES
    texts: bool = False
    key: Callable[[str], str] = str.lower
    countries: Mapping[str, str] = {}
    cases: Cases = Cases(())


class Made(msgspec.Struct, frozen=True):
    """What was written: the page to open, articles in it and left out, files and their bytes."""

    page: Path
    articles: int
    left_out: int
    files: int
    size: int


def write(store: Store, path: Path, asked: Asked) -> Made:
    """A report of a store in a folder. Raises StoreError where the folder cannot be written, or is no report."""
    folder = Folder(path)
    with _part(store, asked.articles) as (part, left_out):
        ids = part.articles()
        _whole(part, folder, asked, left_out)
        for number, ident in enumerate(ids, 1):
            folder.add(f"article{number}", _article(part, ident, asked))
        for number, name in enumerate(asked.cases.names, 1):
            folder.add(f"weigh{number}", [(f"weigh/{name}", weigh.whole(part, *asked.cases.load(name)))])
        for number, actor in enumerate(_actors(get_story(part, Stepped(everything=True))), 1):
            _actor(part, folder, number, actor)
    files = folder.finish()
    return Made(path / "index.html", len(ids), left_out, files, folder.size)


@contextmanager
def _part(store: Store, most: int) -> Iterator[tuple[Store, int]]:
    """The store itself, or one of its newest articles only; and how many are left out."""
    ids, total = store.newest(Filter(everything=True), limit=most)
    if total <= most:
        yield store, 0
        return
    with tempfile.TemporaryDirectory(prefix="detente-") as folder:
        small = Path(folder) / store.path.name
        copied(store.only(ids), small, ids)
        part = SqliteStore(small)
        try:
            yield part, total - len(ids)
        finally:
            part.close()


def _whole(store: Store, folder: Folder, asked: Asked, left_out: int) -> None:
    """What is asked of everything."""
    most = asked.articles
    summary = get_summary(store, Question())
    told = msgspec.structs.replace(summary, report=True, left_out=left_out, texts=asked.texts, cases=asked.cases.names)
    folder.add("summary", [("summary", told)])
    folder.add("facets", [("facets", get_facets(store, Narrowed(everything=True), countries=asked.countries))])
    folder.add("story", [("story", get_story(store, Stepped(everything=True)))])
    folder.add("positions", [("positions", get_positions(store, Issued(), key=asked.key, most=most))])
    stories = get_stories(store, Renewed(), most=most)
    newest = msgspec.structs.replace(stories.stories, stories=stories.stories.stories[:STORIES])
    folder.add("stories", [("stories", msgspec.structs.replace(stories, stories=newest))])
    folder.add("statements", [("statements", _statements(store))])
    folder.add("search", [("search", _search(store))])


def _statements(store: Store) -> Statements:
    """Statements, all of them or as many as a report holds."""
    held: list[Statement] = []
    sides = {}
    after: str | None = None
    while len(held) < STATEMENTS:
        page = get_statements(store, Stated(limit=ROWS, after=after))
        held += page.statements
        sides.update({s.id: s for s in page.sides})
        after = page.after
        if after is None:
            break
    return Statements(tuple(held), tuple(sides.values()), after)


def _search(store: Store) -> Search:
    """All articles, in a line each."""
    held: list[Found] = []
    after: str | None = None
    while True:
        page = get_search(store, Sought(limit=ROWS, after=after))
        held += page.hits
        after = page.after
        if after is None:
            return Search("article", tuple(held), None)


def _article(store: Store, ident: str, asked: Asked) -> Iterator[tuple[str, msgspec.Struct]]:
    """An article, the events whose shown telling is in it, and how to cite it."""
    part = Part(store, (ident,))
    whole = article.article(part, ident)
    record = part.corpus.articles[ident]
    yield f"article/{ident}", whole if asked.texts else excerpt.article(whole)
    yield f"citation/{ident}", citation(record, record)
    for made in _events(store, part, record):
        yield f"event/{made.entry.id}", made if asked.texts else excerpt.event(made)


def _events(store: Store, part: Part, record: Article) -> Iterator[Event]:
    for told in part.whole:
        if told.event.article == record.id:
            home = part if len(told.articles) == 1 else Part(store, (a.id for a in told.articles))
            same = next(t for t in home.whole if t.id == told.id)
            yield event.event(store, home, same)


def _actors(story: Story) -> Iterator[str]:
    """Those with most events first; who is known to one article only comes after all others."""
    count = Counter(p for mark in story.marks for p in mark.parties)
    ordered = sorted(count, key=lambda p: ("#" in p, -count[p], p))
    return iter(ordered[:ACTORS])


def _actor(store: Store, folder: Folder, number: int, ident: str) -> None:
    try:
        found = get_actor(store, Someone(id=ident), most=READ)
    except InputError:  # the name of one is the name of several
        return
    if found:
        folder.add(f"actor{number}", [(f"actor/{ident}", found)])
