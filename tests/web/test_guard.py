"""The checks before the explorer: address, origin, method, token; and the policy on every answer."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from detente.web.guard import HEADERS, Guard, hosts

COOKIE = "detente-8321"
TOKEN = "right-token"
BASE = "http://127.0.0.1:8321"


def hello(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"hello {request.url.query}")


def client(*, token: str | None = TOKEN, edit: bool = False, base: str = BASE, known: bool = True) -> TestClient:
    app = Starlette(routes=[Route("/{rest:path}", hello, methods=["GET", "POST"])])
    cookies = {COOKIE: TOKEN} if known else None
    return TestClient(Guard(app, token=token, hosts=hosts(8321), edit=edit), base_url=base, cookies=cookies, follow_redirects=False)


def test_the_token_is_needed_and_kept_as_a_cookie_that_no_other_site_sends() -> None:
    new = client(known=False)
    assert new.get("/").status_code == 401
    assert new.get("/?token=wrong").status_code == 401
    answer = new.get(f"/story?actor=Kim&token={TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/story?actor=Kim")
    assert all(word in answer.headers["set-cookie"] for word in ("HttpOnly", "SameSite=strict"))
    assert new.get("/").status_code == 200


def test_the_redirect_stays_here() -> None:
    answer = client(known=False).get(f"{BASE}//evil.example/?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/"


def test_a_program_may_send_the_token_as_a_header() -> None:
    assert client(known=False).get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_without_a_token_by_request_of_the_user() -> None:
    assert client(token=None, known=False).get("/").status_code == 200


@pytest.mark.parametrize("base", ["http://evil.example:8321", "http://127.0.0.1:80", "http://127.0.0.1.nip.example:8321"])
def test_another_name_for_this_machine_is_refused(base: str) -> None:
    assert client(base=base).get("/").status_code == 421


@pytest.mark.parametrize("base", ["http://localhost:8321", "http://[::1]:8321"])
def test_its_own_names_are_not(base: str) -> None:
    assert client(base=base).get("/", headers={"Cookie": f"{COOKIE}={TOKEN}"}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8321", "http://127.0.0.1:9999"])
def test_another_page_is_refused(origin: str) -> None:
    assert client().get("/", headers={"Origin": origin}).status_code == 403


def test_nothing_is_changed_unless_the_user_said_so() -> None:
    own = {"Origin": BASE, "Content-Type": "application/json"}
    assert client().post("/", headers=own, content="{}").status_code == 405
    assert client(edit=True).post("/", headers=own, content="{}").status_code == 200
    assert client(edit=True).put("/", headers=own, content="{}").status_code == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 403),
        ({"Origin": BASE, "Content-Type": "text/plain"}, 415),
        ({"Origin": BASE, "Content-Type": "application/json", "Content-Length": "100001"}, 413),
    ],
)
def test_a_change_comes_from_the_page_as_small_json(headers: dict[str, str], status: int) -> None:
    assert client(edit=True).post("/", headers=headers, content=b"{}").status_code == status


def test_every_answer_carries_the_policy() -> None:
    for answer in (client().get("/"), client(known=False).get("/"), client(base="http://evil.example").get("/")):
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_strange_cookies_and_bytes_are_no_error() -> None:
    odd = client(known=False)
    assert odd.get("/", headers={"Cookie": 'detente-8321="\x7f; \\; a=[]'}).status_code == 401
    assert odd.get("/?token=%ff%00").status_code == 401
