"""Prints the figures of design section 7 as one table: `python -m tests.benchmarks.run [MODULE...]`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.figures import calibration

MODULES = (
    "bench_agreement",
    "bench_compare",
    "bench_compare_table",
    "bench_jobs",
    "bench_keys",
    "bench_doubt",
    "bench_documents",
    "bench_facts",
    "bench_history",
    "bench_project",
    "bench_same",
    "bench_schema",
    "bench_search_view",
    "bench_search",
    "bench_filters",
    "bench_review",
    "bench_majority",
    "bench_reviewing",
    "bench_formats",
    "bench_gold",
    "bench_statistics",
    "bench_statistics_view",
    "bench_store",
    "bench_suggest",
    "bench_tables",
    "bench_view",
    "bench_window",
)


def main(only: list[str]) -> int:
    """Runs the modules, or only those named; 1 when a figure is over its target."""
    print(calibration())
    print(f"{'what':<62} | {'ok':<4} | {'target':<9} | measured")
    over = 0
    for module in only or MODULES:
        for figure in import_module(f"tests.benchmarks.{module}").figures():
            said = "ok" if figure.ok else "over"
            print(f"{figure.name:<62} | {said:<4} | {figure.target:<9} | {figure.measured}", flush=True)
            over += not figure.ok
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
