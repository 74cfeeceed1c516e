"""JSON values one by one, however a file has them: a line each, in a list, over several lines, one after another.

No more of the file is held than the value that is read.  One that is broken loses only itself: the next is looked for
where the brackets close, or where a line begins as that of the broken one does.
"""

from __future__ import annotations

import codecs
import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from annotations.formats.lines.json_broken import behind_broken, mended, wrong
from annotations.formats.lines.json_wrapped import above_a_list, list_in
from annotations.formats.reading.encoding import json_encoding, said_of
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.json_fields import BadItem, finite
from annotations.problems import Notice, Problem, worded

BLOCK = 1 << 18  # bytes read at a time
LONGEST = 1 << 26  # characters of a value that is waited for
NEAR = 12  # characters before the end within which an error may come of what is not read yet
VAIN = 20  # values without an end that are looked behind, each of which costs a look through the rest
BETWEEN = re.compile(r"[\s,;\ufeff]*")
COMMENT = re.compile(r"(?://|#)[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/")
UNDECODED = re.compile("[\udc80-\udcff]")
TAKEN = 'The records were taken from the list "{name}".'
COMMENTED = "This line was passed over as a comment."
UNDECODABLE = "This line is not {encoding}; name another encoding with --encoding."
ENDLESS = "The list does not end, or is not JSON from here on."


def _no_number(word: str) -> None:
    raise BadItem(f"{word} is no number in JSON")


DECODER = json.JSONDecoder(parse_constant=_no_number, parse_float=finite)
PASSING = json.JSONDecoder(parse_constant=len, parse_int=len)  # takes any number, to find a value's end


class Raw(NamedTuple):
    """A value of a file: its line, what it is, and how it is written there."""

    line: int
    value: Any
    written: str


def stream(
    path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS, *, unwraps: bool = True
) -> Iterator[Raw | Problem]:
    """Yield the values of the file; of a list at its top the items.  What cannot be read is a problem, by its line.

    `unwraps`: of one object that is about a list of records, those are taken.
    """
    told = json_encoding(file, reading)
    yield from said_of(path, told.said)
    at, line = 0, 1
    if told.encoding in ("utf-8", "utf-8-sig"):
        for content in iter(partial(file.readline, BLOCK), b""):
            plain = _plain(content, line)
            if plain is None:
                break
            if plain.written:
                yield plain
            at, line = at + len(content), line + 1
        else:
            return
    file.seek(at)
    decoder = codecs.getincrementaldecoder(told.encoding)(told.errors)
    values = _Stream(path, file, decoder, reading.encoding or "UTF-8", line)
    yield from values.records() if unwraps else values.values()


def _plain(content: bytes, line: int) -> Raw | None:
    """Return the object that is the whole line, which most files have; "" as written for a blank one, else None."""
    content = content.removeprefix(BOM_UTF8) if line == 1 else content
    try:
        written = content.decode()
        if not written.strip(" \r\n\t"):
            return Raw(line, None, "")
        value = DECODER.decode(written)
    except (ValueError, RecursionError):
        return None
    return (
        None if not isinstance(value, dict) or (line == 1 and list_in(value)) else Raw(line, value, written)
    )


class _Stream:
    """A file's text that is read by and by, and the place in it; `_line` is that of the place."""

    def __init__(
        self, path: Path, file: BinaryIO, decoder: codecs.IncrementalDecoder, encoding: str, line: int
    ) -> None:
        self._path, self._file, self._decoder, self._encoding = path, file, decoder, encoding
        self._held, self._at, self._line = "", 0, line
        self._is_all = self._in_list = self._is_within = self._is_damaged = False
        self._vain = 0

    def records(self) -> Iterator[Raw | Problem]:
        """Yield all values; those of a list that is all that the file is about, with a notice."""
        while self._is_more() and (comment := self._comment()):
            yield self._passed_over(comment)
        if self._is_more() and (above := self._above()):
            yield Notice(self._path, self._line, worded(TAKEN, name=above[2]))
            self._in_list = True
            self._go(above.end())
            yield from self.values()
            return
        first = next(entries := self.values(), None)
        if first is None:
            return
        second = next(entries, None)
        name = list_in(first.value) if isinstance(first, Raw) and second is None else ""
        if isinstance(first, Raw) and name:
            yield Notice(self._path, first.line, worded(TAKEN, name=name))
            for item in first.value[name]:
                yield Raw(first.line, item, json.dumps(item, ensure_ascii=False))
            return
        yield first
        if second is not None:
            yield second
            yield from entries

    def _above(self) -> re.Match[str] | None:
        """Return what stands here before a list of records that is a field of the file's one object."""
        found = above_a_list(self._held, self._at)
        self._is_within = found is not None
        return found

    def values(self) -> Iterator[Raw | Problem]:
        """Yield the values, or of a list those in it."""
        while self._is_more():
            char = self._held[self._at]
            if comment := self._comment():
                yield self._passed_over(comment)
            elif char == "]" and self._in_list:
                self._in_list = False
                self._go(self._at + 1)
                if self._is_within:
                    return
            elif char == "[" and not self._in_list and self._is_list():
                self._in_list = True
                self._go(self._at + 1)
            else:
                yield self._value()
        if self._in_list:
            yield Problem(self._path, self._line, ENDLESS)

    def _is_more(self) -> bool:
        """Go to what is next, and return whether there is anything."""
        while True:
            found = BETWEEN.match(self._held, self._at)
            self._go(found.end() if found else self._at)
            if self._at < len(self._held):
                return True
            if not self._read():
                return False

    def _read(self) -> bool:
        """Hold more of the file; return whether there was more."""
        if self._is_all:
            return False
        content = self._file.read(max(BLOCK, len(self._held) - self._at))
        block = self._decoder.decode(content, final=not content)
        self._held, self._at = self._held[self._at :] + block, 0
        self._is_all = not content
        self._is_damaged = self._is_damaged or (not block.isascii() and UNDECODED.search(block) is not None)
        return bool(content or block)

    def _go(self, to: int) -> None:
        self._line += self._held.count("\n", self._at, to)
        self._at = to

    def _comment(self) -> int:
        """Return where the comment ends that stands here, 0 when there is none."""
        if self._held[self._at] not in "/#":
            return 0
        while "\n" not in self._held[self._at :] and len(self._held) - self._at < LONGEST and self._read():
            continue
        found = COMMENT.match(self._held, self._at)
        return found.end() if found else 0

    def _passed_over(self, comment: int) -> Notice:
        line = self._line
        self._go(comment)
        return Notice(self._path, line, COMMENTED)

    def _is_list(self) -> bool:
        """Return whether a list of records begins here, and not one that is a record itself."""
        while True:
            found = BETWEEN.match(self._held, self._at + 1)
            end = found.end() if found else self._at + 1
            if end < len(self._held):
                return self._held[end] in "{["
            if not self._read():
                return True

    def _value(self) -> Raw | Problem:
        """Return the value that begins here, and go behind it."""
        while True:
            try:
                value, end = DECODER.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                if self._may_go_on(error) and self._read():
                    continue
                return self._broken(error)
            except (ValueError, RecursionError) as error:
                return self._refused(error)
            if end == len(self._held) and self._held[end - 1] not in "}]" and self._read():
                continue  # a number may go on
            return self._found(value, end)

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        is_cut = error.msg.startswith("Unterminated string") or error.pos >= len(self._held) - NEAR
        return is_cut and len(self._held) - self._at < LONGEST

    def _found(self, value: Any, end: int) -> Raw | Problem:
        line, written = self._line, self._held[self._at : end]
        self._go(end)
        if self._is_damaged and UNDECODED.search(written):
            return Problem(self._path, line, worded(UNDECODABLE, encoding=self._encoding))
        return Raw(line, value, written)

    def _refused(self, error: Exception) -> Problem:
        """Return the problem of a value that is JSON, but cannot be taken: a number that is none, or too many levels."""
        line, end = self._line, None
        while end is None:
            try:
                end = PASSING.raw_decode(self._held, self._at)[1]
            except json.JSONDecodeError as cut:
                if not (self._may_go_on(cut) and self._read()):
                    end = self._next(cut.pos)
            except (ValueError, RecursionError):
                end = self._next(self._at)
        self._go(end)
        return Problem(self._path, line, wrong(error))

    def _broken(self, error: json.JSONDecodeError) -> Raw | Problem:
        """Return the value without commas that end its lists, if that mends it; else the problem."""
        if error.pos >= len(self._held) - NEAR and self._is_all:
            self._vain += 1
        line, start = self._line, self._at
        end = self._next(error.pos)
        with suppress(ValueError, RecursionError):
            whole = self._held[start:end].rstrip(" \t\r\n,")
            return self._found(DECODER.decode(mended(whole)), end)
        is_damaged = self._is_damaged and UNDECODED.search(self._held, start, end)
        self._go(end)
        return Problem(
            self._path, line, worded(UNDECODABLE, encoding=self._encoding) if is_damaged else wrong(error)
        )

    def _next(self, wrong_at: int) -> int:
        """Return where to go on behind a broken value that begins here."""
        behind = wrong_at - self._at
        while True:
            end = (
                len(self._held)
                if self._vain > VAIN
                else behind_broken(self._held, self._at, self._at + behind)
            )
            if end < len(self._held) or self._vain > VAIN or end - self._at > LONGEST or not self._read():
                return end
