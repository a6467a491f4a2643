"""Many short articles made from the examples, as files to read and as feeds to watch."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

EXAMPLES = Path(__file__).parents[2] / "examples"
COUNT = 100
FEEDS = 6
MODULE = "http://purl.org/rss/1.0/modules/content/"


class Story(NamedTuple):
    """An article: some paragraphs of the examples, in any order, under a headline of its own."""

    number: int
    title: str
    day: str
    paragraphs: tuple[str, ...]


def stories(count: int = COUNT) -> Iterator[Story]:
    """The same ones at each call."""
    rng = random.Random(8)
    told = [json.loads(line) for line in (EXAMPLES / "digest.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = [*(item["text"] for item in told), *((EXAMPLES / name).read_text(encoding="utf-8") for name in ("wire.txt", "analysis.txt"))]
    paragraphs = sorted({part for text in texts for part in text.split("\n\n") if len(part) > 150})
    for number in range(count):
        yield Story(
            number, f"Round {number} of the talks on Korea", f"2018-{number % 8 + 3:02}-{number % 27 + 1:02}", _some(rng, paragraphs)
        )


def _some(rng: random.Random, paragraphs: list[str]) -> tuple[str, ...]:
    return tuple(rng.sample(paragraphs, 4))


def archive(folder: Path) -> Path:
    """A folder of them: JSON Lines, single files, and what cannot be read."""
    folder.mkdir()
    lines = []
    for story in stories():
        text = "\n\n".join((story.title, *story.paragraphs))
        if story.number % 5:
            lines.append(json.dumps({"url": f"https://news.example/{story.number}", "published": story.day, "text": text}))
        else:
            (folder / f"{story.number:03}.txt").write_text(text, encoding="utf-8")
    lines.insert(30, '{"text": ')
    (folder / "lines.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def feed(stories: Iterator[Story], base: str) -> str:
    """A feed whose entries hold their text."""
    items = (
        f"<item><title>{story.title}</title><link>{base}/{story.number}</link><guid>{story.number}</guid>"
        f"<pubDate>{story.day}T08:00:00Z</pubDate>{_content(story)}</item>"
        for story in stories
    )
    return f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{MODULE}"><channel><title>Wire</title><link>{base}</link>{"".join(items)}</channel></rss>'


def _content(story: Story) -> str:
    return f"<content:encoded>{escape(''.join(f'<p>{escape(part)}</p>' for part in story.paragraphs))}</content:encoded>"
