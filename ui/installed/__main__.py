"""The door of the installed program: `factmark`, `python -m factmark`, and each process the window starts.

The wheel holds this folder as `factmark/` and the source tree as `factmark/_app/`. The modules in there keep
the names they have in the source tree, and another distribution may have a `main` or `models` of its own: so
`_app` comes first on the path, in this process alone, and a module of such a name that something loaded
before (a line of a .pth file does) gives way.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = (
    Path(__file__).absolute().parent / "_app"
)  # not there in an editable install, which has the source tree on the path


def main() -> int:
    """Run the program with the arguments of this process; return the exit code."""
    _leave_out_the_folder_one_stands_in()
    enter()
    from main import main as run

    return run()


def enter() -> None:
    """Put the program's folder first on the path, and take away modules of others that have its names."""
    ours = {path.stem for path in APP.glob("*")}
    for name in [name for name in sys.modules if name.partition(".")[0] in ours]:
        del sys.modules[name]
    sys.path.insert(0, str(APP))


def _leave_out_the_folder_one_stands_in() -> None:
    """Take away what `python -m` puts first on the path: a folder that somebody sent may have a `typer.py` in it."""
    is_module = __name__ == "__main__" and __spec__ is not None
    if is_module and not sys.flags.safe_path and sys.path[:1] == [os.getcwd()]:
        del sys.path[0]


if __name__ == "__main__":
    sys.exit(main())
