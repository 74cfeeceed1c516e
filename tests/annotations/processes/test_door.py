"""A process of the program is started in the way that this one was built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotations.processes.door import BARE, alone, lacking, program


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> str:
    """This is the frozen program now; its path."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/factmark/factmark")
    return "/opt/factmark/factmark"


def test_a_frozen_program_is_started_with_words_alone(frozen: str) -> None:
    assert program(["import", "p"]) == [frozen, "import", "p"]
    assert alone("watch", "/tmp/x", flags=BARE) == [frozen, "watch", "/tmp/x"]
    assert alone("entry-point", "gliner") == [frozen, "entry-point", "gliner"]


def test_a_frozen_program_advises_nobody_to_install_what_it_lacks(frozen: str) -> None:
    said = lacking("pyarrow", "export", "choose another format")
    assert said == "This build of Factmark comes without pyarrow: choose another format."


@pytest.mark.parametrize("is_script", [True, False])
def test_a_folder_is_gone_once_the_process_that_has_it_watched_is(tmp_path: Path, is_script: bool) -> None:
    folder = tmp_path / "unpacked ✂"
    (folder / "deep").mkdir(parents=True)
    words = alone("watch", str(folder), flags=BARE) if is_script else program(["watch", str(folder)])
    with subprocess.Popen(words, stdin=subprocess.PIPE, cwd=tmp_path) as watching:
        assert folder.is_dir()
        watching.communicate()
    assert (watching.returncode, folder.exists()) == (0, False)


def test_the_words_of_an_entry_point_say_that_it_is_not_there(tmp_path: Path) -> None:
    for words in (alone("entry-point", "nobody"), program(["entry-point", "nobody"])):
        done = subprocess.run(words, capture_output=True, text=True, cwd=tmp_path, check=False)
        said = "There is no entry point nobody in the group factmark.suggesters.\n"
        assert (done.returncode, done.stderr) == (1, said)
