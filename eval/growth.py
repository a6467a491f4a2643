"""How the cost grows: `python -m eval.growth [rules|gazetteer|length|articles|shards] [--rounds 5] [--count 10000]`.

- rules: beside the grammar one of ten times as many rules, copied under other ids with triggers that no text holds.
- gazetteer: beside ours one of ten times as many people, bodies and offices, under names that begin as the real ones do and end otherwise.
- length: articles of 600 words read together, beside ones of up to 20,000 words made of the same paragraphs.
- articles: memory, and time an article, while `--count` of them are read, each with an id, a day and names of its own.
- shards: two shards read at once beside one after the other, in wall time, and the bytes written for each article.

What is compared is read in turns, round by round, and the fastest round of each counts. All but `shards` is time of one core, so that other
programs on the machine count little; the articles are those of `eval/articles` and `examples`.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import msgspec

from detente import codec, grammar, ingest, lexicon, reader
from detente.grammar import Grammar, Rule
from detente.lexicon import Shelf
from detente.nlp.spacy import SpacyParser
from detente.pipeline import Pipeline
from detente.reading import Reading
from detente.records import Article, Code
from detente.scale import drive, manifest
from detente.scale.engines import Local
from eval.gold import load
from eval.reading import ROOT

TIMES = 10
LENGTHS = (600, 2_500, 5_000, 10_000, 20_000)
DATA = ROOT / "src" / "detente" / "data" / "gazetteer"
NAMES = {"people": ("name", "aliases", "surname"), "organisations": ("name", "names"), "roles": ()}


def grown(rules: Mapping[str, tuple[Code, Rule]], times: int) -> Iterator[tuple[Code, Rule]]:
    """The rules, and as many copies that only other triggers set off as make the grammar `times` as large."""
    yield from rules.values()
    for number in range(1, times):
        for name, (code, rule) in rules.items():
            verbs = tuple(_other(v, number, 0) for v in rule.verbs)
            nouns = tuple(_other(n, number, -1) for n in rule.nouns)
            yield code, msgspec.structs.replace(rule, id=f"{name}.copy{number}", verbs=verbs, nouns=nouns)


def _other(phrase: str, number: int, trigger: int) -> str:
    """A phrase whose trigger word, the first or the last, is no word."""
    words = phrase.split()
    words[trigger] = f"{words[trigger].removeprefix('@')}#{number}"
    return " ".join(words)


def enlarge(folder: Path, times: int) -> Path:
    """A folder of data files to lay over ours, with copies of the gazetteer's people, bodies and offices."""
    for kind, columns in NAMES.items():
        (folder / "gazetteer" / kind).mkdir(parents=True)
        for path in sorted((DATA / kind).glob("*.tsv")):
            with path.open(encoding="utf-8") as stream:
                rows = list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))
            with (folder / "gazetteer" / kind / path.name).open("w", encoding="utf-8", newline="") as stream:
                out = csv.DictWriter(stream, list(rows[0]), delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
                out.writeheader()
                out.writerows(_renamed(row, columns, n) for n in range(1, times) for row in rows)
    return folder


def _renamed(row: Mapping[str, str], columns: Sequence[str], number: int) -> dict[str, str]:
    """A row under another id and other names: each with the same first words, and another last one."""
    ids = {c: f"{row[c]}-{number}" for c in ("id", "person") if c in row}
    names = {c: "|".join(f"{n}qx{chr(96 + number)}" for n in row[c].split("|")) if row[c] else "" for c in columns}
    return {**row, **ids, **names}


def articles() -> list[Article]:
    """The annotated articles and the examples."""
    rows = b"".join(gold.line() for gold in load())
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as stream:
        stream.write(rows)
        stream.flush()
        return [a for a in ingest.articles([stream.name, str(ROOT / "examples")]) if isinstance(a, Article)]


def long(found: Sequence[Article], words: int) -> list[Article]:
    """Articles of about so many words each, 20,000 or more together, made of all paragraphs in turn."""
    paragraphs = cycle([p for a in found for p in a.text.split("\n") if p.strip()])
    made = []
    for number in range(max(1, LENGTHS[-1] // words)):
        text, size = [], 0
        while size < words:
            text.append(next(paragraphs))
            size += len(text[-1].split())
        made.append(Article(id=f"{words}-{number}", text="\n\n".join(text), published="2018-05-09", digest=""))
    return made


def seconds(pipeline: Pipeline, found: Sequence[Article]) -> dict[str, float]:
    """Time of one core for parsing, for all stages, and for both."""
    spent = {"parse": 0.0, "stages": 0.0}

    def watch(stage: str, seconds: float) -> None:
        spent["parse" if stage == "parse" else "stages"] += seconds

    for _ in pipeline.read_many(found, watch=watch):
        pass
    return {**spent, "whole": sum(spent.values())}


def best(rounds: int, runs: Mapping[str, Callable[[], dict[str, float]]]) -> dict[str, dict[str, float]]:
    """The fastest of several rounds, taken in turn; a first round warms caches."""
    taken = [{name: run() for name, run in runs.items()} for _ in range(rounds + 1)][1:]
    return {name: {part: min(t[name][part] for t in taken) for part in taken[0][name]} for name in runs}


def beside(rounds: int, small: Pipeline, large: Pipeline) -> Iterator[str]:
    """Lines that compare two pipelines over the same articles."""
    found = articles()
    times = best(rounds, {"now": lambda: seconds(small, found), "large": lambda: seconds(large, found)})
    for part, before in times["now"].items():
        yield f"{part:8}{before:9.3f} s {times['large'][part]:9.3f} s {times['large'][part] / before - 1:+7.1%}"


def rules(rounds: int, _: int) -> Iterator[str]:
    """What ten times the rules cost."""
    shelf = Shelf()
    parser, words, small = SpacyParser(), lexicon.load(shelf), grammar.load(shelf)
    large: Grammar = grammar.compile_rules(grown(small.rules, TIMES), grammar.classes(shelf))
    yield f"{len(small.rules)} rules beside {len(large.rules)}"
    yield from beside(rounds, Pipeline(parser, words, small), Pipeline(parser, words, large))


def gazetteer(rounds: int, _: int) -> Iterator[str]:
    """What ten times the gazetteer costs."""
    with tempfile.TemporaryDirectory() as folder:
        ours, wide = Shelf(), Shelf(enlarge(Path(folder), TIMES))
        parser, words, more, known = SpacyParser(), lexicon.load(ours), lexicon.load(wide), grammar.load(ours)
    yield f"{len(words.gazetteer.entries)} entries beside {len(more.gazetteer.entries)}"
    yield from beside(rounds, Pipeline(parser, words, known), Pipeline(parser, more, known))


def length(rounds: int, _: int) -> Iterator[str]:
    """Microseconds a word by the length of the article."""
    pipeline, found = reader.load(), articles()
    made = {n: long(found, n) for n in LENGTHS}
    times = best(rounds, {str(n): partial(seconds, pipeline, own) for n, own in made.items()})
    counts = {n: sum(len(a.text.split()) for a in own) for n, own in made.items()}
    for n in LENGTHS:
        each = {part: taken / counts[n] * 1e6 for part, taken in times[str(n)].items()}
        first = times[str(LENGTHS[0])]["whole"] / counts[LENGTHS[0]] * 1e6
        yield f"{n:6} words: " + "  ".join(f"{p} {v:6.1f}" for p, v in each.items()) + f" µs a word; {each['whole'] / first:.2f} ×"


def many(_: int, count: int) -> Iterator[str]:
    """Memory and time an article, while ever more are read, with all that `--out` does but the disk."""
    pipeline, kinds, begun, size = reader.load(triage=True), cycle(articles()), time.process_time(), 0
    for number, made in enumerate(pipeline.read_many(_another(a, n) for n, a in enumerate(islice(kinds, count))), 1):
        assert isinstance(made, Reading)
        size += sum(map(len, codec.encode_lines(made.all())))
        if number % max(1, count // 10) == 0:
            each = (time.process_time() - begun) / (count // 10) * 1000
            yield f"{number:7} articles: {_resident():5.0f} MB; {each:6.1f} ms an article; {size / number:,.0f} bytes of records each"
            begun = time.process_time()


def _another(article: Article, number: int) -> Article:
    """The same with another id, day, and a last paragraph with a name that no other has."""
    name = "".join(chr(97 + int(digit)) for digit in str(number))
    text = f"{article.text}\n\nProfessor Anna Q{name} of the University of Z{name} told reporters in X{name} that talks would fail."
    day = f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return msgspec.structs.replace(article, id=f"{article.id}-{number}", text=text, published=day)


def _resident() -> float:
    """Megabytes of this process just now, where the system tells; Linux does."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / (1 << 20)


def shards(rounds: int, count: int) -> Iterator[str]:
    """Two shards at once beside one after the other."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "archive.jsonl"
        found = [_another(a, n) for n, a in enumerate(islice(cycle(articles()), count))]
        rows = [{"url": f"https://news.example/{n}", "published": a.published, "text": a.text} for n, a in enumerate(found)]
        path.write_bytes(b"\n".join(map(msgspec.json.encode, rows)) + b"\n")
        half = path.stat().st_size // 2 + 1
        run = reader.load(triage=True).run()
        taken: dict[int, list[float]] = {1: [], 2: []}
        for number in range(rounds):
            for jobs in (1, 2):
                out = Path(place) / f"{number}-{jobs}"
                plan = manifest.keep(out, manifest.plan([str(path)], run, manifest.Given(triage=True), size=half))
                begun = time.perf_counter()
                failed = [done.error for done in drive.read(out, plan, Local(jobs)) if done.error]
                taken[jobs].append(time.perf_counter() - begun)
                assert not failed, failed
        one, two = min(taken[1]), min(taken[2])
        written = sum(p.stat().st_size for p in (out / "shards").iterdir())
    yield f"{count} articles in {len(plan.shards)} shards: one at a time {one:.1f} s, two at once {two:.1f} s: {one / two:.2f} ×"
    yield f"{count / one:.1f} articles/s a core, loading included; {written / count:,.0f} bytes of records an article"


WHAT = {"rules": rules, "gazetteer": gazetteer, "length": length, "articles": many, "shards": shards}


def main() -> None:
    """Print what was measured."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("what", nargs="*", choices=WHAT, default=["rules", "gazetteer", "length"])
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--count", type=int, default=10_000, help="how many articles are read by `articles` and `shards`")
    given = ask.parse_args()
    for what in given.what:
        sys.stdout.write(f"{what}\n")
        for line in WHAT[what](given.rounds, given.count):
            sys.stdout.write(f"  {line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
