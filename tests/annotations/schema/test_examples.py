"""Examples in a guideline: where they go, once each, and whatever is in their words."""

from __future__ import annotations

import pytest

from annotations.schema.examples import LONGEST, example_of, with_example
from annotations.schema.types import Label, gloss_of, opening

TEXT = "Maria Ruiz left Oslo.\nThe Navy said Ruiz will return."
NAVY, RUIZ = "- The **Navy** said Ruiz will return.", "- **Maria Ruiz** left Oslo."
GUIDED = f"Agencies.\n\n## Examples\n\nRight:\n\n{NAVY}\n"


def example(words: str, text: str = TEXT) -> str:
    start = text.index(words)
    return example_of(text, start, start + len(words))


def test_the_words_are_bold_in_their_sentence() -> None:
    assert example("Navy") == NAVY
    assert example("Maria Ruiz") == RUIZ


def test_the_section_is_made_where_it_lacks() -> None:
    assert with_example("Agencies.", NAVY, right=True) == GUIDED
    assert with_example("", NAVY, right=False) == f"## Examples\n\nWrong:\n\n{NAVY}\n"


def test_a_second_example_stands_below_the_first() -> None:
    assert with_example(GUIDED, RUIZ, right=True) == GUIDED + RUIZ + "\n"


@pytest.mark.parametrize("right", [True, False])
def test_an_example_is_there_once(right: bool) -> None:
    once = with_example("Agencies.", NAVY, right=right)
    assert with_example(once, NAVY, right=right) == once


def test_right_ones_stand_before_wrong_ones() -> None:
    wrong = with_example("", NAVY, right=False)
    both = f"## Examples\n\nRight:\n\n{RUIZ}\n\nWrong:\n\n{NAVY}\n"
    assert with_example(wrong, RUIZ, right=True) == both
    assert with_example(with_example("", RUIZ, right=True), NAVY, right=False) == both


def test_what_was_right_and_is_wrong_now_changes_its_list() -> None:
    assert with_example(GUIDED, NAVY, right=False) == GUIDED.replace("Right", "Wrong")
    several = with_example(GUIDED, RUIZ, right=True)
    assert with_example(several, NAVY, right=False) == (
        f"Agencies.\n\n## Examples\n\nRight:\n\n{RUIZ}\n\nWrong:\n\n{NAVY}\n"
    )


def test_what_a_person_wrote_stays() -> None:
    written = "# ORG\n\n### examples ###\nTake care.\n**Right:**\n* one\n  more of it\n* two\n\nFor *all*.\n\n## Rest\nEnd.\n"
    assert with_example(written, NAVY, right=True) == written.replace("* two\n", f"* two\n{NAVY}\n")


def test_a_heading_in_code_is_no_heading() -> None:
    code = "```\n## Examples\n```"
    assert with_example(code, NAVY, right=True) == f"{code}\n\n## Examples\n\nRight:\n\n{NAVY}\n"


def test_code_that_is_left_open_takes_no_example_in() -> None:
    made = with_example("Use\n~~~~\na = 1\n", NAVY, right=True)
    assert made == f"Use\n~~~~\na = 1\n~~~~\n\n## Examples\n\nRight:\n\n{NAVY}\n"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A [x](http://a.b) left.", "x", r"- A \[**x**\](http\://a.b) left."),
        ("<b>Navy</b> *left* `it`.", "Navy", r"- \<b\>**Navy**\</b\> \*left\* \`it\`."),
        ("1) Navy left.", "Navy", r"- 1\) **Navy** left."),
        ("- Navy left", "Navy", r"- \- **Navy** left"),
        ("# Navy left", "Navy", r"- \# **Navy** left"),
        ("The\u202e Navy left", "Navy", r"- The\\u202e **Navy** left"),
        ("The \u2003\tNavy\u2028left", "Navy", "- The **Navy** left"),
    ],
)
def test_signs_of_markdown_are_shown_as_they_are(text: str, words: str, expected: str) -> None:
    assert example(words, text) == expected


def test_words_beside_which_bold_marks_are_not_read_stand_before_their_sentence() -> None:
    assert example("「東京」", "私は「東京」に行く。") == "- **「東京」**: 私は「東京」に行く。"


def test_a_long_sentence_is_cut_round_the_words() -> None:
    text = "word " * 500 + "Navy" + " more" * 500
    made = example("Navy", text)
    assert len(made) < LONGEST + 20
    assert made.startswith("- … word")
    assert made.endswith("more …")
    assert "**Navy**" in made


def test_words_over_two_sentences_keep_both() -> None:
    assert example("Oslo.\nThe Navy") == "- Maria Ruiz left **Oslo. The Navy** said Ruiz will return."


def test_examples_are_no_gloss_of_the_label() -> None:
    assert gloss_of(Label("ORG", guideline=GUIDED)) == "Agencies"
    assert gloss_of(Label("ORG", guideline=with_example("", NAVY, right=True))) == ""
    assert opening(GUIDED) == "Agencies."
