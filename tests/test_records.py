"""The vocabulary and its codec: what is written is read back, and a reader sees the kind first."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente import codec
from detente.errors import InputError
from detente.records import AnyRecord, Article, Event, Quote, Role, When

TEXT = "Kim met Xi."
EVENT = Event(
    id="e1",
    article="a",
    code="CONSULT",
    actors=("person:kim-jong-un",),
    recipients=("person:xi-jinping",),
    symmetric=True,
    factuality="actual",
    when=When("2018-05-07", "2018-05-08", "day", "relative", "Monday and Tuesday"),
    plover="CONSULT",
    intensity=2.5,
    quad=1,
    evidence=(Quote(0, 10, "Kim met Xi"),),
    made_by="consult.meet",
)


def test_kind_stands_first() -> None:
    assert codec.encode(EVENT).startswith(b'{"kind":"event","id":"e1"')


def test_an_open_side_of_an_interval_is_null() -> None:
    line = json.loads(codec.encode(EVENT))
    assert line["when"] == {
        "start": "2018-05-07",
        "end": "2018-05-08",
        "precision": "day",
        "basis": "relative",
        "quote": "Monday and Tuesday",
    }
    assert line["where"] is None


def test_a_role_writes_from_and_until() -> None:
    assert json.loads(msgspec.json.encode(Role("president", of="CHN", since="2013-03-14"))) == {
        "title": "president",
        "of": "CHN",
        "from": "2013-03-14",
        "until": None,
        "basis": "text",
    }


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_whatever_text_survives(text: str, start: int, end: int) -> None:
    article: AnyRecord = Article(id="a", text=text, digest="d", captions=(Quote(start, end, text[start:end]),))
    assert codec.decode(codec.encode(article)) == article


def test_a_line_that_is_no_record_is_named() -> None:
    with pytest.raises(InputError, match="not a record"):
        codec.decode('{"kind": "rumour"}')


def test_the_schema_has_every_kind() -> None:
    schema = json.loads(codec.schema())
    kinds = {k for d in schema["$defs"].values() for k in d["properties"].get("kind", {}).get("enum", ())}
    assert kinds == {"run", "article", "actor", "event", "statement", "position", "relation", "agreement", "problem"} | {
        "judgement",
        "correction",
    }


def test_ids_depend_on_every_part() -> None:
    assert codec.digest("a", "b") != codec.digest("ab") != codec.digest("a", "c")
    assert codec.digest("a", "b") == codec.digest("a", "b")
