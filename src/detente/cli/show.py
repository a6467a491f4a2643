"""`detente schema` and `detente stages`: what the program writes, and in which steps it reads."""

from __future__ import annotations

import sys


def schema() -> None:
    """Print the JSON Schema of every kind of record."""
    from detente import codec

    sys.stdout.write(codec.schema().decode() + "\n")


def stages() -> None:
    """Print what each stage needs and gives."""
    from detente.pipeline import STAGES, check

    check(STAGES)
    for stage in STAGES:
        print(f"{stage.name:<12} {' '.join(stage.needs)} -> {stage.gives}")
