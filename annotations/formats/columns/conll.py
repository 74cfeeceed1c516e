"""The writer of CoNLL's columns: a line a token, a blank line after a sentence, `-DOCSTART-` before an article.

Two columns (form, tag) or the four of 2003 (form, part of speech, chunk, tag), parted by one blank.
"""

from __future__ import annotations

from collections.abc import Callable

from annotations.formats.base import How, Record
from annotations.formats.columns.tagged import START, tags
from annotations.formats.writing.output import Output

UNKNOWN = "-X-"
FOUR = f"{START} {UNKNOWN} O O"  # to the letter: spaCy's converter knows where an article begins by this line alone


class Columns:
    """A sink with one file a part."""

    def __init__(self, out: Output, scheme: str, fillers: int) -> None:
        self._out, self._scheme, self._between = out, scheme, " ".join(["", *[UNKNOWN] * fillers, ""])
        self._start = FOUR if fillers else f"{START} O"

    def add(self, entry: Record, part: str) -> None:
        lines = entry.tokenized.lines
        found = iter(tags(sum(map(len, lines)), entry.tokenized.spans, self._scheme))
        between = self._between
        pairs = (
            zip(line, found, strict=False) for line in lines
        )  # a line takes as many tags as it has tokens
        told = ("".join([f"{form}{between}{tag}\n" for form, tag in line]) for line in pairs)
        self._out.text(part).write(f"{self._start}\n\n" + "\n".join(told) + "\n")

    def close(self) -> None:
        for part in self._out.parts:
            self._out.text(part)


def _columns(scheme: str, fillers: int = 0) -> Callable[[Output, How], Columns]:
    return lambda out, how: Columns(out, scheme, fillers)


write_2003 = _columns("bio", 2)
write_bio = _columns("bio")
write_biluo = _columns("biluo")
write_iob1 = _columns("iob1")
