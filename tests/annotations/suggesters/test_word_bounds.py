"""Spans are put on whole words, at a cost that does not grow with the word they lie in."""

from __future__ import annotations

import time

from annotations.suggesters.word_bounds import WordBounds
from annotations.text.text import snap

TEXT = "Norland’s U.S. ships (3,000 in all) don't 東京都 e\u0301t 🙂\n\nSudland-based."


def test_a_range_is_widened_to_tokens_as_a_selection_is() -> None:
    words = WordBounds(TEXT)
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            assert words.around(start, end) == snap(TEXT, start, end)


def test_many_ranges_in_one_long_word_cost_little() -> None:
    words, since = WordBounds("a-b" * 100_000), time.process_time()
    assert len({words.around(n, n + 1) for n in range(0, 300_000, 30)}) > 1
    assert time.process_time() - since < 10
