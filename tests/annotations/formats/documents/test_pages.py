"""Word files and PDFs: their text with page ends, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from pypdf import PdfWriter

from annotations.formats import read

PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"


def pdf(*pages: str) -> bytes:
    """A PDF with a line of text on each page."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for n, line in enumerate(pages):
        shown = f"BT /F1 12 Tf 10 100 Td ({line}) Tj ET" if line else ""
        objects += [PAGE.format(5 + 2 * n), f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream"]
    content, places = b"%PDF-1.4\n", []
    for n, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{n} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return content + f"{end}startxref\n{len(content)}\n%%EOF\n".encode()


def test_a_word_file_gives_paragraphs_tables_and_page_ends(tmp_path: Path) -> None:
    made = Document()
    made.core_properties.title = "Ferries"
    made.add_paragraph("Ferries ran aground 👍.").add_run().add_break(WD_BREAK.PAGE)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "tugs", "2"
    made.add_paragraph("Nobody was hurt.")
    made.save(tmp_path / "a.docx")
    (entry,) = read(tmp_path / "a.docx")
    assert entry.article.title == "Ferries"
    assert entry.article.text.split("\f") == ["Ferries ran aground 👍.", "\ntugs\t2\nNobody was hurt."]


def test_a_word_file_without_text_is_named(tmp_path: Path) -> None:
    Document().save(tmp_path / "a.docx")
    (problem,) = read(tmp_path / "a.docx")
    assert problem.reason == "This Word file has no text."


def test_a_pdf_gives_its_pages_with_page_ends(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("Ferries ran aground.", "Nobody was hurt."))
    (entry,) = read(tmp_path / "a.pdf")
    assert [page.strip() for page in entry.article.text.split("\f")] == [
        "Ferries ran aground.",
        "Nobody was hurt.",
    ]


def test_pages_without_text_are_listed_and_a_pdf_of_pictures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf("Ferries.", ""))
    (tmp_path / "b.pdf").write_bytes(pdf(""))
    _, some = read(tmp_path / "a.pdf")
    (none,) = read(tmp_path / "b.pdf")
    assert "no text on the pages 2" in some.reason
    assert "only pictures of pages" in none.reason


@pytest.mark.parametrize("password", ["secret"])
def test_a_locked_pdf_is_refused(tmp_path: Path, password: str) -> None:
    made = PdfWriter()
    made.add_blank_page(100, 100)
    made.encrypt(password, algorithm="RC4-128")
    made.write(tmp_path / "a.pdf")
    (problem,) = read(tmp_path / "a.pdf")
    assert "has a password" in problem.reason
