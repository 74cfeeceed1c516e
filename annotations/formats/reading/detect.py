"""Detection of a file's format by its content, with the reason in words."""

from __future__ import annotations

import csv
import json
import re
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, NamedTuple

from annotations.errors import UserError
from annotations.formats.lines.json_stream import DECODER
from annotations.formats.lines.json_wrapped import above_a_list, list_in
from annotations.formats.reading import looks, recognised, recognised_text
from annotations.formats.reading.detect_columns import columns, named
from annotations.formats.reading.detect_json import shape
from annotations.formats.reading.fields import USUAL
from annotations.formats.reading.heads import Head

MAGIC = (
    (b"%PDF", "pdf", "it begins with %PDF"),
    (b"{\\rtf", "rtf", "it begins as RTF does"),
    (b"PAR1", "hf", "it is a Parquet file"),
    (b"#FORMAT=WebAnno", "webanno", "its first line names WebAnno"),
)
OLD_WEBANNO = re.compile(rb"\s*(#\s*[\w.]+\s*\|[^\n]*\s+)?#id=[^\n]*\s+#text=")
PARTS = (
    ("word/document.xml", "docx", "it is a Word file"),
    ("application/vnd.oasis.opendocument.text", "odt", "it is an OpenDocument text"),
    ("xl/workbook.xml", "xlsx", "it is a workbook"),
    ("xl/workbook.bin", "xlsx", "it is a workbook"),
    ("application/vnd.oasis.opendocument.spreadsheet", "xlsx", "it is a workbook"),
)
ROOTS = {
    "html": "html",
    "xmi": "xmi",
    "rss": "feed",
    "feed": "feed",
}  # formats by the name of the first element
PAGE_TAGS = {
    "head",
    "body",
    "div",
    "p",
    "section",
    "main",
    "h1",
    "h2",
    "span",
    "table",
    "a",
    "meta",
    "title",
    "!doctype",
    "center",
    "font",
    "br",
}
ANY_JSON = re.compile(r"[\[{]\s*(\"[^\"\n]{0,200}\"\s*[:,\]]|\{\s*\"|\[\s*[\"\[{]|$)")
RECORD = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{0,200}\"\s*:")  # how no table of tokens begins
COMMENTS = re.compile(
    r"\A((//|#)[^\n]*\n\s*|/\*(?:[^*]|\*(?!/))*+\*/\s*)+(?=[\[{])"
)  # lines of remarks before JSON
UNKNOWN_XML = "This looks like XML (its first element is {name}), which is not read: save its text as .txt, or its texts as JSON lines."
ENDINGS = {
    ".spacy": "spacy",
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods"), "xlsx"),
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
PACKED = ("spacy", "docx", "pdf", "hf", "xlsx", "odt", "rtf")  # formats of files that are no text
# field by field, the more telling first: all of them are in the first record
FIELDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("%FEATURE_STRUCTURES",), "cas-json"),
    (("kind", "published_trusted"), "clusters"),
    (("kind", "mentions"), "clusters"),
    (("data", "annotations"), "label-studio"),
    (("data", "predictions"), "label-studio"),
    (("annotation_id", "lead_time"), "label-studio"),
    (("annotation_id", "annotator"), "label-studio"),
    (("_task_hash",), "prodigy"),
    (("_input_hash",), "prodigy"),
    (("type", "roles", "evidence"), "facts"),
    (("entities", "relations"), "doccano-relation"),
    (("entities", "text"), "doccano-relation"),
    (("cats", "text"), "doccano"),
    (("text", "label"), "doccano"),
    (("text", "labels"), "doccano"),
    (("data", "label"), "doccano"),
    (("data", "labels"), "doccano"),
    (("data", "entities"), "doccano-relation"),
    (("text", "tokens"), "prodigy"),
    (("text", "answer"), "prodigy"),
)
KIND = re.compile(r'[{,]\s*"kind"\s*:\s*"(\w{1,20})"')
LINES = {  # of clusters, by kind: the fields that they must have, and those that they may
    "article": (("id", "text"), ("title", "published", "published_trusted")),
    "entity": (("id",), ("name", "label", "status", "outside", "by", "score", "reasons", "related", "kept_apart", "note")),
    "group": (("id", "facts"), ("name", "type", "status", "by", "score", "reasons", "kept_apart", "verdict", "verdicts", "note")),
    "apart": (("of", "one", "other", "said"), ("by", "note")),
    "story": (("id", "articles"), ("name", "status", "by")),
}  # fmt: skip


class Detected(NamedTuple):
    """A format's name and why it is that one."""

    name: str
    reason: str


TABLE = Detected("conll", "its columns are asked for")
MAY_BE_TABLES = ("txt", "csv", "conllu", "conll2012", "tagged", "conll2003", "biluo", "iob1")


def detect(path: Path) -> Detected:
    """Return the format of the file.  OSError when the file cannot be read, UserError when it is of a kind that is not."""
    head = Head.of(path)
    return _by_signs(head) or _by_text(head) or Detected("txt", "it holds plain text")


def as_table(path: Path) -> Detected:
    """Return the format where a person has named columns: what is text or a table is one of tokens, whatever it looks like."""
    try:
        found = detect(path)
    except UserError:
        return TABLE
    return TABLE if found.name in MAY_BE_TABLES else found


def _by_signs(head: Head) -> Detected | None:
    """Return the format that bytes, parts of a zip or the file's name tell."""
    for magic, name, reason in MAGIC:
        if head.content.removeprefix(BOM_UTF8).startswith(magic):
            return Detected(name, reason)
    if OLD_WEBANNO.match(head.content):
        return Detected("webanno", "it begins as WebAnno's older tables do")
    for part, name, reason in PARTS:
        if part in head.parts or head.declared.startswith(part):
            return Detected(name, reason)
    _refuse(head, recognised.CONTAINERS + recognised.BINARY)
    if ENDINGS.get(head.ending) in PACKED:
        return Detected(ENDINGS[head.ending], f"its name ends with {head.ending}")
    return None


def _by_text(head: Head) -> Detected | None:
    """Return the format that the text tells, or the ending of the file's name, or what lies beside it."""
    is_record = RECORD.match(head.begin)
    if not is_record and (found := columns(head.text)):
        return Detected(*found)
    _refuse(head, recognised.BARE)
    uncommented = COMMENTS.sub("", head.begin, count=1)
    if ANY_JSON.match(uncommented) or _is_json(uncommented):
        return _json(uncommented)
    if head.root:
        return _markup(head)
    if head.ending in (".txt", ".text", "") and head.path.with_suffix(".ann").is_file():
        return Detected("brat", "there is an .ann beside it")
    _refuse(head, recognised.MARKUP)
    if head.ending == ".eml" or looks.is_mail(head):
        return Detected("eml", "it begins as a mail does")
    if looks.has_front_matter(head):
        return Detected("markdown", "settings of the article stand above it")
    _refuse(head, recognised.DISGUISES)
    if head.ending in ENDINGS:
        return Detected(ENDINGS[head.ending], f"its name ends with {head.ending}")
    if found := named(head.ending, head.text):
        return Detected(*found)
    if (looks.is_table(head) and _names_text(head)) or looks.names_columns(head, USUAL["text"]):
        return Detected("csv", "its first line names columns")
    _refuse(head, recognised_text.KINDS + recognised.TABLES + recognised_text.ALIGNED)
    return None


def _refuse(head: Head, kinds: tuple[recognised.Refused, ...]) -> None:
    if why := recognised.refusal(head, kinds):
        raise UserError(why)


def _is_json(text: str) -> bool:
    """Return whether the text begins with a list or object that is JSON; a text may begin with a bracket too."""
    if text[:1] not in ("{", "["):
        return False
    try:
        value, _ = DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return (
        isinstance(value, dict)
        or text[1:].strip() == "]"
        or any(isinstance(one, dict | list) for one in value)
    )


def _markup(head: Head) -> Detected:
    """Return the format of what begins as XML or HTML does.  UserError when it is not read."""
    name = head.root.rpartition(":")[2].lower()
    if head.root == "rdf:RDF" and "purl.org/rss/" in head.root_attributes:
        return Detected("feed", "it is a feed (RSS 1.0)")
    if name in ROOTS:
        return Detected(ROOTS[name], f"its first element is {head.root}")
    _refuse(head, recognised.MARKUP)
    if name in PAGE_TAGS or "<!doctype html" in head.begin[:100].lower():
        return Detected("html", "it begins as a web page does")
    if head.begin.startswith("<?xml") or f"</{head.root}>" in head.text or head.ending == ".xml":
        raise UserError(UNKNOWN_XML.format(name=head.root[:40]))
    return Detected("txt", "it holds plain text")


def _names_text(head: Head) -> bool:
    first = head.lines[0] if head.lines else ""
    names = next(csv.reader([first], delimiter=looks.delimiter_of(head.lines) or ","), [])
    return any(name.strip().lower() in USUAL["text"] for name in names)


def _json(text: str) -> Detected:
    if found := shape(text):
        return Detected(*found)
    if above := above_a_list(text, 0):
        text = text[above.end() :]
    listed = text.startswith("[")
    value = _first(text.removeprefix("[").lstrip() if listed else text)
    inner = value[name][0] if (name := list_in(value)) else value
    if kind := _kind_of_line(value, text):
        return Detected("clusters", f"its first line is of the kind {kind}")
    for record in (value, inner):
        for names, form in FIELDS:
            if all(name in record for name in names):
                return Detected(form, f"its first record has {' and '.join(names)}")
    if isinstance(value.get("data"), dict):
        return Detected("label-studio", "its first record has data with fields")
    value = inner
    spans = value.get("spans")
    if isinstance(spans, list) and spans and isinstance(spans[0], dict) and "token_start" in spans[0]:
        return Detected("prodigy", "its first record has spans with token_start")
    return Detected("jsonl", "its first record has text" if "text" in value else "it holds JSON")


def _kind_of_line(value: dict[str, Any], text: str) -> str:
    """Return of which kind a line of clusters is that has no more fields than it must, "" when it is none."""
    kind = value.get("kind")
    if "kind" in value and kind is None and (found := KIND.search(text)):
        kind = found[1]  # of a line too long to be seen whole
    least, most = LINES.get(kind, ((), ())) if isinstance(kind, str) else ((), ())
    is_one = bool(least) and {"kind", *least} <= value.keys() <= {"kind", *least, *most}
    return str(kind) if is_one else ""


def _first(text: str) -> dict[str, Any]:
    """Return the first record; its field names alone when it is too long to be seen whole."""
    try:
        value, _ = DECODER.raw_decode(text)
    except (json.JSONDecodeError, RecursionError, ValueError):
        return dict.fromkeys(re.findall(r'"([^"\\]{1,40})"\s*:', text))
    return value if isinstance(value, dict) else {}
