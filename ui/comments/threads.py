"""The verbs for a thread of comments, wherever it is shown: answer, resolve, reopen."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QPushButton

from annotations import comments as verbs
from annotations.comments import Thread
from ui.session import Session
from ui.wording import named_comment


def now() -> str:
    """Return the present time as comments have it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def answer(session: Session, thread: Thread, text: str) -> bool:
    """Write the text as an answer to the thread; return whether that was done."""
    at = now()
    verb = named_comment("answer", thread.first)
    return session.do(verb, [], lambda made: verbs.reply(made, thread, text, at=at))


def settle(session: Session, thread: Thread) -> bool:
    """Resolve the thread, or reopen it; return whether that was done."""
    verb, change = ("resolve", verbs.resolve) if thread.is_open else ("reopen", verbs.reopen)
    return session.do(named_comment(verb, thread.first), [], lambda made: change(made, thread.first))


def tell(button: QPushButton, session: Session, thread: Thread | None) -> None:
    """Show on the button what it would do to the thread; only who began one may."""
    button.setEnabled(thread is not None and thread.first.annotator == session.annotator)
    button.setText("Resolve" if thread is None or thread.is_open else "Reopen")
