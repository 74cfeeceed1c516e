"""A full disk: the window says so, its mark says *not saved*, and work goes on when there is room again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.ui.windows import press, run, said, stored
from ui.main_window import MainWindow


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("No small disk can be mounted here, so none can be filled.")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Fill the disk to its last byte; return the file that does."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    return filler


def test_a_full_disk_is_said_and_work_goes_on_when_there_is_room(
    small_disk: Path, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    window = launch("open", shutil.copytree(folder, small_disk / "p"), "--annotator", "anna")
    press(window, "Tab", "Return")
    assert window.status.saved.text().startswith("✓ saved")
    filler = fill(small_disk)
    press(window, *["Tab", "X", "Ctrl+Z"] * 8)
    assert window.status.saved.text() == "✗ not saved"
    assert "could not be written: the disk is full. Nothing was changed." in said(window)
    filler.unlink()
    press(window, "Ctrl+Home", "Tab", "Return")
    assert window.status.saved.text().startswith("✓ saved")
    assert ("Maria Ruiz", "PERSON") in stored(small_disk / "p")
    window.close()


def test_an_export_to_a_full_disk_is_told_in_a_sentence(
    small_disk: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(small_disk)
    out = small_disk / "out.jsonl"
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all", "--spans", "all") == 1
    err = capsys.readouterr().err
    assert (err, out.exists()) == (
        f"factmark: {out}: The export could not be written: the disk is full.\n",
        False,
    )
