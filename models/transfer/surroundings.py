"""The look at where a project lies: on a network file system, or in a folder that a program keeps in step.

Nothing is said of a place that is not known to be one of these.
"""

from __future__ import annotations

import fnmatch
import os
import re
import sys
from contextlib import suppress
from itertools import islice
from pathlib import Path

from annotations.files.there import is_file, is_folder
from annotations.processes.quick_dataclass import dataclass

MOUNTS = Path("/proc/self/mountinfo")  # on Linux alone
MOST = 500  # names looked at in a folder that may be large
NETWORK = {  # a file system as Linux names it, and as people do
    "9p": "9p",
    "afs": "AFS",
    "ceph": "CephFS",
    "cifs": "SMB",
    "davfs": "WebDAV",
    "fuse.cephfs": "CephFS",
    "fuse.davfs": "WebDAV",
    "fuse.glusterfs": "GlusterFS",
    "fuse.gvfsd-fuse": "GVfs",
    "fuse.rclone": "rclone",
    "fuse.s3fs": "S3",
    "fuse.smbnetfs": "SMB",
    "fuse.sshfs": "SSHFS",
    "fuse.vmhgfs-fuse": "a folder of the host",
    "glusterfs": "GlusterFS",
    "lustre": "Lustre",
    "nfs": "NFS",
    "nfs4": "NFS",
    "prl_fs": "a folder of the host",
    "smb3": "SMB",
    "smbfs": "SMB",
    "vboxsf": "a folder of the host",
}
REMOTE = 4  # what Windows says of a drive that is another machine's
WHY_NETWORK = (
    "Two programs that write there at once may not see each other's locks: work can be lost without a word, "
    "or the file damaged."
)
WHY_SYNCED = (
    "Such a program copies project.db apart from its log, and puts another copy in its place when two machines have "
    "changed it: work can be lost without a word, or the file damaged."
)
INSTEAD = (
    "Keep it in a folder of this machine alone, and let everybody have a copy of their own: `pack` makes a package of "
    "somebody's work, which may lie here, and `merge` takes it in."
)


@dataclass(frozen=True)
class Service:
    """A program that keeps folders in step: the names of its folders, and what it leaves in them."""

    name: str
    folder: str = ""  # a pattern for the names of folders above the project's
    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    named_like: tuple[str, ...] = ()  # files, by wildcards


SERVICES = (
    Service(  # a *folder* `.dropbox` in the home holds the program's own settings
        "Dropbox", r"Dropbox( \(.+\)|-.+)?", files=(".dropbox",), folders=(".dropbox.cache",)
    ),
    Service("OneDrive", r"OneDrive( - .+|-.+)?"),
    Service(
        "Google Drive",
        r"Google Drive|GoogleDrive-.+|My Drive",
        folders=(".tmp.drivedownload", ".tmp.driveupload"),
    ),
    Service("iCloud", r"Mobile Documents|iCloud ?Drive"),
    Service("Nextcloud", r"Nextcloud\d*", files=(".nextcloudsync.log",)),
    Service("ownCloud", r"ownCloud\d*", files=(".owncloudsync.log",)),
    Service("Nextcloud or ownCloud", named_like=(".sync_*.db", "._sync_*.db")),
    Service("Syncthing", files=(".stfolder",), folders=(".stfolder",)),
)


@dataclass(frozen=True)
class Shared:
    """A place that others share: what it is, by what that is known, and why it can lose work."""

    what: str
    why: str

    @property
    def sentence(self) -> str:
        return f"This project lies {self.what}. {self.why} {INSTEAD}"


def look(folder: Path) -> Shared | None:
    """Return how the project's folder is shared with other machines; None when nothing tells that it is."""
    place = folder.resolve()
    if found := _network(place):
        return Shared(f"on a network file system ({found})", WHY_NETWORK)
    for above in (place, *place.parents):
        for service in SERVICES:
            if sign := _sign(above, service, is_own=above == place):
                return Shared(f"in a folder of {service.name} ({sign})", WHY_SYNCED)
    return None


def file_system(mounts: str, path: str) -> str:
    """Return the kind of file system that the path lies on, by the lines of Linux's `mountinfo`; "" if none says."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[4])
        if (path == point or path.startswith(point.rstrip("/") + "/")) and len(point) >= longest:
            longest, kind = len(point), after.split(" ")[0]
    return kind


def _network(place: Path) -> str | None:
    if sys.platform == "win32":
        import ctypes

        if place.drive.startswith("\\\\"):
            return place.drive
        is_remote = ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\") == REMOTE
        return f"drive {place.drive}" if is_remote else None
    try:
        mounts = os.fsdecode(MOUNTS.read_bytes())
    except OSError:
        return None
    return NETWORK.get(file_system(mounts, str(place)))


def _sign(folder: Path, service: Service, *, is_own: bool) -> str | None:
    """Return by what the folder is told to be the service's; None when it is not.  A project may be called anything."""
    if service.folder and not is_own and re.fullmatch(service.folder, folder.name, re.IGNORECASE):
        return f"by its name, {folder}"
    found = [name for name in service.files if is_file(folder / name)]
    found += [name for name in service.folders if is_folder(folder / name)]
    if service.named_like and not found:
        with suppress(OSError), os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, MOST)]
            like = [name for pattern in service.named_like for name in fnmatch.filter(names, pattern)]
            found = [name for name in like if is_file(folder / name)]
    return f"{found[0]} lies in {folder}" if found else None
