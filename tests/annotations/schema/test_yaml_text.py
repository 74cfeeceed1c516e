"""Values as lines of YAML, as a person writes them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotations.schema import yaml_text

texts = st.text(
    st.sampled_from("\n\n ab:#,[]{}'\"\\-?&*!|>%@`\t\x85\u2028é🛳1") | st.characters(codec="utf-8")
)
values = st.recursive(
    texts | st.integers(0, 400) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(texts, values, min_size=1, max_size=3))
def test_whatever_is_written_is_read_as_it_was(value: dict) -> None:
    written = "".join(yaml_text.entry(name, inner, 0) for name, inner in value.items())
    assert yaml.safe_load(written) == value
    assert yaml.load(written, Loader=yaml.BaseLoader) == yaml.load(
        yaml.safe_dump(value), Loader=yaml.BaseLoader
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("people", "people"),
        ("country, city", "country, city"),
        ("NO", '"NO"'),
        ("1", '"1"'),
        ("a: b", '"a: b"'),
        (7, "7"),
        (True, "true"),
        ({}, "{}"),
        (["a", "b, c"], '[a, "b, c"]'),
    ],
)
def test_only_what_must_be_is_quoted(value: yaml_text.Value, written: str) -> None:
    assert yaml_text.entry("key", value, 2) == f"  key: {written}\n"


def test_what_is_short_is_on_one_line_and_a_text_of_lines_on_its_own() -> None:
    short = {"key": "k", "hue": 3}
    assert yaml_text.entry("SHIP", short, 2) == "  SHIP: {key: k, hue: 3}\n"
    long = {**short, "guideline": "Ships.\n\nNo boats."}
    assert yaml_text.entry("SHIP", long, 2) == (
        "  SHIP:\n    key: k\n    hue: 3\n    guideline: |-\n      Ships.\n\n      No boats.\n"
    )


def test_a_paragraph_is_folded_where_its_lines_are_full() -> None:
    said = "sailing " * 30 + "home"
    sign, lines = yaml_text.folded(said, 4) or ("", "")
    assert (sign, lines.count("\n")) == (">-", 3)
    assert yaml.safe_load(f"a: {sign}\n{lines}") == {"a": said}
    assert yaml_text.folded("two\n\nparts", 4) is None


@pytest.mark.parametrize("value", [{"b" * 2000: 1}, {"b" * 2000: {"c" * 3000: "two\nlines"}}])
def test_a_name_of_any_length_is_read_back(value: dict) -> None:
    assert yaml.safe_load(yaml_text.entry("a" * 1500, value, 0)) == {"a" * 1500: value}
