"""A kind of file that people bring: how one is made, and what it must be taken for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from annotations import formats
from annotations.errors import UserError
from annotations.formats.base import Record


class Kind(NamedTuple):
    """A kind of file: its name, a file of it, and the format it is read as, or a piece of the sentence that refuses it."""

    name: str
    file: str
    content: bytes | str
    form: str = ""
    why: str = ""
    beside: Mapping[str, str] = {}

    def made(self, folder: Path) -> Path:
        """Write the file, and what lies beside it; return its path."""
        for name, text in self.beside.items():
            (folder / name).write_text(text, "utf-8")
        path = folder / self.file
        path.write_bytes(self.content if isinstance(self.content, bytes) else self.content.encode())
        return path


class Taken(NamedTuple):
    """What a file is taken for, the articles that are read of it, and the sentences it gets."""

    form: str
    texts: list[str]
    sentences: list[str]


def taken(path: Path) -> Taken:
    """Return what the file is taken for."""
    try:
        form = formats.detected(path).name
    except UserError:
        form = ""
    entries = list(formats.read(path))
    records = [entry for entry in entries if isinstance(entry, Record)]
    told = [entry.reason for entry in entries if not isinstance(entry, Record)]
    return Taken(form, [record.article.text for record in records], told)


def read(name: str, file: str, content: bytes | str, form: str) -> Kind:
    """Return a kind that is read as that format."""
    return Kind(name, file, content, form=form)


def refused(name: str, file: str, content: bytes | str, why: str) -> Kind:
    """Return a kind that is refused in a sentence with that in it."""
    return Kind(name, file, content, why=why)
