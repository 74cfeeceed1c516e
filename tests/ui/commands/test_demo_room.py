"""The demo's folder: what an earlier demo made is made anew, anything else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.commands.commands import run
from ui.commands.demo import MADE


@pytest.mark.parametrize("name", MADE)
def test_a_demo_never_removes_what_no_demo_made(name: str, tmp_path: Path, capsys) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine").write_text("mine")
    assert run("demo", "--out", tmp_path) == 1
    assert f"{name} is there already, and no demo made it" in capsys.readouterr().err
    assert (tmp_path / name / "mine").read_text() == "mine"
