"""A pipeline's folder is loaded when it is trusted as it is, and nothing of it runs before."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.suggest import suggester as suggesters
from annotations.suggest import trust
from annotations.suggest.trust import COPY, UntrustedPipelineError, fingerprint
from annotations.suggest.worker import serve
from tests.hostile import LABEL, PLACE, hostile_pipeline


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    return tmp_path / "canary"


@pytest.fixture
def folder(tmp_path: Path, canary: Path) -> Path:
    return hostile_pipeline(tmp_path / "pipelines" / "theirs", canary)


def test_a_folder_is_loaded_only_when_its_hash_is_trusted(
    folder: Path, canary: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    with pytest.raises(UntrustedPipelineError, match="run any code of its author's") as refused:
        suggesters.load("theirs", tmp_path)
    assert not canary.exists()
    loaded = suggesters.load("theirs", tmp_path, [refused.value.hash])
    (found,) = loaded.suggest([Asked("a", f"In {PLACE}.")], [LABEL])
    assert (canary.is_dir(), [span.label for span in found.spans]) == (True, [LABEL])
    assert list((tmp_path / "temp").iterdir()) == []


def added(folder: Path) -> None:
    (folder / "more.py").write_text("", "utf-8")


def renamed(folder: Path) -> None:
    (folder / "code.py").rename(folder / "code2.py")


def changed(folder: Path) -> None:
    (folder / "code.py").write_text("# other", "utf-8")


def removed(folder: Path) -> None:
    (folder / "code.py").unlink()


def emptied(folder: Path) -> None:
    (folder / "an empty folder").mkdir()


@pytest.mark.parametrize("change", [added, renamed, changed, removed, emptied])
def test_any_change_in_it_is_asked_about_again(
    folder: Path, canary: Path, change: Callable[[Path], None]
) -> None:
    before = fingerprint(folder)
    assert fingerprint(folder) == before
    change(folder)
    with pytest.raises(UntrustedPipelineError):
        suggesters.load(str(folder), trusted=[before])
    assert not canary.exists()


def test_names_and_contents_cannot_be_moved_into_one_another(folder: Path) -> None:
    (folder / "a").write_bytes(b"b")
    (folder / "c").write_bytes(b"")
    before = fingerprint(folder)
    (folder / "a").write_bytes(b"")
    (folder / "c").write_bytes(b"b")
    assert fingerprint(folder) != before


def test_what_changes_between_the_look_and_the_copy_is_not_loaded(
    folder: Path, canary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_, real = fingerprint(folder), trust.fingerprint

    def then_changed(at: Path, copy: Path | None = None) -> str:
        found = real(at, copy)
        changed(folder)
        return found

    monkeypatch.setattr(trust, "fingerprint", then_changed)
    with pytest.raises(UntrustedPipelineError):
        suggesters.load(str(folder), trusted=[hash_])
    assert not canary.exists()


def linked(folder: Path) -> None:
    (folder / "link").symlink_to("/etc/hostname")


def linked_folder(folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent, target_is_directory=True)


def piped(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def socketed(folder: Path) -> None:
    with (
        socket.socket(socket.AF_UNIX) as made,
        contextlib.chdir(folder),
    ):  # its path may be longer than a socket's
        made.bind("socket")


def device(folder: Path) -> None:
    (folder / "meta.json").unlink()
    (folder / "meta.json").symlink_to("/dev/zero")


def sparse(folder: Path) -> None:
    with (folder / "huge").open("wb") as file:
        file.truncate(1 << 40)


def crowded(folder: Path) -> None:
    for n in range(trust.FILES):
        (folder / str(n)).mkdir()


@pytest.mark.parametrize("change", [linked, linked_folder, piped, socketed, device, sparse, crowded])
def test_a_folder_that_holds_what_no_pipeline_does_is_refused(
    folder: Path, canary: Path, change: Callable[[Path], None]
) -> None:
    change(folder)
    with pytest.raises(UserError, match="cannot be loaded") as refused:
        suggesters.load(str(folder))
    assert not isinstance(refused.value, UntrustedPipelineError)
    assert not canary.exists()


@pytest.mark.parametrize(
    "name", ["/", "/dev", "..", "~", "$HOME", "\0", "//server/share", "\\\\server\\share", "/\\x"]
)
def test_a_path_that_leads_to_no_pipeline_is_a_sentence_and_not_looked_through(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(UserError, match=r"is no spaCy pipeline|There is no pipeline"):
        suggesters.load(name, tmp_path)


@pytest.mark.parametrize(
    "name", ["antigravity", "this", "os", "peewee", "annotations", "a.b", "sys", ".", "./code"]
)
def test_no_module_is_imported_by_a_name_of_a_sender(tmp_path: Path, name: str) -> None:
    before = set(sys.modules)
    with pytest.raises(UserError, match=r"is no spaCy pipeline|There is no pipeline"):
        suggesters.load(name, tmp_path)
    assert {name, f"{name}.__main__"} & (set(sys.modules) - before) == set()


def test_a_folder_does_not_stand_in_for_the_shipped_pipeline(
    folder: Path, canary: Path, tmp_path: Path
) -> None:
    folder.rename(folder.with_name("en_news"))
    assert suggesters.load("en_news", tmp_path).nlp is not None
    assert not canary.exists()


def test_an_installed_pipeline_needs_no_trust_and_no_folder_stands_in_for_it(
    folder: Path, canary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "theirs-1.0.dist-info").mkdir(parents=True)
    (site / "theirs-1.0.dist-info" / "METADATA").write_text("Name: theirs\nVersion: 1.0\n", "utf-8")
    (site / "theirs-1.0.dist-info" / "entry_points.txt").write_text(
        "[spacy_models]\ntheirs = theirs\n", "utf-8"
    )
    (site / "theirs").mkdir()
    code = "import spacy\ndef load(**how):\n    nlp = spacy.blank('en')\n    nlp.add_pipe('entity_ruler', 'ner')\n    return nlp\n"
    (site / "theirs" / "__init__.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(str(site))
    assert suggesters.load("theirs", tmp_path).nlp is not None
    with pytest.raises(UntrustedPipelineError):
        suggesters.load("pipelines/theirs", tmp_path)
    assert not canary.exists()


def test_the_worker_says_which_folder_it_did_not_load(folder: Path, canary: Path, tmp_path: Path) -> None:
    request = {"id": 1, "job": "suggest", "pipeline": "theirs", "folder": str(tmp_path), "labels": [LABEL]}
    lines = [
        {**request, "articles": [{"id": "a", "text": PLACE}], "trusted": trusted}
        for trusted in ([], [fingerprint(folder)], [])
    ]
    out = io.StringIO()
    serve(map(json.dumps, lines[:1]), out)
    asked = {"name": "theirs", "folder": str(folder), "hash": fingerprint(folder)}
    assert (json.loads(out.getvalue())["untrusted"], canary.exists()) == (asked, False)
    out = io.StringIO()
    serve(map(json.dumps, lines), out)
    first, found, done, last = map(json.loads, out.getvalue().splitlines())
    assert (len(found["items"]["span"]), done["done"], first["untrusted"], last["untrusted"]) == (
        1,
        True,
        asked,
        asked,
    )


def test_the_copy_of_a_program_that_was_killed_is_removed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name, age in (("old", trust.OLD + 60), ("new", 0)):
        (tmp_path / f"{COPY}{name}").mkdir()
        then = (tmp_path / f"{COPY}{name}").stat().st_mtime - age
        os.utime(tmp_path / f"{COPY}{name}", (then, then))
    suggesters.load(str(folder), trusted=[fingerprint(folder)])
    assert [path.name for path in tmp_path.glob(f"{COPY}*")] == [f"{COPY}new"]
