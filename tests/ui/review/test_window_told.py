"""The feedback that an annotator is given after a review by keys: a value that was corrected, and nothing of what is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotations.exchange import package
from annotations.sets import GOLD
from tests.ui.commands.commands import run
from tests.ui.review.reviews import TEXT, counted, line, made, opened
from tests.ui.windows import press


def dated(who: str, count: float, unit: str) -> list[dict[str, Any]]:
    """A fact with a count, and with a date that this annotator typed."""
    day = {"from": "2024-01-23", "to": "2024-01-23", "precision": "day", "resolved_against": None, "by": who}
    values = {"time": ("Tuesday", day), "count": ("Lima", {"number": count, "comparison": "=", "unit": unit})}
    roles = [
        {
            "role": role,
            "fillers": [{"start": (at := TEXT.index(words)), "end": at + len(words), "value": value}],
        }
        for role, (words, value) in values.items()
    ]
    left = TEXT.index("left")
    return [{"id": who, "type": "ATTACK", "trigger": [left, left + 4], "roles": roles}]


def test_what_two_typed_alike_is_no_case(launch, tmp_path: Path) -> None:
    both = {"anna": dated("anna", 2, "km"), "ben": dated("ben", 2.0, " KM")}
    folder = made(tmp_path / "p", [line("first", who, [], facts=facts) for who, facts in both.items()])
    page = opened(launch("open", folder, "--annotator", "rex"))
    assert page.hand.work.open_cases == []
    assert "1 point agreed" in counted(page)


def test_a_corrected_value_is_told_as_it_was_and_as_it_is(launch, tmp_path: Path) -> None:
    both = {"anna": dated("anna", 2, "km"), "ben": dated("ben", 5, "km")}
    folder = made(tmp_path / "p", [line("first", who, [], facts=facts) for who, facts in both.items()])
    window = launch("open", folder, "--annotator", "rex")
    opened(window)
    press(window, "Right", "Ctrl+Return")
    assert run("feedback", folder, "anna", tmp_path / "out.md") == 0
    told = (tmp_path / "out.md").read_text("utf-8")
    assert "ATTACK: count of “Lima”: 2 km → 5 km" in told
    assert "bounds" not in told


def test_a_package_has_no_gold_of_an_article_still_in_review(launch, tmp_path: Path) -> None:
    labels = {"anna": "ORG", "ben": "GPE"}
    lines = [line(article, who, [("Oslo", labels[who])]) for article in ("first", "second") for who in labels]
    folder = made(tmp_path / "p", lines)
    window = launch("open", folder, "--annotator", "rex")
    opened(window)
    press(window, "Right", "Ctrl+Return", "Right")
    assert run("feedback", folder, "anna", tmp_path / "out.fm") == 0
    _, sets = package.read(tmp_path / "out.fm")
    assert [(one.article, one.annotator) for one in sets] == [("first", "anna"), ("first", GOLD)]
