"""Where `detente read` takes articles from: files, and addresses where any are named."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from detente.ingest.answer import Exchange, Limits
    from detente.ingest.links import Links
    from detente.records import Article, Problem


class How(NamedTuple):
    """What the user says of fetching."""

    limit: int | None = None
    since: str | None = None
    fetch: bool = False
    keep: Path | None = None
    offline: Path | None = None
    delay: float = 2.0
    agent: str | None = None
    private: bool = False


def articles(
    places: Sequence[str], how: How, *, published: str | None, outlet: str | None, title: str | None
) -> Iterator[Article | Problem]:
    """The articles of files and addresses. What speaks to the network is imported only for an address or `--fetch`."""
    from detente import ingest
    from detente.errors import InputError
    from detente.ingest.entries import is_address

    stdin = sys.stdin.buffer if "-" in places else None
    if how.fetch or any(map(is_address, places)):
        return _online(places, how, published=published, outlet=outlet, title=title)
    if how != How(delay=how.delay):
        raise InputError("--limit, --since, --keep, --offline, --agent and --allow-private need an address, or --fetch")
    return ingest.articles(places, published=published, outlet=outlet, title=title, stdin=stdin)


def _online(
    places: Sequence[str], how: How, *, published: str | None, outlet: str | None, title: str | None
) -> Iterator[Article | Problem]:
    """The same with a network, or with what was kept of one. Options and folders are checked at the call."""
    from detente.ingest import given as givens
    from detente.ingest.answer import AGENT, Limits
    from detente.ingest.fetch import Fetcher
    from detente.ingest.links import Asked, Links

    given = givens.Given(published=givens.day(published) if published else None, outlet=outlet, title=title)
    asked = Asked(how.limit, givens.day(how.since) if how.since else None, how.fetch)
    limits = Limits(delay=how.delay, private=how.private, agent=how.agent or AGENT)
    exchange = exchange_of(how, limits)
    return _read(places, exchange, Links(Fetcher(exchange, limits), given, asked))


def exchange_of(how: How, limits: Limits) -> Exchange:
    """What answers: the web, the web as it is kept, or what was kept. InputError where both are asked for."""
    from detente.errors import InputError
    from detente.ingest.cache import Keeping, Kept
    from detente.ingest.online import Web

    if how.offline and how.keep:
        raise InputError("--keep and --offline: what is kept already is not kept again")
    if how.offline:
        return Kept(how.offline)
    return Keeping(Web(limits), how.keep) if how.keep else Web(limits)


def _read(places: Sequence[str], exchange: Exchange, links: Links) -> Iterator[Article | Problem]:
    """All of them; what is kept is whole at the end."""
    from contextlib import nullcontext

    from detente.ingest import links as behind
    from detente.ingest.cache import Keeping

    with exchange if isinstance(exchange, Keeping) else nullcontext():
        yield from behind.articles(places, links, stdin=sys.stdin.buffer if "-" in places else None)
