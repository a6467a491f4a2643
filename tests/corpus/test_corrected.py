"""Corrections: one field of one record, the later word wins, and a bad value is refused by name."""

from __future__ import annotations

import pytest

from detente.corpus import corrected
from detente.errors import InputError
from detente.records import Event, When
from tests.corpus.made import article, event, put_right

EVENT = event("e", "a")


def fixed(*corrections: object) -> Event:
    (record,) = corrected.apply([EVENT], corrections)  # type: ignore[arg-type]
    assert isinstance(record, Event)
    return record


def test_each_field_is_put_right() -> None:
    assert fixed(put_right("e", "status", "planned")).factuality == "planned"
    assert fixed(put_right("e", "actors", "person:a person:b")).actors == ("person:a", "person:b")
    assert fixed(put_right("e", "code", "AGREE")).code == "AGREE"
    assert fixed(put_right("e", "when", "2018-05-01/2018-05-03")).when == When("2018-05-01", "2018-05-03", "day", "stated", "")
    assert fixed(put_right("e", "when")).when is None


def test_the_later_word_wins_and_what_is_undone_does_not_stand() -> None:
    first = put_right("e", "status", "planned", when="2018-05-10")
    later = put_right("e", "status", "denied", when="2018-05-11")
    assert fixed(later, first).factuality == "denied"
    assert fixed(first, put_right("e", "status", undoes=first.id)).factuality == "actual"


def test_what_is_counted_follows_code_and_status() -> None:
    meeting = event("e", "a", code="CONSULT", mode="meet", cameo="036", factuality="planned", plover="AGREE", intensity=3.0)
    (held,) = corrected.apply([meeting], [put_right("e", "status", "actual")])
    assert isinstance(held, Event) and (held.plover, held.mode, held.cameo) == ("CONSULT", "meet", "036")
    (struck,) = corrected.apply([meeting], [put_right("e", "code", "ASSAULT"), put_right("e", "status", "actual")])
    assert isinstance(struck, Event) and (struck.plover, struck.mode, struck.cameo, struck.quad) == ("ASSAULT", None, None, 4)
    assert struck.intensity < -5 < held.intensity
    (promised,) = corrected.apply([meeting], [put_right("e", "code", "AGREE"), put_right("e", "status", "actual")])
    assert isinstance(promised, Event) and (promised.plover, promised.mode) == ("AGREE", None)


def test_other_records_stay() -> None:
    assert fixed(put_right("other", "delete")) == EVENT


@pytest.mark.parametrize(("field", "value"), [("status", "perhaps"), ("code", "MEET"), ("speaker", "person:kim")])
def test_what_cannot_be_is_refused(field: str, value: str) -> None:
    with pytest.raises(InputError):
        corrected.amend(EVENT, put_right("e", field, value))


def test_an_article_can_only_be_deleted() -> None:
    assert corrected.apply([article("a")], [put_right("a", "delete")]) == ()
    with pytest.raises(InputError):
        corrected.amend(article("a"), put_right("a", "code", "AGREE"))
