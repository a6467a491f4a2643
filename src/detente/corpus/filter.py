"""What a user asks for of many articles."""

from __future__ import annotations

import msgspec

from detente.corpus import words
from detente.records import Article, Event, Factuality, When


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that all must hold; what is empty asks for nothing.

    `actors`: names or ids, each a party. `codes`: PLOVER types, modes or the beginning of a CAMEO code. `since` and `until`: days that
    the event's own time must overlap, an undated event never does. `places`: names or ISO 3166 alpha-3 codes. `published_*`: days of
    publication. `text`: words in the article (`words.read`). `added_since`: a time stamp (of a store only).
    `everything`: possible and denied events too.
    """

    text: str | None = None
    actors: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    places: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    status: tuple[Factuality, ...] = ()
    published_since: str | None = None
    published_until: str | None = None
    added_since: str | None = None
    everything: bool = False

    @property
    def of_articles(self) -> Filter:
        """What is asked of articles alone."""
        return Filter(
            text=self.text,
            outlets=self.outlets,
            published_since=self.published_since,
            published_until=self.published_until,
            added_since=self.added_since,
        )

    @property
    def asks_events(self) -> bool:
        """Whether anything is asked of events, beside what is asked of articles."""
        return msgspec.structs.replace(self, everything=False) != self.of_articles

    def wants_article(self, article: Article) -> bool:
        """Whether outlet, day of publication and words of an article fit. InputError for `text` that asks for no word."""
        outlets = {o.casefold() for o in self.outlets}
        return (
            (not outlets or (article.outlet or "").casefold() in outlets)
            and within(article.published, self.published_since, self.published_until)
            and (not self.text or words.read(self.text).fit(article.title or "", article.text))
        )

    def wants_event(self, event: Event) -> bool:
        """Whether code, time, place and status of an event fit."""
        return self._status(event) and self._code(event) and overlaps(event.when, self.since, self.until) and self._place(event)

    def _status(self, event: Event) -> bool:
        if self.status:
            return event.factuality in self.status
        return self.everything or event.factuality in ("actual", "planned")

    def _code(self, event: Event) -> bool:
        if not self.codes:
            return True
        cameo = event.cameo or ""
        return any(
            code.upper() in (event.code, event.plover) or code.casefold() == event.mode or (code.isdigit() and cameo.startswith(code))
            for code in self.codes
        )

    def _place(self, event: Event) -> bool:
        if not self.places or event.where is None:
            return not self.places
        asked = {p.casefold() for p in self.places}
        return event.where.name.casefold() in asked or (event.where.country or "").casefold() in asked


def within(day: str | None, since: str | None, until: str | None) -> bool:
    """Whether a day lies between two days, both inclusive; an unknown day only where nothing is asked."""
    if since is None and until is None:
        return True
    return day is not None and (since is None or day[:10] >= since) and (until is None or day[:10] <= until)


def overlaps(when: When | None, since: str | None, until: str | None) -> bool:
    """Whether an interval meets the days from `since` to `until`; an unknown one only where nothing is asked."""
    if since is None and until is None:
        return True
    if when is None or (when.start is None and when.end is None):
        return False
    return (until is None or (when.start or when.end or "") <= until) and (since is None or (when.end or when.start or "") >= since)
