"""The description of all addresses, in OpenAPI 3.1, made from the structs themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import TypeAlias

import msgspec

from detente.web.api import asked
from detente.web.api.asked import Question
from detente.web.api.single import Heard
from detente.web.nouns.table import Noun

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
_REFERENCE = "#/components/schemas/{name}"


class Failure(msgspec.Struct, frozen=True):
    """Why there is no answer."""

    error: str


_POSTS: tuple[tuple[str, type[Question]], ...] = (("judge", asked.Judged), ("correct", asked.Corrected), ("undo", asked.Undone))


def describe(table: Sequence[Noun], *, edit: bool = False) -> Mapping[str, Json]:
    """The description; what changes a store is in it where that is allowed."""
    types: list[type[msgspec.Struct]] = [noun.answer for noun in table] + [Failure]
    types += [Heard, *(kind for _, kind in _POSTS)] if edit else []
    answers, parts = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    schemas = dict(zip(types, answers, strict=True))
    paths: dict[str, Json] = {
        f"/api/{noun.name}": {"get": _get(noun.name, noun.asked, {"application/json": {"schema": schemas[noun.answer]}})} for noun in table
    }
    paths["/api/export"] = {"get": _get("export", asked.Exported, {"application/octet-stream": {}})}
    for name, kind in _POSTS if edit else ():
        body: Json = {"required": True, "content": {"application/json": {"schema": schemas[kind]}}}
        ok: Json = {"description": "taken in", "content": {"application/json": {"schema": schemas[Heard]}}}
        paths[f"/api/{name}"] = {
            "post": {"operationId": name, "requestBody": body, "responses": {"200": ok, **_failures(), **_barred(edit=True)}}
        }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Detente: the explorer", "version": version("detente")},
        "paths": paths,
        "components": {"schemas": parts, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{"token": []}],
    }


def _get(name: str, kind: type[Question], content: Json) -> Json:
    responses: Json = {"200": {"description": "the answer", "content": content}, **_failures(), **_barred()}
    return {"operationId": name, "parameters": _parameters(kind), "responses": responses}


def _failures() -> dict[str, Json]:
    """What is refused, and why."""
    content: Json = {"application/json": {"schema": {"$ref": _REFERENCE.format(name="Failure")}}}
    told = (("400", "cannot be asked"), ("404", "nothing of that id or name"), ("503", "takes too long"))
    return {status: {"description": words, "content": content} for status, words in told}


def _barred(*, edit: bool = False) -> dict[str, Json]:
    """What the guard says."""
    told = [("401", "no token"), ("403", "from another page"), ("421", "under another name")]
    told += [("411", "no length"), ("413", "too long"), ("415", "no JSON")] if edit else []
    return {status: {"description": words, "content": {"text/plain": {"schema": {"type": "string"}}}} for status, words in told}


def _parameters(kind: type[Question]) -> Json:
    """The fields of a question as parameters of the query."""
    (_,), parts = msgspec.json.schema_components([kind], ref_template=_REFERENCE)
    schema = parts[kind.__name__]
    required = schema.get("required", ())
    return [
        {"name": name, "in": "query", "required": name in required, "schema": form, "style": "form", "explode": True}
        for name, form in schema["properties"].items()
    ]
