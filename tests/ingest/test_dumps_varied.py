"""Dumps of news databases as they vary: other faces, missing fields, lines of the text that look like heads, page headers, covers."""

from __future__ import annotations

from detente.records import Article
from tests.ingest.test_dumps import FOUR, ONE, THREE, TWO, read, told

TITLE = "Ministers agree to reopen border"


def texts(text: str) -> list[str]:
    """What each article says below its headline."""
    return [item.text.partition("\n\n")[2] for item in read(text) if isinstance(item, Article)]


UNI = f"""
1.
The Zenda Times, 9 May 2018, WORLD; Pg. 1, 543 words, Ann Lee, {TITLE}


Page 1 of 3
{TITLE}
The Zenda Times
May 9, 2018 Wednesday
Final Edition

Copyright 2018 The Zenda Times All Rights Reserved

Section: WORLD; Pg. A1
Length: 543 words
Byline: By Ann Lee, Zenda Correspondent
Body


{ONE}

Length: the talks took nine hours, officials said.

Page 2 of 3
{TITLE}

{TWO}

Load-Date: May 10, 2018


End of Document

Talks go on
Zenda Daily (Strelsau)
9. Mai 2018 Mittwoch

Copyright 2018 Zenda Daily Alle Rechte vorbehalten

Section: POLITIK; S. 4
Body

{THREE}

Load-Date: May 9, 2018

End of Document

Envoys: a third round
Agence Zenda
mercredi 9 mai 2018

Copyright 2018 Agence Zenda Tous droits réservés

Length: 99 words

Body

{FOUR}

Classification

Language: ENGLISH

Load-Date: May 9, 2018

End of Document
"""


def test_nexis_uni_with_pages_a_list_and_days_in_other_languages() -> None:
    assert [told(item) for item in read(UNI)] == [
        ("2018-05-09", "The Zenda Times", TITLE, "Ann Lee, Zenda Correspondent"),
        ("2018-05-09", "Zenda Daily (Strelsau)", "Talks go on", None),
        ("2018-05-09", "Agence Zenda", "Envoys: a third round", None),
    ]
    assert texts(UNI) == [f"{ONE}\n\nLength: the talks took nine hours, officials said.\n\n{TWO}", THREE, FOUR]


def test_nexis_with_a_german_face() -> None:
    face = f"""
        {TITLE}
        The Zenda Times
        Mittwoch, 9. Mai 2018

        Copyright 2018 The Zenda Times Alle Rechte vorbehalten

        Rubrik: WORLD; S. 1
        Länge: 543 Wörter
        Autor: Ann Lee
        Body

        {ONE}

        {TWO}

        Load-Date: May 10, 2018

        Ende des Dokuments
        """
    assert [told(item) for item in read(face)] == [("2018-05-09", "The Zenda Times", TITLE, "Ann Lee")]
    assert texts(face) == [f"{ONE}\n\n{TWO}"]


def test_factiva_with_codes_on_rows_of_their_own_and_a_page_number_between() -> None:
    dump = f"""
HD  {TITLE}
WC  543 words
PD  9 May 2018
SN  Zenda News Agency
LP
{ONE}

TD
{TWO}

HD said no more. WC 12 words were struck.

IN  i1 : Agriculture
AN  Document ZENDA00020180509ee59000b1

Page 2 of 5 © 2018 Factiva, Inc. All rights reserved.

HD
Talks go on
WC
99 words
PD
10 May 2018
SN
Zenda Daily
CY
Copyright 2018 Zenda Daily
LP
{THREE}
TD
{FOUR}
AN
Document ZDAILY0020180510ee5a0034k
"""
    assert [told(item)[:3] for item in read(dump)] == [
        ("2018-05-09", "Zenda News Agency", TITLE),
        ("2018-05-10", "Zenda Daily", "Talks go on"),
    ]
    assert texts(dump) == [f"{ONE}\n\n{TWO}\n\nHD said no more. WC 12 words were struck.", f"{THREE}\n\n{FOUR}"]


PLAIN = f"""
{TITLE} crossing
By Ann Lee and Bo Dee
543 words
9 May 2018
Zenda News Agency
ZENDA
English
(c) 2018

{ONE}

512 words were struck from the draft.

{TWO}

Document XXXX000020180509ee59000b1

World
Talks go on
Lee, Ann
1,099 words
10 May 2018
11:05 AM
Zenda Daily
ZDAILY
A1
English
Copyright 2018, Zenda Daily, All Rights Reserved.

{THREE}

Document XXXX000020180510ee59000b2

An envoy without a day
99 words
Zenda Daily
ZDAILY
English
© 2018 Zenda Daily

{FOUR}

Document XXXX000020180511ee59000b4
"""


def test_factiva_without_labels_with_fields_missing() -> None:
    assert [told(item) for item in read(PLAIN)] == [
        ("2018-05-09", "Zenda News Agency", f"{TITLE} crossing", "Ann Lee and Bo Dee"),
        ("2018-05-10", "Zenda Daily", "Talks go on", "Lee, Ann"),
        (None, "Zenda Daily", "An envoy without a day", None),
    ]
    assert texts(PLAIN) == [f"{ONE}\n\n512 words were struck from the draft.\n\n{TWO}", THREE, FOUR]


def test_factiva_with_faces_in_other_languages() -> None:
    german = {"By ": "Von ", " words\n": " Wörter\n", " May ": " Mai ", "English": "Englisch", "Document": "Dokument"}
    french = {"By ": "Par ", " words\n": " mots\n", " May ": " mai ", "English": "Anglais"}
    for face in (german, french):
        dump = PLAIN
        for words, other in face.items():
            dump = dump.replace(words, other)
        assert [told(item)[:2] for item in read(dump)] == [told(item)[:2] for item in read(PLAIN)]
        assert [told(item)[3] for item in read(dump)] == ["Ann Lee and Bo Dee", "Lee, Ann", None]


def test_proquest_with_a_cover_a_colon_in_the_headline_and_a_label_in_the_text() -> None:
    rule = "_" * 60
    dump = f"""
{rule}

Report Information from ProQuest

May 30 2018 10:00

{rule}

Document 1 of 2

Border opens: a first step

Author: Lee, Ann; Dee, Bo

Publication info: Zenda Times ; Zenda [Zenda]. 09 May 2018: A.1.

Full text:

{ONE}

Title: "A Peace" was the title of the play, he said.

{TWO}

Credit: Ann Lee

Illustration Caption: The crossing

Publication title: Zenda Times; Zenda

Publication date: May 9, 2018

ProQuest document ID: 203451

Document URL: https://www.proquest.com/docview/203451

{rule}

Document 2 of 2

Talks go on

Full text: {THREE}

Title: Talks go on

Publication title: Zenda Daily (Online); Strelsau

Publication date: 2018-05-10

ProQuest document ID: 203452

{rule}

Contact us at: http://www.proquest.com/go/contact
"""
    assert [told(item) for item in read(dump)] == [
        ("2018-05-09", "Zenda Times", "Border opens: a first step", "Lee, Ann; Dee, Bo"),
        ("2018-05-10", "Zenda Daily (Online)", "Talks go on", None),
    ]
    assert texts(dump) == [f'{ONE}\n\nTitle: "A Peace" was the title of the play, he said.\n\n{TWO}', THREE]


def test_the_same_article_twice_in_a_dump_has_one_id() -> None:
    assert len({item.id for item in read(PLAIN + PLAIN)}) == 3
