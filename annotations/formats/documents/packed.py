"""The XML inside office files: a zip whose texts alone are unpacked, within limits, and never its pictures or fonts."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.reading.heads import OLE

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCK = 1 << 16  # bytes unpacked at a time
LARGEST = 24 * 2**20  # bytes of all that is text in the file, unpacked
MOST = 500_000  # tags in it: a paragraph without text is one, a usual run of text about eight
PARTS = 2_000  # files in the zip
TOO_LARGE = (
    f"This {{kind}} is not read: unpacked, its text is more than {LARGEST // 2**20} MB or has more than {MOST:,} tags, "
    f"or it is made of more than {PARTS:,} parts. Divide it, or save it as .txt."
)
OLD = "This is an old {kind}, of the kind of 1997; open it and save it as {new}, and import that."
LOCKED = "This {kind} has a password; open it and save it without one first."


class PackedXml:
    """The parts of an office file, each unpacked when it is asked for."""

    def __init__(self, file: BinaryIO, *, kind: str, new: str) -> None:
        """Open the zip; `kind` and `new` name it, and what to save it as, in sentences.

        UserError when it is an old file or has a password; BadZipFile when it is no zip.
        """
        self._kind, self._size, self._tags = kind, 0, 0
        if file.read(len(OLE)) == OLE:
            is_locked = "EncryptedPackage".encode("utf-16-le") in file.read(LARGEST)
            raise UserError((LOCKED if is_locked else OLD).format(kind=kind, new=new))
        file.seek(0)
        self._zip = zipfile.ZipFile(file)
        self._names = {name.lstrip("/"): name for name in self._zip.namelist()}
        if len(self._names) > PARTS:
            raise UserError(TOO_LARGE.format(kind=kind))

    def names(self, ending: str) -> list[str]:
        return [name for name in self._names if name.endswith(ending)]

    def content(self, name: str) -> bytes:
        """Return a part as it is, b"" when there is none.  UserError when it is more than a text can be."""
        if name not in self._names:
            return b""
        pieces: list[bytes] = []
        with self._zip.open(self._names[name]) as part:
            while piece := part.read(BLOCK):
                self._size, self._tags = self._size + len(piece), self._tags + piece.count(b"<")
                if self._size > LARGEST or self._tags > MOST:
                    raise UserError(TOO_LARGE.format(kind=self._kind))
                pieces.append(piece)
        return b"".join(pieces)

    def part(self, name: str) -> _Element | None:
        """Return a part's root; None when there is no such part.  SyntaxError when it is damaged."""
        content = self.content(name)
        return parsed(content) if content else None


def parsed(content: bytes) -> _Element:
    """Return the root of an XML whose entities are left alone, and which asks nothing of the network."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(content, parser)


def local(node: Any) -> str:
    """Return a tag's name without its namespace; "" for what is no tag."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def value(node: Any, name: str, default: str = "") -> str:
    """Return an attribute, whatever its namespace."""
    return next((said for key, said in node.attrib.items() if key.rpartition("}")[2] == name), default)


def child(node: Any, *names: str) -> Any:
    """Return the first child on that path of names, or None."""
    for name in names:
        node = next((one for one in node if local(one) == name), None) if node is not None else None
    return node


def texts(root: Any, *names: str) -> dict[str, str]:
    """Return the text of the first tag of each of the names that has some."""
    found: dict[str, str] = {}
    for node in root.iter() if root is not None else ():
        if (name := local(node)) in names and name not in found and (node.text or "").strip():
            found[name] = node.text.strip()
    return found
