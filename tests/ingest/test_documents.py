"""PDF and DOCX: paragraphs in order, words whole again, running heads cut; what is locked or broken is named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pypdf
import pytest

from detente.ingest import articles, furniture, pdf
from detente.ingest.given import Given
from detente.records import Article, Problem
from tests.ingest.test_dumps import NEW, TWO

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."

Piece = tuple[float, float, float, str]
"""Points from the left, from the bottom, size, words."""


def make(pages: Sequence[Sequence[Piece]], title: str = "") -> bytes:
    """A PDF of one font with the pieces where they are said to stand."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, pieces in enumerate(pages):
        drawn = "\n".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in pieces).encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    objects.append(f"<< /Title ({title}) /CreationDate (D:20200101000000Z) >>".encode())
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        size - 1,
        len(out),
    )


def page(number: int, *lines: str, left: float = 72, top: float = 700) -> list[Piece]:
    """A page with a head and a number; a line that begins with ">" is indented."""
    body: list[Piece] = [(left + 15 * line.startswith(">"), top - 13 * n, 11, line.removeprefix(">")) for n, line in enumerate(lines)]
    return [(72, 770, 9, "The Zenda Times"), *body, (300, 30, 9, f"Page {number} of 2")]


def read(data: bytes, given: Given | None = None) -> list[Article | Problem]:
    return list(pdf.read(io.BytesIO(data), given=given or Given(), source="a.pdf", table=furniture.load()))


TWO_PAGES = make(
    [
        [
            (72, 735, 18, "Border opens at Zenda"),
            *page(
                1,
                ">VIENNA, May 9, 2018 \\(AP\\) - The two ministers met in Vienna on Tues-",
                "day and agreed to reopen the border crossing at Zenda in the spring of",
                "next year.",
                ">The deal follows months of talks between both of the neighbours, which",
                "had closed the crossing after a dispute about a visit by the vice-",
                "president and had agreed to a cease-fire only in the last week of",
            ),
        ],
        page(
            2,
            "April, as the spokesman of the president said on Wednesday in the capital.",
            ">A second paragraph of the second page says that they will sign the cease-",
            "fire again in June.",
        ),
    ],
    title="Border opens at Zenda",
)


def test_paragraphs_go_on_over_lines_and_pages_and_broken_words_are_whole() -> None:
    (found,) = read(TWO_PAGES)
    assert isinstance(found, Article)
    assert found.title == "Border opens at Zenda"
    head, first, second, third = found.text.split("\n\n")
    assert head == "Border opens at Zenda"
    assert first.endswith("met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring of next year.")
    assert "by the vice-president and had agreed to a cease-fire only in the last week of April, as the spokesman" in second
    assert third == "A second paragraph of the second page says that they will sign the cease-fire again in June."
    assert [(cut.words, cut.why) for cut in found.furniture] == [
        ("The Zenda Times", "running head"),
        ("Page 1 of 2", "page number"),
        ("Page 2 of 2", "page number"),
    ]


def test_the_day_on_which_the_file_was_made_is_no_day_of_publication() -> None:
    (dated,), (bare,) = read(TWO_PAGES), read(make([page(1, *[PROSE] * 3)]))
    assert isinstance(dated, Article)
    assert isinstance(bare, Article)
    assert (dated.published, dated.published_basis, bare.published) == ("2018-05-09", "text", None)


def test_a_title_of_the_properties_that_the_page_does_not_print_is_none() -> None:
    (found,) = read(make([page(1, *[PROSE] * 3)], title="Microsoft Word - Document1"))
    assert isinstance(found, Article)
    assert found.title != "Microsoft Word - Document1"


def test_columns_are_read_one_after_the_other() -> None:
    left = page(1, "The two ministers met in Vienna on", "Tuesday and agreed to reopen the")
    right = [(320.0, 700.0, 11.0, "border crossing at Zenda, which"), (320.0, 687.0, 11.0, "had been closed for a year.")]
    (found,) = read(make([[*left[:-1], *right]]))
    assert isinstance(found, Article)
    assert "on Tuesday and agreed to reopen the border crossing at Zenda, which had been closed for a year." in found.text


def test_an_export_of_a_database_is_split() -> None:
    lines = NEW.replace("\nBody", "\n\nBody").replace(f"\n{TWO}", f"\n\n{TWO}").split("\n")
    pages = [
        [(50.0, 760.0 - 14 * n, 10.0, line.replace("(", "\\(").replace(")", "\\)")) for n, line in enumerate(lines[at : at + 40]) if line]
        for at in range(0, len(lines), 40)
    ]
    found = read(make(pages))
    assert [item.title for item in found if isinstance(item, Article)] == ["Ministers agree to reopen border", "Talks go on"]


@pytest.mark.parametrize(("data", "code"), [(make([[]]), "binary"), (TWO_PAGES[:300], "broken"), (b"%PDF-1.4\n" + b"\x00" * 500, "broken")])
def test_pdfs_that_cannot_be_read(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    (problem,) = articles([str(path)])
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message.startswith(f"{path}: ")) == (code, True)


def test_a_locked_pdf(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(TWO_PAGES))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    (problem,) = articles([str(tmp_path / "a.pdf")])
    assert isinstance(problem, Problem)
    assert (problem.code, "encrypted" in problem.message) == ("binary", True)


def word(path: Path, *texts: str, title: str = "") -> Path:
    document = docx.Document()
    document.core_properties.title = title
    document.sections[0].header.paragraphs[0].text = "Page header"
    for text in texts:
        document.add_paragraph(text)
    grid = document.add_table(rows=1, cols=2)
    grid.rows[0].cells[0].text, grid.rows[0].cells[1].text = "Left", "Right"
    document.add_paragraph(PROSE[::-1])
    document.save(str(path))
    return path


def test_word_documents(tmp_path: Path) -> None:
    (found,) = articles([str(word(tmp_path / "a.docx", "Border opens at Zenda", "May 9, 2018", PROSE, title="Border opens at Zenda"))])
    assert isinstance(found, Article)
    assert (found.title, found.published, found.published_basis) == ("Border opens at Zenda", "2018-05-09", "text")
    assert found.text.split("\n\n") == ["Border opens at Zenda", PROSE, "Left\tRight", PROSE[::-1]]


def test_a_word_export_of_a_database_is_split(tmp_path: Path) -> None:
    found = list(articles([str(word(tmp_path / "a.docx", *NEW.split("\n")))]))
    assert [item.title for item in found if isinstance(item, Article)] == ["Ministers agree to reopen border", "Talks go on"]


def test_word_documents_that_cannot_be_read(tmp_path: Path) -> None:
    good = word(tmp_path / "good.docx", PROSE).read_bytes()
    (tmp_path / "cut.docx").write_bytes(good[: len(good) // 2])
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * 210_000_000)
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as other:
        other.writestr("a.xml", "<a/>")
    found = list(articles([str(tmp_path / name) for name in ("cut.docx", "bomb.docx", "other.docx")]))
    assert [item.code for item in found if isinstance(item, Problem)] == ["broken", "too-large", "broken"]


def test_pages_beyond_the_bound_are_left_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGES", 1)
    article, problem = pdf.read(io.BytesIO(TWO_PAGES), given=Given(), source="a.pdf", table=furniture.load())
    assert isinstance(article, Article)
    assert isinstance(problem, Problem)
    assert problem.message == "a.pdf: read up to page 1; 1 pages were left"
