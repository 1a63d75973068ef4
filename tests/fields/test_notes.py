"""What stands under a title and says whose the profile is."""

from __future__ import annotations

from builders import extraction_of, text_report

TITLES = ("Chairs After Dark", "Apples Behind the Mill", "The Counted Steps", "Letters for Everybody", "Bread on Thursdays")
NAMES = (
    "Ada Okoro, Bela Nemeth",
    "Carla Souza, Dirk Brandt",
    "Eva Lindner, Femi Ade",
    "Gerd Holm, Hana Sato",
    "Ida Berg, Jon Roca",
)
HOMES = ("University of Turku", "Museum of Porto", "City of Leeds", "Academy of Zwolle", "Institute of Gera")
PROSE = (
    "In the second winter the school opened its workshop in the evening, and the neighbours came to mend their chairs.",
    "The council had planned a car park behind the mill, until a petition of bakers turned the plot into an orchard.",
    "Nobody had counted the steps between the station and the river before the walkers painted them on the pavement.",
    "A shop that had been empty for nine years became a place where letters are written for those who cannot write.",
    "On the day before market day the ovens of the old barracks are lit, and whoever brings dough may bake it there.",
)


def _notes(under: tuple[list[str], ...]) -> list[list[str]]:
    """The notes of profiles with names under their titles, and such lines under these."""
    rows = zip(TITLES, NAMES, under, PROSE, strict=True)
    pages = ("\n\n".join([title, names, *lines, text]) for title, names, lines, text in rows)
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)
    return [[note.text for note in profile.notes] for profile in profiles]


def test_names_under_a_title_and_what_they_belong_to_are_notes() -> None:
    lines = tuple([home, f"write to us at steps@{home.split()[-1].lower()}.example"] for home in HOMES)
    assert _notes(lines) == [[names, *under] for names, under in zip(NAMES, lines, strict=True)]


def test_the_first_other_line_ends_them() -> None:
    lines = tuple([f"it began with {n} buckets of paint", home] for n, home in enumerate(HOMES, 2))
    assert _notes(lines) == [[names] for names in NAMES]
