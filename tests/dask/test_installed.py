"""The cluster whose Factmark is installed: workers load one module of its package, and nothing meets others of our names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dask.cases import begun, made_project, rows, said
from tests.dask.processes import ROOT, DaskCluster
from tests.installing import Environment, build, other


@pytest.fixture
def installed(tmp_path: Path) -> Environment:
    """An environment with our wheel, and a distribution that has a `main` and `models` of its own."""
    made = Environment(tmp_path / "environment")
    made.install(build(ROOT, tmp_path / "wheel"), build(other(tmp_path / "other"), tmp_path / "others"))
    return made


def test_an_installed_factmark_suggests_on_workers_where_it_is_installed(
    tmp_path: Path, installed: Environment
) -> None:
    one, by_jobs = (made_project(tmp_path / name, 60, "rules") for name in ("one", "by jobs"))
    door = installed.scripts / "factmark"
    said(begun("suggest", by_jobs, "--what", "all", "--jobs", 2, "--json"))
    (tmp_path / "dask").mkdir()
    with DaskCluster(tmp_path / "dask", python=installed.python, path=()) as cluster:
        cluster.begin_worker("--nthreads", "2").said("Registered to:")  # with Dask's nanny
        words = ("suggest", one, "--what", "all", "--cluster", cluster.address, "--json")
        said(begun(*words, python=installed.python, door=door))
        _, errors = said(begun(*words, "--again"), code=1)  # from the source tree
    assert rows(one) == rows(by_jobs)
    assert "The Dask scheduler cannot load Factmark (" in errors
