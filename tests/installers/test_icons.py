"""The icon as Windows and macOS take it: what is written is read again, in every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

from installers.icons import write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    made = tmp_path_factory.mktemp("icons")
    write(made)
    return made


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("factmark.ico", [16, 20, 24, 32, 40, 48, 64, 128, 256]),
        ("factmark.icns", [16, 32, 128, 256, 512, 1024, 32, 64, 256, 512]),
    ],
)
def test_every_size_is_read_again(folder: Path, name: str, sides: list[int]) -> None:
    reader = QImageReader(str(folder / name))
    found = []
    for at in range(reader.imageCount()):
        assert reader.jumpToImage(at)
        image = reader.read()
        found.append(image.width())
        middle = image.pixelColor(image.width() // 2, image.height() // 2)
        assert (image.height(), middle.alpha(), image.pixelColor(0, 0).alpha()) == (image.width(), 255, 0)
    assert found == sides


def test_pictures_have_the_side_of_their_name(folder: Path) -> None:
    sides = {
        int(path.stem.rpartition("-")[2]): QImageReader(str(path)).size() for path in folder.glob("*.png")
    }
    assert len(sides) == 7
    assert all((size.width(), size.height()) == (side, side) for side, size in sides.items())
