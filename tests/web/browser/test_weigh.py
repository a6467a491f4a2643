"""The page Weigh in a real browser: who joins is asked by its form, the answer seen, taken back, and its words followed."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
import uvicorn

from detente.web import serve
from detente.web.app import app
from detente.web.explorer import Explorer
from detente.web.guard import hosts
from tests.web import made
from tests.web.browser.chromium import Browser, Page
from tests.web.test_weigh import quoting
from tests.weigh.files import party, scale

WITHOUT_CHINA = scale(0, 40, 100) + party("North", "at A", 100) + party("<script>alert(1)</script>", "at C", 50, 50)

CHOOSE = """(() => {
  const place = document.querySelector('.ask-form select[aria-label=Stands]');
  place.value = 'at B';
  return place.dispatchEvent(new Event('change', {bubbles: true}));
})()"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An explorer with two cases: one to ask, one whose words are in the store."""
    folder = tmp_path_factory.mktemp("weigh")
    (folder / "talks.toml").write_text(WITHOUT_CHINA)
    (folder / "quoted.toml").write_text(quoting("a"))
    explorer = Explorer(made.store(folder / "s"), cases=[folder / "talks.toml", folder / "quoted.toml"])
    held = serve.bound(0)
    port = held.getsockname()[1]
    config = uvicorn.Config(app(explorer, token=None, hosts=hosts(port)), log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, kwargs={"sockets": [held]})
    running.start()
    yield f"http://{serve.HOST}:{port}"
    server.should_exit = True
    running.join(20)
    explorer.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    browser = Browser(program, Path(tmp_path_factory.mktemp("profile")))
    page = browser.page()
    page.size(1280)
    yield page
    assert page.complaints() == []
    browser.close()


def weighed(page: Page, url: str) -> None:
    """Goes to an address and waits until the case is there."""
    page.open(url)
    page.wait(f"location.href === '{url}' && document.querySelector('.weighed')")


def test_china_joins_and_leaves_again(page: Page, site: str) -> None:
    weighed(page, f"{site}/weigh")
    assert "<script>alert(1)</script>" in page.text(".block-inputs")
    assert page.text(".told") == ""
    page.click(".ask-form input[type=text]")
    page.type("China")
    page.run(CHOOSE, bool)
    page.click(".ask-form button[type=submit]")
    page.wait("document.querySelector('.what-if')")
    # 1 at 0 and 1/4 at 100 have a mean of 20; with China at 40, its weight open, from 20 on
    assert "China joins, at B" in page.text(".what-if")
    assert "it moves 0 to " in page.text(".told")
    assert "join=China at B" in unquote_plus(page.run("location.search", str))
    page.click(".asking .chip", text="China at B")
    page.wait("!document.querySelector('.what-if')")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_all_of_it_fits(page: Page, site: str, width: int, dark: bool) -> None:
    page.size(width, dark=dark)
    weighed(page, f"{site}/weigh/talks?model=all&join=China%20at%20B&gains=1")
    assert page.run("document.documentElement.scrollWidth - innerWidth", int) <= 0
    assert page.run("document.querySelectorAll('.plot svg').length", int) >= 5
    assert page.run("document.querySelectorAll('h1').length", int) == 1


def test_a_quotation_is_one_click_from_its_words(page: Page, site: str) -> None:
    page.size(1280)
    weighed(page, f"{site}/weigh/quoted")
    page.click(".block-anchors td a")
    page.wait("document.querySelector('.quoted')")
    assert page.run("[...document.querySelectorAll('.quoted')].map((e) => e.textContent).join('')", str) == "Ministers"
