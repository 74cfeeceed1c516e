"""Grapheme clusters: the caret steps over what a reader takes for one character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.text.graphemes import grapheme_step

SOME = list("a \r\n\u0301\u200d👩👍🏽🇮🇶❤\ufe0f한\u1112\u1161\u11ab漢\u2028")
mixed = st.text(st.sampled_from(SOME), max_size=30) | st.text(max_size=30)


def forward(text: str) -> list[int]:
    bounds = [0]
    while bounds[-1] < len(text):
        bounds.append(grapheme_step(text, bounds[-1], 1))
    return bounds


def backward(text: str) -> list[int]:
    bounds = [len(text)]
    while bounds[-1] > 0:
        bounds.append(grapheme_step(text, bounds[-1], -1))
    return bounds


@given(mixed)
def test_the_steps_back_stop_where_the_steps_forward_did(text: str) -> None:
    assert forward(text) == backward(text)[::-1]


@pytest.mark.parametrize(
    "cluster",
    [
        *("\r\n", "e\u0301\u0327", "👩\u200d👩\u200d👧", "👍🏽", "❤\ufe0f\u200d🔥", "🇮🇶", "1\ufe0f\u20e3"),
        *("한", "\u1112\u1161\u11ab", "가\u11a8", "か\u3099", "ｶ\uff9e", "कि", "กำ"),
        "🏴\U000e0067\U000e0062\U000e007f",
    ],
)
def test_one_step_passes_one_cluster(cluster: str) -> None:
    assert forward(f"a{cluster}b") == [0, 1, 1 + len(cluster), 2 + len(cluster)]


def test_three_flags_are_three_steps() -> None:
    assert forward("🇮🇶🇺🇸🇫🇷") == [0, 2, 4, 6]
    assert forward("🇮🇶" * 100) == list(range(0, 201, 2))


@pytest.mark.parametrize("text", ["\n\r", "\n\u0301", "a\u200d👩", "한글", "각가", "\u2028\u0301"])
def test_what_is_not_one_cluster_is_two_steps(text: str) -> None:
    assert grapheme_step(text, len(text), -1) == len(text) - 1


def test_a_step_stays_inside_the_text() -> None:
    assert grapheme_step("ab", 2, 1) == 2
    assert grapheme_step("ab", 0, -1) == 0


def test_a_step_from_inside_a_cluster_goes_to_its_bound() -> None:
    assert grapheme_step("a👍🏽b", 2, 1) == 3
    assert grapheme_step("a👍🏽b", 2, -1) == 1
