"""HTML written safely: what is text stays text; only what this module made is markup."""

from __future__ import annotations

from html import escape

_VOID = frozenset({"br", "meta", "input", "hr", "link"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Text as HTML: everything escaped, control characters left out."""
    return Markup(escape("".join(c for c in words if c.isprintable() or c in "\n\t")))


def el(name: str, /, *children: str, **attributes: str | bool | None) -> Markup:
    """An element. Children that are not `Markup` are escaped; `True` gives a bare attribute, `None` and `False` none.

    Attribute names: `class_`, and underscores for hyphens.
    """
    written = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def join(children: tuple[str, ...] | list[str]) -> Markup:
    """Children one after another."""
    return Markup("".join(c if isinstance(c, Markup) else text(c) for c in children))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(value)}"'
