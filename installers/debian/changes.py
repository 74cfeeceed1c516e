"""The changelog that Debian has of a package, from CHANGELOG.md."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from email.utils import format_datetime
from textwrap import fill

RELEASE = re.compile(r"^## (\S+) \((.+)\)$", re.MULTILINE)


def changes(text: str, maintainer: str, date: datetime) -> str:
    """Return every release, the newest first; one without a day of its own has the date that is given.

    What is `## Unreleased` has no version yet, and is left out.
    """
    _, *parts = RELEASE.split(text)
    triples = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return "\n".join(_release(version, _day(day, date), body, maintainer) for version, day, body in triples)


def _day(written: str, otherwise: datetime) -> datetime:
    try:
        day = datetime.combine(datetime.strptime(written, "%Y-%m-%d"), time(), UTC)
    except ValueError:  # not released
        return otherwise
    return day


def _release(version: str, day: datetime, body: str, maintainer: str) -> str:
    points = re.split(r"^- ", body.strip(), flags=re.MULTILINE)
    told = "\n".join(_point(point) for point in points if point.strip())
    return f"factmark ({version}) unstable; urgency=medium\n\n{told}\n\n -- {maintainer}  {format_datetime(day)}\n"


def _point(text: str) -> str:
    words = " ".join(text.split())
    return fill(
        words,
        78,
        initial_indent="  * ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
