"""Build the distributions, check them, and install the wheel as a person would: by pip, pipx and uv, in homes of their own.

`make wheel` runs this with the Python of `build/wheel/tools`, where hatchling, twine, pipx and uv are: that Python is tried.  It asks the
package index for the libraries, and leaves the distributions in `build/dist`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "wheel"
DIST = ROOT / "build" / "dist"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = {  # each, and a module that comes with it
    "cluster": "distributed",
    "export": "pyarrow",
    "inception": "cassis",
    "ja": "sudachipy",
}
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
TOOLS = Path(sys.executable).parent
# Where pipx and uv put what they install, in place of the user's folders.
HOMES = {
    "PIPX_HOME": WORK / "pipx",
    "PIPX_BIN_DIR": WORK / "pipx-bin",
    "PIPX_MAN_DIR": WORK / "pipx-man",
    "UV_TOOL_DIR": WORK / "uv",
    "UV_TOOL_BIN_DIR": WORK / "uv-bin",
    "UV_PYTHON_DOWNLOADS": "never",
}


def run(*words: object, cwd: Path = WORK, env: dict[str, str] | None = None) -> str:
    """Return what a program wrote; the process ends with its errors when it fails."""
    command, around = list(map(str, words)), env or {**os.environ, **{k: str(v) for k, v in HOMES.items()}}
    done = subprocess.run(command, cwd=cwd, env=around, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\nfailed with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def built(source: Path, out: Path, target: str) -> Path:
    """Return the distribution that is made of a source tree."""
    out.mkdir(parents=True)
    run(TOOLS / "python", "-m", "hatchling", "build", "-t", target, "-d", out, cwd=source)
    [made] = out.iterdir()
    return made


def distributions() -> Path:
    """Build both into `build/dist`; return the wheel, which is the same whether built from the tree or the other."""
    shutil.rmtree(DIST, ignore_errors=True)
    sdist = built(ROOT, DIST, "sdist")
    with tempfile.TemporaryDirectory() as folder:
        shutil.unpack_archive(sdist, folder, filter="data")
        [source] = Path(folder).iterdir()
        again = built(source, WORK / "from-sdist", "wheel")
    wheel = built(ROOT, WORK / "from-tree", "wheel")
    if wheel.read_bytes() != again.read_bytes():
        sys.exit(f"{wheel} and {again} differ: the source distribution lacks something, or has too much.")
    run(TOOLS / "python", "-m", "twine", "check", "--strict", sdist, wheel)
    return wheel.replace(DIST / wheel.name)


def try_program(script: Path) -> None:
    """Run what was installed in an empty folder, where neither the sources nor a display are."""
    with tempfile.TemporaryDirectory() as folder:
        env = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "LANG") if name in os.environ}
        path = os.pathsep.join([str(script.parent), os.defpath])
        env |= {"PATH": path, "HOME": folder, "USERPROFILE": folder, "QT_QPA_PLATFORM": "offscreen"}
        said = run(script, "--version", cwd=Path(folder), env=env).strip()
        if said != f"factmark {PROJECT['version']}":
            sys.exit(f"{script} --version says {said!r}, and pyproject.toml {PROJECT['version']}.")
        if "export" not in run(script, "--help", cwd=Path(folder), env=env):
            sys.exit(f"{script} --help does not name the commands.")
        run(script, "demo", cwd=Path(folder), env=env)
        made = sorted(path.name for path in Path(folder, "build", "demo").iterdir())
        if "pictures" not in made:
            sys.exit(f"{script} demo made only {made}.")


def by_pip(wheel: Path) -> None:
    home = WORK / "pip"
    venv.create(home, with_pip=True, symlinks=os.name != "nt")
    python = home / SCRIPTS / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel)
    run(python, "-m", "pip", "check")
    try_program(home / SCRIPTS / "factmark")
    run(python, "-m", "pip", "install", "--quiet", f"{wheel}[{','.join(EXTRAS)}]")
    run(python, "-m", "pip", "check")
    run(python, "-I", "-c", f"import {', '.join(EXTRAS.values())}")
    run(python, "-m", "pip", "uninstall", "--yes", "--quiet", "factmark")
    if left := sorted(home.rglob("factmark*")):
        sys.exit(f"pip left {left}.")


def by_pipx(wheel: Path) -> None:
    run(TOOLS / "pipx", "install", "--python", sys.executable, wheel)
    try_program(WORK / "pipx-bin" / "factmark")
    run(TOOLS / "pipx", "uninstall", "factmark")
    _gone(WORK / "pipx-bin")


def by_uv(wheel: Path) -> None:
    run(TOOLS / "uv", "tool", "install", "--python", sys.executable, wheel)
    try_program(WORK / "uv-bin" / "factmark")
    run(TOOLS / "uv", "tool", "uninstall", "factmark")
    _gone(WORK / "uv-bin")


def _gone(folder: Path) -> None:
    if left := sorted(folder.glob("factmark*")):
        sys.exit(f"Uninstalling left {left}.")


WAYS: dict[str, Callable[[Path], None]] = {
    "pip install": by_pip,
    "pipx install": by_pipx,
    "uv tool install": by_uv,
}


def main() -> None:
    for folder in {*WORK.iterdir()} - {*WORK.glob("tools*")}:
        shutil.rmtree(folder)
    if set(EXTRAS) != set(PROJECT["optional-dependencies"]) - {"dev"}:
        sys.exit("The table of extras is not that of pyproject.toml.")
    wheel = distributions()
    print(f"{wheel.relative_to(ROOT)}: {wheel.stat().st_size / 1e6:.1f} MB, checked")
    for way, install in WAYS.items():
        began = time.monotonic()
        install(wheel)
        print(
            f"{way} {wheel.name}: installed, ran, uninstalled in {time.monotonic() - began:.0f} s", flush=True
        )


if __name__ == "__main__":
    main()
