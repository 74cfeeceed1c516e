"""What a Dask worker does, without Dask: a process of ours looks through chunks, and its end is told."""

from __future__ import annotations

import asyncio
import json
import pickle
from collections.abc import Iterator
from uuid import uuid4

import pytest

from annotations.articles import Asked
from annotations.schema import reader as schema_reader
from annotations.suggest.chunks.cluster.likeness import likeness
from annotations.suggest.chunks.look import look as look_here
from annotations.suggest.chunks.shapes import Chunk, ChunkArticle, ChunkJob
from ui.installed import on_worker

ASKED = json.dumps({"pipelines": ["rules"], "folder": "", "language": "en"}).encode()
NEWS = schema_reader.shipped("news")
TEXTS = ("On 3 May 2024 gunmen killed 12 people in Oslo, police said.", "", "محمد علي 🚀 \ud800 in 2024")


@pytest.fixture
def run() -> Iterator[str]:
    made = uuid4().hex
    yield made
    on_worker.end(made)


def job(run: str, **rest: object) -> ChunkJob:
    labels = schema_reader.parse(NEWS).labels_in_use
    return ChunkJob(
        **{"id": run, "pipeline": "rules", "what": "all", "labels": labels, "schema": NEWS, **rest}
    )


CHUNK = Chunk(0, tuple(ChunkArticle(Asked(f"a{n}", text), 0, True, True) for n, text in enumerate(TEXTS)))


def test_a_chunk_is_looked_through_as_here_by_a_process_that_stays(run: str) -> None:
    kind, told = asyncio.run(on_worker.told(run, ASKED))
    assert (kind, json.loads(told)) == ("told", likeness(["rules"], None, "en"))
    on_worker.take(run, pickle.dumps(job(run)))
    first, again = (on_worker.look(run, pickle.dumps(CHUNK)) for _ in range(2))
    assert first[0] == "answer"
    assert pickle.loads(first[1]) == pickle.loads(again[1]) == look_here(job(run), CHUNK)


def test_a_worker_without_the_job_says_so_and_a_bad_job_is_a_sentence(run: str) -> None:
    assert on_worker.look(run, b"")[:2] == ("new", b"")
    on_worker.take(run, pickle.dumps(job(run, pipeline="nowhere")))
    kind, sentence, _ = on_worker.look(run, pickle.dumps(CHUNK))
    assert kind == "failed"
    assert sentence.decode().startswith("There is no pipeline nowhere: ")
    assert on_worker.look(run, b"nonsense")[0] == "failed"


def test_the_end_of_a_process_is_told_and_the_next_chunk_gets_another(run: str) -> None:
    on_worker.take(run, pickle.dumps(job(run)))
    kind, why, _ = on_worker.look(run, b"no chunk")
    assert (kind, why.decode().partition(":")[0]) == ("lost", "_pickle.UnpicklingError")
    on_worker.end(run)
    on_worker.take(run, pickle.dumps(job(run)))
    assert on_worker.look(run, pickle.dumps(CHUNK))[0] == "answer"
