"""Accents printed before their letters."""

from __future__ import annotations

import pytest
from builders import cleaned_text

from profile_extract.clean import clean
from profile_extract.clean.accents import Habit, find_habit, with_letters, with_ogoneks
from profile_extract.passage import Passage


def _texts(text: str) -> list[str]:
    report = cleaned_text(text)
    return [report.passage(line).text for line in report.lines]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("El molino de la f´abrica", "El molino de la fábrica"),
        ("pan y caf´e para todos", "pan y café para todos"),
        ("el camino m´as corto al r´ıo", "el camino más corto al río"),
        ("una ma˜nana en el mercado", "una mañana en el mercado"),
        ("M¨uhlen an der Spree", "Mühlen an der Spree"),
        ("´arboles y ´Areas verdes", "árboles y Áreas verdes"),
        ("a pra¸ca e a estac¸ão", "a pra¸ca e a estação"),
    ],
)
def test_accents_and_their_letters_become_one_letter(printed: str, meant: str) -> None:
    assert _texts(f"{printed}\nUna r´ıa y dos puentes\n")[0] == meant


def test_apostrophes_typed_as_accents_stay() -> None:
    lines = ["la strada dell´acqua", "un mercato d´inverno", "l´orto e l´oste", "c´era una volta"]
    assert _texts("\n".join(lines)) == lines


def test_one_stray_accent_is_no_evidence() -> None:
    assert _texts("a lone ´accent here\nand none there\n")[0] == "a lone ´accent here"


def test_cleaning_twice_changes_nothing_more_and_can_be_undone() -> None:
    report = cleaned_text("La f´ısica del pan\nUn caf´e, un t´e\n")
    assert clean(report) == report
    passage = report.passage(report.lines[0])
    assert passage.text == "La física del pan"
    assert report.text[passage.start : passage.end] == "La f´ısica del pan"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Mu¨hle an der Spree", "Mühle an der Spree"),
        ("cafe´, pai´s y u´ltimo", "café, país y último"),
        ("Ko¨ln und Lu¨beck", "Köln und Lübeck"),
    ],
)
def test_accents_behind_their_letters_are_letters_too(printed: str, meant: str) -> None:
    assert _texts(f"{printed}\nfu¨r die Bru¨cke, Stra¨nde und Flu¨sse\n")[0] == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("un cafe \u0301 y otro", "un café y otro"),
        ("la caf \u0301e de Jos \u0301e", "la café de José"),
        ("K \u0308onig", "König"),
        ("z \u030c", "ž"),
        ("a lone \u0301 accent", "a loné accent"),
        ("1 \u0301", "1 \u0301"),
        ("f\u0131\u0301sica na\u0131\u0308f", "física naïf"),
        ("k\u0131\u0306", "kĭ"),
        ("k\u0131\u0302z \u0131\u0307l", "kîz \u0131\u0307l"),
    ],
)
def test_a_combining_accent_that_a_space_parts_from_its_letter_is_on_it(printed: str, meant: str) -> None:
    report = cleaned_text(printed)
    assert _texts(printed) == [meant]
    assert clean(report) == report
    assert {edit.rule for edit in report.lines[0].edits} <= {"compose-accent"}


SPANISH, POLISH, GERMAN = frozenset("áéíñóúü"), frozenset("óąćęłńśźż"), frozenset("ßäöü")


def _whole(text: str, habit: Habit) -> str:
    return with_letters(Passage.of(text, 0, len(text)), habit).text


def test_the_letters_of_the_language_tell_on_which_side_accents_are_printed() -> None:
    assert find_habit(["pl´a cama´s dr´a br´ı"], SPANISH) == Habit(before=True, behind=False, letters=SPANISH)
    assert find_habit(["zo´ł no´ł bo´ł"], POLISH) == Habit(before=False, behind=True, letters=POLISH)


@pytest.mark.parametrize(
    ("texts", "is_told"),
    [
        (["El fr´un dr´un br´un"], True),
        (["El fr´un", "dr´un", "br´un"], True),
        (["El fr´un dr´un"], False),
        (["tra´an tre´en tro´on tru´un"], False),
        (["t´x t´x t´x t´x"], False),
        (["l´acqua l´olio fr´un dr´un br´un"], False),
    ],
    ids=["three", "in three lines", "two", "letters on both sides", "on neither side", "apostrophes"],
)
def test_few_accents_of_letters_on_one_side_only_tell_nothing(texts: list[str], *, is_told: bool) -> None:
    assert bool(find_habit(texts, SPANISH).letters) is is_told


def test_apostrophes_are_told_among_accents_before_letters_only() -> None:
    """Behind single letters and a space, accents behind their letters stand where an apostrophe would."""
    assert find_habit(["o´ z o´ z o´ b o´ b"], POLISH) == Habit(before=False, behind=True, letters=POLISH)


def test_in_a_tie_accents_are_printed_before_their_letters() -> None:
    assert find_habit(["fr´un dr´un", "fru´n fru´n"], SPANISH).before


def test_of_a_language_without_a_list_letters_tell_nothing() -> None:
    assert find_habit(["El fr´un dr´un br´un"], frozenset()).letters == frozenset()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cami´on", "camión"),
        ("camio´n", "camión"),
        ("pa´ıs", "país"),
        ("ma´aman", "maáman"),
        ("´Areas", "Áreas"),
        ("fı´sica", "física"),
        ("canci on´", "canci ón"),
        ("t´x", "t´x"),
        ("n´", "n´"),
        ("´", "´"),
        ("on´", "ón"),
        ("a r´ıo y un cami´on", "a río y un camión"),
    ],
)
def test_an_accent_is_on_the_letter_beside_it_that_bears_it_in_the_language(text: str, meant: str) -> None:
    habit = Habit(before=True, behind=False, letters=SPANISH)
    assert _whole(text, habit) == meant


def test_of_two_letters_that_bear_it_the_habit_tells() -> None:
    assert _whole("ma´aman", Habit(before=True, behind=False, letters=SPANISH)) == "maáman"
    assert _whole("ma´aman", Habit(before=False, behind=True, letters=SPANISH)) == "máaman"


def test_of_two_letters_of_which_one_bears_it_the_habit_is_not_asked() -> None:
    for habit in (Habit(before=True, behind=False, letters=SPANISH), Habit(before=False, behind=True, letters=SPANISH)):
        assert _whole("´Areas del fr´ıo rinc´on y del camio´n", habit) == "Áreas del frío rincón y del camión"


def test_what_the_language_does_not_have_is_a_letter_by_the_habit_all_the_same() -> None:
    """A name of another language."""
    assert _whole("Ing`es de Vit`o", Habit(before=True, behind=False, letters=SPANISH)) == "Ingès de Vitò"


def test_an_accent_behind_the_next_character_is_on_the_letter_before_that() -> None:
    assert _whole("Hansjuf¨rgen", Habit(before=False, behind=True, letters=GERMAN)) == "Hansjüfrgen"
    assert _whole("Hansjuf¨rgen", Habit(before=False, behind=True)) == "Hansjuf¨rgen"
    assert _whole("Hansju ¨f", Habit(before=False, behind=True, letters=GERMAN)) == "Hansju ¨f"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("s˛asiad", "sąsiad"),
        ("sa˛siad", "sąsiad"),
        ("Poznani ˛a", "Poznanią"),
        ("kres˛ e", "kresę"),
        ("wod˛ i", "wod˛ i"),
        ("dwie ˛i", "dwie į"),
        ("12 ˛a", "12 ą"),
        ("12˛ a", "12˛ a"),
        ("k˛", "k˛"),
        ("˛Ale", "Ąle"),
        ("si˛e zm˛eczyło", "się zmęczyło"),
        ("tysi˛ace r˛ak", "tysiące rąk"),
    ],
)
def test_an_ogonek_is_on_the_letter_behind_it_or_before_it(printed: str, meant: str) -> None:
    assert with_ogoneks(Passage.of(printed, 0, len(printed))).text == meant
    assert _texts(printed) == [meant]


def test_a_report_with_accents_is_read_by_the_letters_of_its_language() -> None:
    """By the habit alone, the accents would be on the letters behind them wherever there are such letters at all."""
    text = "Los vecinos de la villa han pedido que se oiga la campana desde la orilla, donde los pl´atanos est´an pr´oximos.\n"
    assert _texts(f"{text}Un camio´n y una canci´on m´as")[1] == "Un camión y una canción más"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("f\u0301ısica", "física"),
        ("vac\u0301ıos", "vacíos"),
        ("pa\u0301ıs", "país"),
        ("d\u0300ı", "dì"),
        ("na\u0302ıf", "nâıf"),
        ("n\u0302ı", "nî"),
        ("s\u0308ı", "sï"),
        ("baş ağrısı", "baş ağrısı"),
        ("u\u0308ı o\u0308ı", "üı öı"),
        ("s\u0327ı c\u030cı", "şı čı"),
    ],
)
def test_an_accent_before_a_letter_without_its_dot_is_that_ones_but_turkish_ones(printed: str, meant: str) -> None:
    assert _texts(printed)[0] == meant
