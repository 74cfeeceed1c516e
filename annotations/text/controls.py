"""Names on their way to a terminal, XML or Markdown: control characters are written out, and no name is markup."""

from __future__ import annotations

import re
from html import escape

from annotations.text.regex import regex

# C0, DEL and C1 but for line end and tab; line and paragraph separator; what turns the order of a line; no characters.
_CONTROLS = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_TURNS = regex("[\u202a-\u202e\u2066-\u2069]")  # of these, what turns the order of a line
_MARKS = regex(r"([\\`*_~\[\]<>&|!#@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)  # the last three make links
_SPACE = str.maketrans({"\n": "&#10;", "\t": "&#9;"})  # XML would make blanks of them


def written_out(text: str) -> str:
    r"""Return the text with each control character as JSON writes it; lines and tabs stay.

    >>> written_out("PERSON\a")
    'PERSON\\u0007'
    """
    return _CONTROLS.sub(_as_json, text)


def unturned(text: str) -> str:
    r"""Return the text with what turns the order of a line written out, so that no name turns a sentence of ours.

    All of it, since what is balanced in a sentence can begin in one name and end in another.

    >>> unturned("a\u202eb")
    'a\\u202eb'
    """
    return text if text.isascii() else _TURNS.sub(_as_json, text)


def xml_attribute(text: str) -> str:
    """Return the text as the value of an XML attribute, between double quotes."""
    return escape(written_out(text)).translate(_SPACE)


def markdown(text: str) -> str:
    r"""Return the text for a line of Markdown that shows it letter by letter.

    >>> markdown("<b>a|b</b>")
    '\\<b\\>a\\|b\\</b\\>'
    >>> markdown("http://a.org")
    'http\\://a.org'
    """
    return _MARKS.sub(r"\\\1", written_out(re.sub(r"\s+", " ", text)))


def _as_json(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
