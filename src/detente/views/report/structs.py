"""What a report is made of: sections of rows, each with its lines in the input, its words and the ids of its records."""

from __future__ import annotations

from typing import Literal

import msgspec

Mark = Literal["", "!", "=", "~", "“", "+", "-", "?", ">>"]
"""`!` look at this, `=` the program's inference, `~` paraphrase, `“` printed quotation, `>>` a comparison."""


class Row(msgspec.Struct, frozen=True):
    """One line of a report. `label` is its day, actor or status; `lines` the lines of the input; `ids` its records."""

    text: str
    label: str = ""
    source: str = ""
    lines: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()
    mark: Mark = ""
    codes: str = ""
    quote: str = ""
    """The printed words that the row rests on."""
    notes: tuple[Row, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """Rows of one kind under a heading; `aside` is the heading of their last column."""

    key: str
    title: str
    rows: tuple[Row, ...]
    aside: str = ""


class Report(msgspec.Struct, frozen=True):
    """What a reader gets of one article. `dated` says in words where the day of publication is from."""

    article: str
    title: str
    byline: str
    outlet: str
    published: str
    dated: str
    sections: tuple[Section, ...]
    unit: str
    """What the numbers of rows count: lines of the input, or paragraphs."""
    counts: str
    """How many records of each kind there are, in words."""
