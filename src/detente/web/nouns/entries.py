"""Events in full."""

from __future__ import annotations

from detente.store import Store
from detente.web.api.asked import Paged, Several
from detente.web.api.viewed import Entries
from detente.web.nouns.part import Part


def get_entries(store: Store, asked: Several) -> Entries:
    """Events by ids, in the order of these; what is not there is left out."""
    part = Part(store, store.homes(asked.id))
    entries = part.entries(asked.id)
    return Entries(entries, part.named(entries))


def get_events(store: Store, asked: Paged) -> Entries:
    """A page of events that fit, in the order of time."""
    page = store.page("event", asked.filter, limit=asked.limit, after=asked.after)
    ids = [hit.record.id for hit in page.hits]
    part = Part(store, dict.fromkeys(hit.article.id for hit in page.hits))
    entries = part.entries(ids)
    return Entries(entries, part.named(entries), page.after)
