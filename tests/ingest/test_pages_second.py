"""A second set of whole pages, written after the rules and first read once, to see what the rules are worth. Invented."""

from __future__ import annotations

import pytest

from detente.ingest import plain
from detente.ingest.given import Given
from tests.ingest.marked import marked

TURKISH_AGENCY = """
- TÜRKİYE, WORLD
- Türkiye, Iraq agree on joint committees ahead of summit
= Türkiye, Iraq agree on joint committees ahead of summit
= Foreign ministers sign memorandum on water and border security in Ankara
- Serkan Polat | 14.03.2024 - Update : 14.03.2024

= ANKARA

= Türkiye and Iraq agreed on Thursday to set up joint committees on water, trade and border security, Turkish Foreign Minister Kerem Uslu said.

= "A new page is opening," Uslu told a joint news conference with his Iraqi counterpart.

= Baghdad declared the group a banned organization on Wednesday.

- Anadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.
- Related topics
- Ankara
- Iraq
- Most Popular
- Bu haberi paylaşın
"""

INDONESIAN_DAILY = """
- thejakartamail.example
- TheJakartaMail
- Please Update your browser
- Your browser is out of date, and may not be compatible with our website. A list of the most popular web browsers can be found below.
- Just click on the icons to get to the download page.
- Jakarta
- ⟦⟧
= Jakarta offers to host Myanmar talks, junta says no
- Rina Sutanto (The Jakarta Mail)
- PREMIUM
- Jakarta   ●   Tue, February 21 2023
- Share this article
- Change Size
c Indonesian Foreign Minister Dewi Larasati speaks in Jakarta on Monday. (AFP/Adi W.)

= Indonesia has offered to host talks among Myanmar's parties, an idea that the junta rejected within the day.

= "We have patience, but patience is not a policy," Foreign Minister Dewi Larasati said.

- to Read Full Story
- SUBSCRIBE NOW
- Starting from IDR 55,500/month
- Unlimited access to our web and app content
- e-Post daily digital newspaper
- No advertisements, no interruptions
- Or let Google manage your subscription
- Your Opinion Matters
- Share your experiences, suggestions, and any issues you've encountered on The Jakarta Mail. We're here to listen.
"""

POLISH_ENGLISH = """
- News
- Poland lodges protest with Minsk over balloons
= Poland lodges protest with Minsk over balloons
- 18.08.2023 11:45
= Warsaw summoned the Belarusian chargé d'affaires on Friday after balloons crossed the border for a third night.
c Polish border guards near Krynki on Thursday.Photo: PAP/Marek Z.
= Deputy Foreign Minister Piotr Lis said that Minsk was "testing our patience with toys."
= Belarus called the protest groundless and denied that its army owned any balloons.
- (gs/pm)
- Source: IAR, PAP
- Print
- Tags:
- Poland, Belarus, border
"""

PHILIPPINE_TABLOID = """
- ADVERTISEMENT
- MANILA BULLETIN BOARD
- HOME
- NEWS
- NATION
= ‘We will not be shooed away’: Manila rejects Beijing's fishing ban
- By: Jonas Abad - Reporter / @jonasabadMBB
- MBB / 05:34 AM May 16, 2024

c CONTESTED WATERS A fishing boat leaves Masinloc for the shoal on Wednesday. —PHOTO FROM COAST GUARD

= MANILA, Philippines — The Philippines on Wednesday rejected a fishing ban that China has declared in the South China Sea, and told its boats to sail.

- FEATURED STORIES
- NATION
- Senate opens probe into sugar imports

= “It has no effect in our waters,” the foreign secretary said.

- READ: China coast guard to detain trespassers
- ADVERTISEMENT
- Article continues after this advertisement

= Beijing's embassy did not reply to questions. Tokyo and Canberra said they backed Manila.

- For comprehensive coverage, in-depth analysis, visit our special page for West Philippine Sea updates. Stay informed with articles, videos, and expert opinions.
- TAGS: fishing ban, shoal
- Your subscription could not be saved. Please try again.
- Your subscription has been successful.
- Subscribe to our daily newsletter
- By providing an email address. I agree to the Terms of Use and acknowledge that I have read the Privacy Policy.
- © Copyright 1997-2024 MBB.example | All Rights Reserved
"""

THINK_TANK = """
- About
- Experts
- Programs
- Events
- Donate
= The Price of Recognition: Somaliland, Ethiopia and the Port
- Commentary by Hodan Aden and Piet Vos
- Published January 12, 2024
- Download the PDF
- Share

= Ethiopia and Somaliland signed a memorandum on New Year's Day that would give Addis Ababa 20 kilometers of coast. Mogadishu recalled its ambassador the next morning.

= What was promised

= The text has not been published. Somaliland says that Ethiopia will be the first state to recognize it; Ethiopia says that it will make "an in-depth assessment."

= What comes next

= The African Union has urged calm, and Egypt has promised to stand with Somalia.

- Hodan Aden is a senior fellow in the Horn of Africa Program at the Center for Ports and Politics in Nairobi. Piet Vos is an associate fellow there.
- Commentary is produced by the Center for Ports and Politics, a private, tax-exempt institution. Its research is nonpartisan and nonproprietary.
- © 2024 by the Center for Ports and Politics. All rights reserved.
- Tags
- Horn of Africa
- Related Content
- Red Sea Rivalries
"""

PRESS_RELEASE = """
- FOR IMMEDIATE RELEASE
- Media Note
- Office of the Spokesperson
- June 5, 2019
= Joint Statement on the Fourth Round of the Baltic Maritime Dialogue
= The text of the following statement was released by the Governments of Estonia, Finland and Canada on the occasion of the dialogue.
= Begin Text:
= The three Governments reaffirmed their commitment to free navigation. They condemned the boarding of the tanker Aurelia on May 30 and called for the release of her crew.
= The next round will be held in Helsinki in 2020.
= End Text
- ###
- For further information, contact: press@baltic.example
"""

HARD_WRAPPED = """
= ⟦UPDATE 1-⟧Cyprus rivals to meet under U.N. roof for first time in two years
- By Eleni Markou

= NICOSIA, April 9 (Reuters) - The leaders of ethnically split Cyprus will meet under a U.N. roof for the first time in two years, officials said.

= Both men want to open more crossings along the line that has parted the island since 1974, but neither wants to talk about guarantors.

- (Reporting by Eleni Markou; Editing by Jon Bell)
"""

PAGES = [TURKISH_AGENCY, INDONESIAN_DAILY, POLISH_ENGLISH, PHILIPPINE_TABLOID, THINK_TANK, PRESS_RELEASE, HARD_WRAPPED]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_the_article_is_lost(page: str) -> None:
    wanted = marked(page)
    article = plain.read(wanted.text, given=Given(), source="page.txt")
    left = [paragraph for paragraph in article.text.split("\n\n") if paragraph in wanted.kept or paragraph not in wanted.cut]
    assert left == [line for line in wanted.kept if line]
    assert [caption.quote for caption in article.captions] == wanted.captions


def test_hardly_any_furniture_stays() -> None:
    left = total = 0
    for page in PAGES:
        wanted = marked(page)
        text = plain.read(wanted.text, given=Given(), source="page.txt").text.split("\n\n")
        left += sum(line in text for line in wanted.cut if line not in wanted.kept)
        total += len(wanted.cut)
    assert left <= 0.05 * total
