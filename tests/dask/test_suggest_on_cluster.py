"""`suggest --cluster` on a real Dask cluster of this machine: what `--jobs` finds, whatever is lost on the way."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dask.cases import begun, first_answer, looked_through, made_project, other_version, rows, said
from tests.dask.certificates import tls_environment
from tests.dask.processes import REGISTERED, ROOT, DaskCluster

MANY, FEW = 200, 60
KILLER = """
import os, spacy
from spacy.language import Language

@Language.component("killer", assigns=["token.dep"])
def killer(doc):
    if "report 41." in doc.text:
        os.kill(os.getpid(), 9)
    return doc

def load(**_):
    nlp = spacy.blank("en")
    nlp.add_pipe("killer")
    return nlp
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dask").mkdir()
    return tmp_path / "dask"


@pytest.fixture
def cluster(folder: Path) -> Iterator[DaskCluster]:
    with DaskCluster(folder) as made:
        yield made


def by_jobs(folder: Path, count: int, pipeline: str = "rules") -> Path:
    """A project whose pools are filled by --jobs 2."""
    made = made_project(folder, count, pipeline)
    said(begun("suggest", made, "--what", "all", "--jobs", 2, "--json"))
    return made


def test_the_pools_are_those_of_jobs_though_a_worker_is_killed(tmp_path: Path, cluster: DaskCluster) -> None:
    one, other = made_project(tmp_path / "one", MANY), by_jobs(tmp_path / "other", MANY, "en_news")
    cluster.with_workers(2)
    run = begun("suggest", one, "--what", "all", "--cluster", cluster.address, "--progress")
    first_answer(run)
    cluster.workers[0].kill()
    result, errors = said(run)
    assert result["articles"] == MANY
    assert f"The texts of {MANY} articles" in errors
    assert errors.rstrip().endswith("not encrypted.")
    assert rows(one) == rows(other)
    assert looked_through(one) == MANY


def test_a_worker_that_comes_later_gets_work_and_takes_over_alone(
    tmp_path: Path, cluster: DaskCluster
) -> None:
    one, other = made_project(tmp_path / "one", MANY, "rules"), by_jobs(tmp_path / "other", MANY)
    cluster.with_workers(1)
    run = begun("suggest", one, "--what", "all", "--cluster", cluster.address, "--progress")
    first_answer(run)
    cluster.workers[0].kill()
    cluster.begin_worker().said(REGISTERED)
    said(run)
    assert rows(one) == rows(other)


def test_a_worker_of_another_version_that_comes_later_is_named_and_gets_nothing(
    tmp_path: Path, cluster: DaskCluster
) -> None:
    one, other = made_project(tmp_path / "one", MANY, "rules"), by_jobs(tmp_path / "other", MANY)
    cluster.with_workers(1)
    run = begun("suggest", one, "--what", "all", "--cluster", cluster.address, "--progress")
    first_answer(run)
    cluster.begin_worker(path=(other_version(tmp_path / "version"),)).said(REGISTERED)
    _, errors = said(run)
    assert "is not as this computer is (the hash of Factmark's files is " in errors
    assert rows(one) == rows(other)


def test_ctrl_c_keeps_what_came_and_ends_all_processes_on_the_workers(
    tmp_path: Path, cluster: DaskCluster
) -> None:
    one, other = made_project(tmp_path / "one", MANY, "rules"), by_jobs(tmp_path / "other", MANY)
    cluster.with_workers(2)
    run = begun("suggest", one, "--what", "all", "--cluster", cluster.address, "--progress")
    first_answer(run)
    run.send_signal(signal.SIGINT)
    result, _ = said(run, code=130)
    assert result["stopped"]
    assert 0 < looked_through(one) == result["articles"] < MANY
    assert [worker.children() for worker in cluster.workers] == [[], []]
    said(begun("suggest", one, "--what", "all", "--cluster", cluster.address, "--json"))
    assert rows(one) == rows(other)


def test_a_scheduler_that_is_killed_is_told_and_what_came_is_kept(
    tmp_path: Path, cluster: DaskCluster
) -> None:
    one = made_project(tmp_path / "one", MANY, "rules")
    cluster.with_workers(2)
    run = begun("suggest", one, "--what", "all", "--cluster", cluster.address, "--progress")
    first_answer(run)
    cluster.scheduler.kill()
    _, errors = said(run, code=1)
    assert f"The Dask scheduler at {cluster.address} is not there any more. What came is kept" in errors
    assert "Traceback" not in errors
    assert 0 < looked_through(one) < MANY


def with_killer(tmp_path: Path, folder: Path, killed: str, *more: str) -> tuple[list[str], set[str]]:
    """Look for facts with a pipeline that kills that process over article 41.

    The problems that are said, and the articles that were not looked through.
    """
    site = tmp_path / "site"
    (site / "killer-1.0.dist-info").mkdir(parents=True)
    (site / "killer-1.0.dist-info" / "METADATA").write_text("Name: killer\nVersion: 1.0\n", "utf-8")
    points = "[spacy_models]\nkiller = killer\n"
    (site / "killer-1.0.dist-info" / "entry_points.txt").write_text(points, "utf-8")
    (site / "killer.py").write_text(KILLER.replace("os.getpid()", killed), "utf-8")
    one = made_project(tmp_path / "one", FEW)
    with DaskCluster(folder, path=(ROOT, site)) as cluster:
        cluster.begin_worker(*more).said(REGISTERED)
        words = ("suggest", one, "--what", "facts", "--pipeline", "killer", "--cluster", cluster.address)
        run = begun(*words, "--cluster-wait", 200, "--json", env={"PYTHONPATH": str(site)})
        result, _ = said(run, code=1)
    return result["problems"], {row[0] for row in rows(one) if not row[2]}


def test_an_article_that_kills_its_process_is_named_and_all_others_are_looked_through(
    tmp_path: Path, folder: Path
) -> None:
    (problem,), left = with_killer(tmp_path, folder, "os.getpid()")
    named = "In Article 41 (a00041) nothing could be suggested: its process ended by signal 9"
    assert problem.startswith(named)
    assert left == {"a00041"}


def test_a_chunk_that_kills_its_worker_each_time_is_named_and_all_others_are_looked_through(
    tmp_path: Path, folder: Path
) -> None:
    nanny = ("--nthreads", "1")  # which begins another worker each time
    problems, left = with_killer(tmp_path, folder, "os.getppid()", *nanny)
    assert "workers were lost" in problems[0]
    assert left == {f"a{n:05}" for n in range(39, 59)}  # the block of 20 in which it is


def test_a_connection_by_tls_is_said_to_be_encrypted_and_needs_a_certificate(
    tmp_path: Path, folder: Path
) -> None:
    one, other = made_project(tmp_path / "one", FEW, "rules"), by_jobs(tmp_path / "other", FEW)
    certificates = tls_environment(folder)
    with DaskCluster(folder, env=certificates) as cluster:
        cluster.with_workers(1)
        words = ("suggest", one, "--what", "all", "--cluster", cluster.address, "--json")
        _, refused = said(begun(*words), code=1)
        assert "wants certificates, and Dask knows none. Name the certificates by" in refused
        _, plain = said(begun(*(str(word).replace("tls:", "tcp:") for word in words)), code=1)
        assert "No Dask scheduler could be reached" in plain
        assert looked_through(one) == 0
        _, errors = said(begun(*words, env=certificates))
    assert errors.rstrip().endswith(f"go over the network to {cluster.address}, encrypted (TLSv1.3).")
    assert rows(one) == rows(other)


def test_a_pipeline_in_a_folder_is_loaded_from_there_once_it_is_trusted(
    tmp_path: Path, cluster: DaskCluster
) -> None:
    one, other = (made_project(tmp_path / name, FEW, "rules") for name in ("one", "other"))
    for project in (one, other):
        shutil.copytree(ROOT / "annotations" / "pipelines" / "en_news", project / "pipelines" / "mine")
    cluster.with_workers(1)
    words = ("suggest", one, "--pipeline", "mine", "--json", "--cluster", cluster.address)
    _, errors = said(begun(*words), code=1)
    assert "it lies in a folder that you have not said you trust" in errors
    said(begun(*words, "--trust-pipeline"))
    said(begun("suggest", other, "--pipeline", "mine", "--json", "--jobs", 2))
    assert rows(one) == rows(other)
