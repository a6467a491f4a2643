"""Whole pages as copied from sites of Europe and of Russia. Facts are invented."""

from __future__ import annotations

import pytest

from detente.ingest import plain
from detente.ingest.given import Given
from tests.ingest.marked import marked

BROADCASTER = """
- Accessibility links
- Skip to content
- Accessibility Help
- Notifications
- Home
- News
- Sport
- Weather
- More
- Menu
= Moldova gas row: Chisinau rejects Transnistria offer
- 12 October 2021
- Share
- Share this with Facebook
- Share this with Messenger
- Share this with Twitter
- Share this with Email
- Copy this link
- These are external links and will open in a new window
c ⟦Image copyright EPA Image caption⟧ The power station at Cuciurgan supplies most of the country's electricity

= Moldova has rejected an offer of gas from the breakaway region of Transnistria, calling it "a trap".

= Prime Minister Ion Vasile said the country would rather buy dearer gas from Romania.

- Related Topics
- Moldova
- Gas
- More on this story
- Moldova declares energy emergency
- 8 October 2021
- Top Stories
- Storm closes ports along Black Sea
- Why trains still run late in Italy
- Features
- The baker who feeds a border
- Elsewhere on the site
- Most Read
- 1
- Lottery winner found after two years
- 2
- Ten questions on the gas price
- Copyright © 2021 The broadcaster is not responsible for the content of external sites. Read about our approach to external linking.
"""

BRITISH_DAILY = """
- Skip to main content
- Sign in
- Search jobs
- Support us
- News
- Opinion
- Sport
- Culture
- Lifestyle
= Britain expels two Belarusian diplomats over journalist's arrest
- This article is more than 3 years old
= Foreign secretary calls detention in Minsk 'an act of piracy' as EU ministers prepare sanctions
- Harriet Coles Diplomatic editor
- Mon 24 May 2021 18.47 BST
- Last modified on Tue 25 May 2021 08.12 BST
c The Belarusian embassy in Kensington. Photograph: J Field/Getty Images

= Britain has expelled two Belarusian diplomats in response to the arrest of a journalist whose plane was forced to land in Minsk, the foreign secretary said on Monday.

= He told the Commons that the interception was “an act of piracy” and that Minsk would pay for it.

- Sign up to First Edition, our free daily newsletter – every weekday morning at 7am

= Belarus said it would answer in kind. Its ambassador was not available for comment.

- Read more
- Explore more on these topics
- Belarus
- Foreign policy
- news
- Share
- Reuse this content
- Comments (312)
- Most viewed
"""

RUSSIAN_AGENCY = """
- TASS-style wire
- WORLD
- 9 MAY 2018, 15:40
= Kremlin: Putin, Netanyahu discuss Syria at talks in Moscow
= The two leaders met after the parade on Red Square, the presidential spokesman said
- © Mikhail Orlov/Press Office/TASS
= MOSCOW, May 9. /TASS/. Russian President Vladimir Putin and Israeli Prime Minister Benjamin Netanyahu discussed the situation in Syria on Wednesday, Kremlin Spokesman Dmitry Peskov told reporters.
= "The exchange of views was substantive," Peskov said.
= He declined to say whether deliveries of air defense systems had been raised.
- Tags
- Syria
- Foreign policy
- Share
- Subscribe to our Telegram channel
- Read more on the site →
"""

GERMAN_BROADCASTER = """
- Deutsche Rundschau World
- MENU
- Content
- Navigation
- Live TV
- POLITICS
= Berlin urges Kosovo and Serbia to resume dialogue
= The German foreign minister told both sides that their path to the EU runs through Brussels talks.

c Germany's foreign minister arrived in Pristina on Thursday, image: Armend N/AFP via Getty Images

= Germany's foreign minister on Thursday called on Kosovo and Serbia to return to the negotiating table "without excuses."

- Advertisement

= Speaking in Pristina, she said that the visa ban on Kosovo citizens would be lifted next year.

- kb/msh (AFP, dpa, Reuters)

- Related topics
- Send us feedback
- Print this page
- Permalink https://p.dr.example/4AbCd
- © 2022 Deutsche Rundschau
- Privacy Policy
- Legal notice
- Contact
"""

FRENCH_CHANNEL = """
- Skip to main content
- LIVE
- France
- Africa
- Middle East
= Paris says Mali junta must honour transition date
- Issued on: 18/01/2022 - 19:05
- Modified: 18/01/2022 - 19:03
- 2 min
- Text by: NEWS WIRES
- Listen to the article
- ADVERTISING

= France on Tuesday called on the ruling junta in Mali to hold elections in February as promised, and said that it would not withdraw its troops under pressure.

= "Commitments bind those who make them," Foreign Minister Jean-Luc Arnaud told parliament.

- (FRANCE 24 with AFP)

- Daily newsletter
- Receive essential international news every morning
- Subscribe
- Take international news everywhere with you! Download our app
- Read more
- Mali's junta cuts ties with regional bloc
- The content you requested does not exist or is not available anymore.
"""


@pytest.mark.parametrize("page", [BROADCASTER, BRITISH_DAILY, RUSSIAN_AGENCY, GERMAN_BROADCASTER])
def test_page_keeps_the_article_and_nothing_else(page: str) -> None:
    wanted = marked(page)
    article = plain.read(wanted.text, given=Given(), source="page.txt")
    assert article.text.split("\n\n") == wanted.kept
    assert [caption.quote for caption in article.captions] == wanted.captions
    assert set(wanted.cut) <= {cut.words for cut in article.furniture}


def test_british_page_gives_day_and_byline() -> None:
    article = plain.read(marked(BRITISH_DAILY).text, given=Given(), source="page.txt")
    assert (article.published, article.published_basis) == ("2021-05-24", "text")


def test_french_page_loses_nothing_of_the_article() -> None:
    wanted = marked(FRENCH_CHANNEL)
    article = plain.read(wanted.text, given=Given(), source="page.txt")
    assert article.text.split("\n\n") == [line for line in wanted.kept if line]
