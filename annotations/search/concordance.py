"""A concordance written out: columns for a terminal, CSV whose cells are no formulas, Markdown, and a page of HTML.

Lines are written as they come, so that a long one takes no more memory than a short one.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path

from annotations.errors import NotWritten, UserError, cause
from annotations.search.hits import InContext
from annotations.text.cells import defused
from annotations.text.controls import markdown, written_out
from annotations.text.graphemes import inside_grapheme
from annotations.whole_files import free_target, writing

HEADS = (
    *("article", "title", "date", "source", "start", "end"),
    *("left", "words", "right", "labels", "label", "status", "sentence", "annotator"),
)
STYLE = """
body { font: 14px/1.45 system-ui, sans-serif; margin: 24px; color: #1c1d20; background: #fff }
table { border-collapse: collapse }
th, td { border-bottom: 1px solid #dddad3; padding: 3px 8px; text-align: left; vertical-align: top }
thead th { background: #f5f4f1; position: sticky; top: 0 }
td.left { text-align: right } td.words { font-weight: 600; white-space: nowrap } td.words.long { white-space: normal }
td small { color: #5b5d64 }
"""
LONG = 60  # code points of words that are not kept on one line
SIDE, LABELS, TITLE = 38, 16, 24  # columns of a terminal
GAP = "  "

# --- for a terminal


def in_columns(line: InContext, width: int = SIDE) -> str:
    """Return the line for a terminal: what stands before right-aligned, the words, what stands behind, label, title.

    A fact has its sentence in a second line.
    """
    before, words, behind = line.words
    left = _last_cells(before, width)
    right = _first_cells(behind, width)
    label = line.found.label if line.found.item else line.now
    tail = (
        _padded(right, width),
        _padded(_first_cells(label, LABELS), LABELS),
        _first_cells(line.title, TITLE),
    )
    said = " ".join((" " * (width - cells(left)) + left, f"[{words}]", GAP.join(tail))).rstrip()
    return f"{said}\n{' ' * (width + 1)}{line.sentence}" if line.sentence else said


def cells(text: str) -> int:
    """Return how many cells of a terminal the text takes: ideographs and emoji two each, marks none."""
    return sum(map(_cell, text))


def _cell(sign: str) -> int:
    if sign < "\u0300":
        return 1
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _first_cells(text: str, width: int) -> str:
    """Return the beginning of the text that has room, no cluster cut in two."""
    taken = 0
    for at, sign in enumerate(text):
        taken += _cell(sign)
        if taken > width:
            while inside_grapheme(text, at):
                at -= 1
            return text[:at]
    return text


def _last_cells(text: str, width: int) -> str:
    taken = 0
    for at in range(len(text) - 1, -1, -1):
        taken += _cell(text[at])
        if taken > width:
            at += 1
            while inside_grapheme(text, at):
                at += 1
            return text[at:]
    return text


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


# --- as files


def fields(line: InContext) -> dict[str, str | int]:
    """Return what a line says, by HEADS; `labels` are those that stand there now, `label` is the hit's own."""
    found = line.found
    values = (
        *(found.article, line.title, line.date, line.source, found.start, found.end),
        *(*line.words, line.now, found.label, found.status, line.sentence, found.annotator),
    )
    return dict(zip(HEADS, values, strict=True))


def as_csv(lines: Iterable[InContext], title: str) -> Iterator[str]:
    """Yield the concordance as CSV, a row each, with an apostrophe before a cell that a spreadsheet takes for a formula."""
    yield _row(HEADS)
    for line in lines:
        yield _row(map(str, fields(line).values()))


def _row(values: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(defused, values))
    return out.getvalue()


def as_markdown(lines: Iterable[InContext], title: str) -> Iterator[str]:
    """Yield the concordance as a table of Markdown under that title, which shows every text letter by letter."""
    yield f"# {markdown(title)}\n\n| left | words | right | label | article | date |\n| ---: | --- | --- | --- | --- | --- |\n"
    for line in lines:
        before, words, behind = map(markdown, line.words)
        sentence = f"<br>{markdown(line.sentence)}" * bool(line.sentence)
        said = (
            before,
            f"**{words}**" if words.strip() else "",
            behind + sentence,
            _labelled(line),
            line.title,
            line.date,
        )
        yield f"| {' | '.join((*said[:3], *map(markdown, said[3:])))} |\n"


def as_html(lines: Iterable[InContext], title: str) -> Iterator[str]:
    """Yield the concordance as a page of HTML with that title, which needs nothing else; every text is escaped."""
    yield (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{_html(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body><h1>{_html(title)}</h1>\n<table><thead><tr><th>left</th><th>words</th>"
        "<th>right</th><th>label</th><th>article</th><th>date</th></tr></thead>\n<tbody>\n"
    )
    for line in lines:
        before, words, behind = map(_html, line.words)
        long = " long" * (len(line.words[1]) > LONG)
        sentence = f"<br><small>{_html(line.sentence)}</small>" * bool(line.sentence)
        yield (
            f'<tr><td class="left" dir="auto">{before}</td><td class="words{long}" dir="auto">{words}</td>'
            f'<td dir="auto">{behind}{sentence}</td><td>{_html(_labelled(line))}</td>'
            f'<td dir="auto">{_html(line.title)}</td><td>{_html(line.date)}</td></tr>\n'
        )
    yield "</tbody></table></body></html>\n"


def _labelled(line: InContext) -> str:
    """Return the hit's own label with its status, of words those that stand there."""
    found = line.found
    return f"{found.label} ({found.status})" if found.item else line.now


def _html(text: str) -> str:
    return escape(written_out(text), quote=True)


WRITERS: Mapping[str, Callable[[Iterable[InContext], str], Iterator[str]]] = {
    ".csv": as_csv,
    ".md": as_markdown,
    ".html": as_html,
}


def writer_of(path: Path) -> Callable[[Iterable[InContext], str], Iterator[str]]:
    """Return what writes a file of that name.  UserError when the name ends otherwise."""
    writer = WRITERS.get(path.suffix.casefold())
    if writer is None:
        raise UserError(
            f"A concordance is written as {', '.join(WRITERS)}; let the file’s name end so.", where=path
        )
    return writer


def write_concordance(path: Path, lines: Iterable[InContext], title: str) -> int:
    """Write the lines as a file of the kind that its name ends with, whole or not at all; return how many they are.

    UserError when the name ends otherwise, it is a file of a project's own, or it cannot be written.
    """
    writer, target = writer_of(path), free_target(path)
    if target.is_dir():
        raise UserError("This is a folder; name a file.", where=path)
    counted = _Counted(lines)
    try:
        with (
            writing(target) as made,
            made.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file,
        ):
            file.writelines(writer(counted, title))
    except OSError as error:
        raise NotWritten(f"The concordance could not be written: {cause(error)}.", where=path) from error
    return counted.many


class _Counted:
    """The lines, counted as they go by."""

    def __init__(self, lines: Iterable[InContext]) -> None:
        self._lines, self.many = lines, 0

    def __iter__(self) -> Iterator[InContext]:
        for line in self._lines:
            self.many += 1
            yield line
