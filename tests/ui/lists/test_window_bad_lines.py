"""R with bad lines in the project's own list: the good ones are suggested, the bad ones told with their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.suggest.pattern_lines import FILE
from tests.ui.windows import press, said, shown
from ui.main_window import MainWindow

GOOD = '{"label": "ORG", "pattern": "waits"}'
LINES = [GOOD, "broken", *[GOOD] * 5, '{"label": "ORG", "pattern": [{"LOWER": {"BAD": 1}}]}']


@pytest.mark.parametrize("pipeline", ["none", "rules"])
def test_bad_lines_of_the_list_are_told_and_the_good_ones_suggested(
    qtbot: QtBot, window: MainWindow, folder: Path, pipeline: str
) -> None:
    window.session.project.set_schema(window.session.project.schema.using(pipeline))
    (folder / FILE).write_text("\n".join(LINES), "utf-8")
    window.session.open_article("second")
    press(window, "R")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert ("waits", "ORG") in {(quote, label) for quote, label, _ in shown(window)}
    assert f"{FILE}:2: This line is not JSON." in said(window)
    assert f"{FILE}:8: This is no token pattern" in said(window)
