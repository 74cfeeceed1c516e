"""`project.yaml` broken, deleted or emptied while its project is open: said once, and work goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.windows import press, said, stored
from ui.main_window import MainWindow

TROUBLES = {
    "broken": ("name: Window\nlabels: [\n", "project.yaml:3: This is not YAML"),
    "emptied": ("", "project.yaml: The file is empty"),
    "deleted": (None, "project.yaml: The file was deleted."),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_spoilt_schema_is_said_once_and_the_last_good_one_stays(
    window: MainWindow, folder: Path, trouble: str
) -> None:
    path, notices = folder / "project.yaml", list[str]()
    text, sentence = TROUBLES[trouble]
    before = path.read_text("utf-8")
    window.session.failed.connect(notices.append)
    window.session.noted.connect(notices.append)
    path.unlink() if text is None else path.write_text(text, "utf-8")
    press(window, "Tab", "Return", "Tab", "O")  # confirms Maria Ruiz, labels the next as GPE
    assert len(notices) == 1
    assert said(window).startswith(sentence)
    (copy,) = (folder / "backups").glob("project-last-good-*.yaml")
    assert (copy.read_text("utf-8"), copy.name in said(window)) == (before, True)
    path.write_text(before, "utf-8")
    window.session.look_for_others()
    assert notices[1:] == ["project.yaml can be read again."]
    assert ("Maria Ruiz", "PERSON") in stored(folder)
    assert "GPE" in [label for _, label in stored(folder)]
