"""Keys of `project.yaml` that mean nothing: the project opens, says so, and keeps them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.windows import run, said
from ui.main_window import MainWindow

KEPT = "It stays in the file and does nothing."


@pytest.fixture
def path(folder: Path) -> Path:
    """The project.yaml of a project, with a comment and two keys that mean nothing."""
    path = folder / "project.yaml"
    text = "# Ours.\nowner: Marta\n" + path.read_text("utf-8").replace("hue:", "colour: red, hue:", 1)
    path.write_text(text, "utf-8")
    return path


def test_the_window_says_which_keys_mean_nothing_once_it_is_open(
    launch: Callable[..., MainWindow], folder: Path, path: Path
) -> None:
    window = launch("open", folder, "--annotator", "anna")
    window.session.look_for_others()
    assert said(window).startswith("project.yaml:2: There is no owner in the project; it may have facts,")
    assert "There is no colour in label " in said(window)
    assert said(window).endswith(KEPT)


def test_a_label_added_in_the_window_leaves_them(
    launch: Callable[..., MainWindow], folder: Path, path: Path
) -> None:
    before = path.read_text("utf-8")
    window = launch("open", folder, "--annotator", "anna")
    window.session.project.add_labels(["SHIP"])
    made = path.read_text("utf-8")
    (added,) = set(made.splitlines()) - set(before.splitlines())
    assert made.replace(added + "\n", "") == before
    assert added.startswith("  SHIP: ")


def test_a_key_that_comes_while_the_project_is_open_is_said(window: MainWindow, folder: Path) -> None:
    path = folder / "project.yaml"
    path.write_text(path.read_text("utf-8") + "owner: Marta\n", "utf-8")
    window.session.look_for_others()
    assert "There is no owner in the project" in said(window)


def test_commands_say_it_on_stderr(folder: Path, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("facts", folder) == 0
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("factmark: project.yaml:2: There is no owner in the project; it may have")
    assert ": There is no colour in label " in second
    assert first.endswith(KEPT)
    assert second.endswith(KEPT)
