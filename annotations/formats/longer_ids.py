"""Ids of articles that are named by their files, where files in several folders have one name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path, PurePath

from annotations.formats.reading.inception_layout import CURATED, WORK
from annotations.plain_names import plain
from annotations.text.text import clean

FOLDERS = 2  # that go before a file's name at most; those above tell of a person's machine


def longer_ids(id_: str, file: Path | str) -> Iterator[str]:
    """Yield ids for the file's article, the best first and without an end, when its name is another's id already.

    A file in a zip has its place there behind the zip's.

    >>> from itertools import islice
    >>> list(islice(longer_ids("1", "/texts/new.zip/dev/1.ann"), 4))
    ['dev/1', 'new/dev/1', 'new/dev (2)/1', 'new/dev (3)/1']
    """
    above = ""
    for folder in _folders(id_, file)[:FOLDERS]:
        above = f"{folder}/{above}" if above else folder
        yield f"{above}/{id_}"
    yield from (f"{above} ({number})/{id_}".lstrip() for number in count(2))


def is_longer(longer: str, id_: str) -> bool:
    """Return whether `longer` may have been made of the id.

    >>> is_longer("new/dev (2)/1", "1"), is_longer("dev/11", "1")
    (True, False)
    """
    return longer.endswith(f"/{id_}")


def short_id(id_: str) -> str:
    """Return the id without folders, so that what a file marks has the same ids under the longer one.

    >>> short_id("new/dev (2)/1")
    '1'
    """
    return id_.rpartition("/")[2] or id_


def _folders(id_: str, file: Path | str) -> list[str]:
    """Return the folders that the file lies in, the nearest first; of a document of INCEpTION's its project's."""
    place = PurePath(os.path.abspath(file))
    parts = place.relative_to(place.anchor).parts[:-1]
    for above in range(len(parts) - 1):
        if parts[above] in (WORK, CURATED) and parts[above + 1] == id_:
            parts = parts[:above]
            break
    names = (re.sub(r"\.zip$", "", plain(clean(part)), flags=re.IGNORECASE) for part in parts)
    return [name for name in names if name.strip()][::-1]
