"""Copies found and told from other reports."""

import subprocess
import sys

from detente.records import Article
from detente.resolve import sketch
from detente.resolve.copied import between
from detente.resolve.copies import Index, compare

WIRE = (
    "The leaders put their names to a peace accord in Jeddah on Sunday, their second in ten weeks, as the king looked on.\n\n"
    "Its text was not released, and officials from both sides declined to describe what it adds to the July declaration.\n\n"
    "The king decorated both men with the highest honour of the realm after the ceremony, and a choir of students sang.\n\n"
    "Troops have not yet left the border town, two residents told a reporter by telephone from a bakery near the square."
)
OWN = (
    "Fishermen in the harbour wondered what peace would bring them, as their boats lay idle for a third week in a row.\n\n"
    "At the market the price of onions fell, a sign, said one trader, that lorries cross the plateau again after years."
)
COMMUNIQUE = (
    '"The state of war between our two countries has come to an end and a new era of peace and friendship has been opened for all."'
)


def article(ident: str, text: str, *, published: str = "2018-09-17", outlet: str | None = None) -> Article:
    return Article(id=ident, text=text, published=published, outlet=outlet or ident, digest=ident)


def copied(text: str, **given: str) -> str | None:
    found = between(article("copy", text, published=given.get("published", "2018-09-18")), article("wire", WIRE))
    return found.copy.id if found else None


def test_cut_reordered_and_retitled_texts_are_copies() -> None:
    parts = WIRE.split("\n\n")
    assert copied("\n\n".join(parts[:2])) == "copy"
    assert copied("\n\n".join(reversed(parts))) == "copy"
    assert copied("Peace at last\n\nHOME | WORLD | SPORT\n\n" + "\n\n".join(parts[1:])) == "copy"


def test_an_article_of_which_half_is_the_wires_is_a_copy() -> None:
    assert copied(OWN + "\n\n" + "\n\n".join(WIRE.split("\n\n")[1:3])) == "copy"


def test_a_text_of_its_own_is_none() -> None:
    assert copied(OWN) is None


def test_a_quotation_that_both_print_makes_no_copy() -> None:
    mine, yours = f"{OWN}\n\n{COMMUNIQUE}\n\n{COMMUNIQUE}", f"{WIRE}\n\n{COMMUNIQUE}\n\n{COMMUNIQUE}"
    assert between(article("a", mine), article("b", yours)) is None
    assert compare(mine, yours).quotes == 1


def test_background_carried_over_from_last_week_makes_no_copy() -> None:
    later = OWN + "\n\n" + "\n\n".join(WIRE.split("\n\n")[1:3])
    assert copied(later, published="2018-10-01") is None


def test_who_credits_the_other_is_the_copy_though_it_came_first() -> None:
    first = article("paper", "(North Wire) " + WIRE, published="2018-09-16")
    found = between(first, article("wire", WIRE, published="2018-09-17", outlet="North Wire"))
    assert found and found.copy is first
    assert "it credits North Wire" in found.reason


def test_a_sketch_is_the_same_in_every_process() -> None:
    command = [sys.executable, "-c", f"from detente.resolve import sketch; print(sketch({WIRE!r}))"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == str(sketch(WIRE))


def test_the_index_finds_what_shares_a_part_and_nothing_else() -> None:
    index = Index()
    index.add("wire", sketch(WIRE))
    index.add("own", sketch(OWN))
    assert [near.id for near in index.near(sketch("\n\n".join(WIRE.split("\n\n")[:2])))] == ["wire"]


def test_a_background_with_which_two_reports_end_makes_no_copy() -> None:
    background = " ".join(WIRE.split("\n\n")[2:]) * 1
    mine = OWN + "\n\n" + background
    yours = WIRE.split("\n\n", maxsplit=1)[0] + " A band played.\n\n" + WIRE.split("\n\n")[1] + "\n\n" + background
    shared = compare(mine, yours)
    assert 0.4 < shared.of_first < 0.5 and shared.lead < 0.4
    assert between(article("a", mine), article("b", yours)) is None


def test_a_communique_printed_behind_two_reports_makes_no_copy() -> None:
    printed = "\n\nFull text of the communique:\n\n" + " ".join(f"The parties take note of point {n} of the annex." for n in range(20))
    assert between(article("a", OWN + printed), article("b", WIRE + printed)) is None


def test_what_a_thousand_texts_have_does_not_hide_what_two_have() -> None:
    index, common = Index(), " ".join(f"clause {n} of the standing order applies" for n in range(60))
    index.add("wire", sketch(common + WIRE))
    for number in range(70):
        index.add(str(number), sketch(f"{common} notice {number} of the day"))
    found = {near.id: near for near in index.near(sketch(common + WIRE + " Other end."))}
    assert found["wire"].of_ours > 0.8
