"""What tests of facts in a review share: facts of a text as records have them, and what is gold of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotations.facts import Fact
from annotations.sets import GOLD
from models.project import Project
from tests.ui.review.reviews import TEXT, line, made, opened
from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage


def filler(quote: str, **more: Any) -> dict[str, Any]:
    at = TEXT.index(quote)
    return {"span": None, "start": at, "end": at + len(quote), **more}


def fact(type_: str = "ATTACK", trigger: str = "left", **roles: Any) -> dict[str, Any]:
    """A fact whose roles are quotes; what is no role is an attribute."""
    at = TEXT.index(trigger)
    said = {name: roles.pop(name) for name in ("modality", "negated", "note") if name in roles}
    stated = [
        {"role": role, "fillers": [quote if isinstance(quote, dict) else filler(quote)]}
        for role, quote in roles.items()
    ]
    return {"type": type_, "trigger": [at, at + len(trigger)], "roles": stated, **said}


def of_people(folder: Path, *facts: Sequence[dict[str, Any]]) -> Path:
    """A project in which anna, ben and so on have stated these facts."""
    names = ("anna", "ben", "cy")[: len(facts)]
    return made(folder, [line("first", who, [], facts=said) for who, said in zip(names, facts, strict=True)])


def reviewed(launch: Any, folder: Path) -> tuple[MainWindow, ReviewPage]:
    window = launch("open", folder, "--annotator", "rex")
    return window, opened(window)


def proposed(page: ReviewPage) -> list[str]:
    """The rows of what is proposed."""
    return page.card.sides[-1].lines()


def digits(page: ReviewPage) -> dict[str, int]:
    """The digits of the rows that can be turned over."""
    return {part.name: part.number for part in page.turning.parts() if part.number}


def gold_facts(folder: Path) -> list[Fact]:
    project = Project(folder)
    try:
        return list(project.annotation_set("first", GOLD).facts.values())
    finally:
        project.close()


def told(fact: Fact) -> dict[str, Any]:
    """The fact as words: type, trigger, roles and what is not plain."""
    roles = {r.role: ", ".join(TEXT[f.start : f.end] for f in r.fillers) for r in fact.roles}
    trigger = {"trigger": TEXT[slice(*fact.trigger)]} if fact.trigger else {}
    return {"type": fact.type, **trigger, **roles, **dict(fact.attributes)}


def take(window: MainWindow, reason: str = "1") -> None:
    """Takes what is proposed, as a third way with that reason."""
    press(window, "Return", reason)
