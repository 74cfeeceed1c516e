"""`make bench` can begin: nothing else imports its modules, and nobody runs it with every change."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.benchmarks.run import MODULES

HERE = Path(__file__).parent / "benchmarks"


def test_every_module_with_figures_is_run() -> None:
    assert sorted(MODULES) == sorted(path.stem for path in HERE.glob("bench_*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_a_benchmark_finds_what_it_measures(name: str) -> None:
    assert callable(import_module(f"tests.benchmarks.{name}").figures)
