"""A process that looks through chunks for another one, which it does not outlive.

Chunks are taken in by a thread of their own, so that whoever sends them never waits for a look to end.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread

from annotations.errors import UserError, attempted
from annotations.suggest.chunks.look import look
from annotations.suggest.chunks.shapes import Chunk, ChunkAnswer, ChunkJob

LIBRARIES = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB_MAXIMUM")
Begin = Callable[[], None]


def serve_another() -> None:
    """Leave Ctrl+C to the process that waits for this one and ends it, and give each library one thread.

    It comes before any of them is loaded: there is a process for every core.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it reaches all processes of a terminal's
    for library in LIBRARIES:
        os.environ[f"{library}_NUM_THREADS"] = "1"


def serve(connection: Connection, job: ChunkJob, begin: Begin | None = None) -> None:
    """Answer chunk after chunk; a sentence in place of an answer says why there can be none.

    Ends with the other side of the connection.  `begin` is called first.
    """
    serve_another()
    if begin:
        begin()
    chunks = SimpleQueue[Chunk]()
    Thread(target=_take_in, args=(connection, chunks), daemon=True).start()
    while True:
        try:
            connection.send(_looked(job, chunks.get()))
        except OSError:  # nobody waits for it any more
            return


def _take_in(connection: Connection, chunks: SimpleQueue[Chunk]) -> None:
    try:
        while True:
            chunks.put(connection.recv())
    except (EOFError, OSError):  # the other side is done, or was killed
        os._exit(0)


def _looked(job: ChunkJob, chunk: Chunk) -> ChunkAnswer | str:
    def failed(kind: str) -> str:
        return f"A process that looks through articles failed: {kind}."

    def answered() -> ChunkAnswer | str:
        return look(job, chunk)

    try:
        return attempted(answered, failed, "While a process looked through articles")
    except UserError as error:
        return str(error)
