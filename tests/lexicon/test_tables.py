"""The gazetteer's tables as a whole: every id, code, date, office and reference holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from detente.lexicon.shelf import OURS

ISO = frozenset(
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB
    BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI
    ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN
    IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC
    MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU
    NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM
    SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT
    VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    """.split()
)
FORMER = frozenset({"ANT", "CSK", "DDR", "SCG", "SUN", "YMD", "YUG"})
CODES = ISO | FORMER | {"XKX"}
SHARED_PEOPLES = frozenset({"congolese", "dominican", "dominicans", "virgin islander", "virgin islanders"})
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
FEWEST = {
    "territories": (290, 450), "organisations": (3000, 6000), "people": (6500, 12000), "roles": (9000, 16000), "kin": (240, 1000),
    "metonyms": (500, 1000), "places": (800, 2000),
}  # fmt: skip
MOST_RECALLED = 0.68  # share of role rows that no source was held against; it only falls
Row = dict[str, str]


@cache
def rows(name: str) -> tuple[tuple[str, Row], ...]:
    """All rows of a table or folder of tables, each with its file and line."""
    return tuple(_rows(name))


def _rows(name: str) -> Iterator[tuple[str, Row]]:
    folder = OURS / "gazetteer"
    for file in (*folder.glob(f"{name}.tsv"), *sorted((folder / name).glob("*.tsv"))):
        header: list[str] | None = None
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            if header is None:
                header = line.split("\t")
                continue
            yield f"{file.name}:{number}", dict(zip(header, line.split("\t"), strict=False))


def ids(*names: str) -> list[str]:
    return [r["id"] for name in names for _, r in rows(name)]


def several(row: Row, *columns: str) -> list[str]:
    return [n for c in columns for n in row.get(c, "").split("|") if n]


@pytest.mark.parametrize("name", FEWEST)
def test_a_table_has_about_as_many_rows_as_it_should(name: str) -> None:
    fewest, most = FEWEST[name]
    assert fewest <= len(rows(name)) <= most


def test_every_id_is_there_once_and_has_its_form() -> None:
    counted = Counter(ids("territories", "organisations", "people"))
    assert [i for i, n in counted.items() if n > 1] == []
    assert [i for i in counted if not re.fullmatch(r"[a-z]+:[a-z0-9][a-z0-9-]*", i)] == []


def test_every_wikidata_item_is_well_formed_and_there_once() -> None:
    items = [r["qid"] for name in ("territories", "organisations", "people") for _, r in rows(name) if r.get("qid")]
    assert [q for q in items if not re.fullmatch(r"Q[1-9]\d*", q)] == []
    assert [q for q, n in Counter(items).items() if n > 1] == []


def test_every_state_has_a_wikidata_item_and_an_adjective() -> None:
    states = [r for _, r in rows("territories") if r["kind"] == "state"]
    assert len(states) >= 195
    assert [r["id"] for r in states if not r["qid"] or not r["adjectives"]] == []


@pytest.mark.parametrize("name", ["territories", "organisations", "people"])
def test_every_country_is_a_code(name: str) -> None:
    assert [(where, r["country"]) for where, r in rows(name) if r.get("country") and r["country"] not in CODES] == []


def test_every_code_is_a_territory_s() -> None:
    assert sorted(CODES - {r["country"] for _, r in rows("territories")}) == []


def test_every_role_is_somebody_s_of_something_in_an_office_that_is_known() -> None:
    known = set(ids("territories", "organisations", "people")) | CODES
    offices = {line.split("\t")[0] for line in (OURS / "lexicon" / "offices.tsv").read_text(encoding="utf-8").split("\n")}
    assert [(w, r["person"]) for w, r in rows("roles") if r["person"] not in known] == []
    assert [(w, r["of"]) for w, r in rows("roles") if r["of"] and r["of"] not in known] == []
    assert [(w, r["office"]) for w, r in rows("roles") if r["office"] not in offices] == []


def test_an_office_of_a_state_is_of_its_code_not_of_its_id() -> None:
    coded = {r["id"] for _, r in rows("territories") if r["country"] and r["id"].startswith("state:")}
    assert [(w, r["of"]) for w, r in rows("roles") if r["of"] in coded] == []


def test_kin_metonyms_and_members_name_what_is_there() -> None:
    known = set(ids("territories", "organisations", "people"))
    assert [(w, r) for w, r in rows("kin") if not {r["person"], r["of"]} <= known] == []
    assert [(w, r["stands_for"]) for w, r in rows("metonyms") if r["stands_for"] not in known] == []
    assert [(w, m) for w, r in rows("organisations") for m in several(r, "members") if m not in CODES] == []


@pytest.mark.parametrize("name", ["territories", "organisations", "roles"])
def test_dates_are_well_formed_and_in_order(name: str) -> None:
    for where, row in rows(name):
        since, until = row.get("from", ""), row.get("until", "")
        assert not since or since == "?" or DATE.fullmatch(since), where
        assert not until or until == "?" or DATE.fullmatch(until), where
        if since and until and "?" not in (since, until):
            same = min(len(since), len(until))
            assert since[:same] <= until[:same], where


def test_there_are_thousands_of_dated_offices_and_most_are_of_news_since_1990() -> None:
    dated = [r for _, r in rows("roles") if r["from"] not in ("", "?")]
    assert len(dated) >= 9000
    assert sum(not r["until"] or r["until"] == "?" or r["until"] >= "1990" for r in dated) > 0.97 * len(dated)


def test_every_role_row_says_how_it_is_known() -> None:
    found = Counter(r["status"] for _, r in rows("roles"))
    assert set(found) == {"recalled", "checked"}
    assert found["recalled"] / found.total() <= MOST_RECALLED
    assert [w for w, r in rows("roles") if not r["source"]] == []
    assert [w for w, r in rows("roles") if r["status"] == "checked" and not re.search("check|correct", r["source"] + r["note"])] == []


def test_no_role_stands_twice() -> None:
    found = Counter((r["person"], r["title"], r["office"], r["of"], r["from"]) for _, r in rows("roles"))
    assert [key for key, n in found.items() if n > 1] == []


def test_no_name_belongs_to_two_states_but_those_that_do() -> None:
    claims: dict[str, set[str]] = defaultdict(set)
    for _, row in rows("territories"):
        if row["kind"] in ("state", "territory"):
            for name in (row["name"], *several(row, "names", "adjectives", "people", "capitals")):
                claims[name.lower()].add(row["id"])
    assert {name for name, states in claims.items() if len(states) > 1} <= SHARED_PEOPLES


def test_nobody_is_of_a_sex_that_the_pronouns_do_not_know() -> None:
    assert {r["sex"] for _, r in rows("people")} <= {"m", "f", ""}


def test_every_surname_is_a_word_of_the_name_or_of_an_alias() -> None:
    odd = [
        (where, r["surname"])
        for where, r in rows("people")
        if not any(s.lower() in f"{r['name']}|{r['aliases']}".lower() for s in several(r, "surname"))
    ]
    assert len(odd) < 0.01 * len(rows("people")), odd[:20]


@pytest.mark.parametrize("office", ["president", "prime_minister", "foreign_minister", "chancellor", "monarch"])
def test_hardly_two_hold_an_office_of_one_at_a_time(office: str) -> None:
    terms: dict[str, list[Row]] = defaultdict(list)
    for _, row in rows("roles"):
        plain = not row["title"].startswith(("acting", "interim", "co-", "member of"))
        if row["office"] == office and plain and row["of"] in CODES and "?" not in (row["from"], row["until"]):
            terms[row["of"]].append(row)
    found = [
        (of, a["person"], b["person"]) for of, held in terms.items() for a in held for b in held if a["from"] <= b["from"] and _both(a, b)
    ]
    assert len(found) <= 8, found


def _both(a: Row, b: Row) -> bool:
    """Whether two people held one office for more than the days of a hand-over."""
    until = a["until"] or "9999"
    same = min(len(until), len(b["from"]))
    return a["person"] != b["person"] and b["from"][:same] < until[:same]
