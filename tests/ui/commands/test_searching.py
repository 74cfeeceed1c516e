"""The command that searches, as a person types it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from tests.making import arrive, small_project
from tests.ui.commands.commands import begun, run, said

TEXTS = {
    "a": "=cmd|x Houthi forces struck a port.",
    "b": "<b>al-Houthi</b> | said *no* 😀 Houthi",
    "c": "صنعاء and Houthi\u202e again",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = small_project(tmp_path / "p")
    own = AnnotationSet.of(
        "a",
        "anna",
        [
            Span("s", 7, 20, "ORG"),
            Fact("f", "ATTACK", (21, 27), (Role("actor", (Filler(7, 20, "s"),)),)),
            Progress(State.DONE),
        ],
    )
    articles = [
        Article(id_, text, f"Title {id_}", {"published": "2024-01-13"}) for id_, text in TEXTS.items()
    ]
    arrive(project, *(Record(one, set=own if one.id == "a" else None) for one in articles))
    project.close()
    return tmp_path / "p"


def hits(report: dict) -> list[str]:
    return [f"{one['article']} {one['words']}" for one in report["hits"]]


def test_words_are_a_concordance_in_columns(folder: Path, capsys) -> None:
    assert run("search", folder, "houthi") == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert len({line.index("[") for line in lines[:2]}) == 1
    assert "[Houthi] forces struck a" in lines[0]
    assert "\u202e" not in lines[3]
    assert last == "4 hits in 3 articles."


def test_the_report_states_total_hits_and_counts(folder: Path, capsys) -> None:
    made = said(capsys, "search", folder, "houthi", "--annotator", "anna", "--sort", "right")
    assert hits(made) == ["b Houthi", "c Houthi", "b Houthi", "a Houthi"]
    assert (made["total"], made["articles"], made["target"], made["left_out"]) == (4, 3, "words", [])
    assert made["counts"] == {
        "label": {"": 3, "ORG": 1},
        "article": {"a": 1, "b": 2, "c": 1},
        "month": {"2024-01": 4},
    }
    assert made["hits"][0]["start"] == TEXTS["b"].rindex("Houthi")
    assert [one["date"] for one in made["hits"]] == ["2024-01-13"] * 4


def test_facts_are_said_as_sentences_with_their_status(folder: Path, capsys) -> None:
    (fact,) = said(capsys, "search", folder, "fact:ATTACK", "--annotator", "anna")["hits"]
    assert (fact["id"], fact["label"], fact["status"]) == ("f", "ATTACK", "confirmed")
    assert fact["sentence"] == "Houthi forces struck something"
    assert run("search", folder, "fact:ATTACK", "--annotator", "anna") == 0
    assert "Houthi forces struck something" in capsys.readouterr().out


def test_no_more_are_shown_than_are_wanted_and_all_are_counted(folder: Path, capsys) -> None:
    for more in ((), ("--sort", "left")):
        made = said(capsys, "search", folder, "houthi", "--limit", 1, *more)
        assert (len(made["hits"]), made["total"]) == (1, 4)
    assert run("search", folder, "houthi", "--limit", 1, "--counts") == 0
    told = capsys.readouterr().out
    assert "4 hits in 3 articles, 1 of them shown." in told
    assert "        4  2024-01" in told


def test_a_search_is_saved_done_again_and_listed(folder: Path, capsys) -> None:
    assert run("search", folder, "--list") == 0
    assert capsys.readouterr().out == "None is saved.\n"
    assert said(capsys, "search", folder, "houthi forces", "--save", "Forces")["total"] == 2
    assert said(capsys, "search", folder, "--saved", "Forces")["line"] == "houthi forces"
    assert said(capsys, "search", folder, "--list") == {"saved": {"Forces": "houthi forces"}}


def test_the_table_is_written_without_formulas(folder: Path, tmp_path: Path, capsys) -> None:
    made = said(capsys, "search", folder, "cmd", "--out", tmp_path / "x.csv")
    assert (made["written"], made["total"]) == (1, 1)
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["article"], row["left"], row["words"]) == ("a", "'=", "cmd")


def test_markdown_and_a_page_show_every_sign(folder: Path, tmp_path: Path) -> None:
    for name in ("x.md", "x.HTML"):
        assert run("search", folder, "al-Houthi", "--out", tmp_path / name) == 0
    table = (tmp_path / "x.md").read_text("utf-8").splitlines()
    assert table[4].startswith("| \\<b\\> | **al-Houthi** | \\</b\\> \\| said \\*no\\* 😀 Houthi |")
    assert run("search", folder, "fact:*", "--annotator", "anna", "--out", tmp_path / "facts.md") == 0
    assert "| a port.<br>Houthi forces struck something |" in (tmp_path / "facts.md").read_text("utf-8")
    page = (tmp_path / "x.HTML").read_text("utf-8")
    assert "&lt;b&gt;</td>" in page
    assert "<b>al" not in page
    assert "http" not in page


MISTAKES = [
    (("labl:ORG",), "There is no field “labl”; did you mean label?"),
    (("label:ORK",), "There is no label “ORK”; did you mean ORG?"),
    (("/(/",), "The regular expression “(” is none"),
    (("--saved", "None"), "There is no saved search “None”; the project has none."),
    (("houthi", "--out", "x.txt"), "A concordance is written as .csv, .md, .html"),
    (("houthi", "--out", "p/searches.yaml"), "A concordance is written as"),
    (("houthi", "--annotator", "ana"), "There is no annotator “ana”; did you mean anna?"),
    (
        ("houthi", "--annotator", "everyone", "--save", "x"),
        "There is no annotator “everyone”; the project has “anna”",
    ),
    (("houthi", "--annotator", "all"), "all cannot be an annotator's name; choose another."),
]


@pytest.mark.parametrize(("words", "sentence"), MISTAKES)
def test_a_mistake_is_one_sentence(folder: Path, capsys, monkeypatch, words, sentence: str) -> None:
    monkeypatch.chdir(folder.parent)
    assert run("search", folder, *words) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert sentence in told[0]


@pytest.mark.parametrize(
    "words", [(), ("a", "--list"), ("a", "--saved", "b"), ("--list", "--save", "b"), ("a", "--sort", "size")]
)
def test_wrong_words_are_told(folder: Path, words: tuple[str, ...]) -> None:
    assert run("search", folder, *words) == 2


def test_a_file_that_is_there_stays_unless_it_is_forced(folder: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "x.csv"
    out.write_text("mine", "utf-8")
    assert run("search", folder, "houthi", "--out", out) == 1
    assert "add --force to write over it" in capsys.readouterr().err
    assert out.read_text("utf-8") == "mine"
    assert run("search", folder, "houthi", "--out", out, "--force") == 0
    assert out.read_text("utf-8").startswith("article,")


def test_a_pattern_that_never_ends_is_stopped_and_the_article_named(folder: Path, capsys) -> None:
    project = Project(folder)
    arrive(project, Record(Article("slow", "a" * 40 + "!", "Slow one")))
    project.close()
    assert run("search", folder, "/(a+)+$/", "--json") == 0
    told = capsys.readouterr()
    assert "takes too long in the article “Slow one”, which was left out." in told.err
    assert json.loads(told.out)["left_out"] == [told.err.removeprefix("factmark: ").strip()]


def test_whoever_has_read_enough_hears_no_more(folder: Path) -> None:
    project = Project(folder)
    arrive(project, Record(Article("many", "Houthi " * 3_000, "Many")))
    project.close()
    process = begun("search", folder, "houthi")
    assert process.stdout
    assert "[Houthi]" in process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr
    assert process.stderr.read() == ""
