"""How a table of tokens lies in a file: what parts its columns, which holds the tokens and which the tags."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from annotations.errors import UserError
from annotations.formats.columns.tag_words import NOTHING, PLAIN, SPELLINGS, is_tag, labels, spelling
from annotations.processes.quick_dataclass import dataclass

WORDS = re.compile(r"[^ \t\r\n\f\v]+")  # a token may hold any other blank
SEPARATORS = ("\t", "", ";", ",", "|")  # "": any blanks
MOSTLY = 0.9  # share of lines that must be as the layout says
OUTSIDE_LEAST = 0.3  # share of tokens outside of spans, in a column of names that may be tags
OUTSIDE = ("O", "o")  # what stands outside of spans, in a column of names that is the last
FEW_ROWS = 4  # lines by which such a column is told; twice as many when its names are in lower case
DISTINCT = 30  # different names that such a column may have
CHUNKS = frozenset(
    ("NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP")
)  # CoNLL's tags of phrases, no names
WRONG = "Columns are asked for as numbers from 1, the tokens' first and then one or more of tags, as --columns 2,4."
NONE = (
    "No column of this table was found to hold tags, as B-PER and O. Its lines have {width} columns, as: {line}. "
    "Name those of the tokens and the tags by number, as --columns 2,4."
)
FEW = "There is no column {column} in this table: its lines have {width} columns, as: {line}."


@dataclass(frozen=True)
class Layout:
    """A table's columns, from 0; a negative one counts from the end of the line.

    `seen`: the columns that hold tags, where some of them are not read.  `header`: the first line names the columns.  `sentence`: a column that says
    the same of all tokens of a sentence, or is empty behind its first.
    """

    separator: str
    token: int
    tags: tuple[int, ...]
    way: re.Pattern[str] | None
    seen: tuple[int, ...] = ()
    width: int = 0
    header: bool = False
    sentence: int | None = None

    def cells(self, line: str) -> list[str]:
        """Return the cells of a line."""
        if self.separator:
            return cells(line, self.separator)
        found = line.rstrip("\r\n").split(" ")  # the quick way, where single blanks part the cells
        return WORDS.findall(line) if "" in found or "\t" in line or "\f" in line else found

    def choice(self) -> str:
        """Return which columns were read and how others are asked for; "" when there was no choice."""
        if not self.seen:
            return ""
        listed = " and ".join(str(column + 1) for column in self.seen)
        read, token = ",".join(str(column % self.width + 1) for column in self.tags), self.token + 1
        others = f"--columns {token},{','.join(str(column + 1) for column in self.seen)}"
        return f"Columns {listed} hold tags; column {read} was read. {others} reads all of them, fewer numbers only those."


def asked(words: str) -> tuple[int, ...]:
    """Return the columns that a person asks for, from 0.  UserError unless they are numbers from 1, two or more."""
    numbers = [word.strip() for word in words.split(",")]
    if len(numbers) < 2 or not all(re.fullmatch(r"[1-9][0-9]{0,3}", word) for word in numbers):
        raise UserError(WRONG)
    return tuple(int(word) - 1 for word in numbers)


def cells(line: str, separator: str) -> list[str]:
    """Return the cells of a line, without blanks round them and empty ones at its end."""
    if not separator:
        return WORDS.findall(line)
    if separator in ",;" and len(line) < csv.field_size_limit():
        found = next(csv.reader([line.strip("\r\n")], delimiter=separator), [])
    else:
        found = line.split(separator)
    found = [cell.strip(" \t\r\n\f\v") for cell in found]
    while found and not found[-1]:
        found.pop()
    return found


def layout(lines: Sequence[str], columns: str = "") -> Layout:
    """Return the layout of a table by some of its lines.

    UserError when the columns that are asked for are not there, or no column may be one of tags.
    """
    if columns:
        return _asked(lines, asked(columns))
    if found := told(lines):
        return found
    last = [row[-1] for row in (cells(line, "") for line in lines) if len(row) > 1]
    if lines and not any(word in OUTSIDE for word in last):
        separator = _separator(lines)
        width = _width([cells(line, separator) for line in lines])
        raise UserError(NONE.format(width=width, line=lines[0].strip()[:80]))
    return Layout("", 0, (-1,), _way(last))


def _way(words: Iterable[str]) -> re.Pattern[str] | None:
    found = {word for word in words if word not in NOTHING}
    return spelling(found) if found else SPELLINGS[0]


def _separator(lines: Sequence[str]) -> str:
    return next((one for one in SEPARATORS if _parts(lines, one) >= MOSTLY), "")


def _asked(lines: Sequence[str], columns: tuple[int, ...]) -> Layout:
    separator = _separator(lines)
    rows = [cells(line, separator) for line in lines]
    width = _width(rows)
    if rows and max(columns) >= width:
        raise UserError(FEW.format(column=max(columns) + 1, width=width, line=" | ".join(rows[0])[:80]))
    full = [row for row in rows if len(row) > max(columns)]
    way = _way(row[column] for row in full for column in columns[1:])
    header = len(full) > 1 and way is not None and not any(is_tag(full[0][c], way) for c in columns[1:])
    return Layout(separator, columns[0], columns[1:], way, width=width, header=header and rows[0] == full[0])


def _parts(lines: Sequence[str], separator: str) -> float:
    """Return the share of the lines that the separator parts."""
    return sum(len(cells(line, separator)) > 1 for line in lines) / max(1, len(lines))


def told(lines: Sequence[str]) -> Layout | None:
    """Return the layout that the lines themselves tell; None when no column of theirs holds tags."""
    for separator in SEPARATORS:
        if lines and _parts(lines, separator) >= MOSTLY:
            rows = [cells(line, separator) for line in lines]
            if found := _told(rows, separator):
                return found
    return None


def _width(rows: Sequence[Sequence[str]]) -> int:
    return Counter(map(len, rows)).most_common(1)[0][0] if rows else 0


def _told(rows: list[list[str]], separator: str) -> Layout | None:
    width = _width(rows)
    full = [row for row in rows if len(row) == width]
    ends = [row[-1] for row in rows if len(row) > 1]
    if len(full) < MOSTLY * len(rows) or width < 2:  # as many columns as they like, the tags in the last
        way = _way(ends)
        fits = way is not None and sum(is_tag(word, way) for word in ends) >= MOSTLY * len(rows)
        return Layout(separator, 0, (-1,), way) if fits else None
    columns = list(zip(*full, strict=True))
    ways = {n: spelling({*column} - {*NOTHING}) for n, column in enumerate(columns) if _inside(column)}
    tagged = [n for n, way in ways.items() if way is not None and _holds(columns[n], way)]
    phrases = all(labels(columns[n], ways[n]) <= CHUNKS for n in tagged)
    plain = [n for n in ways if n and phrases and n not in tagged and _may_be_names(columns[n])]
    if not tagged and not plain:
        return None
    read = (plain[-1],) if plain else _layers(columns, tagged, ways)
    seen = tuple(n for n in tagged if n in read or not labels(columns[n], ways[n]) <= CHUNKS)
    way = ways[read[-1]]
    header = way is not None and len(rows[0]) == width and not is_tag(rows[0][read[-1]], way)
    body = list(zip(*full[header:], strict=True)) if len(full) > header else columns
    bare = {n for n, column in enumerate(columns) if not _inside(column)}
    free = [n for n in range(width) if n not in {*tagged, *read, *bare}]
    token = next((n for n in free if _may_be_tokens(body[n])), free[0] if free else read[0])
    if token in read:
        return None
    last = len(read) == 1 and read[0] == width - 1 and not separator
    tags = (-1,) if last else read
    sentence = 0 if token and _is_of_sentences(body[0]) else None
    return Layout(separator, token, tags, way, seen if len(seen) > len(read) else (), width, header, sentence)


def _inside(column: Sequence[str]) -> bool:
    return any(word not in NOTHING for word in column)


def _holds(column: Sequence[str], way: re.Pattern[str]) -> bool:
    return sum(is_tag(word, way) for word in column) >= MOSTLY * len(column)


def _may_be_names(column: Sequence[str]) -> bool:
    """Return whether the column may hold tags without signs: few names, and much that is outside."""
    names = {word for word in column if word != OUTSIDE[0]}
    outside = sum(word == OUTSIDE[0] for word in column)
    fits = all(PLAIN.fullmatch(word) and len(word) > 1 for word in names)
    enough = len(column) >= (FEW_ROWS if all(word[0].isupper() for word in names) else 2 * FEW_ROWS)
    return (
        bool(names)
        and fits
        and enough
        and len(names) <= DISTINCT
        and outside >= max(1, OUTSIDE_LEAST * len(column))
    )


def _may_be_tokens(column: Sequence[str]) -> bool:
    return sum(map(bool, column)) >= MOSTLY * len(column) and not _numbers(column)


def _is_of_sentences(column: Sequence[str]) -> bool:
    """Return whether most cells of a column are as the one before, or empty."""
    same = sum(b in ("", a) for a, b in pairwise(column))
    return bool(column[0]) and same * 2 >= len(column)


def _numbers(column: Sequence[str]) -> bool:
    """Return whether the column counts the tokens, or says the same of all."""
    if not all(word.isascii() and word.isdigit() for word in column):
        return len(column) > 2 and len(set(column)) == 1
    numbers = [int(word[:9]) for word in column]
    steps = sum(b in (a, a + 1) or b <= 1 for a, b in pairwise(numbers))
    return steps >= MOSTLY * (len(numbers) - 1)


def _layers(
    columns: list[tuple[str, ...]], tagged: list[int], ways: dict[int, re.Pattern[str] | None]
) -> tuple[int, ...]:
    """Return the columns of tags that are read: the last that is not of phrases; behind numbered tokens all, as GermEval has them."""
    real = [n for n in tagged if not labels(columns[n], ways[n]) <= CHUNKS] or tagged
    if len(real) == 2 and len(columns) == 4 and _numbers(columns[0]):
        return tuple(real)
    return tuple(real[-1:])
