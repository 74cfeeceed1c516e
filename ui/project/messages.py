"""The one door for what other processes say: lines, progress, and the reports of commands, each of its shape.

A shape is a type; a tuple of shapes, one of which fits; a list of one shape, for lists; a `Named` one, for values by name; or
the fields of an object, of which those with a `?` may be missing and others may be there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple

GREATEST = 2**31 - 1  # what a signal of Qt can carry


class Named(NamedTuple):
    """The shape of values by name."""

    of: Any


class _Moment:
    """The shape of a time, ISO 8601."""


NUMBER, MAYBE = (int, float), (str, None)
NAMES, COUNTS, NOTHING = [str], Named(int), Named(())
INTERVAL = (None, [NUMBER])
LOST = Named({"count": int, "examples": NAMES})
SPLIT = (None, {"articles": COUNTS, "leaks": NAMES})
BESIDE = Named({"leave": int, "left_out": int})
SINCE = Named({"count": int})
FILES = Named({"bytes": int, "sha256": str, "files?": int})
GOLD = [{"said": NAMES}]
CELLS = (None, {"count": int, "examples": NAMES, "safe": bool})
BACKUP = {"path": str, "made": _Moment, "reason": str, "size": int, "change": str}
BACKUP_COUNTS = ({"articles": int, "spans": int, "facts": int, "edits": int}, NOTHING)
PLACE = {"article": str, "start": int, "end": int, "quote": str, "bounds": bool, "ids": [MAYBE]}
CELL = {"one": MAYBE, "other": MAYBE, "count": int, "bounds": int, "places": [PLACE]}
FINDING = {"article": str, "title": str, "words": str, "look": str, "start": int, "end": int, "item": MAYBE}


def _figure(*names: str) -> dict[str, Any]:
    shapes = {"": (*NUMBER, None), "_interval": INTERVAL, "_why?": str}
    return {f"{name}{tail}": shape for name in names for tail, shape in shapes.items()}


F1 = _figure("f1")
MATCHED = {"micro?": F1, "macro?": F1, "labels?": Named(F1)}
PAIR = {
    "spans": {
        "exact": {**MATCHED, "labels": Named(F1)},
        "overlap": {**MATCHED, "labels": Named(F1)},
        "unlabelled": MATCHED,
    },
    "tokens": (_figure("kappa", "kappa_without_o"), NOTHING),
    "facts": {"trigger?": MATCHED, "type?": MATCHED, "role?": MATCHED},
}
AGREEMENT = {
    **PAIR,
    "annotators": NAMES,
    "articles": COUNTS,
    "compared": int,
    "alpha": {
        **_figure("nominal"),
        "unitizing": Named((*NUMBER, None)),
        "unitizing_interval": Named(INTERVAL),
        "unitizing_why": Named(str),
        "united": COUNTS,
    },
    "pairs": [{**PAIR, "annotators": NAMES}],
    "by_article": Named(dict.fromkeys(("exact", "overlap", "unlabelled", "kappa"), (*NUMBER, None))),
    "confusion": [{"annotators": NAMES, "labels": NAMES, "cells": [CELL]}],
}
LOOK = {
    **dict.fromkeys(("file", "format", "reason"), str),
    "fields": [{"name": str, "sample": str, "becomes": str}],
    "articles": [
        {
            **dict.fromkeys(("title", "published", "text", "annotator"), str),
            **dict.fromkeys(("length", "spans", "facts"), int),
            "meta": Named(str),
        }
    ],
    "looked_at": int,
    **dict.fromkeys(("is_whole", "is_guessed", "is_known", "asks"), bool),
    "notices": NAMES,
    "left_out": NAMES,
}
EXPORT = {
    "records": int,
    "spans_by_label": COUNTS,
    "left_out": COUNTS,
    "not_carried": LOST,
    "split": SPLIT,
    "since_last_export": SINCE,
    "proved": bool,
    "files": FILES,
    "cells_that_run?": CELLS,
    "not_remembered?": str,
    "set_aside?": NAMES,
    "gold?": GOLD,
    "wrote?": COUNTS,
}
PREVIEW = {
    "records": int,
    "articles_by_state": BESIDE,
    "spans_by_label": BESIDE,
    "facts_by_type": BESIDE,
    "left_out": COUNTS,
    "not_carried": LOST,
    "annotators": NAMES,
    "fields": NAMES,
    "refused": str,
    "split": SPLIT,
    "sample": str,
    "gold?": GOLD,
    "wrote?": COUNTS,
}
MERGED = {
    "sets": int,
    "unchanged": int,
    "items": {"added": int, "changed": int, "deleted": int},
    "mapped": [{"theirs": str, "ours": str}],
    "skipped": [{"id": str, "title": str, "why": str}],
    "notices": NAMES,
    "labels_added": NAMES,
    "assigned": int,
    "asked": [{"name": str, "here": int, "there": int, "called": str}],
    "renamed": [{"old": str, "new": str}],
}
IMPORTED = {
    "articles": int,
    "sets": int,
    "already_there": NAMES,
    "notices": NAMES,
    "labels_added": NAMES,
    "read_as": [{"format": str, "reason": str}],
}
ROW = {"line": int, "label": str, "words": str, "is_wording": bool, "wrong": str}
CONFIRMED = {"wording": str, "label": str, "confirmed": int, "rejected": int, "doubtful": str}
REPORTS: Mapping[str, Any] = {
    "agreement": AGREEMENT,
    "assign": {"given": int, "annotators": COUNTS},
    "backups": {"backups": [{**BACKUP, "counts": BACKUP_COUNTS}]},
    "codebook": {"codebook": str, "files": FILES, "examples": COUNTS},
    "compare": {"searched": bool, "counts": {"articles": int, "entities": COUNTS, "groups": COUNTS}},
    "export": EXPORT,
    "feedback": {"feedback": str, "corrections": int, "articles": int, "set_aside?": NAMES},
    "import": (IMPORTED, {"preview": [LOOK], "files": int}),
    "labels": {"labels": COUNTS, "articles": int, "problems": NAMES},
    "lint": {"findings": [{**FINDING, "sentence": str}]},
    "lists": {"file": str, "rows?": [ROW], "confirmed?": [CONFIRMED]},
    "merge": MERGED,
    "pack": (
        {"package": str, "annotator": str, "sets": int, "set_aside?": NAMES, "gold?": NAMES},
        {"package": str, "project": str, "articles": int, "set_aside?": NAMES},
    ),
    "paper": {"paper": str, "files": FILES, "blanks": NAMES},
    "preview": PREVIEW,
    "rename-annotator": {"old": str, "new": str, "sets": int, "backup": str},
    "report": {"report": str},
    "review": {"majority": int, "dry_run": bool, "taken": int, "articles": int, "open": int},
    "search": {"out": str, "written": int},
    "unpack": {"project": str, "name": str, "articles": int},
    "restore": {"restored": str, "kept": MAYBE},
}  # by command; `preview`, what `export --preview` reports


def messages(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Yield what the lines say; those that are no JSON object, as a library may print, are passed over."""
    for line in lines:
        with suppress(ValueError, RecursionError):
            message = json.loads(line)
            if isinstance(message, dict):
                yield message


def progress_of(message: Mapping[str, Any]) -> tuple[str, int, int] | None:
    """Return what is being done, how much is done, and of how much; None when the message is no progress."""
    doing, done, of = (message.get(name) for name in ("doing", "done", "of"))
    if not fits(doing, str) or not all(type(n) is int and 0 <= n <= GREATEST for n in (done, of)):
        return None
    return str(doing), int(done or 0), int(of or 0)


def is_report(words: Sequence[str], message: Mapping[str, Any]) -> bool:
    """Return whether the message is a report of the command of those words."""
    return fits(message, REPORTS["preview" if words[0] == "export" and "--preview" in words else words[0]])


def fits(value: object, shape: Any) -> bool:
    """Return whether the value is of the shape."""
    if isinstance(shape, Named):
        return isinstance(value, dict) and all(
            fits(name, str) and fits(one, shape.of) for name, one in value.items()
        )
    if isinstance(shape, tuple):
        return any(fits(value, one) for one in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(one, shape[0]) for one in value)
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(_has(value, name, of) for name, of in shape.items())
    if shape is None:
        return value is None
    return _is_scalar(value, shape)


def _has(value: Mapping[str, Any], name: str, shape: Any) -> bool:
    """Return whether the object has the field, of its shape; one with a `?` may be missing."""
    field = name.removesuffix("?")
    return fits(value[field], shape) if field in value else field != name


def _is_scalar(value: object, kind: type) -> bool:
    if kind is _Moment:
        with suppress(ValueError, TypeError):
            return bool(datetime.fromisoformat(str(value)).astimezone())
        return False
    if kind is str and isinstance(value, str):
        with suppress(UnicodeEncodeError):  # half a character
            return bool(value.encode() or True)
        return False
    is_small = not isinstance(value, int) or abs(value) <= GREATEST * GREATEST
    return type(value) is kind and is_small
