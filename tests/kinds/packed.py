"""Kinds of file that are no text: office files, pictures, recordings, archives."""

from __future__ import annotations

import gzip
import io
import pickle
import sqlite3
import tarfile
import zipfile

from tests.annotations.formats.documents.test_pages import pdf
from tests.kinds.kind import Kind, read, refused

ODF = "application/vnd.oasis.opendocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Maria Ruiz left Oslo.</w:t></w:r></w:p></w:body></w:document>'
OPEN_TEXT = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Maria Ruiz left Oslo.</text:p></office:text></office:body></office:document-content>'


def packed(**parts: str) -> bytes:
    """Return a zip of these parts; _ stands for / in their names and __ for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", ".").replace("_", "/"), text)
    return out.getvalue()


def database() -> bytes:
    """Return an empty database of SQLite's."""
    made = sqlite3.connect(":memory:")
    made.execute("CREATE TABLE news (text)")
    return made.serialize()


def tar() -> bytes:
    """Return an archive of one text."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO())
    return out.getvalue()


def _both(name: str, file: str, content: bytes, why: str) -> tuple[Kind, ...]:
    """Return a kind of file that is refused under its usual name and under others."""
    return (
        refused(name, file, content, why),
        refused(f"{name}, called .txt", "a.txt", content, why),
        refused(f"{name}, without an ending", "a", content, why),
    )


PACKED = (
    read("PDF", "a.pdf", pdf("Maria Ruiz left Oslo."), "pdf"),
    read("PDF called .txt", "a.txt", pdf("Maria Ruiz left Oslo."), "pdf"),
    read("RTF", "a.rtf", r"{\rtf1\ansi Maria Ruiz left Oslo.\par}", "rtf"),
    read("RTF called .doc", "a.doc", r"{\rtf1\ansi Maria Ruiz left Oslo.\par}", "rtf"),
    read("Word", "a.docx", packed(word_document__xml=WORD), "docx"),
    read("Word with macros", "a.docm", packed(word_document__xml=WORD), "docx"),
    read("Word without an ending", "a", packed(word_document__xml=WORD), "docx"),
    read("OpenDocument text", "a.odt", packed(mimetype=ODF + "text", content__xml=OPEN_TEXT), "odt"),
    refused("old Word", "a.doc", OLE, "Word"),
    refused("old Word without an ending", "a", OLE, "Word file of before 2007"),
    refused("old Excel", "a.xls", OLE, "workbook"),
    refused("old PowerPoint", "a.ppt", OLE, "PowerPoint"),
    refused("Outlook's mail", "a.msg", OLE, "Outlook"),
    refused("old Office called .txt", "a.txt", OLE, "an office program"),
    *_both("a presentation", "a.pptx", packed(ppt_presentation__xml="<p/>"), "a presentation"),
    *_both("an OpenDocument presentation", "a.odp", packed(mimetype=ODF + "presentation"), "a presentation"),
    *_both("Pages", "a.pages", packed(Index_Document__iwa="x"), "Apple's Pages"),
    *_both("EPUB", "a.epub", packed(mimetype="application/epub+zip", OEBPS_a__xhtml="<p/>"), "EPUB"),
    *_both("an archive (zip)", "a.bin", packed(a__txt="Oslo"), "an archive"),
    *_both("an archive (7z)", "a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(30), "an archive"),
    *_both("an archive (RAR)", "a.rar", b"Rar!\x1a\x07\x00" + bytes(30), "an archive"),
    *_both("an archive (tar)", "a.tar", tar(), "an archive"),
    *_both("a packed file (gzip)", "a.gz", gzip.compress(b"Oslo"), "compressed"),
    *_both("PNG", "a.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "a picture"),
    *_both("JPEG", "a.jpg", b"\xff\xd8\xff\xe0" + bytes(40), "a picture"),
    *_both("WebP", "a.webp", b"RIFF\x24\0\0\0WEBPVP8 " + bytes(40), "a picture"),
    *_both("TIFF", "a.tif", b"II*\0" + bytes(40), "a picture"),
    *_both("HEIC", "a.heic", b"\0\0\0\x18ftypheic" + bytes(40), "a picture"),
    *_both("HEIC of a sequence", "a.heif", b"\0\0\0\x18ftypmif1" + bytes(40), "a picture"),
    *_both("BMP", "a.bmp", b"BM\x8a\x0c\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0" + bytes(40), "a picture"),
    *_both("GIF", "a.gif", b"GIF89a" + bytes(40), "a picture"),
    *_both("MP3", "a.mp3", b"ID3\x04" + bytes(40), "a recording"),
    *_both("MP3 without a tag", "a.mp3", b"\xff\xfb\x90\x64" + bytes(range(200)) * 9, "a recording"),
    *_both("WAV", "a.wav", b"RIFF\x24\0\0\0WAVEfmt " + bytes(40), "a recording"),
    *_both("MP4", "a.mp4", b"\0\0\0\x18ftypmp42" + bytes(40), "a recording"),
    *_both("SQLite", "a.db", database(), "a database"),
    *_both("a program (ELF)", "a.so", b"\x7fELF\x02\x01" + bytes(40), "a program"),
    *_both("a pickle", "a.pkl", pickle.dumps({"text": "Oslo"}), "a pickle"),
    *_both("an array of NumPy's", "a.npy", b"\x93NUMPY\x01\0v\0" + bytes(40), "an array of numbers"),
    *_both("a font", "a.ttf", b"\0\x01\0\0\0\x0c\0\x80" + bytes(40), "binary"),
)
