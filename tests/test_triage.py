"""Triage: what tells of politics is read, what cannot is skipped and says why, and nothing vanishes."""

from __future__ import annotations

import pytest

from detente import grammar, lexicon
from detente.lexicon import Shelf
from detente.nlp.parse import Parse
from detente.pipeline import Pipeline
from detente.records import Article, Problem
from detente.triage import NOBODY, NOTHING, Triage
from detente.triage.forms import Forms, Haystack, passages

FILLER = "The soup should simmer for an hour with carrots, leeks and a bay leaf, and then rest on the stove while you lay the table. " * 3


@pytest.fixture(scope="module")
def triage() -> Triage:
    shelf = Shelf()
    return Triage(lexicon.load(shelf), grammar.load(shelf), {"meet": ("met",), "man": ("men",)})


@pytest.mark.parametrize(
    "words",
    [
        "The minister condemned the raid.",
        "Moscow expelled two British diplomats.",
        "Mr Guterres lamented the collapse of the grain deal.",
        "President Moon met Kim Jong-un.",
        "The rebels freed nine hostages.",
        "Sanctions on Iran were lifted by the U.S. Treasury.",
        "The two Koreas agreed to talk.",
    ],
)
def test_one_sentence_of_politics_in_a_long_text_is_enough(triage: Triage, words: str) -> None:
    assert triage.reason(f"{FILLER}\n\n{words}\n\n{FILLER}") is None


@pytest.mark.parametrize(
    "words", ["Fresh fighting near Goma forced many to flee.", "A mortar round landed in the zone.", "Cairo urged both to unite."]
)
def test_a_brief_is_read_wherever_it_names_or_tells_something(triage: Triage, words: str) -> None:
    assert triage.reason(words) is None


def test_a_recipe_is_skipped_and_says_why(triage: Triage) -> None:
    assert triage.reason(FILLER) == NOBODY
    assert triage.reason(f"{FILLER} In Madrid the king eats it for breakfast.") == NOTHING


def test_a_country_in_which_something_is_does_nothing(triage: Triage) -> None:
    assert triage.reason(f"{FILLER} Visit stalls in China and near Moscow.") == NOBODY
    assert triage.reason(f"{FILLER} China and Moscow visit stalls.") is None


def test_case_tells_names_from_words(triage: Triage) -> None:
    assert triage.reason(f"{FILLER} The turkey was condemned by all.") is not None
    assert triage.reason(f"{FILLER} Turkey was condemned by all.") is None


def test_names_do_not_reach_over_the_end_of_a_sentence() -> None:
    hay = Haystack.of("He left the U.N. on Gen. Smith's day. Korea’s Müller-Kim came.")
    assert [hay.folded[a:b].split() for a, b in zip((0, *hay.ends), hay.ends, strict=False)] == [
        "he left the u.n. on gen smith 's day".split(),
        "korea 's muller kim came".split(),
    ]
    assert len(hay.plain) == len(hay.folded)


def test_forms_hold_what_a_text_may_print() -> None:
    forms = Forms({"meet": ("met",)})
    assert {"meet", "met", "meets", "meeting"} <= set(forms.of("meet"))
    assert {"denies", "denied", "denying"} <= set(forms.of("deny"))
    assert {"banned", "bans"} <= set(forms.of("ban"))
    assert {"peace talk", "peace talks"} <= set(forms.of("peace talk"))
    assert {"cease fires"} <= set(forms.of("cease-fire"))
    assert set(forms.of("%")) == set()


def test_passages_are_the_text() -> None:
    text = "\n".join("word " * n for n in range(90))
    assert "".join(passages(text)) == text
    assert len(list(passages(text))) > 2


@pytest.mark.model
def test_a_skipped_article_is_recorded_with_the_reason(pipeline: Pipeline, triage: Triage) -> None:
    sifting = Pipeline(pipeline.parser, pipeline.lexicon, pipeline.grammar, triage=triage)
    soup = Article(id="soup", text=FILLER, digest="")
    news = Article(id="news", text="Moscow expelled two British diplomats.", digest="")
    first, second = sifting.read_many([soup, news])
    assert not isinstance(first, Problem)
    assert not isinstance(second, Problem)
    assert [(type(r), r.id) for r in first.all()] == [(Article, "soup"), (Problem, first.problems[0].id)]
    assert (first.problems[0].stage, first.problems[0].code, first.problems[0].message) == ("triage", "skipped", NOBODY)
    assert first.parse == Parse.of_nothing()
    assert second.events
    assert sifting.run().options == {"triage": "yes"}
    assert pipeline.run().options == {}
