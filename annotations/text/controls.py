"""Names on their way to a terminal, XML or Markdown: control characters are written out, and no name is markup."""

from __future__ import annotations

import re
from html import escape

# C0, DEL and C1 but for line end and tab; line and paragraph separator; what turns the order of a line; no characters.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_MARKS = re.compile(r"([\\`*_~\[\]<>&|!#@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)  # the last three make links
_SPACE = str.maketrans({"\n": "&#10;", "\t": "&#9;"})  # XML would make blanks of them


def written_out(text: str) -> str:
    r"""Return the text with each control character as JSON writes it; lines and tabs stay.

    >>> written_out("PERSON\a")
    'PERSON\\u0007'
    """
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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
