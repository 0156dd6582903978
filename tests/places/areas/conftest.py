"""A pocket gazetteer for the examples about areas: each place once, found wherever its name stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from wherewhen.basemap import Basemap
from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, PlaceMention
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.places.areas import enlarge

# English | Arabic | kind | country | latitude | longitude | radius in km | GeoNames id
TABLE = """
Aleppo | حلب | PPLA | SY | 36.2012 | 37.1612 | 10 |
Idlib | إدلب | PPLA | SY | 35.9306 | 36.6339 | 5 |
Hama | حماة | PPLA | SY | 35.1318 | 36.7578 | 7 |
Homs | حمص | PPLA | SY | 34.7268 | 36.7234 | 8 |
Latakia | اللاذقية | PPLA | SY | 35.5312 | 35.7908 | 6 |
Damascus | دمشق | PPLC | SY | 33.5102 | 36.2913 | 12 |
Deir ez-Zor | دير الزور | PPLA | SY | 35.3359 | 40.1408 | 5 |
Daraa | درعا | PPLA | SY | 32.6189 | 36.1021 | 4 |
Palmyra | تدمر | PPL | SY | 34.5624 | 38.2840 | 3 |
Al-Bukamal | البوكمال | PPL | SY | 34.4500 | 40.9186 | 4 |
Khan Shaykhun | خان شيخون | PPL | SY | 35.4428 | 36.6514 | 3 |
Tikrit | تكريت | PPLA | IQ | 34.6071 | 43.6782 | 5 |
Mosul | الموصل | PPLA | IQ | 36.3350 | 43.1189 | 12 |
Baghdad | بغداد | PPLC | IQ | 33.3406 | 44.4009 | 18 |
Ramadi | الرمادي | PPLA | IQ | 33.4206 | 43.3078 | 7 |
Karbala | كربلاء | PPLA | IQ | 32.6160 | 44.0249 | 7 |
Kirkuk | كركوك | PPLA | IQ | 35.4681 | 44.3922 | 8 |
Baqubah | بعقوبة | PPLA | IQ | 33.7445 | 44.6436 | 5 |
Beirut | بيروت | PPLC | LB | 33.8933 | 35.5016 | 8 |
Ehden | إهدن | PPL | LB | 34.3061 | 35.9664 | 2 |
Jerusalem | القدس | PPL | | 31.7690 | 35.2163 | 8 |
Marib | مأرب | PPLA | YE | 15.4545 | 45.3269 | 3 |
Aden | عدن | PPLA | YE | 12.7794 | 45.0367 | 8 |
Sanaa | صنعاء | PPLC | YE | 15.3547 | 44.2067 | 12 |
Kandahar | قندهار | PPLA | AF | 31.6133 | 65.7101 | 6 |
Herat | هرات | PPLA | AF | 34.3482 | 62.1997 | 6 |
Kabul | كابل | PPLC | AF | 34.5281 | 69.1723 | 14 |
Peshawar | بيشاور | PPLA | PK | 34.0080 | 71.5785 | 10 |
Lahore | لاهور | PPLA | PK | 31.5580 | 74.3507 | 16 |
Karachi | كراتشي | PPLA | PK | 24.8608 | 67.0104 | 18 |
Samarkand | سمرقند | PPLA | UZ | 39.6542 | 66.9597 | 6 |
Lhasa | لهاسا | PPLA | CN | 29.6500 | 91.1000 | 6 |
Kathmandu | كاتماندو | PPLC | NP | 27.7017 | 85.3206 | 10 |
Jakarta | جاكرتا | PPLC | ID | -6.2146 | 106.8451 | 18 |
Manila | مانيلا | PPLC | PH | 14.6042 | 120.9822 | 14 |
Melbourne | ملبورن | PPLA | AU | -37.8140 | 144.9633 | 18 |
Nairobi | نيروبي | PPLC | KE | -1.2833 | 36.8167 | 14 |
Mombasa | ممباسا | PPLA | KE | -4.0547 | 39.6636 | 8 |
Kigali | كيغالي | PPLC | RW | -1.9499 | 30.0589 | 8 |
Goma | غوما | PPLA | CD | -1.6792 | 29.2228 | 5 |
Johannesburg | جوهانسبرغ | PPLA | ZA | -26.2023 | 28.0436 | 18 |
Addis Ababa | أديس أبابا | PPLC | ET | 9.0250 | 38.7469 | 14 |
Khartoum | الخرطوم | PPLC | SD | 15.5518 | 32.5324 | 14 |
Kassala | كسلا | PPLA | SD | 15.4510 | 36.4000 | 6 |
Cairo | القاهرة | PPLC | EG | 30.0626 | 31.2497 | 18 |
Tanta | طنطا | PPLA | EG | 30.7885 | 31.0019 | 6 |
Benghazi | بنغازي | PPLA | LY | 32.1167 | 20.0667 | 8 |
Tripoli | طرابلس | PPLC | LY | 32.8874 | 13.1873 | 10 |
Sirte | سرت | PPLA | LY | 31.2089 | 16.5887 | 4 |
Sfax | صفاقس | PPLA | TN | 34.7406 | 10.7603 | 6 |
Fez | فاس | PPLA | MA | 34.0331 | -5.0003 | 9 |
Meknes | مكناس | PPL | MA | 33.8935 | -5.5473 | 7 |
Marrakesh | مراكش | PPLA | MA | 31.6342 | -7.9999 | 8 |
Florence | فلورنسا | PPLA | IT | 43.7792 | 11.2463 | 6 |
Naples | نابولي | PPLA | IT | 40.8522 | 14.2681 | 9 |
Bordighera | بورديغيرا | PPL | IT | 43.7850 | 7.6722 | 2 |
Lampedusa | لامبيدوزا | PPL | IT | 35.5013 | 12.6093 | 3 |
Nice | نيس | PPLA2 | FR | 43.7031 | 7.2661 | 5 |
Paris | باريس | PPLC | FR | 48.8534 | 2.3488 | 14 |
Verdun | فردان | PPLA3 | FR | 49.1598 | 5.3824 | 3 |
Geneva | جنيف | PPLA | CH | 46.2022 | 6.1457 | 5 |
Vienna | فيينا | PPLC | AT | 48.2085 | 16.3721 | 13 |
Prague | براغ | PPLC | CZ | 50.0880 | 14.4208 | 11 |
Kraków | كراكوف | PPLA | PL | 50.0614 | 19.9366 | 8 |
Brussels | بروكسل | PPLC | BE | 50.8505 | 4.3488 | 9 |
Dublin | دبلن | PPLC | IE | 53.3331 | -6.2489 | 9 |
Toledo | طليطلة | PPLA | ES | 39.8581 | -4.0226 | 4 |
Kharkiv | خاركيف | PPLA | UA | 49.9808 | 36.2527 | 12 |
Donetsk | دونيتسك | PPLA | UA | 48.0230 | 37.8022 | 10 |
Debaltseve | ديبالتسيفي | PPL | UA | 48.3417 | 38.4058 | 2 |
Srebrenica | سريبرينيتسا | PPL | BA | 44.1069 | 19.2972 | 1 |
Troy | طروادة | RUIN | TR | 39.9575 | 26.2389 | 1 |
Assos | أسوس | PPL | TR | 39.4900 | 26.3360 | 1 |
Cusco | كوسكو | PPLA | PE | -13.5226 | -71.9673 | 6 |
Tucson | توسان | PPLA2 | US | 32.2217 | -110.9265 | 8 |
Bogotá | بوغوتا | PPLC | CO | 4.6097 | -74.0818 | 17 |
Oaxaca | أواكساكا | PPLA | MX | 17.0654 | -96.7237 | 5 |
Winnipeg | وينيبيغ | PPLA | CA | 49.8844 | -97.1470 | 9 |
Lagos | لاغوس | PPLA2 | NG | 6.4541 | 3.3947 | 18 |
Maiduguri | مايدوغوري | PPLA | NG | 11.8464 | 13.1603 | 8 |
Timbuktu | تمبكتو | PPLA | ML | 16.7735 | -3.0074 | 3 |
Gao | غاو | PPLA | ML | 16.2717 | -0.0447 | 3 |
Marseille | مرسيليا | PPLA | FR | 43.2970 | 5.3811 | 10 |
Osaka | أوساكا | PPLA | JP | 34.6937 | 135.5022 | 15 |
Busan | بوسان | PPLA | KR | 35.1017 | 129.0300 | 12 |
Suva | سوفا | PPLC | FJ | -18.1416 | 178.4415 | 4 |
Chiapas | تشياباس | ADM1 | MX | 16.5000 | -92.5000 | 120 | 3531011
Anbar | الأنبار | ADM1 | IQ | 33.0000 | 42.0000 | 120 | 99592
Donbas | دونباس | RGN | UA | 48.3000 | 38.0000 | 150 |
Anatolia | الأناضول | RGN | TR | 39.0000 | 33.0000 | 400 |
Dalmatia | دالماتيا | RGN | HR | 43.5000 | 16.5000 | 120 |
Crete | كريت | ISL | GR | 35.2401 | 24.8093 | 100 |
Kashmir | كشمير | RGN | | 34.0000 | 76.0000 | 200 |
Syria | سوريا | PCLI | SY | 35.0 | 38.0 | 300 |
Iraq | العراق | PCLI | IQ | 33.0 | 44.0 | 400 |
Lebanon | لبنان | PCLI | LB | 33.8 | 35.8 | 80 |
Jordan | الأردن | PCLI | JO | 31.0 | 36.0 | 150 |
Turkey | تركيا | PCLI | TR | 39.0 | 35.0 | 600 |
Iran | إيران | PCLI | IR | 32.0 | 53.0 | 700 |
Yemen | اليمن | PCLI | YE | 15.5 | 47.5 | 350 |
Oman | عمان | PCLI | OM | 21.0 | 57.0 | 350 |
Ghana | غانا | PCLI | GH | 8.1 | -1.2 | 300 |
Togo | توغو | PCLI | TG | 8.7 | 1.1 | 200 |
Chad | تشاد | PCLI | TD | 15.0 | 19.0 | 600 |
Sudan | السودان | PCLI | SD | 16.0 | 30.0 | 700 |
Kenya | كينيا | PCLI | KE | 1.0 | 38.0 | 400 |
Somalia | الصومال | PCLI | SO | 6.0 | 48.0 | 600 |
Libya | ليبيا | PCLI | LY | 28.0 | 17.0 | 700 |
Mali | مالي | PCLI | ML | 18.0 | -2.0 | 700 |
Niger | النيجر | PCLI | NE | 18.0 | 9.0 | 700 |
Nigeria | نيجيريا | PCLI | NG | 10.0 | 8.0 | 500 |
Peru | بيرو | PCLI | PE | -10.0 | -76.0 | 700 |
Ecuador | الإكوادور | PCLI | EC | -1.25 | -78.25 | 300 |
Colombia | كولومبيا | PCLI | CO | 4.0 | -73.25 | 600 |
Poland | بولندا | PCLI | PL | 52.0 | 20.0 | 350 |
France | فرنسا | PCLI | FR | 46.0 | 2.0 | 500 |
Italy | إيطاليا | PCLI | IT | 42.8 | 12.8 | 500 |
Ireland | أيرلندا | PCLI | IE | 53.0 | -8.0 | 200 |
Albania | ألبانيا | PCLI | AL | 41.0 | 20.0 | 150 |
Bosnia | البوسنة | PCLI | BA | 44.2 | 17.8 | 150 |
Morocco | المغرب | PCLI | MA | 32.0 | -5.5 | 500 |
Mexico | المكسيك | PCLI | MX | 23.0 | -102.0 | 1000 |
India | الهند | PCLI | IN | 22.0 | 79.0 | 1500 |
Vietnam | فيتنام | PCLI | VN | 16.2 | 107.8 | 700 |
Norway | النرويج | PCLI | NO | 62.0 | 10.0 | 800 |
Ukraine | أوكرانيا | PCLI | UA | 49.0 | 32.0 | 600 |
Euphrates | الفرات | STM | | 34.0 | 41.0 | 500 |
Dnieper | دنيبر | STM | | 49.0 | 33.0 | 600 |
Nile | النيل | STM | | 25.0 | 32.5 | 900 |
Tigris | دجلة | STM | | 34.5 | 43.5 | 500 |
Danube | الدانوب | STM | | 46.0 | 19.0 | 900 |
Lake Victoria | بحيرة فيكتوريا | LK | | -1.0 | 33.0 | 150 |
Nepal | نيبال | PCLI | NP | 28.0 | 84.0 | 400 |
Tunisia | تونس | PCLI | TN | 34.0 | 9.0 | 250 |
Finland | فنلندا | PCLI | FI | 64.0 | 26.0 | 500 |
Russia | روسيا | PCLI | RU | 60.0 | 100.0 | 3000 |
"""
DEMONYMS = {
    "Syrian": "Syria", "Iraqi": "Iraq", "Turkish": "Turkey", "Jordanian": "Jordan", "Libyan": "Libya",
    "Lebanese": "Lebanon", "Moroccan": "Morocco", "Somali": "Somalia", "Kenyan": "Kenya", "Iranian": "Iran",
    "السورية": "Syria", "السوري": "Syria", "العراقية": "Iraq", "التركية": "Turkey", "الأردنية": "Jordan",
    "الليبية": "Libya", "اللبناني": "Lebanon", "اللبنانية": "Lebanon", "المغربية": "Morocco",
    "الإيرانية": "Iran", "المغربي": "Morocco", "Indian": "India", "Nepali": "Nepal",
    "اليمنية": "Yemen", "الصومالية": "Somalia", "Tunisian": "Tunisia", "التونسية": "Tunisia",
    "Finnish": "Finland", "Russian": "Russia",
}  # fmt: skip


def _precision(kind: str) -> Precision:
    if kind.startswith("PCL"):
        return Precision.COUNTRY
    if kind.startswith("PPL"):
        return Precision.SETTLEMENT
    return Precision.SITE if kind == "RUIN" else Precision.REGION


def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for row in TABLE.strip().splitlines():
        en, ar, kind, country, lat, lon, radius, code = (part.strip() for part in row.split("|"))
        place = Place(
            en, _precision(kind), (("en", en), ("ar", ar)), f"geonames:{code}" if code else None, kind,
            Point(float(lat), float(lon)), float(radius), country=country or None,
        )  # fmt: skip
        found |= {en: place, ar: place}
    return found


PLACES = _places()
_NAMES = {name: (place, False) for name, place in PLACES.items()}
_NAMES |= {word: (PLACES[name], True) for word, name in DEMONYMS.items()}
_FIND = re.compile(
    r"(?<![^\W\d_])(?:[وف]?[بلك]?(?=[\u0600-\u06ff]))?("
    + "|".join(re.escape(name) for name in sorted(_NAMES, key=lambda n: -len(n)))
    + r")(?![^\W\d_])"
)


class Pocket:
    """Documents of one line, and the places of the table in them."""

    places = PLACES

    def document(self, text: str) -> Document:
        arabic = any("\u0600" <= letter <= "\u06ff" for letter in text)
        return Document("0" * 64, text, language="ar" if arabic else "en")

    def mentions(self, document: Document) -> tuple[PlaceMention, ...]:
        """Every name of the table in the document, demonyms marked as such."""
        return tuple(self._mention(document, match) for match in _FIND.finditer(document.text))

    def _mention(self, document: Document, match: re.Match[str]) -> PlaceMention:
        place, demonym = _NAMES[match.group(1)]
        span = Span(document, match.start(1), match.end(1))
        reasons = (Reason.of("place.demonym", span),) if demonym else ()
        return Mention(MentionKind.PLACE, span, place, reasons)


@pytest.fixture(scope="session")
def world() -> Iterator[Basemap]:
    basemap = Basemap.open()
    yield basemap
    basemap.close()


@pytest.fixture(scope="session")
def pocket() -> Pocket:
    return Pocket()


@pytest.fixture(scope="session")
def read(pocket: Pocket, world: Basemap) -> Callable[[str], tuple[PlaceMention, ...]]:
    """What a line of text says about places once its areas are drawn."""

    def enlarged(text: str) -> tuple[PlaceMention, ...]:
        document = pocket.document(text)
        return enlarge(document, pocket.mentions(document), world)

    return enlarged
