"""What cannot be seen is never taken for missing, whichever the Python."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.files.there import is_file, is_folder, is_there
from tests.unprivileged import as_another, open_folder


def test_files_folders_and_links_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    names = ("file", "link", "loop", "none", "file/below", "a\0b")
    looks = {name: (is_there(tmp_path / name), is_file(tmp_path / name)) for name in names}
    assert looks == {name: (name in names[:2],) * 2 for name in names}
    assert (is_folder(tmp_path), is_file(tmp_path), is_folder(tmp_path / "file")) == (True, False, False)


@pytest.mark.parametrize("look", [is_there, is_file, is_folder])
def test_what_may_not_be_seen_is_an_error(look: Callable[[Path], bool]) -> None:
    with open_folder() as closed:
        (closed / "file").touch()
        closed.chmod(0)

        def seen() -> str:
            with pytest.raises(PermissionError) as found:
                look(closed / "file")
            return type(found.value).__name__

        assert as_another(seen) == "PermissionError"
