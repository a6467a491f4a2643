"""The explorer over HTTP: pages, answers as JSON, files, and what a person says; every request passes the guard first."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from importlib import resources
from typing import TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from detente.archive.archive import Archive
from detente.errors import DetenteError, InputError
from detente.web import edit, openapi, query
from detente.web.answers import Answers
from detente.web.api import asked
from detente.web.api.asked import Question
from detente.web.api.single import Heard
from detente.web.explorer import LONG, Explorer
from detente.web.file import get_export
from detente.web.guard import Guard
from detente.web.nouns.table import Noun, nouns

Q = TypeVar("Q", bound=Question)
PAGES = ("story", "network", "map", "actor", "article", "event", "statements", "search", "positions", "dyad", "stories", "weigh")
"""Pages by the first part of their address; the script in the browser does the rest."""
_TYPES = {
    "js": "text/javascript", "css": "text/css", "html": "text/html", "json": "application/json", "svg": "image/svg+xml",
    "txt": "text/plain",
}  # fmt: skip
_NAME = re.compile(r"(?:[a-z0-9-]+/)*[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?P<type>js|css|html|json|svg|txt)")
_encoder = msgspec.json.Encoder()


def app(explorer: Explorer, *, token: str | None, hosts: Sequence[str]) -> ASGIApp:
    """The application of an explorer, behind the guard."""
    table = nouns(explorer)
    answers = Answers(explorer)
    described = msgspec.json.encode(openapi.describe(table, edit=explorer.edit))
    routes = [
        *(Route(f"/api/{noun.name}", _answered(answers, noun)) for noun in table),
        Route("/api/export", _exported(explorer)),
        Route("/openapi.json", lambda request: Response(described, media_type="application/json")),
        Route("/static/{name:path}", _static),
        Route("/", _page),
        *(Route(f"/{name}{rest}", _page) for name in PAGES for rest in ("", "/{id:path}")),
        *(_words(explorer) if explorer.edit else ()),
    ]
    errors: dict[type[Exception], Callable[[Request, Exception], Response]] = {HTTPException: _http, DetenteError: _wrong}
    return Guard(Starlette(routes=routes, exception_handlers=errors), token=token, hosts=hosts, edit=explorer.edit)


def _answered(answers: Answers, noun: Noun) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        data = answers.get(noun, request.scope["query_string"].decode("latin-1"))
        return Response(data, media_type="application/json") if data is not None else refused(404, f"no such {noun.name}")

    return endpoint


def _exported(explorer: Explorer) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        one = query.read(request.scope["query_string"].decode("latin-1"), asked.Exported)
        file = explorer.ask(lambda store: get_export(store, one), seconds=LONG)
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        return Response(file.data, media_type="application/octet-stream", headers=headers)

    return endpoint


def _words(explorer: Explorer) -> Sequence[Route]:
    return (
        Route("/api/judge", _heard(explorer, asked.Judged, edit.judge), methods=["POST"]),
        Route("/api/correct", _heard(explorer, asked.Corrected, edit.correct), methods=["POST"]),
        Route("/api/undo", _heard(explorer, asked.Undone, edit.undo), methods=["POST"]),
    )


def _heard(explorer: Explorer, kind: type[Q], say: Callable[[Archive, Q, str], Heard]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        one = query.body(await request.body(), kind)
        heard = await run_in_threadpool(explorer.change, lambda archive: say(archive, one, explorer.author))
        return Response(_encoder.encode(heard), media_type="application/json")

    return endpoint


def _page(request: Request) -> Response:
    return _file("index.html")


def _static(request: Request) -> Response:
    return _file(str(request.path_params["name"]))


def _file(name: str) -> Response:
    """A file of the package, by a plain name; nothing else can be named."""
    found = _NAME.fullmatch(name)
    data = static(name) if found else None
    if found is None or data is None:
        return refused(404, "no such page")
    return Response(data, media_type=_TYPES[found["type"]])


def static(name: str) -> bytes | None:
    """What is in a file of the explorer; None where there is none."""
    package = resources.files("detente")
    if name == "world.json":
        return package.joinpath("data", "map", name).read_bytes()
    for folder in (("web", "static", "explorer"), ("web", "static")):
        file = package.joinpath(*folder, *name.split("/"))
        if file.is_file():
            return file.read_bytes()
    return None


def refused(status: int, words: str) -> Response:
    """Why there is no answer."""
    return Response(_encoder.encode({"error": words}), status, media_type="application/json")


def _wrong(request: Request, error: Exception) -> Response:
    return refused(400 if isinstance(error, InputError) else 503, str(error))


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return refused(status, {404: "no such page", 405: "not in this way"}.get(status, "refused"))
