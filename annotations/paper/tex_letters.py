"""Text as LaTeX that every engine reads: letters of ASCII alone, all others by commands or by their code points.

`\\fmchar{06A9}` is the letter itself where the engine's font has it, else U+06A9 in small letters; the head of a
document defines it.
"""

from __future__ import annotations

import re
import unicodedata

from annotations.text.controls import written_out

SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": "$<$",
    ">": "$>$",
    "|": "$|$",
    "`": "{}`{}",
    "'": "'{}",
    "-": "-{}",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}
BREAK = "\ufdd0"  # no character: a place where a line may break within a very long word
LETTERS = {
    BREAK: r"\allowbreak{}",
    "\u00a0": "~",
    "–": "--",
    "—": "---",
    "‘": "`{}",
    "’": "'{}",
    "“": "``",
    "”": "''",
    "…": r"\ldots{}",
    "ß": r"\ss{}",
    "æ": r"\ae{}",
    "Æ": r"\AE{}",
    "œ": r"\oe{}",
    "Œ": r"\OE{}",
    "ø": r"\o{}",
    "Ø": r"\O{}",
    "å": r"\aa{}",
    "Å": r"\AA{}",
    "ł": r"\l{}",
    "Ł": r"\L{}",
    "ı": r"\i{}",
    "¡": "!`",
    "¿": "?`",
    "§": r"\textsection{}",
    "¶": r"\textparagraph{}",
    "£": r"\textsterling{}",
    "©": r"\textcopyright{}",
    "·": r"$\cdot$",
    "×": r"$\times$",
    "±": r"$\pm$",
    "→": r"$\rightarrow$",
    "←": r"$\leftarrow$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "²": r"\textsuperscript{2}",
    "³": r"\textsuperscript{3}",
}
ACCENTS = {  # combining marks that LaTeX has a command for
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0327": "c",
}
DOTLESS = "\u0303\u0304\u0306\u030a\u030b\u030c"  # marks that take an i without its dot, which no command does for them
_INTERESTING = re.compile(r"[^A-Za-z0-9 .,;:()\[\]/*+=!?@\"]")
_LONG = re.compile(r"\S{50}(?=\S)")
_MINUS = re.compile(r"(?<![\w.])-\{\}(?=\d)")
DEFINITION = r"""\newif\iffmunicode
\ifdefined\XeTeXversion \fmunicodetrue\fi
\ifdefined\directlua \fmunicodetrue\fi
\newcommand{\fmcode}[1]{{\scriptsize\ttfamily U+#1}\allowbreak}
\DeclareRobustCommand{\fmchar}[1]{\iffmunicode\iffontchar\font"#1 \char"#1 \else\fmcode{#1}\fi\else\fmcode{#1}\fi}"""


def tex(text: str) -> str:
    r"""Return the text in one line of LaTeX that shows it letter by letter.

    >>> tex("R&D_1 100 %"), tex("Müller ک")
    ('R\\&D\\_1 100 \\%', 'M\\"{u}ller \\fmchar{06A9}')
    """
    plain = _LONG.sub(rf"\g<0>{BREAK}", " ".join(written_out(text.replace(BREAK, "\ufffd")).split()))
    return _MINUS.sub("$-$", _INTERESTING.sub(lambda found: _letter(found[0]), plain))


def _letter(letter: str) -> str:
    if found := SPECIAL.get(letter) or LETTERS.get(letter):
        return found
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) == 2 and parts[0].isascii() and parts[0].isalpha() and parts[1] in ACCENTS:
        base = f"\\{parts[0]}" if parts[0] in "ij" and parts[1] in DOTLESS else parts[0]
        return f"\\{ACCENTS[parts[1]]}{{{base}}}"
    return f"\\fmchar{{{ord(letter):04X}}}"
