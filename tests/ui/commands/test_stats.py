"""The command that counts the work."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations import span_verbs
from models.project import Project
from tests.making import TEXT, edit, put_articles, suggested
from tests.ui.commands.commands import run, said

PARTS = [
    "progress",
    "days",
    "labels",
    "reliability",
    "corrections",
    "times",
    "facts",
    "entities",
    "timeline",
    "agreement",
    "outliers",
]


@pytest.fixture
def folder(project: Project) -> Path:
    """A project in which anna has confirmed, relabelled, rejected and made a span, and finished."""
    put_articles(project, a=TEXT, b=TEXT + " b")
    pool = [
        suggested(0, 10, id_="m"),
        suggested(18, 22, "PERSON", "n"),
        suggested(28, 32, "GPE", "o"),
        suggested(23, 27, "ORG", "l"),
    ]
    project.set_pools([(id_, pool) for id_ in "ab"], by="en_news 1.0")
    for verb, make in (
        ("confirm", lambda to: span_verbs.confirm(to, pool[0])),
        ("relabel", lambda to: span_verbs.relabel(to, pool[1], "ORG")),
        ("reject", lambda to: span_verbs.reject(to, pool[3])),
        ("label", lambda to: span_verbs.label(to, 36, 43, "DATE", text=TEXT)),
        ("confirm", lambda to: span_verbs.confirm(to, pool[2])),
        ("finish", span_verbs.finish),
    ):
        edit(project, verb, make(project.annotation_set("a", "anna")))
    return project.folder


def test_json_has_every_part_by_its_name(folder: Path, capsys) -> None:
    found = said(capsys, "stats", folder, "--annotator", "anna")
    assert sorted(found) == sorted(["annotator", "from", "to", *PARTS])
    assert (found["annotator"], found["from"], found["to"]) == ("anna", None, None)
    total = found["labels"]["total"]
    assert (total["taken"], total["relabelled"], total["rejected"], total["by_hand"], total["suggested"]) == (
        2,
        1,
        1,
        1,
        4,
    )
    assert total["share_taken"] == 0.5
    assert found["corrections"]["pairs"] == [{"suggested": "PERSON", "given": "ORG", "count": 1}]
    progress = found["progress"]
    assert progress["articles"] == {"done": 1, "started": 0, "new": 1, "skipped": 0, "of": 2}
    assert (progress["spans"]["decided"], progress["spans"]["left"], progress["spans"]["uncounted"]) == (
        5,
        4,
        0,
    )
    assert progress["forecast"]["days"] is None
    assert "it takes 5" in progress["forecast"]["days_why"]
    assert found["reliability"]["kinds"][0]["error"] is None


def test_every_key_of_the_json_is_in_the_page(folder: Path, capsys) -> None:
    page = (Path(__file__).parents[3] / "docs" / "statistics.md").read_text("utf-8")
    found = said(capsys, "stats", folder, "--annotator", "everyone")
    assert [name for name in PARTS if f"`{name}." not in page] == []
    keys = [
        f"{part}.{key}" for part in PARTS for key in found[part] if not key.endswith(("_why", "_interval"))
    ]
    assert [key for key in keys if key not in page and f"`{key.split('.')[1]}`" not in page] == []


def test_text_fits_a_terminal(folder: Path, capsys) -> None:
    assert run("stats", folder, "--annotator", "anna") == 0
    out = capsys.readouterr().out
    assert "1 of 2 articles done, 0 started, 1 new, 0 skipped." in out
    assert "Spans decided: 5 (4 confirmed, 1 rejected); 4 to decide." in out
    assert max(map(len, out.splitlines())) <= 80
    assert run("stats", folder, "--annotator", "everyone", "--from", "2000-01-01", "--to", "2000-01-02") == 0
    assert "Spans decided: 0" in capsys.readouterr().out


def test_a_name_without_work_a_machine_and_no_day_are_refused(folder: Path, capsys) -> None:
    assert run("stats", folder, "--annotator", "nobody") == 1
    assert "There is no work of nobody" in capsys.readouterr().err
    assert run("stats", folder, "--from", "yesterday") == 1
    assert "yesterday is no day" in capsys.readouterr().err
    assert run("stats", folder, "--annotator", "") == 1
    assert "An empty name" in capsys.readouterr().err


@pytest.mark.parametrize(
    "day", ["20240101", "2024-W01-1", "2024-01-40", "٢٠٢٤-٠١-٠١", "2024-01-01T10:00", " "]
)
def test_a_day_is_written_in_one_way(folder: Path, day: str, capsys) -> None:
    assert run("stats", folder, "--annotator", "anna", "--to", day) == 1
    assert "is no day" in capsys.readouterr().err


def test_days_that_run_backwards_are_refused_and_all_days_of_the_calendar_counted(
    folder: Path, capsys
) -> None:
    assert run("stats", folder, "--annotator", "anna", "--from", "2024-01-02", "--to", "2024-01-01") == 1
    assert "2024-01-02 is after 2024-01-01" in capsys.readouterr().err
    found = said(capsys, "stats", folder, "--annotator", "anna", "--from", "0001-01-01", "--to", "9999-12-31")
    assert found["progress"]["spans"]["decided"] == 5
