"""The packages that the program's own libraries need, as dpkg-shlibdeps reads them from the ELF files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ELF = b"\x7fELF"


def depends(tree: Path, run: Callable[..., str]) -> list[str]:
    """Return the packages, with versions, that the files below a folder cannot do without."""
    files = list(_elf(tree))
    folders = sorted({path.parent for path in files})
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "debian"
        source.mkdir()
        (source / "control").write_text("Source: factmark\n\nPackage: factmark\nArchitecture: any\n", "utf-8")
        here = os.getcwd()
        os.chdir(place)
        try:
            found = run(
                "dpkg-shlibdeps",
                "-O",
                "--warnings=0",
                "--ignore-missing-info",
                f"-S{tree}",
                *(f"-l{folder}" for folder in folders),
                *(f"-e{path}" for path in files),
            )
        finally:
            os.chdir(here)
    return sorted(found.removeprefix("shlibs:Depends=").split(", "))


def _elf(tree: Path) -> Iterator[Path]:
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == ELF:
                    yield path
