"""The beginning of a file, as what tells its format looks at it."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from annotations.formats.reading.encoding import head_of
from annotations.processes.quick_dataclass import dataclass

HEAD = 1 << 16  # bytes that are looked at
TOP = 1 << 22  # bytes of a first line that is looked at whole
PARTS = 10_000  # names in a zip that are looked at
BEFORE_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\])?+[^>]*+>)", re.DOTALL | re.IGNORECASE
)
ROOT = re.compile(r"\s*<([A-Za-z_][\w.:-]*)([^>]{0,4000})")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how office files began until 2007, and those with a password do
BROKEN = (  # what the module zipfile raises at a damaged zip
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    NotImplementedError,
)
ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True)
class Head:
    """The beginning of a file: its place, its first bytes, and what they are as text."""

    path: Path
    content: bytes

    @classmethod
    def of(cls, path: Path) -> Head:
        """Return the head of the file: a first line that is long is there whole, up to a limit.  OSError."""
        with path.open("rb") as file:
            head = file.read(HEAD)
            return cls(path, head if b"\n" in head else head + file.read(TOP))

    @property
    def ending(self) -> str:
        """Return the ending of the file's name, in small letters."""
        return self.path.suffix.lower()

    @cached_property
    def text(self) -> str:
        """Return the first bytes as text, without a mark; what is in no UTF has question marks."""
        return head_of(self.content)

    @cached_property
    def begin(self) -> str:
        """Return the text from its first sign that is not blank."""
        return self.text.lstrip("\ufeff \t\r\n\x1e")

    @cached_property
    def lines(self) -> list[str]:
        """Return the lines that are there whole and not blank."""
        lines = ENDS.split(self.text)
        whole = lines if len(self.content) < HEAD or len(lines) == 1 else lines[:-1]
        return [line for line in whole if line.strip()]

    @cached_property
    def root(self) -> str:
        """Return the name of the first element when the text begins as XML or HTML does; else ""."""
        found = ROOT.match(self._behind_prologue)
        return found[1] if found and self.begin.startswith("<") else ""

    @cached_property
    def root_attributes(self) -> str:
        """Return the attributes of the first element as they are written."""
        found = ROOT.match(self._behind_prologue)
        return found[2] if found else ""

    @cached_property
    def _behind_prologue(self) -> str:
        rest = self.begin
        while found := BEFORE_ROOT.match(rest):
            rest = rest[found.end() :]
        return rest

    @cached_property
    def parts(self) -> Collection[str]:
        """Return the names in the zip that the file is; none when it is none."""
        if not self.content.startswith(b"PK"):
            return ()
        try:
            with zipfile.ZipFile(self.path) as package:
                return package.namelist()[:PARTS]
        except (*BROKEN, OSError):
            return ()

    @cached_property
    def declared(self) -> str:
        """Return what a zip of an office program or a book says it is; "" when it says nothing."""
        if "mimetype" not in self.parts:
            return ""
        try:
            with zipfile.ZipFile(self.path) as package, package.open("mimetype") as part:
                return part.read(200).decode("ascii", "replace").strip()
        except (*BROKEN, OSError, RuntimeError):
            return ""
