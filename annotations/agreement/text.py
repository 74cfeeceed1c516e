"""The tables of agreement written out: as text for a terminal, as Markdown, as LaTeX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from annotations.agreement.tables import ARTICLES, TITLES, Table, tables
from annotations.plain_names import marked
from annotations.text.controls import markdown, written_out
from annotations.text.counts import counted

Json = Mapping[str, Any]
LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "–": "--",
    "’": "'",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}
_MINUS = re.compile(r"(?<!\w)-(?=\d)")
_SPECIAL = re.compile("|".join(map(re.escape, LATEX)))


def written(found: Json, format: str) -> str:
    """Return the report of `report.Agreement.as_json` in that format: text, markdown or latex."""
    return FORMATS[format](found)


def as_text(found: Json) -> str:
    """Return the tables with their columns under each other; an undefined figure shows its reason."""
    lines = [_head(found)]
    for table in _tables(found):
        lines += ["", _title(table), *_columns(table)]
    return written_out("\n".join(lines))


def as_markdown(found: Json) -> str:
    """Return the tables as Markdown, with headings."""
    lines = [f"## {markdown(_head(found))}"]
    for table in _tables(found):
        lines += ["", f"### {markdown(_title(table))}", "", _row(table.header)]
        lines += [_row([*["---"] * table.names, *["---:"] * (len(table.header) - table.names)])]
        lines += [_row([markdown(cell.words) for cell in row]) for row in table.rows]
    return "\n".join([*lines, ""])


def as_latex(found: Json) -> str:
    """Return the tables as LaTeX that needs no package."""
    lines = [f"% {written_out(' '.join(_head(found).split()))}"]
    for table in _tables(found):
        lines += ["", r"\begin{table}", f"\\caption{{{latex(_title(table))}}}"]
        lines += [
            f"\\begin{{tabular}}{{{'l' * table.names}{'r' * (len(table.header) - table.names)}}}",
            r"\hline",
        ]
        lines += [_latex_row(table.header), r"\hline"]
        lines += [_latex_row([cell.words for cell in row]) for row in table.rows]
        lines += [r"\hline", r"\end{tabular}", r"\end{table}"]
    return "\n".join([*lines, ""])


def latex(text: str) -> str:
    r"""Return the text for a cell of LaTeX that shows it letter by letter.

    >>> latex("R&D_1 100 %")
    'R\\&D\\_1 100 \\%'
    """
    said = _SPECIAL.sub(lambda found: LATEX[found[0]], written_out(" ".join(text.split())))
    return _MINUS.sub("$-$", said)


FORMATS: dict[str, Callable[[Json], str]] = {"text": as_text, "markdown": as_markdown, "latex": as_latex}


def _head(found: Json) -> str:
    states = ", ".join(f"{count:,} {state}" for state, count in found["articles"].items())
    first = ", as each was first finished" if found.get("asked", {}).get("first_pass") else ""
    words = (
        f"{counted(found['compared'], 'article')} ({states}), {counted(found['tokens']['count'], 'token')}"
    )
    who = " and ".join(marked(name, found.get("machines", ())) for name in found["annotators"])
    return f"{who} on {words}{first}"


def _tables(found: Json) -> Iterator[Table]:
    """Yield the tables but that of the articles, which is as long as the project."""
    return (table for table in tables(found, {}) if table.title != ARTICLES)


def _title(table: Table) -> str:
    return f"{table.question} {table.title}" if len(TITLES[table.question]) > 1 else table.question


def _columns(table: Table) -> Iterator[str]:
    rows = [table.header, *([" ".join(cell.words.split()) for cell in row] for row in table.rows)]
    wide = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    wide[-1] = 0
    for row in rows:
        yield "  ".join(words.ljust(width) for words, width in zip(row, wide, strict=True)).rstrip()


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _latex_row(cells: list[str] | tuple[str, ...]) -> str:
    return f"{' & '.join(map(latex, cells))} \\\\"
