"""Makes report.txt: a text dump of an invented booklet, with the damage that such dumps have.

    python samples/english-dump/make.py

Every printed line is followed by an empty one; a wrapped line keeps a trailing space, the last line of a paragraph has
none; a page begins with a leading space; link annotations are printed at the end of their page; one font maps the
capitals A, L, R and T to small letters; a doubled space follows every y of the body font; bullets are U+FFFD.
"""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MEASURE = 54
HEADERS = ("Shared Ground – Neighbourhood practice in nine towns", "Ideas from the Open Bench")
RELATED_LABEL = "More ideas on openbench.example"


@dataclass
class Idea:
    city: str
    country: str
    code: str
    title: str
    description: str


@dataclass
class Profile:
    title: str
    tagline: str
    city: tuple[str, str, str]
    narrative: list[str]
    ideas: list[Idea]
    contact_lines: list[str]
    contact: dict[str, Any]
    links: list[str]
    warnings: list[str] = field(default_factory=list)
    title_break: str = ""


FOREWORD = [
    "A bench is a small thing. Yet where a town puts its benches, and who feels free to sit down on them, says much about "
    "the people it has in mind.",
    "For three years the Open Bench has asked towns to send in what they are proud of: not the large schemes that win "
    "prizes, but the half-finished, neighbour-built arrangements that make an ordinary street worth staying in. We "
    "received far more than we could print.",
    "We thank every council, club and kitchen-table committee that wrote to us. May their ideas travel.",
]
SIGNATURE = ["Imogen Farrow", "Editor in Chief", "Open Bench Collective", "and Friends", "Leeds, United Kingdom"]
REPORT_TITLE = "Ideas from the Open Bench: Shared Ground"
ABOUT = [
    "The Open Bench is a loose network of people who look after public places. It was founded in a library and still "
    "meets in one. Its guides can be ordered at www.openbench.",
    "example in four languages.",
]
QUOTE = (
    "Nobody asked us for a plan. They asked whether the hall had a second key, and from that question everything else "
    "has grown.",
    "Marta Quindt",
    "Deputy Mayor, Zwolle, Netherlands",
)
BACK = (
    "The next round of the Open Bench opens in spring. Towns of every size may take part, and no form is longer than a page."
)

PROFILES = [
    Profile(
        title="Borrowed Tools, Mended Fences: The Leeds Tool Shelf",
        title_break="Borrowed Tools, Mended Fences:",
        tagline="A lending shelf turns strangers into neighbours and keeps good tools in use across the district",
        city=("Leeds", "United Kingdom", "GB"),
        narrative=[
            "How many drills does a street need? The City of Leeds put the question to residents of Harehills in 2014, and the "
            "answer came back within a week: three, if they are easy to borrow.",
            "The tool shelf began in the back room of a library. Anyone with a library card may take a tool home for seven "
            "days. Volunteers check every item when it returns, and a repair evening on Thursdays brings in those who would "
            "rather learn than borrow.",
            "What surprised the council was the company. People stayed. They mended a fence together, then a gate, and in the "
            "second year a community-run workshop opened two doors down. Today the shelf holds 640 tools, and Leeds has "
            "copied it in five more libraries.",
        ],
        ideas=[
            Idea(
                "Ghent",
                "Belgium",
                "BE",
                "The Library of Things",
                "One membership card for ladders, tents and sewing machines",
            ),
            Idea(
                "Tartu",
                "Estonia",
                "EE",
                "Repair Cafés on Wheels",
                "A bus with a workbench visits villages that have lost their shops",
            ),
        ],
        contact_lines=[
            "Leeds City Council",
            "Libraries and Community",
            "hubs Service,  14 Calverley Street",
            "LS1 1UR Leeds",
            "tool.shelf@leeds-council.example",
            "www.leeds-council.example/libraries/shared/",
            "tool_shelf.html",
        ],
        contact={
            "organization": "Leeds City Council",
            "department": "Libraries and Community hubs Service",
            "street": "14 Calverley Street",
            "postal_code": "LS1 1UR",
            "locality": "Leeds",
            "emails": ["tool.shelf@leeds-council.example"],
            "websites": ["www.leeds-council.example/libraries/shared/tool_shelf.html"],
        },
        links=[
            "mailto:tool.shelf%40leeds-council.example?subject=",
            "www.leeds-council.example/libraries/shared/tool_shelf.html",
        ],
    ),
    Profile(
        title="A Night Market of Languages",
        tagline="Once a month a car park becomes a classroom where everybody teaches",
        city=("Rotterdam", "Netherlands", "NL"),
        narrative=[
            "On the last Friday of the month, a car park behind Rotterdam Zuid fills with folding tables. On each stands a "
            "lamp and a flag. Whoever sits down teaches a language for twenty minutes, and then changes sides.",
            "The night market was invented by pupils of a vocational school who were tired of being called weak in Dutch. "
            "“We speak four languages at home,” said one of them. The City of Rotterdam lent the lamps.",
            "More than 2,100 people have taught so far. A small study by the university found that newcomers who taught at "
            "the market signed up for regular courses twice as often as those who only attended. The self-organised rota is "
            "now printed in nine languages.",
        ],
        ideas=[
            Idea(
                "Santiago",
                "Chile",
                "CL",
                "Talking Bus Stops",
                "Waiting passengers learn ten words of Mapudungun from a recorded voice",
            ),
            Idea(
                "San Marino",
                "San Marino",
                "SM",
                "Grammar in the Bakery",
                "A baker writes the word of the day on every paper bag",
            ),
            Idea(
                "Rotterdam",
                "Netherlands",
                "NL",
                "Lamps for Lessons",
                "Unused street lamps are lent to evening classes and festivals",
            ),
        ],
        contact_lines=[
            "Gemeente Rotterdam, Afdeling Taal en ",
            "Ontmoeting",
            "Coolsingel 40",
            "3011 AD rotterdam",
            "nachtmarkt@rotterdam-taal.example",
            "www.nachtmarkt.example",
        ],
        contact={
            "organization": "Gemeente Rotterdam",
            "department": "Afdeling Taal en Ontmoeting",
            "street": "Coolsingel 40",
            "postal_code": "3011 AD",
            "locality": "Rotterdam",
            "emails": ["nachtmarkt@rotterdam-taal.example"],
            "websites": ["www.nachtmarkt.example"],
        },
        links=["mailto:lampen@rotterdam-taal.example", "-markt.example"],
        warnings=["email-link-mismatch", "broken-link"],
    ),
    Profile(
        title="Tampere. Two Shores. One Table.",
        title_break="Tampere. Two Shores.",
        tagline="A long table on a bridge brings both halves of a divided town to supper",
        city=("Tampere", "Finland", "FI"),
        narrative=[
            "The rapids that made Tampere rich also cut it in two. For a century the mill owners lived on one shore and the "
            "weavers on the other, and few people crossed for pleasure.",
            "In 2016 a youth club laid a table on the bridge. It was 80 metres long and had no head. Everyone brought a dish "
            "from their side; nobody was allowed to sit beside someone they knew.",
            "The supper has become a fixed date. The city closes the bridge for one evening, provides the benches and asks "
            "for nothing in return. In the year of the pandemic the table was 400 metres long, and two-thirds empty by design.",
        ],
        ideas=[
            Idea(
                "Montevideo",
                "Uruguay",
                "UY",
                "Sunday without Engines",
                "The coast road belongs to walkers until the sun goes down",
            ),
            Idea(
                "Stratford-upon-Avon",
                "United Kingdom",
                "GB",
                "The Lending Umbrella",
                "Umbrellas left on trains find new owners at the town hall",
            ),
        ],
        contact_lines=[
            "Tampereen kaupunki",
            "Nuorten palvelut",
            "Satakunnankatu 18",
            "FI-33210 tampere",
            "poyta@tampere-silta.example",
            "www.silta.example/poyta",
        ],
        contact={
            "organization": "Tampereen kaupunki",
            "department": "Nuorten palvelut",
            "street": "Satakunnankatu 18",
            "postal_code": "33210",
            "locality": "Tampere",
            "country_code": "FI",
            "emails": ["poyta@tampere-silta.example"],
            "websites": ["www.silta.example/poyta"],
        },
        links=["mailto:poyta@tampere-silta.example", "http://www.silta.example/poyta"],
    ),
    Profile(
        title="The Quiet Hour at the Swimming Pool",
        tagline="Turning the music off for one hour a day opens a public bath to people who had stopped coming",
        city=("Graz", "Austria", "AT"),
        narrative=[
            "Swimming pools are loud. For some people that is the fun of it; for others it is the reason to stay away. In 2018 "
            "the City of Graz tried an hour without music, whistles or announcements.",
            "Nothing else was changed. Staff were trained for half a day, mostly in waiting. The hour was announced in large, "
            "plain letters at the door (in German, Turkish and Ukrainian) and on the website of the public baths.",
            "Attendance in that hour rose by a third. Graz has since added a second quiet hour, and neighbouring towns have "
            "asked for the signs. The well-worn argument that such offers are for a few has not been heard again.",
        ],
        ideas=[
            Idea(
                "Brno",
                "Czechia",
                "CZ",
                "Slow Tills",
                "One checkout in every market takes as long as the customer needs",
            ),
            Idea("Malaga", "Spain", "ES", "Shade for All", "Awnings are lent to streets, not to shops"),
        ],
        contact_lines=[
            "Stadt Graz",
            "Abteilung Sport und Bäder",
            "Stadionplatz 1 ",
            "80 41 Graz",
            "ruhe@graz-baeder.example",
            "www.graz-baeder.example/ruhe",
        ],
        contact={
            "organization": "Stadt Graz",
            "department": "Abteilung Sport und Bäder",
            "street": "Stadionplatz 1",
            "postal_code": "8041",
            "locality": "Graz",
            "emails": ["ruhe@graz-baeder.example"],
            "websites": ["www.graz-baeder.example/ruhe"],
        },
        links=["mailto:ruhe@graz-baeder.example", "www.graz-baeder.example/ruhe"],
    ),
]


def damaged(text: str) -> str:
    """Capitals in the font that has lost A, L, R and T."""
    return re.sub("[ALRT]", lambda m: m.group().lower(), text.upper())


def doubled(text: str) -> str:
    """A doubled space behind every y that ends a word."""
    return re.sub(r"y ", "y  ", text)


def printed(text: str, measure: int = MEASURE) -> list[str]:
    """A paragraph as its printed lines: all but the last keep a trailing space, unless they end in a hyphen."""
    lines = textwrap.wrap(text, measure, break_on_hyphens=True)
    return [line if line.endswith("-") else doubled(line + " ") for line in lines[:-1]] + [doubled(lines[-1])]


def spaced(lines: list[str]) -> str:
    return "".join(f"{line}\n\n" for line in lines)


def heading(text: str, first_line: str = "") -> str:
    """A heading whose lines stand close together, the first broken where the designer broke it."""
    if not first_line:
        return "\n".join(line + " " for line in textwrap.wrap(text, 46)).rstrip() + "\n\n"
    return f"{first_line} \n{text[len(first_line) :].strip()}\n\n"


def page(number: int, profile: Profile) -> str:
    parts = [f" {HEADERS[number % 2]}\n\n", heading(profile.title, profile.title_break), heading(profile.tagline)]
    parts += [spaced(printed(paragraph)) for paragraph in profile.narrative]
    parts.append(f"{RELATED_LABEL}\n\n")
    for idea in profile.ideas:
        parts.append(f" \N{REPLACEMENT CHARACTER} {damaged(idea.city)}, {damaged(idea.country)}\n\n")
        parts.append(heading(idea.title))
        parts.append(spaced(printed(idea.description, 60)))
    parts.append("Contact\n\n")
    parts.append(spaced(profile.contact_lines))
    parts.append("\n".join(["openbench.example", *profile.links]) + "\n")
    return "".join(parts)


def dump() -> str:
    front = " " + "".join(spaced(printed(p)) for p in FOREWORD)
    front += " \n".join(SIGNATURE) + "\n\n" + REPORT_TITLE + "\n\n\n\n"
    front += "About the Open Bench\n\n" + spaced([*printed(ABOUT[0])[:-1], printed(ABOUT[0])[-1], ABOUT[1]])
    quote, speaker, role = QUOTE
    front += " " + spaced(printed(f"“{quote}”")) + f"{speaker}\n{role}\n"
    pages = "".join(page(number, profile) for number, profile in enumerate(PROFILES))
    return front + pages + " " + spaced(printed(BACK)) + "\n"


def gold() -> dict[str, Any]:
    profiles = []
    for p in PROFILES:
        name, country, code = p.city
        ideas = [
            {
                "title": i.title,
                "description": i.description,
                "city": {"name": i.city, "country": i.country, "country_code": i.code},
            }
            for i in p.ideas
        ]
        profiles.append(
            {
                "title": p.title,
                "tagline": p.tagline,
                "city": {"name": name, "country": country, "country_code": code},
                "narrative": p.narrative,
                "related_ideas": ideas,
                "contacts": [p.contact],
                "sections": [],
                "warnings": p.warnings,
            }
        )
    return {"report": "english-dump", "complete": True, "profiles": profiles}


if __name__ == "__main__":
    (HERE / "report.txt").write_text(dump(), encoding="utf-8")
    (HERE / "gold.json").write_text(json.dumps(gold(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
