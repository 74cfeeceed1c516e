"""The main job, end to end, as `make run` does it where there is no display; here the wheel does it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from annotations.review.comparing import compare
from annotations.review.decisions import decisions
from annotations.sets import GOLD
from models.project import Project
from models.queries.articles import article_ids
from tests.installing import ROOT, Environment, build, hostile, run
from ui.demo.pictures import LIGHT, USUAL
from ui.demo.second import SECOND

SMOOTH = Qt.TransformationMode.SmoothTransformation
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What the demo makes, done by the wheel in a folder that has our names: nothing of ours lies beside it."""
    wheel = build(ROOT, tmp_path_factory.mktemp("wheel"))
    environment = Environment(tmp_path_factory.mktemp("environment"))
    environment.install(wheel)
    here = hostile(tmp_path_factory.mktemp("here"))
    said = run(environment.scripts / "factmark", "demo", "--out", here / "demo", "--json", cwd=here)
    return here / "demo", json.loads(said)


def test_every_sample_article_is_finished_and_in_the_dataset(made):
    lines = (made[0] / "dataset.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert len(records) == len(SAMPLES) >= 8
    assert {record["state"] for record in records} == {"done"}
    assert {record["annotator"] for record in records} == {"demo"}


def test_every_span_of_the_dataset_quotes_its_text(made):
    for line in (made[0] / "dataset.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        assert len(record["spans"]) > 10
        for span in record["spans"]:
            assert span["text"] == record["text"][span["start"] : span["end"]]
            assert span["status"] == "confirmed"


def test_some_spans_are_the_annotators_own_and_some_suggestions_were_rejected(made):
    dataset = (made[0] / "dataset.jsonl").read_text("utf-8")
    spans = [span for line in dataset.splitlines() for span in json.loads(line)["spans"]]
    manifest = json.loads((made[0] / "dataset.jsonl.manifest.json").read_text("utf-8"))
    assert {"rule", "demo"} <= {span["origin"] for span in spans}
    assert manifest["left_out"]["spans rejected"] > 0
    assert sum(manifest["spans_by_label"].values()) == len(spans)


def records(made):
    return [json.loads(line) for line in (made[0] / "dataset.jsonl").read_text("utf-8").splitlines()]


def filled(record, fact, name):
    """Return the words that fill the fact's role."""
    fillers = (role["fillers"] for role in fact["roles"] if role["role"] == name)
    return [record["text"][filler["start"] : filler["end"]] for some in fillers for filler in some]


def test_most_facts_are_confirmed_and_some_rejected(made):
    facts = [fact for record in records(made) for fact in record["facts"]]
    manifest = json.loads((made[0] / "dataset.jsonl.manifest.json").read_text("utf-8"))
    assert len(facts) > 150
    assert {fact["status"] for fact in facts} == {"confirmed"}
    assert manifest["left_out"]["facts rejected"] > 50


def test_what_the_rules_left_out_of_a_fact_the_annotator_fills_in(made):
    first = records(made)[0]
    struck = next(fact for fact in first["facts"] if first["text"][slice(*fact["trigger"])] == "struck")
    assert struck["origin"] == "rule"
    assert filled(first, struck, "place") == ["Yemen"]
    assert filled(first, struck, "target") == ["Houthi missile, drone and radar sites"]


def test_no_fact_leaves_a_pronoun_in_a_role(made):
    words = Counter(
        words
        for record in records(made)
        for fact in record["facts"]
        for role in fact["roles"]
        for words in filled(record, fact, role["role"])
        if role["role"] != "addressee"
    )
    assert len(words) > 100
    assert not words.keys() & {"he", "He", "she", "it", "It", "they", "We", "You"}


def test_the_second_annotator_differs_in_facts_and_has_some_alone(made):
    project, found = Project(made[0] / "project"), Counter()
    for id_ in article_ids(project):
        sets = [project.annotation_set(id_, who) for who in ("demo", SECOND)]
        cases = (case for case in compare(sets).cases if case.is_fact)
        found.update((case.difference.value, *case.sides) for case in cases)
    project.close()
    assert found["role", "demo", SECOND] > 8
    assert found["only", "demo"] > 8
    assert found["only", SECOND] > 8


def test_every_picture_has_the_size_and_the_shade_that_the_table_says(made):
    for picture in USUAL:
        image = QImage(str(made[0] / "pictures" / picture.name))
        shade = image.scaled(1, 1, mode=SMOOTH).pixelColor(0, 0).lightness()
        assert (image.width(), image.height()) == picture.size, picture.name
        assert shade > 200 if picture.palette == LIGHT else shade < 80, picture.name


def test_some_cases_of_two_peoples_work_are_decided(made):
    project = Project(made[0] / "project")
    chosen = [
        said.choice
        for id_ in article_ids(project)
        for said in decisions(project.annotation_set(id_, GOLD)).values()
    ]
    project.close()
    assert {"take demo", "take second", "neither"} <= set(chosen)


def test_the_paper_and_the_codebook_are_those_of_the_project(made):
    facts = json.loads((made[0] / "paper" / "paper.json").read_text("utf-8"))
    assert [one["name"] for one in facts["annotators"]] == ["demo", SECOND]
    assert facts["sizes"]["articles"] == facts["agreement"]["compared"] == len(SAMPLES)
    assert (made[0] / "paper" / "paper.tex").read_text("ascii").endswith("\\end{document}\n")
    assert "Annotators differed" in (made[0] / "codebook" / "codebook.html").read_text("utf-8")


def test_the_report_names_what_lies_where(made):
    assert all(Path(path).exists() for path in made[1].values())
    assert {"dataset.jsonl", *(picture.name for picture in USUAL)} <= set(made[1])
