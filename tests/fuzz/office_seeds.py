"""Documents of office programs for the fuzzer, each with all that its reader knows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from tests.annotations.formats.documents.test_odt import CONTENT, META
from tests.annotations.formats.documents.test_pages import pdf
from tests.annotations.formats.documents.test_word_text import (
    DOCUMENT,
    LINKS,
    NAMES,
    control,
    field,
    par,
    run,
)
from tests.printed import Line, column, printed

BOX = f"<w:txbxContent>{par('In the box.')}</w:txbxContent>"
CELL = f"<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{par('Marta')}</w:tc>"
WORD = "".join(
    (
        par(
            "It ",
            f"<w:ins>{run('was ')}</w:ins>",
            "<w:del><w:r><w:delText>is</w:delText></w:r></w:del>",
            "so.",
        ),
        control(
            par(
                field("begin"),
                "<w:r><w:instrText>DATE</w:instrText></w:r>",
                field("separate"),
                "May",
                field("end"),
            )
        ),
        par("<w:r><mc:AlternateContent><mc:Choice>" + BOX + "</mc:Choice></mc:AlternateContent></w:r>"),
        f"<w:tbl><w:tr>{CELL}<w:tc>{par('x')}<w:tbl><w:tr>{CELL}</w:tr></w:tbl></w:tc></w:tr></w:tbl>",
        par(
            run("hidden", "<w:vanish/>"),
            "<w:r><w:sym w:font='Symbol' w:char='F061'/><w:br w:type='page'/></w:r>",
        ),
        par("Noted", "<w:r><w:footnoteReference w:id='2'/></w:r>"),
    )
)
NOTES = f"<w:footnotes {NAMES}><w:footnote w:id='2'>{par('By Ada Obi.')}</w:footnote></w:footnotes>"
ODT = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes><text:h>Talks</text:h><text:p text:style-name='P1'>a<text:s text:c='2'/>b<text:tab/><text:line-break/>"
    "<text:note><text:note-body><text:p>By Ada.</text:p></text:note-body></text:note></text:p><text:list><text:list-item>"
    "<text:p>one</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Marta</text:p>"
    "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
)
RTF = (
    r"{\rtf1\ansi\ansicpg1250\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial;}}"
    r"{\info{\title Talks}{\author Ada Obi}{\creatim\yr2024\mo3\dy1}}{\header The Post\par}\'c5rhus \u8217?{\f1 \'b3}\par"
    r"{\deleted gone}{\v secret}{\pict\pngblip 8950}{\pict\bin4 abcd}won{\footnote By Ada.}\cell x\cell\row\page"
    r'{\field{\*\fldinst{HYPERLINK "http://x.org"}}{\fldrslt{the page}}}\par}'
)
MARKDOWN = (
    "---\ntitle: Okoro in Berlin\ndate: 2024-01-23\ntags: [a, b]\n---\n\n# Talks\n\n**Berlin** [Ms.](x) ![a](b) `c`  \n> said\n\n"
    "* one\n  1. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n<div>\nhtml</div>\n"
)


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def office_files(text: str) -> Iterator[tuple[str, str, bytes]]:
    """Yield format, name and content of documents; `text` fills the columns of a PDF."""
    word = {"_rels/.rels": LINKS, "word/document.xml": DOCUMENT.format(WORD), "word/footnotes.xml": NOTES}
    meta = META.format("<dc:title>Talks</dc:title>")
    odt = {"mimetype": "text", "content.xml": CONTENT.format(body=ODT, styles=""), "meta.xml": meta}
    lines = [*column(text.encode("cp1252", "replace").decode("cp1252"), x=60, y=90, wide=200)]
    beside = [line._replace(x=320) for line in lines]
    pages = ([*lines, *beside, Line(60, 40, "The Post", 8), Line(300, 810, str(n), 8)] for n in range(4))
    yield "pdf", "a.pdf", pdf("Ferries ran aground.", "On page two.")
    yield "pdf", "b.pdf", printed(pages)
    yield "docx", "b.docx", packed(word)
    yield "odt", "a.odt", packed(odt)
    yield "rtf", "a.rtf", RTF.encode()
    yield "markdown", "a.md", MARKDOWN.encode()
