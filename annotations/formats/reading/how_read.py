"""The ways in which a file is to be read, as a person asks for it; and a file that an import means, with what its place says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from annotations.processes.quick_dataclass import dataclass

OURS = (
    "text",
    "title",
    "published",
    "id",
    "url",
    "source",
    "author",
    "annotator",
)  # what a field may be named as


@dataclass(frozen=True)
class HowRead:
    """A person's word on the files of an import; "" is what is told by the file itself.

    `encoding`: a name that Python knows.  `offsets`: one of UNITS.  `columns`: which columns of a table of tokens are
    read.  `fields`: the file's names of text, title and so on, by ours.  `password`: of protected files.  `keeps`: what
    goes back to the tool is kept.  A reader whose file has many parts tells `ahead` how many, and calls `tick` behind each, so that progress is seen within the file.
    """

    format: str = ""
    encoding: str = ""
    offsets: str = ""
    columns: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    password: str = ""
    keeps: bool = True
    ahead: Callable[[int], None] = field(default=lambda count: None, compare=False, repr=False)
    tick: Callable[[], None] = field(default=lambda: None, compare=False, repr=False)

    def unit(self, usual: str) -> str:
        """Return the unit of offsets: the one that was asked for, else the format's usual one."""
        return self.offsets or usual


AS_IT_IS = HowRead()


@dataclass(frozen=True)
class Source:
    """A file that an import means.

    `annotator`: whose work the name of a folder or file says that it is; `document`: the name of the text, likewise.
    `shown`: the file's place in words, where it is another than `path`, as in a zip.
    """

    path: Path
    annotator: str = ""
    document: str = ""
    shown: str = ""

    @property
    def name(self) -> Path | str:
        """Return the file's place as problems name it."""
        return self.shown or self.path
