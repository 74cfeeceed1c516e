"""The process on a worker's computer that looks through chunks: it is asked and answers, until nobody asks any more."""

from __future__ import annotations

import json
import os
import pickle
import threading
from pathlib import Path
from typing import BinaryIO

from annotations.errors import UserError, attempted
from annotations.suggest.chunks.cluster.likeness import likeness
from annotations.suggest.chunks.look import look, prepare
from annotations.suggest.chunks.one_process import serve_another
from annotations.suggest.chunks.shapes import ChunkJob

IDLE = 120.0  # seconds without a question after which the run is taken to be over
Said = tuple[str, bytes]  # the kind of a reply, and the reply


def serve(asked: BinaryIO, out: BinaryIO) -> None:
    """Answer question after question, each a pickle of its kind and what is asked: of what is here, of the job, of a chunk."""
    serve_another()
    serving = ChunkServing()
    while True:
        idle = threading.Timer(IDLE, os._exit, (0,))
        idle.daemon = True
        idle.start()
        try:
            kind, what = pickle.load(asked)
        except EOFError:
            return
        finally:
            idle.cancel()
        try:
            pickle.dump(serving.answer(kind, what), out)
            out.flush()
        except BrokenPipeError:  # the worker has gone
            return


class ChunkServing:
    """The job that this process was given, and its answers."""

    def __init__(self) -> None:
        self._job: ChunkJob | None = None

    def answer(self, kind: str, what: bytes) -> Said:
        """Return the reply; ("failed", a sentence) where the next chunk would fare no better, ("lost", why) where it may."""
        ways = {"likeness": self._likeness, "job": self._take, "chunk": self._look}
        try:
            return attempted(
                lambda: ways[kind](what), lambda why: ("lost", why.encode()), f"While a {kind} was looked at"
            )
        except UserError as error:
            return "failed", str(error).encode("utf-8", "backslashreplace")

    def _likeness(self, what: bytes) -> Said:
        asked = json.loads(what)
        folder = Path(asked["folder"]) if asked["folder"] else None
        return "told", json.dumps(likeness(asked["pipelines"], folder, asked["language"])).encode()

    def _take(self, what: bytes) -> Said:
        job: ChunkJob = pickle.loads(what)
        prepare(job)
        self._job = job
        return "ready", b""

    def _look(self, what: bytes) -> Said:
        if self._job is None:
            raise UserError("A chunk came before its job.")
        return "answer", pickle.dumps(look(self._job, pickle.loads(what)))
