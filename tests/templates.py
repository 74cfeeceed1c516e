"""Folders that are made once for each content, and copied from then on.

What commands make of the same records is the same each time, and making it takes ten times as long as a copy.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Hashable
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

Make = Callable[..., Any]  # fills the folder that it is given; what it makes depends on its arguments only


def copied(folder: Path, make: Make, *content: Hashable) -> Path:
    """Fill the folder with what `make(folder, *content)` makes, and return it."""
    shutil.copytree(_template(make, *content), folder, dirs_exist_ok=True)
    return folder


@cache
def _template(make: Make, *content: Hashable) -> Path:
    folder = Path(_place().name) / str(len(list(Path(_place().name).iterdir())))
    folder.mkdir()
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):  # a test reads the same, first or later
        make(folder, *content)
    return folder


@cache
def _place() -> TemporaryDirectory[str]:
    """Return the folder of all templates, which goes when the tests end."""
    return TemporaryDirectory(prefix="factmark-templates-")
