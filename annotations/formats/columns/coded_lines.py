"""The lines of a table of tokens as text, whatever the file's encoding; one broken line loses only itself."""

from __future__ import annotations

from codecs import lookup
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from annotations.formats.reading.encoding import MARKS, decode_said
from annotations.formats.reading.how_read import HowRead

BROKEN = "This line is not UTF-8."
HEAD = 1 << 16  # bytes in which the line ends are looked for


class CodedLines:
    """A file's lines with their numbers from 1; None stands for one that is not in the file's encoding.

    A file is UTF-8 when most of its lines that show it are; else it is told as a text's encoding is.
    """

    def __init__(self, file: BinaryIO, reading: HowRead) -> None:
        self._file, self._reading = file, reading
        self.said = ""  # of an encoding that was guessed, once the lines are read
        head = file.read(HEAD)
        marked = next((name for mark, name in MARKS if head.startswith(mark)), "utf-8-sig")
        returns = b"\r" in head and b"\n" not in head
        asked = reading.encoding and lookup(reading.encoding).name.removesuffix("-sig")
        is_utf8 = asked == "utf-8" if asked else marked == "utf-8-sig" and self._is_utf8()
        self._streams = is_utf8 and not returns

    def __iter__(self) -> Iterator[tuple[int, str | None]]:
        self._file.seek(0)
        return self._streamed() if self._streams else self._decoded()

    def first(self, most: int) -> list[str]:
        """Return those of the first lines that have something in them."""
        return [line for _, line in islice(self, most) if line and line.strip()]

    def _streamed(self) -> Iterator[tuple[int, str | None]]:
        for number, line in enumerate(self._file, 1):
            try:
                yield number, line.decode() if number > 1 else line.decode("utf-8-sig")
            except UnicodeDecodeError:
                yield number, None

    def _decoded(self) -> Iterator[tuple[int, str | None]]:
        text, self.said = decode_said(self._file.read(), self._reading)
        yield from enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)

    def _is_utf8(self) -> bool:
        """Return whether more lines speak for UTF-8 than against it."""
        self._file.seek(0)
        speaking = 0
        for line in self._file:
            if not line.isascii():
                try:
                    line.decode()
                    speaking += 1
                except UnicodeDecodeError:
                    speaking -= 1
        return speaking >= 0
