"""The chunks that a Dask cluster has: a few for each of its threads, given again when they are lost, taken as they come.

Dask itself does a chunk again whose worker is lost, unless none of those that could do it is left.  One over which our own process ends is given again here, and then
in halves, as `annotations/suggest/chunks/processes.py` does it, so that in the end the article at fault is named.
"""

from __future__ import annotations

import pickle
import queue
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from typing import Any, NamedTuple

from annotations.errors import UserError, attempted
from annotations.suggest.chunks.cluster.workers import ClusterWorkers, Say
from annotations.suggest.chunks.processes import IN_A_ROW, TWICE
from annotations.suggest.chunks.shapes import Chunk, ChunkAnswer, ChunkJob

NO_USE = "Processes on the cluster that look through articles end again and again: {}."
AT_ONCE = 2  # chunks for each thread of a worker: one that is looked through, and the next
LOSSES = 4  # of all workers that could do a chunk, after which it may be at fault; Dask counts as many
TICK = 0.5  # seconds after which a wait for an answer looks what else has changed
GATHERED = 60.0  # seconds in which an answer that is ready must have come here
ANSWER, FAILED, LOST, NEW = "answer", "failed", "lost", "new"  # the replies of `ui/installed/on_worker.py`
KILLED, LATE = "killed", "late"  # what Dask says in place of one


class GivenChunk(NamedTuple):
    """A chunk that the cluster has.

    `ends`: of processes over it; `losses`: of all the workers that could do it.  `workers`: those that may do it now.
    `is_alone`: it is the only one, so that it alone can be at fault when workers are lost.
    """

    chunk: Chunk
    ends: int = 0
    losses: int = 0
    workers: frozenset[str] = frozenset()
    is_alone: bool = False


class ChunksInFlight:
    """The chunks at the workers; `door`: the module whose functions those call."""

    def __init__(self, client: Any, door: Any, job: ChunkJob, workers: ClusterWorkers) -> None:
        self._client, self._door, self._run, self._workers = client, door, job.id, workers
        workers.give(pickle.dumps(job))
        self._given = dict[str, tuple[Any, GivenChunk]]()  # by key: the future, and what it is of
        self._again, self._suspects = deque[GivenChunk](), deque[GivenChunk]()
        self._lost = deque[ChunkAnswer]()
        self._count = self._ends_in_a_row = 0
        self._done = queue.SimpleQueue[Any]()

    def answers(self, chunks: Iterator[Chunk], say: Say) -> Iterator[ChunkAnswer]:
        """Yield what the workers say of each chunk, in the order in which that comes.

        UserError when the scheduler is gone, or there is no worker for too long.
        """
        while True:
            threads = self._workers.look(say)
            self._take_back_from_the_gone(threads)
            while self._lost:
                yield self._lost.popleft()
            if threads and not self._fill(chunks, threads):
                return
            try:
                future = self._done.get(timeout=TICK)
            except queue.Empty:
                continue
            if future.key in self._given and (answer := self._answered(future)):
                yield answer

    def cancel(self) -> None:
        """Take back what the cluster has."""
        futures = [future for future, _ in self._given.values()]
        self._given.clear()
        self._client.cancel(futures, force=True)

    def _fill(self, chunks: Iterator[Chunk], threads: Mapping[str, int]) -> bool:
        """Give the workers chunks until each thread has enough; return whether they have any."""
        while len(self._given) < AT_ONCE * sum(threads.values()):
            if self._again:
                given = self._again.popleft()
            elif chunk := next(chunks, None):
                given = GivenChunk(chunk)
            else:
                break
            self._give(given._replace(workers=frozenset(threads)))
        if not self._given and self._suspects:
            self._give(self._suspects.popleft()._replace(workers=frozenset(threads), is_alone=True))
        return bool(self._given)

    def _give(self, given: GivenChunk) -> None:
        self._count += 1
        key, those = f"factmark-look-{self._run}-{self._count}", sorted(given.workers)
        chunk = pickle.dumps(given.chunk)
        future = self._client.submit(self._door.look, self._run, chunk, key=key, workers=those)
        self._given[key] = future, given
        future.add_done_callback(self._done.put)

    def _take_back_from_the_gone(self, threads: Mapping[str, int]) -> None:
        """Take back the chunks whose workers have all gone, for there may be others."""
        for key, (future, given) in [*self._given.items()]:
            if given.workers.isdisjoint(threads):
                del self._given[key]
                self._client.cancel([future], force=True)
                lost = given._replace(losses=given.losses + 1)
                if lost.losses < LOSSES:
                    self._again.append(lost)
                else:
                    self._suspect(lost, f"all workers were lost, {LOSSES} times, while they had it")

    def _suspect(self, given: GivenChunk, why: str) -> None:
        """Have a chunk that may have cost workers done by itself; give up one that was by itself."""
        if given.is_alone:
            self._lost.append(ChunkAnswer.lost(given.chunk.articles, why))
        else:  # it may be another one that lay at the same workers
            self._suspects.append(given._replace(losses=0))

    def _answered(self, future: Any) -> ChunkAnswer | None:
        """Return the answer; None when the chunk is given again, or is still under way.

        UserError when the scheduler is gone, or the next chunk would fare no better.
        """
        kind, said, computer = attempted(
            lambda: self._result(future), lambda why: (LOST, why.encode(), ""), "While an answer was fetched"
        )
        if kind == LATE:
            future.add_done_callback(self._done.put)
            return None
        _, given = self._given.pop(future.key)
        if kind == ANSWER:
            self._ends_in_a_row = 0
            answer: ChunkAnswer = pickle.loads(said)
            return answer
        if kind == FAILED:
            raise UserError(f"On {computer}: {said.decode()}")
        if kind == NEW:
            self._again.append(given)
            self._workers.ask_again()
            return None
        if kind == KILLED:
            self._suspect(given, said.decode())
            return None
        self._ends_in_a_row += 1
        if self._ends_in_a_row > IN_A_ROW + len(given.workers):
            raise UserError(NO_USE.format(said.decode()))
        if len(given.chunk.articles) == 1 and given.ends + 1 >= TWICE:
            return ChunkAnswer.lost(given.chunk.articles, said.decode())
        self._put_back(given)
        return None

    def _put_back(self, given: GivenChunk) -> None:
        """Have a chunk over which a process ended done again; once more than that, in halves."""
        if given.ends + 1 < TWICE:
            self._again.append(given._replace(ends=given.ends + 1))
        else:
            self._again.extend(GivenChunk(half, TWICE - 1) for half in given.chunk.halves())

    def _result(self, future: Any) -> tuple[str, bytes, str]:
        from distributed import KilledWorker

        try:
            reply: tuple[str, bytes, str] = future.result(timeout=GATHERED)
            return reply
        except CancelledError as error:
            raise self._workers.lost() from error
        except TimeoutError:  # its worker was lost with it, so that it is done again
            return LATE, b"", ""
        except KilledWorker as error:
            lost = f"{error.allowed_failures + 1} workers were lost, one after the other, that had it"
            return KILLED, lost.encode(), ""
