"""People's ways through the explorer, gone by a real browser: every page, from mark to words, filters, files, a merge undone."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path
from urllib.parse import quote, urlsplit

import msgspec
import pytest

from detente.store import SqliteStore
from detente.web.report import Asked, write
from tests.web import made
from tests.web.browser.chromium import Page

EVIL = "evil/../../<x>\u202e"
PAGES = (
    "/", "/story?by=dyad", "/story?all=1&at=a-met", "/network", "/network?node=state:irn", "/map", "/actor", "/actor/state:irn", "/actor/state:irn?tab=articles",
    "/article/a", "/article/a?at=a-met", f"/article/{quote(EVIL, safe='')}", "/event/a-met", f"/event/{quote(EVIL + '-met', safe='')}", "/statements",
    "/statements?actor=state:irn&versus=state:omn", "/search", "/search?text=talks&kind=event", "/positions", "/dyad", "/dyad?a=state:irn&b=state:omn",
)  # fmt: skip


FETCHED = (
    "fetch(document.querySelector('.export a').href).then((r) => r.arrayBuffer())"
    ".then((b) => btoa(String.fromCharCode(...new Uint8Array(b))))"
)


class Held(msgspec.Struct):
    kind: str
    id: str


def base(site: str) -> str:
    """The address without its token."""
    return "{0.scheme}://{0.netloc}".format(urlsplit(site))


def enter(page: Page, site: str, path: str = "/") -> None:
    """Comes in with the token, then goes to a page."""
    page.open(site)
    page.open(base(site) + path)


def looks_right(page: Page) -> None:
    """There is one heading, nothing is refused, and nothing sticks out to the right."""
    assert page.run("document.querySelectorAll('h1').length", int) == 1
    assert page.text(".refused") == ""
    assert page.run("document.documentElement.scrollWidth - innerWidth", int) <= 0


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_shown_whole_and_asks_nobody_else(page: Page, site: str, width: int) -> None:
    page.size(width, dark=width == 390)
    page.open(site)
    for path in PAGES:
        page.open(base(site) + path)
        looks_right(page)
    assert {urlsplit(url).netloc for url in page.asked() if not url.startswith("data:")} == {urlsplit(site).netloc}


def test_every_page_of_an_empty_store_says_so(page: Page, empty: str) -> None:
    page.open(empty)
    for path in ("/", "/network", "/map", "/actor", "/statements", "/search", "/positions"):
        page.open(base(empty) + path)
        looks_right(page)
        assert page.run("document.querySelectorAll('.nothing').length", int) >= 1, path


def test_from_a_mark_to_its_words_to_its_record_and_on(page: Page, site: str) -> None:
    enter(page, site)
    page.run("document.querySelector('canvas').focus()", object)
    page.key("ArrowRight")
    page.key("Enter")
    page.wait("document.querySelector('.picked .words')")
    assert page.text(".picked .words") == "met"
    page.click(".picked a", text="Read the words")
    page.wait("document.querySelector('.seg.on')")
    assert page.text(".seg.on") == "met"
    page.click(".seg.statements")
    page.wait("document.querySelector('.card.open')")
    assert page.text(".card.open blockquote")
    page.key("Escape")
    page.wait("!document.querySelector('.seg.on')")
    page.click(".card .summary")
    page.wait("document.querySelector('.seg.on')")
    page.click(".card.open .ways a")
    page.wait("document.querySelector('.telling')")


def test_a_mark_is_clicked_where_it_is_drawn(page: Page, site: str) -> None:
    enter(page, site, "/story?at=c-met")
    page.wait("document.querySelector('.lanes .lane')")
    for _ in range(2):
        page.run("document.querySelector('canvas').focus()", object)
        page.key("ArrowRight")
    x, y = page.run(
        "(() => { const b = document.querySelector('canvas').getBoundingClientRect(), h = document.querySelector('.hint'); return [b.x + (h.style.left ? parseFloat(h.style.left) - 14 : b.width - parseFloat(h.style.right) + 12), b.y + parseFloat(h.style.top) - 12]; })()",
        tuple[float, float],
    )
    page.press(x, y)
    page.wait("new URLSearchParams(location.search).get('at') !== 'c-met'")
    page.wait("document.querySelector('.picked .words')")


def test_a_window_is_brushed_and_lives_in_the_address(page: Page, site: str) -> None:
    enter(page, site)
    box = page.run(
        "(() => { const b = document.querySelector('.catch').getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })()",
        tuple[float, float, float, float],
    )
    before = page.run("document.querySelectorAll('.listed .entry').length", int)
    page.press(box[0] + 2, box[1] + 40, (box[0] + box[2] * 0.3, box[1] + 40))
    page.wait("new URLSearchParams(location.search).has('since')")
    page.wait(f"document.querySelectorAll('.listed .entry').length < {before}")
    page.click("button", text="All time")
    page.wait(f"document.querySelectorAll('.listed .entry').length === {before}")
    page.run("document.querySelector('.grip').focus()", object)
    page.key("ArrowRight")
    page.wait("new URLSearchParams(location.search).get('since') === '2020-03-03'")


def test_filters_are_counted_kept_in_the_address_and_gone_back_from(page: Page, site: str) -> None:
    enter(page, site, "/search")
    page.wait("document.querySelectorAll('.hit').length === 4")
    page.click(".facets .tick", text="The Wire")
    page.wait("document.querySelectorAll('.hit').length === 1")
    assert page.run("location.search", str) == "?outlet=the+wire"
    page.wait("document.querySelector('.facets').innerText.includes('2 events fit')")
    page.click(".chip", text="The Wire")
    page.wait("document.querySelectorAll('.hit').length === 4")
    page.run("document.querySelector('#big').focus()", object)
    page.type("busaidi")
    page.key("Enter")
    page.wait("document.querySelector('.snippet mark')")
    assert page.text(".snippet mark") == "Busaidi"
    page.run("history.back()", object)
    page.wait("!document.querySelector('.snippet mark')")


def test_an_export_is_what_is_on_the_screen(page: Page, site: str) -> None:
    enter(page, site, "/search?outlet=The+Wire")
    page.wait("document.querySelector('.export a')")
    data = page.run(FETCHED, str)
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(data))) as file:
        lines = file.read("detente-jsonl.jsonl").splitlines()
    held = [msgspec.json.decode(line, type=Held) for line in lines]
    assert {one.id for one in held if one.kind == "article"} == {"a", "b"}  # b tells of the same meeting
    assert {one.id for one in held if one.kind == "event"} == {"a-met", "a-will meet", "b-met"}


def test_events_are_merged_and_the_merge_is_undone(page: Page, site: str) -> None:
    enter(page, site, "/event/a-met")
    page.wait("document.querySelectorAll('.telling').length === 2")
    page.click(".merge")
    page.wait("document.querySelectorAll('.telling').length === 3")
    page.click(".said li:last-child .undo")
    page.wait("document.querySelectorAll('.telling').length === 2")
    assert "no longer stands" in page.text(".said")


def test_a_field_is_put_right(page: Page, site: str) -> None:
    enter(page, site, "/event/c-met")
    page.click(".telling button", text="Correct")
    page.wait("document.querySelector('.correct')")
    page.run(
        "(() => { const s = document.querySelectorAll('.correct select')[1]; s.value = 'denied'; s.dispatchEvent(new Event('change', { bubbles: true })); })()",
        object,
    )
    page.click(".correct button", text="Save")
    page.wait("document.querySelector('.stand.lead .sign.denied')")
    page.click(".undo")
    page.wait("document.querySelector('.stand.lead .sign.actual')")


def test_what_an_article_says_stays_text(page: Page, site: str) -> None:
    enter(page, site, f"/article/{quote(EVIL, safe='')}")
    assert "<script>alert(1)</script>" in page.text("main")
    assert (
        page.run("document.querySelectorAll('main script, main img, main [onload], main [onerror], main a[href^=javascript]').length", int)
        == 0
    )


def test_all_of_it_by_keys(page: Page, site: str) -> None:
    enter(page, site)
    page.key("Tab")
    assert page.run("document.activeElement.className", str) == "skip"
    page.key("Enter")
    assert page.run("document.activeElement.id", str) == "main"
    page.click("button", text="Filter")
    page.wait("document.querySelector('dialog[open]')")
    page.key("Escape")
    page.wait("!document.querySelector('dialog')")
    assert page.run("document.activeElement.textContent", str) == "Filter"
    page.click(".scheme")
    page.click(".scheme")
    assert page.run("getComputedStyle(document.body).backgroundColor", str) == "rgb(21, 23, 27)"


def test_a_report_is_the_same_without_a_server(page: Page, tmp_path: Path) -> None:
    store = SqliteStore(made.store(tmp_path / "news.store"))
    index = write(store, tmp_path / "report", Asked(texts=True)).page.as_uri()
    store.close()
    for path in PAGES:
        page.open("about:blank")
        page.open(f"{index}#{path}")
        looks_right(page)
    page.open("about:blank")
    page.open(f"{index}#/story")
    page.click(".listed .entry .line a")
    page.wait("document.querySelector('.seg.on')")
    page.open("about:blank")
    page.open(f"{index}#/search?outlet=The%20Wire")
    page.wait("document.querySelectorAll('.hit').length === 1")
    assert {urlsplit(url).scheme for url in page.asked()} <= {"file", "data", "about"}
