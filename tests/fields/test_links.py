"""Link annotations, and what a dump prints of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from builders import PAGE, Page, extraction_of, overlaid, page_of, pdf_report, spaced, text_report, typeset
from reportlab.pdfgen.canvas import Canvas

from profile_extract.drafts import Extraction
from profile_extract.fields.links import bare_address, decoded, link_kind, plain_uri, same_address
from profile_extract.passage import Passage

TOWNS = ("Gera", "Zwolle", "Leeds", "Porto")
WHY = (
    "The choir of the old depot sings on the first day of every month, whoever comes, and nobody is sent away.",
    "A library lends ladders and drills to everybody who has a card, and on Thursdays shows them how to use them.",
    "Where the buses used to turn, neighbours have planted quinces, and what they harvest is cooked in the street.",
    "Nobody knew who had put up the first bench; the next forty were made by a class of the trade school in winter.",
)


def _dump(links: Callable[[str], Sequence[str]], *contact: str) -> Extraction:
    """Four profiles of a spaced dump, each with a contact block and the links printed at the end of its page."""
    pages = []
    for town, text in zip(TOWNS, WHY, strict=True):
        mail = town.lower()
        wrapped = [f"{text[k : k + 25].strip()} " for k in range(0, 75, 25)]
        block = [line.format(mail=mail) for line in contact or ("post@{mail}.example",)]
        lines = spaced(f"What {town} Has Made of It", *wrapped, text[75:].strip(), "Contact", f"Association of {town}", *block)
        pages.append(f" {lines}" + "".join(f"{link}\n" for link in links(mail)))
    return extraction_of(text_report("".join(pages)))


def _links(extraction: Extraction) -> list[list[tuple[str, str]]]:
    return [[(link.uri.text, link.kind) for link in profile.links] for profile in extraction.profiles]


def _websites(extraction: Extraction) -> list[list[str]]:
    return [[value.text for contact in profile.contacts for value in contact.websites] for profile in extraction.profiles]


def _problems(extraction: Extraction, *codes: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in extraction.problems if problem.code in codes]


MISMATCH = ("email-link-mismatch", "website-link-mismatch")


# Single addresses


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("mailto:post@gera.example", "email"),
        ("post@gera.example", "email"),
        ("tel:+49365838", "phone"),
        ("https://gera.example", "web"),
        ("HTTP://GERA.example", "web"),
        ("www.gera.example/x", "web"),
        ("stadt-gera.de/x", "web"),
        ("ftp://files.example/x", "other"),
        ("file:///C:/x.pdf", "other"),
        ("rest_of_it.html", "fragment"),
        ("/gruen/", "fragment"),
        ("shelf", "fragment"),
    ],
)
def test_the_kind_of_a_link_follows_from_its_address(uri: str, kind: str) -> None:
    assert link_kind(uri) == kind


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("mailto:post%40gera.example", "mailto:post@gera.example"),
        ("mailto:post@gera.example?subject=", "mailto:post@gera.example"),
        ("mailto:post@gera.example?subject=&body=", "mailto:post@gera.example"),
        ("mailto:post@gera.example?subject=Keys", "mailto:post@gera.example?subject=Keys"),
        ("www.gera.example/gr%C3%BCn", "www.gera.example/grün"),
        ("www.gera.example/50%", "www.gera.example/50%"),
    ],
)
def test_percent_encoding_and_empty_queries_are_undone(printed: str, plain: str) -> None:
    assert decoded(printed) == plain
    passage = plain_uri(Passage.of(printed, 0, len(printed)))
    assert passage.text == plain
    assert (passage.start, passage.end) == (0, len(printed))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.gera.example/", "gera.example"),
        ("mailto:Post@Gera.example?subject=Keys", "post@gera.example"),
        ("http://gera.example/a", "https://gera.example/a/"),
    ],
)
def test_addresses_are_compared_without_scheme_case_and_final_slash(one: str, other: str) -> None:
    assert same_address(one, other)
    assert bare_address(one) == bare_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("gera.example/a", "gera.example/b"), ("a@gera.example", "b@gera.example"), ("gera.example", "gera.test")],
)
def test_other_addresses_differ(one: str, other: str) -> None:
    assert not same_address(one, other)


# Dumps


def test_links_printed_at_the_end_of_a_page_are_of_the_profile_on_it() -> None:
    extraction = _dump(lambda mail: [f"mailto:post%40{mail}.example?subject=", f"www.{mail}.example/a"])
    assert _links(extraction) == [
        [(f"mailto:post@{mail}.example", "email"), (f"www.{mail}.example/a", "web")] for mail in map(str.lower, TOWNS)
    ]


def test_a_link_that_most_pages_have_is_of_no_profile() -> None:
    extraction = _dump(lambda mail: [f"mailto:post@{mail}.example", "www.all-benches.example"])
    assert _links(extraction) == [[(f"mailto:post@{mail}.example", "email")] for mail in map(str.lower, TOWNS)]


def test_a_link_printed_twice_is_one() -> None:
    extraction = _dump(lambda mail: [f"mailto:post@{mail}.example", f"mailto:post@{mail}.example"])
    assert [len(links) for links in _links(extraction)] == [1, 1, 1, 1]


def test_pieces_of_broken_links_are_kept_with_a_warning_each() -> None:
    extraction = _dump(
        lambda mail: [f"mailto:post@{mail}.example", *(["zwolle/hub.html", "rest_of_it"] if mail == "zwolle" else [])]
    )
    assert _links(extraction)[1][1:] == [("zwolle/hub.html", "fragment"), ("rest_of_it", "fragment")]
    assert _problems(extraction, "broken-link") == [
        ("broken-link", "/profiles/1/links/1"),
        ("broken-link", "/profiles/1/links/2"),
    ]


def test_a_printed_link_that_fits_no_visible_address_is_a_mismatch() -> None:
    extraction = _dump(lambda mail: [f"mailto:{'old' if mail == 'leeds' else 'post'}@{mail}.example", f"www.{mail}.example/x"])
    assert _problems(extraction, *MISMATCH) == [("email-link-mismatch", "/profiles/2/contacts/0/emails/0")]
    assert extraction.profiles[2].contacts[0].emails[0].text == "post@leeds.example"


def test_a_printed_link_to_another_site_is_a_mismatch() -> None:
    extraction = _dump(
        lambda mail: [f"http://www.{'old' if mail == 'leeds' else mail}.example/", f"mailto:post@{mail}.example"],
        "post@{mail}.example",
        "www.{mail}.example",
    )
    assert _problems(extraction, *MISMATCH) == [("website-link-mismatch", "/profiles/2/contacts/0/websites/0")]


def test_a_visible_address_without_any_link_is_no_mismatch() -> None:
    extraction = _dump(lambda mail: [f"www.{mail}.example/a", f"www.{mail}.example/b"])
    assert _problems(extraction, *MISMATCH) == []


def test_links_of_other_visible_addresses_are_no_mismatch() -> None:
    extraction = _dump(
        lambda mail: [f"mailto:post@{mail}.example", f"www.{mail}.example/a"], "post@{mail}.example", "and@{mail}.example"
    )
    assert _problems(extraction, *MISMATCH) == []


# Schemes of websites


def test_a_website_without_a_scheme_has_that_of_its_link() -> None:
    extraction = _dump(
        lambda mail: [f"http://{mail}.example/", f"mailto:post@{mail}.example"], "post@{mail}.example", "www.{mail}.example"
    )
    assert _websites(extraction) == [[f"http://www.{mail}.example"] for mail in map(str.lower, TOWNS)]


def test_a_website_without_a_scheme_or_a_link_is_https() -> None:
    extraction = _dump(lambda mail: [f"mailto:post@{mail}.example", "tel:1"], "post@{mail}.example", "www.{mail}.example/a")
    assert _websites(extraction) == [[f"https://www.{mail}.example/a"] for mail in map(str.lower, TOWNS)]


def test_a_printed_scheme_stays() -> None:
    extraction = _dump(lambda mail: [f"https://{mail}.example", "tel:1"], "post@{mail}.example", "http://{mail}.example")
    assert _websites(extraction) == [[f"http://{mail}.example"] for mail in map(str.lower, TOWNS)]


def test_a_scheme_that_was_added_is_no_part_of_what_was_read() -> None:
    extraction = _dump(lambda mail: [f"mailto:post@{mail}.example", "tel:1"], "post@{mail}.example", "www.{mail}.example/a")
    source = extraction.profiles[0].contacts[0].websites[0].sources[0]
    assert source.source[source.start : source.end] == "www.gera.example/a"


# Annotations of a PDF

EMAIL_TOP, SITE_TOP = 300.0, 340.0


def _page(number: int, links: Sequence[tuple[float, str]]) -> Page:
    """A profile whose e-mail address and website stand at known heights; links cover what stands at theirs."""
    town = TOWNS[number]

    def annotations(canvas: Canvas) -> None:
        for top, uri in links:
            canvas.linkURL(uri, (50, PAGE[1] - top - 3, 200, PAGE[1] - top + 9))

    body = typeset(
        ("title", f"What {town} Has Made of It"),
        ("text", WHY[number]),
        ("label", "Contact"),
        ("text", f"Association of {town}"),
    )
    lines = [(50.0, EMAIL_TOP, f"post@{town.lower()}.example"), (50.0, SITE_TOP, f"www.{town.lower()}.example")]
    return overlaid(body, page_of(lines), annotations)


def _pdf(links: Callable[[str], Sequence[tuple[float, str]]]) -> Extraction:
    return extraction_of(pdf_report(*(_page(n, links(town.lower())) for n, town in enumerate(TOWNS))))


def test_annotations_are_of_the_profile_they_cover_and_point_to_the_words_under_them() -> None:
    extraction = _pdf(lambda mail: [(EMAIL_TOP, f"mailto:post%40{mail}.example"), (SITE_TOP, f"http://{mail}.example/")])
    assert _links(extraction) == [
        [(f"mailto:post@{mail}.example", "email"), (f"http://{mail}.example/", "web")] for mail in map(str.lower, TOWNS)
    ]
    link = extraction.profiles[2].links[0].uri
    assert (link.rule, link.sources[0].text) == ("derived.link-annotation", "post@leeds.example")


def test_an_annotation_over_an_address_that_leads_elsewhere_is_a_mismatch() -> None:
    extraction = _pdf(
        lambda mail: [
            (EMAIL_TOP, f"mailto:{'old' if mail == 'leeds' else 'post'}@{mail}.example"),
            (SITE_TOP, f"https://{'old' if mail == 'porto' else mail}.example"),
        ]
    )
    assert sorted(_problems(extraction, *MISMATCH)) == [
        ("email-link-mismatch", "/profiles/2/contacts/0/emails/0"),
        ("website-link-mismatch", "/profiles/3/contacts/0/websites/0"),
    ]
    assert extraction.profiles[2].contacts[0].emails[0].text == "post@leeds.example"


def test_an_annotation_over_other_words_is_no_mismatch() -> None:
    extraction = _pdf(lambda mail: [(SITE_TOP, f"https://{mail}.example"), (100.0, f"mailto:other@{mail}.example")])
    assert _problems(extraction, *MISMATCH) == []


def test_a_website_in_a_pdf_has_the_scheme_of_its_annotation() -> None:
    extraction = _pdf(lambda mail: [(SITE_TOP, f"http://www.{mail}.example/")])
    assert _websites(extraction) == [[f"http://www.{mail}.example"] for mail in map(str.lower, TOWNS)]


def test_an_annotation_over_front_matter_is_of_no_profile() -> None:
    def front(canvas: Canvas) -> None:
        typeset(("chapter", "Nine Small Things"), ("text", "Made by the people who live there and a printer."))(canvas)
        canvas.linkURL("https://all-benches.example", (50, PAGE[1] - 200, 350, PAGE[1] - 50))

    pages = [_page(n, [(EMAIL_TOP, f"mailto:post@{town.lower()}.example")]) for n, town in enumerate(TOWNS)]
    extraction = extraction_of(pdf_report(front, *pages))
    assert [len(links) for links in _links(extraction)] == [1, 1, 1, 1]
