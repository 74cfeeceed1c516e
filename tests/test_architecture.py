"""The house: who may import whom, how long files and functions are, what loads what."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = {"yaml", "spacy", "charset_normalizer", "trafilatura", "babel", "pypdf", "docx", "pyarrow"}
TEXT |= {"datasketch", "numpy", "srsly", "thinc", "murmurhash"}  # four of these spaCy brings
MAY = {  # package -> what its modules may import besides the standard library
    "annotations": {"annotations", *TEXT},
    "models": {"models", "annotations", "peewee", "playhouse", "yaml", "platformdirs"},
    "ui": {"ui", "models", "annotations", "PySide6", "typer", "rich"},
}
NARROWER = {
    "ui/commands/progress.py": {"rich"},
    "main.py": {"ui", "annotations"},
}
SPACY = (
    "annotations/suggest/",
    "annotations/formats/",
    "annotations/text/spacy_tokens",
    "annotations/training/",
)
FILES = sorted([*(path for name in MAY for path in (ROOT / name).rglob("*.py")), ROOT / "main.py"])
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
HEAVY = ("spacy", "numpy", "typer", "rich", "trafilatura", "charset_normalizer", "dateparser", "PySide6")


def tree(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text("utf-8"))


def imported(nodes: Iterator[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "no relative imports"
            yield (node.module or "").split(".")[0]


def at_the_top(module: ast.Module) -> Iterator[ast.AST]:
    """The statements that run when the module is imported, `if TYPE_CHECKING` left out."""
    for node in module.body:
        if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)):
            yield from (
                child for child in ast.walk(node) if not isinstance(node, ast.FunctionDef | ast.ClassDef)
            )


@pytest.mark.parametrize("name", NAMES)
def test_a_module_imports_only_what_lies_below_it(name: str) -> None:
    allowed = NARROWER.get(name, MAY.get(name.split("/")[0], set())) | set(sys.stdlib_module_names)
    assert set(imported(ast.walk(tree(name)))) <= allowed


@pytest.mark.parametrize("name", NAMES)
def test_what_is_slow_to_load_is_imported_inside_functions(name: str) -> None:
    heavy = {"spacy", "numpy", "trafilatura", "dateparser", "charset_normalizer", "pyqtgraph"}
    assert not heavy & set(imported(at_the_top(tree(name))))


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith(SPACY)])
def test_only_suggesting_training_and_formats_know_spacy(name: str) -> None:
    assert "spacy" not in set(imported(ast.walk(tree(name))))


@pytest.mark.parametrize("name", NAMES)
def test_files_stay_within_300_lines_and_functions_within_40(name: str) -> None:
    functions = (n for n in ast.walk(tree(name)) if isinstance(n, ast.FunctionDef))
    long = {n.name: n.end_lineno - n.lineno + 1 for n in functions if n.end_lineno - n.lineno >= 40}
    assert long == {}
    assert len((ROOT / name).read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", [p.relative_to(ROOT).as_posix() for p in (ROOT / "tests").rglob("*.py")])
def test_test_files_stay_within_300_lines(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", sorted({*NAMES} - {"annotations/suggest/worker.py", "ui/app.py"}))
def test_nothing_but_the_workers_loop_and_the_exception_hook_catches_everything(name: str) -> None:
    caught = (node for node in ast.walk(tree(name)) if isinstance(node, ast.ExceptHandler))
    assert not [n.lineno for n in caught if n.type is None or "Exception" in ast.unparse(n.type).split(", ")]


@pytest.mark.parametrize("name", NAMES)
def test_every_module_says_its_job_in_its_first_line(name: str) -> None:
    module = tree(name)
    assert not module.body or (ast.get_docstring(module) or "").splitlines()[0].endswith((".", ":"))


WINDOW = [f"annotations.{name}" for name in ("sheet", "span_verbs", "item_json", "text.text", "text.tokens")]
WINDOW += ["models.project"]


@pytest.mark.parametrize("module", WINDOW)
def test_what_the_window_loads_is_light(module: str) -> None:
    code = f"import sys, {module}; print(*[n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_window_starts_without_what_is_of_later() -> None:
    late = (
        "ui.agreement.agreement_view",
        "ui.export.export_view",
        "ui.export.export_form",
        "annotations.suggest.boilerplate.phrases",
    )
    code = f"import sys, ui.app; print(*[n for n in {late!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_command_loads_no_window() -> None:
    code = "import sys, ui.commands.run as run; run.program(); print(*[n for n in ('PySide6', 'spacy', 'numpy') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_an_internet_socket_cannot_be_opened_in_a_test(family: socket.AddressFamily) -> None:
    with socket.socket(family) as made, pytest.raises(AssertionError, match="connect"):
        made.connect(("localhost", 9))
    with pytest.raises(AssertionError, match="getaddrinfo"):
        socket.getaddrinfo("localhost", 9)
