"""The walls between files: no circles, no wide folders, no doors past the project, no unnamed libraries.

Each file is read and parsed once, whatever is asked of it.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.test_architecture import MAY, ROOT

PACKAGES = ("annotations", "models", "ui")
DISTRIBUTIONS = {  # the import name -> the name in pyproject.toml, where they differ
    "charset_normalizer": "charset-normalizer",
    "cassis": "dkpro-cassis",
    "python_calamine": "python-calamine",
    "markdown_it": "markdown-it-py",
    "pdfminer": "pdfminer.six",
    "playhouse": "peewee",
    "PySide6": "PySide6-Essentials",
    "shiboken6": "PySide6-Essentials",  # which brings it
    "yaml": "PyYAML",
}
DOORS = (
    "models.project",
    "models.settings",
    "models.queries.",
    "models.transfer.",
)  # of models, for the window
WIDEST = 25  # modules in a folder
MOST = 25  # methods of a class
PARTS = ("_view", "_panel", "_bar")  # widgets that a page or a controller puts together


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


def arrows() -> dict[str, set[str]]:
    """The modules of ours that each module imports, those for type checkers and inside functions included."""
    known = files()
    found: dict[str, set[str]] = {}
    for name, read in known.items():
        wanted = (
            f"{module}.{what}" if f"{module}.{what}" in known else module for module, what in read.imports()
        )
        found[name] = {module for module in wanted if module in known} - {name}
    return found


def circles() -> list[list[str]]:
    """The groups of modules that import one another, directly or around several corners."""
    reach = arrows()
    for between in reach:
        for ends in reach.values():
            if between in ends:
                ends |= reach[between]
    groups = {tuple(sorted(one for one in reach[name] if name in reach[one])) for name in reach}
    return sorted(list(group) for group in groups if group)


def test_no_modules_import_one_another_in_a_circle() -> None:
    assert circles() == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_folder_is_wide(package: str) -> None:
    modules = (path for path in (ROOT / package).rglob("*.py") if path.name != "__init__.py")
    counts = Counter(path.parent.relative_to(ROOT).as_posix() for path in modules)
    assert {folder: count for folder, count in counts.items() if count > WIDEST} == {}


def test_no_class_has_many_methods() -> None:
    counts = {
        f"{name}.{node.name}": sum(isinstance(one, ast.FunctionDef) for one in node.body)
        for name, read in files().items()
        for node in read.classes
    }
    assert {name: count for name, count in counts.items() if count > MOST} == {}


def test_no_class_name_is_used_twice() -> None:
    names = Counter(node.name for read in files().values() for node in read.classes)
    assert [name for name, count in names.items() if count > 1] == []


def test_views_panels_and_bars_never_import_one_another() -> None:
    found = {name: {one for one in ends if one.endswith(PARTS)} for name, ends in arrows().items()}
    assert {name: ends for name, ends in found.items() if name.endswith(PARTS) and ends} == {}


def test_the_window_never_touches_the_database() -> None:
    found = {
        name: [node.lineno for node in read.nodes if isinstance(node, ast.Attribute) and node.attr == "db"]
        for name, read in files().items()
        if name.startswith("ui.")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_the_window_reads_and_writes_through_the_doors_of_models() -> None:
    window = {name: read.imports() for name, read in files().items() if name.startswith("ui.")}
    paths = {(name, f"{module}.{what}") for name, wanted in window.items() for module, what in wanted}
    assert {
        (n, path) for n, path in paths if path.startswith("models.") and not path.startswith(DOORS)
    } == set()


def test_one_module_knows_how_a_process_of_ours_is_started() -> None:
    """A frozen program's `sys.executable` is no Python."""
    found = {
        name
        for name, read in files().items()
        for node in read.nodes
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.executable"
    }
    assert found == {
        "annotations.processes.door",
        "ui.installed.on_worker",
    }  # the latter loads nothing of ours


def test_one_module_has_the_dataclasses_of_python() -> None:
    """Its own compile six methods each while the window starts."""
    found = {name for name, read in files().items() if ("dataclasses", "dataclass") in {*read.imports()}}
    assert found == {"annotations.processes.quick_dataclass", "ui.installed.on_worker"}


def test_every_library_that_is_imported_is_named_in_pyproject() -> None:
    assert {DISTRIBUTIONS.get(name, name) for name in libraries()} <= named()


def test_the_walls_list_no_library_that_pyproject_does_not_name() -> None:
    listed = set().union(*MAY.values()) - set(PACKAGES)
    assert {DISTRIBUTIONS.get(name, name) for name in listed} <= named()


RIDDLES = {"What", "Whether", "Where", "Those"}
NO_VERBS = RIDDLES | {"The", "A", "An", "How", "Who"}


def test_docstrings_begin_as_the_field_has_them() -> None:
    wrong = [
        f"{name}:{getattr(node, 'lineno', 1)}"
        for name, read in files().items()
        for node in read.nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and (said := (ast.get_docstring(node) or "").split())
        and said[0] in (NO_VERBS if isinstance(node, ast.FunctionDef) else RIDDLES)
        and not is_property(node)
    ]
    assert wrong == []


def is_property(node: ast.AST) -> bool:
    marks = getattr(node, "decorator_list", [])
    return any("property" in ast.unparse(mark) for mark in marks)
