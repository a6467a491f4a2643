"""What deeds carry besides their parties: figures and contexts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from detente.lexicon.contexts import Contexts, by_code
from detente.lexicon.figures import Amounts
from detente.nlp import syntax
from detente.nlp.parse import Parse
from detente.reading import Deed
from detente.records import Code
from detente.stages.events import contexts, figures


def marked(parse: Parse, deeds: Sequence[Deed], words: Contexts, amounts: Amounts) -> list[Deed]:
    """The deeds with their figures, and with the contexts that their sentence shows, else those of their CAMEO code."""
    numbers = figures.of(parse, _acts(parse, deeds), amounts)
    shown = {s: contexts.of(parse, s, words) for s in {parse.sentence_of[d.trigger] for d in deeds}}
    return [
        msgspec.structs.replace(
            d, figures=numbers.get(d.trigger, ()), contexts=shown[parse.sentence_of[d.trigger]] or by_code(d.cameo, words)
        )
        for d in deeds
    ]


def _acts(parse: Parse, deeds: Sequence[Deed]) -> dict[int, tuple[int, Code]]:
    """From each trigger, and from the verb that carries a noun trigger, to the trigger and its code."""
    acts = {d.trigger: (d.trigger, d.code) for d in deeds}
    for deed in deeds:
        carrier = None if parse.is_verb(deed.trigger) else syntax.light_verb(parse, deed.trigger)
        if carrier is not None:
            acts.setdefault(carrier, (deed.trigger, deed.code))
    return acts
