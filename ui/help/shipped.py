"""All that is shipped with the program: each part's name, version, licence, and the text of the licence.

Libraries are told by the metadata of what is installed.  A frozen program has none of some: it brings a table that
`write_table` made when it was built, and that holds then.
"""

from __future__ import annotations

import json
import platform
import re
import sysconfig
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator
from email import message_from_string
from email.message import Message
from functools import partial
from importlib import metadata
from importlib.metadata import Distribution
from pathlib import Path

from annotations.processes.door import HOME
from annotations.processes.quick_dataclass import dataclass
from annotations.whole_files import write_whole
from ui.help.version import version

TABLE = HOME / "licences.json"  # of a frozen program
TEXTS = Path(__file__).parent / "texts"
MODEL = HOME / "annotations" / "pipelines" / "en_news"
FILES = (  # what lies in the source tree: its name, its licence, and where that is written
    ("Inter, the font of the window", "OFL-1.1", HOME / "ui" / "look" / "inter" / "LICENSE.txt"),
    ("Lucide, the icons; some from Feather", "ISC AND MIT", HOME / "ui" / "look" / "lucide" / "LICENSE"),
)
QT = ("pyside6-essentials", "shiboken6")
QT_NOTICE = (
    "Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. Their libraries are files\n"
    "of their own: you may put others in their place that have the same interface, and take the program apart to see\n"
    "that they work together. Their source: https://download.qt.io/official_releases/\n\n"
)
NO_TEXT = "The package brings no text of its licence; its author declares: {}.\n"
REQUIREMENT = re.compile(r"([\w.-]+)\s*(?:\[([^]]*)\])?")
OF_EXTRA = re.compile(r"extra\s*==\s*['\"]([\w.-]+)['\"]")
A_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
WORDS = 60  # code points; a longer licence is a text, and no name
FOR_WORK_ON_IT = "dev"  # the extra with what only tests and builds need
Closure = dict[str, tuple[Distribution, Message]]  # the head of its metadata with each


@dataclass(frozen=True)
class ShippedPart:
    """A part of what is shipped; `licence` is a name or an SPDX expression, and `text` returns what it says."""

    name: str
    version: str
    licence: str
    text: Callable[[], str]


def shipped(table: Path = TABLE) -> list[ShippedPart]:
    """Return every part: our own first, then Python and the libraries by name; those of the table where it is there."""
    try:
        rows = json.loads(table.read_text("utf-8"))
    except FileNotFoundError:
        return gathered()
    return [ShippedPart(name, version, licence, partial(str, text)) for name, version, licence, text in rows]


def write_table(path: Path, without: Collection[str] = ()) -> None:
    """Write the table of a program that is built from this environment, without the libraries of these names."""
    rows = [(part.name, part.version, part.licence, part.text()) for part in gathered(without)]
    write_whole(path, json.dumps(rows, indent=1, ensure_ascii=False) + "\n")


def gathered(without: Collection[str] = ()) -> list[ShippedPart]:
    """Return every part as the installed metadata tell them; libraries that are not installed are left out."""
    left_out = {normal(name) for name in without}
    libraries = (_library(*two) for name, two in closure(requirements()).items() if name not in left_out)
    return [*_own(), python(), *libraries]


def requirements() -> list[str]:
    """Return what the program requires as it is written: the base, and what each extra adds but the one for work on it."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [
        *project["dependencies"],
        *(one for name in extras if name != FOR_WORK_ON_IT for one in extras[name]),
    ]


def licence_of(head: Message) -> str:
    """Return the name of a distribution's licence as the head of its metadata declares it, "" when it does not."""
    written = (head.get("License") or "").strip()
    kinds = (
        row.rpartition(" :: ")[2] for row in head.get_all("Classifier") or [] if row.startswith("License")
    )
    name = written if "\n" not in written and len(written) < WORDS else ""
    return head.get("License-Expression") or name or next(kinds, "")


def head_of(owner: Distribution) -> Message:
    """Return the fields of a distribution's metadata, without the description below them, which takes long to read."""
    text = owner.read_text("METADATA") or owner.read_text("PKG-INFO") or ""
    return message_from_string(text.replace("\r\n", "\n").partition("\n\n")[0])


def needed(requirement: str, extras: Collection[str]) -> bool:
    """Return whether a requirement holds where these extras of its owner are asked for; of markers only extras are read."""
    asked = OF_EXTRA.findall(requirement)
    return not asked or bool({normal(name) for name in asked} & set(extras))


def normal(name: str) -> str:
    """Return a distribution's name as all ways to write it have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(
    required: Collection[str], find: Callable[[str], Distribution] = metadata.distribution
) -> Closure:
    """Return the installed distributions that are required, and those that they require, by name.

    `find` gives a distribution, or raises PackageNotFoundError: it is of another system, or an extra's that is not here.
    """
    found: Closure = {}
    looked: set[tuple[str, str]] = set()
    left = [*required]
    while left:
        match = REQUIREMENT.match(left.pop().strip())
        if match is None or (key := (normal(match[1]), match[2] or "")) in looked:
            continue
        looked.add(key)
        try:
            owner = find(match[1])
        except metadata.PackageNotFoundError:
            continue
        head = head_of(owner)
        found[key[0]] = owner, head
        extras = [normal(name.strip()) for name in key[1].split(",")]
        left += [one for one in head.get_all("Requires-Dist") or [] if needed(one, extras)]
    return dict(sorted(found.items()))


def _library(owner: Distribution, head: Message) -> ShippedPart:
    name, licence = head.get("Name", ""), licence_of(head)
    return ShippedPart(
        name, head.get("Version", ""), licence or "see its text", partial(_text, owner, name, licence)
    )


def _text(owner: Distribution, name: str, licence: str) -> str:
    """Return the texts that a distribution brings; Qt's lie here, since its wheels bring none."""
    if normal(name) in QT:
        return QT_NOTICE + "\n\n".join(_read(TEXTS / f"{one}.txt") for one in ("LGPL-3.0", "GPL-3.0"))
    return "\n\n".join(texts(owner)) or NO_TEXT.format(licence)


def texts(owner: Distribution) -> Iterator[str]:
    """Yield the texts of the licences that lie in a distribution's metadata."""
    for line in (owner.read_text("RECORD") or "").splitlines():
        folder, _, rest = line.rpartition(",")[0].rpartition(",")[0].partition(".dist-info/")
        is_text = "/" not in folder and A_TEXT.search(rest)
        if is_text and (text := _read(Path(str(owner.locate_file(f"{folder}.dist-info/{rest}"))))):
            yield text


def _own() -> Iterable[ShippedPart]:
    yield ShippedPart("Factmark", version(), "MIT", partial(_read, HOME / "LICENSE"))
    for name, licence, path in FILES:
        yield ShippedPart(name, "", licence, partial(_read, path))
    yield model()


def model() -> ShippedPart:
    """Return the pipeline: its card up to the recipe has the terms of each corpus that trained it."""
    card = _read(MODEL / "README.md").partition("\n## Recipe")[0]
    rows = (line.strip("| ").split(" | ") for line in card.splitlines() if line.startswith("| "))
    corpora = [row[0] for row in rows if len(row) == 3 and row[0] != "corpus"]
    version = json.loads(_read(MODEL / "meta.json") or "{}").get("version", "")
    return ShippedPart(
        "en_news, the pipeline", version, f"terms of its corpora: {', '.join(corpora)}", lambda: card
    )


def python() -> ShippedPart:
    text = _read(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt")
    said = text or "See https://docs.python.org/3/license.html\n"
    return ShippedPart("Python", platform.python_version(), "PSF-2.0", lambda: said)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""
