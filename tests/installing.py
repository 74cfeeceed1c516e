"""Distributions are built and installed here, without the network, in an environment that sees the libraries of ours."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BACKEND = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
OTHER = f"""{BACKEND}
[project]
name = "other"
version = "1"

[tool.hatch.build.targets.wheel]
only-include = ["main.py", "models", "samples", "loaded_first.pth"]
"""
WHOSE = "WHOSE = 'theirs'\n"


def run(*words: object, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """Return what a program wrote; AssertionError with its errors when it fails."""
    command, around = list(map(str, words)), {**os.environ, **(env or {})}
    done = subprocess.run(command, cwd=cwd, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(source: Path, out: Path, target: str = "wheel") -> Path:
    """Return the distribution that is made of a source tree."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, cwd=source)
    [made] = out.iterdir()
    return made


def other(folder: Path) -> Path:
    """Write the source tree of a distribution with three of our names, of which one is loaded whenever a Python starts."""
    for name in ("main.py", "models/__init__.py", "samples/__init__.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(WHOSE, "utf-8")
    (folder / "loaded_first.pth").write_text("import models\n", "utf-8")
    (folder / "pyproject.toml").write_text(OTHER, "utf-8")
    return folder


def hostile(folder: Path) -> Path:
    """Make a folder to stand in that has our names, and nothing in its modules."""
    for name in ("main.py", "models/__init__.py", "annotations/__init__.py", "factmark/notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


@dataclass(frozen=True)
class Environment:
    """A new virtual environment, and what is installed in it."""

    folder: Path

    def __post_init__(self) -> None:
        venv.create(self.folder, symlinks=os.name != "nt")
        libraries = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
        (self.packages / "libraries.pth").write_text("\n".join(libraries), "utf-8")

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.scripts / "python"

    @property
    def packages(self) -> Path:
        return next(self.folder.glob("[Ll]ib*/**/site-packages"), self.folder / "Lib" / "site-packages")

    def install(self, *wheels: Path) -> None:
        """Install them one after the other."""
        for wheel in wheels:
            run(self.python, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet", wheel)

    def uninstall(self, name: str) -> None:
        run(self.python, "-m", "pip", "uninstall", "--yes", "--quiet", name)
