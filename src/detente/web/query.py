"""From the query of an address to a question, strictly: what is unknown, doubled, too long or no value of its kind is refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from urllib.parse import parse_qsl

import msgspec

from detente.errors import InputError
from detente.web.api.asked import Question

Q = TypeVar("Q", bound=Question)
LONGEST = 20_000
"""Characters of a query."""
FIELDS = 300
"""Parameters of a query."""


def read(query: str, kind: type[Q]) -> Q:
    """The question of a query string. Raises InputError that says what is wrong with it."""
    if len(query) > LONGEST:
        raise InputError("the address is too long")
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
    except (ValueError, UnicodeError) as error:
        raise InputError("the address cannot be read") from error
    given = _gathered(pairs, kind)
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(_worded(error)) from error


def body(data: bytes, kind: type[Q]) -> Q:
    """The question of a JSON body. Raises InputError."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise InputError(_worded(error)) from error


def _gathered(pairs: Iterable[tuple[str, str]], kind: type[Question]) -> dict[str, str | list[str]]:
    """Values by parameter: a list where several may be given."""
    several = {f.encode_name for f in msgspec.structs.fields(kind) if "uple" in str(f.type)}
    given: dict[str, str | list[str]] = {}
    for name, value in pairs:
        if "\x00" in value:
            raise InputError(f"{name}: holds a character that no name has")
        if name in several:
            held = given.setdefault(name, [])
            assert isinstance(held, list)
            held.append(value)
        elif name in given:
            raise InputError(f"{name} is given twice")
        elif value or name not in several:
            given[name] = value
    return given


def _worded(error: Exception) -> str:
    """What msgspec says, in the words of an address: the parameter, then why."""
    why, _, place = str(error).partition(" - at `$")
    name = place.strip("`.[]").partition("[")[0]
    return f"{name}: {why}" if name else why
