"""Processes find what this one finds; those that end cost time alone, and none outlives the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children, parent_process
from pathlib import Path

import pytest

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.schema import reader as schema_reader
from annotations.suggest.chunks.cutting import cut
from annotations.suggest.chunks.here import Here
from annotations.suggest.chunks.processes import Processes
from annotations.suggest.chunks.shapes import Chunk, ChunkAnswer, ChunkArticle, ChunkJob
from annotations.suggest.mentions import Learned, SeenAs

ROOT = Path(__file__).parents[4]
NEWS = schema_reader.parse(schema_reader.shipped("news"), "news")
JOB = ChunkJob(
    "one",
    "none",
    "all",
    NEWS.labels_in_use,
    schema_reader.shipped("news"),
    learned=Learned({"Oslo": SeenAs("GPE", 3, 3), "Navy": SeenAs("ORG", 2, 2)}),
)


class DeadlyText(str):
    """A text at which the process that looks through it is ended, as the system does when memory runs short."""

    def __len__(self) -> int:
        if parent_process():
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__len__()


def article(number: int, text: str = "") -> ChunkArticle:
    written = text or f"A missile 😀 struck Oslo on Tuesday, the Navy said ({number})."
    return ChunkArticle(Asked(f"a{number}", written, f"Title {number}"), number // 20, spans=True, facts=True)


def chunks(*articles: ChunkArticle, most: int = 20) -> Iterator[Chunk]:
    return cut(articles, most)


def found(answers: list[ChunkAnswer]) -> dict[str, object]:
    return {one.article: one for answer in answers for one in answer.looked}


def test_processes_find_the_same_as_this_one() -> None:
    articles = [article(number) for number in range(130)]
    here = found([*Here().through(JOB, chunks(*articles))])
    there = found([*Processes(2).through(JOB, chunks(*articles))])
    assert there == here
    assert len(here) == 130
    assert all(one.pool and one.facts for one in here.values())
    assert active_children() == []


def test_only_as_many_chunks_are_taken_as_keep_the_processes_busy() -> None:
    taken: list[int] = []

    def noting() -> Iterator[Chunk]:
        for chunk in chunks(*(article(number) for number in range(400))):
            taken.append(chunk.number)
            yield chunk

    answers = Processes(2).through(JOB, noting())
    next(answers)
    assert len(taken) <= 6
    answers.close()
    assert active_children() == []


def test_a_process_that_was_killed_costs_nothing_but_time() -> None:
    articles = [article(number) for number in range(200)]
    answers = Processes(2).through(JOB, chunks(*articles))
    first = next(answers)
    for child in active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    rest = [*answers]
    assert len(found([first, *rest])) == 200
    assert [trouble for answer in rest for trouble in answer.troubles] == []


def test_an_article_that_ends_every_process_is_named_and_all_others_are_looked_through() -> None:
    deadly = article(5, DeadlyText("The Navy ordered a strike on Oslo."))
    articles = [*(article(number) for number in range(5)), deadly, article(6), article(7)]
    answers = [*Processes(1).through(JOB, chunks(*articles))]
    assert set(found(answers)) == {f"a{number}" for number in (0, 1, 2, 3, 4, 6, 7)}
    (said,) = [trouble for answer in answers for trouble in answer.troubles]
    assert said.startswith(
        "In Title 5 (a5) nothing could be suggested: the process was ended from outside (signal 9)"
    )
    assert sum(answer.ticks for answer in answers) == 16


def test_where_every_process_ends_it_is_not_tried_for_ever() -> None:
    with pytest.raises(UserError, match="end again and again: the process ended by itself"):
        list(Processes(1, dies).through(JOB, chunks(*(article(number) for number in range(8)))))
    assert active_children() == []


def dies() -> None:
    os._exit(3)


def test_a_job_that_cannot_be_done_ends_the_run_in_a_sentence() -> None:
    job = ChunkJob("two", "no_such_pipeline", "all", NEWS.labels_in_use, JOB.schema)
    with pytest.raises(UserError, match="There is no pipeline no_such_pipeline"):
        list(Processes(2).through(job, chunks(article(1))))
    assert active_children() == []


KILLED = """
import os, signal, sys
from multiprocessing import active_children
from annotations.suggest.chunks.processes import Processes
from tests.annotations.suggest.chunks.test_processes import JOB, article, chunks
if __name__ == "__main__":
    answers = Processes(2).through(JOB, chunks(*(article(number) for number in range(4000))))
    next(answers)
    print(*(child.pid for child in active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(KILLED, "utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, tmp_path / "run.py"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )  # which waits for whoever holds its output
    pids = [int(word) for word in done.stdout.split()]
    assert len(pids) == 2
    assert [pid for pid in pids if is_running(pid)] == []


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
