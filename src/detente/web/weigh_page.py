"""A weighed case as one self-contained page: no script, no network; the report's words, with drawings beside them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from importlib import resources

from detente.web import drawing, weigh_sheets
from detente.web.markup import Markup, el, join
from detente.web.weigh_sheets import BLANK, Card, Sheet
from detente.weigh import report
from detente.weigh.report import Block
from detente.weigh.result import Result

_PAIRED = frozenset({"histogram", "swings", "without", "leverage"})
_WIDE = 3
"""Tables of more columns become lists on a narrow screen."""


def render(result: Result) -> str:
    """The whole page."""
    told = report.make(result)
    style = resources.files("detente.web").joinpath("static", "weigh.css").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    metas = (
        el("meta", charset="utf-8"),
        el(
            "meta",
            http_equiv="Content-Security-Policy",
            content=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        ),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", f"{told.title}: weighed"),
        el("style", Markup(style)),
    )
    header = el("header", el("h1", told.title), *(el("p", note) for note in told.notes))
    main = el("main", header, *_sections(weigh_sheets.sheets(result, told)), _footer(result))
    return f'<!doctype html>\n<html lang="en">\n<head>{join(metas)}</head>\n<body>\n{main}\n</body>\n</html>\n'


def _footer(result: Result) -> Markup:
    asked = result.wanted
    return el(
        "footer", f"Made by detente weigh, with {asked.draws} games drawn where inputs are ranges, seed {asked.seed}. Not a forecast."
    )


def _sections(sheets: Iterable[Sheet]) -> Iterator[Markup]:
    """Blocks in their order; the small ones of an issue two by two."""
    pair: list[Markup] = []
    for sheet in sheets:
        block = sheet.block
        if pair and block.key not in _PAIRED:
            yield el("div", *pair, class_="pair")
            pair = []
        if block.key == "lead":
            yield el("h2", block.title)
        made = _block(sheet)
        if block.key in _PAIRED:
            pair.append(made)
        else:
            yield made
    if pair:
        yield el("div", *pair, class_="pair")


def _block(sheet: Sheet) -> Markup:
    block = sheet.block
    lines = [el("p", line, class_=tone or None) for line, tone in zip(block.lines, sheet.tones, strict=True)]
    if block.key == "lead":
        return el("section", *lines, class_="block lead")
    figures = tuple(map(drawing.markup, sheet.drawings))
    drawn = el("div", *figures, class_="pair") if len(figures) > 1 else join(figures)
    after = el("div", *(el("p", line) for line in block.after), class_="after") if block.after else Markup("")
    table = el("div", *map(_card, sheet.cards), class_="cards") if sheet.cards else _table(block)
    return el("section", el("h3", block.title), *lines, drawn, table, after, class_=f"block {block.key}")


def _table(block: Block) -> Markup:
    if not block.rows:
        return Markup("")
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in block.head)))
    body = [el("tr", *(_cell(name, cell) for name, cell in zip(block.head, row, strict=True))) for row in block.rows]
    return el("table", head, el("tbody", *body), class_="wide" if len(block.head) >= _WIDE else None)


def _cell(head: str, cell: str) -> Markup:
    return el("td", cell, data_head=head or None, class_="blank" if cell in BLANK else None)


def _card(card: Card) -> Markup:
    """A card for a question."""
    drawn = drawing.markup(card.drawing) if card.drawing else Markup("")
    return el(
        "div", el("h4", card.title), el("p", card.verdict, class_="big"), *(el("p", line) for line in card.lines), drawn, class_="card"
    )
