"""The review of the demo: some cases of the first article, decided by keys in the real window."""

from __future__ import annotations

from typing import Any

from annotations.facts import Fact
from ui.demo.hands import Hands
from ui.fixed_keys import FIXED
from ui.key_words import USUAL

REVIEWER = "reviewer"
DECIDED = ("take_left", "take_right", "neither")
THIRD = FIXED["reason_choose"].keys[2]
KEYS = (*(USUAL[f"review_{name}"][0] for name in DECIDED), THIRD, USUAL["review_proposed"][0])
FURTHEST = 40  # cases


def review(hands: Hands) -> None:
    """Decide the first cases, as the reviewer."""
    window = hands.window
    window.preferences.set("annotator", REVIEWER)
    hands.go_to(0)
    window.pages.open("review")
    for key in KEYS:
        _press(hands, key)


def go_to_fact(hands: Hands, trigger: str) -> None:
    """Go on to the case of a fact with this trigger, if there is one not far from here."""
    for _ in range(FURTHEST):
        case = _page(hands).hand.at
        items = case.readings() if case else {}
        fact = next((item for item in items if isinstance(item, Fact)), None)
        if fact and fact.trigger and hands.session.text[slice(*fact.trigger)] == trigger:
            return
        _press(hands, USUAL["review_next"][0])


def _press(hands: Hands, key: str) -> None:
    """Press a key at the article, or at the reasons while they are asked for."""
    page = _page(hands)
    hands.press(key, page.view if page.reasons.isHidden() else page.reasons.list)


def _page(hands: Hands) -> Any:
    return hands.window.pages.currentWidget()
