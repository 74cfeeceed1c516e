"""Columns and fields by our names: the usual ones, and those that a person asks for."""

from __future__ import annotations

from annotations.formats.reading.fields import missing, named


def test_usual_names_are_known_however_they_are_written() -> None:
    assert named(["Body", " Headline ", "Date", "x"], {}) == {
        "text": "Body",
        "title": " Headline ",
        "published": "Date",
    }


def test_a_person_s_word_goes_before_the_usual_names() -> None:
    assert named(["text", "lead", "title"], {"text": "lead"}) == {"text": "lead", "title": "title"}


def test_a_field_that_is_asked_for_is_not_taken_for_something_else_too() -> None:
    assert named(["body", "Title"], {"author": "title"}) == {"text": "body", "author": "Title"}
    assert named(["body", "text"], {"title": "text"}) == {"text": "body", "title": "text"}


def test_a_field_that_is_not_there_is_told_and_not_guessed() -> None:
    assert named(["body", "title"], {"text": "lead"}) == {"title": "title"}
    assert missing(["body", "Title"], {"text": "lead", "title": "title"}) == ["lead"]


def test_of_two_names_that_are_alike_the_first_counts() -> None:
    assert named(["text", "Text"], {}) == {"text": "text"}
