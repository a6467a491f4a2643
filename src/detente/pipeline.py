"""The stages in their order, and the pipeline that runs them over an article."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import process_time
from typing import Protocol

import msgspec

from detente import codec
from detente.errors import WiringError
from detente.grammar import Grammar
from detente.lexicon import Lexicon
from detente.nlp.parse import Parse, Parser
from detente.reading import Doubt, Reading
from detente.records import Article, Problem, Quote, Run
from detente.stages import (
    agreements,
    assemble,
    candidates,
    cast,
    coref,
    dating,
    events,
    mentions,
    places,
    positions,
    relations,
    retellings,
    speech,
    times,
)
from detente.triage import Triage

PROGRAM = "detente 0.1.0"
TOOLS = ("lexicon", "grammar")
GIVEN = ("article", "parse", *TOOLS)

BATCH = 12_000
"""Characters of articles whose paragraphs are parsed together: about the 48 paragraphs with which a core is busiest."""

PROBE = (
    "SEOUL, April 27 (AP) -- South Korean President Moon Jae-in met North Korean leader Kim Jong-un at Panmunjom on Friday, the "
    "Blue House said. “We agreed to end the war,” Moon told reporters, as Washington warned that sanctions, imposed in 2016, would "
    "stay until the North disarms."
)
"""Parsed once when a pipeline is built; the hash of its parse stands in the run: where it is the same, the parser reads alike."""


class Stage(msgspec.Struct, frozen=True):
    """A step: the fields of the Reading that its verb takes, the one that it fills, and the verb."""

    name: str
    needs: tuple[str, ...]
    gives: str
    run: Callable[..., tuple[object, tuple[Doubt, ...]]]


STAGES = (
    Stage("mentions", ("parse", "lexicon"), "mentions", mentions.find),
    Stage("candidates", ("article", "parse", "mentions", "lexicon"), "candidates", candidates.find),
    Stage("coref", ("article", "parse", "mentions", "candidates", "lexicon"), "antecedents", coref.resolve),
    Stage("cast", ("article", "parse", "mentions", "candidates", "antecedents", "lexicon"), "cast", cast.link),
    Stage("times", ("article", "parse", "lexicon"), "times", times.find),
    Stage("places", ("article", "parse", "mentions", "cast", "lexicon"), "places", places.find),
    Stage("speech", ("article", "parse", "mentions", "cast", "lexicon"), "attributions", speech.attribute),
    Stage("events", ("parse", "cast", "places", "attributions", "grammar", "lexicon"), "deeds", events.code),
    Stage("dating", ("article", "parse", "times", "places", "attributions", "deeds", "lexicon"), "settings", dating.set),
    Stage("hearing", ("article", "parse", "times", "places", "attributions", "deeds", "lexicon"), "heard", dating.hear),
    Stage("retellings", ("parse", "cast", "deeds", "settings"), "retellings", retellings.link),
    Stage("positions", ("parse", "cast", "attributions", "deeds", "lexicon"), "stands", positions.find),
    Stage("agreements", ("article", "parse", "cast", "times", "attributions", "deeds", "retellings", "lexicon"), "pacts", agreements.find),
    Stage("relations", ("article", "parse", "mentions", "cast", "attributions", "lexicon"), "bonds", relations.find),
    Stage(
        "assemble",
        ("article", "parse", "mentions", "cast", "attributions", "heard", "deeds", "retellings", "stands", "pacts", "bonds", "lexicon"),
        "records",
        assemble.write,
    ),
)


def check(stages: Sequence[Stage]) -> None:
    """Raise WiringError, naming the stage, where a need is given by none before it, or a field is filled twice."""
    known = set(GIVEN)
    for stage in stages:
        if missing := [n for n in stage.needs if n not in known]:
            raise WiringError(f"stage {stage.name} needs {', '.join(missing)}, which no stage before it gives")
        if stage.gives in known:
            raise WiringError(f"stage {stage.name} gives {stage.gives}, which is there already")
        if set(inspect.signature(stage.run).parameters) != set(stage.needs):
            raise WiringError(f"stage {stage.name} declares {', '.join(stage.needs)}, but its verb takes other values")
        known.add(stage.gives)


class Watch(Protocol):
    """Told how long each stage took, in seconds of the processor, so that other programs on the machine do not count."""

    def __call__(self, stage: str, seconds: float) -> None:
        """One stage of one article is done."""
        ...


def _unwatched(stage: str, seconds: float) -> None:
    """Nobody wants to know."""


class Pipeline:
    """A parser, the knowledge and the stages, put together once and used for any number of articles.

    Raises WiringError where the stages do not fit together.
    """

    def __init__(
        self, parser: Parser, lexicon: Lexicon, grammar: Grammar, *, stages: Sequence[Stage] = STAGES, triage: Triage | None = None
    ) -> None:
        check(stages)
        self.parser = parser
        self.lexicon = lexicon
        self.grammar = grammar
        self.stages = tuple(stages)
        self.triage = triage
        self.probe = _fingerprint(parser.parse(PROBE))

    def read(self, article: Article, *, watch: Watch = _unwatched) -> Reading:
        """Read one article: its records, and the problems that its text makes."""
        (reading,) = self._batch((article,), watch)
        return reading

    def read_many(self, found: Iterable[Article | Problem], *, watch: Watch = _unwatched) -> Iterator[Reading | Problem]:
        """Read articles in their order, problems between them handed on. Short ones are parsed together, which is faster.

        An article waits until `BATCH` characters are there or all have come.
        """
        waiting: list[Article | Problem] = []
        size = 0
        for item in found:
            waiting.append(item)
            size += len(item.text) if isinstance(item, Article) else 0
            if size >= BATCH:
                yield from self._in_order(waiting, watch)
                waiting, size = [], 0
        yield from self._in_order(waiting, watch)

    def _in_order(self, items: Sequence[Article | Problem], watch: Watch) -> Iterator[Reading | Problem]:
        readings = self._batch([item for item in items if isinstance(item, Article)], watch)
        for item in items:
            yield next(readings) if isinstance(item, Article) else item

    def _batch(self, articles: Sequence[Article], watch: Watch) -> Iterator[Reading]:
        begun = process_time()
        why = [self.triage.reason(a.text) if self.triage else None for a in articles]
        if self.triage:
            watch("triage", process_time() - begun)
        run = self.run()
        parses = self.parser.parse_many([a.text for a, skipped in zip(articles, why, strict=True) if not skipped])
        for article, skipped in zip(articles, why, strict=True):
            if skipped:
                yield Reading(run=run, article=article, parse=Parse.of_nothing(), problems=(_skipped(article, skipped),))
                continue
            begun = process_time()
            reading = Reading(run=run, article=article, parse=next(parses))
            watch("parse", process_time() - begun)
            yield self._staged(reading, watch)

    def _staged(self, reading: Reading, watch: Watch) -> Reading:
        """The reading after all stages."""
        for stage in self.stages:
            begun = process_time()
            reading = self._after(stage, reading)
            watch(stage.name, process_time() - begun)
        return reading

    def _after(self, stage: Stage, reading: Reading) -> Reading:
        """The reading with one more field filled, and the stage's doubts as problems."""
        values = {name: getattr(self if name in TOOLS else reading, name) for name in stage.needs}
        made, doubts = stage.run(**values)
        problems = tuple(_problem(reading, stage.name, d) for d in doubts)
        return msgspec.structs.replace(reading, **{stage.gives: made}, problems=reading.problems + problems)

    def run(self, **options: str) -> Run:
        """The header of an output made by this pipeline."""
        options |= {"triage": "yes"} if self.triage else {}
        ident = codec.digest(PROGRAM, self.lexicon.hash, self.parser.name, self.probe, sorted(options.items()))
        return Run(id=ident, program=PROGRAM, data=self.lexicon.hash, model=self.parser.name, parse=self.probe, options=options)


def _skipped(article: Article, why: str) -> Problem:
    """What stands in the place of the records of an article that was not read."""
    ident = codec.digest(article.id, "problem", "triage", "skipped", why)
    return Problem(id=ident, article=article.id, stage="triage", code="skipped", message=why)


def _problem(reading: Reading, stage: str, doubt: Doubt) -> Problem:
    span = None
    if doubt.first is not None and doubt.last is not None:
        start, end = reading.parse.start[doubt.first], reading.parse.end[doubt.last - 1]
        span = Quote(start, end, reading.article.text[start:end])
    ident = codec.digest(reading.article.id, "problem", stage, doubt.code, doubt.message, doubt.first)
    return Problem(id=ident, article=reading.article.id, stage=stage, code=doubt.code, message=doubt.message, span=span)


def _fingerprint(parse: Parse) -> str:
    """A hash of words, tags, labels and heads."""
    return codec.digest(*zip(parse.words, parse.tag, parse.dep, parse.head, strict=True))
