"""Detection of a file's format by its content, with the reason in words."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from annotations.formats.lines.json_values import DECODER

HEAD = 1 << 16  # bytes that are looked at
TOP = 1 << 22  # bytes of a first line that is looked at whole
PROSE = (".txt", ".text", ".md", ".markdown")  # endings of files that may begin with a bracket
ROWS = 400  # lines of a column file that are looked at
TAG = re.compile(r"(O|[BILUESM]-\S+)")
MAGIC = (
    (b"%PDF", "pdf", "it begins with %PDF"),
    (b"{\\rtf", "rtf", "it begins as RTF does"),
    (b"PAR1", "hf", "it is a Parquet file"),
    (b"#FORMAT=WebAnno", "webanno", "its first line names WebAnno"),
)
ENDINGS = {
    ".spacy": "spacy",
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot"), "docx"),
    ".pdf": "pdf",
    **dict.fromkeys((".odt", ".ott"), "odt"),
    ".rtf": "rtf",
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    ".ann": "brat",
    ".html": "html",
    ".htm": "html",
    ".parquet": "hf",
    ".csv": "csv",
    ".tsv": "csv",
}
# field by field, the more telling first: all of them are in the first record
FIELDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("%FEATURE_STRUCTURES",), "cas-json"),
    (("data", "annotations"), "label-studio"),
    (("data", "predictions"), "label-studio"),
    (("_task_hash",), "prodigy"),
    (("_input_hash",), "prodigy"),
    (("ner_tags", "tokens"), "hf"),
    (("type", "roles", "evidence"), "facts"),
    (("entities", "relations"), "doccano-relation"),
    (("entities", "text"), "doccano-relation"),
    (("text", "label"), "doccano"),
    (("text", "labels"), "doccano"),
    (("text", "tokens"), "prodigy"),
    (("text", "answer"), "prodigy"),
)


class Detected(NamedTuple):
    """A format's name and why it is that one."""

    name: str
    reason: str


def detect(path: Path) -> Detected:
    """Return the format of the file.  OSError when the file cannot be read."""
    with path.open("rb") as file:
        head = file.read(HEAD).removeprefix(BOM_UTF8)
        for magic, name, reason in MAGIC:
            if head.startswith(magic):
                return Detected(name, reason)
        if head.startswith(b"PK") and (told := _packed(path)):
            return told
        if head.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
            return Detected("html", "it begins as a web page does")
        if head.lstrip()[:1] in (b"{", b"[") and path.suffix.lower() not in PROSE:
            return _json(head + (file.read(TOP) if b"\n" not in head else b""))
    ending = path.suffix.lower()
    if ending in (".txt", ".text", "") and path.with_suffix(".ann").is_file():
        return Detected("brat", "there is an .ann beside it")
    if ending in ENDINGS:
        return Detected(ENDINGS[ending], f"its name ends with {ending}")
    columns = _columns(head.decode("utf-8", "replace").splitlines()[:ROWS], ending)
    return columns or Detected("txt", "it holds plain text")


def _packed(path: Path) -> Detected | None:
    """Return the format of an office file by what is in its zip; None when it is another zip, or damaged."""
    with suppress(BadZipFile, ValueError, NotImplementedError), ZipFile(path) as package:
        names = set(package.namelist())
        if "word/document.xml" in names:
            return Detected("docx", "it holds a Word document")
        if "content.xml" in names and "mimetype" in names:
            return Detected("odt", "it holds an OpenDocument")
    return None


def _json(head: bytes) -> Detected:
    text = head.decode("utf-8", "ignore").lstrip()
    listed = text.startswith("[")
    value = _first(text.removeprefix("[").lstrip() if listed else text)
    for names, form in FIELDS:
        if all(name in value for name in names):
            return Detected(form, f"its first record has {' and '.join(names)}")
    spans = value.get("spans")
    if isinstance(spans, list) and spans and isinstance(spans[0], dict) and "token_start" in spans[0]:
        return Detected("prodigy", "its first record has spans with token_start")
    return Detected("jsonl", "its first record has text" if "text" in value else "it holds JSON")


def _first(text: str) -> dict[str, Any]:
    """Return the first record; its field names alone when it is too long to be seen whole."""
    try:
        value, _ = DECODER.raw_decode(text)
    except (json.JSONDecodeError, RecursionError, ValueError):
        return dict.fromkeys(re.findall(r'"([^"\\]{1,40})"\s*:', text))
    return value if isinstance(value, dict) else {}


def _columns(lines: list[str], ending: str) -> Detected | None:
    """Return the format of a file of tokens with tags; None unless nearly all its lines are such."""
    rows = [line.split() for line in lines if line.strip() and not line.startswith(("-DOCSTART-", "# "))]
    tagged = [row for row in rows if len(row) > 1 and TAG.fullmatch(row[-1])]
    if len(tagged) < 2 or len(tagged) < 0.9 * len(rows):
        return None
    if {len(row) for row in tagged} == {4}:
        return Detected("conll2003", "its lines have four columns, the last of tags")
    return _scheme([row[-1] for row in tagged])


def _scheme(tags: Collection[str]) -> Detected:
    signs = {tag[0] for tag in tags}
    if signs & set("LUES"):
        return Detected("biluo", "its lines end with BILUO tags")
    before = "O"
    for tag in tags:
        if tag[0] == "I" and before == "O":
            return Detected("iob1", "its lines end with tags that begin with I")
        before = tag
    return Detected("conll", "its lines end with BIO tags")
