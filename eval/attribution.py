"""Scores statements against annotated attributions: whose words, which words.

    python -m eval.attribution GOLD.jsonl RECORDS.jsonl [--strict] [--list]
    python -m eval.attribution GOLD.jsonl --articles > articles.jsonl

GOLD holds one document a line: `id`, `text`, `attributions` of [{source, cue, content: spans, source_entity: {name, wiki}, polarity}].
An attribution is found where a statement's content, or one piece of a broken one, shares half of the union of both; its
source is right where the speaker's actor has a mention that overlaps the source's span, or the source entity's name, or,
where the source is no actor (a report, a study), where the cue's words hold the source's; with --strict only an
actor is right. Pairs are chosen greedily.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from eval.pairing import Records, Tally, best_pairs, fold, records

HALF = 0.5
Span = tuple[int, int]


def shared(a: list[Span], b: list[Span]) -> float:
    """Intersection over union of two sets of spans, in characters."""
    left = {i for x, y in a for i in range(x, y)}
    right = {i for x, y in b for i in range(x, y)}
    return len(left & right) / len(left | right) if left and right else 0.0


def right_source(gold: dict[str, Any], actor: dict[str, Any] | None, cue: Span | None = None) -> bool:
    """Whether the actor is the annotated source; a source that is no actor ("the report says") stands in the cue's own words."""
    if actor is None:
        return cue is not None and any(cue[0] < b and a < cue[1] for a, b in gold["source"])
    entity = gold.get("source_entity") or {}
    names = {fold(entity.get("name")), fold(entity.get("wiki"))} - {""}
    if names & {fold(n) for n in (actor.get("name"), *actor.get("aliases", []))}:
        return True
    return any(m["start"] < b and a < m["end"] for m in actor.get("mentions", []) if "start" in m for a, b in gold["source"])


def score(golds: list[dict[str, Any]], read: Records, listing: bool, *, strict: bool = False) -> dict[str, Any]:
    """Tallies over all documents: content alone, content and source, pronoun sources."""
    content, source = Tally(), Tally()
    pronouns = [0, 0]
    lines: list[str] = []
    for gold in golds:
        recs = read.get(gold["id"], {})
        actors = {a["id"]: a for a in recs.get("actor", [])}
        statements = recs.get("statement", [])
        wanted = gold["attributions"]
        own = [_spans(s) for s in statements]
        right = [[right_source(g, actors.get(s["speaker"]), None if strict else _cue(s)) for s in statements] for g in wanted]
        weights = [
            [w + right[i][j] if (w := _likeness([tuple(c) for c in g["content"]], own[j])) >= HALF else 0.0 for j in range(len(own))]
            for i, g in enumerate(wanted)
        ]
        pairs = best_pairs(weights)
        good = sum(right[i][j] for i, j in pairs)
        content.add(len(pairs), len(wanted), len(statements))
        source.add(good, len(wanted), len(statements))
        for i, j in pairs:
            if (wanted[i].get("source_entity") or {}).get("pronoun"):
                pronouns[1] += 1
                pronouns[0] += right[i][j]
        if listing:
            lines += _listing(gold, statements, pairs, right)
    return {"content": content, "source": source, "pronouns": pronouns, "lines": lines}


def _spans(statement: dict[str, Any]) -> list[Span]:
    """The content, and the further pieces of a broken one, which stand among the evidence."""
    content = statement["content"]
    cue = statement.get("cue")
    more = [(e["start"], e["end"]) for e in statement.get("evidence", [])]
    known = {(content["start"], content["end"])} | ({(cue["start"], cue["end"])} if isinstance(cue, dict) else set())
    return [(content["start"], content["end"]), *(span for span in more if span not in known)]


def _cue(statement: dict[str, Any]) -> Span | None:
    cue = statement.get("cue")
    return (cue["start"], cue["end"]) if isinstance(cue, dict) else None


def _likeness(gold: list[Span], own: list[Span]) -> float:
    """Of the whole content or of its best piece: annotators differ on whether a broken quotation is one."""
    return max(shared(gold, own), *(shared(gold, [piece]) for piece in own))


def _listing(gold: dict[str, Any], statements: list[dict[str, Any]], pairs: list[tuple[int, int]], right: list[list[bool]]) -> list[str]:
    text = gold["text"]

    def words(spans: list[list[int]]) -> str:
        return " .. ".join(text[a:b] for a, b in spans)

    lines = []
    rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, g in enumerate(gold["attributions"]):
        if i not in rows:
            lines.append(f"missed  {gold['id']}  {words(g['source'])} | {words(g['cue'])} | {words(g['content'])[:100]!r}")
    for i, j in pairs:
        if not right[i][j]:
            lines.append(f"source  {gold['id']}  {words(gold['attributions'][i]['source'])} | got {statements[j]['speaker']}")
    for j, s in enumerate(statements):
        if j not in columns:
            lines.append(f"extra   {gold['id']}  {s['speaker']} | {s['content']['quote'][:100]!r}")
    return lines


def main() -> None:
    """Read the files named on the command line and print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("records", nargs="?", type=Path)
    options.add_argument("--articles", action="store_true", help="write the documents as input lines and stop")
    options.add_argument("--strict", action="store_true", help="a source must be an actor")
    options.add_argument("--list", action="store_true", help="also print what was missed and what was extra")
    args = options.parse_args()
    golds = [json.loads(line) for line in args.gold.open(encoding="utf-8")]
    if args.articles:
        for g in golds:
            line = {"id": g["id"], "published": g.get("date"), "text": g["text"], "clean": True}
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        return
    result = score(golds, records(args.records), args.list, strict=args.strict)
    for line in result["lines"]:
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"content            {result['content']}\n")
    sys.stdout.write(f"content and source {result['source']}\n")
    sys.stdout.write("pronoun sources    {} of {}\n".format(*result["pronouns"]))


if __name__ == "__main__":
    main()
