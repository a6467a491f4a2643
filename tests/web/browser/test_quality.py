"""What a browser measures of the pages: whether everybody can use them, and how fast they are with ten thousand events."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.browser.chromium import Page
from tests.web.browser.test_walk import PAGES, base

AXE = Path(__file__).parents[3] / "vendor" / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = (
    "axe.run({ resultTypes: ['violations'] }).then((r) => r.violations.filter((v) => ['serious', 'critical'].includes(v.impact))"
    ".map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + n.failureSummary.slice(0, 200)).join(' | ')))"
)


@pytest.mark.long
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_keeps_anybody_out(page: Page, site: str, dark: bool) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci in vendor/)")
    page.size(1280, dark=dark)
    page.open(site)
    found = {}
    for path in PAGES:
        page.open(base(site) + path)
        page.run(AXE.read_text(encoding="utf-8") + ";0", int)
        if serious := page.run(SERIOUS, list[str]):
            found[path] = serious
    assert found == {}


@pytest.mark.long
def test_ten_thousand_events_are_there_at_once(page: Page, crowd: str) -> None:
    page.open(crowd)
    page.wait("document.querySelector('.lanes .lane')")
    assert page.text(".lead").startswith("10,000 events")
    times = []
    for _ in range(3):
        page.open(base(crowd) + "/")
        page.wait("document.querySelector('.lanes .lane')")
        times.append(page.run("performance.getEntriesByName('story')[0].startTime", float))
    assert min(times) < 1500, times


BRUSH = """new Promise((done) => {
  const box = document.querySelector('.catch').getBoundingClientRect(), at = document.querySelector('.catch'), took = [];
  const send = (kind, x) => at.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1, clientX: box.x + x * box.width, clientY: box.y + 30, buttons: 1 }));
  at.setPointerCapture = () => 0;
  send('pointerdown', 0.2);
  let n = 0;
  const step = () => {
    const start = performance.now();
    send('pointermove', 0.25 + n / 40);
    requestAnimationFrame(() => setTimeout(() => {
      took.push(performance.now() - start);
      n += 1;
      if (n < 20) step();
      else { send('pointerup', 0.75); done(took); }
    }));
  };
  step();
})"""


@pytest.mark.long
def test_a_brush_follows_the_hand(page: Page, crowd: str) -> None:
    page.open(crowd)
    page.wait("document.querySelector('.lanes .lane')")
    took = sorted(page.run(BRUSH, list[float]))
    assert took[len(took) // 2] < 100, took
    page.wait("new URLSearchParams(location.search).has('since')")
