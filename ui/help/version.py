"""The version of the program, as `pyproject.toml` has it.

That file lies beside the program in a source tree, an installed wheel and a frozen build alike.
"""

from __future__ import annotations

import tomllib

from annotations.processes.door import HOME
from ui.program import SCRIPT


def version() -> str:
    """Return the version of the program that runs, such as `1.2.0`."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def version_line() -> str:
    """Return what `--version` says."""
    return f"{SCRIPT} {version()}"
