"""The words before a command that have it run where there is no Python: root alone can do that, on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ANYWHERE = (
    "/usr/bin/python*",
    "/usr/local/bin/python*",
    "/usr/lib/python*",
    "/usr/local/lib/python*",
    "/opt/python*",
)
ALL_ARE_EMPTY = 'for path; do [ ! -s "$path" ] || exit 1; done'


def hidden(root: Path, say: Callable[[str], object]) -> list[str]:
    """Return the words; none, with a sentence, where a Python cannot be hidden.  `root`: the source tree's."""
    unshare, mount, shell = (shutil.which(name) for name in ("unshare", "mount", "sh"))
    words = [unshare, "--mount", shell, "-c", "; ".join([*_lines(root, mount), 'exec "$@"']), "sh"]
    if None in words or not hasattr(os, "geteuid") or os.geteuid():
        say("A Python cannot be hidden without root: the program is tried with an empty PATH alone.")
        return []
    library = find_spec("spacy")
    left = [sys.executable, root / "ui" / "app.py", library.origin if library else ""]
    looked = [*words, shell, "-c", ALL_ARE_EMPTY, "sh", *map(str, left)]
    if subprocess.run(looked, capture_output=True, check=False).returncode == 0:
        say("Each Python, the libraries and the sources are hidden from the program.")
        return [str(word) for word in words]
    say("Not all of that can be hidden here: the program is tried with an empty PATH alone.")
    return []


def _lines(root: Path, mount: str | None) -> list[str]:
    """Return the commands of the shell that put nothing over each Python and over the sources."""
    paths = {
        Path(sys.base_prefix),
        Path(sys.prefix),
        *(root / name for name in ("annotations", "models", "ui")),
    }
    paths |= {one.resolve() for one in (root / ".venv", root / "build" / "freezer") if one.exists()}
    paths |= {
        one for pattern in ANYWHERE for one in Path("/").glob(pattern.lstrip("/")) if not one.is_symlink()
    }
    paths.discard(Path("/usr"))
    return [
        f"{mount} -t tmpfs none '{path}'" if path.is_dir() else f"{mount} --bind /dev/null '{path}'"
        for path in sorted(paths)
    ]
