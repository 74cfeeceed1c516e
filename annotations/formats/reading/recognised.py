"""The kinds of file that are no text to mark up and are not read: how each is told, and what to do instead.

A kind is refused in a sentence, so that nothing is taken for what it is not.  The first that fits is the one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from annotations.exchange.suffixes import SUFFIX
from annotations.formats.reading import looks
from annotations.formats.reading.heads import Head

SENTENCE = "This looks like {what}, which is not read: {instead}."
AS_TEXT = "save its text as .txt and import that"
CONVERT = "convert it to .txt, .docx or .html and import that"
UNPACK = "unpack it and import what is inside"
ITS_TEXT = "import the article's text itself"
UIMA = "export it from INCEpTION as UIMA CAS JSON"
AS_JSON = "save it as plain JSON or JSON lines"
ENTRUSTED = (".docx", ".xlsx", ".odt", ".ods")  # zips that a reader of their own says more about
OURS = (".zip", SUFFIX)  # zips that are looked into before they are refused
PICTURES = (b"WEBP", b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis")
OLD_OFFICE = (
    ".doc",
    ".dot",
    ".xls",
    ".xlsx",
    ".docx",
    ".docm",
    ".xlsm",
)  # whose readers say what is to be done


class Refused(NamedTuple):
    """A kind of file that is not read: what it looks like and what to do, in words, and how it is told."""

    what: str
    instead: str
    tells: Callable[[Head], bool]


def _begins(*signs: bytes) -> Callable[[Head], bool]:
    return lambda head: head.content.startswith(signs)


def _ends(*endings: str) -> Callable[[Head], bool]:
    return lambda head: head.ending in endings


def _root(*names: str) -> Callable[[Head], bool]:
    wanted = {name.lower() for name in names}
    return lambda head: head.root.rpartition(":")[2].lower() in wanted or head.root.lower() in wanted


def _part(name: str) -> Callable[[Head], bool]:
    return lambda head: any(part.startswith(name) for part in head.parts)


def _says(pattern: str) -> Callable[[Head], bool]:
    """Return a test of how the text begins."""
    shape = re.compile(pattern, re.IGNORECASE)
    return lambda head: shape.match(head.begin) is not None


def _mostly(shape: re.Pattern[str], words: list[str]) -> bool:
    """Return whether most words are of that shape, and there are some."""
    return len(words) > 2 and sum(shape.fullmatch(word) is not None for word in words) > 0.8 * len(words)


CONTAINERS = (
    Refused(
        "an EPUB book",
        CONVERT,
        lambda head: head.declared == "application/epub+zip" or head.ending == ".epub",
    ),
    Refused("a presentation", CONVERT, _part("ppt/")),
    Refused("a presentation", CONVERT, lambda head: "opendocument.presentation" in head.declared),
    Refused("a drawing", CONVERT, lambda head: "opendocument.graphics" in head.declared),
    Refused("a document of Apple's Pages, Numbers or Keynote", CONVERT, _part("Index/Document.iwa")),
    Refused("a program", ITS_TEXT, _part("META-INF/MANIFEST.MF")),
    Refused("a compressed file", UNPACK, _begins(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")),
    Refused("an archive", UNPACK, _begins(b"7z\xbc\xaf\x27\x1c", b"Rar!")),
    Refused("an archive", UNPACK, lambda head: head.content[257:262] == b"ustar"),
    Refused(
        "a file of an office program", CONVERT, lambda head: head.declared.startswith("application/vnd.")
    ),
    Refused(
        "a package of annotators' work",
        "bring it in by `merge`",
        lambda head: {*head.parts} == {"manifest.json", "sets.jsonl"} and head.ending not in OURS,
    ),
    Refused("an archive", UNPACK, lambda head: bool(head.parts) and head.ending not in ENTRUSTED),
)
BINARY = (
    Refused(
        "a picture",
        "recognise its text (OCR) and import that",
        _begins(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
    ),
    Refused(
        "a picture",
        "recognise its text (OCR) and import that",
        lambda head: (
            head.content[8:12] in PICTURES or (head.content[:2] == b"BM" and head.content[6:10] == bytes(4))
        ),
    ),
    Refused(
        "a recording",
        "write down what is said in it and import that",
        _begins(b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
    ),
    Refused(
        "a recording",
        "write down what is said in it and import that",
        lambda head: head.content[:4] == b"RIFF" or head.content[4:8] == b"ftyp",
    ),
    Refused("a database", "export its texts as CSV or JSON", _begins(b"SQLite format 3")),
    Refused(
        "a file of Outlook's",
        "save the mail as .eml or .txt",
        lambda head: looks.is_ole(head) and head.ending == ".msg",
    ),
    Refused(
        "a file of PowerPoint's", CONVERT, lambda head: looks.is_ole(head) and head.ending in (".ppt", ".pps")
    ),
    Refused(
        "a Word file of before 2007, or one with a password",
        "save it as .docx without a password",
        lambda head: looks.is_ole(head) and head.ending == "",
    ),
    Refused(
        "a file of an office program of before 2007, or one with a password",
        "save it as .docx or .xlsx without a password",
        lambda head: looks.is_ole(head) and head.ending not in OLD_OFFICE,
    ),
    Refused(
        "a book for reading devices",
        CONVERT,
        lambda head: head.content.startswith(b"AT&TFORM") or head.content[60:68] == b"BOOKMOBI",
    ),
    Refused("a file of WordPerfect's", CONVERT, _begins(b"\xffWPC")),
    Refused(
        "packed data, as a DocBin of spaCy's is",
        "give it the ending .spacy if it is one, else unpack it",
        lambda head: head.content[:2] in (b"x\x9c", b"x\xda", b"x\x01") and head.ending != ".spacy",
    ),
    Refused("UIMA's binary form", UIMA, _begins(b"UIMA", b"\xac\xed\x00\x05sr\x00.org.apache.uima")),
    Refused("PostScript", "make a PDF of it and import that", _begins(b"%!PS")),
    Refused("a program", ITS_TEXT, _begins(b"\x7fELF", b"MZ\x90", b"\xca\xfe\xba\xbe", b"\0asm")),
    Refused("an array of numbers", ITS_TEXT, _begins(b"\x93NUMPY", b"\x89HDF")),
    Refused(
        "a pickle of Python's",
        "save it as JSON lines",
        lambda head: (
            head.content[:1] == b"\x80" and head.content[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05")
        ),
    ),
    Refused(
        "a link to a large file that was not fetched (Git LFS)",
        "fetch it and import that",
        _begins(b"version https://git-lfs"),
    ),
)
MARKUP = (
    Refused("a type system of UIMA's", "import the .xmi beside it", _root("typeSystemDescription")),
    Refused("UIMA's XCAS", UIMA, lambda head: _root("CAS")(head) and "uima." in head.text),
    Refused("TEI, an edition of a text", AS_TEXT, _root("TEI", "TEI.2", "teiCorpus")),
    Refused(
        "a document of GATE's",
        "export it from GATE as bdocjs' text with spans in JSON lines, or as brat",
        _root("GateDocument"),
    ),
    Refused(
        "BioC",
        "convert it to PubAnnotation's JSON or brat's standoff",
        lambda head: _root("collection")(head) and "<infon" in head.text,
    ),
    Refused(
        "ACE's annotations",
        "convert them to brat's standoff",
        lambda head: "apf" in head.path.name.lower() and bool(head.root),
    ),
    Refused("a subtitle file", AS_TEXT, _root("tt")),
    Refused("a list of a site's pages", "save the pages themselves", _root("urlset", "sitemapindex")),
    Refused("a list of feeds", "save the feeds themselves", _root("opml")),
    Refused(
        "the configuration of Label Studio",
        "import the tasks",
        lambda head: _root("View")(head) and 'toName="' in head.text,
    ),
    Refused("a picture", ITS_TEXT, _root("svg")),
    Refused("a translation memory", AS_TEXT, _root("tmx", "xliff")),
    Refused("DocBook or JATS", AS_TEXT, _root("book", "article", "chapter")),
    Refused("NewsML or NITF, an agency's XML", AS_TEXT, _root("nitf", "NewsML", "newsItem", "newsMessage")),
    Refused("a property list", ITS_TEXT, _root("plist")),
    Refused("a map or a track", ITS_TEXT, _root("kml", "gpx")),
    Refused(
        "LaTeX", AS_TEXT, _says(r"(%[^\n]*\n\s*)*\\(documentclass|begin\{|usepackage|section\{|chapter\{)")
    ),
    Refused("a web page saved as MHTML", "save it as .html alone", lambda head: looks.is_mhtml(head)),
    Refused("a web page saved as MHTML", "save it as .html alone", _ends(".mht", ".mhtml")),
    Refused("subtitles", AS_TEXT, lambda head: looks.is_subtitles(head)),
    Refused(
        "a mailbox of many mails", "save each mail as .eml", _says(r"From \S+ +\w{3} \w{3} +\d+ +\d+:\d")
    ),
    Refused("a calendar or an address book", ITS_TEXT, _says(r"BEGIN:V(CALENDAR|CARD)")),
    Refused(
        "a list of literature",
        ITS_TEXT,
        _says(r"(%[^\n]*\n\s*)*@(article|book|inproceedings|misc|comment|string)\s*\{|TY  - "),
    ),
    Refused("the differences between two files", ITS_TEXT, _says(r"diff --git |--- \S[^\n]*\n\+\+\+ ")),
    Refused(
        "statements of SQL",
        "export the table as CSV",
        _says(
            r"(--[^\n]*+\n\s*+|/\*.*?\*/[;\s]*+)*+((CREATE|DROP)\s+(TABLE|DATABASE|INDEX|VIEW)\s+([\w.\"`]+\s*[(;]|IF\b)|INSERT\s+INTO\s+[\w.\"`]+\s*(\(|VALUES\b)|BEGIN(\s+TRANSACTION)?\s*;|SET\s+(NAMES|FOREIGN_KEY_CHECKS)\b|PRAGMA\s+\w+\s*[=(;])"
        ),
    ),
    Refused("statements of SQL", "export the table as CSV", _ends(".sql")),
    Refused("wiki text", AS_TEXT, lambda head: looks.is_wiki(head)),
)
NAMES_INLINE = re.compile(
    r"<(PER|PERS|PERSON|ORG|ORGANIZATION|LOC|LOCATION|GPE|MISC|DATE|TIME|MONEY|PERCENT|ENAMEX|NUMEX|TIMEX\d?)\b[^<>]{0,200}>[^<>]{1,200}</\1>"
)
SLASHED = re.compile(
    r"\S+[/_](NN|NNP|NNS|NNPS|VB[DGNPZ]?|DT|IN|JJ|CC|PRP\$?|RB|TO|CD|MD|[.,:]|NOUN|VERB|DET|ADP|PROPN|PUNCT)"
)
DISGUISES = (
    Refused(
        "text with names between tags, as <PERSON>",
        "save it as JSON lines with text and entities: [[start, end, label]], or as Ann|B-PER met|O",
        lambda head: len(NAMES_INLINE.findall(head.text)) >= 2,
    ),
    Refused(
        "text with a part of speech behind each word",
        "take the tags off the words and save the text as .txt",
        lambda head: _mostly(SLASHED, head.text.split()[:400]),
    ),
    Refused("text in base64", "decode it first", lambda head: looks.is_base64(head)),
    Refused("encrypted or signed text", "decrypt it first", _says(r"-----BEGIN [A-Z0-9 ]+-----")),
    Refused("a file coded for mail (uuencode)", "decode it first", _says(r"begin [0-7]{3} \S")),
    Refused(
        "text coded for mail (quoted-printable)",
        "decode it, or save the mail as .eml",
        lambda head: looks.is_quoted_printable(head),
    ),
    Refused(
        "JSON inside a program's text",
        AS_JSON,
        _says(
            r"(\)\]\}'|for ?\(;;\);|while ?\(1\);|[\w.$]{1,60}\(\s*[\[{]\s*[\"{\[]|(var|let|const|window\.|module\.|export )[\w.$ ]{0,60}=?\s*[\[{])"
        ),
    ),
    Refused(
        "a list or dictionary as Python prints it",
        AS_JSON,
        _says(r"[\[{(]\s*([\[{(]\s*)?'[^'\n]{1,60}'\s*[:,]"),
    ),
    Refused(
        "JSON with names that are not quoted",
        AS_JSON,
        _says(r"\[?\s*\{\s*[A-Za-z_]\w{0,40}\s*:\s*[\"'\[{\d]"),
    ),
    Refused("JSON inside a string", AS_JSON, _says(r"\"\s*[\[{][\[{\s]{0,20}\\+[\"n]")),
    Refused("YAML", AS_JSON, lambda head: looks.is_yaml(head)),
)
TABLE = "save it as .csv whose first line names the columns, or name the one of the text: --format csv --map text=COLUMN"
TABLES = (Refused("a table", TABLE, lambda head: looks.is_table(head) and not looks.is_listing(head)),)
BARE = (
    Refused(
        "JSON without records",
        'save it as JSON lines, a record a text, as {"text": "Maria Ruiz left Oslo."}',
        lambda head: looks.is_bare_json(head),
    ),
)


def refusal(head: Head, kinds: tuple[Refused, ...]) -> str:
    """Return why a file of one of these kinds is not read, as a sentence; "" when it is of none of them."""
    found = next((kind for kind in kinds if kind.tells(head)), None)
    return SENTENCE.format(what=found.what, instead=found.instead) if found else ""
