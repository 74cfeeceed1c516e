"""The rows of the formats of documents, which are read and not written."""

from __future__ import annotations

from annotations.formats.base import Format, later

WORD = (".docx", ".docm", ".dotx", ".dotm", ".doc")
WORKBOOK = (".xlsx", ".xlsm", ".xls", ".ods")


def _document(name: str, about: str, reading: str, *suffixes: str) -> Format:
    """Return a format read by a module of documents."""
    return Format(name, about, suffixes, later(*f"documents.{reading}".rsplit(".", 1)))


DOCUMENTS = (
    _document("txt", "text, one file an article", "plain.read_txt", ".txt", ".text"),
    _document("html", "a web page, without its site's chrome", "plain.read_html", ".html", ".htm"),
    Format(
        "xlsx",
        "a workbook, read as a CSV is",
        WORKBOOK,
        later("tables.excel", "read"),
    ),
    _document("eml", "a mail, without what is attached", "mail.read", ".eml"),
    _document("feed", "a feed (RSS, Atom)", "feeds.read", ".rss", ".atom", ".xml"),
    _document("docx", "a Word file, its changes accepted", "word.read", *WORD),
    _document("odt", "an OpenDocument text", "odt.read", ".odt", ".ott"),
    _document("rtf", "an RTF file", "rtf.read", ".rtf"),
    _document("markdown", "Markdown, as it reads", "markdown.read", ".md", ".markdown"),
    _document("pdf", "a PDF with text in it, its lines as paragraphs", "pdf.read", ".pdf"),
)
