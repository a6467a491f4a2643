"""Who may ask the explorer for anything: only this machine, only the page itself, only with the token that was printed.

A page from elsewhere that is open in the same browser can reach a server on loopback. What keeps it out: the `Host` must be ours (a name
that was made to point at 127.0.0.1 is refused), the `Origin` of anything that says one must be ours, and every request needs
the token, as a cookie that no other site can send.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "detente"
"""Begins the name of the cookie; the port follows, since a browser keeps one jar for all servers of a machine."""
BODY = 100_000
"""Bytes that a request may send."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def token() -> str:
    """A new random token."""
    return secrets.token_urlsafe(24)


def hosts(port: int) -> tuple[str, ...]:
    """The names under which a server on loopback may be asked."""
    return tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


class Guard:
    """An application behind the checks; every answer carries the policy. `token` None asks for none (the user said so)."""

    def __init__(self, app: ASGIApp, *, token: str | None, hosts: Sequence[str], edit: bool = False) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(hosts)
        self._cookie = f"{COOKIE}-{hosts[0].rpartition(':')[2]}"
        self._methods = ("GET", "HEAD", "POST") if edit else ("GET", "HEAD")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or say why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            raise RuntimeError(f"no {scope['type']} here")
        refused = self._refused(scope)
        await (refused or self._app)(scope, receive, _headed(send))

    def _refused(self, scope: Scope) -> Response | None:
        """What to answer instead, or None where the request may pass."""
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self._hosts:
            return PlainTextResponse("This server answers only under its own address.", 421)
        if origin is not None and origin not in {f"http://{name}" for name in self._hosts}:
            return PlainTextResponse("Not from another page.", 403)
        if scope["method"] not in self._methods:
            return PlainTextResponse("The store is open for reading only.", 405, headers={"Allow": ", ".join(self._methods)})
        if scope["method"] == "POST" and (problem := _unfit(headers, origin)):
            return problem
        return self._without_token(scope, headers)

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """None where the token is right; a redirect that keeps it as a cookie where it stands in the address."""
        if self._token is None:
            return None
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(key == "token" and self._same(value) for key, value in query):
            rest = urlencode([pair for pair in query if pair[0] != "token"])
            path = "/" + scope["path"].lstrip("/\\")
            answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
            answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
            return answer
        if self._same(_cookie(headers, self._cookie)) or self._same(headers.get("authorization", "").removeprefix("Bearer ")):
            return None
        return PlainTextResponse("Open the address that `detente serve` printed: it holds the token.", 401)

    def _same(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._token or "").encode())


def _unfit(headers: Headers, origin: str | None) -> Response | None:
    """What keeps a change out: it must say that it comes from our page, be JSON and small."""
    if origin is None:
        return PlainTextResponse("A change must come from the page itself.", 403)
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return PlainTextResponse("A change is JSON.", 415)
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return PlainTextResponse("A change says how long it is.", 411)
    return PlainTextResponse("Too long.", 413) if int(length) > BODY else None


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _headed(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return with_headers
