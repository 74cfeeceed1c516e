"""The command that writes the codebook: guidelines with real examples, and nothing that people wrote is more than text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from annotations.text.word_forms import listed
from tests.ui.commands.commands import run, said
from tests.ui.commands.papers.paper_projects import ODD, project, work

TAGS = listed("html head meta title style body h1 h2 h3 h4 h5 h6 p ul ol li a b br span pre code strong em")
NAMES = frozenset({"id", "class", "dir", "href", "lang", "charset", "content", "http-equiv", "name"})
NAMES |= {"data-article", "data-start", "data-end"}


class Page(HTMLParser):
    """The tags of a page, with their attributes, and the words of marked examples."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path)


def written(folder: Path, out: Path, *words: str) -> dict[str, str]:
    assert run("codebook", folder, out, *words) == 0
    return {path.name: path.read_text("utf-8") for path in out.iterdir()}


def test_examples_stand_where_they_say(folder: Path, tmp_path: Path) -> None:
    texts = {one["id"]: one["text"] for one in work()}
    book = json.loads(written(folder, tmp_path / "out")["codebook.json"])
    quotes = [
        one
        for part in ("labels", "types")
        for entry in book[part]
        for kind in entry["examples"].values()
        for one in kind
    ]
    assert len(quotes) == 8
    for one in quotes:
        assert texts[one["article"]][one["start"] : one["end"]] == one["words"]
        assert f"{one['before']}{one['words']}{one['after']}" in texts[one["article"]]


def test_each_kind_is_there(folder: Path, tmp_path: Path, capsys) -> None:
    found = said(capsys, "codebook", folder, tmp_path / "out")
    assert all(found["examples"][kind] for kind in ("confirmed", "disputed", "rejected"))
    book = json.loads((tmp_path / "out" / "codebook.json").read_text("utf-8"))
    gpe = {one["name"]: one["examples"] for one in book["labels"]}["GPE"]
    assert [one["words"] for one in gpe["rejected"]] == ["Tuesday"]
    assert "1 annotator: GPE “Oslo”; 1 annotator: PERSON “Oslo”" in {one["told"] for one in gpe["disputed"]}


def test_the_page_is_whole_and_loads_nothing(folder: Path, tmp_path: Path) -> None:
    page = written(folder, tmp_path / "out")["codebook.html"]
    tags = Page(page).tags
    assert {tag for tag, _ in tags} <= TAGS
    links = [str(attrs["href"]) for tag, attrs in tags if tag == "a"]
    assert {one for one in links if not one.startswith("#")} == {"https://a.org"}
    ids = {attrs["id"] for _, attrs in tags if "id" in attrs}
    assert {one[1:] for one in links if one.startswith("#")} == ids
    assert [mark for mark in ("prefers-color-scheme: dark", "@media print") if mark not in page] == []


def test_odd_names_guidelines_and_texts_are_text(tmp_path: Path) -> None:
    files = written(project(tmp_path, "odd", name=f"{ODD} عربي"), tmp_path / "out")
    tags = Page(files["codebook.html"]).tags
    assert {tag for tag, _ in tags} <= TAGS
    assert {name for _, attrs in tags for name in attrs} <= NAMES
    html = [
        one.content
        for token in MarkdownIt("commonmark").parse(files["codebook.md"])
        for one in (token, *(token.children or ()))
        if one.type in ("html_inline", "html_block")
    ]
    assert {one.strip() for one in html} - {"<b>", "</b>"} == {
        one for one in html if re.match(r"<!-- article [\w%.~]+ \d+ \d+ -->$", one)
    }
    headings = [
        token.map
        for token in MarkdownIt("commonmark").parse(files["codebook.md"])
        if token.type == "heading_open"
    ]
    assert len(headings) == 8  # no fence that a guideline leaves open swallows one


def test_none_are_there_when_none_are_asked_for(folder: Path, tmp_path: Path) -> None:
    files = written(folder, tmp_path / "out", "--no-examples")
    assert all("the port said" not in text for text in files.values())
    assert "People by name" in files["codebook.md"]


def test_an_empty_project_has_a_codebook_too(tmp_path: Path) -> None:
    files = written(project(tmp_path, "none"), tmp_path / "out")
    assert "No example in the work." in files["codebook.html"]


def test_a_hundred_labels_and_the_same_each_time(tmp_path: Path) -> None:
    there = project(tmp_path, more="topics: {Ports: {guideline: Ships and docks.}}")
    yaml = (there / "project.yaml").read_text("utf-8")
    many = "".join(f"\n  L{n}: {{guideline: 'Number {n}.'}}" for n in range(100))
    (there / "project.yaml").write_text(yaml.replace("\n  GPE:", f"\n  GPE:{many}"), "utf-8")
    one, two = written(there, tmp_path / "one"), written(there, tmp_path / "two")
    assert {name: text for name, text in one.items() if "manifest" not in name} == {
        name: text for name, text in two.items() if "manifest" not in name
    }
    assert len(json.loads(one["codebook.json"])["labels"]) == 103
    assert "Ships and docks." in one["codebook.html"]


def test_what_is_not_ours_stays(folder: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "out"
    written(folder, out)
    written(folder, out)
    (out / "notes.txt").write_text("mine", "utf-8")
    assert run("codebook", folder, out) == 1
    assert "notes.txt in it is of no export of ours" in capsys.readouterr().err
