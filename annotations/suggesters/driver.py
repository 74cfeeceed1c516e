"""The driver of a suggester's command: it is given all its requests, and read answer by answer.

The command runs in a session of its own, and its whole group is ended, whatever it left running.  Nothing it does can
hold up more than its timeout: what it writes is read in threads, in lines that have an end.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO, Any, NoReturn

from annotations.errors import LONGEST, UserError, cause
from annotations.suggesters.configured import SuggesterCommand, left_over
from annotations.text.controls import unturned, written_out

Json = dict[str, Any]
LINE = 16 * 2**20  # bytes of a line; a longer one is noise
AHEAD = 8  # lines that are read before somebody takes them
FIRST = 5  # timeouts that the first answer may take: a model is loaded
TAIL, LINES = 16_384, 20  # bytes and lines of stderr that are kept
GRACE, HURRIED = 2.0, 0.5  # seconds between asking a group to end and killing it
STEP = 0.2  # seconds after which it is looked whether the command still runs
UNBUFFERED = {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}


class Driver:
    """One run of a command.  `named`: the line with its name, if it wrote one before the first answer.

    `noise`: lines that are no answer on an article that was asked about, or a second one.  `ended`: why articles are
    without an answer, in a sentence, "" when none is.
    """

    def __init__(self, command: SuggesterCommand) -> None:
        self.command = command
        self.named: Json = {}
        self.noise, self.ended = 0, ""
        self._tail = b""
        self._lines: queue.Queue[bytes | None] = queue.Queue(AHEAD)
        self._is_over, self._is_drained = threading.Event(), threading.Event()

    def answers(self, ids: Collection[str], requests: Iterable[bytes]) -> Generator[Json]:
        """Yield the first answer on each of the ids, as they come, until all are there or the command is at its end.

        Close the iterator to end the command before.  UserError when it cannot be started.
        """
        with ended_by_signal(), self._running(requests) as process:
            missing, waits = set(ids), self.command.timeout * FIRST
            while missing:
                answer = self._next(process, missing, time.monotonic() + waits)
                if answer is None:
                    break
                missing.remove(answer["id"])
                yield answer
                waits = self.command.timeout
            if missing and not self.ended:
                self.ended = self._stopped(process, len(missing), len(ids))

    def _next(self, process: subprocess.Popen[bytes], missing: Collection[str], until: float) -> Json | None:
        """Return the next answer; None when the command is at its end, or silent."""
        gone = 0
        while True:
            try:
                line = self._lines.get(timeout=min(STEP, max(0.0, until - time.monotonic())))
            except queue.Empty:
                gone += process.poll() is not None
                if gone > GRACE / STEP:  # something that it left running holds its output open
                    return None
                if time.monotonic() >= until:
                    self.ended = self._silent(len(missing))
                    return None
                continue
            if line is None:
                return None
            if (answer := self._read(line, missing)) is not None:
                return answer
            if time.monotonic() >= until:
                self.ended = self._silent(len(missing))
                return None

    def _read(self, line: bytes, missing: Collection[str]) -> Json | None:
        """Return the answer in the line, None for anything else."""
        try:
            value = json.loads(line.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict) and isinstance(value.get("id"), str) and value["id"] in missing:
            return value
        if (
            isinstance(value, dict)
            and not self.named
            and "id" not in value
            and isinstance(value.get("name"), str)
        ):
            self.named = value
        elif line.strip():
            self.noise += 1
        return None

    @contextmanager
    def _running(self, requests: Iterable[bytes]) -> Iterator[subprocess.Popen[bytes]]:
        process = self._started()
        threads = {
            process.stdin: threading.Thread(target=self._write, args=(process.stdin, requests), daemon=True),
            process.stderr: threading.Thread(target=self._drain, args=(process.stderr,), daemon=True),
            process.stdout: threading.Thread(target=self._take, args=(process.stdout,), daemon=True),
        }
        for thread in threads.values():
            thread.start()
        grace = GRACE
        try:
            yield process
            with suppress(subprocess.TimeoutExpired):
                process.wait(0 if self.ended else GRACE)  # with its answers out it may end by itself
        except (KeyboardInterrupt, GeneratorExit):
            grace = HURRIED
            raise
        finally:
            self._is_over.set()
            end_group(process, grace)
            for pipe, thread in threads.items():
                thread.join(STEP)
                if pipe and not thread.is_alive():  # else somebody who left the session holds it open
                    with suppress(OSError):
                        pipe.close()

    def _started(self) -> subprocess.Popen[bytes]:
        command = self.command
        try:
            os.makedirs(command.folder, exist_ok=True)
            return subprocess.Popen(
                command.command,
                cwd=command.folder,  # never the project's, whose files would be taken for the person's
                env={**os.environ, **UNBUFFERED},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            why = cause(error) if isinstance(error, OSError) else str(error)
            raise UserError(
                f"The suggester {command.name} cannot be started: {command.words}: {why}. "
                "Look at `suggesters:` in your settings."
            ) from error

    def _write(self, to: IO[bytes], requests: Iterable[bytes]) -> None:
        with suppress(OSError, ValueError):  # it does not read, or has ended
            for one in requests:
                to.write(one)
                to.flush()
        with suppress(OSError, ValueError):
            to.close()

    def _drain(self, errors: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while block := os.read(errors.fileno(), TAIL):
                self._tail = (self._tail + block)[-TAIL:]
        self._is_drained.set()

    def _take(self, output: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while line := output.readline(LINE):
                is_long = len(line) == LINE and not line.endswith(b"\n")
                self._put(b"(a line that is too long)" if is_long else line)
                while is_long and line and not line.endswith(b"\n"):
                    line = output.readline(LINE)
        self._put(None)

    def _put(self, line: bytes | None) -> None:
        while not self._is_over.is_set():
            with suppress(queue.Full):
                self._lines.put(line, timeout=STEP)
                return

    def last_words(self) -> str:
        """Return the last line that the command wrote to stderr, "" for none."""
        lines = [line.strip() for line in self._tail.decode("utf-8", "replace").splitlines()[-LINES:]]
        last = next((line for line in reversed(lines) if line), "")
        return unturned(written_out(last))[:LONGEST]

    def _silent(self, missing: int) -> str:
        words = self.last_words()
        last = f" Its last words: {words}" if words else ""
        return f"The suggester {self.command.name} gave no answer for too long and was ended; {left_over(missing)}.{last}"

    def _stopped(self, process: subprocess.Popen[bytes], missing: int, of: int) -> str:
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
        self._is_drained.wait(STEP)  # its last words may be on their way
        code = process.poll()
        why = self.last_words() or (f"exit code {code}" if code is not None else "it closed its output")
        before = "an answer" if missing == of else "its last answer"
        return f"The suggester {self.command.name} ended before {before} ({why}); {left_over(missing)}."


def end_group(process: subprocess.Popen[bytes], grace: float = GRACE) -> None:
    """End the process and all that it started in its session: ask, wait, kill."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        return
    for how, seconds in ((signal.SIGTERM, grace), (signal.SIGKILL, grace)):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, how)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            process.poll()
            if not _is_there(process.pid):
                return
            time.sleep(0.02)


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


@contextmanager
def ended_by_signal() -> Iterator[None]:
    """End by SIGTERM as by Ctrl+C meanwhile, so that what was started is ended too."""
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def end(number: int, frame: FrameType | None) -> NoReturn:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
