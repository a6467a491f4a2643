"""robots.txt, as RFC 9309 reads it."""

from __future__ import annotations

import pytest

from detente.ingest.answer import Answer, Ask, FetchError, Limits
from detente.ingest.robots import FAILED, KEPT, Robots
from tests.ingest.served import HERE, Page, article, code, fetcher, moved, site

RULES = """
User-agent: *
Disallow: /

User-agent: detente
Disallow: /private/
Allow: /private/open
Crawl-delay: 5

User-agent: tente
Allow: /
"""


def rules(text: str | FetchError, agent: str = "detente/0.1 (+https://github.com/detente/detente)") -> Robots:
    def fetch(url: str) -> Answer:
        if isinstance(text, FetchError):
            raise text
        return Answer(url, 200, (), text.encode())

    return Robots(agent, fetch)


def verdict(robots: Robots, path: str) -> str:
    try:
        robots.delay(f"https://news.example{path}")
    except FetchError as error:
        return error.code
    return "allowed"


def test_the_group_of_our_own_name_counts_alone() -> None:
    robots = rules(RULES)
    assert [verdict(robots, path) for path in ("/a", "/private/a", "/private/open?x=1")] == ["allowed", "robots", "allowed"]
    assert robots.delay("https://news.example/a") == 5.0
    assert verdict(rules(RULES, "somebody/2.0 (detente)"), "/a") == "robots"


@pytest.mark.parametrize(
    ("failure", "what"),
    [("http-404", "allowed"), ("http-403", "allowed"), ("http-429", "robots"), ("http-503", "robots"), ("redirects", "robots"),
     ("timeout", "timeout"), ("not-fetched", "not-fetched"), ("refused-address", "refused-address"), ("not-kept", "not-kept")],
)  # fmt: skip
def test_no_rules_allow_all_and_no_answer_allows_nothing(failure: str, what: str) -> None:
    assert verdict(rules(FetchError(failure, "why")), "/a") == what


def test_a_broken_or_endless_file_is_read_as_far_as_it_goes() -> None:
    assert verdict(rules("User-agent: *\nDisallow: /x\n\x00\xff<html>" + "#" * 600_000 + "\nDisallow: /y"), "/y") == "allowed"
    assert verdict(rules("\ufeffUser-agent: *\nDisallow: /x"), "/x") == "robots"


def test_rules_hold_a_day_and_a_failure_ten_minutes() -> None:
    now, asked = [0.0], [0]

    def fetch(url: str) -> Answer:
        asked[0] += 1
        if asked[0] == 1:
            raise FetchError("timeout", "late")
        return Answer(url, 200)

    robots = Robots("detente/0.1", fetch, clock=lambda: now[0])
    for moment, count in ((0.0, 1), (FAILED - 1, 1), (FAILED + 1, 2), (KEPT, 2), (2 * KEPT, 3)):
        now[0] = moment
        verdict(robots, "/a")
        assert asked[0] == count


@pytest.mark.parametrize(("said", "delay"), [("nan", 0.0), ("-5", 0.0), ("soon", 0.0), ("1.5", 1.5), ("inf", 0.0)])
def test_delays_that_are_none(said: str, delay: float) -> None:
    assert rules(f"User-agent: *\nCrawl-delay: {said}").delay("https://news.example/a") == delay


def test_every_hop_is_asked_for_and_the_rules_themselves_may_move() -> None:
    with site(
        {"/robots.txt": moved("/rules"), "/rules": Page("User-agent: *\nDisallow: /b"), "/a": moved("/b"), "/b": article("Closed")}
    ) as here:
        assert code(here.url("/b"), fetcher()) == "robots"
        assert code(here.url("/a"), fetcher()) == "robots"
        assert "/b" not in here.asked


@pytest.mark.parametrize("to", ["http://user@127.0.0.1:{port}/rules", "http://0.0.0.0:{port}/rules", "file:///etc/passwd"])
def test_rules_that_move_inside_are_not_followed(to: str) -> None:
    with site({"/rules": Page("User-agent: *\nAllow: /"), "/a": article("Here")}) as here:
        here.pages["/robots.txt"] = moved(to.format(port=here.port))
        assert code(here.url("/a"), fetcher()) == "refused-address"
        assert here.asked == ["/robots.txt"]


def test_the_wait_that_a_site_asks_for_is_handed_on_and_too_long_a_one_refused() -> None:
    asked: list[Ask] = []

    class Slow:
        def get(self, ask: Ask) -> Answer:
            asked.append(ask)
            return Answer(ask.url, 200, (), b"User-agent: *\nCrawl-delay: 30")

    fetcher(exchange=Slow()).fetch("http://news.example/a")
    assert [ask.delay for ask in asked] == [0.0, 30.0]
    with site({"/robots.txt": Page("User-agent: *\nCrawl-delay: 900"), "/a": article("Later")}) as here:
        assert code(here.url("/a"), fetcher(HERE)) == "later"
        assert "/a" not in here.asked


def test_the_agent_can_be_another() -> None:
    with site({"/a": article("Here")}) as here:
        fetcher(Limits(private=True, delay=0.0, agent="archive/1 (+https://archive.example)")).fetch(here.url("/a"))
        assert here.headers[-1]["user-agent"] == "archive/1 (+https://archive.example)"
