"""What tests on a cluster share: a project of made articles, its pools as rows, and the command as a person types it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from annotations.articles import Article
from annotations.formats.base import Record
from annotations.schema import reader as schema_reader
from models.project import Project
from tests.dask.processes import ROOT
from tests.making import arrive
from tests.templates import copied

NAMES = ("Maria Ruiz", "Omar Haddad", "Ann Lee", "Jo O’Neill", "محمد علي", "Zoë 🚀 Müller")
PLACES = ("Oslo", "Aleppo", "Gaza City", "Tromsø", "New York", "Bandar Abbas")
DEEDS = (
    "said on Tuesday that an airstrike killed {n} people near {place}",
    "told reporters that police had arrested {n} men in {place}",
    "was injured when a bomb exploded in {place} on 3 May 2024",
)
_heeded = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests may ignore it
SQL = (
    "SELECT article.id, article.suggested, article.proposed, suggestion.* FROM article "
    "LEFT JOIN suggestion ON suggestion.article = article.number"
)


def made_project(folder: Path, count: int, pipeline: str = "en_news") -> Path:
    """Return the folder of a project with so many articles, each another one."""
    return copied(folder, _made, count, pipeline)


def _made(folder: Path, count: int, pipeline: str) -> None:
    schema = schema_reader.parse(schema_reader.shipped("news").replace("en_news", pipeline))
    project = Project.create(folder, schema)
    arrive(project, *(Record(Article(f"a{n:05}", _text(n), f"Article {n}")) for n in range(count)))
    project.close()


def _text(number: int) -> str:
    told = [*product(NAMES, DEEDS, PLACES)]
    some = (told[(number * 7 + step * 31) % len(told)] for step in range(6))
    sentences = [
        f"{name} {deed.format(n=number + 2, place=place)}, the Navy said." for name, deed, place in some
    ]
    return "\n\n".join((f"{PLACES[number % 6]}, report {number}.", *sentences))


def other_version(folder: Path) -> Path:
    """Return a folder with a source tree in which a module of the suggester differs."""
    for name in ("annotations", "models", "ui"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "main.py", folder)
    with (folder / "annotations" / "suggest" / "settling.py").open("a", encoding="utf-8") as file:
        file.write("\nLATER = 1\n")
    return folder


def rows(project: Path) -> list[tuple[Any, ...]]:
    """Return the pools of a project, row by row, with what each article says of having been looked through."""
    database = sqlite3.connect(project / "project.db")
    try:
        found = database.execute(SQL)
        kept = [n for n, column in enumerate(found.description) if column[0] not in ("number", "key")]
        return sorted((tuple(row[n] for n in kept) for row in found), key=repr)
    finally:
        database.close()


def looked_through(project: Path) -> int:
    """Return how many articles have suggestions by now."""
    return sum(suggested is not None for suggested in {row[0]: row[1] for row in rows(project)}.values())


def begun(
    *words: object,
    env: Mapping[str, str] | None = None,
    python: object = sys.executable,
    door: object = ROOT / "main.py",
) -> subprocess.Popen[str]:
    """Start the command in a process of its own."""
    line = [str(python), str(door)]
    return subprocess.Popen(
        [*line, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
        preexec_fn=_heeded,  # noqa: PLW1509 - no thread here takes a lock
    )


def said(process: subprocess.Popen[str], code: int = 0) -> tuple[dict[str, Any], str]:
    """Return what the command reported as JSON, and what it said on stderr, once it has ended."""
    out, errors = process.communicate(timeout=300)
    assert process.returncode == code, f"{process.returncode}\n{out}\n{errors}"
    return json.loads(out.splitlines()[-1]) if out.strip() else {}, errors


def first_answer(process: subprocess.Popen[str]) -> None:
    """Wait until the command, which says its progress, has put the first finds into the pools."""
    assert process.stdout
    for line in process.stdout:
        if json.loads(line)["done"]:
            return
    raise AssertionError(process.stderr and process.stderr.read())
