"""Makes report.pdf: an invented two-column booklet, typeset with ReportLab (BSD), with links and an outline.

    python samples/two-column/make.py

Profiles follow each other in two columns and run over columns and pages. Each has a coloured title, a tagline in italics,
justified text, a tinted box with the label "What changed", a list "See also" and a contact block whose e-mail and web
addresses are link annotations. One annotation leads elsewhere than the text says. Cover, contents, foreword and imprint
stand around them; a running header, a footer and page numbers on every page.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

HERE = Path(__file__).parent
TITLE = "Small Water"
SUBTITLE = "Five towns and what they do with rain"
HEADER, FOOTER = "Small Water: five towns and what they do with rain", "The Gutter Society, 2021"
FOREWORD = [
    "Most rain falls where nobody is looking. It runs over roofs and car parks, meets a drain and is gone, and with it goes "
    "the coolest, cheapest and most patient helper that a town has.",
    "The five towns in this booklet have learnt to keep a little of it. None of them has built a dam. They have cut a kerb, "
    "turned a downpipe, planted a ditch, and then watched what happened; which is, we think, the better half of engineering.",
]
SIGNATURE = ["Orla Brennan", "President of the Gutter Society"]
IMPRINT = "Printed on paper that would rather have been a tree. Text and drawings may be copied by schools."


@dataclass
class Profile:
    title: str
    tagline: str
    city: tuple[str, str]
    narrative: list[str]
    changed: str
    see_also: list[tuple[str, str, str, str]]
    contact: list[str]
    parts: dict[str, Any]
    mail_link: str = ""


PROFILES = [
    Profile(
        "The Street that Drinks",
        "Cutting forty kerbs was enough to end twenty years of flooded cellars",
        ("Malmö", "SE"),
        [
            "When it rains in the east of Malmö, it used to rain twice: once from the sky and once, an hour later, from the "
            "cellar drains. The pipes under the quarter were laid for half as many roofs.",
            "In 2009 the city looked for a way that did not mean digging up every street. An apprentice in the road department "
            "suggested cutting gaps into the kerbs, so that water would run into the verges instead of the drains. The gaps "
            "are as wide as a hand. Behind them the lawn was lowered by two spades and planted with willow-herb and iris.",
            "The first summer was dry, and nothing happened. The second brought a cloudburst, and the residents stood at their "
            "windows and watched the verges fill. No cellar was flooded.",
        ],
        "Forty kerbs were cut in a week. Calls to the fire brigade after heavy rain fell from 61 to 4 a year.",
        [
            ("Rain Gardens for Bus Stops", "Utrecht", "Netherlands", "NL"),
            ("The Sponge School", "Sopot", "Poland", "PL"),
        ],
        [
            "Malmö stad",
            "Department of Roads and Parks",
            "August Palms plats 1",
            "205 80 Malmö, Sweden",
            "Phone: +46 40 34 10 00",
            "E-mail: kerb@malmo-regn.example",
            "www.malmo-regn.example/kerb",
        ],
        {
            "organization": "Malmö stad",
            "department": "Department of Roads and Parks",
            "street": "August Palms plats 1",
            "postal_code": "205 80",
            "locality": "Malmö",
            "country_code": "SE",
            "phones": ["+46 40 34 10 00"],
            "emails": ["kerb@malmo-regn.example"],
            "websites": ["www.malmo-regn.example/kerb"],
        },
    ),
    Profile(
        "Roofs of the Old Harbour",
        "Warehouses that once kept grain dry now keep water for the gardens below them",
        ("Porto", "PT"),
        [
            "The warehouses on the southern bank at Porto have shallow roofs, two hundred metres long. For a century they shed "
            "their rain into the river. Since 2015 they fill a row of tanks made from retired wine casks.",
            "The idea came from the allotment holders on the slope behind, who had been carrying water uphill. They asked for "
            "one downpipe; the harbour office gave them eleven, on condition that the casks be kept free of mosquitoes.",
            "A gate-keeper, paid by both sides, opens the casks in the order in which they filled. She keeps a hand-written "
            "log that has become the best record of rainfall in the old town.",
        ],
        "The allotments use 70 % less mains water. Two further warehouses have asked to be connected.",
        [("A Cistern for Every Courtyard", "Zaragoza", "Spain", "ES"), ("Drip by Drip", "Haifa", "Israel", "IL")],
        [
            "Câmara Municipal do Porto",
            "Divisão de Jardins",
            "Rua de Monsanto 11",
            "4250-289 Porto, Portugal",
            "Phone: +351 22 209 04 00",
            "E-mail: pipas@porto-chuva.example",
            "www.porto-chuva.example",
        ],
        {
            "organization": "Câmara Municipal do Porto",
            "department": "Divisão de Jardins",
            "street": "Rua de Monsanto 11",
            "postal_code": "4250-289",
            "locality": "Porto",
            "country_code": "PT",
            "phones": ["+351 22 209 04 00"],
            "emails": ["pipas@porto-chuva.example"],
            "websites": ["www.porto-chuva.example"],
        },
        mail_link="mailto:jardins@porto-chuva.example",
    ),
    Profile(
        "A Playground below the Tide Line",
        "Sunk by one metre, a square holds back a storm and is a skating rink in between",
        ("Bergen", "NO"),
        [
            "Bergen counts two hundred days of rain a year and has stopped complaining about them. What it lacks is flat "
            "ground. When the old fish market was cleared, everyone wanted the square: the schools, the skaters, the drainage "
            "office.",
            "They all got it. The square was lowered by a metre and given three steps all round. On dry days it is a "
            "playground. In a storm the gullies are closed and it becomes a basin that holds as much as a swimming pool. In "
            "winter a shallow film of water is let in overnight, and the children come with skates.",
            "A red line on the steps shows how high the water may stand. It was painted by pupils of the fourth form, who also "
            "decide, with the drainage office, when the square is closed.",
        ],
        "The square has been flooded on purpose fourteen times. The quay below it has stayed dry since 2012.",
        [("Steps to the River", "Lyon", "France", "FR")],
        [
            "Bergen kommune",
            "Agency for Water",
            "Fjøsangerveien 68",
            "5068 Bergen, Norway",
            "Phone: +47 55 56 60 00",
            "E-mail: torg@bergen-vann.example",
            "www.bergen-vann.example/torg",
        ],
        {
            "organization": "Bergen kommune",
            "department": "Agency for Water",
            "street": "Fjøsangerveien 68",
            "postal_code": "5068",
            "locality": "Bergen",
            "country_code": "NO",
            "phones": ["+47 55 56 60 00"],
            "emails": ["torg@bergen-vann.example"],
            "websites": ["www.bergen-vann.example/torg"],
        },
    ),
    Profile(
        "Letters to a Ditch",
        "A forgotten stream comes back because eleven hundred people wrote to it",
        ("Ljubljana", "SI"),
        [
            "On no map of Ljubljana was there a stream called Curnovec; it had been in a pipe since 1961. Then a librarian hung "
            "a letter-box over the manhole through which it can be heard, and asked passers-by to write.",
            "People wrote memories, complaints and recipes. After a year the letters were read aloud in the council chamber, "
            "which took two days. The council voted to open ninety metres of the pipe as a trial.",
            "The open stretch cools the street by three degrees on a summer evening. Wagtails have come back. The letter-box "
            "hangs there still, and the parks office answers in the name of the stream.",
        ],
        "Ninety metres were opened in 2017, four hundred more are planned. The letters are kept in the city archive.",
        [
            ("Daylight for the Brook", "Zürich", "Switzerland", "CH"),
            ("The Listening Manhole", "Sheffield", "United Kingdom", "GB"),
        ],
        [
            "Mestna občina Ljubljana",
            "Department for the Environment",
            "Zarnikova 3",
            "1000 Ljubljana, Slovenia",
            "Phone: +386 1 306 10 00",
            "E-mail: pisma@ljubljana-potok.example",
            "www.ljubljana-potok.example",
        ],
        {
            "organization": "Mestna občina Ljubljana",
            "department": "Department for the Environment",
            "street": "Zarnikova 3",
            "postal_code": "1000",
            "locality": "Ljubljana",
            "country_code": "SI",
            "phones": ["+386 1 306 10 00"],
            "emails": ["pisma@ljubljana-potok.example"],
            "websites": ["www.ljubljana-potok.example"],
        },
    ),
    Profile(
        "The Rain Clock of the Tram Depot",
        "A depot roof tells the whole city how much water is left for its trees",
        ("Brno", "CZ"),
        [
            "The tram depot in Brno has the largest flat roof of the city. Its rain fills a tank from which the street trees "
            "are watered. How full the tank is was, for years, known to one man with a stick.",
            "Now a clock on the depot wall shows it: full at twelve, empty at six. It was built by two retired signal fitters "
            "from the hands of a station clock and a float.",
            "The clock has changed habits in a way that no campaign had. When it stands at five, people carry their dish-water "
            "to the trees, and the trams announce the hour as they pass.",
        ],
        "Losses of young street trees were halved in two dry summers. The design may be copied by anyone.",
        [("Thirsty Trees Hotline", "Graz", "Austria", "AT"), ("The Bucket Relay", "Turin", "Italy", "IT")],
        [
            "Dopravní podnik Brno",
            "Department of Transport",
            "Kounicova 67",
            "601 67 Brno, Czechia",
            "Phone: +420 542 171 111",
            "E-mail: hodiny@brno-dest.example",
            "www.brno-dest.example/hodiny",
        ],
        {
            "organization": "Dopravní podnik Brno",
            "department": "Department of Transport",
            "street": "Kounicova 67",
            "postal_code": "601 67",
            "locality": "Brno",
            "country_code": "CZ",
            "phones": ["+420 542 171 111"],
            "emails": ["hodiny@brno-dest.example"],
            "websites": ["www.brno-dest.example/hodiny"],
        },
    ),
]
INK, BLUE, TINT = HexColor("#1c1c1c"), HexColor("#0b5c8a"), HexColor("#e3eef4")


def style(name: str, font: str, size: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=more.pop("leading", size * 1.25),
        textColor=more.pop("textColor", INK),
        **more,
    )


def styles() -> dict[str, ParagraphStyle]:
    return {
        "cover": style("cover", "Vera-Bold", 34, textColor=BLUE, spaceBefore=200),
        "subtitle": style("subtitle", "Vera-Italic", 16, spaceBefore=18),
        "chapter": style("chapter", "Vera-Bold", 20, textColor=BLUE, spaceAfter=12),
        "entry": style("entry", "Vera", 10, leading=18),
        "title": style("title", "Vera-Bold", 14, textColor=BLUE, spaceBefore=14, spaceAfter=4, keepWithNext=1),
        "tagline": style("tagline", "Vera-Italic", 10, textColor=BLUE, spaceAfter=7, keepWithNext=1),
        "body": style("body", "Vera", 8.5, leading=11.5, alignment=TA_JUSTIFY, spaceAfter=6),
        "label": style("label", "Vera-Bold", 8.5, textColor=BLUE, spaceBefore=6, spaceAfter=2, keepWithNext=1),
        "item": style("item", "Vera", 8.5, leading=11.5, bulletIndent=0, leftIndent=9),
        "contact": style("contact", "Vera", 8, leading=10.5),
        "signature": style("signature", "Vera-Italic", 8.5, leading=11.5),
    }


class Entry(Flowable):
    """An entry in the PDF outline, at the place where it is drawn."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkPage(self.title)
        self.canv.addOutlineEntry(self.title, self.title, level=0)


def linked(line: str, profile: Profile) -> str:
    """A contact line, its address a link."""
    if line.startswith("E-mail: "):
        address = line.removeprefix("E-mail: ")
        return f'E-mail: <a href="{profile.mail_link or "mailto:" + address}">{address}</a>'
    if line.startswith("www."):
        return f'<a href="http://{line}">{line}</a>'
    return line


def box(profile: Profile, s: dict[str, ParagraphStyle], width: float) -> Table:
    table = Table([[[Paragraph("What changed", s["label"]), Paragraph(profile.changed, s["body"])]]], colWidths=[width])
    table.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), TINT),
            ("LEFTPADDING", (0, 0), (-1, -1), 6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ]
    )
    return table


def profile_story(profile: Profile, s: dict[str, ParagraphStyle], width: float) -> list[Flowable]:
    story: list[Flowable] = [
        Entry(profile.title),
        Paragraph(profile.title, s["title"]),
        Paragraph(profile.tagline, s["tagline"]),
    ]
    story += [Paragraph(text, s["body"]) for text in profile.narrative]
    story += [box(profile, s, width), Paragraph("See also", s["label"])]
    story += [
        Paragraph(f"{title} ({city}, {country})", s["item"], bulletText="•") for title, city, country, _ in profile.see_also
    ]
    story.append(Paragraph("Contact", s["label"]))
    story += [Paragraph(linked(line, profile), s["contact"]) for line in profile.contact]
    return story


def furniture(canvas: Any, document: Any) -> None:
    """Running header, footer and page number."""
    canvas.saveState()
    canvas.setFont("Vera", 7)
    canvas.drawString(20 * mm, A4[1] - 12 * mm, HEADER)
    canvas.drawString(20 * mm, 10 * mm, FOOTER)
    canvas.drawRightString(A4[0] - 20 * mm, 10 * mm, str(document.page))
    canvas.restoreState()


def contents(s: dict[str, ParagraphStyle], pages: dict[str, int]) -> list[Flowable]:
    rows = [f"{p.title} {'.' * (70 - len(p.title))} {pages.get(p.title, 0)}" for p in PROFILES]
    return [Paragraph("Contents", s["chapter"]), *(Paragraph(row, s["entry"]) for row in rows)]


def build(path: Path, pages: dict[str, int]) -> dict[str, int]:
    """Typeset the booklet; gives the page on which each title fell, for the contents of a second run."""
    s = styles()
    found: dict[str, int] = {}
    document = BaseDocTemplate(str(path), pagesize=A4, title=TITLE, author="The Gutter Society", invariant=1)
    column = (A4[0] - 40 * mm - 8 * mm) / 2
    full = Frame(20 * mm, 18 * mm, A4[0] - 40 * mm, A4[1] - 38 * mm, 0, 0, 0, 0, id="full")
    columns = [
        Frame(20 * mm + i * (column + 8 * mm), 18 * mm, column, A4[1] - 38 * mm, 0, 0, 0, 0, id=f"c{i}") for i in range(2)
    ]
    document.addPageTemplates(
        [PageTemplate("cover", [full]), PageTemplate("one", [full], furniture), PageTemplate("two", columns, furniture)]
    )
    document.afterFlowable = lambda flowable: (
        found.setdefault(flowable.title, document.page) if isinstance(flowable, Entry) else None
    )
    story: list[Flowable] = [
        Paragraph(TITLE, s["cover"]),
        Paragraph(SUBTITLE, s["subtitle"]),
        NextPageTemplate("one"),
        PageBreak(),
    ]
    story += [*contents(s, pages), PageBreak(), Paragraph("Foreword", s["chapter"])]
    story += [Paragraph(text, s["body"]) for text in FOREWORD]
    story += [
        Spacer(0, 6),
        *(Paragraph(line, s["signature"]) for line in SIGNATURE),
        NextPageTemplate("two"),
        PageBreak(),
    ]
    for profile in PROFILES:
        story += profile_story(profile, s, column)
    story += [NextPageTemplate("one"), PageBreak(), Paragraph("Imprint", s["chapter"]), Paragraph(IMPRINT, s["body"])]
    document.build(story)
    return found


def gold() -> dict[str, Any]:
    profiles = [
        {
            "title": p.title,
            "tagline": p.tagline,
            "city": {"name": p.city[0], "country_code": p.city[1]},
            "narrative": p.narrative,
            "sections": [{"label": "What changed", "value": p.changed}],
            "related_ideas": [
                {"title": title, "description": None, "city": {"name": city, "country": country, "country_code": code}}
                for title, city, country, code in p.see_also
            ],
            "contacts": [p.parts],
            "warnings": ["email-link-mismatch"] if p.mail_link else [],
        }
        for p in PROFILES
    ]
    return {"report": "two-column", "complete": True, "profiles": profiles}


def main() -> None:
    rl_config.invariant = 1
    for name, file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf"), ("Vera-Italic", "VeraIt.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    pages = build(HERE / "report.pdf", {})
    build(HERE / "report.pdf", pages)
    (HERE / "gold.json").write_text(json.dumps(gold(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
