"""Whole pages as copied from sites of the Americas. Facts are invented."""

from __future__ import annotations

import pytest

from detente.ingest import plain
from detente.ingest.given import Given
from tests.ingest.marked import marked

WIRE_SITE = """
- World News
- April 11, 2018 / 6:03 AM / 2 years ago
= ⟦UPDATE 2-⟧Peru's president calls on Venezuela to free opposition mayors
- Marco Quispe, Ana Beltran
- 3 Min Read

= LIMA (Reuters) - Peru's president called on Venezuela on Wednesday to free four opposition mayors before a regional summit that Caracas has been barred from attending.

c FILE PHOTO: Peru's president speaks at the government palace in Lima, Peru, April 2, 2018. REUTERS/Luis Poma

= “There can be no elections with candidates in prison,” he told reporters in Lima.

= Venezuela's information ministry did not immediately respond to a request for comment.

- Reporting by Marco Quispe and Ana Beltran; Writing by Tom Hale; Editing by Rosalba Diaz
- Our Standards: The Thomson Reuters Trust Principles.
- MORE FROM REUTERS
- PAID PROMOTIONAL LINKS
"""

NEW_YORK_DAILY = """
- Skip to content
- Skip to site index
- SUBSCRIBE NOW
- LOG IN
- Advertisement
- Supported by
= ⟦Exclusive:⟧ U.S. and Cuba Hold Quiet Talks on Migration in Mexico
c Cuban migrants at a shelter in Ciudad Juárez in March. Credit...Elena Ruiz for The Harbor Times
- By Paul Steinmetz and Rosa Alvarado
- April 21, 2022

= MEXICO CITY — American and Cuban officials met in Mexico City this week for the first formal talks on migration in four years, according to three people briefed on the meeting.

- Continue reading the main story

= Cuba agreed to accept deportation flights again, two of them said. The State Department declined to comment.

= A shelter in the north

= Hundreds of Cubans cross the Rio Grande each day, and the mayor of Eagle Pass has asked Washington for help.

= Rosa Alvarado reported from Havana.

- A version of this article appears in print on April 22, 2022, Section A, Page 6 of the New York edition with the headline: Quiet Talks. Order Reprints | Today’s Paper | Subscribe
- Site Index
- © 2022 The Harbor Times Company
"""

CABLE_NEWS = """
- US
- World
- Politics
- Live TV
- Audio
= ⟦Breaking:⟧ Colombia and rebels agree to six-month ceasefire
- By Jane Doerr and Luis Mora, CNN
- Updated 9:54 AM EDT, Fri June 9, 2023
- Ad Feedback
- Video Ad Feedback
- JUST WATCHED
- Replay
- MUST WATCH

= (CNN) — The government of Colombia and the largest remaining rebel group have agreed to a six-month ceasefire, both sides said in Havana on Friday.

= Delegates embraced after the signing. The truce is to begin on August 3.

= “This is not peace yet, but it is silence,” said the government's chief negotiator, Otto Patiño.

- CNN's Michael Rios contributed to this report.
- READ MORE: What the rebels want
- Paid Content
- More from CNN
- Terms of Use
- © 2023 Cable News Network. A Warner Bros. Discovery Company. All Rights Reserved.
"""

AP_STYLE = """
- ADVERTISEMENT
= Canada recalls ambassador from Saudi Arabia in rights dispute
- By RICK LAVOIE
- August 6, 2018
- Share

= OTTAWA, Ontario (AP) — Canada recalled its ambassador from Saudi Arabia on Monday, a day after the kingdom froze new trade over criticism of arrests.

- ADVERTISEMENT

= Foreign Minister Claire Hudon said that Canada would “always speak up for human rights.”

- ___

= Saudi state television reported that the kingdom had stopped buying Canadian wheat.

- ___
- Associated Press writer Aya Haddad in Dubai, United Arab Emirates, contributed to this report.
- ___
- Follow Rick Lavoie on Twitter at https://twitter.example/rlavoie
- ___
- Copyright 2018 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
"""

CARIBBEAN = """
- Home | News | Business | Sport | Letters | Epaper
- Subscribe to our Newsletter
= CARICOM leaders condemn killing of Haitian radio host
- BY KESTON JAMES
- Observer staff reporter
- Friday, July 2, 2021

= GEORGETOWN, Guyana (CMC) — Caribbean Community leaders on Thursday condemned the killing of a Haitian radio host and urged the government to hold elections this year.

= The chairman, Antigua's prime minister, said the bloc was ready to send observers.

- Now you can read the paper ANYTIME, ANYWHERE. The Epaper is available to you at home or at work.
- HOUSE RULES
- 1. We welcome reader comments on the top stories of the day. Some comments may be republished on the website or in the newspaper.
- 2. Please understand that comments are moderated and it is not always possible to publish all that have been submitted.
"""


@pytest.mark.parametrize("page", [WIRE_SITE, NEW_YORK_DAILY, CABLE_NEWS, AP_STYLE])
def test_page_keeps_the_article_and_nothing_else(page: str) -> None:
    wanted = marked(page)
    article = plain.read(wanted.text, given=Given(), source="page.txt")
    assert article.text.split("\n\n") == wanted.kept
    assert [caption.quote for caption in article.captions] == wanted.captions
    assert set(wanted.cut) <= {cut.words for cut in article.furniture}


def test_caribbean_page_loses_nothing_of_the_article() -> None:
    wanted = marked(CARIBBEAN)
    article = plain.read(wanted.text, given=Given(), source="page.txt")
    assert article.text.split("\n\n")[: len(wanted.kept)] == wanted.kept
    assert article.published == "2021-07-02"


def test_wire_site_gives_its_day() -> None:
    assert plain.read(marked(WIRE_SITE).text, given=Given(), source="page.txt").published == "2018-04-11"
