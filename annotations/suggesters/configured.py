"""The suggesters that are set up on this machine: commands in the person's settings, and entry points.

A project names one and never holds its command, so that opening somebody's project starts nothing of theirs.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import Any

from annotations.errors import UserError
from annotations.processes.door import alone, is_frozen
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.installed import FOLDERS_ALONE, NONE, RULES, SHIPPED, installed, places
from annotations.text.regex import regex

GROUP = "factmark.suggesters"
TIMEOUT = 120.0  # seconds without an answer, unless the configuration says otherwise
LONGEST_TIMEOUT = 86_400.0
EVERY, ONCE = (
    "every",
    "once",
)  # how often a model names a wording: wherever it stands, or one time for all places
FIELDS = frozenset({"command", "timeout", "each"})
NAME = regex(r"\w[\w.-]{0,99}")
OURS = frozenset({NONE, RULES, SHIPPED, "rule", "seen", "repeat", "pattern", "imported", "learned"})


@dataclass(frozen=True)
class SuggesterCommand:
    """A command that suggests: its words as they are run, without a shell, in `folder`.

    `timeout`: seconds that may pass without an answer.  `entry`: the entry point that the command runs, "" for a
    command of the person's own.
    """

    name: str
    command: tuple[str, ...]
    folder: str
    timeout: float = TIMEOUT
    each: str = EVERY
    entry: str = ""

    @property
    def words(self) -> str:
        """Return the command as a person reads it, and by which their consent is kept."""
        return self.entry or shlex.join(self.command)

    @property
    def notice(self) -> str:
        """Return the sentence on what is run, and what it is given."""
        return f"The suggester {self.name} runs {self.words} with your rights, and gives it the text of your articles."

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> SuggesterCommand:
        return cls(**{**value, "command": tuple(value["command"])})


def named(name: str, own: Mapping[str, object], folder: Path) -> SuggesterCommand | None:
    """Return the suggester of that name, of those that the settings in `folder` set up, or an entry point; None without.

    UserError when the settings have one that cannot be.
    """
    if name in own and name not in OURS:
        return _read(name, own[name], folder)
    return _entry_suggesters(folder).get(name)


def names(own: Iterable[str], folder: Path) -> list[str]:
    """Return the names of the suggesters that are set up here, those of the settings that can be called so."""
    return sorted({*filter(_can_be_called, own), *_entry_suggesters(folder)})


def _read(name: str, value: object, folder: Path) -> SuggesterCommand:
    """Return the suggester that the settings set up under that name; `folder` is that of the settings.

    UserError when it cannot be one.
    """
    if not _can_be_called(name):
        raise UserError(
            f"A suggester cannot be called {name[:100]!r}: letters, digits, “_”, “-” and “.” make its name."
        )
    if not isinstance(value, dict) or not value.keys() <= FIELDS:
        raise UserError(
            f"The suggester {name} needs `command`, and may have `timeout` and `each`; nothing else."
        )
    command, timeout, each = value.get("command"), value.get("timeout", TIMEOUT), value.get("each", EVERY)
    if not isinstance(command, list) or not command or not all(isinstance(word, str) for word in command):
        raise UserError(f"The command of the suggester {name} is no list of words, as [python, gliner.py].")
    if not command[0].strip() or any("\0" in word for word in command):
        raise UserError(f"The command of the suggester {name} names no program.")
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not _is_timeout(timeout):
        raise UserError(
            f"The timeout of the suggester {name} is no number of seconds above 0, a day at most."
        )
    if each not in (EVERY, ONCE):
        raise UserError(f"`each` of the suggester {name} is {EVERY} or {ONCE}.")
    return SuggesterCommand(name, tuple(command), str(folder), float(timeout), each)


def _can_be_called(name: str) -> bool:
    """Return whether a suggester can have the name: it is plain, and not one of ours."""
    return NAME.fullmatch(name) is not None and name not in OURS


def _is_timeout(seconds: float) -> bool:
    return isfinite(seconds) and 0 < seconds <= LONGEST_TIMEOUT


def _entry_suggesters(folder: Path) -> dict[str, SuggesterCommand]:
    """Return the installed entry points that suggest, by name; nothing of them is imported.

    They are run in `folder`.  Each `words` names package and version, so that consent is asked again for another.
    """
    return {one.name: one for one in _entries(folder)}


def _entries(folder: Path) -> Iterator[SuggesterCommand]:
    from importlib.metadata import entry_points  # brings the package email with it

    for found in entry_points(group=GROUP):
        if _can_be_called(found.name):
            package = f" of {found.dist.name} {found.dist.version}" if found.dist else ""
            command = tuple(alone("entry-point", found.name))
            yield SuggesterCommand(found.name, command, str(folder), entry=f"{found.value}{package}")


def is_lacking(name: str, folder: Path | None) -> bool:
    """Return whether a project's pipeline may be a suggester that is not set up here.

    It is then a plain name, and that of no pipeline and no folder.  `folder`: the project's.
    """
    if not _can_be_called(name) or name in installed():
        return False
    return not any(place.is_dir() for place in places(name, folder))


def lacking(name: str) -> str:
    """Return the sentence on a suggester that is not set up here."""
    said = (
        f"This project uses the suggester {name}, which is not set up here: it is no command in your settings"
    )
    if is_frozen():
        return f"{said}. It is no spaCy pipeline either: no folder. {FOLDERS_ALONE}"
    return f"{said} and no entry point. It is no spaCy pipeline either: no installed package and no folder."


def left_over(missing: int) -> str:
    """Return how many articles are without an answer, to end a sentence with."""
    return f"{missing:,} article{'s' * (missing != 1)} stay{'s' * (missing == 1)} to be looked through"


def not_again(name: str, missing: int) -> str:
    """Return the sentence on the articles that a suggester is not started for, since it stopped at those before."""
    return f"The suggester {name} was not started again: {left_over(missing)} as well."
