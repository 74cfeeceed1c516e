"""Topics and boilerplate that everybody missed are added in a review, and are gold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotations.sets import GOLD, Decision
from models.project import Project
from tests.ui.review.reviews import TEXT, line, made, opened
from tests.ui.windows import press, said
from ui.review import case_words


def reviewing(launch, tmp_path: Path, **more):
    folder = made(tmp_path / "p", [line("first", who, [("Oslo", "GPE")], **more) for who in ("anna", "ben")])
    schema = folder / "project.yaml"
    schema.write_text(schema.read_text("utf-8") + "topics: {War: {}, Sea: {}}\n", "utf-8")
    return folder, opened(launch("open", folder, "--annotator", "rex"))


def gold(folder: Path):
    project = Project(folder)
    found = project.annotation_set("first", GOLD)
    project.close()
    return found


def test_boilerplate_that_everybody_missed_is_added(launch, tmp_path: Path) -> None:
    folder, page = reviewing(launch, tmp_path)
    page.view.set_selection(TEXT.index("Lima"), len(TEXT))
    press(page.window(), "B")
    assert sorted(gold(folder).boilerplate) == [f"{TEXT.index('Lima')}-{len(TEXT)}"]
    press(page.window(), "Ctrl+Z")
    assert gold(folder).boilerplate == {}


def test_a_topic_that_everybody_missed_is_added_from_a_list(launch, tmp_path: Path) -> None:
    folder, page = reviewing(launch, tmp_path, topics=["War"])
    page.window().pages.verbs["review_topic"].trigger()
    press(page.window(), "Return")
    assert sorted(gold(folder).topics) == ["Sea", "War"]
    page.window().pages.verbs["review_topic"].trigger()
    assert said(page.window()) == "Every topic of the project is in gold, or a case, already."


def test_a_decision_that_does_not_say_what_it_saw_is_told_so() -> None:
    said = Decision("x", "take ben", by="rex")
    assert case_words.decided(said, []) == f"✓ ben, rex; {case_words.OLD}"
    assert case_words.decided(replace(said, case="k"), []) == "✓ ben, rex"
