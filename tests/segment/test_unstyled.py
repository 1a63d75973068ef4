"""Signs of titles that only dumps have: bullets, names under them, what counts, places over them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, overlaid, page_of, pdf_report, text_report

from profile_extract.segment import segment
from profile_extract.segment.announced import find_before_labels
from profile_extract.segment.candidates import candidates
from profile_extract.segment.preferences import is_of_days, marks_titles_only
from profile_extract.segment.shapes import is_prose
from profile_extract.segment.unstyled import find_unstyled
from profile_extract.structure import Hypothesis, Label, Segmentation

NAMES = (
    "Ada Lund, Bela Nemeth",
    "Carla Okoro, Dirk A.",
    "Ene Tamm, F. Holm",
    "Goran Babic, Hana Kral",
    "Ines Roca, Jan Vos",
)
TOWNS = ("Porto, Portugal", "Ghent, Belgium", "Turin, Italy", "Graz, Austria", "Lyon, France")


def _found(*records: str, head: str = "Neighbours at Work") -> Segmentation:
    return segment(laid_out(text_report("\n\n".join((head, *records)))))


def _titles(found: Segmentation) -> list[str]:
    return [part.title.text.text for part in found.segments]


def test_bullets_that_only_titles_have_tell_them_though_the_texts_tell_others() -> None:
    records = [f"• {title}\n{NAMES[n]}\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    found = _found("\n".join((*records, "Practical Details", PROSE[0], "Where to Park", PROSE[1])))
    assert found.taken is not None
    assert found.taken.rule == "title.bullet"
    assert _titles(found) == list(TITLES)


@pytest.mark.parametrize(("count", "listed", "is_taken"), [(5, 0, True), (4, 0, False), (5, 2, False)])
def test_a_cut_by_bullets_is_taken_where_they_are_not_few_and_of_titles_alone(count: int, listed: int, is_taken: bool) -> None:
    records = [f"• {TITLES[n]}\n\n{PROSE[n]}" for n in range(count)]
    layout = laid_out(text_report("\n\n".join((*records, *(f"• A bucket of {word}" for word in ("paint", "ink")[:listed])))))
    starts = tuple(block.index for block in layout.blocks if block.bullet is not None)[:count]
    best, marked = Hypothesis("title.gap", starts[1:], (), 0.95), Hypothesis("title.bullet", starts, (), 0.93)
    assert marks_titles_only(layout, marked, best) == is_taken


def test_bullets_of_lists_are_none_of_titles() -> None:
    items = "\n\n".join(f"• A bucket of {word}" for word in ("paint", "apples", "ink"))
    found = _found(*(f"{title}\n\n{PROSE[n]}\n\n{items}" for n, title in enumerate(TITLES)))
    assert found.taken is not None
    assert found.taken.rule != "title.bullet"


def _cut(found: Segmentation, rule: str) -> list[str]:
    cuts = (h.starts for h in found.hypotheses if h.rule == rule)
    return [found.layout.blocks[start].text.text for start in next(cuts, ())]


def test_titles_stand_over_names_and_what_is_said_by_somebody_is_none() -> None:
    records = [f"{title}\n\n{NAMES[n]}\n\nSchool of Weaving\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    assert _cut(_found(*records), "title.over-names") == list(TITLES)
    quoted = [record.replace(title, f"“{title}”") for record, title in zip(records, TITLES, strict=True)]
    assert _cut(_found(*quoted), "title.over-names") == []


def test_a_title_with_its_names_in_one_block_stands_over_the_text() -> None:
    records = [f"{title}\n\n{NAMES[n]}\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    more = f"A Bell for the Ferry, by all who wait for it\n\n{PROSE[0]}"
    assert len(_cut(_found(*records, more), "title.over-names")) == len(TITLES) + 1


def test_the_same_names_under_each_line_are_no_authors() -> None:
    records = [f"{title}\n\n{NAMES[0]}\n\nSchool of Weaving\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    assert _cut(_found(*records), "title.over-names") == []


def test_what_a_record_is_and_its_number_are_over_its_title() -> None:
    records = [f"POSTER {n}\n\n{title}\n\n{PROSE[n - 1]}" for n, title in enumerate(TITLES, 1)]
    found = _found(*records)
    assert _cut(found, "title.numbered") == [f"POSTER {n}" for n in range(1, 6)]
    assert _titles(found) == list(TITLES)


def test_a_person_right_behind_an_address_is_no_title() -> None:
    records = [
        f"{title}\n{text}\n\nlamp{n}@mill.example\n{names.split(', ')[0]}, director"
        for n, (title, text, names) in enumerate(zip(TITLES, PROSE, NAMES, strict=True))
    ]
    assert _cut(_found(*records), "title.over-text")[1:] == list(TITLES[1:])


@pytest.mark.parametrize("opening", ["Opening hours Monday, 9", "Telephone 0365 838210"])
def test_hours_that_come_back_and_numbers_of_addresses_do_not_count(opening: str) -> None:
    records = [f"{title}\n\n{PROSE[n]}\n\n{opening} – {n}" for n, title in enumerate(TITLES)]
    same = [record[: -len(f" – {n}")] + " – 17" for n, record in enumerate(records)]
    starts = {start for h in _found(*same).hypotheses if h.rule == "title.numbered" for start in h.starts}
    assert starts == set()


def test_a_town_and_its_country_over_a_title_are_its_place() -> None:
    report = text_report("\f".join(f"{TOWNS[n]}\n\n{title}\n\n{PROSE[n]}" for n, title in enumerate(TITLES)))
    profiles = extraction_of(report).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)
    assert [profile.city.name.text for profile in profiles if profile.city] == [town.split(",")[0] for town in TOWNS]


def test_organisations_and_their_towns_are_no_places() -> None:
    entries = [f"Mill Foundation, {town}\n\n{PROSE[n]}" for n, town in enumerate(TOWNS)]
    assert _cut(_found(*entries), "title.place") == []
    unknown = [entry.replace("Mill Foundation, Porto", "Nowhere") for entry in entries[:1]]
    places = [f"{town}\n\n{PROSE[n]}" for n, town in enumerate(TOWNS)]
    assert _cut(_found(*unknown, *places), "title.place")[0] == "Nowhere, Portugal"


@pytest.mark.parametrize(("heading", "is_heading"), [("Session 3: Water and Steps", True), ("Water and Steps", False)])
def test_a_group_that_counts_behind_a_text_is_of_what_follows(heading: str, *, is_heading: bool) -> None:
    records = [f"{title}\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    records[2] += f"\n{heading}"
    lasts = [part.blocks[-1].text.text for part in _found(*records).segments]
    assert (heading not in lasts) is is_heading


def test_a_line_that_says_something_between_a_title_and_the_first_label_is_a_tagline() -> None:
    line = "What {} neighbours make of a street in one summer"
    pages = [
        f"{title}\n\n{line.format(word)}\n\nResults\n\n{text}"
        for title, word, text in zip(TITLES, ("two", "three", "four", "five", "six"), PROSE, strict=True)
    ]
    tagline = extraction_of(text_report("\f".join(pages))).profiles[0].tagline
    assert tagline is not None
    assert tagline.text == line.format("two")
    named = [page.replace(line.format(word), "Mill House") for page, word in zip(pages, ("two", "three"), strict=False)]
    assert extraction_of(text_report("\f".join((*named, *pages[2:])))).profiles[0].tagline is None


WHERE = "12 Quay Street\n40121 Bologna\nTel. +39 051 902 1{n}95\nhouse{n}@town.example"


def test_titles_stand_over_addresses_with_what_is_usual_between_and_headings_end_what_is_before() -> None:
    records = [f"{title}\n\nHouse {title.split()[0]}\n\n{WHERE.format(n=n)}\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    records[2] = f"All in the North\n\n{records[2]}"
    found = _found(*records)
    assert _cut(found, "title.over-address") == list(TITLES)


def test_few_addresses_tell_no_titles() -> None:
    records = [f"{title}\n\n{WHERE.format(n=n)}\n\n{PROSE[n]}" for n, title in enumerate(TITLES[:2])]
    assert _cut(_found(*records), "title.over-address") == []


def test_a_name_and_an_address_in_one_block_are_no_title() -> None:
    mails = [f"House of {town}\nhouse{n}@town.example" for n, town in enumerate(TOWNS)]
    records = [f"{title}\n\n{PROSE[n]}\n\n{mails[n]}\n\n{PROSE[n - 1]}" for n, title in enumerate(TITLES)]
    starts = {
        found.layout.blocks[start].text.text for found in (_found(*records),) for h in found.hypotheses for start in h.starts
    }
    assert starts and not any(text.startswith("House") for text in starts)


def test_what_begins_with_the_mark_of_an_affiliation_is_no_title() -> None:
    rows = enumerate(zip(TITLES, TOWNS, strict=True))
    records = [f"{title}\n\n{PROSE[n]}\n\n1Academy of {town}\n\n{PROSE[n - 1]}" for n, (title, town) in rows]
    found = _found(*records)
    starts = {found.layout.blocks[start].text.text for h in found.hypotheses for start in h.starts}
    assert starts and not any(text.startswith("1") for text in starts)


def test_headings_over_titles_before_labels_end_what_is_before() -> None:
    records = [f"{title}\n{PROSE[n]}\nMade of: {title.split()[-1]}\nLasts: {n} days" for n, title in enumerate(TITLES)]
    records[2] = f"All in the North\n{records[2]}"
    found = segment(laid_out(text_report("\n".join(records))))
    cut = next(h for h in found.hypotheses if h.rule == "title.before-labels")
    assert [found.layout.blocks[i].text.text for i in cut.starts] == list(TITLES)
    assert [found.layout.blocks[i].text.text for i in cut.breaks] == ["All in the North"]


DAYS = ("Mon 14:00", "Mon 14:30", "Mon 15:10", "Tue 9:00", "Tue 9:40")


@pytest.mark.parametrize(("chair", "count"), [("Chair: Ada Lund", 5), ("Chair:", 4)])
def test_days_and_times_part_talks_the_first_under_the_name_of_a_chair_too(chair: str, count: int) -> None:
    records = [f"{DAYS[n]}\n\n{title}\n{NAMES[n]}\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    layout = laid_out(text_report("\n\n".join(["Talks", chair, *records, "Tue 10:20", TITLES[0], PROSE[0]])))
    value = 7 if count == len(DAYS) else len(chair)
    labels = {b.index: Label(b.index, 0, 5, value, "chair", "section") for b in layout.blocks if b.text.text == chair}
    cuts = [[b.text.text for b in blocks] for rule, blocks in find_unstyled(layout, labels, []) if rule == "title.numbered"]
    assert [*DAYS[5 - count :], "Tue 10:20"] in cuts


@pytest.mark.parametrize(
    ("rule", "others", "is_taken"),
    [("title.over-text", 5, True), ("title.before-labels", 4, True), ("title.before-labels", 5, False)],
)
def test_a_cut_by_days_is_taken_before_a_less_sure_one_or_one_of_fewer_profiles(
    rule: str, others: int, is_taken: bool
) -> None:
    layout = laid_out(text_report("\n\n".join(f"{day}\n\n{text}" for day, text in zip(DAYS, PROSE, strict=True))))
    days = Hypothesis("title.numbered", tuple(range(0, 10, 2)), (), 0.8)
    assert is_of_days(layout, days, Hypothesis(rule, tuple(range(1, 1 + 2 * others, 2)), (), 0.9)) is is_taken


@pytest.mark.parametrize(
    ("form", "is_taken"), [("{}:15 – {}:45 CET", True), ("{}:15 – {}:45 Hall 2", True), ("{}:15", False), ("Hall {}", False)]
)
def test_times_from_when_to_when_begin_talks_as_days_do(form: str, *, is_taken: bool) -> None:
    times = [form.format(n, n) for n in range(9, 14)]
    layout = laid_out(text_report("\n\n".join(f"{time}\n\n{text}" for time, text in zip(times, PROSE, strict=True))))
    talks, texts = (Hypothesis("title.numbered", tuple(range(first, 10, 2)), (), 0.8) for first in (0, 1))
    texts = texts._replace(rule="title.over-text")
    assert is_of_days(layout, talks, texts) is is_taken
    assert not is_of_days(layout, talks, talks._replace(rule="title.over-text"))


HEADS = (*TITLES, "A Bell for the Ferry", "Lamps Along the Weir", "The Borrowed Oar", "Salt in the Cellar", "Who Mends a Roof")
WRITERS = ("Anna Lund", "Carla Okoro", "Emil Tamm", "Maria Holm", "David Vos", "Anna Kral", "Emil Roca")
NEAR, FAR = "\n\n", "\n\n\n"


def _signed(
    titles: Sequence[str], writers: Sequence[str], *, over: str = NEAR, under: str = NEAR, head: str = "Neighbours at Work"
) -> list[str]:
    """Where the texts of a dump begin, over which titles stand; names behind them, with lines between above and below."""
    texts = [f"{title}\n\n{PROSE[n % 5]}" for n, title in enumerate(titles)]
    signed = [f"{text}{over}{writer}" for text, writer in zip(texts, writers, strict=False)]
    return _over_text(under.join((head, *signed, *texts[len(signed) :])))


def _over_text(text: str) -> list[str]:
    layout = laid_out(text_report(text))
    titles = [block for block in layout.blocks if not is_prose(block, None)]
    cuts = (
        [block.text.text for block in blocks]
        for rule, blocks in find_unstyled(layout, {}, titles)
        if rule == "title.over-text"
    )
    return [text for text in next(cuts) if text not in {layout.blocks[0].text.text, layout.blocks[1].text.text}]


@pytest.mark.parametrize(
    ("writers", "over", "under", "are_of_texts"),
    [
        (WRITERS[:6], NEAR, NEAR, True),  # the last one, too, which nothing follows
        (WRITERS[:5], NEAR, NEAR, False),
        ((*WRITERS[:5], "Where to Park"), NEAR, NEAR, False),
        (WRITERS[:5], NEAR, FAR, True),  # each nearer to the text above it
        (WRITERS[:6], FAR, NEAR, False),  # to the title below it
        (tuple(f"On the {word} day" for word in ("first", "next", "third", "other", "last")), NEAR, FAR, False),  # no names
    ],
)
def test_names_between_texts_and_titles_are_of_the_texts_that_they_are_nearer_to(
    writers: Sequence[str], over: str, under: str, *, are_of_texts: bool
) -> None:
    begun = _signed(HEADS[:6], writers, over=over, under=under)
    assert begun == list(HEADS[1:6] if are_of_texts else writers[:5])


def test_few_such_names_are_of_no_texts() -> None:
    assert _signed(HEADS[:6], WRITERS[:6]) == list(HEADS[1:6])
    assert _signed(HEADS[:5], WRITERS[:5]) == list(WRITERS[:4])
    assert _signed(HEADS[:5], WRITERS[:5], under=FAR, head=WRITERS[5]) == list(WRITERS[:4])


@pytest.mark.parametrize(("count", "are_left_out"), [(8, True), (10, False)])
def test_where_many_texts_have_no_name_over_the_next_title_these_are_of_none(count: int, *, are_left_out: bool) -> None:
    begun = _signed(HEADS[:count], WRITERS[:5], over=NEAR, under=FAR)
    assert any(writer in begun for writer in WRITERS) is not are_left_out


def test_titles_that_are_names_are_none_of_those_who_wrote() -> None:
    assert _signed(WRITERS[:6], HEADS[4:]) == list(HEADS[4:9])
    assert _signed(WRITERS[:6], WRITERS[::-1]) == list(WRITERS[:1:-1])


def test_a_name_alone_between_two_texts_is_the_title_of_the_second() -> None:
    records = [f"{title}\n\n{PROSE[n % 5]}\n\n{WRITERS[n]}" for n, title in enumerate(HEADS[:6])]
    records[2] += f"\n\n{PROSE[2]}\n\n{WRITERS[6]}"
    begun = _over_text("\n\n".join(("Neighbours at Work", *records)))
    assert begun == [*HEADS[1:3], WRITERS[2], *HEADS[3:6]]


WORDS = ("Chair", "Apple", "Step", "Letter", "Oven")


@pytest.mark.parametrize(
    ("under", "is_title"),
    [
        (WRITERS[:5], False),
        ([f"1 School of the {word}" for word in WORDS], False),
        ([f"By the {word}" for word in WORDS], True),
    ],
    ids=["names", "affiliations", "words"],
)
def test_a_title_of_a_dump_is_over_names_though_more_space_parts_these_from_it(
    under: Sequence[str], *, is_title: bool
) -> None:
    rows = zip(TITLES, under, PROSE, strict=True)
    records = [f"{title}\n\n\n{line}\n\nAim\n\n{text}\n\nMeans\n\n{text[::-1]}" for title, line, text in rows]
    assert _cut(_found(PROSE[0], *records), "title.before-labels") == list(under if is_title else TITLES)


def test_of_several_names_in_a_dump_none_is_the_title_over_them() -> None:
    rows = zip(NAMES, WRITERS, PROSE, strict=False)
    records = [f"{names}\n\n\n{name}\n\nAim\n\n{text}\n\nMeans\n\n{text[::-1]}" for names, name, text in rows]
    assert _cut(_found(PROSE[0], *records), "title.before-labels") == list(WRITERS[:5])


def test_space_parts_names_from_what_is_over_them_in_print() -> None:
    pages = [
        overlaid(
            page_of([(50, 60.0, PROSE[n][:60]), (50, 72.0, PROSE[n][60:])]),
            page_of([(50, 100.0, title), (50, 150.0, WRITERS[n]), (50, 170.0, "Aim")], "Helvetica-Bold"),
            page_of([(50, 190.0, PROSE[n][:60]), (50, 202.0, PROSE[n][60:])]),
            page_of([(50, 230.0, "Means")], "Helvetica-Bold"),
            page_of([(50, 250.0, PROSE[n - 1][:60]), (50, 262.0, PROSE[n - 1][60:])]),
        )
        for n, title in enumerate(TITLES)
    ]
    assert _cut(segment(laid_out(pdf_report(*pages))), "title.before-labels") == list(WRITERS[:5])


@pytest.mark.parametrize(("number", "are_a_cut"), [("4.", True), ("P", False)])
def test_the_parts_of_a_chapter_from_its_first_on_are_a_cut_of_a_dump(number: str, *, are_a_cut: bool) -> None:
    """Other codes there are found by what stands under them."""
    parts = [f"{number}{n} {title}\n\n{PROSE[n % 5]}" for n, title in enumerate(HEADS[:9], 1)]
    found = _found(f"{number.replace('4', '3')}2 How to Use It", PROSE[1], *parts)
    cuts = [h.starts for h in found.hypotheses if h.rule == "title.numbered"]
    assert any(found.layout.blocks[starts[0]].text.text == f"{number}1 {TITLES[0]}" for starts in cuts) is are_a_cut


def test_the_numbered_parts_of_a_chapter_are_profiles_whatever_headings_stand_between() -> None:
    inside = [f"\n\n{HEADS[n + 5]}\n\n{PROSE[n - 1]}" if n < 3 else "" for n in range(5)]
    parts = [f"4.{n + 1} {title}\n\n{PROSE[n]}{inside[n]}" for n, title in enumerate(TITLES)]
    found = _found(PROSE[0], *parts, "Where to Park", PROSE[1])
    assert found.taken is not None
    assert (found.taken.rule, len(found.segments)) == ("title.numbered", 5)


@pytest.mark.parametrize(
    ("names", "belongs", "is_over"),
    [
        ("Ada Berg1, Tom Lund2", "1 Institute of Ropes in {}", True),
        ("Ada Berg1, Tom Lund2\n\f", "1 Institute of Ropes in {}", True),
        ("Ada Berg, Tom Lund", "Institute of Ropes in {}", False),
    ],
    ids=["with marks", "over two pages", "without"],
)
def test_a_title_stands_over_names_with_the_marks_of_notes_and_what_these_belong_to(
    names: str, belongs: str, *, is_over: bool
) -> None:
    records = ["\n\n".join((title, names, belongs.format(title), PROSE[n], "Means: a rope")) for n, title in enumerate(TITLES)]
    layout = laid_out(text_report("\n\n".join((PROSE[0], *records))))
    labels = {b.index: label for b in layout.blocks if (label := next(candidates(b, {}, None), None)) and ":" in b.text.text}
    titles = [block for block in layout.blocks if block.text.text.endswith(TITLES)]
    found = [block.text.text for block in find_before_labels(layout, labels, titles)]
    assert found == [title if is_over else belongs.format(title) for title in TITLES]
