"""Makes report.pdf: an invented German collection of practice, one column, typeset with ReportLab (BSD).

    python samples/german/make.py

Each practice begins on a page of its own under a number, with a ruled table of facts, a goal in italics with a run-in label "Ziel:", running
text, "Ergebnisse" as a list, "Weitere Beispiele" and "Kontakt". Words are broken at line ends, as German typesetting does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Preformatted,
    Spacer,
    Table,
)

HERE = Path(__file__).parent
TITLE = "Gute Nachbarschaft im Bestand"
HEADER = "Gute Nachbarschaft im Bestand · Sammlung 2019"
INTRODUCTION = [
    "Wo neu gebaut wird, lässt sich Nachbarschaft planen. Wo die Häuser schon stehen, muss man sie finden. Diese Sammlung "
    "stellt drei Orte vor, an denen das gelungen ist.",
    "Alle Angaben stammen von den Trägern selbst und wurden im Frühjahr 2019 geprüft.",
]


@dataclass
class Practice:
    title: str
    facts: list[tuple[str, str]]
    goal: str
    text: list[str]
    results: list[str]
    others: list[tuple[str, str, str, str]]
    contact: list[str]
    parts: dict[str, Any]
    city: tuple[str, str]


PRACTICES = [
    Practice(
        "Der Hof gehört allen",
        [("Ort", "Göttingen"), ("Laufzeit", "seit 2012"), ("Träger", "Hofgemeinschaft Nordstadt e. V.")],
        "Aus sieben eingezäunten Hinterhöfen soll ein gemeinsamer Garten werden, in dem niemand um Erlaubnis fragen muss.",
        [
            "Zwischen den Häusern der Göttinger Nordstadt lagen sieben Höfe, jeder mit eigenem Zaun und eigener Teppich-\n"
            "stange. Im Frühjahr 2012 nahmen die Mieterinnen und Mieter eines Hauses ihren Zaun ab und stellten eine Bank an die\n"
            "Stelle. Die Stadt Göttingen beriet bei der Haftung, die Genossenschaft stellte Mutterboden.",
            "Heute führt ein Weg durch alle sieben Höfe. Eine Wiese bleibt ungemäht, ein Sandkasten wird gemeinsam gehütet, und\n"
            "einmal im Monat gibt es ein Frühstück an der ehemaligen Grenze. Wer neu einzieht, bekommt einen Spaten geliehen\n"
            "und einen Nachbarn dazu. Das Verfahren wurde in Göttingen inzwischen auf vier weitere Quartiere übertragen.",
        ],
        [
            "Sieben Höfe sind ohne Zäune verbunden.",
            "Vier Quartiere haben das Verfahren übernommen.",
            "Beschwerden über Lärm gingen um zwei Drittel zurück.",
        ],
        [
            ("Dächer für Bienen und Kinder", "Linz", "Österreich", "AT"),
            ("Schlüssel am Brett", "Basel", "Schweiz", "CH"),
        ],
        [
            "Stadt Göttingen",
            "Fachbereich Planung und Bauordnung",
            "Frau Dr. Hanne Lüders",
            "Hiroshimaplatz 1-4",
            "37083 Göttingen",
            "Tel.: 0551 400-2500",
            "E-Mail: hoefe@goettingen-nord.example",
            "www.hoefe.goettingen-nord.example",
        ],
        {
            "person": "Frau Dr. Hanne Lüders",
            "organization": "Stadt Göttingen",
            "department": "Fachbereich Planung und Bauordnung",
            "street": "Hiroshimaplatz 1-4",
            "postal_code": "37083",
            "locality": "Göttingen",
            "phones": ["0551 400-2500"],
            "emails": ["hoefe@goettingen-nord.example"],
            "websites": ["www.hoefe.goettingen-nord.example"],
        },
        ("Göttingen", "DE"),
    ),
    Practice(
        "Die Werkstatt im Waschhaus",
        [("Ort", "Chemnitz"), ("Laufzeit", "2015 bis 2018"), ("Träger", "Kulturbahnhof Sonnenberg gGmbH")],
        "Ein leer stehendes Waschhaus wird zum Ort, an dem Geräte repariert und Bekanntschaften gemacht werden.",
        [
            "Das Waschhaus am Sonnenberg stand seit 1994 leer. Gewaschen wurde nun in den Wohnungen, getroffen hat man sich seit-\n"
            "her nicht mehr. Ein pensionierter Elektromeister bat 2015 um den Schlüssel und öffnete jeden Dienstag eine\n"
            "Werkstatt für alles, was einen Stecker hat.",
            "Nach einem Jahr kamen vierzig Leute an einem Abend. Die Stadt Chemnitz übernahm die Heizkosten, das Berufskolleg\n"
            "schickte seine Auszubildenden. Repariert wird grundsätzlich gemeinsam: Wer nur abgeben will, wird freundlich auf\n"
            "den Stuhl neben der Werkbank gebeten. In Chemnitz spricht man vom Waschhaus-Prinzip.",
        ],
        ["1.900 Geräte wurden instand gesetzt.", "Elf Auszubildende fanden über die Werkstatt ihre Stelle."],
        [("Nähstube auf Rädern", "Bozen", "Italien", "IT")],
        [
            "Stadt Chemnitz",
            "Amt für Jugend und Familie",
            "Bahnhofstraße 53",
            "09111 Chemnitz",
            "Tel.: 0371 488-0",
            "E-Mail: waschhaus@sonnenberg.example",
            "www.waschhaus-sonnenberg.example",
        ],
        {
            "person": None,
            "organization": "Stadt Chemnitz",
            "department": "Amt für Jugend und Familie",
            "street": "Bahnhofstraße 53",
            "postal_code": "09111",
            "locality": "Chemnitz",
            "phones": ["0371 488-0"],
            "emails": ["waschhaus@sonnenberg.example"],
            "websites": ["www.waschhaus-sonnenberg.example"],
        },
        ("Chemnitz", "DE"),
    ),
    Practice(
        "Mittagstisch auf der Treppe",
        [("Ort", "Wuppertal"), ("Laufzeit", "seit 2017"), ("Träger", "Nachbarn vom Ölberg e. V.")],
        "Die längste Treppe des Viertels soll einmal in der Woche der längste Tisch sein.",
        [
            "Wuppertal hat mehr Treppen als manche Stadt Straßen. Auf einer von ihnen, der Treppe am Ölberg, wird seit 2017 je-\n"
            "den Donnerstag zu Mittag gegessen. Jede Stufe ist ein Sitzplatz, jeder dritte Haushalt kocht einmal im Jahr.",
            "Begonnen hat es mit einem Topf Suppe und einer Wette. Inzwischen leiht die Stadt Wuppertal Sitzkissen aus, und die\n"
            "Feuerwehr hat eine Rettungsgasse auf die Stufen gemalt. Bei Regen wird in der Kirche gegessen, auf deren Treppe.\n"
            "Das Modell ist in Wuppertal so bekannt, dass andere Treppen nun eine Warteliste führen.",
        ],
        ["An jedem Donnerstag essen etwa achtzig Menschen mit.", "Drei weitere Treppen haben begonnen."],
        [("Stuhl vor der Tür", "Gent", "Belgien", "BE"), ("Abendbrot im Bus", "Aarhus", "Dänemark", "DK")],
        [
            "Stadt Wuppertal",
            "Ressort Stadtentwicklung und Städtebau",
            "Johannes-Rau-Platz 1",
            "D-42275 Wuppertal",
            "Tel.: 0202 563-0",
            "E-Mail: treppe@oelberg-tisch.example",
            "www.oelberg-tisch.example",
        ],
        {
            "person": None,
            "organization": "Stadt Wuppertal",
            "department": "Ressort Stadtentwicklung und Städtebau",
            "street": "Johannes-Rau-Platz 1",
            "postal_code": "42275",
            "locality": "Wuppertal",
            "country_code": "DE",
            "phones": ["0202 563-0"],
            "emails": ["treppe@oelberg-tisch.example"],
            "websites": ["www.oelberg-tisch.example"],
        },
        ("Wuppertal", "DE"),
    ),
]
RUST = HexColor("#8a3b12")


def style(name: str, font: str, size: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.3, **more)


S = {
    "cover": style("cover", "Times-Bold", 28, spaceBefore=180, textColor=RUST),
    "heading": style("heading", "Times-Bold", 18, spaceAfter=8, textColor=RUST),
    "title": style("title", "Times-Bold", 16, spaceAfter=8, textColor=RUST),
    "body": style("body", "Times-Roman", 10.5, spaceAfter=7),
    "goal": style("goal", "Times-Italic", 10.5, spaceAfter=7),
    "label": style("label", "Times-Bold", 11, spaceBefore=7, spaceAfter=3),
    "item": style("item", "Times-Roman", 10.5, leftIndent=10, bulletIndent=0),
    "contact": style("contact", "Times-Roman", 10),
}


def facts(practice: Practice) -> Table:
    rows = [[Paragraph(f"<b>{label}</b>", S["body"]), Paragraph(value, S["body"])] for label, value in practice.facts]
    table = Table(rows, colWidths=[30 * mm, 90 * mm], hAlign="LEFT")
    table.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.5, black),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ]
    )
    return table


def story() -> list[Flowable]:
    parts: list[Flowable] = [Paragraph(TITLE, S["cover"]), PageBreak(), Paragraph("Einleitung", S["heading"])]
    parts += [Paragraph(text, S["body"]) for text in INTRODUCTION]
    for number, practice in enumerate(PRACTICES, 1):
        parts += [PageBreak(), Paragraph(f"{number}. {practice.title}", S["title"]), facts(practice), Spacer(0, 8)]
        parts.append(Paragraph(f"<b>Ziel:</b> {practice.goal}", S["goal"]))
        parts += [flowable for text in practice.text for flowable in (Preformatted(text, S["body"]),)]
        parts.append(Paragraph("Ergebnisse", S["label"]))
        parts += [Paragraph(text, S["item"], bulletText="•") for text in practice.results]
        parts.append(Paragraph("Weitere Beispiele", S["label"]))
        parts += [
            Paragraph(f"{city}, {country}: {title}", S["item"], bulletText="•") for title, city, country, _ in practice.others
        ]
        parts.append(Paragraph("Kontakt", S["label"]))
        parts += [Paragraph(line, S["contact"]) for line in practice.contact]
    return parts


def furniture(canvas: Any, document: Any) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.drawString(25 * mm, A4[1] - 14 * mm, HEADER)
    canvas.drawCentredString(A4[0] / 2, 12 * mm, f"– {document.page} –")
    canvas.restoreState()


def joined(text: str) -> str:
    return text.replace("-\n", "").replace("\n", " ")


def gold() -> dict[str, Any]:
    profiles = [
        {
            "title": p.title,
            "tagline": None,
            "city": {"name": p.city[0], "country_code": p.city[1]},
            "narrative": [joined(text) for text in p.text],
            "sections": [
                *({"label": label, "value": value} for label, value in p.facts),
                {"label": "Ziel", "value": p.goal},
                {"label": "Ergebnisse", "value": " ".join(p.results)},
            ],
            "related_ideas": [
                {"title": title, "description": None, "city": {"name": city, "country": country, "country_code": code}}
                for title, city, country, code in p.others
            ],
            "contacts": [p.parts],
            "warnings": [],
        }
        for p in PRACTICES
    ]
    return {"report": "german", "complete": True, "profiles": profiles}


def main() -> None:
    rl_config.invariant = 1
    document = BaseDocTemplate(str(HERE / "report.pdf"), pagesize=A4, title=TITLE, author="Arbeitskreis Bestand", invariant=1)
    frame = Frame(25 * mm, 22 * mm, A4[0] - 50 * mm, A4[1] - 44 * mm, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("page", [frame], furniture)])
    document.build(story())
    (HERE / "gold.json").write_text(json.dumps(gold(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
