"""Whole pages as copied from sites of the Middle East, Africa and Oceania, and documents that look like pages. Facts are invented."""

from __future__ import annotations

import pytest

from detente.ingest import plain
from detente.ingest.given import Given
from tests.ingest.marked import marked

GULF_CHANNEL = """
- Skip links
- Skip to Content
- play
- Live
- News
- Show more news sections
= Sudan's army rejects truce extension as RSF claims gains
= The general's aide says talks in Jeddah are 'a waste of ink'.
c Smoke rises over Khartoum on Tuesday [Hassan Omar/Reuters]
- By Al Safir Staff
- Published On 30 May 2023
- 30 May 2023

= Sudan's army has rejected an extension of the Jeddah truce, accusing its rival of occupying hospitals.

= The Rapid Support Forces denied the charge and said that their fighters had taken a base in Omdurman.

- Keep reading
- list of 3 items
- list 1 of 3
- Sudan war: A timeline in maps
- list 2 of 3
- Photos: Life in a camp in Chad
- list 3 of 3
- UN envoy declared unwelcome
- end of list

= Saudi Arabia and the United States urged both sides to stay in Jeddah.

- SOURCE: AL SAFIR AND NEWS AGENCIES
- Related
- More from News
- Most popular
"""

SAUDI_AGENCY = """
- Monday 1439/8/21 - 2018/05/07
- General
= Crown Prince Receives Letter from Kuwaiti Emir
- Monday 1439/8/21 - 2018/05/07
= Jeddah, May 7, 2018, SPA -- The Crown Prince received here today a written message from the Emir of Kuwait on bilateral relations.
= The message was handed over by the Kuwaiti foreign minister during an audience at Al-Salam Palace.
- --SPA
- 20:11 LOCAL TIME 17:11 GMT
- 0031
- www.spa.example/1761234
"""

ISRAELI_SITE = """
- Start-Up Nation
- Jewish Times
- Newsletters
- Log in
- Join our Community
= ⟦Analysis:⟧ Why Cairo wants a hudna and Jerusalem wants a pause
= Egyptian mediators shuttle between Gaza and Tel Aviv as rockets fall
- By Noam Adler
- 14 November 2018, 6:12 am
- 0
c Egyptian intelligence officials walk through the Erez crossing, November 13, 2018. (Flash90)

= Egypt pressed Israel and Hamas on Tuesday to return to the truce that ended their last war, two diplomats said.

= Hamas wants fuel and salaries. Israel wants quiet on the fence and its two citizens back.

- Get The Daily Edition by email and never miss our top stories
- Newsletter email address
- Your email
- GET IT
- By signing up, you agree to the terms

= The cabinet is to meet again on Wednesday. “We are not hungry for battle,” a minister said.

- You appreciate our journalism
- You're a dedicated reader
- We're really pleased that you've read X articles in the past month.
- Read more on:
- Gaza Strip
- Egypt
- Israel-Egypt relations
"""

NIGERIAN_DAILY = """
- Kindly share this story:
- Home
- News
- Politics
- Sports
= Nigeria, Benin Republic to reopen Seme border, says minister
- By Chidi Okonkwo, Abuja
- 17th December 2020
- Share
- Tweet
- TEXT AD: Make money from home. Click here
= The Federal Government on Wednesday said Nigeria and the Republic of Benin had agreed to reopen the Seme border for trade.
= The Minister of Foreign Affairs, Dr. Bala Sule, disclosed this to journalists after a meeting with his Beninese counterpart in Abuja.
- READ ALSO: Customs seizes 40 trucks of rice
= Sule said, “Our heads of state spoke by telephone on Sunday and they were agreed.”
- Copyright VANGUARD POST. All rights reserved. This material, and other digital content on this website, may not be reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express written permission from VANGUARD POST.
- Contact: editor@vanguardpost.example
"""

KENYAN_DAILY = """
- Dark mode
- Premium
= Kenya and Somalia restore ties after Qatar talks
- Thursday, May 06, 2021
- Nation wire PHOTO
c Somalia's foreign minister (left) with his Kenyan counterpart in Nairobi. PHOTO | FILE
- By Wanjiru Maina
- Correspondent
= What you need to know:
= Somalia cut relations in December, accusing Nairobi of meddling in Jubaland.
= Mogadishu on Thursday announced that it had restored diplomatic relations with Kenya, five months after it cut them.
= Qatar's envoy carried the last messages between the two presidents, a statement from Villa Somalia said.
= Kenya's foreign ministry said it had “taken note” of the statement.
- In the headlines
- Fuel prices to rise at midnight
- MPs reject new tax on bread
"""

AUSTRALIAN = """
- Just In
- Politics
- Print content
- Print with images and other media
- Print text only
- Cancel
= Australia signs security treaty with Vanuatu after year of talks
- By foreign affairs reporter Stephen Dale in Port Vila
- Posted Tue 13 Dec 2022 at 2:15pm
- Updated Tue 13 Dec 2022 at 6:40pm
c The two foreign ministers signed the pact on Tuesday. (ABC News: Natalie Ross)
- Share this article
- Help keep family & friends informed by sharing this article

= Australia and Vanuatu have signed a security treaty after a year of negotiations, promising to help each other in disasters and at sea.

= Key points:
= Vanuatu's parliament must ratify the pact
= China offered a similar agreement in May, which Port Vila declined

= Foreign Minister Penny Marsh said the treaty was "written by both hands".

- Posted 13 Dec 2022, updated 13 Dec 2022
- Top Stories
- Wombat found in bakery
- Related topics
- Vanuatu
- Back to top
"""

COMMUNIQUE = """
= Joint Statement
= of the Ministers of Foreign Affairs of Ruritania and Carpathia

= Strelsau, 3 March 2016

= The two Ministers met in Strelsau on 3 March 2016 and agreed as follows:

= 1. The border crossing at Zenda will be open from 06:00 to 22:00.

= 2. A joint commission will meet twice a year.

= 3. The Parties will exchange lists of missing persons.

= Done at Strelsau on 3 March 2016, in two copies, both texts being equally authentic.

= For the Government of Ruritania
= For the Government of Carpathia
"""

CHRONOLOGY = """
= Two years of talks: a chronology

= 12 May 2014

= Envoys meet for the first time in a hotel in Geneva and agree on an agenda of five points.

= 3 June 2014

= The president says that he will not sit down with people who shell his towns.

= 9 January 2015

= A ceasefire is signed in Minsk and is broken before the ink is dry, both sides say.
"""

INTERVIEW = """
= “We were never asked”: an interview with the former envoy

= Q: Did you expect the talks to fail in March?

= Yes.

= Q: Why?

= Because the other side had come to listen and we had come to speak, and nobody had told the interpreters.

= Q: Would you do it again?

= No.
"""


@pytest.mark.parametrize("page", [GULF_CHANNEL, SAUDI_AGENCY, ISRAELI_SITE, NIGERIAN_DAILY, KENYAN_DAILY, AUSTRALIAN])
def test_page_keeps_the_article_and_nothing_else(page: str) -> None:
    wanted = marked(page)
    article = plain.read(wanted.text, given=Given(), source="page.txt")
    assert article.text.split("\n\n") == wanted.kept
    assert [caption.quote for caption in article.captions] == wanted.captions
    assert set(wanted.cut) <= {cut.words for cut in article.furniture}


@pytest.mark.parametrize("page", [COMMUNIQUE, CHRONOLOGY, INTERVIEW])
def test_documents_stay_whole(page: str) -> None:
    wanted = marked(page)
    article = plain.read(wanted.text, given=Given(), source="document.txt")
    assert article.text.split("\n\n") == wanted.kept
    assert article.furniture == ()


def test_days_of_pages() -> None:
    days = [plain.read(marked(page).text, given=Given(), source="p").published for page in (GULF_CHANNEL, SAUDI_AGENCY, AUSTRALIAN)]
    assert days == ["2023-05-30", "2018-05-07", "2022-12-13"]
