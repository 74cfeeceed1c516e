"""Scripts and pictographs that no font has, on a machine that has no fonts but those of the window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.look.scripts import missing_scripts, package_of, without_pictographs

ROOT = Path(__file__).parents[3]
BARE = "<fontconfig><dir>{0}</dir><cachedir>{0}</cachedir></fontconfig>"
ASKED = """
import json, sys
from PySide6.QtWidgets import QApplication
from ui.look.scripts import missing_scripts, without_pictographs
app = QApplication([])
json.dump([(missing_scripts(text), without_pictographs(text)) for text in json.load(sys.stdin)], sys.stdout)
"""
SAID = {
    "Red Sea, ‘Aden’ – Ṣanʿāʾ, Αθήνα, Київ: 3 € → 4": [],
    "Reuters: صنعاء and שלום": ["Arabic", "Hebrew"],
    "北京, ソウル, 서울": ["Chinese", "Japanese", "Korean"],
    "አዲስ አበባ": ["Ethiopic"],
    "ฟ้า, ﷲ": ["Arabic", "Thai"],
    "5 ؟": [],  # a mark alone is no text
}
TITLES = {
    "🚀 Launch": "Launch",
    "Launch 🚀 of a rocket 👩🏽‍🚀🇾🇪": "Launch of a rocket",
    "Ticks ✓ stay ☂️ and words": "Ticks ✓ stay and words",
    "two  blanks — stay": "two  blanks — stay",
    "🚀": "🚀",
}


def bare(folder: Path, texts: list[str]) -> list[list[object]]:
    """What a program says of the texts where the system has no fonts."""
    (folder / "fonts.conf").write_text(BARE.format(folder), "utf-8")
    env = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "PYTHONIOENCODING": "utf-8"}
    words = [sys.executable, "-c", ASKED]
    done = subprocess.run(
        words, cwd=ROOT, env=env, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    said: list[list[object]] = json.loads(done.stdout)
    return said


def test_scripts_that_no_font_has_are_named(tmp_path: Path) -> None:
    assert [missing for missing, _ in bare(tmp_path, [*SAID])] == [*SAID.values()]


def test_pictographs_that_no_font_has_are_left_out_of_titles(tmp_path: Path) -> None:
    assert [shown for _, shown in bare(tmp_path, [*TITLES])] == [*TITLES.values()]


@pytest.mark.parametrize("text", ["", "plain words", "naïve Ελλάς Россия"])
def test_what_the_window_can_write_is_never_missing(qapp: QApplication, text: str) -> None:
    assert missing_scripts(text) == []
    assert without_pictographs(text) == text


def test_a_package_is_named_for_every_script() -> None:
    assert package_of("Hebrew") == "fonts-noto-core"
    assert package_of("Chinese") == "fonts-noto-cjk"
