"""What is where an export goes: an earlier export is replaced, and nothing is destroyed that no export wrote."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.writing.export import Plan
from annotations.stages import remove_abandoned
from tests.annotations.formats.writing.test_output import FILES, FOLDERS, names, record
from tests.killing import killed_at
from tests.round_trips import exported

OTHERS = Path("/dev/shm")  # another disk, on some systems
posix = pytest.mark.skipif(os.name != "posix", reason="links")


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names(folder)}


def spoil(how: str, out: Path) -> None:
    """Make of an earlier export a folder in which something is no export's."""
    data = next(path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "manifest.json")
    if how == "foreign file":
        (out / "thesis.txt").write_text("mine")
    elif how == "foreign folder":
        (out / ".git" / "refs").mkdir(parents=True)
    elif how == "changed":
        data.write_bytes(data.read_bytes()[:-1] + b"?")
    elif how == "longer":
        data.write_bytes(data.read_bytes() + b"\n")
    elif how == "link":
        data.rename(out.parent / "moved")
        data.symlink_to(out.parent / "moved")
    elif how == "not ours":
        (out / "manifest.json").write_text('{"name": "my app"}')
    elif how == "no JSON":
        (out / "manifest.json").write_text("[" * 100_000)
    else:
        said = json.loads((out / "manifest.json").read_text())
        said["files"] = {"*": {"sha256": "0" * 64, "bytes": 3, "files": 1005}}
        (out / "manifest.json").write_text(json.dumps(said))


SPOILT = ["foreign file", "foreign folder", "changed", "longer", "link", "not ours", "no JSON", "older"]


@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_with_anything_in_it_that_no_export_wrote_is_refused(
    name: str, how: str, tmp_path: Path
) -> None:
    exported([record("old")], name, tmp_path)
    spoil(how, tmp_path / "out")
    before = contents(tmp_path), sorted(tmp_path.rglob("*"))
    with pytest.raises(UserError, match="name a folder that is not there yet"):
        exported([record("new")], name, tmp_path)
    assert (contents(tmp_path), sorted(tmp_path.rglob("*"))) == before


def test_a_foreign_folder_with_a_manifest_is_refused_by_the_name_of_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").write_text("<p>mine")
    (tmp_path / "out" / "manifest.json").write_text('{"name": "my app"}')
    with pytest.raises(UserError, match=r"Something else is there \(index.html\)"):
        exported([record()], "hf", tmp_path)
    assert names(tmp_path) == ["out/index.html", "out/manifest.json"]


def test_what_comes_into_the_folder_while_it_is_exported_stays(tmp_path: Path) -> None:
    exported([record("old")], "brat", tmp_path)

    def busy() -> Iterator[Record]:
        yield record("new")
        (tmp_path / "out" / "notes.txt").write_text("mine")

    with pytest.raises(UserError, match="Somebody wrote to this folder meanwhile; export again"):
        exported(busy(), "brat", tmp_path)
    assert "out/notes.txt" in names(tmp_path)


@pytest.mark.parametrize("kind", ["file", "folder"])
@pytest.mark.parametrize("ending", [".part", ".old"])
@pytest.mark.parametrize("name", ["csv", "hf"])
def test_what_lies_beside_it_under_such_a_name_stays(
    name: str, ending: str, kind: str, tmp_path: Path
) -> None:
    place = tmp_path / f"out{ending}"
    if kind == "folder":
        place.mkdir()
    mine = place / "a" if kind == "folder" else place
    mine.write_text("mine")
    for _ in range(2):
        exported([record()], name, tmp_path)
    assert mine.read_text() == "mine"
    assert not [path for path in names(tmp_path) if path.startswith(".")]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_no_export_wrote_stays_under_another_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    manifest = exported([record()], name, tmp_path)
    (kept,) = map(Path, manifest["set_aside"])
    assert (kept.read_text(), kept.parent, kept.name.startswith("out.kept-")) == ("mine", tmp_path, True)
    assert (tmp_path / "out").read_text("utf-8", "replace") != "mine"


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_an_export_wrote_is_replaced(name: str, tmp_path: Path) -> None:
    exported([record("old")], name, tmp_path)
    before = names(tmp_path)
    assert "set_aside" not in exported([record("new")], name, tmp_path)
    assert names(tmp_path) == before


def test_a_file_that_was_changed_since_its_export_stays_under_another_name(tmp_path: Path) -> None:
    exported([record()], "csv", tmp_path)
    (tmp_path / "out").write_text("corrected by hand")
    (kept,) = exported([record()], "csv", tmp_path)["set_aside"]
    assert Path(kept).read_text() == "corrected by hand"


def test_a_foreign_file_in_the_manifests_place_stays_under_another_name(tmp_path: Path) -> None:
    (tmp_path / "out.manifest.json").write_text('{"name": "my app"}')
    (kept,) = exported([record()], "csv", tmp_path)["set_aside"]
    assert Path(kept).read_text() == '{"name": "my app"}'


def test_an_empty_file_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    assert "set_aside" not in exported([record()], "csv", tmp_path)


def test_a_split_and_whole_exports_to_one_name_know_one_another(tmp_path: Path) -> None:
    split = Plan({"a": "train", "b": "test"})
    entries = [record("a"), record("b")]
    for plan in (Plan(), split, Plan(), split):
        assert "set_aside" not in exported(entries, "csv", tmp_path, plan=plan)
    assert names(tmp_path) == ["out", "out.manifest.json", "out.test", "out.train"]


def test_the_manifest_names_every_file_of_very_many(tmp_path: Path) -> None:
    exported([record(f"a{n}") for n in range(1_005)], "webanno", tmp_path)
    files = json.loads((tmp_path / "out" / "manifest.json").read_text())["files"]
    assert set(names(tmp_path / "out")) == {*files, "manifest.json"}
    exported([record("b")], "webanno", tmp_path)
    assert names(tmp_path) == ["out/b.tsv", "out/manifest.json"]


@posix
@pytest.mark.parametrize("name", ["csv", "hf"])
def test_a_link_stays_a_link_and_what_it_points_to_is_written(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").symlink_to("elsewhere/first")
    for id_ in ("old", "new"):
        assert "set_aside" not in exported([record(id_)], name, tmp_path)
    assert (tmp_path / "out").is_symlink()
    found = tmp_path / "elsewhere" / "first"
    assert "new" in (found if name == "csv" else found / "train.jsonl").read_text()
    assert not [path for path in names(tmp_path) if path.startswith(".") or "/." in path]


@pytest.mark.skipif(not OTHERS.is_dir(), reason="another disk")
def test_a_link_to_another_disk_is_followed(tmp_path: Path) -> None:
    place = OTHERS / f"factmark-{os.getpid()}"
    place.mkdir()
    try:
        (tmp_path / "out.train").symlink_to(place / "train")
        for _ in range(2):
            exported([record("a")], "csv", tmp_path, plan=Plan({"a": "train"}))
        assert names(place) == ["train"]
        assert (tmp_path / "out.train").is_symlink()
    finally:
        shutil.rmtree(place)


def data(folder: Path) -> dict[str, bytes]:
    """The files below "out", or beside it, that are no manifest and nothing that was kept."""
    found = contents(folder).items()
    return {name: content for name, content in found if name.startswith("out") and "manifest" not in name}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="fork")
@pytest.mark.parametrize("swaps", [True, False])
def test_an_export_killed_at_any_step_leaves_the_whole_old_folder_or_the_new_one(
    swaps: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not swaps:
        monkeypatch.setattr("sys.platform", "other")  # where two folders cannot be exchanged in one step
    entries = {who: [record("a", who), record("b", who)] for who in ("old", "new")}
    exported(entries["new"], "brat", tmp_path)
    new, steps = data(tmp_path), 1
    exported(entries["old"], "brat", tmp_path)
    old = data(tmp_path)
    while killed_at(steps, lambda: exported(entries["new"], "brat", tmp_path)):
        remove_abandoned(tmp_path / "out")
        assert data(tmp_path) in (old, new)
        exported(entries["old"], "brat", tmp_path)
        steps += 1
    left = [path for path in names(tmp_path) if not path.startswith("out/")]
    assert (steps > 20, data(tmp_path), left) == (True, new, [])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="fork")
def test_an_export_killed_at_any_step_leaves_each_old_file_or_the_new_one(tmp_path: Path) -> None:
    split = Plan({"a": "train", "b": "test"})
    entries = [[record("a", who), record("b", who)] for who in ("old", "new")]
    exported(entries[1], "csv", tmp_path, plan=split)
    new, steps = data(tmp_path), 1
    exported(entries[0], "csv", tmp_path, plan=split)
    old = data(tmp_path)
    while killed_at(steps, lambda: exported(entries[1], "csv", tmp_path, plan=split)):
        left = data(tmp_path)
        assert all(left[name] in (old[name], new[name]) for name in old)
        exported(entries[0], "csv", tmp_path, plan=split)
        steps += 1
    assert (steps > 20, {name: data(tmp_path)[name] for name in new}) == (True, new)
