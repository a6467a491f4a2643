"""Cases beside the store: weighed as asked, never written, their words followed into articles that are here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlencode

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from detente.errors import InputError
from detente.store import SqliteStore
from detente.web import report
from detente.web.api.weigh import MOST, Weighed
from detente.web.cases import Cases
from detente.web.drawing import Label
from detente.weigh.result import Wanted, weigh
from tests.web import made
from tests.web.test_report import values
from tests.weigh.files import STATED, case, party, scale

EVIL = '<script>alert(1)</script><img src="x" onerror="alert(2)">'
QUOTED = """
[[evidence]]
id = "e1"
article = "{article}"
start = 0
end = 9
quote = "{quote}"
[[article]]
id = "{article}"
title = "{article}"
"""


def quoting(article: str, quote: str = "Ministers") -> str:
    """A case whose first anchor is quoted from an article."""
    text = scale() + party("North", "at A") + party("South", "at C")
    return QUOTED.format(article=article, quote=quote) + text.replace('"step by step"\n', '"step by step"\nevidence = ["e1"]\n')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made.store(tmp_path / "s")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    texts = {"korea": STATED, "other": quoting("nowhere"), "evil": scale() + party(EVIL.replace('"', "'"), "at A") + party("South", "at C")}
    for name, text in texts.items():
        (tmp_path / f"{name}.toml").write_text(text)
    return tuple(tmp_path / f"{name}.toml" for name in texts)


@pytest.fixture
def client(path: Path, files: tuple[Path, ...]) -> Iterator[TestClient]:
    with made.client(path, cases=files) as asking:
        yield asking


def ask(client: TestClient, query: Mapping[str, str | list[str]]) -> Weighed:
    answer = client.get(f"/api/weigh?{urlencode(query, doseq=True)}")
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=Weighed)


def test_the_pages_know_which_cases_there_are(client: TestClient, path: Path) -> None:
    assert client.get("/api/summary").json()["cases"] == ["korea", "other", "evil"]
    assert client.get("/weigh/korea").content == client.get("/").content
    assert "/api/weigh" in client.get("/openapi.json").json()["paths"]
    with made.client(path) as plain:
        assert plain.get("/api/weigh").status_code == 404


def test_a_question_is_answered_as_the_command_line_answers_it(client: TestClient) -> None:
    found = ask(client, {"join": "Japan at C", "compare": "without China"})
    assert (found.case, found.parties, found.anchors) == ("korea", ("North", "China", "South"), ("A", "B", "C"))
    assert found.places == ("at A", "between A and B", "at B", "between B and C", "at C"), "the scale ends at its anchors"
    sheet = next(s for s in found.sheets if s.block.key == "questions")
    assert [c.title for c in sheet.cards] == ["Japan joins, at C", "Without China"]
    # weights 1 at 0 and 1/4 at 100 without China: 25 / 1.25
    assert sheet.cards[1].lines[-1] == "The mean: 20; it moves 5.714 toward A."
    assert "drawing" in msgspec.to_builtins(sheet.cards[1])


def test_only_what_is_asked_for_is_run(client: TestClient) -> None:
    assert not {"questions", "models", "paths", "gains"} & {s.block.key for s in ask(client, {}).sheets}
    found = {s.block.key: s for s in ask(client, {"model": "all", "gains": "1", "draws": "20"}).sheets}
    assert {"models", "paths", "gains", "power"} <= set(found)
    assert len(found["paths"].drawings) == 2, "both variants, always"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"join": "China"}, '"X at B"'),
        ({"join": "China at Z"}, "no anchor is called 'Z'"),
        ({"leave": "Atlantis"}, "no party is called 'Atlantis'"),
        ({"salience": "North=200"}, "0 to 100"),
        ({"influence": "North"}, "X=60"),
        ({"compare": "China"}, "without X"),
        ({"reach": "Nobody: A"}, "X: B"),
        ({"model": "oracle"}, "one of nash"),
        ({"draws": "1000000"}, "draws"),
        ({"draws": "x"}, "draws"),
        ({"case": "../../etc/passwd"}, "no case is called"),
        ({"foo": "1"}, "foo"),
        ({"leave": ["North"] * MOST, "gains": "1", "join": "x at A"}, f"more than {MOST}"),
    ],
)
def test_a_bad_question_is_refused_with_the_reason(client: TestClient, query: Mapping[str, str | list[str]], words: str) -> None:
    answer = client.get(f"/api/weigh?{urlencode(query, doseq=True)}")
    assert answer.status_code == 400
    assert words in answer.json()["error"]


def test_each_case_by_its_name(client: TestClient) -> None:
    assert ask(client, {"case": "other"}).parties == ("North", "South")


def test_words_are_followed_only_where_they_stand_here(path: Path, tmp_path: Path) -> None:
    texts = {"here": quoting("a"), "moved": quoting("a", "Ministerx"), "away": quoting("nowhere")}
    for name, text in texts.items():
        (tmp_path / f"{name}.toml").write_text(text)
    with made.client(path, cases=[tmp_path / f"{name}.toml" for name in texts]) as client:
        found = {name: ask(client, {"case": name}) for name in texts}
    assert {name: one.evidence[0].here for name, one in found.items()} == {"here": True, "moved": False, "away": False}
    anchors = next(s.block for s in found["here"].sheets if s.block.key == "anchors")
    assert anchors.cites == (("e1",), (), ())


def test_a_case_is_never_written_and_read_anew_when_it_was_edited(client: TestClient, files: tuple[Path, ...]) -> None:
    before = files[0].read_bytes()
    ask(client, {"join": "Japan at A"})
    assert files[0].read_bytes() == before
    files[0].write_text(STATED + party("Mongolia", "at A", 10))
    assert "Mongolia" in ask(client, {}).parties
    files[0].write_text("[[issue]]\nnom = 1")
    assert client.get("/api/weigh").status_code == 400


def test_strings_of_a_case_are_data_and_no_markup(client: TestClient, path: Path, files: tuple[Path, ...], tmp_path: Path) -> None:
    assert EVIL.replace('"', "'") in ask(client, {"case": "evil"}).parties
    assert client.get("/api/weigh?case=evil").headers["content-type"] == "application/json"
    with_store(path, tmp_path / "r", files)
    assert all(b"<" not in p.read_bytes() for p in (tmp_path / "r" / "data").glob("weigh*.js"))


def with_store(path: Path, folder: Path, files: tuple[Path, ...]) -> None:
    store = SqliteStore(path)
    try:
        report.write(store, folder, report.Asked(cases=Cases(files)))
    finally:
        store.close()


def test_a_report_holds_each_case_with_all_models(path: Path, files: tuple[Path, ...], tmp_path: Path) -> None:
    with_store(path, tmp_path / "r", files)
    held = values(tmp_path / "r")
    assert {k for k in held if k.startswith("weigh/")} == {"weigh/korea", "weigh/other", "weigh/evil"}
    found = msgspec.json.decode(held["weigh/korea"], type=Weighed)
    assert {"models", "gains", "accuracy"} <= {s.block.key for s in found.sheets}
    assert (tmp_path / "r" / "weighing.css").is_file()


def test_two_cases_of_one_name_and_a_broken_one_are_refused(tmp_path: Path, files: tuple[Path, ...]) -> None:
    (tmp_path / "more").mkdir()
    twin = tmp_path / "more" / "korea.toml"
    twin.write_text(STATED)
    with pytest.raises(InputError, match="another case is called 'korea'"):
        Cases((files[0], twin))
    twin.write_text("x")
    with pytest.raises(InputError, match=r"korea\.toml"):
        Cases((twin,))


def test_no_number_of_a_drawing_is_lost_on_the_way(client: TestClient) -> None:
    """The page of `weigh run -o` and the explorer draw the same values."""
    found = next(s for s in ask(client, {}).sheets if s.block.key == "histogram").drawings[0]
    shares = [shape.text for shape in found.shapes if isinstance(shape, Label) and "%" in shape.text]
    told = weigh(case(STATED), Wanted()).issues[0].setting.seats
    assert len(shares) == len(told)
    assert shares == ["57 %", "29 %", "14 %"]


WORDS = st.one_of(
    st.sampled_from(
        [
            "North", "China at B", "North,South at C", "South to A", "China between A and C", "x beyond A", "North=60-80", "South=0", "North: B", "China=" + "9" * 290,
            "without China, North", "with Japan at C", "without North, China, South", "all", "nash", "\u0663", "=", ":", " at ", "North at A at B", "at A",
        ]
    ),
    st.text(max_size=12),
)  # fmt: skip
FIELDS = ("join", "leave", "bloc", "shift", "salience", "influence", "compare", "reach", "model", "gains", "draws", "seed")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(FIELDS), WORDS), max_size=5), st.sampled_from(["korea", "other", "evil"]))
def test_whatever_is_asked_there_is_an_answer_or_a_reason(client: TestClient, asked: list[tuple[str, str]], name: str) -> None:
    answer = client.get(f"/api/weigh?{urlencode([('case', name), ('draws', '5'), *(a for a in asked if a[0] != 'draws')])}")
    assert answer.status_code in (200, 400), answer.text
    assert answer.status_code == 200 or answer.json()["error"]
