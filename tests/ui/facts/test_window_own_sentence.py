"""The sentence of a type of one's own, in a project that is not in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.building import sign, strip
from tests.ui.windows import point, press, project_with, suggested
from ui.main_window import MainWindow

OWN = """
name: Eigenes
language: de
pipeline: none
labels: {GRUPPE: {key: w, hue: 25}}
facts:
  ANGRIFF:
    key: a
    triggers: [beschoss]
    roles: {Täter: {labels: [GRUPPE], kind: agent, required: true}, Ziel: {}}
    sentence: "{Täter, jemand} *beschoss* {Ziel, etwas}"
"""
TEXT = "Die Westflotte beschoss das Lager."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    record = {"id": "first", "text": TEXT, "spans": [suggested(TEXT, "Westflotte", "GRUPPE")]}
    return project_with(tmp_path, OWN, [record], "--as", "suggestions", suggest=True)


def test_modality_and_negation_stand_behind_the_words_of_the_template(window: MainWindow) -> None:
    point(window, "beschoss")
    press(window, "F", "A")
    press(window, sign(window, "Westflotte"))
    seen = [strip(window).line.words]
    for key in ("Alt+M", "Alt+M", "Alt+M", "Alt+N"):
        press(window, key)
        seen.append(strip(window).line.words)
    plain = "Westflotte beschoss etwas"
    marks = ("", " (claimed)", " (denied)", " (planned)", " (planned, negated)")
    assert seen == [plain + mark for mark in marks]
    press(window, "Return")
    assert window.work.strip.isHidden()
