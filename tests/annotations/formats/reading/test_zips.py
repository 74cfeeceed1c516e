"""Zips of files to import: what is read of them, what of hostile ones is not, and that nothing of them stays."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations import formats
from annotations.formats.reading import zips
from annotations.formats.reading.how_read import Source
from annotations.formats.reading.zips import Unpacking, is_zip, unpacking
from annotations.problems import Problem

Files = dict[str, bytes | str]
CENTRAL, LOCAL = b"PK\1\2", b"PK\3\4"


def packed(files: Files) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return made.getvalue()


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Unpacking]:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(zips, "mkdtemp", lambda prefix: str(tmp_path / "temporary"))
    with unpacking() as made:
        yield made
    assert not (tmp_path / "temporary").exists() or not os.listdir(tmp_path / "temporary")


def looked(tmp_path: Path, held: Unpacking, files: Files | bytes) -> tuple[list[str], list[str]]:
    """Where the files of a zip are shown to lie, and what is said of the rest."""
    path = tmp_path / "x.zip"
    path.write_bytes(files if isinstance(files, bytes) else packed(files))
    found = list(formats.files([path], held))
    shown = [str(one.name) for one in found if isinstance(one, Source)]
    said = [str(one) for one in found if isinstance(one, Problem)]
    cut = len(str(tmp_path)) + 1
    return [one[cut:] for one in shown], [one[cut:] for one in said]


def test_the_files_of_a_zip_are_named_by_their_place_in_it(tmp_path: Path, held: Unpacking) -> None:
    shown, said = looked(
        tmp_path, held, {"a/two.txt": "Two.", "a/one.jsonl": "{}", "__MACOSX/a/._two.txt": "x"}
    )
    assert (shown, said) == (["x.zip/a/one.jsonl", "x.zip/a/two.txt"], [])


def test_a_problem_in_a_file_of_a_zip_names_its_place_in_it(tmp_path: Path, held: Unpacking) -> None:
    (tmp_path / "x.zip").write_bytes(packed({"a/one.jsonl": "{}"}))
    (source,) = formats.files([tmp_path / "x.zip"], held)
    (problem,) = formats.read(source)
    assert str(problem).startswith(f"{tmp_path / 'x.zip'}/a/one.jsonl:1: ")


def test_a_zip_in_a_zip_is_read_and_one_in_that_is_named(tmp_path: Path, held: Unpacking) -> None:
    inner = packed({"in.txt": "In."})
    shown, said = looked(
        tmp_path, held, {"one.zip": inner, "two.zip": packed({"three.zip": inner, "mid.txt": "Mid."})}
    )
    assert shown == ["x.zip/one.zip/in.txt", "x.zip/two.zip/mid.txt"]
    assert said == [
        "x.zip/two.zip/three.zip: This zip lies in a zip that lies in a zip: unpack it and import what is inside."
    ]


BAD_NAMES = [
    "../out.txt",
    "/out.txt",
    "a/../../out.txt",
    "C:/out.txt",
    "a\\..\\..\\out.txt",
    "n" * 300 + ".txt",
    "a\x07.txt",
]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_leads_elsewhere_or_is_none_is_left_out(
    name: str, tmp_path: Path, held: Unpacking
) -> None:
    shown, (said,) = looked(tmp_path, held, {name: "Out.", "ok.txt": "In."})
    assert shown == ["x.zip/ok.txt"]
    assert "in it was not unpacked: its name " in said


def test_a_link_in_a_zip_is_left_out(tmp_path: Path, held: Unpacking) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "made", "w") as opened:
        opened.writestr(link, "/etc/passwd")
        opened.writestr("ok.txt", "In.")
    shown, said = looked(tmp_path, held, (tmp_path / "made").read_bytes())
    assert (shown, said) == (["x.zip/ok.txt"], ["x.zip: 'link.txt' in it was not unpacked: it is a link."])


def test_what_unpacks_to_far_more_is_left_out(tmp_path: Path, held: Unpacking) -> None:
    shown, said = looked(tmp_path, held, {"big.txt": b"a" * 3_000_000, "ok.txt": "In."})
    assert (shown, said) == (
        ["x.zip/ok.txt"],
        ["x.zip: 'big.txt' in it was not unpacked: it would have 3,000,000 bytes."],
    )


@pytest.mark.parametrize(
    ("size", "why"), [(3_000_000_000, "it would have 3,000,000,000 bytes"), (5, "it is damaged")]
)
def test_a_size_that_is_a_lie_loses_its_file_alone(
    size: int, why: str, tmp_path: Path, held: Unpacking
) -> None:
    made = bytearray(packed({"big.txt": b"word " * 9000, "ok.txt": "In."}))
    at = made.find(CENTRAL)
    made[at + 24 : at + 28] = size.to_bytes(4, "little")
    shown, said = looked(tmp_path, held, bytes(made))
    assert (shown, said) == (["x.zip/ok.txt"], [f"x.zip: 'big.txt' in it was not unpacked: {why}."])


def test_all_zips_of_an_import_together_have_a_limit(
    tmp_path: Path, held: Unpacking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "_left", 10)
    shown, said = looked(tmp_path, held, {"a.txt": "1234567", "b.txt": "1234567"})
    assert shown == ["x.zip/a.txt"]
    assert said == [
        "x.zip: 'b.txt' in it was not unpacked: the zips hold too much; unpack them and import what is inside."
    ]


@pytest.mark.parametrize(
    ("raw", "name"), [("größe.txt".encode(), "größe.txt"), (b"gr\x94ae.txt ", "gröae.txt ")]
)
def test_a_name_without_a_mark_of_utf8_may_be_that(
    raw: bytes, name: str, tmp_path: Path, held: Unpacking
) -> None:
    made = packed({"n" * len(raw): "In."}).replace(b"n" * len(raw), raw)
    if name.endswith(" "):
        assert zips._name(zipfile.ZipFile(io.BytesIO(made)).infolist()[0]) == name
    else:
        assert looked(tmp_path, held, made)[0] == [f"x.zip/{name}"]


def test_two_files_of_one_name_are_not_both_read(tmp_path: Path, held: Unpacking) -> None:
    made = packed({"a.txt": "One.", "b.txt": "Two."}).replace(b"b.txt", b"a.txt")
    assert looked(tmp_path, held, made) == (
        ["x.zip/a.txt"],
        ["x.zip: 'a.txt' in it was not unpacked: another file has its place."],
    )


def test_a_damaged_zip_is_one_sentence(tmp_path: Path, held: Unpacking) -> None:
    cut = packed({"a.txt": "One."})[:-30]
    assert looked(tmp_path, held, cut)[1] == [
        "x.zip: This zip cannot be read: it is damaged or was cut short."
    ]


def test_a_zip_without_anything_known_says_what_it_holds(tmp_path: Path, held: Unpacking) -> None:
    said = "x.zip: There is no file in this zip that can be imported; it holds 2 .png (a.png, b.png)."
    assert looked(tmp_path, held, {"a.png": "", "b.png": ""}) == ([], [said])


def test_a_package_and_a_project_in_a_zip_are_named_with_what_to_do(tmp_path: Path, held: Unpacking) -> None:
    package = {"manifest.json": "{}", "sets.jsonl": ""}
    assert looked(tmp_path, held, package)[1] == [
        "x.zip: This is a package of annotators' work: bring it in by `merge`."
    ]
    ((said),) = looked(tmp_path, held, {"p/project.yaml": "", "p/project.db": "", "p/patterns.jsonl": "{}"})[
        1
    ]
    assert said.startswith("x.zip: This is a Factmark project, and nothing in it was imported: open it")


def test_a_document_that_is_kept_in_a_zip_is_no_zip_of_files(tmp_path: Path) -> None:
    for name, part in (("a.docx", "word/document.xml"), ("a", "[Content_Types].xml"), ("b.epub", "mimetype")):
        (tmp_path / name).write_bytes(packed({part: "application/epub+zip"}))
        assert not is_zip(tmp_path / name)
    (tmp_path / "c.dat").write_bytes(packed({"a.txt": "One."}))
    assert is_zip(tmp_path / "c.dat")
