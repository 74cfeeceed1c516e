"""The spread of chunks over a Dask cluster: the same look as here, on the computers of its workers.

Nothing is sent before that is said, and nothing to a worker that would find something else than this computer.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from annotations.suggest.chunks.cluster.connection import (
    client_of,
    encryption,
    require_address,
    require_door,
)
from annotations.suggest.chunks.cluster.in_flight import ChunksInFlight
from annotations.suggest.chunks.cluster.likeness import lies_in_a_folder, likeness
from annotations.suggest.chunks.cluster.workers import ClusterWorkers, Say
from annotations.suggest.chunks.shapes import Chunk, ChunkAnswer, ChunkJob
from annotations.suggest.foretold import listed
from annotations.suggest.installed import require_trusted
from annotations.suggest.mentions import Learned
from annotations.text.counts import counted

LEAVING = "{what} go over the network to {address}, {how}."
DECIDED = "the wordings confirmed and rejected so far"


class OnCluster:
    """A look through chunks on the workers of a Dask cluster.

    `door`: the module whose functions they call.  `patience`: seconds for which a worker is waited for where there is
    none.  `say`: takes the sentences that cannot wait for the end.
    """

    most = 100

    def __init__(self, address: str, door: Any, patience: float, say: Say) -> None:
        self._address, self._door, self._patience, self._say = address, door, patience, say

    def check(self, job: ChunkJob) -> None:
        require_address(self._address)
        for name in job.pipelines:
            require_trusted(name, job.folder, job.trusted)

    def through(self, job: ChunkJob, chunks: Iterator[Chunk]) -> Generator[ChunkAnswer]:
        if not job.articles:
            return
        client = client_of(self._address)
        try:
            yield from self._answers(client, _leaving(job), chunks)
        finally:
            with suppress(OSError, RuntimeError):  # the scheduler may be gone
                client.run(self._door.end, job.id, on_error="ignore")
            client.close(timeout=1)

    def _answers(self, client: Any, job: ChunkJob, chunks: Iterator[Chunk]) -> Iterator[ChunkAnswer]:
        require_door(client, self._door)
        workers = self._workers(client, job)
        how = encryption(client, workers.await_one(self._say))
        self._say(LEAVING.format(what=what_leaves(job), address=self._address, how=how))
        in_flight = ChunksInFlight(client, self._door, job, workers)
        try:
            yield from in_flight.answers(chunks, self._say)
        finally:
            in_flight.cancel()

    def _workers(self, client: Any, job: ChunkJob) -> ClusterWorkers:
        """Return the workers, who are asked for what this computer has of that on which the job's suggestions depend."""
        asked = {"pipelines": job.pipelines, "folder": str(job.folder or ""), "language": job.language}
        own = likeness(job.pipelines, job.folder, job.language)
        return ClusterWorkers(client, self._door, job.id, own, json.dumps(asked).encode(), self._patience)


def what_leaves(job: ChunkJob) -> str:
    """Return what goes to the workers of such a run, to begin a sentence with."""
    also = {"your patterns": bool(job.patterns.text), DECIDED: job.learned != Learned()}
    texts = f"The texts of {counted(job.articles, 'article')}"
    return listed([texts, "the schema", *(name for name, has_any in also.items() if has_any)])


def _leaving(job: ChunkJob) -> ChunkJob:
    """Return the job as it leaves: the project's folder is named where its pipeline may lie in it alone."""
    needs_folder = any(map(lies_in_a_folder, job.pipelines))
    return job if needs_folder else replace(job, folder=None)
