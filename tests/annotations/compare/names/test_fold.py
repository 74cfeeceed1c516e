"""Folding: what is written alike is equal, in every script, and nothing makes it fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.compare.names.fold import fold

ALIKE = [
    ("ORG", "the U.S. Navy", "US Navy’s"),
    ("ORG", "al-Qaeda", "Qaeda"),
    ("ORG", "Johnson & Johnson", "Johnson and Johnson"),
    ("ORG", "Organisation for Security and Co-operation", "Organization for Security and Cooperation"),
    ("ORG", "UK Maritime Trade Operations (UKMTO)", "U.K. Maritime Trade Operations"),
    ("ORG", "Fifth Fleet", "5th Fleet"),
    ("GPE", "Al-Ḥudaydah", "Hudaydah"),
    ("GPE", "As Salif", "al-Salif"),
    ("GPE", "Ad Durayhimi", "Durayhimi"),
    ("GPE", "Beyond Peru", "PERU"),
    ("GPE", "Mazar-e-Sharif", "Mazar-i Sharif"),
    ("GPE", "صَنْعاء", "صنعاء"),
    ("PERSON", "Gen. ‘Abd al-Malik al-Houthi", "Abdulmalik al Houthi"),
    ("PERSON", "J.K. Rowling", "J. K. Rowling"),
    ("PERSON", "Володимир", "Volodimir"),
    ("PERSON", "King Charles III", "king charles III"),
]
OTHERS = [
    ("PERSON", "Al Moreno", "Moreno"),
    ("GPE", "El Salvador", "Salvador"),
    ("ORG", "OPEC+", "OPEC"),
    ("GPE", "北京", "北平"),
    ("ORG", "🚢", "🔥"),
    ("ORG", "سيف", "صيف"),
    ("PERSON", "King Charles", "Charles"),
]


@pytest.mark.parametrize(("label", "one", "other"), ALIKE)
def test_what_is_written_alike_folds_alike(label: str, one: str, other: str) -> None:
    assert fold(one, label) == fold(other, label)


@pytest.mark.parametrize(("label", "one", "other"), OTHERS)
def test_what_is_another_name_folds_otherwise(label: str, one: str, other: str) -> None:
    assert fold(one, label) != fold(other, label)


def test_a_wording_without_letters_is_itself() -> None:
    assert (fold("🚢", "ORG"), fold(" \n", "ORG"), fold("—", "GPE"), fold("\ud800", "ORG")) == (
        "🚢",
        "",
        "—",
        "\ud800",
    )


@given(st.text(max_size=40), st.sampled_from(["PERSON", "ORG", "GPE", "EVENT", "SHIP"]))
def test_any_text_folds_to_one_line_in_lower_case(wording: str, label: str) -> None:
    folded = fold(wording, label)
    assert folded == " ".join(folded.split())
    assert not any(letter.isascii() and letter.isupper() for letter in folded)


def test_half_a_megabyte_folds() -> None:
    assert len(fold("Abd al-" * 70_000, "PERSON")) > 1000
