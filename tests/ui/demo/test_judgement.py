"""The judgement of the demo's annotator on facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.demo.judgement import SEEN, WRONG

SAMPLES = "\n".join(path.read_text("utf-8") for path in (Path(__file__).parents[3] / "samples").glob("*.txt"))


@pytest.mark.parametrize("words", [*WRONG, *(words for words, _, _ in SEEN)])
def test_what_a_reader_knows_stands_in_a_sample(words: str) -> None:
    assert SAMPLES.count(words) == 1


@pytest.mark.parametrize("words", [words for _, _, every in SEEN for words in every])
def test_what_a_reader_fills_in_stands_in_a_sample(words: str) -> None:
    assert words in SAMPLES
