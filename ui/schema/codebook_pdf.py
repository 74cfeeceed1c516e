"""The codebook as a PDF: its HTML set on A4 by Qt, with page numbers, in the fonts of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ui.look.fonts import font

POINTS, RESOLUTION = 10, 300
STYLE = """
h1 { font-size: 18pt; } h2 { font-size: 15pt; margin-top: 18pt; } h3 { font-size: 12pt; margin-top: 14pt; }
h4 { font-size: 10pt; margin-top: 8pt; } .second { color: #444444; font-size: 9pt; } a { color: #000000; text-decoration: none; }
b.confirmed { background-color: #e2f3e8; } b.disputed { background-color: #fbeed6; } b.rejected { background-color: #fbe7e5; }
li { margin-bottom: 3pt; } pre { font-family: monospace; }
"""


def write_codebook_pdf(html: str, path: Path, title: str) -> None:
    """Write what the file `codebook.html` shows to the path.  OSError when it cannot be written."""
    document = QTextDocument()
    letters = font()
    letters.setPointSizeF(POINTS)
    document.setDefaultFont(letters)
    document.setDefaultStyleSheet(STYLE)
    document.setHtml(html.partition("<body>")[2].rpartition("</body>")[0])
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    document.print_(writer)
    if not path.is_file() or not path.stat().st_size:
        raise OSError("nothing was written")
