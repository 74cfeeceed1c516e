"""The wheel is a good neighbour: installed beside a distribution that has our names, each works, and neither meets the other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.installing import ROOT, Environment, build, hostile, other, run
from ui.help.version import version, version_line

SAMPLE = ROOT / "samples" / "01_harbor_wire.txt"
THEIRS = "import main, models, samples; print(main.WHOSE, models.WHOSE, samples.WHOSE)"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other distribution's wheel."""
    return build(other(tmp_path_factory.mktemp("other")), tmp_path_factory.mktemp("others"))


@pytest.fixture
def new(tmp_path: Path) -> Environment:
    return Environment(tmp_path / "environment")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, wheel: Path, others: Path) -> Environment:
    """An environment with both, ours first."""
    made = Environment(tmp_path_factory.mktemp("both"))
    made.install(wheel, others)
    return made


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return hostile(tmp_path / "here")


def work(env: Environment, folder: Path) -> list[str]:
    """Make a project, import a sample, suggest in it and export it; the texts that left."""
    script, project, out = env.scripts / "factmark", folder / "project", folder / "out.jsonl"
    assert "export" in run(script, "--help", cwd=folder)
    run(script, "new", project, cwd=folder)
    run(script, "import", project, SAMPLE, cwd=folder)
    run(script, "suggest", project, "--jobs", "2", cwd=folder)
    words = ["--format", "jsonl", "--articles", "all", "--spans", "suggested"]
    run(script, "export", project, out, *words, cwd=folder)
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return [span["text"] for record in records for span in record["spans"]]


@pytest.mark.parametrize("order", ["ours first", "theirs first"])
def test_the_wheel_works_beside_the_other_and_when_that_has_gone(
    new: Environment, wheel: Path, others: Path, tmp_path: Path, order: str
) -> None:
    new.install(*((wheel, others) if order == "ours first" else (others, wheel)))
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    before = work(new, tmp_path / "before")
    assert run(new.python, "-c", THEIRS, cwd=tmp_path).split() == ["theirs"] * 3
    new.uninstall("other")
    assert work(new, tmp_path / "after") == before
    assert len(before) > 10


def test_the_other_is_what_it_was_when_ours_has_gone(
    new: Environment, wheel: Path, others: Path, tmp_path: Path
) -> None:
    new.install(others)
    was = {path: path.read_bytes() for path in new.packages.rglob("*.py")}
    new.install(wheel)
    run(new.scripts / "factmark", "--help", cwd=tmp_path)
    new.uninstall("factmark")
    assert {path: path.read_bytes() for path in new.packages.rglob("*.py")} == was
    assert run(new.python, "-c", THEIRS, cwd=tmp_path).split() == ["theirs"] * 3
    assert not list(new.packages.glob("factmark*"))


@pytest.mark.parametrize("words", [["-m"], ["-P", "-m"], ["-I", "-m"], ["-s", "-E", "-m"]])
def test_the_module_starts_in_a_folder_that_has_our_names(
    both: Environment, here: Path, words: list[str]
) -> None:
    path = {"PYTHONPATH": str(here)}
    run(both.python, *words, "factmark", "new", here / "project", cwd=here, env=path)
    assert (here / "project" / "project.yaml").is_file()


def test_the_wheel_says_the_version_of_the_source(both: Environment, wheel: Path, here: Path) -> None:
    said = run(both.scripts / "factmark", "--version", cwd=here)
    assert said == version_line() + "\n"
    code = "from importlib.metadata import metadata as m; print(m('factmark')['Version'], m('factmark')['Requires-Python'])"
    assert run(both.python, "-I", "-c", code, cwd=here).split() == [version(), ">=3.11"]


def test_the_window_imports_and_suggests_through_processes_of_the_wheel(
    both: Environment, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(both.scripts), prepend=os.pathsep)
    script, project = both.scripts / "factmark", here / "project"
    run(script, "new", project, cwd=here)
    line = run(both.python, ROOT / "tests" / "wheel_window.py", script, project, SAMPLE, cwd=here)
    assert line.startswith(f"factmark export {project} ")
    subprocess.run(f"{line.strip()} --articles all", shell=True, check=True, cwd=here)
    [article] = (here / "out.jsonl").read_text("utf-8").splitlines()
    assert json.loads(article)["text"] == SAMPLE.read_text("utf-8")


def test_the_wheel_holds_one_package_with_every_file_of_the_program(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    folders = ("annotations", "models", "samples", "ui")
    files = (path for name in folders for path in (ROOT / name).rglob("*") if path.is_file())
    ours = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    doors = {name for name in ours if name.startswith("ui/installed/")}
    inside = {f"factmark/_app/{name}" for name in {*ours, "LICENSE", "main.py", "pyproject.toml"} - doors}
    assert names == inside | {name.replace("ui/installed", "factmark") for name in doors}


def test_the_source_distribution_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(build(ROOT, tmp_path / "sdist", "sdist"), tmp_path / "unpacked")
    [source] = (tmp_path / "unpacked").iterdir()
    assert build(source, tmp_path / "again").read_bytes() == wheel.read_bytes()
