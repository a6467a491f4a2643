"""BibTeX of the articles behind the events, and of the program that read them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anyascii import anyascii

from detente import codec
from detente.export.about import PAGE, About
from detente.export.cells import line
from detente.export.files import Files
from detente.export.format import Given
from detente.records import Article

_SPECIAL = {c: "\\" + c for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_BYLINE = re.compile(r"^by\s+", re.IGNORECASE)


def write(given: Given, files: Files) -> None:
    """One `@misc` an article, once, in the order in which the events need them, and one for the program. UTF-8, as biblatex reads it."""
    files.main.write(_entry("software", "detente", _program(given.about)).encode())
    written: set[str] = set()
    for one, _ in given.told():
        for article in one.articles:
            if article.id not in written:
                written.add(article.id)
                files.main.write(entry(article).encode())


def entry(article: Article) -> str:
    """One article."""
    return _entry("misc", key(article), _fields(article))


def key(article: Article) -> str:
    """A citation key: outlet, year and a hash of the article's id, since ids that users give often begin alike."""
    outlet = re.sub(r"[^a-z0-9]+", "", anyascii(article.outlet or "article").lower())[:20]
    return f"{outlet or 'article'}{(article.published or '')[:4]}{codec.digest('cite', article.id)[:10]}"


def escaped(text: str) -> str:
    """Text with what TeX would take for commands made harmless."""
    return "".join(_SPECIAL.get(c, c) for c in line(text))


def _program(about: About) -> list[tuple[str, str | None]]:
    note = escaped("; ".join(about.lines()))
    return [("title", "{Detente}"), ("version", about.program.partition(" ")[2]), ("note", note), ("url", PAGE)]


def _fields(article: Article) -> Sequence[tuple[str, str | None]]:
    day = (article.published or "")[:10].split("-")
    return [
        ("author", f"{{{escaped(_BYLINE.sub('', article.byline))}}}" if article.byline else None),
        ("title", f"{{{escaped(article.title)}}}" if article.title else None),
        ("howpublished", escaped(article.outlet) if article.outlet else None),
        ("year", day[0] or None),
        ("month", str(int(day[1])) if len(day) > 1 else None),
        ("date", "-".join(day) or None),
        ("url", article.url),
        ("langid", "english" if article.language == "en" else None),
        ("note", f"article {article.id}"),
    ]


def _entry(kind: str, name: str, fields: Sequence[tuple[str, str | None]]) -> str:
    lines = [f"  {field} = {{{value}}}," for field, value in fields if value]
    return "\n".join([f"@{kind}{{{name},", *lines, "}", ""]) + "\n"
