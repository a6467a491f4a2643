"""Addresses on the command line: their options, their exit codes, and what is imported without them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from detente.cli import app, sources
from detente.cli.sources import How
from detente.errors import InputError
from detente.records import Article, Problem
from tests.ingest.served import article, site


def read(*places: str, how: How) -> list[str]:
    """Titles of articles and codes of problems."""
    found = sources.articles(places, how, published=None, outlet=None, title=None)
    return [str(one.title) if isinstance(one, Article) else one.code for one in found]


def test_without_an_address_nothing_of_the_network_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The two ministers met in Vienna on Tuesday and agreed to reopen the border.")
    check = (
        "import sys; from detente.cli import sources\n"
        f"assert len(list(sources.articles([{str(tmp_path)!r}], sources.How(), published=None, outlet=None, title=None))) == 1\n"
        "sys.exit(any(name in sys.modules for name in ('httpx', 'httpcore', 'protego', 'feedparser')))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_this_machine_is_fetched_from_only_when_allowed() -> None:
    with site({"/a": article("Border opens at Zenda")}) as here:
        assert read(here.url("/a"), how=How(delay=0.0)) == ["refused-address"]
        assert here.asked == []
        assert read(here.url("/a"), how=How(delay=0.0, private=True)) == ["Border opens at Zenda"]
        assert read(here.url("/a"), how=How(delay=0.0, private=True, agent="me/1")) == ["Border opens at Zenda"]
        assert here.headers[-1]["user-agent"] == "me/1"


def test_what_was_kept_is_read_offline(tmp_path: Path) -> None:
    with site({"/a": article("Border opens at Zenda")}) as here:
        assert read(here.url("/a"), how=How(delay=0.0, private=True, keep=tmp_path)) == ["Border opens at Zenda"]
    assert read(here.url("/a"), here.url("/b"), how=How(offline=tmp_path, private=True)) == ["Border opens at Zenda", "not-kept"]


@pytest.mark.parametrize(
    ("places", "how", "message"),
    [
        (["a.txt"], How(limit=3), "need an address"),
        (["a.txt"], How(private=True), "need an address"),
        (["http://a.example/"], How(since="yesterday"), "is no day"),
        (["http://a.example/"], How(keep=Path("x"), offline=Path("x")), "not kept again"),
        (["http://a.example/"], How(offline=Path("/nowhere/at/all")), "nothing was kept"),
    ],
)
def test_options_that_do_not_fit_are_refused_at_the_call(places: list[str], how: How, message: str) -> None:
    with pytest.raises(InputError, match=message):
        sources.articles(places, how, published=None, outlet=None, title=None)


def called(*words: str) -> Result:
    return CliRunner().invoke(app, ["read", *words])


@pytest.mark.model
def test_read_fetches_keeps_and_repeats_byte_for_byte(tmp_path: Path) -> None:
    with site({"/a": article("Ministers of Ruritania meet in Zenda")}) as here:
        options = ["--json", "--allow-private", "--published", "2018-05-09"]
        online = called(here.url("/a"), here.url("/gone"), *options, "--delay", "0", "--keep", str(tmp_path))
    offline = called(here.url("/a"), here.url("/gone"), *options, "--offline", str(tmp_path))
    assert online.exit_code == offline.exit_code == 1
    assert "http-404" in online.stderr
    assert '"kind":"article"' in online.stdout
    assert (online.stdout, online.stderr) == (offline.stdout, offline.stderr)


def test_kinds_of_what_is_found() -> None:
    (found,) = sources.articles(["http://127.0.0.1/"], How(delay=0.0), published=None, outlet=None, title=None)
    assert isinstance(found, Problem)
    assert found.message == "http://127.0.0.1/: 127.0.0.1 leads to 127.0.0.1, which is this machine"
