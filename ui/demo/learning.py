"""The training of the demo: the view Learn before it, while it runs and after it, and the table that it ends with."""

from __future__ import annotations

from annotations.errors import UserError
from annotations.learn.report import as_text
from ui.demo.hands import Hands
from ui.key_words import USUAL
from ui.learn.learn_page import LearnPage

SECONDS = 45  # of a minute that the whole may take
TOLD = 3  # epochs that are told in the picture of a training


def before(hands: Hands) -> LearnPage:
    """Open Learn by its key, and return its page."""
    if hands.window.pages.here != "learn":
        hands.press(USUAL["learn_view"][0])
    page = hands.window.pages.currentWidget()
    if not isinstance(page, LearnPage):
        raise UserError("The demo did not come to the view Learn.")
    return page


def meanwhile(hands: Hands) -> None:
    """Train, and stay until some epochs are told."""
    page = before(hands)
    if not page.training.is_running:
        page.form.budget.offer(str(SECONDS), f"{SECONDS} seconds")
        page.form.budget.choose(str(SECONDS))
        page.start()
    hands.wait(lambda: len(page.training.reports) >= TOLD or not page.training.is_running, "some epochs")


def after(hands: Hands) -> LearnPage:
    """Wait for what a training brings, and return the page with it.  UserError when it failed."""
    page = before(hands)
    if page.training.outcome is None:
        meanwhile(hands)
    hands.wait(lambda: not page.training.is_running, "the training")
    return page


def table(hands: Hands) -> str:
    """Return what a training on the sample articles brings, to be read; the article is shown again."""
    page = after(hands)
    if page.training.outcome is None:
        raise UserError(f"The demo could not train: {page.training.trouble}")
    page.go_back()
    return as_text(page.training.outcome)
