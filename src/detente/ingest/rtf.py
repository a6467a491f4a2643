"""Rich text as rows of plain text: a small reader of RTF 1.9, piece by piece, that draws nothing and runs nothing."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from detente.ingest import checks, dumps
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Given
from detente.ingest.tables import Table
from detente.records import Article, Problem

CHUNK = 1 << 16
DEEPEST = 1000
"""Groups in groups; a document has some ten."""
HELD = 64
"""Bytes: no control word is longer, so none is cut where a chunk ends."""

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])"
    rb"|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_UNSHOWN = frozenset(
    """colortbl stylesheet info pict object objdata fldinst themedata colorschememapping datastore latentstyles listtable
    listoverridetable rsidtbl generator xmlnstbl filetbl revtbl bkmkstart bkmkend nonshppict header headerl headerr headerf
    footer footerl footerr footerf annotation atnid atnauthor comment xe tc rxe txe private docvar""".split()
)
_ROWS = frozenset({"par", "line", "row", "page", "sect", "nestrow"})
_SIGNS = {
    "tab": "\t", "cell": "\t", "nestcell": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\xa0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
_PAGES = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
"""Code pages of the character sets that a font table names (RTF 1.9 specification, "Font Table")."""


def accepts(path: str, head: bytes) -> bool:
    """Whether a file is rich text."""
    return head.lstrip().startswith(b"{\\rtf")


def read(stream: IO[bytes], *, given: Given, source: str, table: Table) -> Iterator[Article | Problem]:
    """The article of a document, or those of a database's dump. NoTextError where it ends too soon."""
    yield from dumps.of_rows(rows(stream), given=given, source=source, table=table, lined=False)


def rows(stream: IO[bytes]) -> Iterator[str]:
    """The rows that a reader sees: paragraphs, lines, rows of tables with a tab between cells."""
    reader = _Reader()
    kept = b""
    while piece := stream.read(CHUNK):
        data = kept + piece
        safe = data.rfind(b"\\", max(0, len(data) - HELD))
        end = safe if safe >= 0 else len(data)
        yield from reader.feed(data[:end])
        kept = data[end:]
    yield from reader.feed(kept)
    if reader.stack:
        raise NoTextError("broken", "the rich text ends too soon; what came before was read")
    yield from reader.close()


class _State(NamedTuple):
    """What holds within a group: whether it is shown, how many signs stand for a \\u, the code page, where we are."""

    shown: bool = True
    stand_ins: int = 1
    page: int = 0
    fonts: bool = False


class _Reader:
    """The state of reading one document."""

    def __init__(self) -> None:
        self.state = _State()
        self.stack: list[_State] = []
        self.ansi = 1252
        self.pages: dict[int, int] = {}
        self.font = 0
        self.pieces: list[str] = []
        self.size = 0
        self.raw = bytearray()
        self.skip = 0
        self.bin = 0

    def feed(self, data: bytes) -> Iterator[str]:
        """The rows that these bytes close."""
        at = min(self.bin, len(data))
        self.bin -= at
        while at < len(data) and (match := _TOKEN.match(data, at)):
            at = match.end()
            if match.lastgroup is None:
                continue
            if self._token(match):
                yield from self.close()
            if self.bin:
                step = min(self.bin, len(data) - at)
                at, self.bin = at + step, self.bin - step

    def close(self) -> Iterator[str]:
        """The row that was being read."""
        self._flush()
        row = "".join(self.pieces)
        self.pieces, self.size = [], 0
        yield row.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\x00", "")

    def _token(self, match: re.Match[bytes]) -> bool:
        """Read one token; whether it ends a row."""
        if match["hex"]:
            self._bytes(bytes([int(match["hex"], 16)]))
        elif match["text"]:
            self._bytes(match["text"])
        elif match["brace"]:
            self._group(match["brace"] == b"{")
        elif match["symbol"]:
            return self._symbol(match["symbol"])
        elif match["word"]:
            return self._word(match["word"].decode(), int(match["number"]) if match["number"] else None)
        return self.size > checks.LARGEST

    def _group(self, opens: bool) -> None:
        self._flush()
        self.skip = 0
        if opens:
            if len(self.stack) > DEEPEST:
                raise NoTextError("broken", f"groups nested more than {DEEPEST} deep")
            self.stack.append(self.state)
        elif self.stack:
            self.state = self.stack.pop()

    def _symbol(self, symbol: bytes) -> bool:
        if symbol == b"*":
            self.state = self.state._replace(shown=False)
        elif symbol in (b"\r", b"\n"):
            return self.state.shown
        elif symbol in _SYMBOLS:
            self._text(_SYMBOLS[symbol])
        return False

    def _word(self, word: str, number: int | None) -> bool:
        if word == "u" and number is not None:
            self._flush()
            self.skip = 0
            self._text(chr(number & 0xFFFF))
            self.skip = self.state.stand_ins
        elif word in _ROWS:
            return self.state.shown
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        elif word in _UNSHOWN:
            self.state = self.state._replace(shown=False)
        elif word in ("v", "deleted"):
            self._flush()
            self.state = self.state._replace(shown=number == 0)
        elif word == "bin":
            self.bin = max(number or 0, 0)
        else:
            self._setting(word, number or 0)
        return False

    def _setting(self, word: str, number: int) -> None:
        if word == "uc":
            self.state = self.state._replace(stand_ins=max(0, min(number, 8)))
        elif word == "ansicpg":
            self.ansi = number
        elif word == "fonttbl":
            self.state = self.state._replace(shown=False, fonts=True)
        elif word == "f" and self.state.fonts:
            self.font = number
        elif word == "f":
            self._flush()
            self.state = self.state._replace(page=self.pages.get(number, 0))
        elif word == "fcharset" and self.state.fonts and number in _PAGES:
            self.pages[self.font] = _PAGES[number] if number else 0

    def _bytes(self, data: bytes) -> None:
        skipped = min(self.skip, len(data))
        self.skip -= skipped
        if self.state.shown:
            self.raw += data[skipped:]
            self.size += len(data)

    def _text(self, text: str) -> None:
        if self.skip:
            self.skip -= 1
        elif self.state.shown:
            self._flush()
            self.pieces.append(text)
            self.size += 1

    def _flush(self) -> None:
        """Bytes become text when what stands around them is known: letters of some code pages take two."""
        if self.raw:
            self.pieces.append(bytes(self.raw).decode(_codec(self.state.page or self.ansi), "replace"))
            self.raw.clear()


def _codec(page: int) -> str:
    name = {10000: "mac-roman", 65001: "utf-8"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
