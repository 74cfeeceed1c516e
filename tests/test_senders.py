"""What somebody sends runs nothing here: no code, no module, no trigger, no file or host that it names."""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import srsly

import main
from annotations.errors import UserError
from models.project import Project
from models.settings import Settings
from tests.making import put_articles, small_project

TEXT = "Oslo waits."


class Bomb:
    """A pickle that makes a folder when it is read."""

    def __init__(self, canary: Path) -> None:
        self._canary = canary

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str, ...]]:
        return __import__("os").mkdir, (str(self._canary),)


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = small_project(tmp_path / "p")
    put_articles(project, a=TEXT)
    project.close()
    return tmp_path / "p"


def run(*words: object) -> int:
    return main.main([str(word) for word in words])


# --- the database

ACTIVE = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM item; END",
    "view": "CREATE VIEW evil AS SELECT * FROM article",
    "table": "CREATE VIRTUAL TABLE evil USING fts5 (text)",
    "lower case": "create trigger evil after update on article begin delete from item; end",
}


@pytest.mark.parametrize("sql", ACTIVE.values(), ids=ACTIVE)
def test_a_database_that_does_something_by_itself_is_not_opened(
    folder: Path, tmp_path: Path, sql: str
) -> None:
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        connection.execute(sql)
    for words in (
        ("check", folder),
        ("import", folder, folder / "project.yaml"),
        ("export", folder, tmp_path / "o", "--format", "jsonl"),
    ):
        assert run(*words) == 1
    with pytest.raises(UserError, match="it holds evil, which Factmark never makes"):
        Project(folder)
    assert run("check", folder, "--salvage", tmp_path / "saved") in (0, 1)
    saved = Project(tmp_path / "saved")
    assert saved.article("a").text == TEXT
    saved.close()


def test_a_trigger_that_is_called_a_table_is_no_table(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "project.db")) as connection, connection:
        connection.execute("CREATE TABLE evil (n)")
        connection.execute(ACTIVE["trigger"].replace("evil", "evil2"))
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET type = 'table' WHERE name = 'evil2'")
    with pytest.raises(UserError, match=r"which Factmark never makes|cannot be opened"):
        Project(folder)


def test_a_backup_with_a_trigger_is_not_put_back_as_a_project_that_opens(
    folder: Path, tmp_path: Path
) -> None:
    assert run("backup", folder) == 0
    [copy] = (folder / "backups").glob("project-*.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(ACTIVE["trigger"])
    assert run("restore", folder, copy) == 0
    with pytest.raises(UserError, match="which Factmark never makes"):
        Project(folder)


# --- files

CALLS = "!!python/object/apply:os.mkdir ['{canary}']"
SECRET = "the secret of another file"


def zipped(path: Path, **entries: str) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, content in entries.items():
            made.writestr(name.replace("__", "/"), content)
    return path


def pickled(at: Path, canary: Path) -> Path:
    (at / "a.spacy").write_bytes(pickle.dumps(Bomb(canary)))
    return at / "a.spacy"


def pickled_array(at: Path, canary: Path) -> Path:
    """A DocBin whose tokens are an array of objects: numpy would have to read a pickle for it."""
    array = {b"nd": True, b"type": "|O", b"kind": b"", b"shape": [1], b"data": pickle.dumps(Bomb(canary))}
    body = {
        "version": 1,
        "attrs": [65],
        "tokens": array,
        "spaces": array,
        "lengths": array,
        "strings": [],
        "cats": [],
    }
    (at / "b.spacy").write_bytes(zlib.compress(srsly.msgpack_dumps(body)))
    return at / "b.spacy"


def html(at: Path, canary: Path) -> Path:
    page = (
        f'<!DOCTYPE html [<!ENTITY e SYSTEM "{(at / "secret").as_uri()}">]><html><head><link rel=stylesheet href="http://127.0.0.1:9/x">'
        f'<script>fetch("x")</script></head><body><article><p>{TEXT * 30} &e;</p><iframe src="{(at / "secret").as_uri()}"></iframe>'
        "<img src='http://127.0.0.1:9/i.png'></article></body></html>"
    )
    (at / "c.html").write_text(page, "utf-8")
    return at / "c.html"


def word(at: Path, canary: Path) -> Path:
    from docx import Document

    Document().save(str(at / "d.docx"))
    with zipfile.ZipFile(at / "d.docx") as made:
        entries = {name: made.read(name) for name in made.namelist()}
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    entries["word/document.xml"] = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{(at / "secret").as_uri()}">]><w:document {space}><w:body>'
        f"<w:p><w:r><w:t>{TEXT} &e;</w:t></w:r></w:p></w:body></w:document>"
    ).encode()
    with zipfile.ZipFile(at / "d.docx", "w") as made:
        for name, content in {**entries, "word/vbaProject.bin": b"x"}.items():
            made.writestr(name, content)
    return at / "d.docx"


def pdf(at: Path, canary: Path) -> Path:
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("run.py", b"import os")
    action = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.launchURL('http://127.0.0.1:9/')"),
        }
    )
    writer.root_object[NameObject("/OpenAction")] = action
    writer.write(at / "e.pdf")
    return at / "e.pdf"


def code(at: Path, canary: Path) -> Path:
    record = {
        "text": TEXT,
        "meta": {"__reduce__": CALLS, "x": "{0.__class__}", "y": "=cmd|' /C calc'!A0", "z": "$(touch x)"},
    }
    (at / "f.jsonl").write_text(json.dumps(record), "utf-8")
    return at / "f.jsonl"


@pytest.mark.parametrize("made", [pickled, pickled_array, html, word, pdf, code])
def test_an_imported_file_runs_nothing_and_brings_no_other_file(
    folder: Path, canary: Path, tmp_path: Path, made: Callable[[Path, Path], Path]
) -> None:
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    assert run("import", folder, made(tmp_path, canary)) in (0, 1)
    assert run("export", folder, tmp_path / "all.jsonl", "--format", "jsonl", "--articles", "all") == 0
    assert SECRET not in (tmp_path / "all.jsonl").read_text("utf-8")
    assert not canary.exists()


@pytest.mark.parametrize(
    "line", ["name: {}", "pipeline: {}", "labels: {}", "{}", "labels: {{A: {}}}", "x: {}"]
)
def test_a_project_yaml_calls_nothing(folder: Path, canary: Path, tmp_path: Path, line: str) -> None:
    text = line.format(CALLS.format(canary=canary)) + "\n"
    (folder / "project.yaml").write_text(text, "utf-8")
    assert (run("check", folder), run("new", tmp_path / "n", "--schema", folder / "project.yaml")) == (1, 1)
    assert not canary.exists()


def test_settings_call_nothing(own_settings: Path, canary: Path) -> None:
    own_settings.mkdir(exist_ok=True)
    (own_settings / "settings.yaml").write_text(CALLS.format(canary=canary), "utf-8")
    assert Settings().problems
    assert not canary.exists()


@pytest.mark.parametrize("name", ["..__evil", "__etc__evil", "manifest.json"])
def test_a_package_writes_no_file_of_its_own(folder: Path, tmp_path: Path, name: str) -> None:
    before = {path for path in tmp_path.rglob("*") if "backups" not in path.parts}
    package = zipped(tmp_path / "their.factmark", **{name: "x"})
    assert run("merge", folder, package) == 1
    assert {path for path in tmp_path.rglob("*") if "backups" not in path.parts} <= before | {package}


def test_the_patterns_of_a_project_call_nothing(folder: Path, canary: Path) -> None:
    lines = [
        {"label": "GPE", "pattern": [{"TEXT": {"REGEX": f"(?{{os.mkdir('{canary}')}})"}}]},
        {"label": "GPE", "pattern": [{"_": {"__class__": "x"}}]},
    ]
    for line in lines:
        (folder / "patterns.jsonl").write_text(json.dumps(line), "utf-8")
        assert run("suggest", folder, "--pipeline", "rules", "--again") == 1
    assert not canary.exists()


# --- the folder one stands in


@pytest.mark.parametrize("door", ["module", "script"])
def test_the_folder_one_stands_in_brings_no_modules(tmp_path: Path, canary: Path, door: str) -> None:
    root = Path(__file__).parents[1]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "factmark").symlink_to(root / "ui" / "installed")
    (tmp_path / "theirs").mkdir()
    for name in (
        "typer",
        "yaml",
        "rich",
        "platformdirs",
        "main",
        "ui",
        "models",
        "annotations",
        "sitecustomize",
    ):
        (tmp_path / "theirs" / f"{name}.py").write_text(f"import os; os.mkdir({str(canary)!r})", "utf-8")
    started = ["-m", "factmark"] if door == "module" else [str(root / "main.py")]
    paths = os.pathsep.join([str(tmp_path / "site"), str(root)])
    done = subprocess.run(
        [sys.executable, *started, "formats"],
        cwd=tmp_path / "theirs",
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, canary.exists()) == (0, False), done.stderr
