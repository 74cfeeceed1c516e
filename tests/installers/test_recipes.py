"""The recipes that another system builds: what they name is there, and what reads them can."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from installers.debian.build import TOOLS

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "installers.yml"
FLATPAK = ROOT / "installers" / "flatpak" / "org.factmark.Factmark.yaml"
SCRIPTS = sorted(
    path for path in (ROOT / "installers").rglob("*") if path.suffix == ".sh" or path.name == "AppRun"
)
NAMED = re.compile(r"\b(?:installers|ui)[/\\][\w./\\-]+")


def commands() -> Iterator[str]:
    for job in yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"].values():
        yield from (step["run"] for step in job["steps"] if "run" in step)


def test_the_workflow_runs_targets_that_there_are():
    targets = set(
        re.findall(r"^([\w-]+):", (ROOT / "installers" / "targets.mk").read_text("utf-8"), re.MULTILINE)
    )
    targets |= set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    asked = {
        word
        for words in commands()
        for line in re.findall(r"\bmake ([a-z -]+)$", words, re.MULTILINE)
        for word in line.split()
    }
    assert {"wheel", "frozen", "deb", "appimage"} <= asked
    assert asked <= targets


def test_the_workflow_installs_what_builds_the_deb():
    installed = {word for words in commands() if "apt-get install" in words for word in words.split()}
    assert {*TOOLS.values()} - {"dpkg"} <= installed


def test_recipes_name_files_that_there_are():
    texts = [WORKFLOW, FLATPAK, *SCRIPTS, *(ROOT / "installers").rglob("*.ps1")]
    named = {
        name.replace("\\", "/").rstrip(".")
        for path in texts
        for name in NAMED.findall(path.read_text("utf-8"))
    }
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_the_flatpak_takes_what_there_is_and_no_network():
    recipe = yaml.safe_load(FLATPAK.read_text("utf-8"))
    taken = [(FLATPAK.parent / source["path"]).resolve() for source in recipe["modules"][0]["sources"]]
    assert [path for path in taken if ROOT / "build" not in path.parents and not path.exists()] == []
    assert "--share=network" not in recipe["finish-args"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.parent.name + "/" + path.name)
def test_a_script_is_read_by_the_shell(script: Path):
    assert subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False).stderr == ""
