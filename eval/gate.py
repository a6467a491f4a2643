"""Refuses a change that lowers a figure, leaves stored figures stale, or makes the output change from run to run.

    python -m eval.gate [--shared FOLDER]
    python -m eval.gate --raise [--shared FOLDER]   # writes floors up to what is reached; never down

`floors.json` holds `at_least` and `at_most`, each `{set.measure: value}`. Exit code 1 where something is refused.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from detente import reader
from eval import shared
from eval.gold import HERE, load
from eval.measure import DIGITS, Stored, beyond, halves, hashes, many, stored
from eval.reading import changing, score
from eval.score import Figures

FLOORS = HERE / "floors.json"
SAME = 10**-DIGITS
STEP = 100
"""Floors are raised in hundredths."""


class Floors(msgspec.Struct, frozen=True):
    """What every figure must reach, and what it may not exceed, by `set.measure`."""

    at_least: dict[str, float]
    at_most: dict[str, float] = {}


def flat(figures: Mapping[str, Figures]) -> dict[str, float]:
    """Figures by `set.measure`; those that could not be measured are left out."""
    return {f"{name}.{key}": value for name, made in figures.items() for key, value in made.items() if value is not None}


def below(floors: Floors, reached: Mapping[str, float]) -> Iterator[str]:
    """A line for each floor that is not reached; floors of shared data only where there are figures of it."""
    there = any(name.startswith("shared.") for name in reached)
    for name, wanted, sign in [
        *((name, wanted, 1) for name, wanted in floors.at_least.items()),
        *((name, wanted, -1) for name, wanted in floors.at_most.items()),
    ]:
        if name.startswith("shared.") and not there:
            continue
        value = reached.get(name)
        if value is None:
            yield f"{name}: no figure, and its floor is {wanted}"
        elif (value - wanted) * sign < 0:
            yield f"{name}: {value}, and it must be {'at least' if sign > 0 else 'at most'} {wanted}"


def stale(made: Stored | None, now: Mapping[str, str], fresh: Mapping[str, Figures]) -> Iterator[str]:
    """A line for each reason why stored figures are not of this tree."""
    if made is None:
        yield "eval/figures.json is not there: run make eval"
        return
    for name, was in (("data", made.data), ("code", made.code)):
        if was != now[name]:
            yield f"eval/figures.json is stale: its {name} is not this tree's; run make eval"
    kept, reached = flat(made.figures), flat(fresh)
    for name, value in sorted(reached.items()):
        if abs(kept.get(name, -1) - value) > SAME:
            yield f"eval/figures.json says {name} is {kept.get(name)}, and it is {value}; run make eval"


def raised(floors: Floors, reached: Mapping[str, float]) -> Floors:
    """Floors lifted to the hundredth that is reached; none is lowered."""
    at_least = {name: max(was, math.floor(reached.get(name, was) * STEP) / STEP) for name, was in floors.at_least.items()}
    at_most = {name: min(was, math.ceil(reached.get(name, was) * STEP) / STEP) for name, was in floors.at_most.items()}
    return Floors(at_least, at_most)


def _write(floors: Floors) -> None:
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")


def run(folder: Path | None, *, lift: bool = False) -> list[str]:
    """What is refused: empty where all is well."""
    pipeline = reader.load()
    fresh = halves(score(pipeline, load())) | many() | beyond(pipeline, folder)
    floors = msgspec.json.decode(FLOORS.read_bytes(), type=Floors)
    if lift:
        floors = raised(floors, flat(fresh))
        _write(floors)
    if not shared.there(folder):
        print("floors over shared data: skipped, it is not there")
    return [*below(floors, flat(fresh)), *stale(stored(), hashes(), fresh), *changing(pipeline, ["examples"])]


def report(refused: Sequence[str]) -> int:
    """Print what is refused; the exit code."""
    for line in refused:
        print(f"refused: {line}")
    if not refused:
        print("floors hold, figures are fresh, output is the same each time")
    return bool(refused)


def main() -> None:
    """The command."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, help="folder with annotated data that is not in this tree")
    ask.add_argument("--raise", dest="lift", action="store_true", help="write floors up to what is reached")
    given = ask.parse_args()
    raise SystemExit(report(run(given.shared, lift=given.lift)))


if __name__ == "__main__":
    main()
