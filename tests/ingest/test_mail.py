"""Saved pages in one file, mails, and the input files of PETRARCH."""

from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from detente.ingest import furniture, mail, petrarch
from detente.ingest.encoding import NoTextError
from detente.ingest.given import Given
from detente.records import Article, Problem

PROSE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring."
PAGE = f"<html><head><title>Border opens – Zenda Times</title></head><body><article><h1>Border opens at Zenda</h1><p>{PROSE}</p><p>{PROSE[::-1]}</p></article></body></html>"


def read(data: bytes) -> Article:
    (found,) = mail.read(io.BytesIO(data), given=Given(), source="a.mht", table=furniture.load())
    assert isinstance(found, Article)
    return found


def saved(page: str, day: str) -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://zenda.example/border"
    message["Date"] = f"Wed, {day} 10:00:00 -0000"
    message.make_related()
    part = EmailMessage()
    part.set_content(page, subtype="html", cte="quoted-printable")
    message.attach(part)
    return message.as_bytes()


def sent(subject: str, *, html: bool = False) -> bytes:
    message = EmailMessage()
    message["From"] = "Zenda Times <news@zenda.example>"
    message["Subject"] = subject
    message["Date"] = "Wed, 9 May 2018 23:30:00 -0500"
    if not html:
        message.set_content(f"{PROSE}\n\n{PROSE[::-1]}\n")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


def test_a_page_saved_in_one_file() -> None:
    found = read(saved(PAGE, "9 May 2018"))
    assert (found.url, found.title, found.published) == ("https://zenda.example/border", "Border opens at Zenda", None)
    assert found.text.startswith(f"Border opens at Zenda\n\n{PROSE}")


def test_the_day_on_which_it_was_saved_bounds_that_of_publication() -> None:
    page = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2018-05-09">')
    assert [read(saved(page, f"{day} May 2018")).published for day in (9, 7)] == ["2018-05-09", None]


def test_a_mail_is_of_its_day_unless_it_hands_another_on() -> None:
    found = read(sent("Border opens at Zenda"))
    assert (found.title, found.published, found.text.split("\n\n")[1]) == ("Border opens at Zenda", "2018-05-09", PROSE)
    assert read(sent("Border opens at Zenda", html=True)).text.split("\n\n")[1] == PROSE
    assert read(sent("Fwd: Border opens at Zenda")).published is None


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: image/png\n\nx",
        b"Content-Type: text/plain\n\n" + bytes(range(256)) * 9,
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nx",
    ],
)
def test_broken_messages(data: bytes) -> None:
    with pytest.raises(NoTextError):
        read(data)


OLD = """<Sentences>
<Sentence date="20180509" id="AFP0001_1" source="AFP" sentence="True">
<Text>
The two ministers met
in Vienna &amp; agreed.
</Text>
<Parse>(ROOT (S (NP (DT The))))</Parse>
</Sentence>
<Sentence date="20180509" id="AFP0001_2" source="AFP" sentence="True"/>
<Text>They will meet again.</Text>
<Parse>(ROOT)</Parse></Sentence>
<Sentence date = "20180510" id = "XIN0007_1" source = "XIN" evaluate="true"><EventCoding noevents="True"/>
<Text>A spokesman denied the report.</Text></Sentence>
<Sentence date="20180511" id="XIN0008_1" source="XIN"><Parse>(ROOT)</Parse></Sentence>
</Sentences>
"""


def old(text: str) -> list[Article | Problem]:
    data = text.encode()
    assert petrarch.accepts("a.xml", data)
    return list(petrarch.read(io.BytesIO(data), given=Given(outlet="O"), source="a.xml", table=furniture.load()))


def test_sentences_of_a_story_are_one_article() -> None:
    one, two, bare = old(OLD)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert isinstance(bare, Problem)
    assert (one.text, one.published, one.outlet) == ("The two ministers met in Vienna & agreed. They will meet again.", "2018-05-09", "AFP")
    assert (two.text, two.published, two.outlet) == ("A spokesman denied the report.", "2018-05-10", "XIN")
    assert bare.message.startswith("a.xml#XIN0008: ")


def test_a_tag_that_lies_across_two_chunks() -> None:
    text = OLD.replace("<Parse>(ROOT)</Parse>", "<Parse>" + "x" * (petrarch.CHUNK - 480) + "</Parse>")
    for fill in range(0, 200, 3):
        assert len(old("<!--" + "-" * fill + text)) == 3
