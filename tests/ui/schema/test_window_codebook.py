"""The view Schema writes the codebook: as PDF with its fonts and page numbers, or as a file of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.schema.schema_pages import opened
from tests.ui.windows import said
from ui.main_window import MainWindow
from ui.schema.codebook_pdf import write_codebook_pdf

PATIENCE = 60_000  # milliseconds, of a process on a busy machine


def write(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Chooses the action in the menu, and that file in the dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    opened(window)
    window.pages.verbs["schema_codebook"].trigger()
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)


@pytest.mark.parametrize(("name", "begins"), [("book.pdf", b"%PDF-"), ("book.md", b"# ")])
def test_the_codebook_is_written_as_its_name_ends(
    name: str, begins: bytes, window: MainWindow, qtbot: QtBot, monkeypatch, tmp_path: Path
) -> None:
    write(window, qtbot, monkeypatch, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert said(window) == f"The codebook is written to {tmp_path / name}."


def test_a_file_of_the_project_is_not_written_over(
    window: MainWindow, qtbot: QtBot, monkeypatch, folder: Path
) -> None:
    before = (folder / "project.yaml").read_bytes()
    write(window, qtbot, monkeypatch, folder / "project.yaml")
    assert "belongs to the project" in said(window)
    assert (folder / "project.yaml").read_bytes() == before


def test_the_pages_of_the_pdf_have_numbers_and_their_fonts(window: MainWindow, tmp_path: Path) -> None:
    entries = "".join(f"<h3>L{n}</h3><p>Names of ships, مرحبا</p>" for n in range(60))
    write_codebook_pdf(
        f"<html><body>\n<h1>Port: codebook</h1>{entries}</body></html>", tmp_path / "b.pdf", "Port"
    )
    pages = PdfReader(tmp_path / "b.pdf").pages
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert page.extract_text().split()[-1] == str(number)
        fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
        inner = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & one.keys() for one in inner)
