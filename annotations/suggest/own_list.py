"""A project's own list as a value: the lines of `patterns.jsonl`, those among them that are no patterns too.

Every change gives the next list; a line that it is not about stays as it is written, and where it is.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from functools import cached_property
from typing import Any, NamedTuple

from annotations.errors import UserError
from annotations.problems import worded
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.pattern_lines import NO_WORDS, PatternLine, has_words, parsed
from annotations.suggest.word_lists import wrong_wording

MARK = "\ufeff"  # of an encoding, before the first line
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
NO_LABEL = "There is no label {label} in the project, so nothing is suggested by this line."
STOPPED = "suggested no more: {}"
NOT_HERE = "This line is not as it was any more; look at the list again."


class ListRow(NamedTuple):
    """A line of the list: what it says, and what is wrong with it, "" for nothing.

    `words`: the wording, the tokens as JSON, or the line as it is written where it is no pattern.
    """

    line: int
    label: str
    words: str
    is_wording: bool
    wrong: str = ""

    @property
    def said(self) -> str:
        """Return the words as a list shows them: of a line that stops a wording, the wording."""
        is_stop = self.label and not self.is_wording and self.words.startswith("{")
        return STOPPED.format(json.loads(self.words)["stop"]) if is_stop else self.words

    @property
    def is_pattern(self) -> bool:
        """Return whether the line is a pattern, whatever may be wrong with that."""
        return bool(self.label)


@dataclass(frozen=True)
class OwnList:
    """The lines of the file, each with its end."""

    lines: tuple[str, ...] = ()
    read: dict[str, ListRow] = field(default_factory=dict, repr=False, compare=False)  # what lines say

    @classmethod
    def of(cls, text: str, read: dict[str, ListRow] | None = None) -> OwnList:
        """Return the list of a file; `read`: what the lines of a list before it say, which need not be read again."""
        return cls(tuple(LINE.findall(text)), {} if read is None else read)

    @property
    def text(self) -> str:
        return "".join(self.lines)

    @cached_property
    def rows(self) -> list[ListRow]:
        """Return a row for each line that is not blank."""
        return [self._row(number, line) for number, line in self._written()]

    def told(self, labels: Collection[str]) -> list[ListRow]:
        """Return the rows, those of a label that is none of these with that as what is wrong."""
        return [_told(row, labels) for row in self.rows]

    def labels(self) -> dict[str, int]:
        """Return how many patterns each label has, in the order in which they come first."""
        return dict(Counter(row.label for row in self.rows if row.is_pattern))

    def line_of(self, one: PatternLine) -> int:
        """Return the line that says the same as the pattern, 0 where none does."""
        key = _key(one.label, one.words(), one.is_wording)
        return next((row.line for row in self.rows if _key(row.label, row.words, row.is_wording) == key), 0)

    def adding(self, patterns: Iterable[PatternLine]) -> tuple[OwnList, int]:
        """Return the list with those of the patterns at its end that it lacks, and how many these are."""
        known = {_key(row.label, row.words, row.is_wording) for row in self.rows}
        new = []
        for one in patterns:
            if (key := _key(one.label, one.words(), one.is_wording)) not in known:
                known.add(key)
                new.append(one.written() + self._end)
        before = (
            self.text if not new or self.text in ("", MARK) or _end_of(self.text) else self.text + self._end
        )
        return OwnList.of("".join([before, *new]), self.read), len(new)

    def replacing(self, number: int, words: str, label: str) -> OwnList:
        """Return the list with that line saying this; what else is written in it stays.

        UserError when there is no such line, when the words are no pattern, or stand on another line already.
        """
        one = read_entry(words, label)
        row = self._at(number)
        key = _key(one.label, one.words(), one.is_wording)
        twin = next(
            (r.line for r in self.rows if r is not row and _key(r.label, r.words, r.is_wording) == key), 0
        )
        if twin:
            raise UserError(f"This is on line {twin:,} already.")
        fields, new = _fields(self.lines[number - 1]), _fields(one.written())
        made = {**fields, **new}
        for other in {"pattern", "stop"} - new.keys():
            made.pop(other, None)
        return self._with({number: json.dumps(made, ensure_ascii=False)})

    def labelled(self, numbers: Iterable[int], label: str) -> OwnList:
        """Return the list with another label on these lines; one that another line says then goes.

        A line that is no pattern stays as it is.
        """
        chosen = set(numbers)
        rows = [row for row in self.rows if row.line in chosen and row.is_pattern and row.label != label]
        known = {_key(row.label, row.words, row.is_wording) for row in self.rows}
        made, gone = dict[int, str](), set[int]()
        for row in rows:
            key = _key(label, row.words, row.is_wording)
            if key in known:
                gone.add(row.line)
            known.add(key)
            fields = {**_fields(self.lines[row.line - 1]), "label": label}
            made[row.line] = json.dumps(fields, ensure_ascii=False)
        return self._with(made).without(gone)

    def without(self, numbers: Collection[int]) -> OwnList:
        """Return the list without these lines."""
        gone = set(numbers)
        kept = [line for number, line in enumerate(self.lines, 1) if number not in gone]
        first = MARK if self.text.startswith(MARK) else ""
        return OwnList.of(first + "".join(kept).removeprefix(MARK), self.read)

    # --- parts of it

    @property
    def _end(self) -> str:
        """Return what ends a line."""
        return (_end_of(self.lines[0]) if self.lines else "") or "\n"

    def _written(self) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(self.lines, 1):
            if said := line.strip(MARK if number == 1 else "").strip():
                yield number, said

    def _row(self, number: int, line: str) -> ListRow:
        """Return the row of a line, which is read once."""
        known = self.read.get(line)
        if known is None:
            known = self.read[line] = _row(number, line)
        if known.line == number:
            return known
        return ListRow(number, known.label, known.words, known.is_wording, known.wrong)

    def _at(self, number: int) -> ListRow:
        found = next((row for row in self.rows if row.line == number), None)
        if found is None:
            raise UserError(NOT_HERE)
        return found

    def _with(self, made: dict[int, str]) -> OwnList:
        """Return the list with other lines in their places; marks and ends of lines stay."""
        lines = list(self.lines)
        for number, line in made.items():
            was = lines[number - 1]
            first = MARK if was.startswith(MARK) else ""
            lines[number - 1] = first + line + _end_of(was)
        return OwnList(tuple(lines), self.read)


def read_entry(words: str, label: str) -> PatternLine:
    """Return what somebody typed as a pattern: a wording, the JSON of tokens, or a whole line.

    UserError says why it is none.
    """
    typed = words.strip()
    if typed.startswith('{"'):
        return parsed(typed)
    label = " ".join(label.split())
    if typed.startswith(("[{", "[ {")):
        try:
            tokens: Any = json.loads(typed)
        except (ValueError, RecursionError) as error:
            place = (
                f": {error.msg}, at character {error.pos + 1:,}"
                if isinstance(error, json.JSONDecodeError)
                else ""
            )
            raise UserError(f"These tokens are not JSON{place}.") from error
        return parsed(PatternLine(label, tokens).written())
    wording = " ".join(typed.split())
    if wrong := wrong_wording(wording, label):
        raise UserError(wrong)
    return PatternLine(label, wording)


def _end_of(line: str) -> str:
    """Return how the line, or the last of several, ends; "" where it does not."""
    return next((end for end in ("\r\n", "\n", "\r") if line.endswith(end)), "")


def _row(number: int, line: str) -> ListRow:
    try:
        one = parsed(line, number)
    except UserError as error:
        return ListRow(number, "", line, is_wording=False, wrong=error.sentence)
    wrong = "" if not one.is_wording or has_words(one.words()) else NO_WORDS
    return ListRow(number, one.label, one.words(), one.is_wording, wrong)


def _told(row: ListRow, labels: Collection[str]) -> ListRow:
    if row.wrong or row.label in labels:
        return row
    said = worded(NO_LABEL, label=row.label)
    return ListRow(row.line, row.label, row.words, row.is_wording, said)


def _key(label: str, words: str, is_wording: bool) -> tuple[str, str, bool]:
    """Return what makes two lines one."""
    return label, " ".join(words.split()) if is_wording else words, is_wording


def _fields(line: str) -> dict[str, Any]:
    """Return all that is written in a line that is a pattern, else nothing."""
    try:
        found = json.loads(line.removeprefix(MARK))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
