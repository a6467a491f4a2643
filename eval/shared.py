"""Figures over annotated data that is not in this tree, made by the scorers that come with it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from detente import codec
from detente.pipeline import Pipeline
from eval.reading import lines
from eval.score import Figures

SEED = "seed-kim-dalian"
SENTENCES = ("plv_train", "up_petr2_gsr")
_NAMES = {"event": "with_event", "coded": "coded", "same": "coded_without_event", "sentence": "types_a_sentence"}
_HEAD = re.compile(r"with an event (?P<event>\d+); coded (?P<coded>[\d.]+); without an event \d+, coded all the same (?P<same>\d+)")
_TYPES = re.compile(r"types coded a sentence (?P<sentence>[\d.]+)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ROW = re.compile(r"^(root|pair and root) +P ([\d.]+)  R ([\d.]+)  F1 ([\d.]+)", re.MULTILINE)


def there(folder: Path | None) -> bool:
    """Whether the shared data is there."""
    return folder is not None and (folder / "gold" / "score.py").is_file()


def sentences(pipeline: Pipeline, folder: Path, name: str) -> Figures:
    """Figures over single sentences: precision, recall and F1 of types, and of actor pairs with their type."""
    script, gold = folder / "gold" / "score_sentences.py", folder / "gold" / "sentences" / f"{name}.jsonl"
    records = _read(pipeline, _dated(_output(script, gold, "--articles")))
    with tempfile.TemporaryDirectory() as place:
        return table(_output(script, gold, _stored(Path(place), records)).decode())


def table(printed: str) -> Figures:
    """The figures in what the scorer of sentences prints."""
    out: Figures = {}
    for form in (_HEAD, _TYPES):
        if match := form.search(printed):
            out |= {_NAMES[key]: float(value) for key, value in match.groupdict().items()}
    for name, *values in _ROW.findall(printed):
        short = name.split()[0]
        out |= {f"{short}_{what}": float(value) for what, value in zip(("precision", "recall", "f1"), values, strict=True)}
    return out


def articles(pipeline: Pipeline, folder: Path, *, each: bool = False) -> dict[str, Figures]:
    """Figures over all articles ("all"), the reference article, and where asked every other article under its name."""
    script, gold = folder / "gold" / "score.py", folder / "gold" / "articles"
    texts = _output(script, gold, "--articles")
    records = _read(pipeline, texts)
    names = [json.loads(line)["id"] for line in texts.splitlines()] if each else [SEED]
    with tempfile.TemporaryDirectory() as place:
        stored = _stored(Path(place), records)
        out = {"all": _json(_output(script, gold, stored, "--json"))}
        for name in names:
            alone = Path(place) / name
            alone.mkdir()
            (alone / f"{name}.json").write_bytes((gold / f"{name}.json").read_bytes())
            out[name] = _json(_output(script, alone, stored, "--json"))
    return out


def _dated(texts: bytes) -> bytes:
    """The same lines; a day that is none ("121108") is left out, as a user would have to."""
    rows = [json.loads(line) for line in texts.splitlines()]
    for row in rows:
        if row.get("published") and not _DAY.fullmatch(row["published"]):
            row["published"] = None
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def _read(pipeline: Pipeline, texts: bytes) -> bytes:
    return b"".join(line for records in lines(pipeline, texts) for line in codec.encode_lines(records))


def _stored(folder: Path, records: bytes) -> Path:
    path = folder / "records.jsonl"
    path.write_bytes(records)
    return path


def _json(printed: bytes) -> Figures:
    figures: Figures = json.loads(printed)
    return {name: value for name, value in figures.items() if name != "articles"}


def _output(script: Path, *arguments: object) -> bytes:
    """What a scorer prints. Raises CalledProcessError where it fails."""
    return subprocess.run([sys.executable, str(script), *map(str, arguments)], capture_output=True, check=True).stdout
