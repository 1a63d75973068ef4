"""How the lines of a paragraph become one text: by what the document itself shows of its words."""

from __future__ import annotations

from collections import Counter

import pytest
from builders import cleaned_text, text_report
from hypothesis import given
from hypothesis import strategies as st

from profile_extract.clean.joins import find_join, find_vocabulary, joined
from profile_extract.evidence import apply_edits, trace, undo_edits
from profile_extract.passage import Passage
from profile_extract.structure import Vocabulary

BREAKING = ("Volunteers look after the orch-", "ard, and a pump was do-", "nated by the bakery.")
"""Prose of a document that breaks words at the ends of its lines."""
WHOLE = ("Volunteers look after the orchard,", "and a pump was given by the bakery.")


def _vocabulary(*lines: str) -> Vocabulary:
    return find_vocabulary(cleaned_text("\n".join(lines)))


def _join(left: str, right: str, *lines: str) -> str:
    """What two lines read as together in a document that has some other lines."""
    source = f"{left}\n{right}"
    passages = [Passage.of(source, 0, len(left)), Passage.of(source, len(left) + 1, len(source))]
    return joined(passages, _vocabulary(*(lines or WHOLE))).text


# Vocabulary


def test_words_are_counted_in_any_case_with_their_inner_hyphens() -> None:
    counts = _vocabulary("Open-air school. The open-air School’s pupils").counts
    assert (counts["open-air"], counts["school"], counts["school’s"], counts["open"]) == (2, 1, 1, 0)


def test_the_parts_of_a_broken_word_are_no_words() -> None:
    vocabulary = _vocabulary(*BREAKING)
    assert not any(part in vocabulary for part in ("orch", "ard", "do", "nated"))
    assert "volunteers" in vocabulary
    assert "bakery" in vocabulary


@pytest.mark.parametrize(("lines", "breaks"), [(BREAKING, True), (WHOLE, False), ([*BREAKING, *WHOLE * 80], False)])
def test_a_document_breaks_words_when_enough_of_its_lines_end_in_half_a_word(lines: list[str], *, breaks: bool) -> None:
    assert _vocabulary(*lines).breaks_words is breaks


def test_a_hyphen_before_a_capital_is_no_broken_word() -> None:
    assert not _vocabulary("We met in Stoke-", "Trent and in Baden-", "Württemberg.").breaks_words


def test_printed_links_are_no_words_of_the_document() -> None:
    dump = " Ask for \n\nthe key \n\nat noon\n\nmailto:warden@lock.example\nhttp://lock.example/key\n"
    assert "warden" not in find_vocabulary(text_report(dump))


# Hyphens


def test_the_hyphen_goes_where_the_document_writes_one_word() -> None:
    assert _join("the green-", "house was", "A greenhouse for all.") == "the greenhouse was"


def test_the_hyphen_stays_where_the_document_writes_it() -> None:
    assert _join("an open-", "air school", *BREAKING, "Open-air swimming") == "an open-air school"


def test_a_word_with_a_capital_inside_is_joined_as_the_document_writes_it() -> None:
    assert _join("the Open-", "Orchard is", "OpenOrchard bakes.") == "the OpenOrchard is"
    assert _join("the Open-", "Orchard is", "An orchard bakes.") == "the Open-Orchard is"
    assert _join("the Open-", "Orchard is", *["An Open-Orchard."] * 2, "OpenOrchard") == "the Open-Orchard is"


def test_the_commoner_way_of_writing_wins() -> None:
    often = ["the greenhouse"] * 3
    assert _join("a green-", "house", "the green-house", *often) == "a greenhouse"
    assert _join("a green-", "house", "the greenhouse", *["the green-house"] * 3) == "a green-house"


def test_of_an_unknown_word_the_hyphen_goes_only_in_a_document_that_breaks_words() -> None:
    assert _join("their quin-", "blats", *BREAKING) == "their quinblats"
    assert _join("their quin-", "blats", *WHOLE) == "their quin-blats"


def test_two_words_that_the_document_knows_are_a_compound() -> None:
    assert _join("a bakery-", "orchard", *BREAKING, "The orchard is old.") == "a bakery-orchard"
    assert _join("an over-", "grown path", *BREAKING, "over the wall") == "an overgrown path"


def test_a_hyphen_further_on_makes_a_compound_only_of_words_the_document_knows() -> None:
    assert _join("a skin-", "to-skin care", *BREAKING, "skin and bone") == "a skin-to-skin care"
    assert _join("a volun-", "teer-run café", *BREAKING) == "a volunteer-run café"


def test_self_is_written_with_a_hyphen_whatever_follows() -> None:
    assert _join("a self-", "governed hall", *BREAKING) == "a self-governed hall"


def test_a_word_broken_in_a_heading_set_in_capitals_is_joined() -> None:
    assert _join("THE ALLOT-", "MENT GARDEN", *BREAKING) == "THE ALLOTMENT GARDEN"
    assert _join("THE OPEN-", "AIR SCHOOL", *BREAKING, "our open-air school") == "THE OPEN-AIR SCHOOL"


@pytest.mark.parametrize(
    ("left", "right"), [("Baden-", "Württemberg"), ("the E-", "mail"), ("the 19-", "year-old"), ("MP3-", "player")]
)
def test_a_hyphen_that_breaks_no_word_stays(left: str, right: str) -> None:
    assert _join(left, right, *BREAKING) == left + right


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("the orchard team <orchard-bakery-", "post@quay.example>", "the orchard team <orchard-bakery-post@quay.example>"),
        ("write to the bak-", "ery@quay.example now", "write to the bakery@quay.example now"),
        ("the well-known orch-", "ard and bakery", "the well-known orchard and bakery"),
    ],
)
def test_a_hyphen_in_an_address_that_has_others_is_of_it(left: str, right: str, joined: str) -> None:
    assert _join(left, right, *BREAKING, "a bakery, an orchard, a pump") == joined


@pytest.mark.parametrize(
    ("left", "right"), [("for pre-", "and primary schools"), ("vracht-", "en personenvervoer"), ("Vor-", "oder Nachmittag")]
)
def test_a_suspended_hyphen_keeps_its_space(left: str, right: str) -> None:
    assert _join(left, right, *BREAKING) == f"{left} {right}"


def test_the_end_of_a_word_is_no_word_of_another_language_that_a_suspended_hyphen_stands_before() -> None:
    spanish = ("El molino se vendió a un grupo de panaderos, y son ellos los que llevan el mer-", "cado con una campana.")
    assert _join("con una ho-", "ja y", *spanish) == "con una hoja y"  # common in Spanish
    assert _join("una quin-", "ja y", *spanish, "la quinja") == "una quinja y"  # in the document
    assert _join("una quin-", "ja y", *spanish) == "una quin- ja y"
    dutch = ("De molen werd aan een groep bakkers verkocht, en zij zijn het die de markt houden die er van gekomen is.",)
    assert _join("de dag-", "en nachtdienst", *dutch, "alle dagen") == "de dag- en nachtdienst"  # a word of this language


@pytest.mark.parametrize("dash", ["–", "—"])
def test_a_range_of_figures_is_joined_as_printed(dash: str) -> None:
    assert _join(f"open in 2016{dash}", "2019 and later") == f"open in 2016{dash}2019 and later"
    assert _join(f"open in 2016 {dash}", "2019 was dry") == f"open in 2016 {dash} 2019 was dry"
    assert _join(f"from 2016{dash}", "and later") == f"from 2016{dash} and later"


def test_a_dash_between_words_is_no_hyphen() -> None:
    assert _join("the hall -", "as it was", *BREAKING) == "the hall - as it was"


def test_a_soft_hyphen_always_goes() -> None:
    assert _join("their allot\xad", "ment", *WHOLE) == "their allotment"


# Common words of the language

GERMAN = ("Der Turm ist alt, und die Glocken sind in der Mühle, die auch von den Bäckern gepach-", "tet wurde.")
"""Prose of a German document that breaks words."""


def test_a_common_word_is_no_compound_of_the_words_it_can_be_parted_into() -> None:
    assert _join("and be-", "come dry", *BREAKING, "to be sure, come in") == "and become dry"
    assert _join("with a dry-", "come well", *BREAKING, "a dry day, come in") == "with a dry-come well"


def test_the_common_words_are_those_of_the_language_of_the_report() -> None:
    prose = "El molino se vendió a un grupo de panaderos, y son ellos los que llevan el mer-"
    assert _join("la caja con-", "tiene pan", prose, "cado con una campana que no tiene badajo") == "la caja contiene pan"
    assert _join("la caja con-", "tiene pan", *BREAKING, "con tiene") == "la caja con-tiene pan"


def test_english_words_stand_in_reports_of_any_language() -> None:
    assert _join("die house-", "holds dort", *GERMAN, "house holds") == "die households dort"


def test_a_common_word_is_joined_in_a_document_that_breaks_no_others() -> None:
    assert _join("a hall was re-", "covered by", *WHOLE) == "a hall was recovered by"


def test_so_are_two_parts_that_are_no_words_but_the_ends_of_some() -> None:
    assert _join("the inten-", "sities were", *WHOLE) == "the intensities were"
    assert _join("the kar-", "sities were", *WHOLE, "a kar, no less") == "the kar-sities were"  # the first is a word
    assert _join("the inten-", "seeking were", *WHOLE) == "the inten-seeking were"  # the second is a common one
    assert _join("the inten-", "sitie were", *WHOLE) == "the inten-sitie were"
    assert _join("the nten-", "sities were", *WHOLE) == "the nten-sities were"


@pytest.mark.parametrize(("left", "right"), [("rope-to-", "rope work"), ("EU-", "funded work"), ("non-", "ringers")])
def test_some_parts_make_compounds_of_words_the_document_has_nowhere(left: str, right: str) -> None:
    assert _join(left, right, *BREAKING) == left + right


def test_they_do_not_elsewhere() -> None:
    assert _join("the at-", "quinblats", *BREAKING) == "the atquinblats"
    assert _join("THE QUIN-", "BLATS", *BREAKING) == "THE QUINBLATS"


def test_a_common_word_that_begins_as_they_do_is_joined_all_the_same() -> None:
    assert _join("no self-", "ish ringers", *BREAKING) == "no selfish ringers"
    assert _join("a well-in-", "formed warden", *BREAKING) == "a well-informed warden"


def test_a_compound_that_is_common_with_its_hyphen_keeps_it_beside_a_word_of_the_document() -> None:
    prose = ("Le moulin a été vendu à un groupe de boulan-", "gers, et ce sont eux qui tiennent le marché avec une mère.")
    assert _join("de sa grand-", "mère", *prose) == "de sa grand-mère"
    assert _join("de sa grand-", "mère", *(line.replace("mère", "dame") for line in prose)) == "de sa grandmère"


def test_a_german_noun_before_a_small_letter_is_part_of_a_word() -> None:
    words = ("Turm turm alt nord", "kapelle der Turm")
    assert _join("der Turm-", "kapelle", *GERMAN, *words) == "der Turmkapelle"
    assert _join("die nord-", "alt", *GERMAN, *words) == "die nord-alt"  # but two adjectives are not
    assert _join("die Rad-Turm-", "kapelle", *GERMAN, *words) == "die Rad-Turm-kapelle"
    assert _join("the Turm-", "kapelle", *BREAKING, *words) == "the Turm-kapelle"


# Addresses and slashes


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("see www.lock.", "example for more"),
        ("see www.", "lock.example/keys"),
        ("see https://lock.example/", "Keys/old"),
        ("www.lock.example/keys_", "old.html"),
        ("www.lock.example/keys?id=", "12"),
        ("www.lock.example/keys", "old.html and"),
        ("www.lock.example/keys", "old/rooms"),
        ("write to warden@", "lock.example"),
        ("warden@lock.", "example"),
        ("WARDEN@LOCK.", "EXAMPLE"),
        ("Write to lamp@mill.region", ".example or come"),
        ("https://www.mill", ".example/lamp"),
    ],
)
def test_a_broken_address_is_joined_without_a_space(left: str, right: str) -> None:
    assert _join(left, right) == left + right


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It is at www.lock.example.", "The key hangs there."),
        ("www.lock.example/", "www.mill.example"),
        ("www.lock.example/", "warden@lock.example"),
        ("www.lock.example/keys?", "http://mill.example"),
        ("www.lock.example/keys", "and the old mill"),
        ("warden@lock.example", "or call"),
        ("warden@lock.example.", "Keys hang there."),
        ("warden@lock.example.", "tel.: 0365 838"),
        ("Meet the warden.", "old.html was"),
        ("Ask lamp@mill.example", ". . . or nobody"),
    ],
)
def test_an_address_that_ends_with_its_line_is_parted_from_the_next(left: str, right: str) -> None:
    assert _join(left, right) == f"{left} {right}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("warden@river-", "lock.example"),
        ("https://lock.example/old-", "keys"),
        ("www.river-", "lock.example"),
    ],
)
@pytest.mark.parametrize("lines", [BREAKING, WHOLE], ids=["breaks words", "breaks none"])
def test_the_hyphen_of_a_broken_address_is_part_of_it(left: str, right: str, lines: tuple[str, ...]) -> None:
    assert _join(left, right, *lines) == left + right


def test_words_parted_by_a_slash_are_joined_as_printed() -> None:
    assert _join("teachers/", "pupils") == "teachers/pupils"
    assert _join("teachers /", "pupils") == "teachers / pupils"


# The way back


def test_a_join_is_an_edit_of_the_line_end() -> None:
    source = "their allot-\nment \n garden"
    lines = [Passage.of(source, 0, 12), Passage.of(source, 13, 17), Passage.of(source, 20, 26)]
    (part,) = trace(joined(lines, _vocabulary(*BREAKING)))
    assert (part.start, part.end) == (0, len(source))
    assert apply_edits(source, part.edits) == "their allotment garden"
    assert [edit.rule for edit in part.edits] == ["drop-hyphen", "drop-hyphen", "join-lines"]


def test_what_stands_between_two_lines_of_a_paragraph_is_no_part_of_it() -> None:
    # a page number between them belongs to the pages
    source = "over the\n17\nbridge"
    text = joined([Passage.of(source, 0, 8), Passage.of(source, 12, 18)], _vocabulary(*WHOLE))
    assert text.text == "over the bridge"
    assert [(part.start, part.end) for part in trace(text)] == [(0, 8), (12, 18)]


LINES = st.lists(st.text("abA-/@. \xad", min_size=1, max_size=8).map(str.strip).filter(bool), min_size=1, max_size=4)


@given(LINES, st.booleans())
def test_joining_loses_only_a_hyphen_and_can_be_undone(lines: list[str], breaks: bool) -> None:
    source = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    passages = [Passage.of(source, start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    text = joined(passages, Vocabulary(Counter(), breaks))
    (part,) = trace(text)
    assert apply_edits(source, part.edits) == text.text
    assert undo_edits(text.text, part.edits) == source
    assert text.text.replace(" ", "").replace("-", "").replace("\xad", "") == "".join(c for c in source if c not in " \n-\xad")


@given(st.text("abA-/@.\xad", min_size=1, max_size=8), st.text("abA-/@.", min_size=1, max_size=8))
def test_nothing_is_cut_but_a_hyphen(left: str, right: str) -> None:
    join = find_join(left, right, Vocabulary(Counter(), breaks_words=True))
    assert join.glue in {"", " "}
    assert join.cut == 0 or (join.cut == 1 and left[-1] in "-\xad")


@pytest.mark.parametrize(
    ("left", "right"), [("eighty-", "seven bells"), ("quatre-", "vingts cloches"), ("rope-", "to-rope work")]
)
def test_numbers_and_chains_of_words_keep_their_hyphen_in_a_document_that_breaks_words(left: str, right: str) -> None:
    assert _join(left, right, *BREAKING) == left + right


def test_words_are_broken_in_columns_that_a_dump_prints_side_by_side() -> None:
    left = ("The wardens spoke to walk-", "ers, and the orch-", "ard was shut, though it had", "been planted for a petition.")
    right = (
        "a bell for the lower town",
        "was cast, of which no rec-",
        "ord was kept, and the sec-",
        "ond one hangs in the mill.",
    )
    rows = "\n".join(f"{a:<40}{b}" for a, b in zip(left, right, strict=True))
    vocabulary = find_vocabulary(cleaned_text(rows))
    assert vocabulary.breaks_words and "ers" not in vocabulary and "ord" not in vocabulary


# One letter at a line's end


ITALIAN = (
    "La scuola del quartiere ha aperto la sua officina la sera, e i vicini vengono a riparare le loro sedie.",
    "Il comune voleva fare un parcheggio dietro il mulino, ma i fornai hanno piantato gli alberi che ci sono.",
)


@pytest.mark.parametrize(
    ("left", "right", "more", "meant"),
    [
        ("che fanno un’o-", "fficinetta", "una officinetta", "che fanno un’officinetta"),
        ("che fanno dell'o-", "fficinetta", "una officinetta", "che fanno dell'officinetta"),
        ("fanno un’a-", "zione", "ancora", "fanno un’azione"),
        ("fanno un’o-", "fficinetta", "ancora", "fanno un’o-fficinetta"),
        ("fanno una o-", "fficinetta", "una officinetta", "fanno una o-fficinetta"),
        ("fanno un’e-", "mail", "una email e una e-mail", "fanno un’e-mail"),
        ("fanno un’e-", "mail", "una email", "fanno un’email"),
        ("fanno 5’o-", "fficinetta", "una officinetta", "fanno 5’o-fficinetta"),
    ],
    ids=["known", "straight", "common", "unknown", "no article", "with a hyphen", "without one", "minutes"],
)
def test_one_letter_behind_an_article_without_its_vowel_begins_a_word(left: str, right: str, more: str, meant: str) -> None:
    assert _join(left, right, *ITALIAN, more) == meant


@pytest.mark.parametrize("host", ["www.lock.e", "https://lock.e", "http://old.lock.e", "WWW.LOCK.E"])
def test_a_host_that_ends_in_one_letter_goes_on(host: str) -> None:
    assert _join(f"see {host}", "xample and more") == f"see {host}xample and more"
    assert _join(f"see {host}", "Xample and more") == f"see {host}Xample and more"


@pytest.mark.parametrize("host", ["www.lock.ex", "lock.e", "www.lock.example/keys.e", "www.lock.1", "www.lock.e,"])
def test_what_ends_otherwise_is_no_host_that_goes_on(host: str) -> None:
    assert _join(f"see {host}", "xample and more") == f"see {host} xample and more"
