"""Text as LaTeX: ASCII, in one line, with no command that the text did not get from us."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.paper.tex_letters import tex

OURS = re.compile(
    r"\\fmchar\{[0-9A-F]+\}|\\(?:textbackslash|textasciitilde|textasciicircum|ldots|allowbreak|textsection|textparagraph"
    r"|textsterling|textcopyright|ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)\{\}|\\[&%$#_{}]"
    r"|\\[`'^~=u.\"rHvdc]\{\\?[A-Za-z]\}|\\textsuperscript\{[23]\}"
    r"|\$(?:[<>|]|-|\\cdot|\\times|\\pm|\\(?:right|left)arrow|\\[lg]eq)\$|\{\}|~"
)


@pytest.mark.hypothesis
@given(st.text() | st.text("\\{}$&#^_%~`'\"-<>|[]é漢🚢 \n"))
def test_nothing_of_a_text_is_a_command(text: str) -> None:
    said = tex(text)
    assert said.isascii()
    assert "\n" not in said
    assert not re.search(r"[\\{}$&#^_%]", OURS.sub("", said))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Müller's", "M\\\"{u}ller'{}s"),
        ("a -5 b-6", "a $-$5 b-{}6"),
        ("\u202eلا", r"\textbackslash{}u202e\fmchar{0644}\fmchar{0627}"),
        ("\ud800", r"\textbackslash{}ud800"),
        ("x" * 51, "x" * 50 + r"\allowbreak{}x"),
    ],
)
def test_letters_are_shown_as_latex_has_them(text: str, said: str) -> None:
    assert tex(text) == said


def test_a_text_of_half_a_megabyte_in_a_line_costs_what_its_length_does() -> None:
    assert len(tex("é&" * 250_000)) > 1_000_000
