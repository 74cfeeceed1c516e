"""A text with its labelled stretches, and edits to it that keep them in their places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotations.errors import UserError
from annotations.text.sentences import sentences


class Mark(NamedTuple):
    """A mark: the label of `text[start:end]`; code points."""

    start: int
    end: int
    label: str


class Replacement(NamedTuple):
    """An edit: `text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str

    @property
    def longer(self) -> int:
        """Return by how much the text grows."""
        return len(self.new) - (self.end - self.start)


class Marked(NamedTuple):
    """A text and its marks, in order, without overlaps."""

    text: str
    marks: tuple[Mark, ...] = ()

    def quotes(self) -> list[tuple[str, str]]:
        """Return the wording and label of every mark."""
        return [(self.text[mark.start : mark.end], mark.label) for mark in self.marks]


def read(path: Path) -> list[Marked]:
    """Return the texts of a corpus: JSONL with `text` and `spans` of `start`, `end`, `label`."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise UserError(f"The corpus cannot be read: {error.strerror}.", where=path) from error
    return [_marked(json.loads(line)) for line in lines]


def _marked(value: dict[str, object]) -> Marked:
    text, spans = value["text"], value["spans"]
    if not isinstance(text, str) or not isinstance(spans, list):
        raise UserError("A line of the corpus has no text or no spans.")
    return Marked(text, flat(Mark(span["start"], span["end"], span["label"]) for span in spans))


def flat(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks in order, without overlaps: of two the longer one stays, then the earlier."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return tuple(sorted(kept))


def edited(marked: Marked, edits: Iterable[Replacement]) -> Marked:
    """Return the text with the edits, which do not overlap; one that crosses a mark's bound is left out."""
    kept = [edit for edit in sorted(edits) if not any(_crosses(edit, mark) for mark in marked.marks)]
    parts, at = [], 0
    for edit in kept:
        parts += [marked.text[at : edit.start], edit.new]
        at = edit.end
    return Marked("".join(parts) + marked.text[at:], tuple(_moved(mark, kept) for mark in marked.marks))


def _moved(mark: Mark, edits: Sequence[Replacement]) -> Mark:
    """Return the mark where the edits have put it; what is inserted at its bounds is no part of it."""
    ahead = sum(edit.longer for edit in edits if edit.end <= mark.start)
    inside = sum(edit.longer for edit in edits if mark.start < edit.end <= mark.end and edit.start < mark.end)
    return Mark(mark.start + ahead, mark.end + ahead + inside, mark.label)


def _crosses(edit: Replacement, mark: Mark) -> bool:
    touches = edit.start < mark.end and mark.start < edit.end
    return touches and not (mark.start <= edit.start and edit.end <= mark.end)


def joined(parts: Iterable[Marked], between: str) -> Marked:
    """Return the parts one after the other, with the same string between any two."""
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for part in parts:
        marks += [Mark(m.start + at, m.end + at, m.label) for m in part.marks]
        texts.append(part.text)
        at += len(part.text) + len(between)
    return Marked(between.join(texts), tuple(marks))


def by_sentence(marked: Marked) -> Iterator[Marked]:
    """Yield the sentences, each with its marks; a mark that crosses a sentence's end is left out."""
    for start, end in sentences(marked.text):
        inside = (m for m in marked.marks if start <= m.start and m.end <= end)
        yield Marked(
            marked.text[start:end], tuple(Mark(m.start - start, m.end - start, m.label) for m in inside)
        )
