"""The project to which a file belongs: by texts, then by name, then by how lately it was opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.exchange import manifests
from annotations.schema import reader
from annotations.sets import AnnotationSet
from models.project import Project
from models.transfer import exchange
from models.transfer.packs import belonging, handing_on
from tests.making import TEXT, edit, put_articles, span


def made(folder: Path, name: str, **texts: str) -> Path:
    project = Project.create(folder, reader.parse(reader.shipped("blank")).called(name))
    put_articles(project, **texts)
    project.close()
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    project = Project(made(tmp_path / "theirs", "Strikes: 2", a=TEXT, b="Another text."))
    for article in "ab":
        edit(project, "label", AnnotationSet(article, "anna").having(span(0, 5)))
    exchange.pack(project, tmp_path / "x.zip.factmark", "anna")
    project.close()
    return tmp_path / "x.zip.factmark"


def test_it_says_what_it_is(package: Path, tmp_path: Path) -> None:
    sent = belonging.look(package)
    assert (sent.is_project, sent.project, sent.annotators, sent.count, len(sent.texts)) == (
        False, "Strikes: 2", ("anna",), 2, 2
    )  # fmt: skip
    project = Project(tmp_path / "theirs")
    handing_on.pack(project, tmp_path / "p")
    project.close()
    assert belonging.look(tmp_path / "p") == replace(sent, is_project=True)


def test_texts_decide_then_the_name_then_the_order(package: Path, tmp_path: Path) -> None:
    sent = belonging.look(package)
    none = made(tmp_path / "1", "Strikes: 2", c="Nothing of it.")
    some = made(tmp_path / "2", "Other", a=TEXT)
    both = made(tmp_path / "3", "Other", a=TEXT, b="Another text.")
    named = made(tmp_path / "4", "Strikes: 2", z=TEXT)
    assert belonging.find(sent, [none, tmp_path / "gone", tmp_path]) is None
    assert belonging.find(sent, [none, some]) == some
    assert belonging.find(sent, [some, both]) == both
    assert belonging.find(sent, [both, named]) == named
    assert belonging.find(sent, [named, tmp_path / "theirs"]) == tmp_path / "theirs"
    (named / "project.db").write_bytes(b"torn")
    assert belonging.find(sent, [both, named]) == both


def test_work_on_no_article_belongs_where_the_name_is_the_same(package: Path, tmp_path: Path) -> None:
    across = replace(belonging.look(package), texts=())
    other, named = made(tmp_path / "1", "Other", a=TEXT), made(tmp_path / "2", "Strikes: 2", c="Text.")
    assert belonging.find(across, [other, named]) == named
    assert belonging.find(replace(across, is_project=True), [other, named]) is None


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\3\4" + bytes(60), b"Text.", b"PK\5\6" + bytes(18)])
def test_what_is_none_of_ours_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.factmark").write_bytes(content)
    with pytest.raises(UserError) as refused:
        belonging.look(tmp_path / "a.factmark")
    assert refused.value.sentence == manifests.FOREIGN
