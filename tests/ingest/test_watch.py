"""Watching feeds: what is new and only that, each article once, whenever the program is killed."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from detente import codec
from detente.cli.watch import follow
from detente.errors import InputError, StoreError
from detente.ingest import furniture
from detente.ingest.answer import Answer, Ask, FetchError
from detente.ingest.fetch import Fetcher
from detente.ingest.tables import Table
from detente.ingest.watch import OLDER, Feed, FileState, Seen, Watch, WatchState, load
from detente.records import Article, Problem
from tests.ingest.served import HERE, PROSE

FEED = Feed("http://zenda.example/feed", every=30)
Killer = Callable[[], None]


class Web:
    """A web of pages by address; `None` is a page that cannot be had."""

    def __init__(self, pages: dict[str, str | None], step: Killer = lambda: None) -> None:
        self.pages = pages
        self.step = step
        self.asked: list[Ask] = []

    def get(self, ask: Ask) -> Answer:
        self.step()
        self.asked.append(ask)
        if ask.url.endswith("/robots.txt"):
            return Answer(ask.url, 404)
        body = self.pages[ask.url]
        if body is None:
            raise FetchError("timeout", "late")
        mark = f'"{abs(hash(body))}"'
        if ask.etag == mark:
            return Answer(ask.url, 304)
        return Answer(
            ask.url, 200, (("Content-Type", "text/html" if "<html" in body else "application/xml"), ("ETag", mark)), body.encode()
        )

    def paths(self) -> list[str]:
        return [ask.url.rpartition("/")[2] for ask in self.asked if not ask.url.endswith("/robots.txt")]


def rss(*numbers: int) -> str:
    items = "".join(f"<item><title>Number {n} opens at Zenda</title><link>http://zenda.example/{n}</link></item>" for n in numbers)
    return f"<rss version='2.0'><channel><title>Zenda Gazette</title>{items}</channel></rss>"


def pages(*numbers: int) -> dict[str, str | None]:
    made: dict[str, str | None] = {
        f"http://zenda.example/{n}": f"<html><body><article><h1>Number {n} opens at Zenda</h1><p>{PROSE}</p><p>{n}. {PROSE}</p></article></body></html>"
        for n in numbers
    }
    return made | {FEED.url: rss(*numbers)}


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def watch(web: Web, state: WatchState, clock: Clock | None = None) -> Watch:
    return Watch(Fetcher(web, HERE), state, table=table(), now=clock or Clock())


@cache
def table() -> Table:
    return furniture.load()


def told(watching: Watch) -> list[str]:
    return [str(one.title).split()[1] if isinstance(one, Article) else one.code for one in watching.round([FEED])]


def test_a_round_gives_what_is_new_and_only_when_it_is_due(tmp_path: Path) -> None:
    web, clock = Web(pages(2, 1)), Clock()
    watching = watch(web, FileState(tmp_path / "state.json"), clock)
    assert told(watching) == ["2", "1"]
    assert told(watching) == []
    assert watching.wait([FEED]) == 1800.0
    web.asked.clear()
    clock.now += 1800
    web.pages |= pages(3, 2, 1)
    assert told(watching) == ["3"]
    assert web.paths() == ["feed", "3"]


def test_an_unchanged_feed_is_not_even_sent(tmp_path: Path) -> None:
    web, clock = Web(pages(1)), Clock()
    state = FileState(tmp_path / "state.json")
    assert told(watch(web, state, clock)) == ["1"]
    clock.now += 1800
    again = FileState(tmp_path / "state.json")
    assert told(watch(web, again, clock)) == []
    assert web.asked[-1].etag == state.get(FEED.url).etag != ""
    assert again.get(FEED.url).due == clock.now + 1800


def test_a_page_that_cannot_be_had_is_tried_again_and_then_given_up(tmp_path: Path) -> None:
    web, clock = Web(pages(2, 1)), Clock()
    watching = watch(web, FileState(tmp_path / "state.json"), clock)
    page, web.pages["http://zenda.example/2"] = web.pages["http://zenda.example/2"], None
    assert told(watching) == ["timeout", "1"]
    clock.now += 1800
    web.pages["http://zenda.example/2"] = page
    assert told(watching) == ["2"]
    web.pages |= pages(3, 2, 1) | {"http://zenda.example/3": None}
    rounds = []
    for _ in range(5):
        clock.now += 1800
        rounds.append(told(watching))
    assert rounds == [["timeout"], ["timeout"], ["timeout"], [], []]


def test_a_feed_that_cannot_be_had_waits_for_its_next_time(tmp_path: Path) -> None:
    web, clock = Web({FEED.url: None}), Clock()
    watching = watch(web, FileState(tmp_path / "state.json"), clock)
    assert told(watching) == ["timeout"]
    assert told(watching) == []
    clock.now += 1800
    web.pages |= pages(1)
    assert told(watching) == ["1"]


def test_an_entry_that_says_that_it_has_changed_is_read_again(tmp_path: Path) -> None:
    web, clock = Web(pages(1)), Clock()
    watching = watch(web, FileState(tmp_path / "state.json"), clock)
    assert told(watching) == ["1"]
    clock.now += 1800
    web.pages[FEED.url] = rss(1).replace("</link></item>", "</link><pubDate>Wed, 09 May 2018 08:00:00 GMT</pubDate></item>")
    assert told(watching) == ["1"]


def test_what_is_known_of_old_entries_is_bounded(tmp_path: Path) -> None:
    state = FileState(tmp_path / "state.json")
    state.put(FEED.url, Seen(marks=tuple(map(str, range(OLDER + 500)))))
    assert told(watch(Web(pages(1)), state)) == ["1"]
    marks = state.get(FEED.url).marks
    assert len(marks) == OLDER + 1
    assert marks[0] == "500"


def test_an_article_counts_as_seen_only_when_the_next_is_asked_for(tmp_path: Path) -> None:
    web = Web(pages(2, 1))
    first = watch(web, FileState(tmp_path / "state.json")).round([FEED])
    next(first)
    first.close()
    assert told(watch(web, FileState(tmp_path / "state.json"))) == ["2", "1"]


def store(folder: Path, step: Killer) -> Callable[[Article], bool]:
    """A store of one file an article, which is there whole or not at all."""

    def add(article: Article) -> bool:
        step()
        path = folder / article.id
        new = not path.exists()
        (folder / "part").write_bytes(codec.encode(article))
        step()
        os.replace(folder / "part", path)
        step()
        return new

    return add


class Stepping(FileState):
    """The state in its file, with a moment to be killed at before and after each writing."""

    def __init__(self, path: Path, step: Killer) -> None:
        super().__init__(path)
        self.step = step

    def put(self, url: str, seen: Seen) -> None:
        self.step()
        super().put(url, seen)
        self.step()


def run(folder: Path, step: Killer) -> None:
    (folder / "store").mkdir(parents=True, exist_ok=True)
    web = Web(pages(4, 3, 2, 1), step)
    follow([FEED], watch(web, Stepping(folder / "state.json", step)), store(folder / "store", step), once=True)


def killed(folder: Path, at: int) -> bool:
    """Run in a process of its own that kills itself at its n-th moment; whether it came so far."""
    left = iter(range(at))

    def step() -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        code = 1
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            run(folder, step)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def held(folder: Path) -> tuple[dict[str, bytes], Seen]:
    return {path.name: path.read_bytes() for path in (folder / "store").iterdir() if path.name != "part"}, FileState(
        folder / "state.json"
    ).get(FEED.url)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_at_any_moment_a_second_run_ends_as_an_undisturbed_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path / "whole", lambda: None)
    whole = held(tmp_path / "whole")
    assert len(whole[0]) == 4
    at = 0
    while killed(tmp_path / str(at), at):
        run(tmp_path / str(at), lambda: None)
        assert held(tmp_path / str(at)) == whole
        at += 1
    assert at > 25


def test_a_state_that_is_none_or_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text("{")
    with pytest.raises(StoreError, match=r"state\.json"):
        FileState(tmp_path / "state.json")
    with pytest.raises(StoreError, match=r"gone/state\.json"):
        FileState(tmp_path / "gone" / "state.json").put("http://a.example/", Seen())


def test_follow_names_what_is_new_and_goes_on_until_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    web, clock = Web(pages(1) | {"http://zenda.example/2": None}), Clock()
    web.pages[FEED.url] = rss(2, 1)
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        clock.now += seconds
        if len(waits) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        follow([FEED], watch(web, FileState(tmp_path / "s.json"), clock), lambda article: True, sleep=sleep)
    printed = capsys.readouterr()
    assert printed.out == "no day      Zenda Gazette: Number 1 opens at Zenda\n"
    assert printed.err.count("(timeout)") == 3
    assert waits == [1800.0] * 3


FEEDS = """
every = 45
[[feed]]
url = "https://en.yna.example/rss"
outlet = "Yonhap"
every = 10
country = "KOR"
language = "en"
[[feed]]
url = "https://zenda.example/feed"
"""


def test_feeds_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "FEEDS.toml"
    path.write_text(FEEDS)
    assert load(path) == (Feed("https://en.yna.example/rss", "Yonhap", 10, "KOR", "en"), Feed("https://zenda.example/feed", every=45))
    assert [feed.outlet for feed in load(path, country="KOR", language="en")] == ["Yonhap"]
    path.write_text(FEEDS.replace("every = 45", ""))
    assert load(path)[1].every == 60


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('url = "https://zenda.example/feed"', "", r"feed\[1\]: .*`url`"),
        ('url = "https://zenda.example/feed"', 'url = "zenda.txt"', r"feed\[1\]\.url: 'zenda\.txt' is no http"),
        ("zenda.example/feed", "en.yna.example/rss", r"feed\[1\]\.url: .* stands there twice"),
        ("every = 10", "every = 0", r"feed\[0\]: .*`every`"),
        ("every = 10", 'every = "often"', r"feed\[0\]: .*`every`"),
        ('"KOR"', '"Korea"', r"feed\[0\]: .*`country`"),
        ('"en"', '"English"', "language"),
        ("outlet =", "outlett =", "outlett"),
        ("[[feed]]", "[[feed]", "no TOML"),
    ],
)
def test_mistakes_are_named_with_file_and_key(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "FEEDS.toml"
    path.write_text(FEEDS.replace(old, new))
    with pytest.raises(InputError, match=message) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_no_file_no_feeds_and_none_of_a_country(tmp_path: Path) -> None:
    path = tmp_path / "FEEDS.toml"
    with pytest.raises(InputError, match="No such file"):
        load(path)
    path.write_text("every = 10\n")
    with pytest.raises(InputError, match="feed"):
        load(path)
    path.write_text(FEEDS)
    with pytest.raises(InputError, match="no feed has FRA"):
        load(path, country="FRA")


def test_a_problem_of_a_feed_names_it(tmp_path: Path) -> None:
    (found,) = watch(Web({FEED.url: "<rss version='2.0'><channel/></rss>"}), FileState(tmp_path / "s.json")).round([FEED])
    assert isinstance(found, Problem)
    assert (found.code, found.message) == ("empty", f"{FEED.url}: a feed without entries")
