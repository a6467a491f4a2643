"""Pages written with their answer: each line says what should become of it.

`= ` the article, `c ` a caption that stays, `- ` furniture.
`⟦…⟧` are words to be cut from the end of a line that stays.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TRIM = re.compile(r"⟦[^⟧]*⟧")


class Marked(NamedTuple):
    """The page as copied, and what should be kept, kept as caption, and cut."""

    text: str
    kept: list[str]
    captions: list[str]
    cut: list[str]


def marked(page: str) -> Marked:
    """Take the marks of a page apart."""
    rows = page.strip("\n").split("\n")
    plain = [re.sub("[⟦⟧]", "", row[2:]) for row in rows]
    stay = [(row[0], _TRIM.sub("", row[2:]).strip()) for row in rows if row[:1] in ("=", "c")]
    return Marked(
        text="\n".join(plain),
        kept=[text for _, text in stay],
        captions=[text for mark, text in stay if mark == "c"],
        cut=[row[2:].strip() for row in rows if row.startswith("- ")],
    )
