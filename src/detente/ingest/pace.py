"""The wait between two requests to one host."""

from __future__ import annotations

import time
from collections.abc import Callable

from detente.ingest.answer import FetchError


class Pace:
    """When each host may be asked again. `clock` and `sleep` are in seconds."""

    def __init__(
        self, patience: float, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.patience = patience
        self.clock = clock
        self.sleep = sleep
        self._free: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Wait until the host may be asked; then it rests for `delay`. FetchError `later` where that would be too long."""
        left = self._free.get(host, 0.0) - self.clock()
        if max(left, delay) > self.patience:
            raise FetchError("later", f"{host} asks us to wait {max(left, delay):.0f} seconds; we wait {self.patience:.0f} at most")
        if left > 0:
            self.sleep(left)
        self.rest(host, delay)

    def rest(self, host: str, seconds: float) -> None:
        """Do not ask the host for so long from now on."""
        self._free[host] = max(self._free.get(host, 0.0), self.clock() + seconds)
