"""The cases that the explorer weighs: files that are read anew for every question, so that an analyst may edit beside it; never written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.errors import InputError
from detente.weigh import casefile
from detente.weigh.case import Case


class Cases:
    """Cases by the names of their files. Raises InputError for a file that is no case, and for two of one name."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths: dict[str, Path] = {}
        for path in paths:
            if path.stem in self._paths:
                raise InputError(f"{path}: another case is called {path.stem!r}; rename one")
            casefile.load(path)
            self._paths[path.stem] = path

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, in the order in which they were given."""
        return tuple(self._paths)

    def load(self, name: str | None = None) -> tuple[str, Case]:
        """A case by its name, the first where none is said. Raises InputError where there is none, or its file is broken by now."""
        found = next(iter(self._paths), "") if name is None else name
        if found not in self._paths:
            raise InputError(f"no case is called {found!r}; there are: {', '.join(self._paths) or 'none'}")
        return found, casefile.load(self._paths[found])

    def stamp(self) -> tuple[int, ...]:
        """What changes whenever anybody writes to one of the files."""
        found = [p.stat() for p in self._paths.values() if p.exists()]
        return tuple(n for stat in found for n in (stat.st_mtime_ns, stat.st_size))
