"""Stages say what they need and give; a wrong list is refused by name; a stage gets what it declares and nothing else."""

from __future__ import annotations

import inspect

import pytest

from detente.errors import WiringError
from detente.pipeline import BATCH, GIVEN, STAGES, Pipeline, Stage, check
from detente.reading import Doubt
from detente.records import Article, Problem

SEOUL = Article(
    id="a",
    text="South Korean President Moon Jae-in met North Korean leader Kim Jong-un at Panmunjom on April 27.",
    digest="",
    published="2018-05-09",
)


def test_our_own_list_fits() -> None:
    check(STAGES)


def give(parse: object) -> tuple[object, tuple[Doubt, ...]]:
    return parse, ()


def test_a_need_that_nobody_gives_is_named() -> None:
    with pytest.raises(WiringError, match="second needs mentions"):
        check([Stage("second", ("mentions",), "x", give)])


def test_a_field_is_filled_once() -> None:
    with pytest.raises(WiringError, match="first gives parse"):
        check([Stage("first", ("parse",), "parse", give)])


def test_a_verb_takes_what_its_stage_declares() -> None:
    with pytest.raises(WiringError, match="first declares article"):
        check([Stage("first", ("article",), "x", give)])


@pytest.mark.model
def test_a_stage_reads_what_it_declares_and_nothing_else(pipeline: Pipeline) -> None:
    """Each stage's verb is run with a spy in place of every other value: it cannot reach one that it does not name."""
    whole = pipeline.read(SEOUL)
    for stage in STAGES:
        parameters = inspect.signature(stage.run).parameters
        assert set(parameters) == set(stage.needs)
        values = {n: getattr(pipeline if n in ("lexicon", "grammar") else whole, n) for n in stage.needs}
        made, _ = stage.run(**values)
        assert made == getattr(whole, stage.gives)
    assert {"article", "parse"} <= set(GIVEN)


@pytest.mark.model
def test_a_summit_is_read_whole(pipeline: Pipeline) -> None:
    reading = pipeline.read(SEOUL)
    (meeting,) = [e for e in reading.events if e.code == "CONSULT"]
    assert {*meeting.actors, *meeting.recipients} == {"person:moon-jae-in", "person:kim-jong-un"}
    assert meeting.factuality == "actual"
    assert meeting.when is not None and (meeting.when.start, meeting.when.end) == ("2018-04-27", "2018-04-27")
    assert meeting.where is not None and meeting.where.name == "Panmunjom"
    assert SEOUL.text[meeting.evidence[0].start : meeting.evidence[0].end] == meeting.evidence[0].quote


@pytest.mark.model
def test_the_same_text_gives_the_same_records(pipeline: Pipeline) -> None:
    assert list(pipeline.read(SEOUL).all()) == list(pipeline.read(SEOUL).all())


@pytest.mark.model
@pytest.mark.parametrize("text", ["", ".", "“", "Kim", "a\n\nb", "»Nein«, sagte er", "1 2 3", "He said “she said ‘no’."])
def test_no_text_fails(pipeline: Pipeline, text: str) -> None:
    assert pipeline.read(Article(id="a", text=text, digest="")).article.text == text


@pytest.mark.model
def test_a_statement_has_the_day_on_which_it_was_said(pipeline: Pipeline) -> None:
    """Not the day of what it tells."""
    text = "The Chinese Foreign Ministry confirmed Tuesday that Kim Jong-un met Xi Jinping on Monday."
    (told,) = pipeline.read(Article(id="a", text=text, digest="", published="2018-05-09")).statements
    assert told.when is not None and (told.when.start, told.when.end) == ("2018-05-08", "2018-05-08")


@pytest.mark.model
def test_their_before_its_sentence_is_who_the_sentence_names(pipeline: Pipeline) -> None:
    text = (
        "“Beijing sees Pyongyang as a chip in its contest with the US,” an analyst said.\n\n"
        "Despite their pledge to work together, conflicts have intensified between the two countries, China and the US."
    )
    pledges = [e for e in pipeline.read(Article(id="a", text=text, digest="", published="2018-05-09")).events if e.code == "AGREE"]
    assert [set(e.actors) for e in pledges] == [{"state:chn", "state:usa"}]


@pytest.mark.model
def test_the_leaders_are_those_of_the_day(pipeline: Pipeline) -> None:
    """An earlier president whom the background names by the same title is not meant."""
    text = (
        "The leaders of South Korea and North Korea signed a declaration on Friday.\n\n"
        "South Korean President Moon Jae-in met North Korean leader Kim Jong-un.\n\n"
        "President Roh Moo-hyun went to Pyongyang in October 2007."
    )
    signed = next(e for e in pipeline.read(Article(id="a", text=text, digest="", published="2018-04-27")).events if e.code == "SUPPORT")
    assert set(signed.actors) == {"person:moon-jae-in", "person:kim-jong-un"}


@pytest.mark.model
def test_articles_read_together_give_what_each_gives_alone(pipeline: Pipeline) -> None:
    """Problems of the input keep their place; a batch is parsed when it is full or the input ends."""
    long = Article(id="b", text="\n\n".join([SEOUL.text] * (BATCH // len(SEOUL.text) + 1)), digest="")
    short = [Article(id=f"s{n}", text=f"Envoys of {n} states met in Geneva.\n\nThey left.", digest="") for n in range(5)]
    broken = Problem(id="p", stage="ingest", code="empty", message="c.txt: the file is empty")
    found: list[Article | Problem] = [*short[:2], broken, SEOUL, long, *short[2:]]
    made = list(pipeline.read_many(found))
    assert made == [pipeline.read(item) if isinstance(item, Article) else item for item in found]
