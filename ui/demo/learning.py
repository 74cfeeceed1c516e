"""The training of the demo: the command `train` on the sample articles, and its table."""

from __future__ import annotations

from typing import Any

from annotations.errors import UserError
from ui.demo.hands import Hands
from ui.project.processes.lines import Lines

SECONDS = 45  # of a minute that the whole may take


def train(hands: Hands) -> dict[str, Any]:
    """Train on what the annotator has finished in the project at hand; return the command's report.

    UserError when it fails.
    """
    session, said, ends = hands.window.session, list[dict[str, Any]](), list[tuple[int, str]]()
    if session.project is None:
        raise UserError("There is no project to learn from.")
    words = ["--annotator", session.annotator, "--budget", str(SECONDS)]
    process = Lines(["train", "--progress", *words, str(session.project.folder)], session)
    process.said.connect(said.append)
    process.ended.connect(lambda code, errors: ends.append((code, errors)))
    process.start()
    hands.wait(lambda: bool(ends), "the training")
    code, errors = ends[0]
    if code or not said:
        raise UserError(f"The demo could not train: {errors}")
    return said[-1]
