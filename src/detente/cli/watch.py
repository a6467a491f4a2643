"""`detente watch`: feeds read again and again into a store. It needs of the store no more than `add` and a WatchState."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.ingest.watch import Feed, Watch
    from detente.records import Article


def follow(
    feeds: Sequence[Feed], watch: Watch, add: Callable[[Article], bool], *, once: bool = False, sleep: Callable[[float], None] = time.sleep
) -> int:
    """Add what is new, round after round, or in one round with `once`; how many failed in the last.

    `add` tells whether the article was not there yet; when it returns, the article has to be safe. Each new one is named on the
    standard output, each failure on the standard error.
    """
    from detente.records import Problem

    while True:
        failed = 0
        for found in watch.round(feeds):
            if isinstance(found, Problem):
                failed += 1
                print(f"detente: {found.message} ({found.code})", file=sys.stderr)
            elif add(found):
                print(f"{found.published or 'no day    '}  {found.outlet or '-'}: {found.title or found.url}", flush=True)
        if once:
            return failed
        sleep(max(1.0, watch.wait(feeds)))
