"""The package's copyright file (DEP 5): our own licences, and those of what is inside, as their metadata have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

from installers.debian.freezing import Frozen
from ui.help.shipped import head_of, licence_of, model, python, texts

HEAD = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Factmark
Comment: The program is shipped with Python and the libraries it stands on.
 What follows was gathered from their metadata when the package was built.
"""
COMMON = {  # the title of a licence that Debian has by itself -> its file below /usr/share/common-licenses
    "Apache License Version 2.0, January 2004": "Apache-2.0",
    "GNU LESSER GENERAL PUBLIC LICENSE Version 3": "LGPL-3",
    "GNU LESSER GENERAL PUBLIC LICENSE Version 2.1": "LGPL-2.1",
    "GNU GENERAL PUBLIC LICENSE Version 3": "GPL-3",
    "GNU GENERAL PUBLIC LICENSE Version 2": "GPL-2",
    "Mozilla Public License Version 2.0": "MPL-2.0",
    "MOZILLA PUBLIC LICENSE Version 1.1": "MPL-1.1",
}
END = r"\b.*?(?:END OF TERMS AND CONDITIONS|\Z)"
OURS = (  # files, whose, licence, its text
    ("*", "2026 The Factmark authors", "MIT", "LICENSE"),
    ("*/ui/look/inter/*", "The Inter Project Authors", "OFL-1.1", "ui/look/inter/LICENSE.txt"),
    ("*/ui/look/lucide/*", "Lucide Icons and Contributors", "ISC", "ui/look/lucide/LICENSE"),
)
# What the metadata do not say, or at more length than is needed.
QT = "GNU Lesser General Public License, version 3: /usr/share/common-licenses/LGPL-3. Other builds may be put in the place of these files. "
SAID = {
    "PySide6_Essentials": f"{QT}The parts of others in Qt: https://doc.qt.io/qt-6/licenses-used-in-qt.html",
    "shiboken6": QT,
    "pyinstaller": "The start of the program is PyInstaller's: GNU General Public License, version 2 or later, "
    "/usr/share/common-licenses/GPL-2, with an exception for programs that are built with it, whatever their licence.",
    "dkpro-cassis": "/usr/share/common-licenses/Apache-2.0",
}
NOISE = re.compile(r"\b(?:The|Software|License|Version)\b,?|\(.*?\)")
COPYRIGHT = re.compile(r"^\W*(?:Copyright|©)[^\n]*\d{4}[^\n]*", re.MULTILINE | re.IGNORECASE)


def copyright_file(frozen: Frozen, root: Path) -> str:
    """Return the file: a paragraph for each part, with the text of its licence."""
    ours = (
        _paragraph(files, whose, name, (root / text).read_text("utf-8")) for files, whose, name, text in OURS
    )
    brought = sorted(frozen.brought().items(), key=lambda row: row[0].lower())
    theirs = (_of(owner, tops) for _, (owner, tops) in brought)
    return "\n".join([HEAD, *ours, _pipeline(), _python(), *theirs])


def _of(owner: Distribution, tops: set[str]) -> str:
    """Return the paragraph of a Python distribution."""
    files = " ".join(f"*/{top}" if top.endswith((".py", ".so")) else f"*/{top}/*" for top in sorted(tops))
    text = SAID.get(owner.name) or "\n\n".join(_texts(owner))
    whose = (
        "; ".join(dict.fromkeys(_holders(text)))
        or owner.metadata.get("Author")
        or f"The authors of {owner.name}"
    )
    return _paragraph(
        files, whose, _name(owner), text or f"See the metadata of {owner.name} {owner.version}."
    )


def _pipeline() -> str:
    whose = "2026 The Factmark authors, and those of the corpora that trained it"
    return _paragraph("*/annotations/pipelines/en_news/*", whose, "terms-of-its-corpora", model().text())


def _python() -> str:
    names, part = "*/base_library.zip */libpython* */lib-dynload/*", python()
    return _paragraph(names, "2001 Python Software Foundation", part.licence, part.text())


def _texts(owner: Distribution) -> Iterator[str]:
    """Yield the texts of the licences that a distribution brings; for one that Debian has, where that lies."""
    for text in texts(owner):
        for title, name in COMMON.items():
            whole = r"\s+".join(map(re.escape, title.split())) + END
            text = re.sub(whole, f"{name}: /usr/share/common-licenses/{name}", text, flags=re.DOTALL)
        yield text


def _holders(text: str) -> Iterator[str]:
    for line in COPYRIGHT.findall(text):
        yield re.sub(r"^\W*?copyright\W*?(?:\(c\)|©)?[\s:]*", "", " ".join(line.split()), flags=re.IGNORECASE)


def _name(owner: Distribution) -> str:
    """Return the short name of a distribution's licence."""
    name = NOISE.sub("", licence_of(head_of(owner))).strip() or "other"
    words = re.split(r"\s+(and|or)\s+", name, flags=re.IGNORECASE)
    return " ".join(
        word.lower() if place % 2 else re.sub(r"[^\w.+-]+", "-", word) for place, word in enumerate(words)
    )


def _paragraph(files: str, whose: str, name: str, text: str) -> str:
    lines = (line.rstrip().expandtabs() for line in text.replace("\f", "\n").strip().splitlines())
    body = "".join(f" {line}\n" if line else " .\n" for line in lines)
    return f"Files: {files}\nCopyright: {whose}\nLicense: {name}\n{body}"
