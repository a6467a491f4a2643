"""Small archives on disk, for tests that cut and read them."""

from __future__ import annotations

import json
from pathlib import Path

STORY = (
    "{day} May 2018\n\nThe presidents of South Korea and the United States met in Washington on Tuesday, officials said. Story number {n}."
)


def lines(path: Path, count: int) -> Path:
    """A file of JSON Lines with so many articles, each with its own words."""
    rows = (json.dumps({"url": f"https://news.example/{n}", "text": STORY.format(day=n % 28 + 1, n=n)}) for n in range(count))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path
