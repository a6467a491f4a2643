"""`detente serve`: the explorer in a browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def run(  # noqa: PLR0913, PLR0917  each option of the command is a parameter
    path: Annotated[Path, typer.Argument(metavar="PATH", help="a store, or records of `detente read --json`")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one")] = 8321,
    edit: Annotated[bool, typer.Option("--edit", help="let judgements and corrections be made (of a store only)")] = False,
    by: Annotated[str, typer.Option("--by", help="who says so")] = "editor",
    case: Annotated[list[Path] | None, typer.Option(help="a case of `detente weigh`, to be weighed beside it; several")] = None,
    no_token: Annotated[bool, typer.Option("--no-token", help="ask for no token: anybody on this machine may look")] = False,
    open_: Annotated[bool, typer.Option("--open", help="open it in a browser")] = False,
) -> None:
    """Show a store in a browser, on this machine only, until Ctrl-C."""
    from detente.web import guard, serve
    from detente.web.explorer import Explorer

    explorer = Explorer(path, edit=edit, author=by, cases=case or ())
    try:
        held = serve.bound(port)
        token = None if no_token else guard.token()
        print(serve.address(held, token), flush=True)
        print("detente: Ctrl-C ends it", file=sys.stderr)
        if open_:
            typer.launch(serve.address(held, token))
        serve.serve(explorer, held, token=token)
    except KeyboardInterrupt:
        print("detente: stopped", file=sys.stderr)
    finally:
        explorer.close()
