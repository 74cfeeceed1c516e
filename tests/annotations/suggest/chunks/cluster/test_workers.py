"""Which workers of a cluster get chunks, as Dask's client tells of them."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from annotations.suggest.chunks.cluster.workers import ClusterWorkers

OWN = {"Python": "3.11"}
DOOR = SimpleNamespace(told="told", take="take")


class DaskClient:
    """What Dask's client says of workers that come and go; each has what this computer has."""

    def __init__(self, *workers: str) -> None:
        self.scheduler = SimpleNamespace(address="tls://10.0.0.1:8786")
        self.workers, self.taken = list(workers), set[str]()

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self.workers, 1)

    def run(
        self, function: Any, run: str, given: bytes, *, workers: list[str], on_error: str
    ) -> dict[str, Any]:
        if function == "take":
            self.taken.update(workers)
            return dict.fromkeys(workers)
        return dict.fromkeys(workers, ("told", json.dumps(OWN).encode()))


def looked(client: DaskClient, *later: str) -> tuple[set[str], list[str]]:
    """The workers that may get chunks once others have come, and what was said."""
    said = list[str]()
    workers = ClusterWorkers(client, DOOR, "run", OWN, b"", patience=1)
    workers.await_one(said.append)
    workers.give(b"job")
    client.workers += later
    workers.ask_again()
    return set(workers.look(said.append)), said


def test_where_all_are_reached_encrypted_no_other_one_gets_the_job() -> None:
    client = DaskClient("tls://10.0.0.2:1")
    there, said = looked(client, "tls://10.0.0.3:1", "tcp://10.0.0.4:1")
    assert there == client.taken == {"tls://10.0.0.2:1", "tls://10.0.0.3:1"}
    assert said == [
        "The worker tcp://10.0.0.4:1 came later and is reached without encryption, so that it gets nothing to do."
    ]


def test_where_one_is_not_all_that_come_later_get_it() -> None:
    client = DaskClient("tcp://10.0.0.2:1")
    there, said = looked(client, "tls://10.0.0.3:1", "tcp://10.0.0.4:1")
    assert there == client.taken == {*client.workers}
    assert said == []
