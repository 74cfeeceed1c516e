"""The workers of a Dask cluster that may get chunks: those on which the same is found as here.

Each is asked once what it has (`annotations/suggest/chunks/cluster/likeness.py`), one that comes later too.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from annotations.errors import UserError
from annotations.suggest.chunks.cluster.connection import ALIKE, cause_of, is_encrypted
from annotations.suggest.chunks.cluster.likeness import unlike
from annotations.suggest.chunks.shapes import SpreadEnded
from annotations.text.counts import counted

LOOK = 2.0  # seconds between two looks at who is there
OTHER = "it would find something else, so that it gets nothing to do"
BARE = "The worker {} came later and is reached without encryption, so that it gets nothing to do."
Say = Callable[[str], None]


class ClusterWorkers:
    """The workers of a cluster that are as this computer is.

    `door`: the module whose functions they call.  `own`: what suggestions depend on here.  `patience`: seconds for
    which a worker is waited for where there is none.
    """

    def __init__(
        self, client: Any, door: Any, run: str, own: Mapping[str, str], asked: bytes, patience: float
    ) -> None:
        self.address: str = client.scheduler.address
        self._client, self._door, self._run, self._own, self._asked = client, door, run, own, asked
        self._threads, self._refused, self._patience = dict[str, int](), dict[str, str](), patience
        self._job, self._is_encrypted = b"", False  # before it is given
        self._looked = self._lacking_since = float("-inf")

    def await_one(self, say: Say) -> Mapping[str, int]:
        """Return the threads of each worker, once there is one.

        UserError when one is not as this computer is, SpreadEnded when none comes.
        """
        while True:
            if wrong := self._take_in():
                raise UserError(wrong[0])
            if self._threads:
                return self._threads
            self._heed_lack(say)
            time.sleep(1.0)

    def give(self, job: bytes) -> None:
        """Give all workers the job of the run, and those that come later; where all are reached encrypted, no other one."""
        self._job, self._is_encrypted = job, all(map(is_encrypted, self._threads))
        self.ask_again()

    def ask_again(self) -> None:
        """Ask each worker again at the next look: one may have started anew under its old address."""
        self._threads, self._looked = {}, float("-inf")

    def look(self, say: Say) -> Mapping[str, int]:
        """Return the threads of each worker that may get chunks, as they were a moment ago.

        What is wrong with a new one is said.  SpreadEnded when the scheduler is gone, or there is no worker for too long.
        """
        if time.monotonic() - self._looked > LOOK:
            for wrong in self._take_in():
                say(wrong)
            self._heed_lack(say)
        return self._threads

    def _take_in(self) -> list[str]:
        """Take in who has come and gone; return what is wrong with each of the new."""
        there = self._there()
        self._threads = {address: n for address, n in there.items() if address in self._threads}
        new = [one for one in there if one not in self._threads and one not in self._refused]
        bare = {one: BARE.format(one) for one in new if self._is_encrypted and not is_encrypted(one)}
        told = bare | self._asked_of([one for one in new if one not in bare])
        self._refused |= {address: wrong for address, wrong in told.items() if wrong}
        ready = self._given_job([address for address, wrong in told.items() if not wrong])
        self._threads |= {address: there[address] for address in ready}
        self._looked = time.monotonic()
        return [wrong for wrong in told.values() if wrong]

    def _there(self) -> dict[str, int]:
        try:
            found: dict[str, int] = self._client.nthreads()
            return found
        except (OSError, RuntimeError) as error:
            raise self.lost() from error

    def lost(self) -> SpreadEnded:
        """Return the error for a scheduler that is gone."""
        return SpreadEnded(f"The Dask scheduler at {self.address} is not there any more.")

    def _asked_of(self, new: list[str]) -> dict[str, str]:
        """Return by address what is wrong with the worker, "" for nothing; one that did not answer is left out."""
        if not new:
            return {}
        replies = self._client.run(self._door.told, self._run, self._asked, workers=new, on_error="return")
        return {
            address: self._wrong(address, reply)
            for address, reply in replies.items()
            if not isinstance(reply, OSError)
        }

    def _given_job(self, alike: list[str]) -> list[str]:
        """Return those of the workers that have the job by now."""
        if not (self._job and alike):
            return alike
        replies = self._client.run(self._door.take, self._run, self._job, workers=alike, on_error="return")
        return [address for address, reply in replies.items() if reply is None]

    def _wrong(self, address: str, reply: Any) -> str:
        if isinstance(reply, BaseException):
            return f"The worker {address} cannot load Factmark ({cause_of(reply)}): {ALIKE}."
        kind, said = reply
        if kind != "told":
            return f"The worker {address} could not start Factmark: {said.decode()}."
        wrong = unlike(self._own, json.loads(said))
        return f"The worker {address} is not as this computer is ({wrong}): {OTHER}." if wrong else ""

    def _heed_lack(self, say: Say) -> None:
        now = time.monotonic()
        if self._threads:
            self._lacking_since = float("-inf")
        elif self._lacking_since == float("-inf"):
            self._lacking_since = now
            for_ = counted(round(self._patience), "second")
            say(f"There is no worker at {self.address}; one is waited for, {for_} at most.")
        elif now - self._lacking_since > self._patience:
            raise SpreadEnded(
                next(iter(self._refused.values()), f"No worker came to {self.address} in time.")
            )
