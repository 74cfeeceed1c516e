"""The option `--cluster` where no cluster is: what it needs, what it takes, and that nothing is written (a real one: tests/dask)."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from models.project import Project
from models.queries import articles as article_queries
from tests.making import put_articles
from tests.ui.commands.commands import run

HAS_DASK = find_spec("distributed") is not None


def refused(project: Project, capsys: pytest.CaptureFixture[str], *words: object, code: int = 1) -> str:
    """What the command says on stderr, in one line, where it does nothing."""
    put_articles(project, one="Ana left Oslo.")
    assert run("suggest", project.folder, *words) == code
    assert article_queries.unsuggested(project) == ["one"]
    return " ".join(capsys.readouterr().err.replace("│", " ").split())


@pytest.mark.skipif(HAS_DASK, reason="skipped: factmark[cluster] is installed")
def test_without_the_extra_it_says_what_to_install(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(project, capsys, "--cluster", "tcp://10.0.0.5:8786")
    assert said.startswith(
        "factmark: Dask's distributed is not installed: pip install 'factmark[cluster]', or use --jobs"
    )


@pytest.mark.skipif(not HAS_DASK, reason="skipped: factmark[cluster] is not installed")
@pytest.mark.parametrize("address", ["nonsense", "inproc://here", "ftp://a:1", "tcp://🚀"])
def test_what_is_no_address_is_refused(
    project: Project, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    said = refused(project, capsys, "--cluster", address)
    assert said.startswith(f"factmark: {address} is no address of a Dask scheduler: one looks like tcp://")


def test_jobs_and_a_cluster_are_not_asked_for_at_once(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(project, capsys, "--cluster", "tcp://10.0.0.5:8786", "--jobs", "2", code=2)
    assert "--cluster for others: choose one." in said
