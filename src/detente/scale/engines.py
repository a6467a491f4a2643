"""Where shards are read: processes on this machine, a Dask cluster, a Ray cluster.

An engine is handed names of shards and gives back an outcome or an error for each, as they finish. It never stops at an error:
a shard that fails, or whose worker dies, is tried `TRIES` times and then given back with what went wrong.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol

from detente.errors import WiringError
from detente.scale import task

if TYPE_CHECKING:
    from distributed import Client

TRIES = 2
AHEAD = 1000
"""Shards that Ray is asked for at once: it looks through all that it was asked for whenever one is done."""
ERROR = 4000
"""Characters of an error that are kept, from its end."""


class Done(NamedTuple):
    """A shard that is over: `error` is empty where it was read."""

    shard: str
    error: str = ""


class Engine(Protocol):
    """Reads shards of a folder, in any order, each to its end or to its last error."""

    def __call__(self, folder: str, shards: Sequence[str]) -> Iterator[Done]:
        """Read the named shards."""
        ...


class Local:
    """One process a shard, `jobs` at a time. A process that dies takes nothing with it but its own shard."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def __call__(self, folder: str, shards: Sequence[str]) -> Iterator[Done]:
        """Read the named shards."""
        waiting = [(shard, 1) for shard in reversed(shards)]
        running: list[_Process] = []
        try:
            while waiting or running:
                while waiting and len(running) < self.jobs:
                    running.append(_Process(folder, *waiting.pop()))
                time.sleep(0.02)
                for process in [p for p in running if p.over()]:
                    running.remove(process)
                    if process.error and process.tried < TRIES:
                        waiting.append((process.shard, process.tried + 1))
                    else:
                        yield Done(process.shard, process.error)
        finally:
            for process in running:
                process.stop()


class _Process:
    """A process that reads one shard. Its libraries compute on one core: the others have shards of their own."""

    def __init__(self, folder: str, shard: str, tried: int) -> None:
        self.shard = shard
        self.tried = tried
        self.error = ""
        self.log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process is over
        alone = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        self.child = subprocess.Popen(
            [sys.executable, "-m", task.__name__, folder, shard],
            env={**os.environ, **alone}, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
        )  # fmt: skip

    def over(self) -> bool:
        """Whether it has ended; `error` then says how, where it did not end well."""
        code = self.child.poll()
        if code is None:
            return False
        if code:
            self.log.seek(0)
            said = self.log.read().decode(errors="replace").strip()[-ERROR:]
            self.error = said or (f"ended by signal {-code}" if code < 0 else f"exit code {code}")
        self.log.close()
        return True

    def stop(self) -> None:
        """End it."""
        self.child.kill()
        self.child.wait()
        self.log.close()


class OnDask:
    """Tasks on a Dask cluster: one that runs at `address`, else one on this machine with `jobs` workers."""

    def __init__(self, jobs: int, address: str | None = None) -> None:
        self.jobs = jobs
        self.address = address

    def __call__(self, folder: str, shards: Sequence[str]) -> Iterator[Done]:
        """Read the named shards. Raises WiringError where Dask is not installed or the cluster does not answer."""
        try:
            from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise WiringError('Dask is not installed: pip install "detente[dask]"') from error
        cluster = None if self.address else LocalCluster(n_workers=self.jobs, threads_per_worker=1, dashboard_address=None)
        try:
            with Client(self.address or cluster, set_as_default=False) as client:
                if any(threads > 1 for threads in client.nthreads().values()):  # shards that share a process share its folder, too
                    raise WiringError("each Dask worker must have one thread: dask worker --nthreads 1 --nworkers auto …")
                yield from _on_dask(client, folder, shards)
        except OSError as error:
            raise WiringError(f"no Dask cluster at {self.address}: {error}") from error
        finally:
            if cluster is not None:
                cluster.close()


def _on_dask(client: Client, folder: str, shards: Sequence[str]) -> Iterator[Done]:
    """Outcomes as they come. Dask blames the death of a worker on every task that it held: such shards are read again, one by one."""
    from distributed import KilledWorker, as_completed  # noqa: PLC0415 - an extra

    futures = [client.submit(task.read, folder, name, key=name, pure=False, retries=TRIES - 1) for name in shards]
    suspects = []
    for future in as_completed(futures, loop=client.loop):
        failed = future.exception()
        if isinstance(failed, KilledWorker):
            suspects.append(future.key)
        else:
            yield Done(future.key, _said(failed))
    for name in suspects:
        yield Done(name, _said(client.submit(task.read, folder, name, key=f"{name} alone", pure=False).exception()))


def _said(failed: BaseException | None) -> str:
    return f"{type(failed).__name__}: {failed}"[-ERROR:] if failed else ""


class OnRay:
    """Tasks on a Ray cluster: one that runs at `address`, else one on this machine with `jobs` cores."""

    def __init__(self, jobs: int, address: str | None = None) -> None:
        self.jobs = jobs
        self.address = address

    def __call__(self, folder: str, shards: Sequence[str]) -> Iterator[Done]:
        """Read the named shards. Raises WiringError where Ray is not installed or the cluster does not answer."""
        try:
            import ray  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise WiringError('Ray is not installed: pip install "detente[ray]"') from error
        try:
            ray.init(address=self.address, num_cpus=None if self.address else self.jobs, log_to_driver=False, include_dashboard=False)
        except ConnectionError as error:
            raise WiringError(f"no Ray cluster at {self.address}: {error}") from error
        try:
            remote = ray.remote(max_retries=TRIES - 1, retry_exceptions=True, num_cpus=1)(task.read)
            waiting = iter(shards)
            left = {remote.remote(folder, name): name for name in islice(waiting, AHEAD)}
            while left:
                (ready,), _ = ray.wait(list(left), num_returns=1)
                name = left.pop(ready)
                left |= {remote.remote(folder, name): name for name in islice(waiting, 1)}
                try:
                    ray.get(ready)
                    yield Done(name)
                except ray.exceptions.RayError as error:
                    yield Done(name, str(error)[-ERROR:])
        finally:
            ray.shutdown()
