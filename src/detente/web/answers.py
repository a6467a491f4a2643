"""Answers as JSON, the last ones kept until the store changes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

import msgspec

from detente.web.explorer import Explorer
from detente.web.nouns.table import Noun

KEPT = 64 * 1024 * 1024
"""Bytes of answers that are kept."""


class Answers:
    """What an explorer answers, encoded."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer
        self._lock = Lock()
        self._stamp: tuple[int, ...] = ()
        self._kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._size = 0

    def get(self, noun: Noun, query: str) -> bytes | None:
        """The answer to a query; None for what is not there."""
        stamp, key = self._explorer.stamp(), (noun.name, query)
        with self._lock:
            if stamp != self._stamp:
                self._stamp, self._size = stamp, 0
                self._kept.clear()
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = noun.get(self._explorer, query)
        if found is None:
            return None
        data = msgspec.json.encode(found)
        self._keep(stamp, key, data)
        return data

    def _keep(self, stamp: tuple[int, ...], key: tuple[str, str], data: bytes) -> None:
        with self._lock:
            if stamp != self._stamp or key in self._kept or len(data) > KEPT // 4:
                return
            self._kept[key] = data
            self._size += len(data)
            while self._size > KEPT:
                _, old = self._kept.popitem(last=False)
                self._size -= len(old)
