"""The colours by role: whatever is written on whatever ground can be read in every scheme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.look.roles import BY_SCHEME, SCHEMES
from ui.look.theme import contrast

WORDS = (  # words, and the grounds they stand on
    (
        "text",
        ("chrome", "page", "card", "hover", "accent_tint", "ink_tint", "good_tint", "warn_tint", "bad_tint"),
    ),
    ("text2", ("chrome", "page", "card", "hover", "accent_tint")),
    ("accent", ("chrome", "page", "card", "accent_tint")),
    ("on_accent", ("accent",)),
    ("ink", ("page", "card", "ink_tint")),
    ("on_ink", ("ink",)),
    ("good", ("chrome", "page", "card", "good_tint")),
    ("warn", ("page", "card", "warn_tint")),
    ("bad", ("page", "card", "bad_tint")),
)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("words", "grounds"), WORDS)
def test_words_can_be_read_on_their_grounds(scheme: str, words: str, grounds: tuple[str, ...]) -> None:
    table = BY_SCHEME[scheme]
    for ground in grounds:
        found = contrast(QColor(getattr(table, words)), QColor(getattr(table, ground)))
        assert found >= 4.5, f"{words} on {ground}: {found:.2f}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_can_be_pressed_has_an_edge_that_is_seen(scheme: str) -> None:
    table = BY_SCHEME[scheme]
    for ground in ("chrome", "page"):
        assert contrast(QColor(table.edge), QColor(getattr(table, ground))) >= 3.0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_worst_contrast_is_that_of_the_design(scheme: str) -> None:
    table, worst = BY_SCHEME[scheme], {"light": 5.0, "dark": 5.5, "high contrast": 8.9}[scheme]
    for words, grounds in WORDS:
        for ground in set(grounds) - {"hover"}:
            assert contrast(QColor(getattr(table, words)), QColor(getattr(table, ground))) >= worst
