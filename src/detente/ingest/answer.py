"""What passes between those who fetch: what is asked, what was answered, why not, and the bounds of it all."""

from __future__ import annotations

from typing import Protocol

import msgspec

AGENT = "detente/0.1 (+https://github.com/detente/detente)"


class FetchError(ValueError):
    """Something that was not fetched; `code` is that of the Problem made of it, the message says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Limits(msgspec.Struct, frozen=True):
    """The bounds of fetching.

    `most`: bytes of one answer, as sent and as unpacked. `seconds`: for one answer, from the look-up of the name to the last byte.
    `delay`: seconds between two requests to one host, more where robots.txt asks for more. `patience`: seconds that a host may ask us to
    wait at most; beyond it the address is left out. `private`: loopback, private and link-local addresses and any port are allowed.
    """

    most: int = 20_000_000
    seconds: float = 30.0
    redirects: int = 5
    delay: float = 2.0
    patience: float = 120.0
    private: bool = False
    agent: str = AGENT


class Ask(msgspec.Struct, frozen=True):
    """One request: an address in the form of `address.checked`, the marks of a copy at hand, the seconds robots.txt asks for.

    `fresh` is set where a copy of this run will not do.
    """

    url: str
    etag: str = ""
    modified: str = ""
    delay: float = 0.0
    fresh: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What a server answered: the body without its content encoding, empty unless it is an accepted one; the `ip` that was asked."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    ip: str = ""

    def header(self, name: str) -> str:
        """The first header of a name (in lower case), or nothing."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def media(self) -> str:
        """The type that the server names, in lower case and without its parameters."""
        return self.header("content-type").partition(";")[0].strip().lower()


class Exchange(Protocol):
    """Anything that answers one request, without following a redirect: the web, what was kept, or both."""

    def get(self, ask: Ask) -> Answer:
        """The answer, whatever its status. FetchError where there is none."""
