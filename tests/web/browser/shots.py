"""The pictures of docs/explorer.md: `python -m tests.web.browser.shots` reads the examples and photographs the pages."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path
from urllib.parse import urlsplit

from tests.web.browser.chromium import Browser, Page
from tests.web.browser.conftest import ROOT, served

KIM = "person:kim-jong-un"
SHOTS = (
    ("story", "/", 1280, False, ".listed .entry:nth-of-type(2) .show", ""),
    ("article", "/story?since=2018-05-07&until=2018-05-08", 1280, False, ".listed .entry .line a", ""),
    ("event", "/", 1280, False, ".listed .stand a", "2 outlets"),
    ("network", "/network", 1280, True, ".links .number button", ""),
    ("map", "/map", 1280, False, ".links .number button", ""),
    ("search", "/search?text=talks", 1280, False, "", ""),
    ("actor", f"/actor/{KIM}", 390, True, "", ""),
)


def shoot(page: Page, base: str, folder: Path) -> None:
    """All pictures, each after one click."""
    for name, path, width, dark, click, text in SHOTS:
        page.size(width, 780, dark=dark)
        page.open(base + path)
        if click:
            page.click(click, text=text)
        time.sleep(1.5)
        (folder / f"explorer-{name}.png").write_bytes(squeezed(page.shot()))


def squeezed(png: bytes) -> bytes:
    """The same picture, its data packed as closely as can be."""
    kept: list[tuple[bytes, bytes]] = []
    at, data = 8, b""
    while at < len(png):
        (size,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        body = png[at + 8 : at + 8 + size]
        data, kept = (data + body, kept) if kind == b"IDAT" else (data, [*kept, (kind, body)])
        at += size + 12
    chunks = [*kept[:-1], (b"IDAT", zlib.compress(zlib.decompress(data), 9)), kept[-1]]
    written = (struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks)
    return png[:8] + b"".join(written)


def main() -> None:
    """A store of the examples, a server, a browser, the pictures."""
    with tempfile.TemporaryDirectory() as made:
        store = Path(made) / "examples.store"
        subprocess.run([sys.executable, "-m", "detente", "read", str(ROOT / "examples"), "--store", str(store)], check=True)
        browser = Browser(shutil.which("chromium") or "chromium", Path(made) / "profile")
        try:
            with served(store) as address:
                page = browser.page()
                page.open(address)
                shoot(page, "{0.scheme}://{0.netloc}".format(urlsplit(address)), ROOT / "docs" / "images")
        finally:
            browser.close()


if __name__ == "__main__":
    main()
