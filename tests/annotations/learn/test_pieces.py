from collections import Counter

import pytest

from annotations.learn.pieces import BLANK, NESTED, OFF_TOKENS, SIZE, cuts, settled, sound, taught
from annotations.learn.shapes import Lesson
from annotations.text.spacy_tokens import blank, doc_of
from annotations.training.scores import Marking

WORDS = "One two three four five six seven eight nine ten. " * 12


def test_a_long_article_is_cut_at_blank_lines() -> None:
    text = "\n\n".join([WORDS] * 10)
    pieces = cuts(doc_of(blank(), text), [])
    assert len(pieces) > 2
    assert all(text[:start].endswith("\n\n") for start, _ in pieces[1:])
    assert "".join(text[start:end] for start, end in pieces) == text


def test_without_blank_lines_it_is_cut_at_a_lines_end() -> None:
    text = "\n".join([WORDS] * 10)
    assert all(text[:start].endswith("\n") for start, _ in cuts(doc_of(blank(), text), [])[1:])


def test_no_mark_is_cut_in_two() -> None:
    text = "word " * 2_000
    mark = Marking(5 * 300, 5 * 600 - 1, "X")
    pieces = cuts(doc_of(blank(), text), [mark])
    assert any(start <= mark.start and mark.end <= end for start, end in pieces)


def test_half_a_megabyte_in_a_line_is_cut_all_the_same() -> None:
    pieces = cuts(doc_of(blank(), "x" * 500_000), [])
    assert pieces[-1][1] == 500_000
    assert len(pieces) > 500_000 // 300 // SIZE / 2


def test_what_is_undecided_in_a_started_article_is_missing_and_what_is_rejected_outside() -> None:
    lesson = Lesson("a", "Anna met Omar in Paris", (Marking(0, 4, "X"),), ((17, 22),), is_done=False)
    example = taught(blank(), [lesson], ["X"]).examples[0]
    assert example.get_aligned_ner() == ["U-X", None, None, None, "O"]


def test_what_is_unmarked_in_a_done_article_is_outside() -> None:
    lesson = Lesson("a", "Anna met Omar", (Marking(0, 4, "X"), Marking(9, 13, "Y")))
    assert taught(blank(), [lesson], ["X"]).examples[0].get_aligned_ner() == ["U-X", "O", "O"]


def test_spans_that_cannot_train_are_counted_by_reason() -> None:
    text = "Anna met  Omar Haddad"
    marks = (Marking(1, 4, "X"), Marking(8, 10, "X"), Marking(10, 21, "X"), Marking(10, 14, "X"))
    result = taught(blank(), [Lesson("a", text, marks)], ["X"])
    assert result.trained == Counter(X=1)
    assert sum(result.left_out.values()) == 3
    assert set(result.left_out) <= {OFF_TOKENS, NESTED, BLANK}


def test_blanks_at_a_spans_bounds_are_left_out_of_it() -> None:
    lesson = Lesson("a", "Anna\n\nmet Omar", (Marking(0, 6, "X"),))
    assert taught(blank(), [lesson], ["X"]).examples[0].get_aligned_ner()[0] == "U-X"


def test_of_two_spans_that_overlap_the_longer_one_stays() -> None:
    left_out: Counter[str] = Counter()
    marks = [Marking(0, 4, "X"), Marking(2, 20, "Y"), Marking(30, 31, "X")]
    assert settled(marks, left_out) == [Marking(2, 20, "Y"), Marking(30, 31, "X")]
    assert left_out[NESTED] == 1


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "🙂🙂", "a\u0301\u0302", "שלום עולם", "\ud800 x", "\u200f"]
)
def test_any_text_becomes_examples(text: str) -> None:
    result = taught(blank(), [Lesson("a", text, (Marking(0, len(text), "X"),))], ["X"])
    assert "".join(example.text for example in result.examples) == sound(text)
    assert len(sound(text)) == len(text)
