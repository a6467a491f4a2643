"""Names of several words, found by their first word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.lexicon.phrases import PhraseTable, fold, keys, pieces


def test_names_compare_without_case_accents_and_hyphens() -> None:
    assert pieces("Kim Jong-un") == ("kim", "jong", "un")
    assert pieces("Côte d’Ivoire") == ("cote", "d'ivoire")
    assert pieces("Gen. Pinochet") == ("gen", "pinochet")
    assert pieces("the U.N.") == ("the", "u.n.")


def test_the_longest_phrase_wins_and_hyphens_may_stand_between() -> None:
    table = PhraseTable([("North Korea", 1), ("North", 2), ("Kim Jong-un", 3)])
    words = keys(["North", "Korea", "Kim", "Jong", "-", "un"])
    korea = table.at(words, 0, 6)
    assert korea is not None and (korea.last, korea.meanings) == (2, (1,))
    kim = table.at(words, 2, 6)
    assert kim is not None and (kim.last, kim.meanings) == (6, (3,))


def test_a_phrase_does_not_reach_over_the_end() -> None:
    assert PhraseTable([("North Korea", 1)]).at(("north", "korea"), 0, 1) is None


def test_two_things_under_one_name_are_both_kept() -> None:
    assert PhraseTable([("Ri Yong-ho", "minister"), ("Ri Yong Ho", "general")]).get("Ri Yong-ho") == ("minister", "general")


@given(st.text())
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)
