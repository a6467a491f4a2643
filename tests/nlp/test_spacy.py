"""spaCy behind the protocol: offsets hold whatever the white space, and an unknown pipeline is named."""

import pytest

from detente.errors import WiringError
from detente.nlp.spacy import SpacyParser, paragraphs
from detente.pipeline import Pipeline


def test_lines_are_paragraphs() -> None:
    assert list(paragraphs("One.\n\n Two.\nThree.")) == [(0, "One."), (7, "Two."), (12, "Three.")]


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
