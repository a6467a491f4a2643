"""Dated roles: who held which office of what, from when until when, as far as known."""

from __future__ import annotations

import msgspec


class RoleRow(msgspec.Struct, frozen=True, gc=False):
    """A row of roles/*.tsv. `since` and `until` keep the precision that is sure; `until` is None while held, "?" where unknown."""

    person: str
    title: str
    office: str = "other"
    of: str | None = None
    since: str | None = msgspec.field(default=None, name="from")
    until: str | None = None
    status: str = "recalled"
    note: str | None = None


def covers(role: RoleRow, day: str | None) -> bool:
    """Whether a role was held on a day (ISO); never where the day or the end is unknown, or the day is before a known begin.

    >>> covers(RoleRow("person:x", "president", since="2018-05", until="2019"), "2019-03-01")
    True
    """
    if day is None or role.until == "?" or role.since is None or role.since == "?":
        return False
    begun = role.since <= day[: len(role.since)]
    return begun and (role.until is None or day[: len(role.until)] <= role.until)


def over(role: RoleRow, day: str | None) -> bool:
    """Whether a role had ended by a day: what makes its holder a "former" one."""
    return bool(day and role.until and role.until != "?" and role.until < day[: len(role.until)])


def begun(role: RoleRow, day: str | None) -> bool:
    """Whether a role had begun by a day, as far as known; true where no day is asked for."""
    return day is None or role.since is None or role.since == "?" or role.since <= day[: len(role.since)]
