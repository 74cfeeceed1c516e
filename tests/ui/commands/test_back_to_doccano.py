"""A file of doccano that is imported and exported again: the same values, but for what was changed in between."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.formats.lines.json_values import dumped
from annotations.sets import AnnotationSet
from annotations.span_verbs import drop_fact, label, relabel
from tests.ui.commands.going_back import edited
from tests.ui.commands.going_back import exported as exported_text
from tests.ui.commands.going_back import imported as imported_file
from tests.ui.windows import run

TEXT = "Ann 🚀 works for Acme in Oslo."
ABOUT = {"source": "Post", "page": 3, "tags": ["a", "b"], "seen": None, "is_new": True}
COMMENTS = [{"id": 4, "comment": "sure?"}]
PER, ORG, GPE = (0, 3, "PER"), (17, 21, "ORG"), (25, 29, "GPE")  # UTF-16


def entity(id_: int, start: int, end: int, label: str) -> dict[str, Any]:
    return {"id": id_, "label": label, "start_offset": start, "end_offset": end}


ENTITIES = [entity(9, *GPE), entity(4, *PER), entity(7, *ORG)]
RELATIONS = [
    {"id": 31, "from_id": 4, "to_id": 7, "type": "works_for"},
    {"id": 30, "from_id": 4, "to_id": 9, "type": "lives:in"},
    {"id": 33, "from_id": 4, "to_id": 9, "type": "works_for"},
]
FILES: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "labels in their own order": (
        "doccano",
        [
            {"id": 12, "text": TEXT, **ABOUT, "label": [list(ORG), list(PER)], "Comments": COMMENTS},
            {"id": 11, "text": "Ben slept.", "label": [], "Comments": []},
        ],
    ),
    "neither ids nor comments": ("doccano", [{"text": TEXT, "labels": [list(PER)]}]),
    "the text under data": ("doccano", [{"id": 3, "data": TEXT, "label": [list(PER)], "meta_source": "x"}]),
    "categories alone": ("doccano", [{"id": 5, "text": TEXT, "label": ["Work", "Ann"], "Comments": []}]),
    "a class alone, a name or a number": (
        "doccano",
        [
            {"id": 1, "text": TEXT, "label": "Work"},
            {"id": 2, "text": "Ben slept.", "label": 0},
            {"id": 3, "text": "Ben ran.", "label": ""},
        ],
    ),
    "intents": (
        "doccano-relation",
        [{"id": 6, "text": TEXT, "entities": [list(GPE), list(PER)], "cats": ["Work", "Ann"]}],
    ),
    "relations": (
        "doccano-relation",
        [{"id": 8, "text": TEXT, "entities": ENTITIES, "relations": RELATIONS, "Comments": COMMENTS}],
    ),
    "relations without ids": (
        "doccano-relation",
        [
            {
                "text": TEXT,
                "entities": ENTITIES,
                "relations": [{k: v for k, v in RELATIONS[0].items() if k != "id"}],
            }
        ],
    ),
}


def imported(folder: Path, lines: list[dict[str, Any]]) -> Path:
    (folder / "given.jsonl").write_text("".join(f"{dumped(line)}\n" for line in lines), "utf-8")
    return imported_file(folder / "given.jsonl")


def exported(project: Path, format: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported_text(project, format).splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_nobody_changed_has_the_same_values_again(name: str, tmp_path: Path) -> None:
    format, lines = FILES[name]
    assert exported(imported(tmp_path, lines), format) == lines


def test_what_was_changed_keeps_its_id_what_is_new_has_a_fresh_one_and_what_was_deleted_is_gone(
    tmp_path: Path,
) -> None:
    project = imported(tmp_path, FILES["relations"][1])

    def change(made: AnnotationSet) -> AnnotationSet:
        spans = {span.label: span for span in made.spans.values()}
        (gone,) = [fact for fact in made.facts.values() if fact.type == "lives:in"]
        new = relabel(drop_fact(made, gone), spans["ORG"], "FIRM")
        return label(new, 6, 11, "VERB", text=TEXT)

    edited(project, change)
    (line,) = exported(project, "doccano-relation")
    assert [(one["id"], one["label"]) for one in line["entities"]] == [
        (9, "GPE"),
        (4, "PER"),
        (7, "FIRM"),
        (34, "VERB"),
    ]
    assert line["relations"] == [RELATIONS[0], RELATIONS[2]]
    assert (line["id"], line["Comments"]) == (8, COMMENTS)


def test_comments_are_said_not_to_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(tmp_path, FILES["relations"][1])
    assert "comments are not shown; they are kept" in capsys.readouterr().out


def test_two_annotators_of_a_text_go_back_with_their_names(tmp_path: Path) -> None:
    line = {"id": 12, "text": "Ben slept.", "Comments": []}
    lines = [
        {**line, "label": [[0, 3, "PER"]], "annotator": "alice"},
        {**line, "label": [[4, 9, "DID"], [0, 3, "PER"]], "annotator": "bob"},
    ]
    assert exported(imported(tmp_path, lines), "doccano") == lines


def test_spans_that_are_alike_are_one_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given.jsonl"
    given.write_text('{"id": 1, "text": "Ann met Ben.", "label": [[0, 3, "P"], [0, 3, "P"], [0, 3, "Q"]]}\n')
    project = imported_file(given)
    assert "Spans with the place and label of another became one with it: 1 in " in capsys.readouterr().out
    assert json.loads(exported_text(project, "doccano"))["label"] == [[0, 3, "P"], [0, 3, "Q"]]


ROW = {"id": 12, "text": "Ben slept.", "page": 1, "label": [[0, 3, "PER"], "Sleep"], "Comments": []}
FURTHER = {**ROW, "id": 13, "page": 2, "label": [[4, 9, "DID"], [0, 3, "PER"], "Night"]}
RELATED = {"id": 8, "text": TEXT, "entities": ENTITIES, "relations": RELATIONS[:1]}
OF_ONE: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "two": ("doccano", [ROW, FURTHER]),
    "alike but for the id": ("doccano", [ROW, {**ROW, "id": 14}]),
    "alike": ("doccano", [ROW, ROW, ROW]),
    "with an annotator, one of them empty": (
        "doccano",
        [
            {**ROW, "annotator": "al"},
            {**FURTHER, "label": [], "annotator": "al"},
            {**FURTHER, "annotator": "bo"},
        ],
    ),
    "relations": (
        "doccano-relation",
        [
            RELATED,
            {
                **RELATED,
                "id": 9,
                "entities": [entity(51, *PER), entity(50, *GPE)],
                "relations": [{"id": 60, "from_id": 51, "to_id": 50, "type": "lives:in"}],
            },
        ],
    ),
}


@pytest.mark.parametrize("name", OF_ONE)
def test_rows_of_one_annotator_on_a_text_go_back_as_they_came(name: str, tmp_path: Path) -> None:
    format, lines = OF_ONE[name]
    project = imported(tmp_path, lines)
    assert exported(project, format) == lines
    assert json.loads((tmp_path / "out.manifest.json").read_text("utf-8"))["proved"] is True
    imported(tmp_path, lines)
    assert exported(project, format) == lines


def test_what_is_new_beside_several_rows_is_in_the_first(tmp_path: Path) -> None:
    project = imported(tmp_path, [ROW, FURTHER])
    edited(project, lambda made: label(made, 4, 5, "NEW", text="Ben slept."))
    first, last = exported(project, "doccano")
    assert ([4, 5, "NEW"] in first["label"], last) == (True, FURTHER)


def test_rows_on_one_text_that_stay_two_are_not_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"text": "Ben slept.", "label": [[0, 3, "PER"]], "Comments": []}
    lines = [{"id": "a", **row, "annotator": "al"}, {"id": "a", **row, "annotator": "bo"}, {"id": "b", **row}]
    project = imported(tmp_path, lines)
    assert "on one text" not in capsys.readouterr().out
    assert [line["id"] for line in exported(project, "doccano")] == ["a", "a", "b"]


def test_what_came_goes_back_under_an_annotators_new_name(tmp_path: Path) -> None:
    line = {"id": 12, "text": "Ben slept.", "Comments": [], "label": [[0, 3, "PER"]], "annotator": "al"}
    project = imported(tmp_path, [line])
    assert run("rename-annotator", project, "al", "alma") == 0
    assert exported(project, "doccano") == [{**line, "annotator": "alma"}]
