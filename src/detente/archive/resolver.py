"""The resolver that archives use: what `detente.resolve` judges."""

from __future__ import annotations

from detente import resolve
from detente.archive.archive import Resolver


def standard() -> Resolver | None:
    """Ours; None where it judges nothing yet: articles then wait to be judged."""
    return resolve if isinstance(resolve, Resolver) else None
