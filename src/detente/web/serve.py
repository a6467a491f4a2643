"""The explorer on this machine: a socket on loopback, and the server on it."""

from __future__ import annotations

import socket

import uvicorn

from detente.errors import InputError
from detente.web.app import app
from detente.web.explorer import Explorer
from detente.web.guard import hosts

HOST = "127.0.0.1"


def bound(port: int) -> socket.socket:
    """A socket on loopback; port 0 takes a free one. Raises InputError where another program has the port."""
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((HOST, port))
        held.listen(128)  # whoever opens the address at once waits until it is served
    except OSError as error:
        held.close()
        raise InputError(f"port {port}: {error.strerror or error}; choose another with --port, 0 takes a free one") from error
    return held


def address(held: socket.socket, token: str | None) -> str:
    """What to open in a browser."""
    return f"http://{HOST}:{held.getsockname()[1]}/" + (f"?token={token}" if token else "")


def serve(explorer: Explorer, held: socket.socket, *, token: str | None) -> None:
    """Answer until interrupted."""
    made = app(explorer, token=token, hosts=hosts(held.getsockname()[1]))
    config = uvicorn.Config(
        made, ws="none", lifespan="off", log_level="warning", access_log=False, server_header=False, date_header=False, limit_concurrency=64
    )
    uvicorn.Server(config).run(sockets=[held])
