"""From drafts to records: the only stage that writes them."""

from detente.stages.assemble.writing import write

__all__ = ["write"]
