"""The log of what nobody foresaw: tracebacks in errors.log, beside the person's settings; a terminal never shows one.

It is its owner's alone, and goes round: what is older than the last three files is gone.
"""

from __future__ import annotations

import logging
import os
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from annotations.private_files import FILE, private_folder
from annotations.text.controls import written_out
from models.settings import config_folder
from ui.program import shell_line
from ui.terminal import complain

LARGEST = 1_000_000  # bytes of a file
KEPT = 2  # files before the present one: errors.1.log is the newer
PATIENCE = 1.0  # seconds to wait for another process that writes; without its lock nothing is renamed

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def log_path() -> Path:
    return config_folder() / "errors.log"


def log_files() -> list[Path]:
    """Return the files of the log that are there, the oldest first."""
    names = [_numbered(number) for number in range(KEPT, 0, -1)]
    return [path for path in (*names, log_path()) if path.is_file()]


def log_error(text: str) -> None:
    """Write the text at the log's end, with the time (UTC).  OSError when it cannot be written."""
    log = log_path()
    private_folder(log.parent)
    entry = f"{datetime.now(UTC).isoformat()}\n{written_out(text)}\n".encode("utf-8", "backslashreplace")
    if len(entry) > LARGEST:
        entry = entry[: LARGEST // 2] + b"\n... (cut)\n"
    with _turn(log) as is_ours:
        if is_ours and log.exists() and log.stat().st_size + len(entry) > LARGEST:
            _rename(log)
        with os.fdopen(os.open(log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, FILE), "ab") as file:
            file.write(entry)


def _numbered(number: int) -> Path:
    return log_path().with_name(f"errors.{number}.log")


def _rename(log: Path) -> None:
    for number in range(KEPT, 1, -1):
        with suppress(FileNotFoundError):
            _numbered(number - 1).replace(_numbered(number))
    log.replace(_numbered(1))


@contextmanager
def _turn(log: Path) -> Iterator[bool]:
    """Keep other processes from the log meanwhile; False where that cannot be had, and then it only grows."""
    handle = os.open(log.with_name("errors.lock"), os.O_CREAT | os.O_RDWR, FILE)
    try:
        yield _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            _lock(handle)
        except OSError:
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        else:
            return True


class ErrorLog(logging.Handler):
    """Appends each error with its traceback to errors.log; what libraries only warn of is left out."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.setFormatter(logging.Formatter())

    def emit(self, record: logging.LogRecord) -> None:
        write(self.format(record))


def write(text: str) -> None:
    """Write the text in the log, or say on stderr that it cannot be."""
    try:
        log_error(text)
    except OSError as failed:
        complain(f"The log cannot be written: {failed}")


def log_errors(*, uncaught: bool = True) -> None:
    """Have errors and their tracebacks written to errors.log alone; those that nobody caught too, unless told."""
    if uncaught:
        sys.excepthook = tell
    root = logging.getLogger()
    if not any(isinstance(handler, ErrorLog) for handler in root.handlers):
        root.addHandler(ErrorLog())


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Write an error that nobody caught in the log, and say so in a sentence on stderr."""
    if issubclass(kind, KeyboardInterrupt):
        complain("factmark: Stopped.")
        return
    write("".join(traceback.format_exception(kind, error, trace)))
    said = f"Something went wrong that should not have ({kind.__name__}: {error})"
    packs = shell_line(["report", "report.zip"])
    complain(
        f"factmark: {said}. The details are in {log_path()}; `{packs}` packs them, without texts and names."
    )
