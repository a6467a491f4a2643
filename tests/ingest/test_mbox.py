"""Mailboxes: each mail an article, attachments left out, what is broken named by its number."""

from __future__ import annotations

from pathlib import Path

from detente.ingest import articles
from detente.records import Article, Problem

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."


def mail(number: int, *, kind: str = "text/plain", text: str = PROSE) -> str:
    return (
        f"From ann@news.example Wed May 09 00:00:00 2018\nFrom: Ann <ann@news.example>\nSubject: Border opens {number}\n"
        f"Date: Wed, 9 May 2018 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=Q\n\n"
        f"--Q\nContent-Type: {kind}\n\n{text}\n--Q\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n"
        "Content-Transfer-Encoding: base64\n\nJVBERi0xLjcK\n--Q--\n\n"
    )


def test_each_mail_is_an_article_without_its_attachments(tmp_path: Path) -> None:
    (tmp_path / "box").write_text(mail(1, text=f"{PROSE}\n\n>From Zenda the minister went home.") + mail(2) + mail(3, kind="image/png"))
    one, two, three = articles([str(tmp_path / "box")])
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert isinstance(three, Problem)
    assert (one.title, one.published) == ("Border opens 1", "2018-05-09")
    assert one.text.endswith("From Zenda the minister went home.")
    assert "JVBER" not in one.text + two.text
    assert one.id != two.id
    assert three.message == f"{tmp_path / 'box'}#3: no part of this message is a text"


def test_a_letter_that_begins_with_from_is_no_mailbox(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"From Vienna to Zenda\n\n{PROSE}\n")
    assert [isinstance(item, Article) for item in articles([str(tmp_path / "a.txt")])] == [True]
