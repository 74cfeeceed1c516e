"""The main job, end to end, as `make run` does it where there is no display."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from annotations.review.decisions import decisions
from annotations.sets import GOLD
from models.project import Project
from models.queries.articles import article_ids

SMOOTH = Qt.TransformationMode.SmoothTransformation
ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("demo") / "out"
    words = [sys.executable, str(ROOT / "main.py"), "demo", "--out", str(out), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return out, json.loads(done.stdout)


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


def test_two_pictures_show_the_window_in_light_and_dark(made):
    shades = []
    for scheme in ("light", "dark"):
        picture = QImage(str(made[0] / f"window-{scheme}.png"))
        assert picture.width() >= 1200
        shades.append(picture.scaled(1, 1, mode=SMOOTH).pixelColor(0, 0).lightness())
    assert shades[0] > 200
    assert shades[1] < 80


def test_a_picture_shows_the_agreement_with_a_second_annotator(made):
    picture = QImage(str(made[0] / "agreement-light.png"))
    assert picture.width() >= 1200
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 30


def test_a_picture_shows_the_review_of_two_peoples_work(made):
    picture = QImage(str(made[0] / "review-light.png"))
    assert picture.width() >= 1200
    project = Project(made[0] / "project")
    chosen = [
        said.choice
        for id_ in article_ids(project)
        for said in decisions(project.annotation_set(id_, GOLD)).values()
    ]
    project.close()
    assert {"take demo", "take second", "neither"} <= set(chosen)


def test_the_report_names_what_lies_where(made):
    assert all(Path(path).exists() for path in made[1].values())
    pictures = {f"{name}-light.png" for name in ("window", "agreement", "review")}
    assert {"dataset.jsonl", "window-dark.png", *pictures} <= set(made[1])
