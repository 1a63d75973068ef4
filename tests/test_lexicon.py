"""Labels as they are known again, and those in general use in several languages."""

from __future__ import annotations

import pytest

from profile_extract.lexicon import (
    before_page,
    contact_line_field,
    ends_in_credit,
    is_caption,
    is_closed,
    is_credit,
    label_key,
    names_contents,
    names_days,
    names_elsewhere,
    names_matter,
    names_sheet,
    part_field,
)


@pytest.mark.parametrize(
    "printed", ["Lessons  learnt", "LESSONS LEARNT:", " Lessons learnt – ", "• Lessons learnt", "[Lessons learnt]."]
)
def test_a_label_is_known_again_whatever_its_case_marks_and_spaces(printed: str) -> None:
    assert label_key(printed) == "lessons learnt"


def test_labels_that_differ_in_their_number_are_one() -> None:
    assert label_key("Project 1:") == label_key("PROJECT 12") != label_key("Project")


def test_both_apostrophes_make_one_label() -> None:
    assert label_key("What’s next") == label_key("What's next")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Contact", "contact"),
        ("CONTACT:", "contact"),
        ("Contact person in the city", "contact"),
        ("Kontakt", "contact"),
        ("Ansprechpartnerin", "contact"),
        ("Pour plus d’informations :", "contact"),
        ("Related ideas", "related"),
        ("Similar projects elsewhere", "related"),
        ("Siehe auch", "related"),
        ("Other good practices in the region", "related"),
        ("Practices from other cities", "related"),
        ("Autres bonnes idées", "related"),
        ("Iniciativas parecidas", "related"),
        ("Véase también", "related"),
        ("Zitat", "quote"),
    ],
)
def test_labels_in_general_use_announce_their_field(label: str, field: str) -> None:
    assert part_field(label) == field


@pytest.mark.parametrize(
    "label",
    [
        "Results",
        "Budget",
        "Contact with the neighbours was made over coffee and cake",
        "Quotes",
        "Other activities",
        "Ideas",
        "The idea and one more",
        "Other people had the same good idea once",
        "",
    ],
)
def test_other_labels_and_sentences_announce_nothing(label: str) -> None:
    assert part_field(label) is None


@pytest.mark.parametrize(
    "label", ["Also in", "Other cities doing this", "In anderen Städten", "Towns like this one", "Autres villes"]
)
def test_labels_may_name_other_places(label: str) -> None:
    assert names_elsewhere(label)
    assert part_field(label) is None


@pytest.mark.parametrize("label", ["The city", "More", "Other activities", "Cities and more"])
def test_other_labels_name_no_other_places(label: str) -> None:
    assert not names_elsewhere(label)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("E-Mail:", "email"),
        ("Tel.", "phone"),
        ("Teléfono:", "phone"),
        ("Telefax", "fax"),
        ("Sitio web", "website"),
        ("Name", "person"),
        ("Designation:", "role"),
        ("Organisation", "organization"),
        ("Afdeling", "department"),
        ("Dirección:", "street"),
    ],
)
def test_labels_of_the_lines_of_a_contact_block_are_known(label: str, field: str) -> None:
    assert contact_line_field(label) == field


def test_a_label_of_a_part_is_none_of_a_line() -> None:
    assert contact_line_field("Results") is None


@pytest.mark.parametrize("text", ["It rained.", "Did it rain?”", "“It rained.”)", "They said:", "And then…"])
def test_a_text_that_ends_as_a_sentence_is_closed(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["", "”", "It rained. And then", "It rained, and", "(a.) and"])
def test_a_text_that_goes_on_is_not(text: str) -> None:
    assert not is_closed(text)


def test_what_closes_a_text_may_be_said() -> None:
    assert not is_closed("They said:", marks=(".",))
    assert is_closed("It rained.“", behind="“")


@pytest.mark.parametrize(
    "text",
    [
        "Fig. 2 – A stair",
        "Exhibit 3: The bell",
        "Photo: the pier",
        "Image 1. The pier",
        "Map 4: piers",
        "Chart 2: visitors",
        "Abb. 2 – Die Treppe",
        "Bild 1: Die Treppe",
        "Karte 1: Der Hafen",
        "Grafik 5: Gäste",
        "TABELLE 1: Gäste",
        "Cuadro 2. Visitas",
        "Tableau 3 : visites",
    ],
)
def test_captions_are_told_by_their_first_word(text: str) -> None:
    assert is_caption(text)
    assert not is_caption(text.split(" ", 1)[1])


@pytest.mark.parametrize(
    "text",
    [
        "© M. Virta",
        "Photo by M. Virta",
        "(c) M. Virta",
        "Photo: M. Virta",
        "Bildnachweis: M. Virta",
        "Crédits M. Virta",
    ],
)
def test_credits_of_pictures_are_told_by_their_beginning(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize("text", ["Fot. M. Virta", "fot. archiwum", "Photo credit: M. Virta", "Photo courtesy M. Virta"])
def test_a_credit_needs_no_colon_where_its_word_says_enough(text: str) -> None:
    assert is_credit(text)
    assert not is_credit("Fotografen")


@pytest.mark.parametrize("text", ["Source: harbour office", "Quelle: Hafenamt", "Fuente: oficina del puerto"])
def test_sources_of_tables_are_told_by_their_beginning(text: str) -> None:
    assert is_credit(text)
    assert not is_credit(text.split(": ", 1)[1])


@pytest.mark.parametrize(
    "heading",
    ["Foreword", "VORWORT", "Table des matières", "1. Introducción", "Sisällys", "Rejstřík autorů", "Índice de instituciones"],
)
def test_headings_of_front_and_back_matter_are_known(heading: str) -> None:
    assert names_matter(heading)


@pytest.mark.parametrize("heading", ["Chairs After Dark", "A Foreword to Bread", "The Index of Lamps", "2014"])
def test_titles_that_only_speak_of_such_matter_are_not(heading: str) -> None:
    assert not names_matter(heading)


@pytest.mark.parametrize("text", ["Kuva 3. Laituri", "Figur 2: Broen", "Rys. 4. Most", "Obrázek 1: Lávka"])
def test_captions_are_known_in_further_languages(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("text", ["Kuva: Aino Lampi", "Fot.: Ewa Most", "Källa: stadsarkivet", "Fot. © Ewa Most"])
def test_credits_are_known_in_further_languages(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize("text", ["Bild-Idee: eine Treppe", "Foto-Wand: alle malen mit", "Photo-walk: along the pier"])
def test_words_made_of_picture_and_another_begin_no_caption(text: str) -> None:
    assert not is_caption(text)
    assert is_caption(text.replace("-", " - "))


@pytest.mark.parametrize(
    "text",
    [
        "The pier at noon. Photo: A. Lampi",
        "The pier (2019) © A. Lampi",
        "Die Treppe. Foto: E. Most",
        "Le port. Crédit : Lampi",
    ],
)
def test_credits_may_stand_behind_what_is_in_the_picture(text: str) -> None:
    assert ends_in_credit(text)
    assert not is_credit(text)


def test_a_sentence_about_photos_ends_in_no_credit() -> None:
    assert not ends_in_credit("We took one photo. Photographs: none.")


@pytest.mark.parametrize("label", ["Related materials", "Related skills", "Related courses", "Related SDGs"])
def test_what_belongs_to_a_profile_is_no_related_idea(label: str) -> None:
    assert part_field(label) is None


@pytest.mark.parametrize("label", ["Name", "Nombre", "Bezeichnung", "Dénomination", "Common name"])
def test_what_names_a_sheet_is_known(label: str) -> None:
    assert names_sheet(label)


@pytest.mark.parametrize("label", ["Names of chairs", "Surname", "Number"])
def test_what_names_none_is_not(label: str) -> None:
    assert not names_sheet(label)


@pytest.mark.parametrize("label", ["Contact hours", "Contact time (h)", "Kontaktzeit", "Kontaktstunden"])
def test_hours_of_teaching_are_no_contact(label: str) -> None:
    assert part_field(label) is None


@pytest.mark.parametrize("text", ["Crédits", "Créditos", "Créditos: 8", "Crédits 8"])
def test_credits_of_a_course_are_none_of_a_picture(text: str) -> None:
    assert not is_credit(text)
    assert is_credit("Crédits : M. Virta")
    assert is_credit("Crédits photos M. Virta")


@pytest.mark.parametrize(
    "heading", ["Indice delle schede", "List of organisations", "Übersicht der Projekte", "Lista de proyectos"]
)
def test_a_heading_of_a_list_may_say_of_what(heading: str) -> None:
    assert names_contents(heading)


@pytest.mark.parametrize("label", ["Indirizzo", "Adresse", "Dirección", "Endereço", "Adres"])
def test_words_for_addresses_head_contacts(label: str) -> None:
    assert part_field(label) == "contact"


@pytest.mark.parametrize(
    "behind",
    [
        ", page 7",
        " (S. 12)",
        " [p. 3]",
        " p. 3",
        " – pp 12",
        " · Seite 7",
        "; σελ. 9",
        ": str. 115",
        " (p7)",
        " → 12",
        " »12",
        ", Página 1999",
    ],
)
def test_a_text_may_end_with_the_page_it_refers_to(behind: str) -> None:
    assert before_page(f"Nine Keys{behind}") == len("Nine Keys")


@pytest.mark.parametrize(
    "text",
    [
        "Nine Keys 7",
        "Nine Keys (2019)",
        "Nine Keys, page 12345",
        "Page 7 of Nine Keys",
        "Nine Keys, page",
        "The Homepage 7",
        "page 7",
        "Nine Keys, room 7",
        "Nine Keys, page 7 (Turku)",
    ],
)
def test_other_numbers_are_no_pages(text: str) -> None:
    assert before_page(text) == len(text)


@pytest.mark.parametrize(
    "label",
    [
        "Monday",
        "DIENSTAG",
        "Di.–Fr.",
        "Mon-Fri:",
        "Monday-Friday",
        "Monday to Friday",
        "Samstag und Sonntag",
        "Mo., Mi., Fr.",
        "Segunda-feira a sexta-feira",
        "П’ятниця",
        "1. Montag",
    ],
)
def test_days_of_the_week_are_known_alone_and_from_one_to_another(label: str) -> None:
    assert names_days(label)


@pytest.mark.parametrize(
    "label",
    [
        "Sun and Moon",
        "Black Friday",
        "Monday Club",
        "Sunday is followed by Monday",
        "Weekdays",
        "Sonntagsbrot",
        "7–12",
        "",
    ],
)
def test_other_labels_name_no_days(label: str) -> None:
    assert not names_days(label)
