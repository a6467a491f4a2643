"""Articles that tell of the same recent events, put together: who told it first, who only copies, what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from detente.corpus import Corpus, Filter
from detente.records import Article
from detente.views import dates
from detente.views.entries import Book, Entry
from detente.views.moments import NEWS
from detente.views.sides import Side, Sides
from detente.views.sources import headline, outlet

_MOST = 8  # parties and key events of a story


class Telling(msgspec.Struct, frozen=True):
    """An article of a story with the articles that copy it; `new` where it was published on or after the day asked for."""

    id: str
    title: str
    outlet: str
    published: str | None
    new: bool
    copies: tuple[str, ...]


class Day(msgspec.Struct, frozen=True):
    """The articles of one day of publication; None for those that name none."""

    day: str | None
    words: str
    articles: tuple[Telling, ...]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that share events: by day, oldest first; its main parties; its events, those that most outlets tell first.

    `articles` counts them without copies. `first` published it first; it gives the headline. `new` articles and `new_events` (told by
    these only) are as of the day asked for. `firsts` are the articles of which none is known to be later than another, `first` among them.
    """

    id: str
    title: str
    first: Telling
    firsts: tuple[str, ...]
    articles: int
    copies: int
    outlets: int
    days: tuple[Day, ...]
    parties: tuple[Side, ...]
    events: tuple[Entry, ...]
    new: int
    new_events: int


class Stories(msgspec.Struct, frozen=True):
    """Stories with their newest article, newest story first. `new_since` is the day asked for."""

    stories: tuple[Story, ...]
    new_since: str | None


def make(corpus: Corpus, asked: Filter, sides: Sides, *, new_since: str | None = None) -> Stories:
    """The stories of the articles that tell what is asked for; an article that shares no recent event is a story of its own."""
    entries = Book(corpus, sides).told(asked)
    chains = _Chains()
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        recent = [a for a in entry.articles if _recent(entry, corpus.articles[a])]
        chains.join(recent)
        for article in entry.articles:
            held.setdefault(article, []).append(entry)
    for article in tuple(held):
        chains.join((article, corpus.original(article)))
    groups: dict[str, list[str]] = {}
    for article in corpus.articles:
        if article in held:
            groups.setdefault(chains.first(article), []).append(article)
    stories = [_story(_Told(corpus, sides, held, new_since), articles) for articles in groups.values()]
    stories.sort(key=lambda s: s.id)
    stories.sort(key=lambda s: s.days[-1].day or s.days[0].day or "", reverse=True)
    return Stories(tuple(stories), new_since)


def _recent(entry: Entry, article: Article) -> bool:
    """Whether an article tells an event as news: history makes two articles no story. Without both days nothing speaks against it."""
    span, published = entry.span, dates.day(article.published)
    end = dates.day(span[1]) if span else None
    return end is None or published is None or published - end <= NEWS


class _Chains:
    """Articles joined by what they share; the first of a chain stands for it."""

    def __init__(self) -> None:
        self._before: dict[str, str] = {}

    def first(self, article: str) -> str:
        root = article
        while (before := self._before.get(root, root)) != root:
            root = before
        while (before := self._before.get(article, article)) != root:
            self._before[article] = root
            article = before
        return root

    def join(self, articles: Iterable[str]) -> None:
        roots = dict.fromkeys(map(self.first, articles))
        if roots:
            head, *others = roots
            for other in others:
                self._before[other] = head


class _Told(msgspec.Struct, frozen=True):
    """What a story is made from: the entries of each article."""

    corpus: Corpus
    sides: Sides
    entries: Mapping[str, Sequence[Entry]]
    new_since: str | None

    def new(self, article: str) -> bool:
        published = self.corpus.articles[article].published
        return bool(self.new_since and published and published[:10] >= self.new_since)


def _story(told: _Told, articles: Sequence[str]) -> Story:
    here = set(articles)
    copies: dict[str, list[str]] = {}
    for article in articles:
        original = told.corpus.original(article)
        copies.setdefault(original if original in here else article, []).append(article)
    tellings = {a: _telling(told, a, [c for c in group if c != a]) for a, group in copies.items()}
    days: dict[str | None, list[Telling]] = {}
    for telling in tellings.values():
        days.setdefault(telling.published, []).append(telling)
    first = next(iter(tellings.values()))
    events = {e.id: e for a in articles for e in told.entries[a]}
    parties = Counter(p for e in events.values() for p in e.parties)
    return Story(
        id=first.id,
        title=first.title,
        first=first,
        firsts=_firsts({a: told.corpus.articles[a].published or "" for a in tellings}),
        articles=len(tellings),
        copies=sum(len(t.copies) for t in tellings.values()),
        outlets=len({t.outlet if told.corpus.articles[t.id].outlet else t.id for t in tellings.values()}),
        days=tuple(Day(day, dates.full(day) or "no day of publication", tuple(found)) for day, found in days.items()),
        parties=tuple(told.sides.side(p) for p, _ in sorted(parties.items(), key=lambda p: (-p[1], p[0]))[:_MOST]),
        events=tuple(sorted(events.values(), key=_weight)[:_MOST]),
        new=sum(map(told.new, articles)),
        new_events=sum(all(map(told.new, e.articles)) for e in events.values()) if told.new_since else 0,
    )


def _firsts(published: Mapping[str, str]) -> tuple[str, ...]:
    """Articles than which none is known to be earlier: a day without an hour is neither before nor after the hours of that day."""
    earliest: dict[int, str] = {}
    for when in published.values():
        earliest[len(when)] = min(when, earliest.get(len(when), when))
    return tuple(a for a, when in published.items() if not any(when[: len(e)] > e[: len(when)] for e in earliest.values()))


def _telling(told: _Told, ident: str, copies: Sequence[str]) -> Telling:
    article = told.corpus.articles[ident]
    title = headline(article)
    return Telling(ident, title, outlet(article), article.published and article.published[:10], told.new(ident), tuple(copies))


def _weight(entry: Entry) -> tuple[int, int, int, bool, float, str]:
    """What most outlets, articles and places of the text tell comes first; then what is dated, then the strongest."""
    return (-len(entry.outlets), -len(entry.articles), -len(entry.tellings), entry.span is None, -abs(entry.intensity), entry.id)
