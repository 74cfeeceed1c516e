"""What tells a desktop of the program, and the changelog that Debian has: one version, one type, one program."""

from __future__ import annotations

import configparser
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from installers.debian.changes import changes
from tests.installing import ROOT

INSTALLERS = ROOT / "installers"
TYPE = "application/x-factmark"
TIME = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
CHANGES = """# Changes

## 1.1.0 (not released)

- One thing.

## 1.0.0 (2026-11-30)

- Another, which is told at such length that it takes more than the one line that a changelog
  of Debian has room for; `code` stays.
"""


def xml(name: str) -> ElementTree.Element:
    return ElementTree.parse(INSTALLERS / name).getroot()


def changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_desktop_type_and_metainfo_name_one_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(INSTALLERS / "factmark.desktop", "utf-8")
    desktop = entry["Desktop Entry"]
    [kind] = xml("factmark.xml")
    meta = xml("org.factmark.Factmark.metainfo.xml")
    assert desktop["MimeType"] == f"{TYPE};"
    assert kind.get("type") == meta.findtext("provides/mediatype") == TYPE
    assert desktop["Exec"] == "factmark open %f"
    assert desktop["Icon"] == meta.findtext("icon")
    assert meta.findtext("launchable") == "factmark.desktop"
    assert Path(ROOT, "ui", "look", f"{desktop['Icon']}.svg").is_file()


def test_the_metainfo_has_the_last_release() -> None:
    release = xml("org.factmark.Factmark.metainfo.xml").find("releases/release")
    assert release is not None
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    dated = re.search(r"^## (\S+) \((\d{4}-\d{2}-\d{2})\)$", changelog(), re.MULTILINE)
    assert dated is not None
    assert (release.get("version"), release.get("date")) == dated.groups()
    assert version == dated[1]


def test_the_changelog_is_as_debian_reads_it() -> None:
    made = changes(CHANGES, "Somebody <some@body.example>", TIME)
    newer, older = made.split("\n\n -- ")[0], made.split("factmark (1.0.0)")[1]
    assert newer == "factmark (1.1.0) unstable; urgency=medium\n\n  * One thing."
    assert "-- Somebody <some@body.example>  Wed, 02 Jan 2030 03:04:05 +0000\n" in made
    assert older.endswith("-- Somebody <some@body.example>  Mon, 30 Nov 2026 00:00:00 +0000\n")
    assert "\n    " in older
    assert "`code` stays." in " ".join(older.split())


def test_what_has_no_version_yet_is_in_no_release() -> None:
    newer = CHANGES.replace("# Changes\n", "# Changes\n\n## Unreleased\n\n- Not yet.\n", 1)
    assert changes(newer, "Somebody <some@body.example>", TIME) == changes(
        CHANGES, "Somebody <some@body.example>", TIME
    )


def test_no_line_of_our_changelog_is_too_long_for_debian() -> None:
    released = re.sub(r"^## Unreleased$.*?(?=^## )", "", changelog(), flags=re.MULTILINE | re.DOTALL)
    made = changes(changelog(), "Somebody <some@body.example>", TIME)
    assert made.count("\n  * ") == len(re.findall(r"^- ", released, re.MULTILINE))
    assert max(map(len, made.splitlines())) <= 80
