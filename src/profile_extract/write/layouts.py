"""Layout files written: what was learnt of a report's layout, to be read, changed and used again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from profile_extract import __version__
from profile_extract.drafts import Extraction
from profile_extract.fields.guidance import EDGES, looks_of_titles, running_keys
from profile_extract.fields.norms import Norms
from profile_extract.layout.files import RULES
from profile_extract.lexicon import label_key
from profile_extract.segment.candidates import FEWEST_OCCURRENCES
from profile_extract.segment.labels import find_labels
from profile_extract.segment.titles import contents_of
from profile_extract.structure import Guide, Segmentation, TitleLook


def learnt_layout(extraction: Extraction) -> Guide:
    """What a report has shown of its layout: labels in their order, the look of titles or else their sign, running lines.

    A heading of groups that has text of its own in some profiles is left out, as no field says that; so are headings that come
    too seldom to be known by coming back, and those that are known only inside the profiles: the report shows them by how they
    are set, and a label that is said to be one is looked for before there are profiles.
    """
    segmentation = extraction.segmentation
    fields = Norms.of(segmentation).fields
    taken = segmentation.taken
    with_text = {label_key(s.label.text) for p in extraction.profiles for s in p.sections if s.label and s.paragraphs}
    given = {label_key(label) for label in segmentation.guide.labels}
    layout = segmentation.layout
    shown = {label.key for label in find_labels(layout, segmentation.guide.labels, contents_of(layout)).values()}
    returns = Counter(label.key for label in segmentation.labels.values())
    known = {label.key for label in segmentation.labels.values() if label.field != "section"}

    def is_learnt(label: str) -> bool:
        key = label_key(label)
        if key not in known | given and returns[key] < FEWEST_OCCURRENCES:
            return False
        return key in shown and key in fields and (fields[key] != "group" or key not in with_text)

    looks = Counter(looks_of_titles(segmentation))
    return Guide(
        name=segmentation.guide.name,
        labels={label: fields[label_key(label)] for label in _labels_in_order(segmentation) if is_learnt(label)},
        names=segmentation.guide.names,
        title_rule=segmentation.guide.title_rule or (taken.rule if taken and taken.rule in RULES and not looks else None),
        title_looks=tuple(look for look, _ in looks.most_common()),
        examples=segmentation.guide.examples,
        running={edge: running_keys(segmentation, edge) for edge in EDGES},
        columns=_columns(segmentation),
    )


def _labels_in_order(segmentation: Segmentation) -> list[str]:
    """The labels as first printed, by their mean place in the profiles they stand in."""
    places: dict[str, list[int]] = {}
    printed: dict[str, str] = {}
    for segment in segmentation.segments:
        found = [segmentation.labels[block.index] for block in segment.blocks if block.index in segmentation.labels]
        for place, label in enumerate(found):
            places.setdefault(label.key, []).append(place)
            text = segmentation.layout.blocks[label.block].text.text[label.start : label.end].strip()
            printed.setdefault(label.key, text)
    return [printed[key] for key in sorted(places, key=lambda key: (sum(places[key]) / len(places[key]), key))]


def _columns(segmentation: Segmentation) -> int | None:
    """How many columns of text most pages have; None where there are no pages of text."""
    columns: dict[int, set[int]] = {}
    for block in segmentation.layout.blocks:
        columns.setdefault(block.page, set()).add(round(block.lines[0].bbox.x0 - block.indent_pt))
    counts = Counter(min(len(edges), 2) for edges in columns.values())
    return 2 if counts and counts.most_common(1)[0][0] > 1 else None


def layout_toml(guide: Guide, report: str) -> str:
    """A layout file as text: the same guide gives the same text."""
    lines = [
        f"# Layout of {report}, learnt by profile-extract {__version__}. Change what is wrong and give it with --layout.",
        f"name = {_quoted(guide.name)}",
        "",
        "# Labels in their usual order, and what the text under them is: section, contact, related, quote,",
        "# group (a heading over other labels) or column (the head of a table's column).",
        '# { field = "section", name = "Needs" } gives a label another name.',
        "[labels]",
        *(f"{_quoted(label)} = {_label_value(guide, label)}" for label in guide.labels),
        "",
        "# What profiles begin with: how titles are set, titles that show it, or the one kind of sign to go by, such as",
        '# rule = "title.page-start".',
        "[titles]",
        *([f"rule = {_quoted(guide.title_rule)}"] if guide.title_rule else []),
        f"examples = [{', '.join(map(_quoted, guide.examples))}]",
        *_list("looks", map(_look, guide.title_looks)),
        "",
        "# Running lines; # stands for any number.",
        "[furniture]",
        *(line for edge in EDGES for line in _list(edge, map(_quoted, sorted(guide.running.get(edge, ()))))),
        "",
        "# 1 where lines are to be read across the page; else columns are looked for.",
        "[pages]",
        *([f"columns = {guide.columns}"] if guide.columns else []),
    ]
    return "\n".join(lines) + "\n"


def _label_value(guide: Guide, label: str) -> str:
    field, name = _quoted(guide.labels[label]), guide.names.get(label_key(label))
    return field if name is None else f"{{ field = {field}, name = {_quoted(name)} }}"


def _look(look: TitleLook) -> str:
    bullet = ", bullet = true" if look.bullet else ""
    return f"{{ font = {_quoted(look.font)}, size_pt = {look.size_pt}{bullet} }}"


def _list(key: str, values: Iterable[str]) -> list[str]:
    rows = [f"  {value}," for value in values]
    return [f"{key} = [", *rows, "]"] if rows else [f"{key} = []"]


def _quoted(text: str) -> str:
    """A TOML basic string, which escapes as JSON does, but for one control character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
