"""A store whose articles mean no good, and a browser's view of it without a browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from detente.records import AnyRecord
from detente.store import SqliteStore
from detente.web.app import app
from detente.web.explorer import Explorer
from detente.web.guard import hosts
from tests.store.many import RUN, reading, same

BASE = "http://127.0.0.1:8321"
EVIL = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)> \u202egnp.exe \u2066hidden\u2069 "
    "\u2028\u2029\x00\x07\x1b[31m javascript:alert(4) \U0001f5ff"
)
TEXT = f"Ministers of Iran and Oman met in Muscat. They will meet again. “Talks go on,” Badr Busaidi said.\n\n{EVIL}\n\nEnd of it."


def readings() -> list[list[AnyRecord]]:
    """Three plain articles, and one made to break pages."""
    evil = reading("evil/../../<x>\u202e", "2020-03-05", text=TEXT, title=EVIL, outlet=EVIL, name=EVIL, url="javascript:alert(5)")
    first = reading("a", "2020-03-02", outlet="The Wire", url="https://wire.example/1")
    return [first, reading("b", "2020-03-03", outlet="Daily Post"), reading("c", None), evil]


def store(path: Path) -> Path:
    """The store; two of its articles tell the same."""
    made = SqliteStore(path, write=True)
    made.add(readings(), RUN, added="2026-01-01")
    made.say([same("b-met", "a-met", author="resolve")], added="2026-01-02")
    made.close()
    return path


@contextmanager
def client(path: Path, *, edit: bool = False, cases: Sequence[Path] = ()) -> Iterator[TestClient]:
    """Asks an explorer as its own pages do."""
    explorer = Explorer(path, edit=edit, author="ann", cases=cases)
    try:
        yield TestClient(app(explorer, token=None, hosts=hosts(8321)), base_url=BASE, headers={"Origin": BASE})
    finally:
        explorer.close()
