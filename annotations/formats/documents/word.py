"""Word's .docx: the text of paragraphs and tables in their order, a line each; pages end with a form feed.

Tracked changes are taken as accepted.  Notes stand at the end; what is left out is said.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.given_titles import about_document
from annotations.formats.documents.packed import PackedXml, local, texts, value
from annotations.formats.documents.plain import article
from annotations.formats.documents.word_text import WordText, hidden_styles
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem
from annotations.text.text import clean

DAMAGED = "This is no Word file (.docx), or it is damaged or has a password."
MAIN = "word/document.xml"
NOTES = ("footnote", "endnote")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
WITHIN = "This Word file has no text of its own, only documents within it ({count}); open it and save it anew, and import that."
LEFT = {
    "tracked change": "Tracked changes were taken as accepted: what was deleted is left out ({count}).",
    "hidden text": "Hidden text was left out ({count}).",
    "prompt": "The prompts of empty content controls were left out ({count}).",
    "symbol": "Symbols that no character is known for became � ({count}).",
    "embedded document": "Documents within this one were left out ({count}).",
    "chart, diagram or other object": "Charts, diagrams and other objects were left out ({count}).",
    "comment": "Comments were left out ({count}).",
    "footnote": "Footnotes stand at the end of the text ({count}).",
    "endnote": "Endnotes stand at the end of the text ({count}).",
    "head": "What stands at the head or foot of every page was left out ({count}).",
}


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article, then what was left out.  UserError when it is no .docx or has no text."""
    try:
        package = PackedXml(file, kind="Word file", new=".docx")
        text, left = _text(package)
        about = texts(package.part("docProps/core.xml"), "title", "creator", "created")
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, KeyError, SyntaxError) as error:
        raise UserError(DAMAGED) from error
    if not text.strip():
        within = left["embedded document"]
        raise UserError(WITHIN.format(count=f"{within:,}") if within else "This Word file has no text.")
    title, meta = about_document(about)
    yield article(path, clean(text), title, meta)
    for name, said in LEFT.items():
        if left[name]:
            yield Notice(path, None, said.format(count=f"{left[name]:,}"))


def _text(package: PackedXml) -> tuple[str, Counter[str]]:
    """Return the text, and how much was left out or put elsewhere, by name.  KeyError when there is no document."""
    main = _main(package)
    root = package.part(main)
    if root is None:
        raise KeyError(main)
    beside = posixpath.dirname(main)
    reader = WordText(hidden_styles(package.part(f"{beside}/styles.xml")))
    lines = [line for body in root if local(body) == "body" for line in reader.lines(body)]
    for kind in NOTES:
        lines += _notes(package, f"{beside}/{kind}s.xml", kind, reader)
    comments = package.part(f"{beside}/comments.xml")
    reader.left["comment"] += sum(local(one) == "comment" for one in comments) if comments is not None else 0
    reader.left["head"] += sum(_has_text(package.part(name)) for name in _heads(package, beside))
    return "\n".join(lines), reader.left


def _main(package: PackedXml) -> str:
    """Return the name of the part with the document's own text."""
    links = package.part("_rels/.rels")
    for link in links if links is not None else ():
        if value(link, "Type").endswith("/officeDocument"):
            return posixpath.normpath(value(link, "Target").lstrip("/"))
    return MAIN


def _notes(package: PackedXml, name: str, kind: str, reader: WordText) -> Iterator[str]:
    """Yield the lines of the notes that the text names, in its order."""
    root = package.part(name)
    notes = {
        value(note, "id"): note
        for note in (root if root is not None else ())
        if local(note) == kind and value(note, "type") not in SEPARATORS
    }
    named = [id_ for one, id_ in reader.notes if one == kind and id_ in notes]
    for id_ in dict.fromkeys(named):
        lines = [line.strip() for line in reader.lines(notes[id_]) if line.strip()]
        reader.left[kind] += bool(lines)
        yield from lines


def _heads(package: PackedXml, beside: str) -> Iterator[str]:
    for name in package.names(".xml"):
        if name.startswith((f"{beside}/header", f"{beside}/footer")):
            yield name


def _has_text(root: Any) -> bool:
    return root is not None and bool("".join(WordText().lines(root)).strip())
