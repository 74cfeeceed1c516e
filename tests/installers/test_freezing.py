"""What of a frozen build goes into the package, and whose it is, as the tables of the build tell."""

from __future__ import annotations

import shutil
from importlib.metadata import distribution
from pathlib import Path

import pytest

from installers.debian.freezing import Frozen
from installers.debian.licences import copyright_file
from tests.installing import ROOT

PACKAGES = Path(str(distribution("rich").locate_file("")))
SYSTEM = "/usr/lib/x86_64-linux-gnu"
FILES = {  # in the build -> where it came from
    "libz.so.1": f"{SYSTEM}/libz.so.1",
    "libssl.so.3": f"{SYSTEM}/libssl.so.3",
    "libpython3.11.so.1.0": f"{SYSTEM}/libpython3.11.so.1.0",
    "python3.11/lib-dynload/_ssl.so": "/usr/lib/python3.11/lib-dynload/_ssl.so",
    "lxml/etree.so": f"{PACKAGES}/lxml/etree.so",
    "samples/one.txt": f"{ROOT}/samples/one.txt",
}


@pytest.fixture
def frozen(tmp_path: Path) -> Frozen:
    program = tmp_path / "frozen" / "factmark"
    for name in FILES:
        path = program / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (program / "factmark").write_bytes(b"")
    tables = tmp_path / "freezing" / "factmark"
    tables.mkdir(parents=True)
    rows = [(name, source, "BINARY") for name, source in FILES.items()]
    modules = [("rich.box", f"{PACKAGES}/rich/box.py", "PYMODULE"), ("main", f"{ROOT}/main.py", "PYMODULE")]
    (tables / "COLLECT-00.toc").write_text(repr((rows, True)), "utf-8")
    (tables / "PYZ-00.toc").write_text(repr(("a.pyz", modules, {})), "utf-8")
    return Frozen(tmp_path)


@pytest.mark.skipif(not shutil.which("chrpath"), reason="chrpath is not here")
def test_debians_own_libraries_are_left_out(frozen: Frozen, tmp_path: Path) -> None:
    frozen.copy(tmp_path / "copy")
    inner = tmp_path / "copy" / "_internal"
    there = {path.relative_to(inner).as_posix() for path in inner.rglob("*") if path.is_file()}
    assert there == set(FILES) - {"libz.so.1", "libssl.so.3"}
    assert (tmp_path / "copy" / "factmark").is_file()


def test_whatever_is_inside_is_told_with_its_licence(frozen: Frozen) -> None:
    brought = {name: tops for name, (_, tops) in frozen.brought().items()}
    assert brought == {"lxml": {"lxml"}, "rich": {"rich"}}
    text = copyright_file(frozen, ROOT)
    assert "\nFiles: */rich/*\nCopyright: (c) 2020 Will McGugan\nLicense: MIT\n" in text
    assert "\nFiles: */lxml/*\n" in text
    assert "\nFiles: */annotations/pipelines/en_news/*\n" in text
    assert "Open Government Licence" in text
    assert all(
        line.startswith((" ", "Files: ", "Copyright: ", "License: ")) or not line
        for line in text.splitlines()[5:]
    )


def test_a_build_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make frozen"):
        Frozen(tmp_path)
