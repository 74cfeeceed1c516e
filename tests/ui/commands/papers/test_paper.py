"""The command that writes a data set's paper: every number is one of the JSON's, and nothing is claimed that is not there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.ui.commands.commands import run, said
from tests.ui.commands.papers.paper_projects import FILES, ODD, numbers, project, said_in_json, tex_body


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path)


def rows(markdown: str, caption: str) -> list[list[str]]:
    """The rows of the table of that caption, without its head."""
    table = markdown.partition(f"{caption}:\n\n")[2].partition("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def test_every_number_of_every_file_is_one_of_the_json(folder: Path, tmp_path: Path, capsys) -> None:
    found = said(capsys, "paper", folder, tmp_path / "out")
    known = set(said_in_json(found))
    for name in FILES:
        text = (tmp_path / "out" / name).read_text("utf-8")
        text = (
            tex_body(text)
            if name.endswith(".tex")
            else re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        )
        assert numbers(text) - known == set(), name
        assert len(numbers(text)) > 40


def test_the_numbers_of_the_json_stand_in_the_tables(folder: Path, tmp_path: Path, capsys) -> None:
    found = said(capsys, "paper", folder, tmp_path / "out")
    text = (tmp_path / "out" / "paper.md").read_text("utf-8")
    assert [row[2] for row in rows(text, "Labels")] == [f"{one['count']:,}" for one in found["labels"]]
    assert [row[1] for row in rows(text, "Sizes")] == [f"{one:,}" for one in found["sizes"].values()]
    assert [row[2:] for row in rows(text, "Annotators, with their articles and what they confirmed")] == [
        [str(one["articles"]), str(one["spans"]), str(one["facts"])] for one in found["annotators"]
    ]
    roles = [role for one in found["fact_types"] for role in one["roles"]]
    told = rows(text, "Roles of the fact types, and how often they are filled")
    assert [row[2:4] for row in told] == [[str(one["fillers"]), str(one["facts"])] for one in roles]
    values = [found["spans"]["exact"]["micro"]["f1"] for found in (found["agreement"],)]
    assert rows(text, "Do they mark the same words? Over all")[0][1] == f"{values[0]:.3f}"


def test_the_figures_are_those_of_the_work(folder: Path, tmp_path: Path, capsys) -> None:
    found = said(capsys, "paper", folder, tmp_path / "out")
    sizes, counts = found["sizes"], {one["name"]: one["count"] for one in found["labels"]}
    assert (sizes["articles"], sizes["sets"], sizes["spans"], sizes["facts"]) == (12, 24, 60, 18)
    assert counts == {"PERSON": 26, "ORG": 12, "GPE": 22}
    assert sizes["fact_arguments"] == 36
    assert found["sources"] == {
        "known": [{"name": "Port Post", "articles": 8, "share": 0.6667}],
        "without": 4,
    }
    assert (found["dates"]["earliest"], found["dates"]["latest"]) == ("2024-01-10", "2024-02-10")
    assert [one["articles"] for one in found["batches"]["known"]] == [6, 6]
    assert found["agreement"]["compared"] == 12


def test_it_counts_what_an_export_of_that_choice_holds(folder: Path, tmp_path: Path, capsys) -> None:
    for choice in (("--annotator", "anna"), ("--annotator", "ben", "--articles", "all")):
        found = said(capsys, "paper", folder, tmp_path / "out", *choice)
        left = said(capsys, "export", folder, tmp_path / "d.jsonl", "--format", "jsonl", *choice)
        assert {one["name"]: one["count"] for one in found["labels"] if one["count"]} == left[
            "spans_by_label"
        ]
        assert {one["name"]: one["count"] for one in found["fact_types"]} == left["facts_by_type"]


def test_the_agreement_is_that_of_the_command(folder: Path, tmp_path: Path, capsys) -> None:
    paper = said(capsys, "paper", folder, tmp_path / "out")["agreement"]
    command = said(capsys, "agreement", folder, "anna", "ben")
    assert all(paper[part] == command[part] for part in ("spans", "tokens", "facts", "alpha", "articles"))


def test_gold_is_the_data_set_where_there_is_any_that_counts(tmp_path: Path, capsys) -> None:
    found = said(capsys, "paper", project(tmp_path, "gold"), tmp_path / "out")
    assert (found["data_set"]["whose"], found["review"]["approved"], found["sizes"]["spans"]) == (
        "gold",
        2,
        6,
    )
    assert found["review"]["items"] == [{"how": "imported", "count": 6, "share": 1.0}]
    assert (found["work"]["articles"], found["work"]["approved"]) == (12, 2)
    assert {one["name"] for one in found["annotators"]} == {"anna", "ben"}
    assert "2 articles with gold, 2 of them approved" in (tmp_path / "out" / "paper.md").read_text("utf-8")


def test_names_are_hidden_in_every_file(folder: Path, tmp_path: Path, capsys) -> None:
    found = said(
        capsys, "paper", folder, tmp_path / "out", "--pseudonyms", "--annotator", "ben", "--no-examples"
    )
    assert [one["name"] for one in found["annotators"]] == ["A1", "A2"]
    assert found["data_set"]["annotator"] == "A2"
    for path in (tmp_path / "out").iterdir():
        assert not re.search(r"\b(anna|ben)\b", path.read_text("utf-8")), path.name


def test_no_words_of_the_articles_leave_without_examples(folder: Path, tmp_path: Path) -> None:
    assert (
        run("paper", folder, tmp_path / "with")
        == run("paper", folder, tmp_path / "out", "--no-examples")
        == 0
    )
    assert "<b>Maria Ruiz</b>" in (tmp_path / "with" / "paper.md").read_text("utf-8")
    for path in (tmp_path / "out").iterdir():
        assert "the port said" not in path.read_text("utf-8"), path.name


def test_an_empty_project_claims_nothing(tmp_path: Path, capsys) -> None:
    found = said(capsys, "paper", project(tmp_path, "none"), tmp_path / "out")
    text = (tmp_path / "out" / "paper.md").read_text("utf-8")
    assert found["agreement"] == {"why": "no person annotated what counts."}
    for sentence in (
        "Nobody has annotated",
        "There is no gold",
        "stores no split",
        "No article names its source",
    ):
        assert sentence in text
    assert set(found["sizes"].values()) == {0}


def test_one_annotator_and_another_language_are_told_as_limits(tmp_path: Path, capsys) -> None:
    there = project(tmp_path, language="ar")
    found = said(capsys, "paper", there, tmp_path / "out", "--annotator", "anna")
    limits = {one["name"]: one["sentence"] for one in reversed(found["limits"])}
    assert "English alone" in limits["english"]
    assert "12 articles of 12 (100.0 %)" in limits["unreviewed"]
    assert limits["few"] == "3 labels with fewer than 30 examples: PERSON, ORG, GPE."


def test_a_stored_split_is_told_with_its_leaks(folder: Path, tmp_path: Path, capsys) -> None:
    exported = said(
        capsys,
        "export",
        folder,
        tmp_path / "d.jsonl",
        "--format",
        "jsonl",
        "--split",
        "80/20",
        "--annotator",
        "anna",
    )
    [split] = said(capsys, "paper", folder, tmp_path / "out", "--annotator", "anna")["splits"]
    assert {one["side"]: one["articles"] for one in split["sides"]} == exported["split"]["articles"]
    assert split["leak_count"] == len(exported["split"]["leaks"])
    assert sum(one["spans"] for one in split["sides"]) == 36


def test_it_says_what_a_count_and_a_look_at_leaks_rest_on(tmp_path: Path, capsys) -> None:
    there = project(tmp_path, "odd")
    words = ("--format", "jsonl", "--split", "50/50", "--annotator", "all")
    said(capsys, "export", there, tmp_path / "d.jsonl", *words)
    assert run("paper", there, tmp_path / "out") == 0
    text = (tmp_path / "out" / "paper.md").read_text("utf-8")
    for sentence in (
        "each by itself. What two of them marked counts twice. Only finished",
        "Every article of the data set has a side.",
        "articles of one source and date lie on two sides, and",
        "No article names its language.",
    ):
        assert sentence in text
    assert not any(nothing in text for nothing in (" 0 articles of", " 0 pairs", " 0 times"))


def test_dates_that_nobody_confirmed_are_told_in_plain_words(folder: Path, tmp_path: Path) -> None:
    assert run("paper", folder, tmp_path / "out") == 0
    text = (tmp_path / "out" / "paper.md").read_text("utf-8")
    assert "12 dates are as the file or the text gives them, and no person confirmed them." in text
    assert "Published from 2024-01-10 to 2024-02-10; 0 articles without a date." in text
    assert "| TRAVEL | Somebody goes somewhere |" in text


def test_the_licence_is_that_of_the_project_or_a_blank(tmp_path: Path, capsys) -> None:
    there = project(tmp_path, more="licence: CC-BY-4.0")
    found = said(capsys, "paper", there, tmp_path / "out")
    assert found["licence"]["project"] == "CC-BY-4.0"
    assert not any("licence" in one for one in found["blanks"] if "under which licence the" in one)
    assert (
        yaml.safe_load((tmp_path / "out" / "README.md").read_text("utf-8").split("---")[1])["license"]
        == "cc-by-4.0"
    )


def test_what_is_left_to_the_author_is_listed(folder: Path, tmp_path: Path, capsys) -> None:
    assert run("paper", folder, tmp_path / "out") == 0
    out = capsys.readouterr().out
    text = (tmp_path / "out" / "paper.md").read_text("utf-8")
    marked = re.findall(r"\*\*\\\[AUTHOR: (.+)\\\]\*\*", text)
    listed = text.partition("## Left to the author\n\n")[2].partition("\n\n")[0]
    assert [f"- {one}" for one in marked] == listed.splitlines()
    assert all(f"  {one}\n" in out for one in marked)


def test_it_replaces_only_what_it_wrote_and_nobody_changed(folder: Path, tmp_path: Path, capsys) -> None:
    out = tmp_path / "out"
    assert run("paper", folder, out) == run("paper", folder, out, "--pseudonyms") == 0
    (out / "paper.md").write_text("mine", "utf-8")
    assert run("paper", folder, out) == 1
    assert "paper.md in it was changed" in capsys.readouterr().err
    assert (out / "paper.md").read_text("utf-8") == "mine"
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.tex").write_text("mine", "utf-8")
    assert run("paper", folder, other) == 1
    assert [path.name for path in other.iterdir()] == ["thesis.tex"]


def test_it_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    assert run("paper", folder, tmp_path / "one") == run("paper", folder, tmp_path / "two") == 0
    for name in (*FILES, "paper.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_json_file_is_what_the_command_reports(folder: Path, tmp_path: Path, capsys) -> None:
    reported = said(capsys, "paper", folder, tmp_path / "out")
    written = json.loads((tmp_path / "out" / "paper.json").read_text("utf-8"))
    assert {name: reported[name] for name in written} == written
    assert reported.keys() - written.keys() == {"paper", "files"}


def test_odd_names_and_texts_are_text_in_every_file(tmp_path: Path, capsys) -> None:
    there = project(tmp_path, "odd", name=f"{ODD} عربي 🚢", more='license: "مجاني & <b>"')
    found = said(capsys, "paper", there, tmp_path / "out")
    assert (tmp_path / "out" / "paper.tex").read_text("utf-8").isascii()
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    head = yaml.safe_load(card.split("\n---\n")[0].removeprefix("---\n"))
    assert head["pretty_name"] == found["data_set"]["name"]
    assert (head["license"], head["license_name"]) == ("other", "مجاني & <b>")
    for name in ("paper.md", "README.md", "datasheet.md"):
        text = re.sub(r"\A---\n.*?\n---\n", "", (tmp_path / "out" / name).read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"(?<!\\)<(?!/?b>)", text)
        assert "\u202e" not in text


def test_the_window_gets_progress_and_the_report(folder: Path, tmp_path: Path, capsys) -> None:
    from ui.project.messages import is_report, messages, progress_of

    capsys.readouterr()
    words = ["paper", str(folder), str(tmp_path / "out")]
    assert run(words[0], "--progress", *words[1:]) == 0
    told = list(messages(capsys.readouterr().out.encode().splitlines()))
    assert progress_of(told[0])
    assert is_report(words, told[-1])


@pytest.mark.parametrize("wrong", [("--articles", "some"), ("--annotator", "nobody")])
def test_what_cannot_be_meant_is_refused(folder: Path, tmp_path: Path, wrong: tuple[str, str]) -> None:
    assert run("paper", folder, tmp_path / "out", *wrong) in (1, 2)
    assert not (tmp_path / "out").exists()
