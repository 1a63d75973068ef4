"""Files of the kinds that break readers, made small from seeds: what unpacks to gigabytes, goes in circles, or lies."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pikepdf
from builders import one_page_pdf, page_of, pdf, pdf_stream, raw_pdf

TEXT = b"BT /F 10 Tf 50 400 Td (A lamp for the harbour) Tj ET"
GOOD = page_of([(50, 60 + 14 * n, f"Line {n} of a page that is whole") for n in range(20)])
BOMB_BYTES = 300_000_000
SEEDS = 6


class Hostile(NamedTuple):
    """A file: its kind and number, and its bytes."""

    name: str
    data: bytes


def packed(content: bytes, filters: bytes, *, more: bytes = b"") -> bytes:
    """A stream object whose bytes are packed already."""
    return b"<< /Length %d /Filter %s %s >>\nstream\n%s\nendstream" % (len(content), filters, more, content)


def flate(unit: bytes, size: int = BOMB_BYTES) -> bytes:
    """A unit repeated up to a size and deflated (RFC 1950), without ever packing more than one block of it."""
    block = unit * max(1, min(size, 1_000_000) // len(unit))
    times = max(1, size // len(block))
    packer = zlib.compressobj(9, wbits=-15)
    part = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)  # stands for itself, wherever it comes
    check = 1
    for _ in range(times):
        check = zlib.adler32(block, check)
    return b"\x78\xda" + part * times + b"\x03\x00" + check.to_bytes(4, "big")


def with_content(stream: bytes, *more: bytes, resources: bytes = b"", box: bytes = b"[0 0 400 500]") -> bytes:
    """A PDF of one page with a content stream object as given; ``/F`` is its font, ``more`` are objects 6, 7 …"""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %s >> >>"
        % (box, resources),
        stream,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def bombs(_: random.Random) -> Iterator[bytes]:
    spaces, shown = flate(b" " * 64), flate(b"BT /F 9 Tf (again and again) Tj ET ")
    yield with_content(packed(spaces, b"/FlateDecode"))
    yield with_content(packed(shown, b"/FlateDecode"))
    yield with_content(packed(zlib.compress(flate(b"\0" * 64), 9), b"[/FlateDecode /FlateDecode]"))
    yield with_content(packed(flate(b"20", BOMB_BYTES // 4), b"[/FlateDecode /ASCIIHexDecode]"))
    yield with_content(packed(flate(b"\x81 ", BOMB_BYTES // 64), b"[/FlateDecode /RunLengthDecode]"))
    yield with_content(packed(zlib.compress(b"(" + b"x" * 5_000_000 + b") Tj"), b"/FlateDecode"))
    yield with_content(pdf_stream(TEXT), packed(flate(b"6 0 "), b"/FlateDecode", more=b"/Type /ObjStm /N 9000 /First 99"))
    members = b"<< /Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Length %d /Filter /FlateDecode >>" % len(spaces)
    table = b"%PDF-1.7\n1 0 obj\n" + members + b"\nstream\n" + spaces + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    yield table


def forms(_: random.Random) -> Iterator[bytes]:
    def form(calls: bytes, names: bytes) -> bytes:
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 400 500] /Resources << /Font << /F 5 0 R >> /XObject << %s >> >>"
        return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(calls), head % names, calls)

    for depth, width in ((12, 8), (26, 2), (300, 1)):
        chain = [form(b"/X Do " * width, b"/X %d 0 R" % (7 + n)) for n in range(depth)]
        yield with_content(pdf_stream(TEXT + b" /X Do"), *chain, form(TEXT, b""), resources=b"/XObject << /X 6 0 R >>")
    itself = form(TEXT + b" /X Do /Y Do", b"/X 6 0 R /Y 7 0 R")
    yield with_content(pdf_stream(TEXT + b" /X Do"), itself, itself, resources=b"/XObject << /X 6 0 R >>")


def page_trees(_: random.Random) -> Iterator[bytes]:
    def tree(*nodes: bytes) -> bytes:
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        return raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", nodes[0], page, pdf_stream(TEXT), font, *nodes[1:])

    yield tree(b"<< /Type /Pages /Kids [2 0 R] /Count 3 >>")
    yield tree(b"<< /Type /Pages /Kids [6 0 R 3 0 R] /Count 2 >>", b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>")
    yield tree(b"<< /Type /Pages /Kids [" + b"3 0 R " * 300_000 + b"] /Count 300000 >>")
    yield tree(b"<< /Type /Pages /Kids [" + b"3 0 R " * 7_000 + b"] /Count 1 >>")
    for count in (b"-5", b"0", b"99999999999999999999", b"(many)", b"2 0 R", b"1e9"):
        yield tree(b"<< /Type /Pages /Kids [3 0 R] /Count %s >>" % count)
    for kids in (b"null", b"[null 3 0 R]", b"[99 0 R]", b"3 0 R", b"[[3 0 R]]", b"[4 0 R 5 0 R]", b"(3 0 R)"):
        yield tree(b"<< /Type /Pages /Kids %s /Count 1 >>" % kids)
    for fan in (2, 10):
        levels = [b"<< /Type /Pages /Kids [" + b"%d 0 R " % (7 + n) * fan + b"] /Count 9 >>" for n in range(20)]
        last = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
        yield tree(b"<< /Type /Pages /Kids [6 0 R] /Count 9 >>", *levels, last)
    deep = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (7 + n) for n in range(3_000)]
    yield tree(b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>", *deep, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")


def tables(_: random.Random) -> Iterator[bytes]:
    whole = one_page_pdf(TEXT)
    start = whole.rindex(b"startxref")
    at = int(whole[start:].split()[1])
    for line in (
        b"/Prev %d" % at,
        b"/Prev 0",
        b"/Prev 99999999",
        b"/Prev -1",
        b"/XRefStm %d" % at,
        b"/Size -1",
        b"/Root 99 0 R",
    ):
        yield whole.replace(b"trailer\n<<", b"trailer\n<< " + line + b" ", 1)
    for where in (b"0", b"-1", b"99999999999999999999", b"x", b""):
        yield whole[:start] + b"startxref\n" + where + b"\n%%EOF\n"
    yield whole.replace(b"xref\n0 6", b"xref\n0 2000000000", 1)
    yield whole.replace(b"0000000000 65535 f", b"9999999999 65535 n", 1)
    for widths in (b"[0 0 0]", b"[99999999 2 1]", b"null"):
        head = b"<< /Type /XRef /Size 2000000000 /Index [0 2000000000] /W %s /Root 1 0 R /Length 4 >>" % widths
        yield b"%PDF-1.7\n1 0 obj\n" + head + b"\nstream\n\0\0\0\0\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    for length in (b"4 0 R", b"99999999999", b"-7", b"0", b"(x)"):
        body = b"<< /Length %s >>\nstream\n%s\nendstream" % (length, TEXT)
        yield with_content(body)
    for filters in (b"/Nothing", b"[/FlateDecode /Nothing]", b"4 0 R", b"5", b"[" + b"/ASCIIHexDecode " * 3_000 + b"]"):
        yield with_content(packed(TEXT, filters))


def fonts(_: random.Random) -> Iterator[bytes]:
    def composite(descendant: bytes, *more: bytes, map_: bytes = b"") -> bytes:
        shown = b"BT /G 10 Tf 50 400 Td <00010002ffff> Tj ET " + TEXT
        font = b"<< /Type /Font /Subtype /Type0 /BaseFont /G /Encoding /Identity-H /DescendantFonts [7 0 R] %s >>" % map_
        inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /G /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        inner += b"/Supplement 0 >> %s >>" % descendant
        return with_content(pdf_stream(shown), font, inner, *more).replace(b"/F 5 0 R", b"/F 5 0 R /G 6 0 R", 1)

    def cmap(body: bytes) -> bytes:
        return composite(
            b"", pdf_stream(b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange " + body), map_=USED
        )

    yield composite(b"/W [" + b"0 65535 500 " * 3_000 + b"]")
    yield composite(b"/W [0 99999999999 500]")
    yield composite(b"/W [0 [" + b"500 " * 200_000 + b"]]")
    yield composite(b"/W 7 0 R /DW (x)")
    yield cmap(b"100 beginbfrange " + b"<0000> <ffff> <0041> " * 3_000 + b"endbfrange")
    yield cmap(b"1 beginbfchar <0001> <" + b"0041" * 100_000 + b"> endbfchar")
    yield cmap(b"3 beginbfchar <0001> <d800> <0002> <0000> <ffff> <ffff> endbfchar")
    yield cmap(b"1 beginbfrange <0000> <ffffffff> <0041> endbfrange")
    yield cmap(b"/Other usecmap " * 1_000)
    for encoding in (b"5", b"/../../../../etc/passwd", b"/#00", b"<< /Differences [0 /a 99999999999 /b (x)] >>", b"6 0 R"):
        yield one_page_pdf(TEXT, font=b"/BaseFont /Helvetica /Encoding " + encoding)


USED = b"/ToUnicode 8 0 R"


def nestings(_: random.Random) -> Iterator[bytes]:
    for content in (b"q " * 200_000, b"[" * 100_000, b"<<" * 100_000, b"(" * 100_000, b"/A BMC " * 100_000, b"BT " * 50_000):
        yield with_content(pdf_stream(content + TEXT))
    for opening, closing in ((b"[", b"]"), (b"<</A ", b">>")):
        for depth in (400, 50_000):
            yield one_page_pdf(TEXT, page=b"/Own " + opening * depth + closing * depth)
    yield one_page_pdf(TEXT, page=b"/Own " + b"(" * 50_000 + b")" * 50_000)


def geometries(_: random.Random) -> Iterator[bytes]:
    for box in (b"[0 0 0 0]", b"[400 500 0 0]", b"[0 0 1e38 1e38]", b"[(a) 0 1 1]", b"[0 0]", b"null", b"[-9e9 -9e9 9e9 9e9]"):
        yield with_content(pdf_stream(TEXT), box=box)
    for page in (
        b"/Rotate 45",
        b"/Rotate (x)",
        b"/Rotate -90",
        b"/Rotate 99999999999",
        b"/UserUnit 1e30",
        b"/CropBox [9 9 9 9]",
    ):
        yield one_page_pdf(TEXT, page=page)
    numbers = (b"1e38", b"-1e38", b"3.5e38", b"9" * 400, b"0." + b"0" * 5_000 + b"1", b"--5", b"nan", b"inf")
    for number in numbers:
        yield one_page_pdf(b"BT /F 10 Tf %s 0 0 %s 50 400 Tm (far out) Tj ET " % (number, number) + TEXT)
        yield one_page_pdf(b"BT /F %s Tf 50 400 Td (far out) Tj ET " % number + TEXT)
        yield one_page_pdf(b"BT /F 10 Tf %s %s Td %s Tc (far out) Tj ET " % (number, number, number) + TEXT)
    many = b" ".join(b"BT /F 1 Tf %d %d Td (x) Tj ET" % (n % 400, n % 500) for n in range(20_000))
    yield one_page_pdf(many)


def encrypted(_: random.Random) -> Iterator[bytes]:
    for revision in (2, 3, 4, 6):
        for user in ("", "secret"):
            with pikepdf.open(io.BytesIO(pdf(GOOD))) as document:
                written = io.BytesIO()
                how = pikepdf.Encryption(owner="owner", user=user, R=revision, aes=revision > 3, metadata=revision > 3)
                document.save(written, encryption=how, static_id=True)
            yield written.getvalue()
    for broken in (b"<< >>", b"<< /Filter /Standard /V 99 /R 99 >>", b"4 0 R", b"null", b"<< /Filter /Own /V 1 >>"):
        yield one_page_pdf(TEXT, trailer=b"/Encrypt " + broken + b" /ID [<00> <00>]")


def damaged(seed: random.Random) -> Iterator[bytes]:
    whole = pdf(GOOD, GOOD, GOOD)
    for share in (0.05, 0.3, 0.6, 0.9, 0.98):
        yield whole[: int(len(whole) * share)]
    yield whole[200:]
    yield whole[: len(whole) // 2] + whole[len(whole) // 2 + 100 :]
    for _ in range(3 * SEEDS):
        data = bytearray(whole)
        for _ in range(seed.randint(1, 60)):
            data[seed.randrange(len(data))] = seed.randrange(256)
        yield bytes(data)
    numbers = [at for at in range(len(whole)) if whole[at : at + 1].isdigit()]
    for _ in range(2 * SEEDS):
        data = bytearray(whole)
        for at in seed.sample(numbers, 12):
            data[at : at + 1] = b"%d" % seed.randrange(10)
        yield bytes(data)


def no_pdfs(seed: random.Random) -> Iterator[bytes]:
    yield from (
        b"",
        b"%PDF-",
        b"%PDF-1.7\n%%EOF",
        b"\0" * 5_000,
        b"%PDF-1.7\n" + b"\0" * 100_000,
        b"\xff\xfe" + b"\0\xd8" * 50,
    )
    yield b"\x7fELF" + seed.randbytes(5_000)
    yield b"PK\x03\x04" + seed.randbytes(5_000)
    yield b"\x89PNG\r\n\x1a\n" + seed.randbytes(5_000)
    yield b"x" * 900 + pdf(GOOD)
    yield b"x" * 3_000 + pdf(GOOD)
    yield b"<html><body>%PDF-1.7 is what this page is about</body></html>"


def texts(seed: random.Random) -> Iterator[bytes]:
    yield b"A line with NUL \0 and BEL \a in it.\n" * 3 + b"All is well otherwise, and the text goes on and on.\n" * 20
    yield "Signs: \ufdd0 \ufffe \U0001ffff \x85 \u2028 (cid:12) and so on in a long line of text.\n".encode() * 5
    yield b"A surrogate here: " + b"\xed\xa0\x80" + b" and then some more text in the line.\n" * 20
    yield b"\f" * 20_000
    yield b"Head\n\f" * 4_000
    yield b"word " * 40_000
    yield b"x" * 100_000
    yield b"a\n" * 1_000
    yield b"- " * 5_000 + b"\n"
    yield ("e" + "\u0301" * 5_000 + "\n").encode() * 20
    yield "".join(chr(seed.choice([*range(32, 127), 10, 10, 0x202E, 0x200B, 0xFEFF])) for _ in range(20_000)).encode()
    yield b"Name: " + b"a@" * 2_000 + b"\nhttps://" + b"%" * 2_000 + b"\n" + b"+4912345" * 2_000 + b"\n"


KINDS: dict[str, Callable[[random.Random], Iterator[bytes]]] = {
    "bomb": bombs, "form": forms, "page-tree": page_trees, "table": tables, "font": fonts, "nesting": nestings,
    "geometry": geometries, "encrypted": encrypted, "damaged": damaged, "no-pdf": no_pdfs, "text": texts,
}  # fmt: skip


def hostile_files(seed: int = 1) -> Iterator[Hostile]:
    """All kinds of hostile files, the same for the same seed."""
    for kind, make in KINDS.items():
        for number, data in enumerate(make(random.Random(f"{kind} {seed}")), 1):
            yield Hostile(f"{kind}-{number:02}", data)
