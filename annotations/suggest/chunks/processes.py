"""The spread over processes of this computer.

A process that ends while it looks through a chunk costs time alone: another one looks again, and if that ends as well,
each half of the chunk is looked through by itself, so that in the end the article at fault is named and all others are
looked through.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from annotations.errors import UserError
from annotations.processes.door import spawned
from annotations.suggest.chunks.one_process import Begin, serve
from annotations.suggest.chunks.shapes import Chunk, ChunkAnswer, ChunkJob
from annotations.suggest.installed import require_trusted

AHEAD = 2  # chunks that a process has: one that it looks through, and the next
TWICE = 2  # ends of processes over a chunk, after which it is looked through in halves
# ends of processes, and one more for each of them, with no answer between, and before the first: it is of no use to go on
IN_A_ROW, AT_FIRST = 12, 4
PATIENCE = 1.0  # seconds that a process which was told to end is given
KILLED = "the process was ended from outside (signal {}), as the system does when memory runs short"
FROM_OUTSIDE = (9, 15)  # kill and terminate: other signals come of what the process did
BY_SIGNAL = "the process ended by signal {}"
ENDED = "the process ended by itself (exit code {})"
NO_USE = "Processes that look through articles end again and again: {}. Where memory is short, try fewer of them (--jobs)."


class Processes:
    """A look through chunks in so many processes, each of which loads the pipeline; `begin` is called in each first."""

    most = 100

    def __init__(self, count: int, begin: Begin | None = None) -> None:
        self._count, self._begin = count, begin

    def check(self, job: ChunkJob) -> None:
        for name in job.pipelines:
            require_trusted(name, job.folder, job.trusted)

    def through(self, job: ChunkJob, chunks: Iterator[Chunk]) -> Generator[ChunkAnswer]:
        crew = _Crew(job, self._count, self._begin, chunks)
        try:
            yield from crew.answers()
        finally:
            crew.end()


def how_ended(code: int) -> str:
    """Return how a process with that exit code ended, which is less than 0 where a signal ended it.

    >>> how_ended(-11)
    'the process ended by signal 11'
    """
    if -code in FROM_OUTSIDE:
        return KILLED.format(-code)
    return BY_SIGNAL.format(-code) if code < 0 else ENDED.format(code)


class _Member:
    """A process of a crew, with the chunks that it has: the first is being looked through."""

    def __init__(self, job: ChunkJob, begin: Begin | None) -> None:
        context = get_context("spawn")
        self.chunks = deque[_Sent]()
        self.connection, theirs = context.Pipe()
        target, given = spawned(serve, theirs, job, begin)
        self.process: BaseProcess = context.Process(target=target, args=given, daemon=True)
        try:
            with _interrupts_held():
                self.process.start()
        finally:
            theirs.close()

    def why_ended(self) -> str:
        self.process.join(PATIENCE)
        return how_ended(self.process.exitcode or 0)


class _Sent:
    """A chunk, and how many processes have ended over it."""

    def __init__(self, chunk: Chunk, ends: int = 0) -> None:
        self.chunk, self.ends = chunk, ends


class _Crew:
    """The processes of a run, and the chunks that are to be looked through again."""

    def __init__(self, job: ChunkJob, count: int, begin: Begin | None, chunks: Iterator[Chunk]) -> None:
        self._job, self._count, self._begin, self._chunks = job, count, begin, chunks
        self._members: dict[Connection, _Member] = {}
        self._again = deque[_Sent]()
        self._lost = deque[ChunkAnswer]()
        self._ends_in_a_row, self._most_ends = 0, AT_FIRST + count

    def answers(self) -> Iterator[ChunkAnswer]:
        """Yield the answers as they come.  UserError when a process says that there can be none, or all of them end."""
        while self._hand_out():
            for ready in wait(list(self._members)):
                member = self._members[ready]  # type: ignore[index]
                try:
                    answer = member.connection.recv()
                except (EOFError, OSError):
                    self._take_end(member)
                    continue
                if isinstance(answer, str):
                    raise UserError(answer)
                member.chunks.popleft()
                self._ends_in_a_row, self._most_ends = 0, IN_A_ROW + self._count
                yield answer
            while self._lost:
                yield self._lost.popleft()

    def end(self) -> None:
        """End all processes, whatever they do."""
        for member in self._members.values():
            member.connection.close()
            member.process.terminate()
        for member in self._members.values():
            member.process.join(PATIENCE)
            if member.process.is_alive():
                member.process.kill()
        self._members.clear()

    def _hand_out(self) -> bool:
        """Give every process what it has room for, the idle first; return whether any has something to do."""
        for room in range(AHEAD):
            for member in [*self._members.values()]:
                if len(member.chunks) <= room and (sent := self._next()):
                    self._send(member, sent)
            while room == 0 and len(self._members) < self._count and (sent := self._next()):
                member = _Member(self._job, self._begin)
                self._members[member.connection] = member
                self._send(member, sent)
        return any(member.chunks for member in self._members.values())

    def _next(self) -> _Sent | None:
        if self._again:
            return self._again.popleft()
        chunk = next(self._chunks, None)
        return None if chunk is None else _Sent(chunk)

    def _send(self, member: _Member, sent: _Sent) -> None:
        member.chunks.append(sent)
        with suppress(OSError):  # it has ended: that is seen when it is waited for
            member.connection.send(sent.chunk)

    def _take_end(self, member: _Member) -> None:
        """Put the chunks of a process that ended back.  UserError when it is of no use to go on."""
        del self._members[member.connection]
        member.connection.close()
        why = member.why_ended()
        self._ends_in_a_row += 1
        if self._ends_in_a_row > self._most_ends:
            raise UserError(NO_USE.format(why))
        first = member.chunks.popleft() if member.chunks else None
        self._again.extend(member.chunks)
        if first:
            self._put_back(first.chunk, first.ends + 1, why)

    def _put_back(self, chunk: Chunk, ends: int, why: str) -> None:
        if ends < TWICE:
            self._again.appendleft(_Sent(chunk, ends))
        elif len(chunk.articles) == 1:
            self._lost.append(ChunkAnswer.lost(chunk.articles, why))
        else:
            self._again.extend(_Sent(half, TWICE - 1) for half in chunk.halves())


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl+C from a process that is being started: it goes to all of a terminal's, and this one ends the others."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which lets interrupts through when it begins
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
