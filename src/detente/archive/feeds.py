"""What is known of feeds that are watched, kept in a store beside the articles that they gave."""

from __future__ import annotations

import msgspec

from detente.errors import StoreError
from detente.ingest.watch import Seen
from detente.store import Store

_SEEN = "seen"


class StoreState:
    """The state of feeds in a store; there whole or not at all. StoreError where it cannot be read or written."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, url: str) -> Seen:
        """What is known of a feed; of a new one nothing."""
        kept = self._store.recall(url, _SEEN)
        try:
            return msgspec.json.decode(kept, type=Seen) if kept else Seen()
        except msgspec.DecodeError as error:
            raise StoreError(f"{self._store.path}: what is kept of {url}: {error}") from error

    def put(self, url: str, seen: Seen) -> None:
        """Keep it."""
        self._store.keep(url, _SEEN, msgspec.json.encode(seen).decode())
