"""The explorer over HTTP: pages, answers, files, refusals, and what a person says."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import quote

import msgspec
import pytest
from starlette.testclient import TestClient

from detente import codec
from detente.errors import InputError
from detente.store import SqliteStore
from detente.store.protocol import Kind
from detente.web.app import PAGES
from detente.web.explorer import Explorer
from detente.web.guard import HEADERS
from detente.web.nouns.table import Noun, nouns
from tests.store.many import RUN, reading
from tests.web import made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made.store(tmp_path / "s")


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    with made.client(path) as asking:
        yield asking


@pytest.fixture
def editor(path: Path) -> Iterator[TestClient]:
    with made.client(path, edit=True) as asking:
        yield asking


@pytest.fixture
def table(path: Path) -> Iterator[tuple[Noun, ...]]:
    explorer = Explorer(path)
    yield nouns(explorer)
    explorer.close()


def test_every_page_is_the_same_document_under_the_policy(client: TestClient) -> None:
    bodies = {client.get(f"/{page}").content for page in ("", *PAGES, "event/a-met", "article/a/b%2Fc")}
    assert len(bodies) == 1
    answer = client.get("/")
    assert b"<script" in answer.content
    assert b"<script>" not in answer.content
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    ("name", "kind"), [("vendor.js", "text/javascript"), ("explorer/explorer.css", "text/css"), ("world.json", "application/json")]
)
def test_files_of_the_package_are_given(client: TestClient, name: str, kind: str) -> None:
    answer = client.get(f"/static/{name}")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize(
    "name",
    ["../guard.py", "..%2f..%2fguard.py", "%2e%2e/app.py", "/etc/passwd", "//etc/passwd.txt", "explorer/../../app.py", "x%00.js", "vendor.js/",
     "..\\app.js", "explorer", "", ".js", "explorer/%2e%2e/vendor.js"],
)  # fmt: skip
def test_nothing_else_is(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_every_noun_answers_in_its_own_form(client: TestClient, table: tuple[Noun, ...]) -> None:
    asked = {
        "entries": "id=a-met",
        "actor": "id=state:irn",
        "dyad": "a=state:irn&b=state:omn",
        "article": "id=a",
        "event": "id=a-met",
        "citation": "id=a",
    }
    for noun in table:
        answer = client.get(f"/api/{noun.name}?{asked.get(noun.name, '')}")
        assert answer.status_code == 200, (noun.name, answer.text)
        assert answer.headers["content-type"] == "application/json"
        msgspec.json.decode(answer.content, type=noun.answer)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/story?foo=1", 400),
        ("/api/search?after=zz", 400),
        ("/api/search?text=-", 400),
        ("/api/statements?code=AID", 400),
        ("/api/article", 400),
        ("/api/article?id=nothing", 404),
        ("/api/article?id=..%2F..%2Fetc%2Fpasswd", 404),
        ("/api/event?id=a-said", 404),
        ("/api/event?id=%25", 404),
        ("/api/actor?id=nobody", 404),
        ("/api/dyad?a=state:irn&b=state:irn", 400),
        ("/api/citation?id=zz", 404),
        ("/api/export?to=exe", 400),
        ("/api/export", 400),
        ("/api/nothing", 404),
        ("/nothing", 404),
    ],
)
def test_refusals_say_why(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert json.loads(answer.content)["error"]


def test_a_question_that_takes_too_long_is_answered_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.store.db.STEPS", 1)
    monkeypatch.setattr(Explorer.ask, "__kwdefaults__", {"seconds": 0.0})
    answer = client.get("/api/story")
    assert (answer.status_code, "error" in answer.json()) == (503, True)


def test_an_answer_follows_what_is_written_meanwhile(client: TestClient, path: Path) -> None:
    assert client.get("/api/summary").json()["counts"]["articles"] == 4
    writer = SqliteStore(path, write=True)
    writer.add([reading("new")], RUN, added="2026-02-01")
    writer.close()
    assert client.get("/api/summary").json()["counts"]["articles"] == 5


def test_an_export_holds_what_the_filter_leaves(client: TestClient) -> None:
    answer = client.get("/api/export?to=geojson&until=2020-03-04")
    assert answer.headers["content-disposition"] == 'attachment; filename="detente-geojson.geojson"'
    assert len(answer.json()["features"]) == 1
    several = client.get("/api/export?to=csv&until=2020-03-04")
    assert several.headers["content-disposition"].endswith('.csv.zip"')
    names = zipfile.ZipFile(io.BytesIO(several.content)).namelist()
    assert "detente-csv.csv" in names
    assert "detente-csv.csv.README.txt" in names
    assert several.content == client.get("/api/export?to=csv&until=2020-03-04").content


def test_the_description_names_every_noun_and_parameter(client: TestClient, editor: TestClient, table: tuple[Noun, ...]) -> None:
    told = client.get("/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    for noun in table:
        named = {p["name"] for p in told["paths"][f"/api/{noun.name}"]["get"]["parameters"]}
        assert named == set(noun.asked.__struct_encode_fields__)
    assert not any("post" in operations for operations in told["paths"].values())
    assert "post" in editor.get("/openapi.json").json()["paths"]["/api/judge"]


def test_nothing_can_be_said_where_only_reading_is_allowed(client: TestClient) -> None:
    said = {"verdict": "same_event", "of": ["a-met", "c-met"]}
    assert client.post("/api/judge", json=said).status_code == 405


def test_events_are_joined_by_hand_and_the_word_is_taken_back(editor: TestClient) -> None:
    heard = editor.post("/api/judge", json={"verdict": "same_event", "of": ["a-met", "c-met"], "reason": "the same day"})
    assert (heard.status_code, heard.json()["new"]) == (200, True)
    joined = editor.get("/api/event?id=c-met").json()
    assert {t["id"] for t in joined["tellings"]} == {"a-met", "b-met", "c-met"}
    word = next(w for w in joined["said"] if w["id"] == heard.json()["id"])
    assert (word["author"], word["reason"], word["stands"]) == ("ann", "the same day", True)
    editor.post("/api/undo", json={"id": word["id"]})
    alone = editor.get("/api/event?id=c-met").json()
    assert [t["id"] for t in alone["tellings"]] == ["c-met"]
    assert not any(w["stands"] for w in alone["said"])


def test_a_telling_is_split_off_and_a_field_put_right(editor: TestClient) -> None:
    assert len(editor.get("/api/event?id=a-met").json()["tellings"]) == 2
    editor.post("/api/judge", json={"verdict": "different_event", "of": ["b-met", "a-met"]})
    assert len(editor.get("/api/event?id=a-met").json()["tellings"]) == 1
    heard = editor.post("/api/correct", json={"of": "a-met", "field": "status", "value": "denied"})
    assert editor.get("/api/event?id=a-met").json()["entry"]["status"] == "denied"
    editor.post("/api/undo", json=heard.json() and {"id": heard.json()["id"]})
    assert editor.get("/api/event?id=a-met").json()["entry"]["status"] == "actual"


@pytest.mark.parametrize(
    ("noun", "body"),
    [
        ("judge", {"verdict": "same_event", "of": ["a-met", "a-said"]}),
        ("judge", {"verdict": "same_event", "of": ["a-met", "a-met"]}),
        ("judge", {"verdict": "same_event", "of": ["a-met", "b-met"], "about": "when"}),
        ("judge", {"verdict": "conflict", "of": ["a-met", "b-met"]}),
        ("judge", {"verdict": "copy", "of": ["a", "nothing"]}),
        ("correct", {"of": "a-met", "field": "status", "value": "maybe"}),
        ("correct", {"of": "a-met", "field": "speaker", "value": "x"}),
        ("correct", {"of": "nothing", "field": "delete"}),
        ("undo", {"id": "nothing"}),
    ],
)
def test_words_that_make_no_sense_are_refused(editor: TestClient, noun: str, body: dict[str, object]) -> None:
    answer = editor.post(f"/api/{noun}", json=body)
    assert (answer.status_code, bool(answer.json()["error"])) == (400, True)


def test_a_file_of_records_is_shown_but_not_edited(tmp_path: Path) -> None:
    lines = tmp_path / "r.jsonl"
    lines.write_bytes(b"".join(codec.encode_lines(r for records in made.readings() for r in records)))
    with made.client(lines) as client:
        assert client.get("/api/summary").json()["counts"]["articles"] == 4
        assert client.get("/api/event?id=a-met").json()["entry"]["line"]
    with pytest.raises(InputError, match="only a store"):
        Explorer(lines, edit=True)


def test_nothing_is_left_of_a_file_that_holds_no_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "x.jsonl").write_text("{}\n")
    with pytest.raises(InputError, match=r"x\.jsonl:1"):
        Explorer(tmp_path / "x.jsonl")
    assert [p.name for p in tmp_path.iterdir()] == ["x.jsonl"]


def test_what_is_hostile_is_text_and_leads_nowhere(client: TestClient) -> None:
    ident = quote("evil/../../<x>\u202e", safe="")
    article = client.get(f"/api/article?id={ident}").json()
    assert article["headline"]["url"] is None
    assert all(c.isprintable() for c in article["headline"]["title"] + article["headline"]["outlet"])
    assert "".join(p["text"] for p in article["passages"]).count(made.EVIL) == 1
    for address in (f"/api/article?id={ident}", "/api/story", "/api/search?text=muscat", "/api/stories"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["content-type"], answer.headers["x-content-type-options"]) == (
            200,
            "application/json",
            "nosniff",
        )


def test_every_kind_of_record_can_be_searched(client: TestClient) -> None:
    for kind in get_args(Kind):
        page = client.get(f"/api/search?kind={kind}&text=muscat").json()
        assert page["kind"] == kind
        for hit in page["hits"]:
            assert hit["line"]
            assert any(piece["hit"] for piece in hit["snippet"])
