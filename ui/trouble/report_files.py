"""The files of a report of a problem: versions, log, settings, and what is to be known of the project.

Nothing is in them that tells of the work: no text, title, guideline, annotator's name or folder.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

from annotations.errors import UserError, attempted
from annotations.text.controls import written_out
from annotations.whole_files import free_target, writing
from models.settings import SETTINGS, Settings
from models.transfer import problem_report
from ui import error_log
from ui.help.version import version
from ui.key_words import ROWS
from ui.trouble.log_copy import copied, plain

LIBRARIES = ("PySide6-Essentials", "spacy", "peewee", "numpy", "typer", "PyYAML", "platformdirs")
PRIVATE = frozenset(  # settings that name people, places or commands
    [
        "annotator",
        "last_project",
        "recent_projects",
        "window",
        "shared_places",
        "trusted_pipelines",
        "suggesters",
        "agreed_suggesters",
    ]
)
README = "READ-ME.txt"
ABOUT = {
    "versions.json": "of the program, its libraries and the system",
    "log.txt": "the errors that nobody foresaw: where in the program, and of what kind",
    "settings.json": "your settings that are not at their defaults, without names and folders",
    "schema.json": "names of labels, fact types and roles; of guidelines and triggers how long and how many",
    "project.json": "how much there is of what",
    "check.json": "what a check finds, counted by kind",
}
FIRST = (
    "This is a report of a problem with Factmark. No text or title of an article, no guideline, no annotator's name and\n"
    "no folder is in it: each word of the log that is not the program's own is taken out. Look it through before you\n"
    "send it.\n\n"
)


def steps(project: Path | None) -> int:
    """Return how often `made` calls its `tick`."""
    return 5 if project else 2


def made(project: Path | None, tick: Callable[[], None], *, seconds: float) -> dict[str, str]:
    """Return the contents of the report's files by name; the check of the project ends after that many seconds."""
    files: dict[str, str] = {"versions.json": _json(versions())}
    files["log.txt"] = "\n".join(copied(_log_lines())) + "\n"
    tick()
    files["settings.json"] = _settings()
    tick()
    if project:
        files |= {f"{name}.json": _json(found) for name, found in _about(project, tick, seconds).items()}
    lines = "".join(f"{name}: {ABOUT[name]}\n" for name in files)
    return {README: FIRST + lines, **files}


def write(files: dict[str, str], out: Path) -> None:
    """Write the report, its owner's alone.  UserError when it cannot be written there."""
    target = free_target(out)
    with writing(target, private=True) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)


def versions() -> dict[str, str]:
    """Return the versions of the program, its libraries, Python, SQLite and the system."""
    return {
        "Factmark": version(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "SQLite": sqlite3.sqlite_version,
        **{name: _version(name) for name in LIBRARIES},
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "encoding": f"{sys.getfilesystemencoding()} {sys.getdefaultencoding()}",
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


def _log_lines() -> list[str]:
    texts = (path.read_text("utf-8", errors="replace") for path in error_log.log_files())
    return [line for text in texts for line in text.split("\n")]


def _settings() -> str:
    settings = Settings()
    values = {name: settings[name] for name in SETTINGS if name not in PRIVATE}
    values["keys"] = {name: keys for name, keys in values["keys"].items() if name in ROWS}
    changed = {name: value for name, value in values.items() if value != SETTINGS[name].default}
    return _json(changed)


def _about(project: Path, tick: Callable[[], None], seconds: float) -> dict[str, Any]:
    """Return what is to be known of the project; where even that breaks, how."""

    def looked_at() -> dict[str, Any]:
        try:
            return problem_report.about(project, tick, seconds=seconds)
        except (UserError, sqlite3.Error) as error:
            said = error.sentence if isinstance(error, UserError) else str(error)
            return {"check": {"opened": False, "why": f"{type(error).__name__}: {plain(said)}"}}

    return attempted(looked_at, lambda why: {"check": {"opened": False, "why": plain(why)}}, "reporting")


def _json(found: Any) -> str:
    return written_out(json.dumps(found, indent=2, ensure_ascii=False)) + "\n"
