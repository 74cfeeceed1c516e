"""Packages: what is written is read back, and whatever is damaged, foreign or hostile is refused with a sentence."""

from __future__ import annotations

import json
import zipfile
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import randbytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import article_id
from annotations.errors import UserError
from annotations.exchange import manifests, package, packed_sets
from annotations.exchange.merge import Stamp, Stamped, key_of
from annotations.exchange.package import MANIFEST, SETS, Manifest
from annotations.exchange.packed_sets import Event, PackedSet
from annotations.schema.types import FactType, RoleType
from annotations.sets import Comment
from tests.making import SMALL, span
from tests.strategies import annotation_sets, articles

EVENT = Event("e1", 3, "anna", "2024-01-23T10:00:00Z", "label")


def packed(*items, gone: tuple[tuple[str, str], ...] = (), article: str = "a") -> PackedSet:
    state = {key_of(item): Stamped(item, EVENT.stamp) for item in items}
    state |= dict.fromkeys(gone, Stamped(None, EVENT.stamp))
    return PackedSet(article, "A", "0" * 16, "anna", {"e1": EVENT}, state)


def written(path: Path, *sets: PackedSet) -> Path:
    package.write(path, Manifest.of(SMALL, ["anna"], len(sets)), sets)
    return path


def forged(path: Path, body: bytes, names: tuple[str, ...] = (MANIFEST, SETS), **said) -> Path:
    """A package with that body, whatever it is; its sum is right unless said otherwise."""
    manifest = {"format": package.FORMAT, "version": 1, "project": "P", "annotators": ["anna"], "schema": "x"}
    manifest |= {
        "labels": [],
        "facts": [],
        "sets": body.count(b"\n"),
        "sha256": {SETS: sha256(body).hexdigest()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in zip(names, (json.dumps(manifest | said), body), strict=False):
            file.writestr(name, content)
        for name in names[2:]:
            file.writestr(name, b"x")
    return path


def line(**changed) -> bytes:
    """A set of one span as a package has it, with some fields otherwise."""
    return json.dumps(json.loads(packed_sets.to_line(packed(span(0, 5)))) | changed).encode() + b"\n"


@given(st.data())
def test_any_set_survives_its_line(data) -> None:
    article = data.draw(articles("a"))
    made = data.draw(annotation_sets(article, "anna"))
    state = {key_of(item): Stamped(item, Stamp(n % 3, f"e{n % 3}")) for n, item in enumerate(made)}
    events = {f"e{n}": Event(f"e{n}", n, "anna", "", "label") for n in range(3) if n < len(state)}
    one = PackedSet("a", article.title, article_id(article.text), "anna", events, state)
    assert packed_sets.from_line(packed_sets.to_line(one)) == one
    assert one.reach() <= len(article.text) or any(s.first for s in made.spans.values())


def test_a_package_is_read_back_with_deletions_and_says_what_it_is(tmp_path: Path) -> None:
    one, other = packed(span(0, 5), gone=(("span", "x"),)), packed(span(1, 2), article="b")
    manifest, sets = package.read(written(tmp_path / "p.zip", one, other))
    assert sets == [one, other]
    assert (manifest.annotators, manifest.schema, manifest.sets) == (("anna",), SMALL.hash(), 2)


def test_the_same_work_makes_the_same_bytes(tmp_path: Path) -> None:
    one = packed(span(0, 5), span(2, 4))
    other = PackedSet(**{**vars(one), "state": dict(reversed(one.state.items()))})
    assert written(tmp_path / "1", one).read_bytes() == written(tmp_path / "2", other).read_bytes()


def assert_refused(path: Path, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        package.read(path)
    assert str(caught.value).startswith(str(path))
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("cut", [0, 1, 30, 200, -1])
def test_a_truncated_package_is_refused(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path / "p.zip", packed(span(0, 5)))
    path.write_bytes(path.read_bytes()[:cut])
    assert_refused(path, "damaged or was cut short")


@given(st.data())
def test_no_damaged_byte_goes_unnoticed(tmp_path_factory, data) -> None:
    path = written(tmp_path_factory.mktemp("p") / "p.zip", packed(span(0, 5)))
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    whole = package.read(path)
    path.write_bytes(content)
    with suppress(UserError):
        assert package.read(path) == whole  # a byte that says nothing, such as a date


def test_a_missing_file_a_folder_and_a_text_are_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path / "none.zip", "cannot be read: No such file")
    assert_refused(tmp_path, "cannot be read: Is a directory")
    (tmp_path / "t").write_text("hello " * 99)
    assert_refused(tmp_path / "t", "damaged")


STRANGE = ["../project.yaml", "/etc/passwd", "sets.jsonl/../x", "extra.json", "C:\\x"]


@pytest.mark.parametrize("name", STRANGE)
def test_a_package_with_other_paths_is_refused(tmp_path: Path, name: str) -> None:
    assert_refused(forged(tmp_path / "p.zip", line(), (MANIFEST, SETS, name)), "there is .* in it")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_foreign_zip_and_one_with_an_entry_twice_are_refused(tmp_path: Path) -> None:
    assert_refused(forged(tmp_path / "p.zip", line(), (MANIFEST, SETS, SETS)), "this is no Factmark package")
    assert_refused(forged(tmp_path / "q.zip", line(), (MANIFEST,)), "this is no Factmark package")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    assert_refused(forged(tmp_path / "p.zip", b" " * 30_000_000), "would unpack to 30,000,000 bytes")


def test_a_gigabyte_is_refused_even_when_the_zip_calls_it_small(tmp_path: Path) -> None:
    path = forged(tmp_path / "p.zip", b"[" * 5_000_000)
    content = path.read_bytes().replace((5_000_000).to_bytes(4, "little"), (900).to_bytes(4, "little"))
    path.write_bytes(content)
    assert_refused(path, "damaged")


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "p.zip").open("wb") as file:
        file.truncate(2**30)
    assert_refused(tmp_path / "p.zip", "larger than 128 MB")


def test_a_directory_of_thousands_of_names_is_not_read(tmp_path: Path) -> None:
    names = (MANIFEST, SETS, *(f"n{n}" for n in range(200)))
    assert_refused(forged(tmp_path / "p.zip", line(), names), "this is no Factmark package")


SAID = [
    ({"format": "other"}, "this is no Factmark package"),
    ({"version": 2}, "it is of version 2; update Factmark"),
    ({"sha256": {SETS: "0"}}, "damaged"),
    ({"sets": 7}, "does not fit"),
    ({"annotators": ["ben"]}, "does not fit"),
    ({"annotators": [1]}, "manifest cannot be read"),
    ({"sets": True}, "manifest cannot be read"),
    ({"project": None}, "manifest cannot be read"),
]


@pytest.mark.parametrize(("said", "sentence"), SAID)
def test_a_manifest_that_does_not_fit_is_refused(tmp_path: Path, said: dict, sentence: str) -> None:
    assert_refused(forged(tmp_path / "p.zip", line(), **said), sentence)


SPAN = {"id": "s", "start": 0, "end": 5, "label": "ORG"}
LINES = [
    (b"{\n", "no JSON that can be read"),
    (b"[" * 100_000 + b"\n", "no JSON that can be read"),
    (b"\xff\n", "no JSON that can be read"),
    (b"[]\n", "a set is not an object"),
    (line(items={"span": [[0, {**SPAN, "start": 9}]]}), "start 9 and end 5 are no range"),
    (line(items={"span": [[0, {**SPAN, "status": "suggested"}]]}), "the span s is not decided"),
    (line(items={"span": [[0, SPAN], [0, SPAN]]}), "the span s stands twice"),
    (line(items={"span": [[0, SPAN]]}, gone=[[0, "span", "s"]]), "the span s stands twice"),
    (line(items={"span": [[7, SPAN]]}), "names an event that is not there"),
    (line(items={"span": [[0, {**SPAN, "id": "\ud800"}]]}), "half of a character"),
    (line(items={"span": [[0, {**SPAN, "id": "x" * 500}]]}), "an id is no name"),
    (line(items={"facts": []}), "not lists by kind"),
    (line(items=[1]), "not lists by kind"),
    (line(gone=[[0, "fact"]]), "a deleted item is not"),
    (line(events=[["e1", -1, "", "", ""]]), "number is out of range"),
    (line(events=[["e1", 2**60, "", "", ""]]), "number is out of range"),
    (line(events=[["e1", 1, "", "", ""]] * 2), "an event stands twice"),
    (line(article=7), "article is no name"),
    (line(annotator="all"), "all cannot be an annotator's name"),
    (line(annotator="../x"), "cannot be an annotator's name"),
    (randbytes(5 * 2**20).hex().encode() + b"\n", "is too long"),
    (line(items={"span": [[0, {**SPAN, "score": float("nan")}]]}), "NaN is no number"),
    (
        line(seen=1).replace(b'"seen":1', b'"seen":1e999').replace(b'"seen": 1', b'"seen": 1e999'),
        "the number 1e999 is too large",
    ),
]


@pytest.mark.parametrize(("body", "sentence"), LINES, ids=[sentence for _, sentence in LINES])
def test_a_line_that_is_no_set_is_refused_with_its_number(tmp_path: Path, body: bytes, sentence: str) -> None:
    assert_refused(forged(tmp_path / "p.zip", line() + body, sets=2), f"line 2 of sets.jsonl.*{sentence}")


def test_a_set_too_large_to_be_read_is_not_written(tmp_path: Path) -> None:
    long = "x" * 2**20
    comments = [Comment(f"c{n}", long, "anna", "") for n in range(9)]
    with pytest.raises(UserError, match="anna's work on a is more than a package may hold"):
        written(tmp_path / "p.zip", packed(*comments))
    assert list(tmp_path.iterdir()) == []


def test_a_package_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        written(tmp_path / "no" / "p.zip", packed(span(0, 5)))
    (tmp_path / "taken").mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        written(tmp_path / "taken", packed(span(0, 5)))
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_schemas_that_differ_are_named() -> None:
    there = Manifest("Other", ("anna",), "x", ("LAW", "ORG"), (), 1)
    assert there.differences(SMALL, ["ATTACK"]) == [
        "The package was made with another schema (Other).",
        "Labels only there: LAW.",
        "Labels only here: GPE, PERSON.",
        "Fact types that the schema here lacks: ATTACK.",
    ]
    assert Manifest.of(SMALL, ["anna"], 1).differences(SMALL, ["ATTACK"]) == []
    same = Manifest("Other", (), "x", tuple(SMALL.labels), (), 1)
    assert same.differences(SMALL, [])[0].endswith("guidelines, keys, hues or roles differ.")


def test_roles_that_were_renamed_here_are_named() -> None:
    schema = replace(SMALL, facts={"ATTACK": FactType("ATTACK", roles={"where": RoleType("where")})})
    came = [("ATTACK", "place"), ("ATTACK", "where"), ("RAID", "place")]
    there = Manifest.of(replace(SMALL, facts={"ATTACK": FactType("ATTACK")}), ["anna"], 1)
    assert there.differences(schema, ["ATTACK"], came) == [
        "The package was made with another schema (Small).",
        "Roles that the schema here lacks: place of ATTACK.",
    ]


def test_a_package_is_known_by_its_beginning_whatever_its_name(tmp_path: Path) -> None:
    whole = written(tmp_path / "work", packed(span(0, 5)))
    (tmp_path / "cut.zip").write_bytes(whole.read_bytes()[:60])
    (tmp_path / "text.zip").write_text("PK, said Maria.")
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as other:
        other.writestr("word.xml", "x")
    names = ("work", "cut.zip", "text.zip", "other.docx", "none", ".")
    assert [manifests.begins(tmp_path / name) for name in names] == [True, True, False, False, False, False]


@pytest.mark.parametrize("label", ["PER\x07SON", "\x1b[2J", "A\u202eB"])
def test_a_name_with_control_characters_is_refused(tmp_path: Path, label: str) -> None:
    path = written(tmp_path / "p.zip", packed(span(0, 5, label)))
    assert_refused(path, "line 1 of sets.jsonl: the name .* has control characters")
