"""The process beside the window that searches by regular expressions: a request a line, its places as lines of JSON.

It ends with its starter: at the end of what that writes, or when nobody reads what it says.  A request is {project,
line, annotator, waiting}; the answer steps {places, done, of, left_out}, then {ended} or {failed: a sentence}.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

from annotations.errors import UserError
from annotations.search.hits import FoundPlace
from annotations.search.parsing import parse
from models.project import Project
from models.queries.searching.patterns import PatternStep, found_in_time, take_waiting

UNREAD = "The search was asked for in words that cannot be read."


def serve(requests: Iterable[str], out: TextIO) -> None:
    """Answer the requests, one after the other, until there are no more or nobody listens."""
    try:
        for request in requests:
            _say(out, _answered(request, out))
    except BrokenPipeError:
        return


def _answered(request: str, out: TextIO) -> dict[str, Any]:
    """Say the steps of one search; return its last word."""
    try:
        asked = json.loads(request)
        with_waiting = asked.get("waiting") or []
        folder, line, annotator = (str(asked[name]) for name in ("project", "line", "annotator"))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {"failed": UNREAD}
    try:
        project = Project(Path(folder))
        try:
            take_waiting(project, with_waiting)
            for step in found_in_time(project, parse(line), annotator):
                _say(out, as_json(step))
        finally:
            project.close()
    except UserError as error:
        return {"failed": str(error)}
    except sqlite3.DatabaseError as error:
        return {"failed": f"The project could not be read: {error}."}
    return {"ended": True}


def _say(out: TextIO, message: Mapping[str, Any]) -> None:
    out.write(json.dumps(message) + "\n")
    out.flush()


def as_json(step: PatternStep) -> dict[str, Any]:
    """Return the step as the window reads it."""
    return {
        "places": [_place(place) for place in step.places],
        "done": step.done,
        "of": step.of,
        "left_out": list(step.left_out),
    }


def _place(place: FoundPlace) -> list[str | int]:
    return [place.article, place.start, place.end, place.item, place.label, place.status]
