"""Word files and PDFs: their text with page ends, and what is said when there is none."""

from __future__ import annotations

import tracemalloc
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from pypdf import PdfWriter

from annotations.formats import read
from annotations.formats.reading.how_read import HowRead
from tests.printed import Line, printed
from tests.ui.commands.commands import typed

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


W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def word_file(path: Path, body: str, *more: tuple[str, bytes]) -> None:
    """A Word file with that body, and more files in its zip."""
    Document().save(path)
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts["word/document.xml"] = W.format(body).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in (*parts.items(), *more):
            made.writestr(name, content)


def test_a_picture_in_a_word_file_is_never_unpacked(tmp_path: Path) -> None:
    said = "<w:p><w:r><w:t>Holt Shipping bought the tug Marta.</w:t></w:r></w:p>"
    word_file(tmp_path / "a.docx", said, ("word/media/image1.png", bytes(50_000_000)))
    tracemalloc.start()
    (entry,) = read(tmp_path / "a.docx")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert entry.article.text == "Holt Shipping bought the tug Marta."


@pytest.mark.parametrize("body", ["<w:p/>" * 600_000, " " * 30_000_000])
def test_a_word_file_that_unpacks_to_more_than_a_text_is_refused_with_the_limits(
    tmp_path: Path, body: str
) -> None:
    word_file(tmp_path / "a.docx", body)
    (problem,) = read(tmp_path / "a.docx")
    assert "more than 24 MB or has more than 500,000 tags" in problem.reason


def test_a_cell_that_claims_to_span_any_number_of_columns_is_told_once(tmp_path: Path) -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p><w:r><w:t>tugs</w:t></w:r></w:p></w:tc>'
    word_file(tmp_path / "a.docx", f"<w:tbl><w:tr>{cell.format(10**9)}{cell.format(2)}</w:tr></w:tbl>")
    (entry,) = read(tmp_path / "a.docx")
    assert entry.article.text == "tugs\ttugs"


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


def locked(path: Path, algorithm: str, password: str) -> None:
    """Write a PDF that only its owner may print and copy."""
    path.write_bytes(pdf("Ines Roux left Turin."))
    made = PdfWriter(clone_from=path)
    made.encrypt(password, owner_password="owner", permissions_flag=-3904, algorithm=algorithm)  # type: ignore[arg-type]
    made.write(path)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_a_pdf_that_opens_without_a_password_is_read_whatever_it_forbids(
    tmp_path: Path, algorithm: str
) -> None:
    locked(tmp_path / "a.pdf", algorithm, "")
    (entry,) = read(tmp_path / "a.pdf")
    assert entry.article.text == "Ines Roux left Turin."


@pytest.mark.parametrize("password", ["secret", "sécret", "owner"])
def test_a_pdf_with_a_password_is_read_with_it(tmp_path: Path, password: str) -> None:
    locked(tmp_path / "a.pdf", "AES-256", "sécret" if password == "owner" else password)
    (problem,) = read(tmp_path / "a.pdf", HowRead(password="wrong"))
    (entry,) = read(tmp_path / "a.pdf", HowRead(password=password))
    assert "does not open with that password" in problem.reason
    assert entry.article.text == "Ines Roux left Turin."


def test_ligatures_become_letters_and_soft_hyphens_go(tmp_path: Path) -> None:
    said = pdf(r"The \256nal \257eet of Holt sail\255ed.").replace(
        b"/BaseFont /Helvetica >>",
        b"/BaseFont /Helvetica /Encoding << /Differences [173 /sfthyphen 174 /fi /fl] >> >>",
    )
    (tmp_path / "a.pdf").write_bytes(said)
    (entry,) = read(tmp_path / "a.pdf")
    assert entry.article.text == "The final fleet of Holt sailed."


def test_a_pdf_that_is_imported_again_is_there_already(tmp_path: Path) -> None:
    lines = [[Line(60, 40, "The Harbour Report", 8), Line(60, 200, f"Ship {n} sank.")] for n in range(4)]
    (tmp_path / "a.pdf").write_bytes(printed(lines))
    typed("new", tmp_path / "p", "--schema", "blank")
    first, again = (typed("import", tmp_path / "p", tmp_path / "a.pdf") for _ in range(2))
    assert ("1 article added" in first.stdout, again.returncode) == (True, 0)
    assert "Already there" in again.stdout


@pytest.mark.parametrize("password", ["secret"])
def test_a_locked_pdf_is_refused(tmp_path: Path, password: str) -> None:
    made = PdfWriter()
    made.add_blank_page(100, 100)
    made.encrypt(password, algorithm="RC4-128")
    made.write(tmp_path / "a.pdf")
    (problem,) = read(tmp_path / "a.pdf")
    assert "has a password" in problem.reason
