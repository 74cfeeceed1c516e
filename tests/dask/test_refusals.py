"""What `suggest --cluster` refuses in a sentence, with nothing written: no scheduler, no worker, another version, no extra."""

from __future__ import annotations

import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dask.cases import begun, looked_through, made_project, other_version, said
from tests.dask.processes import REGISTERED, DaskCluster

FEW = 20


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[DaskCluster]:
    (tmp_path / "dask").mkdir()
    with DaskCluster(tmp_path / "dask") as made:
        yield made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return made_project(tmp_path / "project", FEW, "rules")


def refusal(project: Path, address: str, *words: object, **how: object) -> str:
    """What the command says where it does nothing."""
    _, errors = said(begun("suggest", project, "--cluster", address, *words, **how), code=1)
    assert looked_through(project) == 0
    assert "Traceback" not in errors
    assert "go over the network" not in errors
    return errors


def test_a_worker_with_other_files_is_named(tmp_path: Path, cluster: DaskCluster, project: Path) -> None:
    cluster.begin_worker(path=(other_version(tmp_path / "other"),)).said(REGISTERED)
    errors = refusal(project, cluster.address)
    assert "is not as this computer is (the hash of Factmark's files is " in errors
    assert "it would find something else, so that it gets nothing to do." in errors


def test_a_worker_or_a_scheduler_without_factmark_is_named(
    tmp_path: Path, cluster: DaskCluster, project: Path
) -> None:
    cluster.begin_worker(path=()).said(REGISTERED)
    assert "The worker tcp://127.0.0.1:" in (errors := refusal(project, cluster.address))
    assert "cannot load Factmark (" in errors
    (tmp_path / "bare").mkdir()
    with DaskCluster(tmp_path / "bare", path=()) as bare:
        assert "The Dask scheduler cannot load Factmark (" in refusal(project, bare.address)


def test_no_worker_is_waited_for_as_long_as_is_said(cluster: DaskCluster, project: Path) -> None:
    errors = refusal(project, cluster.address, "--cluster-wait", 3)
    assert f"There is no worker at {cluster.address}; one is waited for, 3 seconds at most." in errors
    assert "came to" in errors
    assert "is kept" not in errors


def test_a_scheduler_that_is_not_there_is_said_to_be_not_reached(project: Path) -> None:
    errors = refusal(project, "tcp://127.0.0.1:1")
    assert "No Dask scheduler could be reached at tcp://127.0.0.1:1: " in errors


def test_without_the_extra_the_sentence_says_what_to_install(tmp_path: Path, project: Path) -> None:
    """An environment with all libraries of this one but Dask's."""
    bare = tmp_path / "bare"
    venv.create(bare, symlinks=True)
    (site,) = bare.glob("lib/python*/site-packages")
    for entry in (entry for path in sys.path if path.endswith("-packages") for entry in Path(path).iterdir()):
        if not entry.name.startswith(("distributed", "dask")) and not (site / entry.name).exists():
            (site / entry.name).symlink_to(entry)
    errors = refusal(project, "tcp://127.0.0.1:1", python=bare / "bin" / "python")
    assert errors.startswith(
        "factmark: Dask's distributed is not installed: pip install 'factmark[cluster]', or use --jobs"
    )
