"""The log of what nobody foresaw: tracebacks in errors.log, beside the person's settings; a terminal never shows one."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from models.settings import config_folder
from ui.terminal import complain


class ErrorLog(logging.Handler):
    """Appends each error with its traceback to errors.log; what libraries only warn of is left out."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.setFormatter(logging.Formatter())

    def emit(self, record: logging.LogRecord) -> None:
        path = config_folder() / "errors.log"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{datetime.now(UTC).isoformat()}\n{self.format(record)}\n")
        except OSError as failed:
            complain(f"The log cannot be written: {failed}")


def log_errors() -> None:
    """Have errors and their tracebacks written to errors.log alone, in a process that is no window."""
    root = logging.getLogger()
    if not any(isinstance(handler, ErrorLog) for handler in root.handlers):
        root.addHandler(ErrorLog())
