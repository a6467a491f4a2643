"""Whatever is asked, by whomever: an answer or a reason, never a failure of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from detente.web.api import asked
from detente.web.api.asked import Question
from tests.web import made

KINDS: dict[str, type[Question]] = {
    "facets": asked.Narrowed, "histogram": asked.Stepped, "story": asked.Stepped, "entries": asked.Several, "events": asked.Paged,
    "network": asked.Narrowed, "map": asked.Narrowed, "actor": asked.Someone, "positions": asked.Issued, "dyad": asked.Paired,
    "stories": asked.Renewed, "search": asked.Sought, "statements": asked.Stated, "article": asked.One, "event": asked.One,
    "citation": asked.One, "export": asked.Exported,
}  # fmt: skip
LIKELY = [
    "a", "a-met", "a-said", "state:irn", "Iran", "oman", "2020-03-02", "0001-01-01", "9999-12-31", "CONSULT", "meet", "04", "actual", "event",
    "article", "statement", "day", "decade", "week", "1", "0", "true", "200", "jsonl", "gdelt", "csv", "OMN", '"', "talks*", "-x OR y", "NEAR(", "%",
    "WyI5OTk5IiwiOTk5OSIsImEtbWV0Il0", "WyJ4Il0", "W10", "\u202e", "\U0001f5ff", "'; DROP TABLE article; --", "..", "evil/../../<x>\u202e",
]  # fmt: skip
VALUES = st.one_of(st.sampled_from(LIKELY), st.text(max_size=20), st.dates().map(str))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with made.client(made.store(tmp_path_factory.mktemp("fuzz") / "s"), edit=True) as asking:
        yield asking


@st.composite
def questions(draw: st.DrawFn) -> str:
    noun = draw(st.sampled_from(sorted(KINDS)))
    names = KINDS[noun].__struct_encode_fields__
    needed = [n for n in names if n in ("id", "a", "b", "to")]
    given = [(n, draw(VALUES)) for n in needed] + draw(st.lists(st.tuples(st.sampled_from(names), VALUES), max_size=4))
    return f"/api/{noun}?{urlencode(given, errors='surrogatepass')}"


@given(questions())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_question_has_an_answer_or_a_reason(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (200, 400, 404), (address, answer.text)
    if answer.status_code != 200:
        assert json.loads(answer.content)["error"]


@given(st.text(max_size=40))
def test_any_path_is_a_page_or_none(client: TestClient, path: str) -> None:
    answer = client.get("/" + quote(path, safe="/", errors="surrogatepass"), follow_redirects=False)
    assert answer.status_code in (200, 307, 404), (path, answer.text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(LIKELY) | st.text(max_size=9), lambda c: st.lists(c, max_size=3)
)
FIELDS = st.sampled_from(["verdict", "of", "about", "reason", "field", "value", "id"])


@given(st.sampled_from(["judge", "correct", "undo"]), st.dictionaries(FIELDS, JSON, max_size=5))
def test_anything_said_is_heard_or_refused(client: TestClient, noun: str, body: dict[str, object]) -> None:
    answer = client.post(f"/api/{noun}", json=body)
    assert answer.status_code in (200, 400), (noun, body, answer.text)


@given(st.binary(max_size=60))
def test_bytes_that_are_no_json_are_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/judge", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
