"""The rules' own sentences are their tests."""

import pytest

from detente.cli.grammar import failures, fires
from detente.pipeline import Pipeline


@pytest.mark.model
def test_every_rule_fires_on_its_yes_and_is_silent_on_its_no(pipeline: Pipeline) -> None:
    assert list(failures(pipeline, (rule for _, rule in pipeline.grammar.rules.values()))) == []


@pytest.mark.model
def test_a_rule_is_asked_by_its_id(pipeline: Pipeline) -> None:
    assert fires(pipeline, "consult.meet", "Merkel met Putin in Sochi.")
    assert not fires(pipeline, "consult.meet", "The firm met the deadline.")
