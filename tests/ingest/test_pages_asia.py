"""Whole pages as copied from sites of Asia: all of the article stays, all of the furniture goes. Facts are invented."""

from __future__ import annotations

import pytest

from detente.ingest import plain
from detente.ingest.given import Given
from tests.ingest.marked import marked

KOREAN_DAILY = """
- Back To Top
- The Hangang Times
- SECTIONS
- Politics
- North Korea
- Business

= ⟦[News Focus]⟧ Seoul weighs envoy to Pyongyang as talks stall

- By Seo Min-ji (minji.seo@hangangtimes.example)
- Published : Mar 5, 2019 - 17:21       Updated : Mar 5, 2019 - 18:02
- Facebook
- Twitter
- KakaoTalk
- a a a

= Seoul is considering sending a special envoy to Pyongyang this month to revive nuclear talks, officials said Tuesday.

c Unification Minister Han Sang-ho (right) speaks to reporters at the Government Complex in Seoul on Tuesday. (Yonhap)
- Unification Minister Han Sang-ho (right) speaks to reporters at the Government Complex in Seoul on Tuesday. (Yonhap)

= “Nothing has been decided,” Unification Minister Han Sang-ho said. “But the door is open, and it is our turn to knock.”

= The North has not answered three calls on the inter-Korean hotline since Friday, the ministry said.

- MOST POPULAR
- LATEST NEWS
- subscribe
- 한강타임스
"""

WIRE_SEOUL = """
- (ATTN: UPDATES with more remarks in paras 4-5; CHANGES photo)
= ⟦(2nd LD)⟧ S. Korea, Japan to hold vice-ministerial talks next week
- By Kim Tae-yang
= SEOUL, May 14 (Yonhap) -- South Korea and Japan will hold vice-ministerial talks in Seoul next week to discuss wartime labor, the foreign ministry said Monday.
= First Vice Foreign Minister Cho Sung-nam will meet his Japanese counterpart, Mori Kenji, on May 22, ministry spokesman Noh Ki-duk told a regular briefing.
= "The two sides will exchange views on issues of mutual concern," he said.
= Tokyo has demanded arbitration, which Seoul has so far declined to accept.
- tykim@yna.example
- (END)
"""

CHINESE_AGENCY = """
- Home > World
- Share
= China, Laos sign railway cooperation deal
- Source: Xinhua| 2018-06-02 20:14:41|Editor: Li Na
- Video Player Close
c Chinese Vice Premier Liu Wen (R, front) meets with Lao Deputy Prime Minister Somphone Keo in Beijing, capital of China, June 2, 2018. (Xinhua/Zhang Ling)

= BEIJING, June 2 (Xinhua) -- China and Laos signed an agreement on railway cooperation here on Saturday.

= Chinese Vice Premier Liu Wen said that China is ready to work with Laos to build the line on schedule.

= Somphone Keo said Laos firmly adheres to the one-China policy and hopes for more investment.

- KEY WORDS: railway
- EXPLORE XINHUANET
- 010020070750000000000000011105521372263891
"""

HINDU_STYLE = """
- Skip to main content
- e-Paper
- LOGIN
- SUBSCRIBE
- HOME / NEWS / NATIONAL
= India, Nepal agree to reopen border haat at Sunauli
= The market was shut in 2015 during the blockade that strained ties between the neighbours
- Published - August 11, 2021 09:34 pm IST - NEW DELHI
- Kavita Rao
- READ LATER
- PRINT
c Foreign Secretary A. Menon with his Nepali counterpart in Kathmandu on Wednesday. | Photo Credit: PTI
= India and Nepal on Wednesday agreed to reopen the border market at Sunauli, six years after it was shut, the Ministry of External Affairs said.
- Also Read: Nepal Prime Minister to visit Delhi in September
= Foreign Secretary A. Menon, who was in Kathmandu for a day, handed over a letter from the Prime Minister inviting his Nepali counterpart to India.
= Nepal has asked India to lift a ban on wheat exports, officials in Kathmandu said.
- COMMENTS
- SHARE
- Related Topics
- India-Nepal
- Top News Today
- 1/ 2
- BACK TO TOP
- Copyright© 2021, THE DECCAN LEDGER or its affiliated companies. All rights reserved.
- Terms & conditions | Institutional Subscriber
"""

PAKISTANI_DAILY = """
- Today's Paper | May 03, 2017
- Dawn of Lahore
= Islamabad summons Afghan envoy over Chaman firing
- Our Correspondent
- Published May 3, 2017
- 14 Comments

= ISLAMABAD: The Foreign Office on Tuesday summoned the Afghan deputy head of mission and lodged a protest over the firing at Chaman, in which three villagers were wounded.

= “Such incidents vitiate the atmosphere,” the spokesman, Nadeem Zaka, said at his weekly briefing.

= He added that the two directors general of military operations would speak on their hotline today.

- Published in Dawn of Lahore, May 3rd, 2017
- Read more
- On DawnNews
- Comments (14) Closed
- Popular
- Newest
- Rafiq
- May 03, 2017 07:10am
- Good step.
- Recommend 0
"""

JAPANESE_DAILY = """
- Sign up
- Log in
- National / Politics
= Abe's successor weighs summit with Kim, aides say
- by Satoru Ueda
- Staff Writer
- May 9, 2018
- SHARE

= The prime minister is ready to meet North Korean leader Kim Jong Un without preconditions, two aides said on Wednesday.

= They declined to be named because the matter is delicate.

= Abductions first?

= Families of Japanese citizens abducted in the 1970s and 1980s asked the government on Tuesday not to “sell their return for a photograph.”

- In a time of both misinformation and too much information, quality journalism is more crucial than ever.
- By subscribing, you can help us get the story right.
- SUBSCRIBE NOW
- PHOTO GALLERY (CLICK TO ENLARGE)
- KEYWORDS
- North Korea, abductions, Kim Jong Un
- RELATED STORIES
- Tokyo and Pyongyang held secret talks in Mongolia
- Weather: rain along the Sea of Japan coast
"""


@pytest.mark.parametrize("page", [KOREAN_DAILY, WIRE_SEOUL, CHINESE_AGENCY, HINDU_STYLE, PAKISTANI_DAILY, JAPANESE_DAILY])
def test_page_keeps_the_article_and_nothing_else(page: str) -> None:
    wanted = marked(page)
    article = plain.read(wanted.text, given=Given(), source="page.txt")
    assert article.text.split("\n\n") == wanted.kept
    assert [caption.quote for caption in article.captions] == wanted.captions
    assert set(wanted.cut) <= {cut.words for cut in article.furniture}


def test_korean_page_gives_its_byline_day_and_title() -> None:
    article = plain.read(marked(KOREAN_DAILY).text, given=Given(), source="page.txt")
    assert (article.byline, article.published, article.published_basis) == ("Seo Min-ji", "2019-03-05", "text")
    assert article.title == "Seoul weighs envoy to Pyongyang as talks stall"


def test_wire_gives_no_day_without_a_year() -> None:
    article = plain.read(marked(WIRE_SEOUL).text, given=Given(), source="page.txt")
    assert (article.published, article.outlet, article.byline) == (None, "Yonhap", "Kim Tae-yang")


def test_chinese_page_gives_the_day_of_its_source_line() -> None:
    assert plain.read(marked(CHINESE_AGENCY).text, given=Given(), source="page.txt").published == "2018-06-02"
