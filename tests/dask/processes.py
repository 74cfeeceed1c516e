"""A Dask cluster on this machine as a person starts one: a scheduler and workers, processes on free ports of the loopback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[2]
LONG = 120.0  # seconds in which a process must have said what is waited for: machines are shared
LISTENS, REGISTERED = r"Scheduler at:\s+(\S+)", r"Registered to:"


class DaskProcess:
    """A process of Dask's; `log` grows by what it says on stderr."""

    def __init__(self, words: list[str], env: Mapping[str, str], folder: Path) -> None:
        self.log, self._changed = list[str](), threading.Condition()
        self.process = subprocess.Popen(
            words,
            env=dict(env),
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            with self._changed:
                self.log.append(line.rstrip())
                self._changed.notify_all()

    def said(self, pattern: str) -> str:
        """Return what the pattern's group matched, once the process has said that."""
        found: list[str] = []

        def is_there() -> bool:
            found.extend(
                match.group(match.lastindex or 0) for line in self.log if (match := re.search(pattern, line))
            )
            return bool(found)

        with self._changed:
            assert self._changed.wait_for(is_there, LONG), "\n".join(self.log)
        return found[0]

    def children(self) -> list[int]:
        """Return the processes that it has started and that go on."""
        listed = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(child) for task in listed for child in task.read_text("ascii").split()]

    def kill(self) -> None:
        """End it and what it started at once, as a machine that is switched off."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._reading.join()


class DaskCluster:
    """A scheduler and its workers; `address` is where they are reached."""

    def __init__(
        self,
        folder: Path,
        *,
        env: Mapping[str, str] | None = None,
        python: Path = Path(sys.executable),
        path: Sequence[Path] = (ROOT,),
    ) -> None:
        """Start the scheduler; `path`: the folders in which processes find what is not installed."""
        self._folder, self._python, self._path = folder, python, path
        self._env = {**os.environ, "DASK_CONFIG": str(folder / "none"), **(env or {})}
        self.workers = list[DaskProcess]()
        protocol = "tls" if "DASK_DISTRIBUTED__COMM__TLS__CA_FILE" in self._env else "tcp"
        words = ["scheduler", "--host", f"{protocol}://127.0.0.1", "--port", "0", "--no-dashboard"]
        self.scheduler = self._begun(words, path)
        self.address = self.scheduler.said(LISTENS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()

    def begin_worker(self, *more: str, path: Sequence[Path] | None = None) -> DaskProcess:
        """Start a worker, which need not be there yet."""
        words = ["worker", self.address, "--nworkers", "1", "--no-dashboard", "--host", "127.0.0.1"]
        words += ["--local-directory", str(self._folder), *(more or ("--nthreads", "1", "--no-nanny"))]
        self.workers.append(self._begun(words, self._path if path is None else path))
        return self.workers[-1]

    def with_workers(self, count: int) -> Self:
        """Start so many workers, and wait until each is there."""
        begun = [self.begin_worker() for _ in range(count)]
        for worker in begun:
            worker.said(REGISTERED)
        return self

    def _begun(self, words: list[str], path: Sequence[Path]) -> DaskProcess:
        env = {**self._env, "PYTHONPATH": os.pathsep.join(map(str, path))}
        return DaskProcess([str(self._python), "-m", "dask", *words], env, self._folder)
