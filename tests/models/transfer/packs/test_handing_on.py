"""A project that is handed on as one file: what arrives, what is merged, and what is refused."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.exchange import manifests, project_pack
from annotations.sets import GOLD, AnnotationSet
from models.project import Project
from models.store import copy_id
from models.transfer import assignments, exchange
from models.transfer.packs import handing_on
from models.transfer.who import Answers
from tests.making import TEXT, edit, exported, put_articles, span

ARABIC = "قال الوزير إن السفينة 🚢 غادرت عدن."


@pytest.fixture
def filled(project: Project) -> Project:
    put_articles(project, a=TEXT, b=ARABIC)
    edit(project, "label", AnnotationSet("a", "anna").having(span(0, 10, id_="s")))
    edit(project, "label", AnnotationSet("b", GOLD).having(span(0, 3, id_="g")), by="rex")
    assignments.replace(project, {"b": ["ben"]})
    (project.folder / "patterns.jsonl").write_text('{"label": "PERSON", "pattern": "Maria"}\n', "utf-8")
    return project


@pytest.fixture
def packed(filled: Project, tmp_path: Path) -> Path:
    handing_on.pack(filled, tmp_path / "p.factmark")
    return tmp_path / "p.factmark"


def merged(project: Project, path: Path) -> handing_on.Merged:
    return handing_on.merge(project, path, by="rex", tick=lambda sets: None, answers=Answers())


def test_all_of_a_project_arrives_but_its_place(filled: Project, packed: Path, tmp_path: Path) -> None:
    said = handing_on.unpack(packed, tmp_path / "new" / "q")
    other = Project(tmp_path / "new" / "q")
    assert (said.articles, said.annotators, len(said.texts)) == (2, ("anna", "ben"), 2)
    assert exported(other) == exported(filled)
    assert assignments.counts(other) == {"ben": 1}
    assert other.schema_text == filled.schema_text
    assert (other.folder / "patterns.jsonl").read_text("utf-8").startswith('{"label"')
    assert copy_id.stored(other.db) != copy_id.stored(filled.db), "what is pressed there is told apart"
    assert sorted(path.name for path in tmp_path.glob(".factmark-*")) == [], "no stage is left"
    other.close()


def test_a_pack_of_the_same_work_is_the_same_and_another_file_stays(filled: Project, packed: Path) -> None:
    first, kept = packed.read_bytes(), list[Path]()
    handing_on.pack(filled, packed, kept=kept.append)
    assert (packed.read_bytes() == first, kept) == (True, [])
    packed.write_text("A letter.", "utf-8")
    handing_on.pack(filled, packed, kept=kept.append)
    assert kept[0].read_text("utf-8") == "A letter."


def test_what_is_new_is_merged_with_its_articles_behind_one_backup(
    filled: Project, packed: Path, tmp_path: Path
) -> None:
    handing_on.unpack(packed, tmp_path / "q")
    other = Project(tmp_path / "q")
    put_articles(other, c="A third text.")
    edit(other, "label", AnnotationSet("c", "ben").having(span(0, 1, id_="t")))
    handing_on.pack(other, packed)
    done = merged(filled, packed)
    assert done.notices == ["1 article added that the project had not."]
    assert (done.sets, done.unchanged, done.skipped) == (1, 2, [])
    assert exported(filled) == exported(other)
    assert len(list((filled.folder / "backups").glob("*before-merge*"))) == 1
    assert not merged(filled, packed).sets
    other.close()


def test_a_merge_that_fails_leaves_no_article(
    filled: Project, packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handing_on.unpack(packed, tmp_path / "q")
    other = Project(tmp_path / "q")
    put_articles(other, c="A third text.")
    edit(other, "label", AnnotationSet("c", "ben").having(span(0, 40, id_="t")))  # behind the end
    handing_on.pack(other, packed)
    other.close()
    with pytest.raises(UserError, match="behind the end of c; nothing was changed"):
        merged(filled, packed)
    assert filled.db.rows("SELECT id FROM article") == [("a",), ("b",)]


def test_a_package_is_merged_by_the_same_door(filled: Project, packed: Path, tmp_path: Path) -> None:
    handing_on.unpack(packed, tmp_path / "q")
    other = Project(tmp_path / "q")
    edit(other, "label", AnnotationSet("b", "ben").having(span(0, 3, id_="n")))
    exchange.pack(other, tmp_path / "ben", "ben")
    other.close()
    assert merged(filled, tmp_path / "ben").sets == 1


# --- hostile


def forged(path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """The pack with other entries, whose sums are right all the same."""
    with zipfile.ZipFile(path) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    change(entries)
    said = json.loads(entries.pop("manifest.json"))
    said["sha256"] = {name: sha256(content).hexdigest() for name, content in entries.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("manifest.json", json.dumps(said))
        for name, content in entries.items():
            package.writestr(name, content)
    return path


def with_sql(sql: str) -> Callable[[dict[str, bytes]], None]:
    def change(entries: dict[str, bytes]) -> None:
        with closing(sqlite3.connect(":memory:")) as database:
            alone = bytearray(entries["project.db"])
            alone[18:20] = b"\1\1"  # without a log, which a database in memory cannot have
            database.deserialize(bytes(alone))
            database.execute(sql)
            database.commit()
            entries["project.db"] = database.serialize()

    return change


TRIGGER = "CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM article; END"


def as_of_version(version: int) -> Callable[[dict[str, bytes]], None]:
    def change(entries: dict[str, bytes]) -> None:
        said = json.loads(entries["manifest.json"])
        entries["manifest.json"] = json.dumps({**said, "version": version}).encode()

    return change


HOSTILE: dict[str, tuple[Callable[[dict[str, bytes]], object], str]] = {
    "a name that leads out": (lambda entries: entries.update({"../x": b""}), "there is '../x' in it"),
    "a pipeline": (lambda entries: entries.update({"pipelines/a/x.py": b""}), "there is 'pipelines/a/x.py' in it"),
    "no database": (lambda entries: entries.pop("project.db"), "this is no packed project"),
    "a trigger": (with_sql(TRIGGER), "Factmark never makes"),
    "a torn database": (
        lambda entries: entries.update({"project.db": entries["project.db"][:20_000]}),
        "its database is damaged",
    ),
    "no database at all": (lambda entries: entries.update({"project.db": b"text" * 999}), "its database is damaged"),
    "a schema that is none": (lambda entries: entries.update({"project.yaml": b"labels: ["}), "was not opened"),
    "a newer one": (as_of_version(2), "it is of version 2; update Factmark to open it"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_pack_is_refused_and_nothing_is_left(
    what: str, filled: Project, packed: Path, tmp_path: Path
) -> None:
    change, sentence = HOSTILE[what]
    forged(packed, change)
    assert manifests.kind(packed) == manifests.PROJECT
    with pytest.raises(UserError, match="This packed project was not opened") as refused:
        handing_on.unpack(packed, tmp_path / "q")
    assert (sentence in str(refused.value), refused.value.where) == (True, packed)
    assert not (tmp_path / "q").exists()
    assert list(tmp_path.glob(".factmark-*")) == []
    with pytest.raises(UserError):
        merged(filled, packed)
    assert exported(filled).count("\n") == 2


def test_what_is_made_is_told_as_it_is_there(packed: Path, tmp_path: Path) -> None:
    def boasting(entries: dict[str, bytes]) -> None:
        said = json.loads(entries["manifest.json"])
        entries["manifest.json"] = json.dumps({**said, "project": "Other", "articles": 9}).encode()

    assert handing_on.unpack(forged(packed, boasting), tmp_path / "q").articles == 2
    with pytest.raises(UserError, match="its database cannot be read"):
        handing_on.unpack(forged(packed, with_sql("DROP TABLE assignment")), tmp_path / "r")
    assert not (tmp_path / "r").exists()


def test_a_bomb_is_refused_before_it_is_unpacked(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged(packed, lambda entries: entries.update({"project.db": bytes(3_000_000)}))
    monkeypatch.setattr(project_pack, "SMALL", 2**20)
    with pytest.raises(UserError, match="would unpack to 3,000,000 bytes"):
        handing_on.unpack(packed, tmp_path / "q")


def test_a_pack_cut_anywhere_or_with_another_byte_is_refused(packed: Path, tmp_path: Path) -> None:
    whole = packed.read_bytes()
    bad = [whole[:length] for length in range(0, len(whole), len(whole) // 12)]
    bad += [
        whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        for at in range(300, len(whole), len(whole) // 12)
    ]
    for content in bad:
        packed.write_bytes(content)
        try:
            handing_on.unpack(packed, tmp_path / "q")
        except UserError:
            assert not (tmp_path / "q").exists()
        else:
            pytest.fail("a changed pack was taken")


def test_what_is_there_is_never_written_over(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "q").mkdir()
    handing_on.unpack(packed, tmp_path / "q")  # it was empty
    before = (tmp_path / "q" / "project.db").stat().st_mtime_ns
    for folder in (tmp_path / "q", packed):
        with pytest.raises(UserError, match="There is something there already"):
            handing_on.unpack(packed, folder)
    assert (tmp_path / "q" / "project.db").stat().st_mtime_ns == before
    assert project_pack.read(packed).articles == 2
