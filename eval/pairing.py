"""What the scorers of outside annotation have in common: names made comparable, greedy pairs, counts, records by article."""

from __future__ import annotations

import collections
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

Records = dict[str, dict[str, list[dict[str, Any]]]]


def fold(name: str | None) -> str:
    """A name without case, accents, punctuation and article."""
    plain = unicodedata.normalize("NFKD", name or "").casefold().replace("’", "'")
    plain = re.sub(r"'s?\b", " ", "".join(c for c in plain if not unicodedata.combining(c)))
    return re.sub(r"^(the|a|an|his|her|its|their) ", "", re.sub(r"[^\w]+", " ", plain).strip())


def best_pairs(weights: list[list[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) with positive weight, greedily from the highest."""
    ranked = sorted(((w, -i, -j) for i, row in enumerate(weights) for j, w in enumerate(row) if w > 0), reverse=True)
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for _, i, j in ranked:
        if -i not in rows and -j not in columns:
            rows.add(-i)
            columns.add(-j)
            pairs.append((-i, -j))
    return pairs


class Tally:
    """Found, extra and missed."""

    def __init__(self) -> None:
        self.found = self.extra = self.missed = 0

    def add(self, found: int, wanted: int, made: int) -> None:
        """Count one article."""
        self.found += found
        self.missed += wanted - found
        self.extra += made - found

    def f1(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        p = self.found / (self.found + self.extra) if self.found + self.extra else 0.0
        r = self.found / (self.found + self.missed) if self.found + self.missed else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    def __str__(self) -> str:
        return "P {:.3f}  R {:.3f}  F1 {:.3f}   (found {}, extra {}, missed {})".format(*self.f1(), self.found, self.extra, self.missed)


def records(file: Path) -> Records:
    """The records of a JSON Lines file by article and kind."""
    found: Records = collections.defaultdict(lambda: collections.defaultdict(list))
    with file.open(encoding="utf-8") as stored:
        for line in stored:
            record = json.loads(line)
            found[record.get("article") or record.get("id")][record["kind"]].append(record)
    return found
