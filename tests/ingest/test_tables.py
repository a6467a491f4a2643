"""The tables as they ship, and rows that do not fit."""

from __future__ import annotations

import pytest

from detente.errors import DataError
from detente.ingest import furniture, language
from detente.ingest.tables import Match, table

HEADER = "match\twhy\twhere\trun\twords\n"
NO_LANGUAGES = "language\tname\tscript\twords\n"


def test_rows_become_matches() -> None:
    known = table(HEADER + "line\tmenu\tedge\t\tnews|sport\nlabel\trelated\tany\t\tread more\n", NO_LANGUAGES)
    assert known.match("» SPORT «") == Match("menu", "edge")
    assert known.match("Read more: Council rejects toll") == Match("related")
    assert known.match("Read more of this") is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("line\tmenu\tany\tnews\n", "2: 4 cells"),
        ("lines\tmenu\tany\t\tx\n", "2: not a row"),
        ("pattern\tx\tany\t\t(\n", "2: missing"),
    ],
)
def test_rows_that_do_not_fit_are_named(row: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        table(HEADER + row, NO_LANGUAGES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The two ministers met in Vienna and agreed that the border should be opened in the spring.", None),
        ("Kim Trump Moon Xi Putin Abe", None),
        (
            "Les deux ministres se sont rencontrés à Vienne et ont décidé que la frontière serait ouverte au printemps.",
            "French",
        ),
        ("Los dos ministros se reunieron en Viena y acordaron que la frontera se abrirá en la primavera.", "Spanish"),
        (
            "İki bakan Viyana'da bir araya geldi ve sınır kapısının ilkbaharda açılması için bir karar aldı, bu da yeni bir adım oldu.",
            "Turkish",
        ),
        (
            "Kedua menteri bertemu di Wina dan sepakat untuk membuka perbatasan itu pada musim semi tahun ini.",
            "Indonesian or Malay",
        ),
        ("두 장관은 빈에서 만나 국경을 열기로 합의했다.", "Korean"),
        ("两位部长在维也纳会晤，同意开放边境。", "Chinese"),
        ("二人の大臣はウィーンで会談し、国境の開放に合意した。", "Japanese"),
        ("اجتمع الوزيران في فيينا واتفقا على فتح الحدود.", "Arabic, Persian or Urdu"),
    ],
)
def test_languages_are_told_apart(text: str, name: str | None) -> None:
    assert language.foreign(text, furniture.load()) == name
