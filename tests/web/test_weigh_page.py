"""The page of a weighed case: whole in itself, escaped, with the report's words."""

from __future__ import annotations

import re

import pytest

from detente.web import weigh_page
from detente.weigh.forecast import MODELS
from detente.weigh.result import Wanted, weigh
from detente.weigh.scenario import Asked
from tests.weigh.files import BLANK, STATED, case, party, scale

ASKED = Wanted(asked=Asked(compare=("without China",)), models=MODELS, gains=True, draws=20)
WALK = "[issue.disagreement]\nat = 'at A'\ncost = 9\n"


def page(text: str, wanted: Wanted = ASKED) -> str:
    return weigh_page.render(weigh(case(text), wanted))


@pytest.mark.parametrize("text", [BLANK, STATED, STATED + WALK, BLANK + WALK])
def test_a_page_needs_no_script_and_no_network(text: str) -> None:
    made = page(text)
    assert "<script" not in made
    assert not re.search(r'(?:src|href|url)\s*[=(]\s*["\']?(?:https?:)?//', made)
    assert " style=" not in made
    assert "default-src &#x27;none&#x27;" in made
    assert made.count("<section") == made.count("</section>")


def test_words_of_the_file_stay_words() -> None:
    made = page(scale() + party("<b>North</b>", "at A") + party("S & C", "at C"), Wanted(draws=5))
    assert "<b>North" not in made
    assert "&lt;b&gt;North&lt;/b&gt;" in made
    assert "S &amp; C" in made


def test_what_a_reader_must_see_is_there() -> None:
    made = page(STATED + WALK)
    for words in (
        "Not a forecast.", "Without China", "Weight along the scale", "Models side by side", "Agreement zone", "scholz2011-code: rounds 0 to 5",
        "scholz2011-literal: rounds 0 to 5", "errs by 23 of 100 points",
    ):  # fmt: skip
        assert words in made
    assert made.count("<svg") >= 6


def test_on_an_unknown_scale_drawings_say_that_distances_are_not_known() -> None:
    assert "Anchors are drawn at even distances; the distances are not known." in page(BLANK)
    assert "Anchors are drawn at even distances" not in page(STATED)


@pytest.mark.parametrize("text", ["", "[[issue]]\nname = 'x'\n", scale(), scale() + party("North", "at A", 0)])
def test_degenerate_cases_have_a_page(text: str) -> None:
    assert page(text, Wanted(models=MODELS, gains=True, draws=5)).endswith("</html>\n")
