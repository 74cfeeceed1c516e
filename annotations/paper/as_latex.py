"""Blocks as a LaTeX document of its own: class article, and of packages only array and longtable, which every LaTeX has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.paper.blocks import (
    AuthorBlank,
    Block,
    Cell,
    PaperHeading,
    PaperList,
    PaperTable,
    PaperText,
)
from annotations.paper.quotes import WorkQuote
from annotations.paper.tex_letters import DEFINITION, tex

HEAD = r"""% Written by Factmark.  pdflatex, xelatex and lualatex all read it; it needs the packages array and longtable.
% The file is ASCII: letters that LaTeX has no command for are \fmchar{CODE POINT}.  With pdflatex they are shown as U+...;
% xelatex and lualatex show the letters themselves once a font that has them is chosen, as with
% \usepackage{fontspec}\setmainfont{Noto Sans}.  Text from right to left needs the package bidi or babel beside that.
% Every \authorblank is a place that is left to you.
\documentclass{article}
\usepackage{array,longtable}"""
BEGIN = r"""\newcommand{\authorblank}[1]{\textbf{[AUTHOR: #1]}}
\addtolength{\oddsidemargin}{-15mm}
\addtolength{\textwidth}{30mm}
\addtolength{\topmargin}{-15mm}
\addtolength{\textheight}{30mm}
\setlength{\tabcolsep}{4pt}
\setlength{\extrarowheight}{2pt}
\setlength{\emergencystretch}{3em}
\date{}"""
SECTION = {2: "section", 3: "subsection"}
GAP = 0.021  # of the line, that a column loses to the room at its sides
MOST, WORD = 50.0, 1.4  # characters of a wide column; how wide a word's letters are beside others
LONG = 40  # characters of a cell from which it needs more than one line


def as_latex(blocks: Iterable[Block]) -> str:
    """Return the document."""
    lines = [HEAD, DEFINITION, BEGIN]
    body = list[str]()
    for block in blocks:
        if isinstance(block, PaperHeading) and block.level == 1:
            lines += [
                f"\\title{{{tex(block.text)}}}",
                "\\author{\\authorblank{the authors}}",
                r"\begin{document}",
            ]
            lines += [r"\maketitle"]
        else:
            body += ["", *_lines(block)]
    return "\n".join([*lines, *body, "", r"\end{document}", ""])


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, PaperHeading):
        yield f"\\{SECTION[block.level]}{{{tex(block.text)}}}"
    elif isinstance(block, PaperText):
        yield tex(block.text)
    elif isinstance(block, AuthorBlank):
        yield f"\\authorblank{{{tex(block.asks)}}}"
    elif isinstance(block, PaperList):
        if block.items:
            yield r"\begin{itemize}"
            yield from (
                f"\\item {{}}{tex(item)}" for item in block.items
            )  # {}: no [ of the text is an option
            yield r"\end{itemize}"
    else:
        yield from _table(block)


def _table(table: PaperTable) -> Iterator[str]:
    small = "\\small" if table.wide or len(table.header) > 5 else ""
    yield f"{{{small}"
    yield f"\\begin{{longtable}}{{{_columns(table)}}}"
    yield f"\\caption{{{tex(table.caption)}}}\\\\"
    yield r"\hline"
    yield _row(tex(name) for name in table.header)
    yield r"\hline"
    yield r"\endhead"
    for row in table.rows:
        yield _row(map(_cell, row))
    yield r"\hline"
    yield r"\end{longtable}}"


def _columns(table: PaperTable) -> str:
    """Return the columns: names to the left, numbers to the right, of widths that fit the line where one may be long."""
    places = range(len(table.header))
    if not table.wide and len(places) <= 4 and not _is_long(table):
        return "".join("l" if place < table.names else "r" for place in places)
    weights = [_weight(table, place) for place in places]
    whole = sum(weights)
    made = ""
    for place, weight in enumerate(weights):
        turned = "raggedright" if place < table.names or place in table.wide else "raggedleft"
        width = weight / whole * (1 - GAP * len(weights))
        made += f">{{\\{turned}\\arraybackslash}}p{{{width:.3f}\\linewidth}}"
    return made


def _weight(table: PaperTable, place: int) -> float:
    """Return how wide a column is beside the others: as its longest word needs, and by how much it says."""
    cells = [row[place] for row in table.rows]
    if any(isinstance(cell, WorkQuote) for cell in cells):
        return MOST
    said = [table.header[place], *(cell for cell in cells if isinstance(cell, str))]
    word = max(len(word) for cell in said for word in cell.split() or [""])
    return max(WORD * word + 2, min(MOST, 0.8 * max(map(len, said))))


def _is_long(table: PaperTable) -> bool:
    return any(isinstance(cell, WorkQuote) or len(cell) > LONG for row in table.rows for cell in row)


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return tex(cell)
    told = f" ({tex(cell.told)})" if cell.told else ""
    before = f"{tex(cell.before)} " if cell.before[-1:].isspace() else tex(cell.before)
    after = f" {tex(cell.after)}" if cell.after[:1].isspace() else tex(cell.after)
    return f"{before}\\textbf{{{tex(cell.words)}}}{after}{told}"


def _row(cells: Iterable[str]) -> str:
    """Return a row; {} first, since a [ there would be an option of the line before."""
    return "{}" + " & ".join(cells) + r" \\"
