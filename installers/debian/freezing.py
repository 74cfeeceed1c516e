"""What is in the frozen build, and where each file of it came from, as PyInstaller noted it in its .toc files."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

PACKAGES = "site-packages"
SYSTEM = ("/lib/", "/usr/lib/")


class Frozen:
    """The frozen build below a folder: frozen/factmark/, and freezing/, where PyInstaller worked."""

    def __init__(self, folder: Path) -> None:
        self.program = folder / "frozen" / "factmark"
        if not (self.program / "factmark").is_file():
            sys.exit(f"There is no frozen build in {self.program}; type: make frozen")
        tables = folder / "freezing" / "factmark"
        self.files = list(_rows(tables / "COLLECT-00.toc"))
        self._modules = list(_rows(tables / "PYZ-00.toc"))

    def ours_to_bring(self, target: str, source: str) -> bool:
        """Return whether the file is not one of Debian's own libraries."""
        path = Path(source)
        in_system = str(path.parent).startswith(SYSTEM) or str(path.parent) == "/lib"
        return not (in_system and ".so" in path.name and path.name == target) or path.name.startswith(
            "libpython"
        )

    def copy(self, to: Path) -> None:
        """Copy the program, without Debian's own libraries."""
        theirs = {target for target, source in self.files if not self.ours_to_bring(target, source)}
        inner = self.program / "_internal"
        shutil.copytree(
            self.program,
            to,
            symlinks=True,
            ignore=lambda folder, names: theirs.intersection(names) if Path(folder) == inner else set(),
        )
        _forget_where_built(to)

    def brought(self) -> dict[str, tuple[Distribution, set[str]]]:
        """Return the Python distributions that something was taken from, by name, each with its folders in the build."""
        found: dict[str, tuple[Distribution, set[str]]] = {}
        owners = dict[str, dict[str, Distribution]]()
        for _, source in (*self.files, *self._modules):
            home, packages, rest = source.partition(f"/{PACKAGES}/")
            if not packages:
                continue
            site = home + packages
            if site not in owners:
                owners[site] = _owners(Path(site))
            top = rest.split("/")[0]
            if not top.endswith(".dist-info") and (owner := owners[site].get(top)):
                found.setdefault(owner.name, (owner, set()))[1].add(top)
        return found


def _forget_where_built(folder: Path) -> None:
    """Take from the ELF files the folders of the machine that built them, where libraries would be looked for."""
    for path in folder.rglob("*.so*"):
        said = subprocess.run(["chrpath", "--list", path], capture_output=True, text=True, check=False).stdout
        found = re.search(r": (?:RUNPATH|RPATH)=(.+)$", said, re.MULTILINE)
        if found and any(not place.startswith("$ORIGIN") for place in found[1].split(":")):
            subprocess.run(["chrpath", "--delete", path], stdout=subprocess.DEVNULL, check=True)


def _owners(site: Path) -> dict[str, Distribution]:
    """Return whose each folder and module at the top of an environment is."""
    return {
        file.parts[0]: owner
        for owner in distributions(path=[str(site)])
        for file in owner.files or []
        if file.parts[0] not in ("..", "__pycache__")
    }


def _rows(table: Path) -> Iterator[tuple[str, str]]:
    """Yield name and source of each row, wherever in the table its list stands."""
    parts = ast.literal_eval(table.read_text("utf-8"))
    rows = next(part for part in parts if isinstance(part, list))
    return ((name, source) for name, source, _ in rows)
