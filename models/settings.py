"""The person's own settings: a table of them, kept as sparse YAML in the user's config folder.

A setting that is at its default is not written.  A file that cannot be read counts as empty and is kept aside.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

import platformdirs
import yaml

from annotations.errors import UserError
from annotations.sets import GOLD


@dataclass(frozen=True)
class Setting:
    """One row of the table: what it is for, its default, and what it may be."""

    about: str
    default: Any
    choices: tuple[str, ...] = ()


SETTINGS: Mapping[str, Setting] = {
    "annotator": Setting("your name on the work you do; empty for the login name", ""),
    "palette": Setting("colours of the window", "system", ("system", "light", "dark", "high contrast")),
    "font_size": Setting("size of the article's text, in points", 12.0),
    "label_on_selection": Setting("label at once what the mouse selects", False),
    "last_project": Setting("the project opened when none is named", ""),
    "recent_projects": Setting("projects opened lately, the latest first", []),
    "window": Setting("where the window was, as Qt saves it", ""),
}
RECENT = 8  # projects that are remembered
FOLDER = "FACTMARK_CONFIG"  # environment: a config folder other than the user's


def config_folder() -> Path:
    return Path(os.environ.get(FOLDER) or platformdirs.user_config_dir("factmark", appauthor=False))


class Settings:
    """The settings as they are now; `set` writes the file at once, whole or not at all."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or config_folder()) / "settings.yaml"
        self._values = self._read()

    def __getitem__(self, name: str) -> Any:
        return self._values.get(name, SETTINGS[name].default)

    def set(self, **values: Any) -> None:
        """UserError when the file cannot be written."""
        merged = {**self._values, **values}
        sparse = {name: value for name, value in merged.items() if value != SETTINGS[name].default}
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(yaml.safe_dump(sparse, allow_unicode=True, sort_keys=True), "utf-8")
            part.replace(self.path)
        except OSError as error:
            raise UserError(f"The settings cannot be kept: {error.strerror}.", where=self.path) from error
        self._values = sparse

    def opened(self, project: Path) -> None:
        """Remembers the project as the last and first among the recent."""
        path = str(project.absolute())
        recent = [path, *(other for other in self["recent_projects"] if other != path)]
        self.set(last_project=path, recent_projects=recent[:RECENT])

    def _read(self) -> dict[str, Any]:
        try:
            found = yaml.safe_load(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError, yaml.YAMLError):  # ValueError: a date like 2024-99-99
            found = ""
        if found is not None and not isinstance(found, dict):
            with suppress(OSError):
                self.path.replace(self.path.with_suffix(".unreadable"))
        return {n: v for n, v in found.items() if _fits(n, v)} if isinstance(found, dict) else {}


def _fits(name: str, value: Any) -> bool:
    setting = SETTINGS.get(name)
    if setting is None or (setting.choices and value not in setting.choices):
        return False
    if isinstance(setting.default, float):
        return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    texts = not isinstance(value, list) or all(isinstance(item, str) for item in value)
    return isinstance(value, type(setting.default)) and texts


def annotator_name(given: str | None, settings: Settings) -> str:
    """Who works: the name given, else the setting, else the login name.

    UserError when the name is reserved or empty.
    """
    name = (given if given is not None else settings["annotator"] or _login()).strip()
    if not name or "/" in name or name in ("all", GOLD):
        raise UserError(f"{name or 'An empty name'} cannot be an annotator's name; choose another.")
    return name


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "annotator"
