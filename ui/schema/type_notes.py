"""The words of a fact type's form: what its fields show of the type, and what a text in them means."""

from __future__ import annotations

import re
from collections.abc import Callable

from annotations.schema.types import LONGEST_GLOSS, FactType
from annotations.text.counts import counted

BETWEEN = re.compile(r"[,\n]")  # triggers

CONTESTED = "It was changed elsewhere meanwhile; what you have typed replaces that when you leave the field"
UNWRITTEN = "Not written: facts are told as above. In braces stands a role, between stars the verb"
WRITTEN_SO = (
    "{role, word}: its words, or that word while it is open. [ ]: left out while a role in it is open. "
    "*caught, snared*: the verb, as it is said of the past, and others that are taken for their triggers"
)


def texts(type_: FactType) -> dict[str, str]:
    """Return what the fields show of the type."""
    return {
        "name": type_.name,
        "key": (type_.key or "").upper(),
        "gloss": type_.gloss,
        "guideline": type_.guideline,
        "triggers": ", ".join(type_.triggers),
        "sentence": type_.sentence.rstrip(),
    }


def sketch(type_: FactType, language: str = "en") -> str:
    """Return a sentence of the type that somebody may begin with: its verb is for them to write.

    Only an English one has words in the place of roles.
    """
    first, second, *others = (*type_.roles, "", "")
    said = [_blank(first, "someone"), "…ed", _blank(second, "something")]
    if language != "en":
        said = [_blank(first), "…", _blank(second)]
    said[1] = f"*{said[1]}*"
    return " ".join(filter(None, (*said, *(f"[{_blank(name)}]" for name in others if name))))


def _blank(role: str, word: str = "") -> str:
    return f"{{{', '.join(filter(None, (role, word)))}}}" if role else ""


# --- what a field's text means, and the colour to say it in


def _of_gloss(text: str) -> tuple[str, str]:
    room = LONGEST_GLOSS - len(" ".join(text.split()))
    return f"A few words beside the name; room for {room} more", "text2"


def _of_triggers(text: str) -> tuple[str, str]:
    count = len({one.strip() for one in BETWEEN.split(text)} - {""})
    if not count:
        return (
            "Never proposed: it has no triggers. Write words that state such a fact: attack, strike",
            "warn",
        )
    said = counted(count, "trigger")
    return (
        f"{said}, in their base form, with commas between; facts are proposed where the text has one",
        "text2",
    )


def _of_sentence(text: str) -> tuple[str, str]:
    return WRITTEN_SO if text.strip() else UNWRITTEN, "text2"


NOTES: dict[str, Callable[[str], tuple[str, str]]] = {
    "name": lambda _: ("As facts are called in the window and in files", "text2"),
    "key": lambda _: ("Chooses it after {key:fact}; a letter or digit", "text2"),
    "gloss": _of_gloss,
    "guideline": lambda _: ("In Markdown: when to use it, when not, with examples", "text2"),
    "triggers": _of_triggers,
    "sentence": _of_sentence,
}
