"""Counting finds against marks, and the `evaluate` command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import main
from annotations.errors import UserError
from annotations.training import evaluate
from annotations.training.scores import ALL, Marking, compare, exact, relaxed

TEXT = "Café 🙂 in Kyiv: the US Army met Olena Koval."
GPE, ARMY, PERSON = Marking(10, 14, "GPE"), Marking(20, 27, "ORG"), Marking(32, 43, "PERSON")
LABELLED = Path(__file__).parents[2] / "pipelines" / "labelled.jsonl"


def written(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def task(*markings: Marking, **more: object) -> dict[str, object]:
    spans = [{"start": m.start, "end": m.end, "label": m.label, "token_start": 0} for m in markings]
    return {"text": TEXT, "spans": spans, "_input_hash": 1, **more}


def rates(marked: list[Marking], found: list[Marking], matches) -> tuple[float, float]:
    count = compare([(marked, found)], matches).of[ALL]
    return count.precision, count.recall


def test_the_same_bounds_and_label_match_exactly() -> None:
    assert rates([GPE, ARMY], [GPE, Marking(23, 27, "ORG"), PERSON], exact) == (1 / 3, 1 / 2)


def test_any_overlap_with_the_same_label_matches_in_the_relaxed_count() -> None:
    assert rates([GPE, ARMY], [GPE, Marking(23, 27, "ORG"), PERSON], relaxed) == (2 / 3, 1)


def test_an_overlap_with_another_label_matches_in_neither() -> None:
    other = Marking(*ARMY[:2], "GPE")
    assert rates([ARMY], [other], exact) == rates([ARMY], [other], relaxed) == (0, 0)


def test_two_finds_in_one_mark_are_both_right_and_the_mark_is_hit_once() -> None:
    halves = [Marking(20, 22, "ORG"), Marking(23, 27, "ORG")]
    count = compare([([ARMY], halves)], relaxed).of["ORG"]
    assert (count.marked, count.found, count.hit, count.right) == (1, 2, 1, 2)


def test_nothing_found_and_nothing_marked_gives_no_rates_and_no_error() -> None:
    assert compare([([], [])], exact).of == {}
    assert compare([([GPE], [])], exact).of[ALL].f == 0


def test_prodigys_tasks_are_read_but_for_those_its_annotator_refused(tmp_path: Path) -> None:
    tasks = [task(GPE, answer="accept"), task(PERSON, answer="reject"), task(ARMY, answer="ignore")]
    (text,) = evaluate.read(written(tmp_path / "p.jsonl", *tasks))
    assert (text.text, text.markings) == (TEXT, (GPE,))


def test_only_confirmed_spans_of_our_own_records_count(tmp_path: Path) -> None:
    spans = [
        {"start": 10, "end": 14, "label": "GPE", "status": "confirmed"},
        {"start": 20, "end": 27, "label": "ORG", "status": "rejected"},
        {"start": 32, "end": 43, "label": "PERSON", "status": "suggested"},
    ]
    file = written(tmp_path / "own.jsonl", {"id": "a", "text": TEXT, "annotator": "anna", "spans": spans})
    assert evaluate.read(file)[0].markings == (GPE,)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", ":2: This line is not JSON."),
        ('{"text": "Kyiv", "spans": [{"start": 0, "end": 40, "label": "GPE"}]}', ":2: The span 0-40 GPE"),
        ('{"spans": []}', ":2: "),
    ],
)
def test_a_bad_line_is_a_sentence_with_its_number(tmp_path: Path, line: str, said: str) -> None:
    file = written(tmp_path / "f.jsonl", task(GPE))
    file.write_text(file.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(UserError, match="f.jsonl" + said):
        evaluate.read(file)


def test_a_file_without_marks_and_a_file_that_is_not_there_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no confirmed span"):
        evaluate.read(written(tmp_path / "e.jsonl", {"text": TEXT}))
    with pytest.raises(UserError, match="cannot be read"):
        evaluate.read(tmp_path / "none.jsonl")


def test_the_command_reports_labels_both_matches_and_both_speeds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["evaluate", "rules", str(LABELLED), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["texts"] == 25
    assert said["micro"]["exact"]["f"] <= said["micro"]["relaxed"]["f"]
    assert {"PERSON", "ORG", "GPE", "FAC"} <= set(said["labels"])
    assert said["words_per_second"] > 0 < said["bare_words_per_second"]


def test_the_command_prints_a_line_a_label_and_the_speed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["evaluate", "rules", str(LABELLED), "--alone"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("rules on 25 texts")
    assert any(line.startswith("PERSON") for line in lines)
    assert "the bare pipeline" in lines[-1]


def test_the_command_says_what_is_wrong_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main.main(["evaluate", "none", str(LABELLED)]) == 1
    assert main.main(["evaluate", str(tmp_path), str(LABELLED)]) == 1
    assert main.main(["evaluate", "nothing_of_the_kind", str(LABELLED)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert all(line.startswith("factmark: ") for line in said)
    assert len(said) == 3
