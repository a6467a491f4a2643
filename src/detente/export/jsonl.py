"""JSON Lines: the records themselves, with their articles and actors; what is written is read back as the same corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente import codec
from detente.corpus import Corpus, Told
from detente.export.files import Files
from detente.export.format import Setting
from detente.records import AnyRecord, Event, Statement


def write(told: Iterable[Told], files: Files, setting: Setting) -> None:
    """The runs first; each article and actor before the first record that needs it; judgements last. Corrections are applied already."""
    written: set[tuple[str, str]] = set()
    for run in setting.about.runs:
        files.main.write(codec.encode(run) + b"\n")
    statements = {(s.article, s.id): s for s in setting.corpus.statements}
    for one in told:
        for event in one.tellings:
            statement = statements.get((event.article, event.statement or ""))
            for record in (*_needed(event, statement, setting.corpus), *([statement] if statement else ()), event):
                key = (getattr(record, "article", ""), record.id)
                if key not in written:
                    written.add(key)
                    files.main.write(codec.encode(record) + b"\n")
    known = {ident for _, ident in written}
    for judgement in setting.corpus.judged.standing:
        if all(cited.id in known for cited in judgement.of):
            files.main.write(codec.encode(judgement) + b"\n")


def _needed(event: Event, statement: Statement | None, corpus: Corpus) -> Iterator[AnyRecord]:
    """The article of an event, and all actors that it or its statement speaks of."""
    yield corpus.articles[event.article]
    spoken = (statement.speaker, *statement.addressees, *(link.holder for link in statement.chain)) if statement else ()
    for ident in dict.fromkeys((*event.actors, *event.recipients, *(link.holder for link in event.chain), *spoken)):
        actor = corpus.actors.get((event.article, ident or ""))
        if actor:
            yield actor
