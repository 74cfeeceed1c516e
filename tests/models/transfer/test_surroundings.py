"""Where a project lies: network file systems and folders of programs that keep them in step, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.transfer import surroundings

MOUNTS = (
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
    "23 22 0:50 / /mnt/news rw,relatime - nfs4 server:/news rw\n"
    "24 22 0:51 / /mnt/news/local rw - ext4 /dev/sdb1 rw\n"
    "25 22 0:52 / /mnt/two\\040words rw master:2 - cifs //server/share rw\n"
    "26 22 0:53 / /mnt/over rw - ext4 /dev/sdc1 rw\n"
    "27 22 0:54 / /mnt/over rw - fuse.sshfs anna@server: rw\n"
    "a line that says nothing\n"
)
ON = {
    "/home/anna/p": "ext4",
    "/mnt/news": "nfs4",
    "/mnt/news/p": "nfs4",
    "/mnt/newspaper/p": "ext4",
    "/mnt/news/local/p": "ext4",
    "/mnt/two words/p": "cifs",
    "/mnt/over/p": "fuse.sshfs",
}
MARKS = {
    "Dropbox": ["Dropbox/p", "Dropbox (Desk)/a/p", "Dropbox-Personal/p", "x/.dropbox", "x/.dropbox.cache/"],
    "OneDrive": ["OneDrive/p", "OneDrive - The Desk/p", "onedrive-desk/p"],
    "Google Drive": ["Google Drive/p", "My Drive/p", "GoogleDrive-anna@desk/p", "x/.tmp.drivedownload/"],
    "iCloud": ["Library/Mobile Documents/com~apple~CloudDocs/p", "iCloudDrive/p", "iCloud Drive/p"],
    "Nextcloud": ["Nextcloud/p", "Nextcloud2/p", "x/.nextcloudsync.log"],
    "ownCloud": ["ownCloud/p", "x/.owncloudsync.log"],
    "Nextcloud or ownCloud": ["x/.sync_0f3a.db", "x/._sync_77.db"],
    "Syncthing": ["x/.stfolder", "x/.stfolder/", "x/p/.stfolder/"],
}
UNMARKED = [
    "p",
    "x/.dropbox/",
    "Dropbox articles/p",
    "x/Nextcloud",
    "x/sync.db",
    "drive/p",
    "x/.sync_0f3a.db/",
]


def place(home: Path, mark: str) -> Path:
    """Return a project's folder with the mark in the folder above, or below the folder that is so called."""
    path = home / mark
    if not path.name.startswith("."):
        path.mkdir(parents=True)
        return path
    (home / "x" / "p").mkdir(parents=True)
    path.mkdir() if mark.endswith("/") else path.write_bytes(b"")
    return home / "x" / "p"


@pytest.mark.parametrize(("path", "kind"), ON.items())
def test_the_file_system_is_that_of_the_innermost_and_last_mount(path: str, kind: str) -> None:
    assert surroundings.file_system(MOUNTS, path) == kind


def test_a_project_on_a_network_file_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    monkeypatch.setattr(surroundings, "MOUNTS", tmp_path / "mounts")
    found = surroundings.look(Path("/mnt/news/p"))
    assert found
    assert found.sentence.startswith(
        "This project lies on a network file system (NFS). Two programs that write"
    )
    assert "`pack`" in found.sentence
    assert surroundings.look(Path("/mnt/news/local/p")) is None


def test_nothing_is_said_where_the_system_tells_no_mounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "MOUNTS", tmp_path / "none")
    assert surroundings.look(tmp_path) is None


@pytest.mark.parametrize(
    ("service", "mark"), [(service, mark) for service, marks in MARKS.items() for mark in marks]
)
def test_a_folder_that_is_kept_in_step_is_told_by_its_mark(tmp_path: Path, service: str, mark: str) -> None:
    found = surroundings.look(place(tmp_path, mark))
    assert found
    assert f"lies in a folder of {service} (" in found.sentence
    assert str(tmp_path) in found.what


@pytest.mark.parametrize("mark", UNMARKED)
def test_what_only_looks_like_a_mark_is_none(tmp_path: Path, mark: str) -> None:
    assert surroundings.look(place(tmp_path, mark)) is None


def test_a_link_is_followed_to_where_the_project_lies(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "p").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox" / "p")
    assert surroundings.look(tmp_path / "link")
