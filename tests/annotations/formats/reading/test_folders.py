"""Folders to import: what is read of them, what is passed over and told, and what is nothing to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations import formats
from annotations.formats.reading.how_read import Source
from annotations.formats.reading.layouts import CURATED, OWN_CONF

WORKS = (("annotation", "anna"), ("curation", "CURATION_USER"))


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Oslo.", "utf-8")


def looked(folder: Path) -> tuple[list[str], list[str]]:
    """The files that are read, and what is said."""
    found = list(formats.files([folder]))
    read = [str(one.path.relative_to(folder)) for one in found if isinstance(one, Source)]
    return read, [str(one).removeprefix(f"{folder}: ") for one in found if not isinstance(one, Source)]


def test_what_is_passed_over_is_told_by_kind_and_first_names(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", *(f"sub/{n}.png" for n in range(4)), "Makefile", "x.xyz")
    read, said = looked(tmp_path)
    assert read == ["a.txt"]
    assert said == [
        "Passed over: 4 .png, 1 without an ending, 1 .xyz (Makefile, 0.png, 1.png, 2.png, 3.png, …)."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "._a.txt",
        ".DS_Store",
        "~$b.docx",
        "Thumbs.db",
        "desktop.ini",
        "__MACOSX/c.txt",
        ".git/d.txt",
        ".x/e.png",
    ],
)
def test_what_systems_and_programs_leave_is_nothing_to_tell(name: str, tmp_path: Path) -> None:
    put(tmp_path, "a.txt", name)
    assert looked(tmp_path) == (["a.txt"], [])


def test_what_lies_beside_brats_annotations_is_no_article_and_its_own_types_are_not_kept(
    tmp_path: Path,
) -> None:
    put(
        tmp_path,
        "x/a.ann",
        "x/a.txt",
        "annotation.conf",
        "visual.conf",
        "x/tools.conf",
        "LICENSE",
        "README.txt",
    )
    assert looked(tmp_path) == (["x/a.ann"], [OWN_CONF])


def test_the_configuration_of_an_export_of_ours_is_nothing_to_tell(tmp_path: Path) -> None:
    put(tmp_path, "a.ann", "a.txt", "annotation.conf", "manifest.json")
    assert looked(tmp_path) == (["a.ann"], [])


def test_a_curator_in_a_project_of_inceptions_is_told_once(tmp_path: Path) -> None:
    put(tmp_path, *(f"{place}/{n}.txt/{who}.tsv" for n in "ab" for place, who in WORKS))
    _, said = looked(tmp_path)
    assert said == [CURATED]


def test_a_readme_without_annotations_is_an_article(tmp_path: Path) -> None:
    put(tmp_path, "README.txt")
    assert looked(tmp_path) == (["README.txt"], [])


def test_a_folder_without_anything_known_says_what_it_holds(tmp_path: Path) -> None:
    put(tmp_path, "a.png")
    assert looked(tmp_path) == (
        [],
        ["There is no file in this folder that can be imported; it holds 1 .png (a.png)."],
    )


def test_a_project_is_named_and_nothing_in_it_is_imported(tmp_path: Path) -> None:
    put(tmp_path, "p/project.yaml", "p/project.db", "p/patterns.jsonl", "a.txt")
    read, (said,) = looked(tmp_path)
    assert read == ["a.txt"]
    assert said.startswith(f"{tmp_path / 'p'}: This is a Factmark project, and nothing in it was imported")
    assert looked(tmp_path / "p")[0] == []


def test_a_link_to_a_folder_is_named(tmp_path: Path) -> None:
    put(tmp_path, "x/a.txt", "y/b.txt")
    (tmp_path / "x" / "link").symlink_to(tmp_path / "y")
    read, said = looked(tmp_path / "x")
    assert read == ["a.txt"]
    assert said == [
        f"{tmp_path}/x/link: This folder is a link and was not looked into; name it to import it."
    ]


def test_an_archive_that_is_no_zip_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(b"\x1f\x8b\x08\0")
    (source,) = formats.files([tmp_path])
    (problem,) = formats.read(source)
    assert "unpack it and import what is inside" in problem.reason
