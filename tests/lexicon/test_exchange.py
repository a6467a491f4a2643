"""Codes of other lists: on their days, and each bound to what it names."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from detente.lexicon import Shelf, exchange, ontology
from detente.lexicon.exchange import System
from detente.lexicon.shelf import OURS
from detente.records import Event, Quote

EXCHANGE = exchange.load(Shelf())
TYPES = ontology.load(Shelf()).types
MEETING = Event(
    id="e", article="a", code="CONSULT", plover="CONSULT", factuality="actual", intensity=1.0, quad=1, evidence=(Quote(0, 1, "x"),), made_by="r"
)  # fmt: skip


@pytest.mark.parametrize(
    ("system", "country", "day", "number"),
    [
        ("cow", "DEU", "1989-11-09", 260),
        ("cow", "DEU", "1990-10-03", 255),
        ("gw", "DEU", "2018-05-07", 260),
        ("cow", "SRB", "2018-05-07", 345),
        ("gw", "SRB", "2018-05-07", 340),
        ("cow", "SRB", "1999-03-24", None),
        ("cow", "YUG", "1999-03-24", 345),
        ("cow", "SUN", "1989-11-09", 365),
        ("cow", "UKR", "1991-12-25", None),
        ("cow", "UKR", "1991-12-26", 369),
        ("gw", "UKR", "1991-12-01", 369),
        ("cow", "YEM", "1990-05-21", 678),
        ("cow", "YEM", "1990-05-22", 679),
        ("cow", "JPN", "1950-06-25", None),
        ("cow", "SSD", "2011-07-09", 626),
        ("cow", "PSE", "2018-05-07", None),
        ("cow", "PRK", None, None),
    ],
)  # fmt: skip
def test_states_have_the_number_of_the_day(system: System, country: str, day: str | None, number: int | None) -> None:
    member = EXCHANGE.member(system, country, day)
    assert (member.number if member else None) == number


def test_no_state_has_two_numbers_in_a_list_on_one_day() -> None:
    for spans in EXCHANGE.members.values():
        ordered = sorted(spans, key=lambda m: m.since)
        for one, after in pairwise(ordered):
            assert one.until is not None
            assert one.since <= one.until < after.since, (one, after)


def test_numbers_agree_with_the_gazetteer() -> None:
    rows = [
        line.split("\t") for line in (OURS / "gazetteer" / "territories.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    ]
    at = {name: n for n, name in enumerate(rows[0])}
    known = {r[at["country"]]: r[at["cow"]] for r in rows[1:] if r[at["kind"]] == "state" and r[at["cow"]]}
    ours = {c: m for (system, c), spans in EXCHANGE.members.items() if system == "cow" for m in spans if m.until is None}
    assert {c: str(ours[c].number) for c in known} == known


@pytest.mark.parametrize(
    ("country", "fips", "cameo", "iso2"),
    [("CHN", "CH", "CHN", "CN"), ("PRK", "KN", "PRK", "KP"), ("ROU", "RO", "ROM", "RO"), ("TLS", "TT", "TMP", "TL"), ("XKX", "KV", None, "XK")],
)  # fmt: skip
def test_countries_in_other_lists(country: str, fips: str, cameo: str | None, iso2: str) -> None:
    found = EXCHANGE.country(country)
    assert (found.fips, found.cameo, found.iso2) == (fips, cameo, iso2)


def test_every_type_and_mode_of_plover_has_a_cameo_code_of_its_own_kind() -> None:
    others = {"RETREAT": "080", "RETREAT resign": "0831", "SANCTION convict": "116"}
    for code, kind in TYPES.items():
        for mode in (None, *kind.modes):
            deed, basis = EXCHANGE.cameo(msgspec.structs.replace(MEETING, code=code, plover=code, mode=mode))
            assert basis == "type"
            name = f"{code} {mode}" if mode else code
            assert deed.type == code or others.get(name, others.get(code)) == deed.code, name


def test_a_code_is_the_rules_unless_the_act_is_only_planned() -> None:
    known = msgspec.structs.replace(MEETING, cameo="046")
    assert (EXCHANGE.cameo(known)[0].code, EXCHANGE.cameo(known)[1]) == ("046", "rule")
    planned = msgspec.structs.replace(known, factuality="planned", plover="AGREE")
    assert (EXCHANGE.cameo(planned)[0].code, EXCHANGE.cameo(planned)[1]) == ("036", "plan")


def test_codes_of_rules_are_in_the_table_with_goldsteins_values() -> None:
    assert (EXCHANGE.deeds["036"].goldstein, EXCHANGE.deeds["190"].goldstein, EXCHANGE.deeds["057"].goldstein) == (4.0, -10.0, 8.0)
    assert EXCHANGE.deeds["1245"].goldstein == EXCHANGE.deeds["124"].goldstein
    assert all(-10 <= d.goldstein <= 10 and d.label and d.type in TYPES for d in EXCHANGE.deeds.values())
    assert all(d.mode is None or d.mode in TYPES[d.type].modes for d in EXCHANGE.deeds.values())


def test_groups_are_in_the_gazetteer_and_sectors_have_agents() -> None:
    files = (OURS / "gazetteer" / "organisations").glob("*.tsv")
    known = {line.split("\t", 1)[0] for file in files for line in file.read_text(encoding="utf-8").splitlines()}
    assert set(EXCHANGE.groups) <= known
    assert (EXCHANGE.agent("JRN"), EXCHANGE.agent("MED"), EXCHANGE.agent(None), EXCHANGE.sector_name("LEG")) == (
        "MED", "HLH", None, "Legislative / Parliamentary",
    )  # fmt: skip


def test_wishes_are_rules_of_the_grammar() -> None:
    rules = "\n".join(file.read_text(encoding="utf-8") for file in (OURS / "grammar" / "rules").glob("*.yaml"))
    assert [w for w in EXCHANGE.choices.wishes if f"  - id: {w}\n" not in rules] == []
