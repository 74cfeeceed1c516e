"""The loops of docs/scale.md, run as they are written there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.settings import Settings, annotator_name
from tests.making import edit, span
from tests.ui.commands.commands import ROOT, run
from tests.ui.commands.suggesting.parts import made, rows

EXAMPLES = re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "scale.md").read_text("utf-8"), re.DOTALL)


def confirm_navy(folder: Path) -> None:
    """Have somebody confirm a wording, which is then suggested elsewhere."""
    project = Project(folder)
    at = project.article("a1").text.index("Navy")
    who = annotator_name(None, Settings())
    edit(project, "label", AnnotationSet.of("a1", who, [span(at, at + 4, "ORG"), Progress(State.DONE)]))
    project.close()


@pytest.mark.skipif(os.name != "posix", reason="a shell's loops")
@pytest.mark.parametrize("example", EXAMPLES, ids=["for", "xargs"])
def test_an_example_does_what_one_run_does(example: str, tmp_path: Path) -> None:
    folder, command = made(tmp_path / "PROJECT", 45, "none"), tmp_path / "bin" / "factmark"
    confirm_navy(folder)
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT}/main.py" "$@"\n', "utf-8")
    command.chmod(0o755)
    shutil.copytree(folder, tmp_path / "whole")
    env = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-e", "-c", example], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "No article lacks any." in done.stdout
    assert run("suggest", tmp_path / "whole", "--what", "all") == 0
    assert rows(folder) == rows(tmp_path / "whole")
    assert len(rows(folder)[0]) > 20
