"""spaCy behind the protocol: offsets hold whatever the white space, and an unknown pipeline is named."""

import pytest

from detente.errors import WiringError
from detente.nlp.spacy import SpacyParser, paragraphs
from detente.pipeline import Pipeline


def test_lines_are_paragraphs() -> None:
    assert list(paragraphs("One.\n\n Two.\nThree.")) == [(0, "One.", False), (7, "Two.", False), (12, "Three.", False)]


@pytest.mark.parametrize(
    "line",
    [
        "KYIV, Ukraine (AP) -- ",
        "SEOUL, May 9 (Yonhap) -- ",
        "GENEVA: ",
        "THE HAGUE, Netherlands — ",
        "ADDIS ABABA - ",
        "WASHINGTON (Reuters) - ",
    ],
)
def test_a_dateline_is_parsed_by_itself(line: str) -> None:
    assert list(paragraphs(line + "The talks failed.")) == [(0, line, False), (len(line), "The talks failed.", True)]


@pytest.mark.parametrize("line", ["The US-led talks - long delayed - failed.", "NATO chief: no talks", "UN says no.", "Kim: a profile"])
def test_other_beginnings_are_no_dateline(line: str) -> None:
    assert [goes_on for *_, goes_on in paragraphs(line)] == [False]


def test_an_unknown_pipeline_is_an_error() -> None:
    with pytest.raises(WiringError, match="no_such_pipeline"):
        SpacyParser("no_such_pipeline")


@pytest.mark.model
@pytest.mark.parametrize("text", ["Kim  met\u00a0Xi.", "\tKim met Xi in Dalian.\n\n\nHe left. ", "…", ""])
def test_every_word_stands_where_it_says(pipeline: Pipeline, text: str) -> None:
    parse = pipeline.parser.parse(text)
    assert [text[a:b] for a, b in zip(parse.start, parse.end, strict=True)] == list(parse.words)
    assert not any(w.isspace() for w in parse.words)


@pytest.mark.model
def test_verbs_and_common_nouns_have_base_forms(pipeline: Pipeline) -> None:
    parse = pipeline.parser.parse("The US reiterated its promises.")
    assert parse.lemma[:5] == ("the", "us", "reiterate", "its", "promise")
