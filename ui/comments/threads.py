"""What can be done to a thread of comments, wherever it is shown: answered, resolved, reopened."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QPushButton

from annotations import comments as verbs
from annotations.comments import Thread
from ui.session import Session
from ui.wording import named_comment


def now() -> str:
    """Return the time as comments have it: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def answer(session: Session, thread: Thread, text: str) -> bool:
    """Return whether the text was written as an answer."""
    at = now()
    verb = named_comment("answer", thread.first)
    return session.do(verb, [], lambda made: verbs.reply(made, thread, text, at=at))


def settle(session: Session, thread: Thread) -> bool:
    """Resolve the thread, or reopens it; whether that was done."""
    verb, change = ("resolve", verbs.resolve) if thread.is_open else ("reopen", verbs.reopen)
    return session.do(named_comment(verb, thread.first), [], lambda made: change(made, thread.first))


def tell(button: QPushButton, session: Session, thread: Thread | None) -> None:
    """What the button would do to the thread; only who began one may."""
    button.setEnabled(thread is not None and thread.first.annotator == session.annotator)
    button.setText("Resolve" if thread is None or thread.is_open else "Reopen")
