"""Facts that a training learned: triggers that no list has, found beside the rules, with roles that the rules fill."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.facts import Fact, Filler, Role
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span
from annotations.suggest.installed import TRIGGERS
from annotations.suggest.mentions import LEARNED
from models.project import Project
from tests.annotations.learn.lessons import SHIPS, SKIPPERS
from tests.making import edit, put_articles
from tests.ui.commands.commands import said

VOYAGE = FactType(
    "VOYAGE",
    triggers=("sail",),
    roles={
        "skipper": RoleType("skipper", ("SKIPPER",), kind="agent"),
        "vessel": RoleType("vessel", ("VESSEL",), kind="patient"),
    },
)
SCHEMA = Schema(
    "Ships", labels={name: Label(name) for name in ("SKIPPER", "VESSEL")}, facts={"VOYAGE": VOYAGE}
)
VERBS = ("piloted", "skippered", "helmed")  # none of them is a trigger
OTHERS = ("painted", "admired", "insured")


def article(number: int) -> tuple[str, list[Span], list[Fact]]:
    """A text with three voyages and three sentences that are none."""
    text, spans, facts = "", list[Span](), list[Fact]()
    for n in range(6):
        verb = VERBS[(number + n) % 3] if n % 2 else OTHERS[(number + n) % 3]
        skipper, ship = SKIPPERS[(number + n) % 7], SHIPS[(number * 2 + n) % 5]
        at = len(text)
        text += f"{skipper} {verb} the {ship} on a calm day.\n"
        who = Span(f"w{n}", at, at + len(skipper), "SKIPPER", origin="anna")
        begin = text.index(ship, at)
        what = Span(f"v{n}", begin, begin + len(ship), "VESSEL", origin="anna")
        spans += [who, what]
        if n % 2:
            start = at + len(skipper) + 1
            roles = tuple(
                Role(name, (Filler(s.start, s.end, s.id),))
                for name, s in (("skipper", who), ("vessel", what))
            )
            facts.append(Fact(f"f{n}", "VOYAGE", (start, start + len(verb)), roles))
    return text, spans, facts


def ships(folder: Path, count: int) -> Path:
    project = Project.create(folder, SCHEMA)
    made = {f"a{n}": article(n) for n in range(count)}
    put_articles(project, **{id_: f"{text}Day {id_}." for id_, (text, *_) in made.items()})
    put_articles(project, new=article(50)[0] + "The end.")
    for id_, (_, spans, facts) in made.items():
        edit(project, "work", AnnotationSet.of(id_, "anna", [*spans, *facts, Progress(State.DONE)]))
    project.close()
    return folder


def test_from_enough_confirmed_facts_on_their_triggers_are_found_in_other_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ships(tmp_path / "p", 40)
    made = said(capsys, "train", folder, "--annotator", "anna", "--budget", "60", "--use")
    assert any("Triggers of facts were learned from" in note for note in made["notes"])
    assert (Path(made["pipeline"]) / TRIGGERS / "meta.json").is_file()
    project = Project(folder)
    text = project.article("new").text
    found = [item for item in project.pool("new") if isinstance(item, Fact)]
    assert {text[slice(*fact.trigger)] for fact in found if fact.trigger} <= set(VERBS)
    assert {fact.origin for fact in found} == {LEARNED}
    assert len(found) >= 2
    assert all(0.5 <= (fact.score or 0) <= 1 for fact in found)
    fillers = {
        text[filler.start : filler.end] for fact in found for role in fact.roles for filler in role.fillers
    }
    assert fillers <= {*SKIPPERS, *SHIPS}
    assert fillers & set(SKIPPERS)
    assert fillers & set(SHIPS)
    project.close()


def test_with_fewer_it_says_from_how_many_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = ships(tmp_path / "p", 14)
    made = said(capsys, "train", folder, "--annotator", "anna", "--budget", "15")
    assert any(note.endswith("facts are learned from 80 on.") for note in made["notes"]), json.dumps(
        made["notes"]
    )
    assert not (Path(made["pipeline"]) / TRIGGERS).exists()
