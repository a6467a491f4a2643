"""One request over the network, to the very machine that was checked, within its bounds.

The name is looked up here, once, and the connection goes to an address of that look-up: no second look-up can lead elsewhere. The
Host header, the TLS server name and the certificate are those of the name. Proxies, cookies and credentials of the environment are
not used.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import httpcore
import httpx

from detente.ingest import address
from detente.ingest.answer import FetchError

Resolve: TypeAlias = Callable[[str, int], Sequence[str]]
"""From a name and a port to addresses in numbers. OSError where there are none."""
SocketOption: TypeAlias = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a name as the machine looks them up. OSError where there are none."""
    try:
        return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    except UnicodeError as error:
        raise OSError(f"no name of a machine: {error}") from error


def context() -> ssl.SSLContext:
    """TLS with certificates checked against the usual authorities, whatever the environment says."""
    return httpx.create_ssl_context(trust_env=False)


class Deadline:
    """A moment that everything about one answer has to keep."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. FetchError `timeout` where there are none."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> FetchError:
        """What to raise when the moment has passed."""
        return FetchError("timeout", f"not answered whole in {self.seconds:g} seconds")


class Pinned(httpcore.NetworkBackend):
    """Connections to checked machines only. Every address of a name has to be public, or `private` ones allowed."""

    def __init__(self, deadline: Deadline, *, resolve: Resolve, private: bool) -> None:
        self.deadline = deadline
        self.resolve = resolve
        self.private = private
        self.ip = ""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first machine of the name that takes one. FetchError `refused-address` if one of them is closed."""
        trouble: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        found = self._checked(host, port)
        for at, ip in enumerate(found):
            share = self.deadline.left() / (len(found) - at)  # so that a machine that says nothing leaves time for the next
            try:
                stream = httpcore.SyncBackend().connect_tcp(ip, port, timeout=share)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
                continue
            self.ip = ip
            return _Timed(stream, self.deadline)
        raise trouble or httpcore.ConnectError("the name has no address")

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            found = _within(self.deadline, lambda: self.resolve(host, port))
        except OSError as error:
            raise FetchError("not-fetched", f"{host}: {error.strerror or error}") from error
        for ip in found:
            if why := address.closed(ip, private=self.private):
                raise FetchError("refused-address", f"{host} leads to {ip}, which is {why}")
        return found


class _Timed(httpcore.NetworkStream):
    """A connection whose every read and write has only the time that is left for the whole."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self.stream = stream
        self.deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.deadline.left())

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self.stream.start_tls(ssl_context, server_hostname, self.deadline.left()), self.deadline)

    def get_extra_info(self, info: str) -> object:
        return self.stream.get_extra_info(info)


def _within(deadline: Deadline, look: Callable[[], Sequence[str]]) -> Sequence[str]:
    """What `look` finds, in time: the system's own look-up knows no limit. A late one is left behind in its thread."""
    answers: queue.SimpleQueue[Sequence[str] | OSError] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(look())
        except OSError as error:
            answers.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        found = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise deadline.passed() from None
    if isinstance(found, OSError):
        raise found
    return found
