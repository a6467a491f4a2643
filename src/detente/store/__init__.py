"""Articles, records, runs, judgements and corrections kept in one file, and found again; the only place with SQL."""

from __future__ import annotations

from detente.store.db import existing, is_store
from detente.store.protocol import Change, Facet, Hit, Near, Outcome, Page, Store
from detente.store.sqlite import SqliteStore

__all__ = ["Change", "Facet", "Hit", "Near", "Outcome", "Page", "SqliteStore", "Store", "existing", "is_store"]
