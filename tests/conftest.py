"""What several tests share: one pipeline for the few that load the model, hypothesis profiles."""

from __future__ import annotations

import pytest
from hypothesis import settings

from detente import reader
from detente.pipeline import Pipeline

settings.register_profile("default", max_examples=60, deadline=None)
settings.register_profile("full", max_examples=1000, deadline=None)
settings.load_profile("default")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The real pipeline, loaded once."""
    return reader.load()
