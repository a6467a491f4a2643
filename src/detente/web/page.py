"""One self-contained page: articles with every record's words marked, and the records beside them.

No network, no server: style and script stand in the page, allowed by their hashes alone. A page is written piece by piece
(`head`, an `article` each, `tail`), so that many articles need no memory.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib import resources

from detente.records import AnyRecord, Article
from detente.views import dates
from detente.views.cards import deal
from detente.views.ledger import Ledger
from detente.views.report import checks
from detente.views.sources import outlet
from detente.views.wording import tidy
from detente.web.body import body, furniture
from detente.web.markup import Markup, el, join
from detente.web.panel import panel


class Page:
    """A page being written; `count` is how many articles it holds so far."""

    def __init__(self) -> None:
        self.count = 0
        self._titles: list[tuple[str, str]] = []

    def head(self, title: str = "Detente: the record") -> str:
        """The beginning of the page, to be written first."""
        style, script = _static("page.css"), _static("page.js")
        policy = (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'; img-src data:"
        )
        metas = (
            el("meta", charset="utf-8"),
            el("meta", http_equiv="Content-Security-Policy", content=policy),
            el("meta", name="viewport", content="width=device-width, initial-scale=1"),
            el("meta", name="color-scheme", content="light dark"),
            el("title", title),
            el("style", Markup(style)),
        )
        skip = el("a", "Skip to the article", href="#a1", class_="skip")
        return f'<!doctype html>\n<html lang="en">\n<head>{join(metas)}</head>\n<body>\n{skip}<main id="main">\n'

    def article(self, records: Iterable[AnyRecord]) -> str:
        """One article's records as a section of the page. Raises ValueError where they hold not exactly one article."""
        self.count += 1
        ledger = Ledger(records)
        cards = deal(ledger)
        key = f"a{self.count}"
        self._titles.append((key, _title(ledger.article)))
        rows = checks.first(ledger).rows
        inner = (
            el("div", _heading(ledger), body(ledger, cards, key), furniture(ledger.article), class_="sheet"),
            panel(cards, rows, key),
        )
        return el("section", *inner, class_="record", id=key, aria_label=_title(ledger.article)) + "\n"

    def tail(self) -> str:
        """The end of the page: the list of its articles, where there are several, and the script."""
        links = [el("li", el("a", title, href=f"#{key}")) for key, title in self._titles]
        inner = (el("h2", f"{len(links)} articles"), el("ol", *links))
        nav = el("nav", *inner, class_="articles", aria_label="Articles") if len(links) > 1 else ""
        script = el("script", Markup(_static("page.js")))
        return f"</main>\n{nav}\n{script}\n</body>\n</html>\n"


def render(articles: Iterable[Iterable[AnyRecord]]) -> str:
    """A whole page of few articles."""
    page = Page()
    return page.head() + "".join(map(page.article, articles)) + page.tail()


def _heading(ledger: Ledger) -> Markup:
    article = ledger.article
    made = [outlet(article), f"by {tidy(article.byline)}" if article.byline else ""]
    if article.published:
        day = el("span", f"{dates.full(article.published)}{_basis(article)}")
    else:
        told = next((p.message for p in ledger.problems if p.code == "no-date"), "dates counted from it stay open")
        day = el("strong", f"No day of publication: {tidy(told)}", class_="alarm")
    parts: list[Markup] = [el("span", m) for m in made if m] + [day]
    return el("p", *(join([p, " "]) for p in parts), class_="byline")


def _basis(article: Article) -> str:
    basis = {"given": "given with the article", "metadata": "from the page", "url": "from the address", "text": "from the text"}
    return f" ({basis[article.published_basis]})" if article.published_basis else ""


def _title(article: Article) -> str:
    return tidy(article.title or article.text.split("\n", 1)[0])[:160] or "Article"


def _static(name: str) -> str:
    return resources.files("detente.web").joinpath("static", name).read_text(encoding="utf-8").strip()


def _hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
