"""The labels that a pipeline can give, before it is loaded: by what was written beside it, and by our rules.

Nothing of a pipeline is imported or run: of an installed package and of a folder only `meta.json` is read.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.installed import GROUP, NONE, RULES, SHIPPED, places, shipped_folder

META, LARGEST = "meta.json", 2_000_000  # bytes of it that are read
READ = "en"  # the language that our rules and pipelines read


@dataclass(frozen=True)
class Expected:
    """The labels that a pipeline can give, and the language it reads; `known`: whether that was found out."""

    labels: frozenset[str] = frozenset()
    language: str = READ
    known: bool = True

    def of(self, labels: Collection[str]) -> list[str]:
        """Return those of the labels that it can give, in their order."""
        return [label for label in labels if label in self.labels]


def expected(name: str, folder: Path | None = None, language: str = READ) -> Expected:
    """Return what the pipeline of that name can give; `folder`: the project's, where it may lie.

    `language`: the articles'; in another than English no rule gives anything.
    """
    if name == NONE:
        return Expected()
    rules = _of_rules() if language == READ else frozenset()
    if name == RULES:
        return Expected(rules)
    meta = _meta(name, folder)
    if meta is None:
        return Expected(known=False)
    found, read = _named(meta), meta.get("lang")
    read = read if isinstance(read, str) else READ
    return Expected(rules | found if read == READ else found, read, known=bool(found))


def _of_rules() -> frozenset[str]:
    from annotations.suggest.rules.find import LABELS

    return frozenset(LABELS.split())


def _meta(name: str, folder: Path | None) -> dict[str, Any] | None:
    """Return what is written beside the pipeline; None when there is nothing that can be read."""
    if name == SHIPPED:
        return _read(shipped_folder() / META)
    for found in entry_points(group=GROUP):
        if found.name == name:
            return _read(_of_package(found))
    lying = places(name, folder) if name else []
    with suppress(OSError):  # no path can be called so
        return _read(next((place / META for place in lying if place.is_dir()), None))
    return None


def _of_package(found: EntryPoint) -> Path | None:
    inside = f"{found.module.replace('.', '/')}/{META}"
    return Path(str(found.dist.locate_file(inside))) if found.dist else None


def _read(path: Path | None) -> dict[str, Any] | None:
    try:
        if path is None or not path.is_file() or path.stat().st_size > LARGEST:
            return None
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _named(meta: dict[str, Any]) -> frozenset[str]:
    """Return the labels of its part `ner`."""
    labels = meta.get("labels")
    named = labels.get("ner") if isinstance(labels, dict) else None
    return frozenset(one for one in named if isinstance(one, str)) if isinstance(named, list) else frozenset()


def fitting(labels: Collection[str], language: str) -> str:
    """Return the name of what is to suggest for labels of one's own, unless somebody chooses.

    It is the shipped pipeline where that reads the language and gives half of the labels or more.  Else it is none:
    then wordings that were confirmed are offered, and nothing gets in between.
    """
    given = len(expected(SHIPPED).of(labels)) if language == READ else 0
    return SHIPPED if given and 2 * given >= len(labels) else NONE
