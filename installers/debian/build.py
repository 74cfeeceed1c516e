"""Build build/factmark_VERSION_ARCHITECTURE.deb of the frozen program: `make deb`.

Libraries that the frozen build took from Debian are left out, and Debian's own are depended on.  The same frozen build
and SOURCE_DATE_EPOCH (else the last commit's time) make the same bytes.  It runs where the program's libraries are.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from installers.debian.changes import changes
from installers.debian.depends import depends
from installers.debian.freezing import Frozen
from installers.debian.licences import copyright_file
from installers.man_page import man_page
from ui.help.version import version

ROOT = Path(__file__).resolve().parents[2]
HERE, INSTALLERS, BUILD = ROOT / "installers" / "debian", ROOT / "installers", ROOT / "build"
TREE = BUILD / "debian" / "factmark"
PROGRAM = TREE / "usr" / "lib" / "factmark"
SHARE = TREE / "usr" / "share"
MAINTAINER = f"{os.environ.get('DEBFULLNAME', 'The Factmark authors')} <{os.environ.get('DEBEMAIL', 'authors@factmark.invalid')}>"
TOOLS = {  # and the package that has it
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "chrpath": "chrpath",
    "groff": "groff",
    "lintian": "lintian",
}
COPIED = {  # from installers/ or the root -> below usr/share
    "installers/factmark.desktop": "applications/factmark.desktop",
    "installers/factmark.xml": "mime/packages/factmark.xml",
    "installers/org.factmark.Factmark.metainfo.xml": "metainfo/org.factmark.Factmark.metainfo.xml",
    "installers/debian/overrides": "lintian/overrides/factmark",
    "ui/look/factmark.svg": "icons/hicolor/scalable/apps/factmark.svg",
}
RECOMMENDED = [
    "desktop-file-utils",  # the three tell the desktop of the program, its type of file and its icon
    "shared-mime-info",
    "hicolor-icon-theme",
    "fonts-noto-core",  # scripts that the program's own font has not
    "fonts-noto-color-emoji",
]
SUGGESTED = ["fonts-noto-cjk", "xdg-desktop-portal"]
CONTROL = """\
Package: factmark
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommended}
Suggests: {suggested}
Section: science
Priority: optional
Description: mark up news by hand: entities and facts
 Factmark marks up news: who, where, when and how many (spans), and who did
 what to whom (facts). Every article comes with suggestions, and you decide
 on them with a key or a click.
 .
 It is a program for one desktop: the work lies in one folder on your own
 disk, with no server, no account and no network. An English pipeline that
 suggests and ten sample articles come with it.
"""


def run(*words: object) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{words[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def epoch() -> int:
    """Return the time of everything in the package, in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given or run("git", "-C", ROOT, "log", "-1", "--format=%ct"))


def packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def stage(frozen: Frozen, date: datetime) -> None:
    """Lay out the package's files in TREE."""
    shutil.rmtree(TREE, ignore_errors=True)
    frozen.copy(PROGRAM)
    (TREE / "usr" / "bin").mkdir()
    (TREE / "usr" / "bin" / "factmark").symlink_to("../lib/factmark/factmark")
    for source, target in COPIED.items():
        (SHARE / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / source, SHARE / target)
    packed(SHARE / "man" / "man1" / "factmark.1.gz", man_page(version(), f"{date:%Y-%m-%d}"))
    news = changes((ROOT / "CHANGELOG.md").read_text("utf-8"), MAINTAINER, date)
    packed(SHARE / "doc" / "factmark" / "changelog.gz", news)
    (SHARE / "doc" / "factmark" / "copyright").write_text(copyright_file(frozen, ROOT), "utf-8")


def describe(architecture: str) -> None:
    """Write the package's own description, DEBIAN/."""
    files = sorted(path for path in TREE.rglob("*") if path.is_file() and not path.is_symlink())
    debian = TREE / "DEBIAN"
    debian.mkdir()
    sums = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(TREE)}\n" for path in files)
    (debian / "md5sums").write_text("".join(sums), "utf-8")
    control = CONTROL.format(
        version=version(),
        architecture=architecture,
        maintainer=MAINTAINER,
        size=sum(-(-path.stat().st_size // 1024) for path in files),
        depends=", ".join(depends(TREE, run)),
        recommended=", ".join(RECOMMENDED),
        suggested=", ".join(SUGGESTED),
    )
    (debian / "control").write_text(control, "utf-8")


def settle(seconds: int) -> None:
    """Give every file its rights and the one time."""
    for path in [TREE, *TREE.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path == PROGRAM / "factmark"
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def check(package: Path) -> None:
    """Let Debian's own checkers read what was made; end the process with what they say."""
    run("desktop-file-validate", INSTALLERS / "factmark.desktop")
    run("appstreamcli", "validate", "--no-net", INSTALLERS / "org.factmark.Factmark.metainfo.xml")
    page = gzip.decompress((SHARE / "man" / "man1" / "factmark.1.gz").read_bytes())
    groff = subprocess.run(["groff", "-man", "-ww", "-Tutf8"], input=page, capture_output=True, check=True)
    if groff.stderr:
        sys.exit(groff.stderr.decode())
    print(
        run("lintian", "--allow-root", "--fail-on", "error,warning", package) or "lintian has nothing to say"
    )


def main() -> None:
    if missing := sorted(package for tool, package in TOOLS.items() if not shutil.which(tool)):
        sys.exit(f"Tools are missing; type: apt-get install --no-install-recommends {' '.join(missing)}")
    seconds, architecture = epoch(), run("dpkg", "--print-architecture")
    stage(Frozen(BUILD), datetime.fromtimestamp(seconds, UTC))
    describe(architecture)
    settle(seconds)
    package = BUILD / f"factmark_{version()}_{architecture}.deb"
    os.environ["SOURCE_DATE_EPOCH"] = str(seconds)
    made = TREE.parent / package.name
    run("dpkg-deb", "--build", "--root-owner-group", TREE, made)
    made.replace(package)
    print(f"{package.relative_to(ROOT)}: {package.stat().st_size / 1e6:.1f} MB")
    check(package)


if __name__ == "__main__":
    main()
