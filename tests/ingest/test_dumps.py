"""Dumps of news databases: split exactly, each document with its day, outlet, headline and byline; the rest is furniture."""

from __future__ import annotations

import io
import re
import textwrap
from collections import Counter

import pytest

from detente.ingest import dumps, furniture, rtf
from detente.ingest.given import Given
from detente.records import Article, Problem

ONE = "The two ministers met in Vienna on Tuesday and agreed to reopen the border crossing at Zenda in the spring of next year."
TWO = "The deal follows months of talks between the two neighbours, which had closed the crossing after a dispute about taxes."
THREE = "President Ann Lee said on Wednesday that her government would send a delegation to the capital before the end of May."
FOUR = "A spokesman for the rebels denied the report and said that no date for a meeting had been set by either of the sides."


def read(text: str, given: Given | None = None) -> list[Article | Problem]:
    data = textwrap.dedent(text).lstrip("\n").encode()
    assert dumps.accepts("a.txt", data)
    return list(dumps.read(io.BytesIO(data), given=given or Given(), source="a.txt", table=furniture.load()))


def told(item: Article | Problem) -> tuple[str | None, str | None, str | None, str | None]:
    assert isinstance(item, Article), item
    return item.published, item.outlet, item.title, item.byline


def wrapped(text: str, width: int = 70) -> str:
    return "\n".join(textwrap.wrap(text, width))


def nexis(
    number: int, count: int, *, body: str = ONE, title: str = "Ministers Agree to Reopen Border", outlet: str = "The Zenda Times"
) -> str:
    return f"""
                               {number} of {count} DOCUMENTS


                               {outlet}

                              May {number}, 2018 Wednesday
                               Late Edition - Final

{title}

BYLINE: By ANN LEE and BO DEE

SECTION: Section A; Column 0; Foreign Desk; Pg. 1

LENGTH: 1,012 words

DATELINE: VIENNA

BODY:

{wrapped(body)}

{wrapped(TWO)}

GRAPHIC: PHOTO: The crossing at Zenda (PHOTOGRAPH BY CY ROE)

LOAD-DATE: May 21, 2018

LANGUAGE: ENGLISH

SUBJECT: BORDER CONTROL (90%); FOREIGN RELATIONS (89%); INTERNATIONAL
RELATIONS (88%)

DOCUMENT-TYPE: News

PUBLICATION-TYPE: Newspaper


                   Copyright 2018 The Zenda Times Company
                              All Rights Reserved

"""


def test_nexis_documents_are_split_dated_and_signed() -> None:
    found = read("\ufeff\n\nSearch Terms: zenda\n\n" + nexis(1, 3) + nexis(2, 3, title="Talks Go On", body=THREE) + nexis(3, 3, body=FOUR))
    assert [told(item) for item in found] == [
        ("2018-05-01", "The Zenda Times", "Ministers Agree to Reopen Border", "ANN LEE and BO DEE"),
        ("2018-05-02", "The Zenda Times", "Talks Go On", "ANN LEE and BO DEE"),
        ("2018-05-03", "The Zenda Times", "Ministers Agree to Reopen Border", "ANN LEE and BO DEE"),
    ]
    first = found[0]
    assert isinstance(first, Article)
    assert first.text == f"Ministers Agree to Reopen Border\n\n{ONE}\n\n{TWO}"
    assert first.published_basis == "metadata"
    assert first.lines == (14, 26, 29)
    cut = {(cut.words, cut.why) for cut in first.furniture}
    assert {("LOAD-DATE: May 21, 2018", "database"), ("Copyright 2018 The Zenda Times Company", "copyright")} <= cut
    assert ("RELATIONS (88%)", "database") in cut


def test_nexis_with_the_copyright_first_and_a_headline_field() -> None:
    (found,) = read(
        f"""
        Document 1 of 1

        Copyright 2004 Zenda News Agency
        Zenda General News Service

        September 9, 2004, Thursday 8:00 AM GMT

        SECTION: WORLD NEWS; Political

        LENGTH: 212 words

        HEADLINE: Ministers agree to reopen border

        DATELINE: VIENNA, Sept. 9

        BODY:
        {ONE}

        {TWO}

        LOAD-DATE: September 10, 2004
        """
    )
    assert told(found) == ("2004-09-09", "Zenda General News Service", "Ministers agree to reopen border", None)
    assert isinstance(found, Article)
    assert found.text.endswith(TWO)


def test_nexis_without_body_label_and_with_a_month_only_has_no_day() -> None:
    (found,) = read(
        f"""
        1 of 1 DOCUMENTS

        Foreign Review

        May 2018

        The Border Question

        SECTION: ESSAYS

        LENGTH: 2,012 words

        {ONE}

        {TWO}

        LOAD-DATE: June 3, 2018
        """
    )
    assert told(found) == (None, "Foreign Review", "The Border Question", None)


NEW = f"""
User Name: ann
Date and Time: Wednesday, May 30, 2018 10:00:00 AM EST
Job Number: 12345

Documents (2)

1. Ministers agree to reopen border
Client/Matter: -None-
Search Terms: zenda
Search Type: Terms and Connectors
Narrowed by: Newspapers
2. Talks go on
Client/Matter: -None-
Search Terms: zenda
| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2018 LexisNexis

Ministers agree to reopen border
The Zenda Times
May 9, 2018 Wednesday 11:30 AM GMT
Copyright 2018 The Zenda Times Company All Rights Reserved
Section: WORLD; Version:1
Length: 512 words
Byline: Ann Lee in Vienna
Highlight: A crossing that was closed for a year will open again in the spring, both sides say.
Body

{ONE}
{TWO}

Graphic

The crossing at Zenda, Cy Roe
Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: BORDER CONTROL (90%)
Load-Date: May 10, 2018

End of Document
Talks go on
Zenda Daily (Strelsau)
9 May 2018
Copyright 2018 Zenda Daily All Rights Reserved
Length: 99 words
Body

{THREE}

Load-Date: May 9, 2018
End of Document
"""


def test_newer_nexis_with_a_cover() -> None:
    one, two = read(NEW)
    assert told(one) == ("2018-05-09", "The Zenda Times", "Ministers agree to reopen border", "Ann Lee in Vienna")
    assert told(two) == ("2018-05-09", "Zenda Daily (Strelsau)", "Talks go on", None)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    standfirst = "A crossing that was closed for a year will open again in the spring, both sides say."
    assert one.text == f"Ministers agree to reopen border\n\n{standfirst}\n\n{ONE}\n\n{TWO}"
    assert two.text == f"Talks go on\n\n{THREE}"


CODED = f"""
HD  Ministers agree to reopen border crossing at Zenda
BY  By Ann Lee
WC  512 words
PD  9 May 2018
ET  08:00
SN  Zenda News Agency
SC  ZENDA
LA  English
CY  (c) 2018 Zenda News Agency

LP
{wrapped(ONE)}

TD

{wrapped(TWO)}

IN Strelsau the opposition said that it had not been asked.

NS
gdip : International Relations | gcat : Political/General News

RE  ruri : Ruritania | eurz : Europe

PUB  Zenda News Agency

AN
Document ZENDA00020180509ee590012x

SE  World
HD  Talks go on
WC  99 words
PD  10 May 2018
SN  Zenda Daily
LA  English
CY  Copyright 2018 Zenda Daily
LP  {THREE}
TD  {FOUR}
AN  Document ZDAILY0020180510ee5a0034k

Search Summary
Text  zenda
Date  In the last 3 months
Timestamp  30 May 2018 10:00 AM
"""


def test_factiva_by_its_codes() -> None:
    one, two = read(CODED)
    assert told(one) == ("2018-05-09", "Zenda News Agency", "Ministers agree to reopen border crossing at Zenda", "Ann Lee")
    assert told(two) == ("2018-05-10", "Zenda Daily", "Talks go on", None)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.text.split("\n\n")[1:] == [ONE, TWO, "IN Strelsau the opposition said that it had not been asked."]
    assert two.text == f"Talks go on\n\n{THREE}\n\n{FOUR}"
    assert "Search Summary" in [cut.words for cut in two.furniture]
    assert "Document ZENDA00020180509ee590012x" in " ".join(cut.words for cut in one.furniture)


PLAIN = f"""
World News
Ministers agree to reopen border crossing at Zenda
By Ann Lee
512 words
9 May 2018
08:00
Zenda News Agency
ZENDA
English
(c) 2018 Zenda News Agency. All rights reserved.

{ONE}

{TWO}

Document ZENDA00020180509ee590012x

Talks go on
99 words
10 May 2018
Zenda Daily
ZDAILY
4
English
Copyright 2018. Zenda Daily.

{THREE}

{FOUR}

Document ZDAILY0020180510ee5a0034k

Page 2 of 2 © 2018 Factiva, Inc. All rights reserved.
"""


def test_factiva_without_codes() -> None:
    one, two = read(PLAIN)
    assert told(one) == ("2018-05-09", "Zenda News Agency", "Ministers agree to reopen border crossing at Zenda", "Ann Lee")
    assert told(two) == ("2018-05-10", "Zenda Daily", "Talks go on", None)
    assert isinstance(two, Article)
    assert two.text == f"Talks go on\n\n{THREE}\n\n{FOUR}"


def test_proquest() -> None:
    rule = "_" * 60
    document = """
{rule}

Document {n} of 2

{title}

Author: Lee, Ann

Publication info: Zenda Times, Late Edition (East Coast); Zenda, N.Y. 0{n} May 2018: A.1.

Abstract: The abstract of a database is not the article.

Links: http://links.example/{n}

Full text: {one}

{two}

Subject: Border control

Location: Ruritania

Title: {title}

Publication title: Zenda Times, Late Edition (East Coast); Zenda, N.Y.

Publication date: May {n}, 2018

Source type: Newspapers

ProQuest document ID: 20345{n}

Document URL: http://search.example/docview/20345{n}

Copyright: Copyright Zenda Times Company May {n}, 2018

Last updated: 2018-05-10
"""
    one, two = read(
        document.format(rule=rule, n=1, title="Border opens", one=ONE, two=TWO)
        + document.format(rule=rule, n=2, title="Talks go on", one=THREE, two=FOUR)
        + f"\n{rule}\n\nContact ProQuest\n\nCopyright © 2018 ProQuest LLC. All rights reserved.\n"
    )
    assert told(one) == ("2018-05-01", "Zenda Times", "Border opens", "Lee, Ann")
    assert told(two) == ("2018-05-02", "Zenda Times", "Talks go on", "Lee, Ann")
    assert isinstance(two, Article)
    assert two.text == f"Talks go on\n\n{THREE}\n\n{FOUR}"


@pytest.mark.parametrize("text", [nexis(1, 2) + nexis(2, 2, body=THREE), NEW, CODED, PLAIN], ids=["nexis", "new", "coded", "plain"])
def test_no_word_is_lost(text: str) -> None:
    """Each word of the file stands in a text or among what was cut; a headline, byline or day also in its field."""
    extra = text.replace(FOUR, f"Copyright talks resumed.\n\nPage 1 of 2\n\n{FOUR}")
    shown = Counter[str]()
    for item in read(extra):
        assert isinstance(item, Article)
        shown += Counter(re.findall(r"\w+", " ".join([item.text, *(cut.words for cut in item.furniture)])))
    lost = Counter(re.findall(r"\w+", extra)) - shown
    assert not set(lost) - {"HD", "LP", "TD", "Highlight"}


def test_a_dump_in_utf_16() -> None:
    data = ("\ufeff" + PLAIN).encode("utf-16-le")
    assert dumps.accepts("a.txt", data)
    found = list(dumps.read(io.BytesIO(data), given=Given(), source="a.txt", table=furniture.load()))
    assert [told(item)[2] for item in found] == ["Ministers agree to reopen border crossing at Zenda", "Talks go on"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 9, 2018 Wednesday", "2018-05-09"),
        ("Wednesday, May 09, 2018", "2018-05-09"),
        ("MAY 9, 2018, WEDNESDAY, FINAL EDITION", "2018-05-09"),
        ("9 May 2018 Wednesday 8:00 AM GMT", "2018-05-09"),
        ("Wed 9th May 2018", "2018-05-09"),
        ("Sept. 9, 2004", "2004-09-09"),
        ("2018-05-09", "2018-05-09"),
        ("May 7 - 13, 2018", None),
        ("May 28 - June 3, 2018", None),
        ("Spring 2018", None),
        ("May, 2018", None),
    ],
)
def test_the_forms_of_a_day(line: str, day: str | None) -> None:
    (found,) = read(nexis(1, 1).replace("May 1, 2018 Wednesday", line))
    assert told(found)[:3] == (day, "The Zenda Times", "Ministers Agree to Reopen Border")


def test_the_same_words_in_two_papers_are_two_articles() -> None:
    found = read(nexis(1, 2) + nexis(2, 2, outlet="Zenda Daily"))
    assert len({item.id for item in found}) == 2


def test_an_accession_number_makes_the_id_the_same_in_every_file() -> None:
    data = PLAIN.encode()
    one, two = (
        [item.id for item in dumps.read(io.BytesIO(data), given=Given(), source=source, table=furniture.load())]
        for source in ("a.txt", "b.txt")
    )
    assert one == two


def test_what_a_document_says_wins_over_what_is_given() -> None:
    found = read(PLAIN, Given(published="2020-01-01", outlet="O"))
    assert [told(item)[:2] for item in found] == [("2018-05-09", "Zenda News Agency"), ("2018-05-10", "Zenda Daily")]


def test_a_number_among_the_paragraphs_splits_nothing() -> None:
    body = f"{ONE}\n\n2 of 3 DOCUMENTS\n\nwere signed, the minister said. 5 of 9 documents were not."
    found = read(nexis(1, 3).replace(wrapped(ONE), body) + nexis(2, 3, body=THREE))
    assert len(found) == 2
    assert isinstance(found[0], Article)
    assert "were signed, the minister said." in found[0].text


def test_a_document_without_text_is_a_problem_that_names_its_line() -> None:
    bare = "\n1 of 2 DOCUMENTS\n\nZenda Times\n\nMay 1, 2018 Tuesday\n\nA map\n\nLENGTH: 5 words\n\nLOAD-DATE: May 2, 2018\n\n"
    problem, article = read(bare + nexis(2, 2))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message.split(": ")[0]) == ("empty", "a.txt#1:1")
    assert told(article)[2] == "Ministers Agree to Reopen Border"


@pytest.mark.parametrize(
    "text",
    [
        f"How to read a dump\n\n{ONE} A file begins like this.\n\n1 of 250 DOCUMENTS\n\nThe Zenda Times\n\nMay 9, 2018\n\nLENGTH: 512 words\n\nBODY:\n",
        f"How to read Factiva\n\n{ONE}\n\n{TWO}\n\n512 words\n9 May 2018\nZenda News Agency\n(c) 2018\n\nDocument ZENDA00020180509ee590012x\n",
        f"{ONE}\n\nDocument 1 of 5\n\nwas signed first. {TWO}\n",
        f"Body\n\n{ONE}\n\nEnd of Document\n",
        f"{'_' * 40}\n\nFull text: {ONE}\n\n{TWO}\n",
    ],
)
def test_an_article_about_such_files_is_one_article(text: str) -> None:
    assert not dumps.accepts("a.txt", text.encode())


def test_rich_text_of_both_databases_is_split_too() -> None:
    def rich(text: str) -> bytes:
        rows = text.replace("©", r"\'a9").strip("\n").split("\n")
        return (
            r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\header Page header\par}" + "".join(rf"{{\b {row}}}\par " for row in rows) + "}"
        ).encode()

    for text, titles in (
        (NEW, ["Ministers agree to reopen border", "Talks go on"]),
        (CODED, ["Ministers agree to reopen border crossing at Zenda", "Talks go on"]),
    ):
        found = list(rtf.read(io.BytesIO(rich(text)), given=Given(), source="a.rtf", table=furniture.load()))
        assert [told(item)[2] for item in found] == titles
        assert all(isinstance(item, Article) and item.lines == () and "Page header" not in item.text for item in found)
