"""The house: who may import whom, how long files and functions are, what loads what."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
TEXT = {
    "yaml",
    "spacy",
    "charset_normalizer",
    "trafilatura",
    "babel",
    "pdfminer",
    "lxml",
    "striprtf",
    "markdown_it",
    "pyarrow",
    "python_calamine",
    "cassis",
    "anyascii",
    "rapidfuzz",
}
TEXT |= {"numpy", "srsly", "thinc", "murmurhash"}  # four of these spaCy brings
MAY = {  # package -> what its modules may import besides the standard library
    "annotations": {"annotations", *TEXT},
    "models": {"models", "annotations", "peewee", "playhouse", "yaml", "platformdirs"},
    "ui": {"ui", "models", "annotations", "PySide6", "shiboken6", "typer", "rich"},
}
NARROWER = {
    "ui/commands/progress.py": {"rich"},
    "ui/plots/canvas.py": {"ui", "annotations", "PySide6", "pyqtgraph"},  # the one that draws
    "annotations/suggest/chunks/cluster/connection.py": {
        "annotations",
        "distributed",
    },  # an extra, loaded there alone
    "annotations/suggest/chunks/cluster/in_flight.py": {"annotations", "distributed"},
    "main.py": {"ui", "annotations"},
    "ui/installed/__main__.py": {"main"},
    "ui/installed/on_worker.py": set(),  # in a process of Dask's: the standard library alone
}
SPACY = (
    "annotations/suggest/",
    "annotations/formats/",
    "annotations/learn/",
    "annotations/text/spacy_tokens",
    "annotations/training/",
)
FILES = sorted([*(path for name in MAY for path in (ROOT / name).rglob("*.py")), ROOT / "main.py"])
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
HEAVY = ("spacy", "numpy", "typer", "rich", "trafilatura", "charset_normalizer", "dateparser", "PySide6")


@cache
def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(text(name))


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(name)))


def imported(among: Iterable[ast.AST]) -> Iterator[str]:
    for node in among:
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


def allowed(name: str) -> set[str]:
    return NARROWER.get(name, MAY.get(name.split("/")[0], set())) | set(sys.stdlib_module_names)


def offending(found: dict[str, Any]) -> dict[str, Any]:
    """Return the files in which something was found, with what it was."""
    return {name: what for name, what in found.items() if what}


def test_a_module_imports_only_what_lies_below_it() -> None:
    assert offending({name: set(imported(nodes(name))) - allowed(name) for name in NAMES}) == {}


def test_what_is_slow_to_load_is_imported_inside_functions() -> None:
    heavy = {"spacy", "numpy", "trafilatura", "dateparser", "charset_normalizer", "pyqtgraph", "distributed"}
    assert offending({name: heavy & set(imported(at_the_top(tree(name)))) for name in NAMES}) == {}


def test_only_suggesting_training_and_formats_know_spacy() -> None:
    others = [name for name in NAMES if not name.startswith(SPACY)]
    assert offending({name: {"spacy"} & set(imported(nodes(name))) for name in others}) == {}


def long_functions(name: str) -> dict[str, int]:
    functions = (n for n in nodes(name) if isinstance(n, ast.FunctionDef))
    return {n.name: n.end_lineno - n.lineno + 1 for n in functions if n.end_lineno - n.lineno >= 40}


def test_functions_stay_within_40_lines() -> None:
    assert offending({name: long_functions(name) for name in NAMES}) == {}


def test_files_stay_within_300_lines() -> None:
    tests = [path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py")]
    lines = {name: len(text(name).splitlines()) for name in NAMES + tests}
    assert {name: count for name, count in lines.items() if count > 300} == {}


def catching_everything(name: str) -> list[int]:
    """Return the lines of that file's handlers that catch any exception."""
    caught = (node for node in nodes(name) if isinstance(node, ast.ExceptHandler))
    return [n.lineno for n in caught if n.type is None or "Exception" in ast.unparse(n.type).split(", ")]


def test_nothing_but_the_workers_loop_the_exception_hook_and_the_door_of_readers_catches_everything() -> None:
    others = {*NAMES} - {"annotations/suggest/worker.py", "ui/trouble/unexpected.py", "annotations/errors.py"}
    assert offending({name: catching_everything(name) for name in sorted(others)}) == {}


def test_every_module_says_its_job_in_its_first_line() -> None:
    written = [name for name in NAMES if tree(name).body]
    first = {name: (ast.get_docstring(tree(name)) or "").partition("\n")[0] for name in written}
    assert [name for name, line in first.items() if not line.endswith((".", ":"))] == []


WINDOW = [f"annotations.{name}" for name in ("sheet", "span_verbs", "item_json", "text.text", "text.tokens")]
WINDOW += ["models.project"]


@pytest.mark.parametrize("module", WINDOW)
def test_what_the_window_loads_is_light(module: str) -> None:
    code = f"import sys, {module}; print(*[n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


LATE = (  # what nobody sees at the first paint: dialogs, the builder, sentences, values, other views, the demo
    "annotations.formats.base",
    "annotations.sentences",
    "annotations.suggest.boilerplate.phrases",
    "annotations.suggest.chunks.shapes",
    "annotations.suggest.standing",
    "annotations.values.dates",
    "annotations.values.numbers",
    "models.queries.comparing.proposals",
    "models.queries.learning",
    "models.transfer.pools",
    "ui.agreement.agreement_view",
    "ui.annotate.find_bar",
    "ui.annotate.same_facts",
    "ui.annotate.same_view",
    "ui.articles.more_filters",
    "ui.articles.no_articles",
    "ui.building.building",
    "ui.building.strip",
    "ui.cards.fact_panel",
    "ui.demo.room",
    "ui.export.export_form",
    "ui.schema.schema_page",
    "ui.export.export_page",
    "ui.finish.finish_dialog",
    "ui.help.helping",
    "pyqtgraph",
    "ui.learn.learn_page",
    "ui.plots.plot_pane",
    "ui.moments.coach",
    "ui.moments.done_card",
    "ui.moments.hover_card",
    "ui.project.backups",
    "ui.project.backups_dialog",
    "ui.project.exchange",
    "ui.project.files",
    "ui.project.packs.arriving",
    "ui.project.pasting",
    "ui.project.processes.lines",
    "ui.project.suggesting",
    "ui.project.exchange_dialogs",
    "ui.review.review_page",
    "ui.schema.examples",
    "ui.schema.guideline",
    "ui.schema.type_form",
    "ui.statistics.statistics_page",
    "ui.trouble.report_dialog",
    "ui.unsure.unsure_panel",
    "ui.welcome.page",
)


def test_the_window_starts_without_what_is_of_later() -> None:
    code = f"import sys, ui.app; print(*[n for n in {LATE!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_command_loads_no_window() -> None:
    code = "import sys, ui.commands.run as run; run.program(); print(*[n for n in ('PySide6', 'spacy', 'numpy', 'distributed') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_an_internet_socket_cannot_be_opened_in_a_test(family: socket.AddressFamily) -> None:
    with socket.socket(family) as made, pytest.raises(AssertionError, match="connect"):
        made.connect(("localhost", 9))
    with pytest.raises(AssertionError, match="getaddrinfo"):
        socket.getaddrinfo("localhost", 9)
