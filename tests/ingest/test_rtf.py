"""Rich text: what a reader sees of it, and nothing else."""

from __future__ import annotations

import io

import pytest

from detente.ingest import rtf
from detente.ingest.encoding import NoTextError


def rows(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(rtf.rows(io.BytesIO(data)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"One\par Two", ["One", "Two"]),
        ("One\r\n goes on\\\nTwo", ["One goes on", "Two"]),
        (r"caf\'e9 \{x\} a\~b\_c op\-tional", ["café {x} a\xa0b-c optional"]),
        (r"\ldblquote Yes\rdblquote  \emdash  she said\rquote s", ["“Yes” — she said’s"]),
        (r"\u8220 ?Yes\u8221 ? \uc0\u233 t\uc2\u233\'3f\'3f!", ["“Yes” ét\u00e9!"]),
        (r"\u-10179?\u-8704? ok", ["😀 ok"]),
        (r"{\*\generator Word;}a{\info{\title T}}b{\pict 0102}c{\header H\par}d", ["abcd"]),
        (r'{\field{\*\fldinst HYPERLINK "http://a"}{\fldrslt a link}} here', ["a link here"]),
        (r"seen {\v hidden} and {\deleted gone} and \v no\v0 yes", ["seen  and  and yes"]),
        (r"one\cell two\cell\row three", ["one\ttwo\t", "three"]),
        ("a{\\bin5 {{{\\x}b", ["ab"]),
        (r"{\f1 \'c4\'e0} {\f2 \'93\'fa\'96\'7b}", ["Да 日本"]),
    ],
)
def test_rows(body: str, expected: list[str]) -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Gothic;}}{\colortbl;\red0\green0\blue0;}"
    assert rows(r"{\rtf1\ansi\ansicpg1252\deff0" + fonts + body + "}") == expected


def test_a_word_that_lies_across_two_chunks() -> None:
    for fill in range(rtf.CHUNK - 40, rtf.CHUNK + 2):
        assert rows(rb"{\rtf1\ansi " + b"x" * fill + rb"\par caf\'e9 \u8220 ?}")[1] == "café “"


def test_bytes_are_read_by_the_code_page_that_the_file_names() -> None:
    assert rows(rb"{\rtf1\ansi\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0 " + b"\xcc}") == ["Москва М"]
    assert rows(rb"{\rtf1\ansi\ansicpg99999 \'e9}") == ["é"]


@pytest.mark.parametrize("data", [rb"{\rtf1 One\par Two", b"{\\rtf1 " + b"{" * 5000])
def test_a_broken_document_says_so(data: bytes) -> None:
    with pytest.raises(NoTextError):
        rows(data)
