"""Who says so, in words: the last speaker first, then everybody who passes it on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from detente.records import Article, Link, Quote
from detente.views.ledger import Ledger, joined
from detente.views.wording import cut, listed, tidy

NARRATOR = "article"
"""Who says what nobody is named for."""
_ANONYMOUS = {"hearsay": "no source named", "unnamed": "no source named", "document": "a document"}


def source(ledger: Ledger, chain: Sequence[Link], quotes: Iterable[Quote] = (), *, but: Iterable[str] = ()) -> str:
    """The chain in words, innermost first: "Kim, per the ministry"; `but` are actors that need no naming.

    A speaker whom the program identified by a name that stands elsewhere is marked as inferred.
    """
    skipped, seen = set(but), set[str | None]()
    steps: list[str] = []
    for _, group in groupby(reversed(chain), key=lambda link: link.cue):
        links = [link for link in group if link.holder not in skipped and (link.holder is None or link.holder not in seen)]
        seen.update(link.holder for link in links)
        if words := _step(ledger, links, tuple(quotes)):
            steps.append(words)
    if not steps:
        return ""
    return ", ".join((steps[0], *(per(step) for step in dict.fromkeys(steps[1:]) if step != steps[0])))


def per(words: str) -> str:
    """Who passes something on: "per the ministry"; where nobody is named, only that."""
    return words if words.startswith("no source named") else words and f"per {words}"


def _step(ledger: Ledger, links: Sequence[Link], quotes: Sequence[Quote]) -> str:
    """One step of the chain: its joint speakers, in the order of the text."""
    holders = [link.holder for link in reversed(links) if link.holder]
    if holders:
        mark = " (inferred)" if any(inferred(ledger, h, quotes) for h in holders) else ""
        return listed(ledger, holders) + mark
    return joined([f"{_ANONYMOUS.get(link.how, 'not named')} (“{tidy(link.cue)}”)" for link in links[:1]])


def inferred(ledger: Ledger, ident: str, quotes: Iterable[Quote]) -> bool:
    """Whether the paragraph of the words names the actor only by a description that the program resolved."""
    actor = ledger.actors.get(ident)
    here = {ledger.paragraph(q.start) for q in quotes}
    hows = [m.how for m in actor.mentions if ledger.paragraph(m.start) in here] if actor else []
    return bool(hows) and all(how.startswith("inferred") for how in hows)


def outlet(article: Article) -> str:
    """Who published the article."""
    return tidy(article.outlet or "") or "outlet not stated"


def headline(article: Article) -> str:
    """The title of an article, else the beginning of its text."""
    return tidy(article.title or "") or cut(tidy(article.text.lstrip().split("\n", 1)[0]), 100)
