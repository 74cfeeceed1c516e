"""The faces that are shipped: small, quick to load, with every sign that the window writes and digits of one width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from ui.look import fonts
from ui.look.fonts import FOLDER, font
from ui.look.scale import put_in_force

FACES = sorted(FOLDER.glob("*.ttf"))
SIGNS = "✓✗≈≠≤≥−×½±·•…–—‘’“”„«»‹›←→↑↓↔↵⏎⇥⇧⌘⌫⎋◆◇●○□■▲▼▶◀★☆①€£№°"
LETTERS = "ÀÿĀſƏəȘțẞỳʿʾṢḥŁőŞğ ΑΩάώς ЁЯяёЂќҐґӘә"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


def face(path: Path) -> QRawFont:
    return QRawFont(str(path), 16)


@pytest.fixture
def at_150(qapp: QApplication) -> Iterator[None]:
    put_in_force(150)
    yield
    put_in_force(100)


def test_four_faces_are_shipped_and_are_small() -> None:
    assert {path.stem for path in FACES} == {f"Inter-{name}" for name in WEIGHTS.values()}
    assert sum(path.stat().st_size for path in FACES) < 660_000


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_has_the_signs_and_letters_of_the_window(qapp: QApplication, path: Path) -> None:
    has = face(path).supportsCharacter
    assert [sign for sign in SIGNS + LETTERS if not has(ord(sign))] == []


@pytest.mark.parametrize(("weight", "style"), WEIGHTS.items())
def test_every_weight_is_drawn_by_a_face_of_its_own(qapp: QApplication, weight: int, style: str) -> None:
    made = font(14, weight)
    assert (QFontInfo(made).family(), QRawFont.fromFont(made).styleName()) == ("Inter", style)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_digits_under_each_other_are_equally_wide(qapp: QApplication, weight: int) -> None:
    def widths(tabular: bool) -> set[float]:
        measured = QFontMetricsF(font(14, weight, tabular=tabular))
        return {measured.horizontalAdvance(digit * 4) for digit in "0123456789"}

    assert len(widths(True)) == 1
    assert len(widths(False)) > 1


def test_letters_stand_closer_where_they_fit(qapp: QApplication) -> None:
    measured = QFontMetricsF(font(28))
    assert measured.horizontalAdvance("To") < measured.horizontalAdvance("T") + measured.horizontalAdvance(
        "o"
    )


def test_a_font_has_the_pixels_asked_for(qapp: QApplication) -> None:
    made = font(11, 600, italic=True)
    assert (made.pixelSize(), made.weight(), made.italic()) == (11, 600, True)


def test_a_font_grows_with_the_window(at_150: None) -> None:
    assert [font(px).pixelSize() for px in (11, 12, 13)] == [16, 18, 20]


def test_without_its_faces_the_window_has_the_font_of_the_application(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "load", fonts.load.__wrapped__)
    (tmp_path / "Inter-Regular.ttf").write_bytes(b"no font")
    assert font(13).families() == QApplication.font().families()


def test_the_licence_lies_beside_the_faces() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "LICENSE.txt").read_text("utf-8")
