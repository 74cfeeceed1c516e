"""The spread that is none: chunks are looked through in this process, one after the other."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from annotations.suggest.chunks.cutting import BLOCK
from annotations.suggest.chunks.look import look, prepare
from annotations.suggest.chunks.shapes import Chunk, ChunkAnswer, ChunkJob


class Here:
    """A look through chunks in this process; each is small, so that little is lost when it is stopped."""

    most = BLOCK

    def check(self, job: ChunkJob) -> None:
        prepare(job)

    def through(self, job: ChunkJob, chunks: Iterator[Chunk]) -> Generator[ChunkAnswer]:
        return (look(job, chunk) for chunk in chunks)
