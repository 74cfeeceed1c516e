"""The walls between files: no circles, no wide folders, no doors past the project, no unnamed libraries.

Each file is read and parsed once, whatever is asked of it.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.test_architecture import MAY, ROOT

PACKAGES = ("annotations", "models", "ui")
DISTRIBUTIONS = {  # the import name -> the name in pyproject.toml, where they differ
    "charset_normalizer": "charset-normalizer",
    "docx": "python-docx",
    "playhouse": "peewee",
    "PySide6": "PySide6-Essentials",
    "yaml": "PyYAML",
}


class Read:
    """One file, parsed: its imports, classes and attributes."""

    def __init__(self, path: Path) -> None:
        self.nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        typing = (n for n in self.nodes if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.unparse(n.test))
        self._typing = {id(node) for block in typing for node in ast.walk(block)}
        self.classes = [node for node in self.nodes if isinstance(node, ast.ClassDef)]

    def imports(self, *, typing: bool = True) -> Iterator[tuple[str, str]]:
        """Module and name of each import, anywhere in the file; perhaps not those for type checkers alone."""
        for node in self.nodes:
            if not typing and id(node) in self._typing:
                continue
            if isinstance(node, ast.Import):
                yield from ((alias.name, "") for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.module or "", alias.name) for alias in node.names)


@cache
def files() -> dict[str, Read]:
    """Every file of the three packages and `main.py`, by module name."""
    paths = [*(path for name in PACKAGES for path in (ROOT / name).rglob("*.py")), ROOT / "main.py"]
    names = (".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths)
    return {name.removesuffix(".__init__"): Read(path) for name, path in zip(names, paths, strict=True)}


def libraries() -> set[str]:
    """The top-level names of what is imported from elsewhere, inside functions too."""
    names = {module.split(".")[0] for read in files().values() for module, _ in read.imports(typing=False)}
    return names - {*PACKAGES, "main", *sys.stdlib_module_names}


def named() -> set[str]:
    """The distributions that `pyproject.toml` asks for, those of extras included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for name in extras if name != "dev" for one in extras[name])]
    return {re.split(r"[^\w.-]", one)[0] for one in wanted}


def test_every_library_that_is_imported_is_named_in_pyproject() -> None:
    assert {DISTRIBUTIONS.get(name, name) for name in libraries()} <= named()


def test_the_walls_list_no_library_that_pyproject_does_not_name() -> None:
    listed = set().union(*MAY.values()) - set(PACKAGES)
    assert {DISTRIBUTIONS.get(name, name) for name in listed} <= named()
