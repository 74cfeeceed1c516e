"""Credits: who took a picture, who wrote the article; and what is glued to the ends of a line.

Here the case of the letters counts, unlike in the phrases.
"""

from __future__ import annotations

import re

_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|Shutterstock|PA(?: Wire| Images)?"
    r"|Alamy|PTI|ANI|iStock|Xinhua)"
)
_PICTURE = r"(?:Photo|Photograph|Image|Picture|Pic|Credit|PHOTO|IMAGE)s?"
_NAME = r"[A-Z][\w.'’-]+"
_CREDITS = (  # each at the end of a line
    r"\((?:AP|File|Photo|Image|Picture|Pic|Courtesy|Handout|Credit|Getty|Source)\b[^()]{0,80}\)\W?",
    r"[(\[][^()\[\]]{8,70}[a-z]/ ?[A-Z][^()\[\]/]{1,40}[)\]]\W?",
    rf"[(\[](?:File: )?{_NAME}(?: {_NAME}){{0,3}} ?/ ?[A-Z][^()\[\]]{{1,50}}[)\]]\W?",
    r"[—–] ?(?:AP|AFP|APP|Reuters|File|PTI)(?: (?:photo|file|pic))?",
    r"\bPHOTO/[A-Z][A-Z.'’ -]{3,40}",
    r"[.”\"] \((?:[A-Z][\w.'’-]*|of|the|for|and)(?:[ /](?:[A-Z][\w.'’-]*|of|the|for|and)){1,6}\)",
    rf"\b{_PICTURE}(?: (?:by|credit|courtesy|source))?: ?[^.:]{{2,60}}\.?",
    rf"\b{_AGENCY} ?/ ?[A-Z][\w.'’ -]{{2,40}}|/ ?{_AGENCY}\W?|\bGetty Images\W?",
    rf"\A[A-Z][\w.'’-]*[a-z] (?:{_NAME} ?){{1,3}}/ ?[A-Z][\w.'’& -]{{1,40}}",
    r"\A[A-Z][A-Z.'’ -]{4,40}(?:/| FOR )[A-Z][A-Z.'’ /-]{2,40}",
)
_CREDIT = re.compile(rf"(?:{'|'.join(_CREDITS)})\Z")
_CREDIT_SIGN = re.compile(r"[/:(\[—–]|Getty| FOR ")  # what every credit has; quick to look for

_OCCUPATION = (
    "reporter|journalist|correspondent|writer|editor|columnist|author|producer|contributor|blogger|fellow"
    "|researcher|freelancer"
)
_WRITER = re.compile(
    rf"About(?: {_NAME}){{1,3}}\Z|(?:{_NAME} ){{1,4}}(?:covers|writes (?:about|for|on)|reports on|teaches"
    rf"|tweets|blogs|lives (?:in|with)|walks|(?:is|was) (?:an?|the) (?:[\w-]+ ){{0,4}}(?:{_OCCUPATION})\b"
    r"|has (?:covered|written|worked|reported)|joined .{1,40} (?:in|as)\b)"
)

_ALSO = (
    r"(?:READ MORE|Read [Mm]ore|Also [Rr]ead|ALSO READ|READ ALSO|Read [Aa]lso|RELATED|Related|READ|SEE ALSO)"
)
GLUED_BEFORE = re.compile(r"(?:Advertisement|ADVERTISEMENT)(?=[A-Z“\"‘])")
_AFTER = (  # the last sentence of a line
    r"Advertisement|ADVERTISEMENT",
    r"(?:Article|Story) continues (?:after|below)(?: this)?(?: advertisement| ad)?\.?",
    rf"{_ALSO}\s?[:|»-][^.:]{{8,160}}",
    r"\((?:AP Photo|Photo|Image|Picture|File photo|Getty Images)\b[^()]{0,80}\)",
)
GLUED_AFTER = re.compile(rf"(?<=[\w.!?”\"’)…])(?:(?<!\w)|(?<=\d))\s*({'|'.join(_AFTER)})\Z")


def is_credit(line: str) -> bool:
    """Return whether the line ends in a picture's credit."""
    return _CREDIT_SIGN.search(line) is not None and _CREDIT.search(line) is not None


def is_about_writer(line: str) -> bool:
    """Return whether the line says who wrote the article and what else they do."""
    return _WRITER.match(line) is not None
