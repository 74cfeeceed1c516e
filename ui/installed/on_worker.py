"""The part of the program that a Dask worker loads: it hands chunks of articles to processes of ours, and their answers back.

A Dask worker is somebody else's process: its modules may have the names of ours, other people's tasks run in its
threads, and a thread cannot be stopped.  So nothing of the program is loaded there but this module, which needs the
standard library alone; each thread that gets a chunk has a process of ours for it, and that one loads the pipeline.
"""

from __future__ import annotations

import asyncio
import pickle
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).absolute().parent
DOOR = HERE / "__main__.py" if (HERE / "_app").is_dir() else HERE.parents[1] / "main.py"
Said = tuple[str, bytes]  # the kind of a reply, and the reply


@dataclass(eq=False)
class _Process:
    """A process of ours at work for a run; it ends when nobody asks it for long, or its worker is gone."""

    run: str
    has_job: bool = False
    popen: subprocess.Popen[bytes] = field(
        default_factory=lambda: subprocess.Popen(
            [sys.executable, str(DOOR), "chunks"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
    )

    def ask(self, kind: str, asked: bytes) -> Said:
        """Return what it says to that; ("lost", how it ended) when it did so over it."""
        to, back = self.popen.stdin, self.popen.stdout
        assert to is not None
        assert back is not None
        try:
            pickle.dump((kind, asked), to)
            to.flush()
            said: Said = pickle.load(back)
            return said
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            return "lost", self.end().encode()

    def end(self) -> str:
        """End it, if it has not ended by itself; return how it ended."""
        self.popen.kill()
        self.popen.wait()
        code = self.popen.returncode
        return "its process ended by " + (f"signal {-code}" if code < 0 else f"exit code {code}")


_jobs: dict[str, bytes] = {}  # by run
_waiting: list[_Process] = []
_busy: set[_Process] = set()
_turn = threading.Lock()


def here() -> str:
    """Return on which computer this is: asked of the scheduler, which reads every task and so must find this module too."""
    return socket.gethostname()


async def told(run: str, asked: bytes) -> Said:
    """Return what a process of ours says of what suggestions depend on here; the worker's own messages go on meanwhile."""
    return await asyncio.to_thread(_told, run, asked)


def take(run: str, job: bytes) -> None:
    """Keep the job of a run, whose chunks come next; those of runs without a process are over, and go."""
    with _turn:
        going = {process.run for process in (*_waiting, *_busy) if process.popen.poll() is None}
        for over in _jobs.keys() - going:
            del _jobs[over]
        _jobs[run] = job


def look(run: str, chunk: bytes) -> tuple[str, bytes, str]:
    """Return what is said of the chunk, and on which computer.

    ("answer", ...); ("failed", a sentence) where no other chunk would fare better; ("lost", why) where one may; ("new",
    nothing) on a worker that has no such job, since it began anew.
    """
    if (job := _jobs.get(run)) is None:
        return "new", b"", here()
    process = _taken(run)
    said: Said = ("ready", b"")
    if not process.has_job:
        said = process.ask("job", job)
        process.has_job = said[0] == "ready"
    if process.has_job:
        said = process.ask("chunk", chunk)
    _put_back(process)
    return *said, here()


def end(run: str) -> None:
    """Forget the run, and end its processes on this worker, at whatever they are."""
    with _turn:
        _jobs.pop(run, None)
        ours = [process for process in (*_waiting, *_busy) if process.run == run]
        _waiting[:] = [process for process in _waiting if process.run != run]
    for process in ours:
        process.end()


def _told(run: str, asked: bytes) -> Said:
    process = _taken(run)
    said = process.ask("likeness", asked)
    _put_back(process)
    return said


def _taken(run: str) -> _Process:
    """Return a process of the run that waits, else a new one; those that have ended by themselves are put away."""
    with _turn:
        _waiting[:] = [process for process in _waiting if process.popen.poll() is None]
        process = next((one for one in _waiting if one.run == run), None) or _Process(run)
        _waiting[:] = [one for one in _waiting if one is not process]
        _busy.add(process)
        return process


def _put_back(process: _Process) -> None:
    with _turn:
        _busy.discard(process)
        if process.popen.poll() is None:
            _waiting.append(process)
