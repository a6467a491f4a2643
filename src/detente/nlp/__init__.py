"""The parse of a text, and the protocol that any parser satisfies. spaCy stands behind it in `nlp.spacy` only."""

from detente.nlp.parse import Parse, Parser

__all__ = ["Parse", "Parser"]
