"""A person's own list of wordings: a text with one a line, a table with wordings and labels, or a patterns.jsonl.

What a line is not taken for is a problem with its number; no line is left out in silence.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path

from annotations.errors import UserError, unread
from annotations.formats.reading.encoding import decode
from annotations.problems import Noted, Notice, Problem
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.pattern_lines import NO_WORDS, PatternLine, has_words, parsed
from annotations.text.counts import counted

MOST_BYTES, MOST, LONGEST = 50_000_000, 200_000, 300  # of a file, lines of it, code points of a wording
LINE_END = re.compile("\r\n|\n|\r")
SEPARATORS = "\t;,|"
SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # a spreadsheet's first line
JOINERS = re.compile(
    "[\u00ad\u200c\u200d\u2060\ufe0f]"
)  # what is not seen, and still belongs to words and emoji
TABLES, TABBED, PATTERNS = (".csv", ".tsv", ".tab"), (".tsv", ".tab"), (".jsonl", ".ndjson", ".json")
WORDINGS = ("wording", "wordings", "text", "term", "name", "phrase", "word", "pattern", "entity")
LABELS = ("label", "labels", "type", "class", "tag", "category")
FIRST = 200  # lines by which the shape of a table is told

Numbered = tuple[int, str]


class LabelWanted(UserError):
    """A list without labels, read without one."""


@dataclass(frozen=True)
class WordList:
    """The patterns of a list in order, once each, and what was left out or understood otherwise."""

    patterns: list[PatternLine] = field(default_factory=list)
    problems: Noted = field(default_factory=Noted)  # lines that were left out
    notices: list[Notice] = field(default_factory=list)  # how the file was understood
    twice: int = 0  # lines that say again what one before them says

    def labels(self) -> dict[str, int]:
        """Return how many patterns each label has, in the order in which they come first."""
        return dict(Counter(one.label for one in self.patterns))

    def said(self) -> str:
        """Return one sentence on what was read: "212 wordings, 3 lines left out"."""
        count, left = len(self.patterns), len(self.problems)
        parts = [counted(count, "wording")]
        parts += [f"{counted(left, 'line')} left out"] if left else []
        parts += [f"{self.twice:,} there twice"] if self.twice else []
        return ", ".join(parts)


def read_list(path: Path, label: str = "") -> WordList:
    """Return the patterns of the file; `label` is for lines that name none.

    UserError when the file cannot be read as a list at all; LabelWanted when a label is missing.
    """
    try:
        return listed(_text(path), path.name, label.strip())
    except UserError as error:
        if error.where is not None:
            raise
        raise type(error)(error.sentence, where=path) from error


def listed(text: str, name: str, label: str = "") -> WordList:
    """Return the patterns of a text that stands in a file of that name, or was pasted."""
    lines = [(number, line) for number, line in enumerate(LINE_END.split(text), 1) if line.strip()]
    if len(lines) > MOST:
        raise UserError(f"This list is not read: it has more than {MOST:,} lines. Split it.")
    made = _Making(name, label)
    if not lines:
        raise UserError("The list is empty.")
    if _is_patterns(name, lines):
        made.take_patterns(lines)
    elif _is_table(name, lines):
        made.take_table(lines)
    else:
        made.take_text(lines)
    return WordList(made.found, made.problems, made.notices, made.twice)


class _Making:
    """A list that is being read."""

    def __init__(self, name: str, label: str) -> None:
        self._name, self._label = name, label
        self.found = list[PatternLine]()
        self._known = set[tuple[str, str]]()
        self.problems, self.notices, self.twice = Noted(), list[Notice](), 0

    def take_text(self, lines: Iterable[Numbered]) -> None:
        """Take a wording a line, all of the label given."""
        self._need_label()
        lines = list(lines)
        if len(lines) > 1 and all("," in line for _, line in lines):
            self._say(
                "Every line has a comma, taken as part of its wording; a table is read when its name ends in .csv."
            )
        for number, line in lines:
            self._wording(number, line, self._label)

    def take_patterns(self, lines: Iterable[Numbered]) -> None:
        """Take lines as `patterns.jsonl` has them."""
        for number, line in lines:
            try:
                one = parsed(line, number)
            except UserError as error:
                self._leave(number, error.sentence)
                continue
            if isinstance(one.pattern, str):
                self._wording(number, one.pattern, one.label)
            else:
                self._add(one)

    def take_table(self, lines: list[Numbered]) -> None:
        """Take a row a wording, its columns by their names or, without names, by what is in them."""
        sep = SEP.fullmatch(lines[0][1])
        rows = list(self._rows(lines[1:] if sep else lines, sep[1] if sep else _separator(self._name, lines)))
        if not rows:
            return
        wording, label, names = self._columns([cells for _, cells in rows])
        if names:
            rows = rows[1:]
        if label is None:
            self._need_label()
        width = max(len(names), wording + 1, (label or 0) + 1)
        for number, cells in rows:
            if any(cells[width:]):
                self._leave(number, "This row has more cells than there are columns; put a wording with a separator in it in quotation marks.")  # fmt: skip
                continue
            said = cells[label] if label is not None and label < len(cells) else ""
            self._wording(number, cells[wording] if wording < len(cells) else "", said or self._label)

    def _rows(self, lines: Iterable[Numbered], separator: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the cells of each line; a line by itself, so that a stray quotation mark takes no other line along."""
        for number, line in lines:
            try:
                (cells,) = csv.reader([line], delimiter=separator, strict=True, skipinitialspace=True)
            except csv.Error:
                self._leave(number, "This row cannot be read: a quotation mark in it is not closed, or stands within a cell.")  # fmt: skip
                continue
            if any(cell.strip() for cell in cells):
                yield number, [cell.strip() for cell in cells]

    def _columns(self, rows: list[list[str]]) -> tuple[int, int | None, list[str]]:
        """Return the columns of wordings and of labels, and the names of all; no names when the first row has none."""
        first = [cell.casefold() for cell in rows[0]]
        wording = next((first.index(name) for name in WORDINGS if name in first), None)
        label = next((first.index(name) for name in LABELS if name in first), None)
        if wording is None and label is not None and len(first) == 2:
            wording = 1 - label
        if wording is not None and (label is not None or self._label or len(first) != 2):
            unread_ = [name for n, name in enumerate(rows[0]) if n not in (wording, label) and name]
            if unread_:
                self._say(f"Not read: the column{'s' if len(unread_) > 1 else ''} {', '.join(unread_)}.")
            return wording, label, rows[0]
        width = max(map(len, rows))
        if width == 1:
            return 0, None, []
        if width > 2 and sum(len(row) > 2 for row in rows) * 2 > len(rows):
            raise UserError("The first line names no column of wordings; call one of the columns wording, and one label.")  # fmt: skip
        label = _labels_at(rows)
        self._say(f"The first line names no columns: labels are read from column {label + 1}, wordings from column {2 - label}.")  # fmt: skip
        return 1 - label, label, []

    def _wording(self, number: int, wording: str, label: str) -> None:
        wording, label = " ".join(wording.split()), " ".join(label.split())
        if wrong := wrong_wording(wording, label):
            self._leave(number, wrong)
        else:
            self._add(PatternLine(label, wording, number))

    def _add(self, one: PatternLine) -> None:
        key = (one.label, one.words() if one.is_wording else f"\0{one.words()}")
        if key in self._known:
            self.twice += 1
            return
        self._known.add(key)
        self.found.append(one)

    def _need_label(self) -> None:
        if not self._label:
            raise LabelWanted("The list names no labels; say which label its wordings have.")

    def _leave(self, number: int, sentence: str) -> None:
        self.problems.add(Problem(self._name, number, sentence))

    def _say(self, sentence: str) -> None:
        self.notices.append(Notice(self._name, None, sentence))


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"This list is not read: it has more than {MOST_BYTES:,} bytes. Split it.")
        return decode(path.read_bytes())
    except OSError as error:
        raise UserError(f"The list cannot be read: {unread(error)}.") from error


def _is_patterns(name: str, lines: list[Numbered]) -> bool:
    return name.lower().endswith(PATTERNS) or lines[0][1].lstrip().startswith('{"')


def _is_table(name: str, lines: list[Numbered]) -> bool:
    """Return whether it is a table: by its name, a spreadsheet's first line, a tab in every line, or named columns."""
    if name.lower().endswith(TABLES) or SEP.fullmatch(lines[0][1]):
        return True
    if any(all(sign in line for _, line in lines[:FIRST]) for sign in "\t;"):  # no wording has these
        return True
    head = {cell.strip().strip('"').casefold() for cell in re.split(f"[{SEPARATORS}]", lines[0][1])}
    return bool(head & {*WORDINGS}) and bool(head & {*LABELS})


def _separator(name: str, lines: list[Numbered]) -> str:
    """Return the separator that is in the most lines; a tab before the others, a comma after the semicolon."""
    if name.lower().endswith(TABBED):
        return "\t"
    counts = {sign: sum(sign in line for _, line in lines[:FIRST]) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: counts[sign]) if any(counts.values()) else ","


def _labels_at(rows: list[list[str]]) -> int:
    """Return which of two columns has the labels: the one in capitals, else with fewer different words, else the second."""
    columns = [[row[n] for row in rows if len(row) > n and row[n]] for n in range(2)]
    capitals = [all(cell.isupper() for cell in column) for column in columns]
    if capitals[0] != capitals[1]:
        return capitals.index(True)
    return 0 if len({*columns[0]}) < len({*columns[1]}) else 1


def wrong_wording(wording: str, label: str) -> str:
    """Return why the wording is not taken, "" when it is."""
    if not wording:
        return "No wording is here."
    if not label:
        return "No label is here."
    if not JOINERS.sub("", wording + label).isprintable():
        return "An invisible character is in this line."
    if len(wording) > LONGEST or len(label) > LONGEST:
        return f"This is no wording: it has more than {LONGEST} characters."
    return "" if has_words(wording) else NO_WORDS
