"""The folder of a report: scripts that hand over values by key, an index of them, and the page that loads them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

import msgspec

from detente.errors import StoreError

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)  # fmt: skip
PAGE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Detente</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="explorer.css">
<link rel="stylesheet" href="weighing.css">
<script defer src="report.js"></script>
</head>
<body>
<div id="app"><p class="wait">Loading …</p></div>
<noscript><p class="wait">This report needs JavaScript. The record itself does not: see <code>detente export</code>.</p></noscript>
</body>
</html>
"""
_DATA, _INDEX = "data", "index.js"


class File(msgspec.Struct, frozen=True):
    """A script of the folder and the keys of its values."""

    file: str
    keys: tuple[str, ...]


class Folder:
    """A folder being filled. Raises StoreError where it cannot be written, or holds something that is no report."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._files: list[File] = []
        data = path / _DATA
        try:
            if path.exists() and any(path.iterdir()) and not (data / _INDEX).is_file():
                raise StoreError(f"{path}: holds something that is no report; choose another folder")
            if data.exists():
                shutil.rmtree(data)
            data.mkdir(parents=True)
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror or error}") from error

    def add(self, name: str, values: Iterable[tuple[str, msgspec.Struct]]) -> None:
        """A script with values by key."""
        held = tuple(values)
        lines = (b"detente(" + script(key) + b"," + script(value) + b");\n" for key, value in held)
        self._write(f"{_DATA}/{name}.js", b"".join(lines))
        self._files.append(File(f"{_DATA}/{name}.js", tuple(key for key, _ in held)))

    def finish(self) -> int:
        """The index, the page and its script and style, and the outlines of the world; how many files there are."""
        package = resources.files("detente")
        static = package.joinpath("web", "static")
        world = package.joinpath("data", "map", "world.json").read_bytes()
        self._write(f"{_DATA}/world.js", b'detente("world",' + world.strip() + b");\n")
        self._files.append(File(f"{_DATA}/world.js", ("world",)))
        self._write("explorer.css", static.joinpath("explorer", "explorer.css").read_bytes())
        self._write("weighing.css", static.joinpath("explorer", "weighing.css").read_bytes())
        self._write("report.js", static.joinpath("report.js").read_bytes())
        self._write("LICENSES.txt", static.joinpath("vendor.LICENSES.txt").read_bytes())
        self._write(f"{_DATA}/{_INDEX}", b'detente("index",' + script(tuple(self._files)) + b");\n")
        self._write("index.html", PAGE.encode())
        return len(self._files)

    def _write(self, name: str, data: bytes) -> None:
        path = self.path / name
        try:
            path.write_bytes(data)
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror or error}") from error
        self.size += len(data)


def script(value: object) -> bytes:
    """A value as a script may hold it: JSON in which nothing looks like markup or the end of a line."""
    data = msgspec.json.encode(value).replace(b"<", b"\\u003c")
    return data.replace("\u2028".encode(), b"\\u2028").replace("\u2029".encode(), b"\\u2029")
