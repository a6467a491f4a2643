"""Scores positions and relations against annotated articles: who wants what, and how they stand.

    python -m eval.said GOLD_DIR RECORDS.jsonl [--list]

GOLD_DIR holds one JSON file an article: `id`, `text`, `actors`, `positions` of {actor, issue, stance, quote}, and in some
`relations` of {type, a, b, value, quote, past}. A position is found where a record has its actor and stance and half of the content
words of its issue (as stems: "dismantling" is "dismantle"), and its words overlap the quote. A relation is found where a record has its
type and both actors (in either order where it holds both ways); between several, the one whose words overlap and whose value is the same.
Articles without `relations` are not scored for them. One record is paired with one annotation, one recorded actor with one real one; a
state and its government are the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from detente.lexicon import issues
from detente.lexicon.shelf import Shelf
from eval.pairing import Records, Tally, best_pairs, fold, records

HALF = 0.5
LONGEST = 160  # characters that evidence may always have
OFFICIAL = frozenset({"state", "government"})
BOTH_WAYS = frozenset({"ties", "allied_with", "rivals_with", "disputes_with"})
PRONOUNS = frozenset(["he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "i", "we", "us", "you", "who", "which"])
Span = tuple[int, int]
Item = dict[str, Any]


class Cast:
    """The actors of one article, annotated and recorded, and who is whom."""

    def __init__(self, gold: list[Item], recorded: list[Item]) -> None:
        self.gold = {a["id"]: a for a in gold}
        self.made = {a["id"]: a for a in recorded}
        left, right = list(self.gold.values()), list(self.made.values())
        self.map = {right[j]["id"]: left[i]["id"] for i, j in best_pairs([[_likeness(a, b) for b in right] for a in left])}

    def same(self, gold: str | None, made: str | None) -> bool:
        """Whether an annotated and a recorded actor are one; two unknown ones are."""
        if gold is None or made is None:
            return gold == made
        if self.map.get(made) == gold:
            return True
        g, m = self.gold.get(gold), self.made.get(made)
        if not g or not m or g["type"] not in OFFICIAL or m["type"] not in OFFICIAL:
            return False
        return "state" in (g["type"], m["type"]) and bool(g["country"]) and g["country"] == m.get("country")


def _names(actor: Item) -> tuple[set[str], set[str]]:
    own = {fold(n) for n in (actor["name"], *(actor.get("aliases") or ()))}
    said = {fold(m if isinstance(m, str) else m["quote"]) for m in actor.get("mentions") or ()}
    return own, (own | said) - PRONOUNS - {""}


def _likeness(gold: Item, made: Item) -> float:
    if (gold["type"] == "person") != (made["type"] == "person"):
        return 0.0
    if gold["type"] == made["type"] == "state":
        return 5.0 if gold["country"] and gold["country"] == made.get("country") else 0.0
    (g_own, g_all), (m_own, m_all) = _names(gold), _names(made)
    common = len(g_all & m_all) / max(1, len(g_all | m_all))
    if fold(gold["name"]) in m_own:
        return 4.0 + common
    return (2.0 if fold(gold["name"]) in m_all or g_own & m_own else 0.0) + common


def close(gold: Span, made: Span) -> bool:
    """Half of the shorter is shared, and the record does not simply quote everything."""
    if made[1] - made[0] > max(3 * (gold[1] - gold[0]), LONGEST):
        return False
    shared = min(gold[1], made[1]) - max(gold[0], made[0])
    return shared > 0 and shared >= HALF * min(gold[1] - gold[0], made[1] - made[0])


@cache
def _issues() -> issues.Issues:
    return issues.load(Shelf())


def alike(gold: str, made: str) -> bool:
    """Whether a recorded issue has half of the content words of the annotated one."""
    key = _issues().key
    left, right = set(key(gold).split()), set(key(made).split())
    return bool(left and right) and len(left & right) >= HALF * len(left)


def _span(text: str, item: Item) -> Span | None:
    at = -1
    for _ in range(item.get("occurrence", 0) + 1):
        at = text.find(item["quote"], at + 1)
    return (at, at + len(item["quote"])) if at >= 0 else None


def _words(record: Item) -> Span:
    return record["evidence"][0]["start"], record["evidence"][0]["end"]


def _position(cast: Cast, text: str, gold: Item, made: Item) -> float:
    span = _span(text, gold)
    if span is None or gold["stance"] != made["stance"] or not cast.same(gold["actor"], made["actor"]):
        return 0.0
    return 1.0 if close(span, _words(made)) and alike(gold["issue"], made["issue"]) else 0.0


def _relation(cast: Cast, text: str, gold: Item, made: Item) -> float:
    if gold["type"] != made["type"]:
        return 0.0
    straight = cast.same(gold["a"], made["a"]) and cast.same(gold["b"], made["b"])
    crossed = gold["type"] in BOTH_WAYS and cast.same(gold["a"], made["b"]) and cast.same(gold["b"], made["a"])
    if not straight and not crossed:
        return 0.0
    span = _span(text, gold)
    return 1.0 + (0.5 if span and close(span, _words(made)) else 0.0) + (0.25 if gold.get("value") == made.get("value") else 0.0)


def score(golds: list[Item], read: Records) -> tuple[dict[str, Tally], list[str]]:
    """Tallies over all articles, and lines on what was missed and what was extra."""
    tallies = {"position": Tally(), "relation": Tally()}
    lines: list[str] = []
    for gold in golds:
        recs = read.get(gold["id"], {})
        text = recs["article"][0]["text"] if recs.get("article") else gold["text"]
        cast = Cast(gold["actors"], recs.get("actor", []))
        for kind, weigh in (("position", _position), ("relation", _relation)):
            if f"{kind}s" not in gold:
                continue
            wanted, made = gold[f"{kind}s"], recs.get(kind, [])
            pairs = best_pairs([[weigh(cast, text, g, m) for m in made] for g in wanted])
            tallies[kind].add(len(pairs), len(wanted), len(made))
            rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
            lines += [f"missed  {gold['id']}  {_annotated(kind, g)}" for i, g in enumerate(wanted) if i not in rows]
            lines += [f"extra   {gold['id']}  {_recorded(kind, m)}" for j, m in enumerate(made) if j not in columns]
    return tallies, lines


def _annotated(kind: str, g: Item) -> str:
    if kind == "position":
        return f"{g['actor']} {g['stance']} {g['issue']!r} | {g['quote'][:100]!r}"
    return f"{g['type']} {g['a']} {g['b']} {g.get('value')} | {g['quote'][:100]!r}"


def _recorded(kind: str, m: Item) -> str:
    if kind == "position":
        return f"{m['actor']} {m['stance']} {m['issue']!r} | {m['evidence'][0]['quote'][:100]!r} {m['made_by']}"
    return f"{m['type']} {m['a']} {m['b']} {m.get('value')} {m.get('about')!r} | {m['evidence'][0]['quote'][:100]!r} {m['made_by']}"


def main() -> None:
    """Read the files named on the command line and print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("records", type=Path)
    options.add_argument("--list", action="store_true", help="also print what was missed and what was extra")
    args = options.parse_args()
    found = (json.loads(p.read_text(encoding="utf-8")) for p in sorted(args.gold.glob("*.json")))
    golds = [g for g in found if isinstance(g, dict) and "actors" in g]
    tallies, lines = score(golds, records(args.records))
    if args.list:
        sys.stdout.write("".join(line + "\n" for line in lines))
    sys.stdout.write("".join(f"{kind + 's':12}{tally}\n" for kind, tally in tallies.items()))


if __name__ == "__main__":
    main()
