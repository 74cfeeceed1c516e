"""A copy of the log that can be given away: what errors say in their own words may quote texts, names and folders.

So a line stays only where it is proved to be of a program: a frame with its file's own line of source, the class of an
error, words of a list.  Every other word becomes "…".
"""

from __future__ import annotations

import builtins
import re
import sysconfig
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from annotations.processes.door import HOME, is_frozen

GONE = "…"
OURS = tuple(HOME / name for name in ("annotations", "models", "ui", "main.py"))
ROOTS = (*OURS, *(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib", "stdlib")))  # of code
KNOWN = frozenset(  # of what Python and SQLite say
    re.findall(
        r"\w+",
        """
    a after all already an and any are argument arguments as at attribute be been before bool broken but
    by bytes call callable called can cannot changed character closed code codec column connection
    constraint could data database decode decoded dict directory disk does encode error exceeded
    expected failed file float for format found from full function get given has have in index int
    interrupted invalid is it item iterable key keyword large length list locked long malformed maximum
    memory method missing module more most must name named no nonetype not null object of on one only
    open operand operation or order out outside range read readonly received recursion referenced
    required returned sequence set size slice small str string subscript subscriptable such supported
    table takes than that the there this time to too transaction tuple type types unable unexpected
    unhashable unpack unsupported utf utf8 value values was when while with without write writing
""",
    )
)
WORD = re.compile(r"\w+|[^\x20-\x7e]")  # numbers are texts, too
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+]+")
FRAME = re.compile(r'  File "(.+)", line (\d{1,6}), in (.+)')
UNNAMED = {"<module>", "<lambda>", "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"}  # functions
CLASS = re.compile(
    r"(?:\w+\.)*(?:\w*(?:Error|Exception|Interrupt|Exit|Iteration)|StaleEdit|NotWritten|Busy)(?=:|$)"
)
FIXED = frozenset(
    {
        "Traceback (most recent call last):",
        "During handling of the above exception, another exception occurred:",
        "The above exception was the direct cause of the following exception:",
        "... (cut)",
    }
)
REPEATED = re.compile(r"  \[Previous line repeated \d+ more times?\]")


def copied(lines: Iterable[str]) -> Iterator[str]:
    """Yield the log's lines with nothing in them but what programs say."""
    source: Collection[str] = ()
    words: set[str] = set()  # of the code that the traceback runs through
    awaits_source = awaits_class = False
    for line in lines:
        if found := FRAME.fullmatch(line):
            path = _whole(found[1])
            source = _source(path)
            awaits_source, awaits_class = True, bool(source)
            is_code = found[3] in UNNAMED or any(found[3] in one for one in source)
            yield f'  File "{_place(path)}", line {found[2]}, in {found[3] if is_code else GONE}'
        elif awaits_source and line.startswith("    "):
            awaits_source = False
            known = line.strip() in source
            words.update(WORD.findall(line) if known else ())
            yield f"    {line.strip()}" if known else f"    {GONE}"
        elif line in FIXED or TIME.fullmatch(line) or REPEATED.fullmatch(line) or not line.strip(" ~^"):
            words = set() if TIME.fullmatch(line) else words
            yield line
        else:
            yield _said(line, words, known=awaits_class)
            awaits_source = awaits_class = False


def plain(text: str, also: Collection[str] = ()) -> str:
    """Return the text with each word that is neither listed nor among `also` taken out.

    >>> plain("no such table: Oslo")
    'no … table: …'
    """
    kept = WORD.sub(
        lambda found: found[0] if found[0].casefold() in KNOWN or found[0] in also else GONE, text
    )
    return re.sub(rf"{GONE}(?:[^\w…]*{GONE})+", GONE, kept)


def _said(line: str, words: Collection[str], *, known: bool) -> str:
    """Return a line of an error's words, with its class before them where that is `known` to stand there."""
    found = CLASS.match(line)
    head = found[0] if found and (known or hasattr(builtins, found[0])) else ""
    return head + plain(line[len(head) :], words)


def _whole(path: str) -> str:
    """Return the file's whole path: a frozen program tells of one from its own folder."""
    return str(HOME / path) if is_frozen() and not path.startswith("<") else path


@cache
def _source(path: str) -> frozenset[str]:
    """Return the lines of the program's file, or of a library's; nothing of any other."""
    if not _is_code(path):
        return frozenset()
    try:
        return frozenset(line.strip() for line in Path(path).read_text("utf-8").splitlines())
    except (OSError, ValueError):
        return frozenset()


def _is_code(path: str) -> bool:
    return path.endswith(".py") and _root(path) is not None and Path(path).is_file()


def _root(path: str) -> Path | None:
    """Return the folder of the program, its libraries or Python that the file lies in; None for any other."""
    return next((root for root in ROOTS if Path(path).is_relative_to(root)), None)


def _place(path: str) -> str:
    """Return the file's place in the program, its libraries or Python, without the folders above."""
    if path.startswith("<frozen ") and path.endswith(">"):
        return "<frozen>"
    root = _root(path)
    if root is None or not _is_code(path):
        return GONE
    return Path(path).relative_to(HOME if root in OURS else root.parent).as_posix()
