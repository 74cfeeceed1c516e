"""The commands as a program: which modules bring them, and what an error becomes.

Exit codes: 0 done, 1 the user's error (a sentence on stderr), 2 wrong words.
"""

from __future__ import annotations

import io
import sqlite3
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from typer import Typer
from typer.main import get_command
from typer.models import CommandInfo

from annotations.errors import UserError, cause
from ui.commands.base import app
from ui.error_log import log_errors
from ui.key_words import named
from ui.terminal import complain

NEAR = 40  # code points before and behind that are quoted

# In the order of `--help`: a module brings these commands by being imported.
MODULES = {
    "importing": ("import",),
    "creating": ("new", "labels"),
    "projects": ("open", "backup", "backups", "restore", "demo"),
    "checks": ("check",),
    "comparing": ("compare",),
    "facts": ("facts",),
    "exports": ("export", "formats"),
    "lint": ("lint",),
    "search.search": ("search",),
    "pipelines": ("evaluate", "pipelines"),
    "together.exchange": ("assign", "pack", "unpack", "merge", "rename-annotator", "feedback"),
    "together.reviews": ("review", "recheck"),
    "together.blind_checks": ("blind-check",),
    "together.agreement": ("agreement",),
    "statistics": ("stats",),
    "suggesting.suggest": ("suggest",),
    "training": ("train",),
    "papers.paper": ("paper",),
    "papers.codebook": ("codebook",),
    "lists": ("lists",),
    "report": ("report",),
    "about": ("about",),
}


def program(command: str = "") -> Typer:
    """Return the program with every command; of one that is named, its module is enough, at half the time."""
    bringing = [name for name, brought in MODULES.items() if command in brought]
    for name in bringing or MODULES:
        import_module(f"ui.commands.{name}")
    app.registered_commands.sort(key=_place)
    return app


def _place(command: CommandInfo) -> int:
    """Return the place of the command's module; one of another program comes last."""
    module = getattr(command.callback, "__module__", "").removeprefix("ui.commands.")
    return [*MODULES, module].index(module)


@cache
def _made(count: int) -> Callable[..., Any]:
    """Return the program made of the commands that are there, of which there are so many."""
    return get_command(app)


def _program(words: list[str]) -> Callable[..., Any]:
    return _made(len(program(words[0] if words else "").registered_commands))


def run_command(words: list[str]) -> int:
    """Run a command; return its exit code."""
    log_errors()
    for stream in (sys.stdout, sys.stderr):  # a file's name may hold what the terminal cannot show
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        _program(words)(words, prog_name="factmark")  # called itself, a Typer takes `sys.excepthook` away
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except UserError as error:
        complain(named(f"factmark: {error}"))
        return 1
    except UnicodeEncodeError as error:
        said = "has bytes that are no UTF-8, so it cannot be kept or asked for: give it another name"
        complain(f"factmark: {_around(error)!a} {said}.")
        return 1
    except sqlite3.OperationalError as error:  # a lock, or the disk: the file may well be whole
        complain(f"factmark: The project's database could not be read or written: {error}.")
        return 1
    except sqlite3.DatabaseError as error:
        complain(f"factmark: The project's database cannot be read: {error}. Try `restore`.")
        return 1
    except OSError as error:
        complain(f"factmark: {error.filename or 'A file'} could not be read or written: {cause(error)}.")
        return 1
    return 0


def _around(error: UnicodeEncodeError) -> str:
    """Return the words in which the bytes stand that are no text, in one line."""
    before, behind = error.object[: error.start], error.object[error.start :]
    return before.rpartition("\n")[2][-NEAR:] + behind.partition("\n")[0][:NEAR]
