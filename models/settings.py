"""The person's own settings: a table of them, kept as sparse YAML in the user's config folder.

A setting that is at its default is not written.  A file that cannot be read counts as empty and is kept
aside; a value that does not fit counts as the default, and is said.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
import yaml

from annotations.errors import UserError, cause
from annotations.plain_names import plain
from annotations.private_files import private_folder
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD
from annotations.stops import AFTER_SENTENCE, FACTS_IN_PATH
from annotations.whole_files import write_whole

if TYPE_CHECKING:
    from annotations.suggesters.configured import SuggesterCommand

TRUSTED, SUGGESTERS, AGREED = "trusted_pipelines", "suggesters", "agreed_suggesters"


@dataclass(frozen=True)
class Setting:
    """A row of the table: the purpose of a setting, its default, and what it may be."""

    about: str
    default: Any
    choices: tuple[str, ...] = ()
    least: float = 0
    most: float = 0
    in_form: bool = True  # else the program keeps it by itself, or it has a page of its own
    title: str = ""  # what people read; else the name


SETTINGS: Mapping[str, Setting] = {
    "annotator": Setting("your name on the work you do; empty for the login name", ""),
    "palette": Setting("colours of the window", "system", ("system", "light", "dark", "high contrast")),
    "scale": Setting(
        "size of the whole window, in per cent", 100, least=80, most=200, title="Size of the window"
    ),
    "verbs": Setting("what can be done with what is in focus, in the foot of the window", True),
    "font": Setting("font of the article's text; empty for Inter, “system” for the desktop's", ""),
    "font_size": Setting("size of the article's text, in points", 12.0, least=6, most=40),
    "line_spacing": Setting("how far the article's lines stand apart; 1 is solid", 1.5, least=1, most=3),
    "badges": Setting("where a span's label stands: in the line, or above it", "inline", ("inline", "above")),
    "enter_moves_on": Setting(
        "{key:confirm} confirms and goes to the next suggestion; off: it stays",
        True,
        title="{key:confirm} moves on",
    ),
    "facts_in_path": Setting(
        "when {key:next_suggestion} and {key:confirm} go to the suggested facts; not: to spans alone",
        AFTER_SENTENCE,
        FACTS_IN_PATH,
    ),
    "straight_to_next": Setting(
        "{key:finish} opens the next article at once; off: it shows first what was done in this one",
        False,
        title="Straight to the next",
    ),
    "hints_in_path": Setting(
        "{key:next_suggestion} also stops where a name may be missing, which is then selected",
        False,
        title="Stop at missing names",
    ),
    "hover_card": Setting(
        "a card with label, score and guideline where the mouse rests on a span",
        True,
        title="Card under the mouse",
    ),
    "label_on_selection": Setting("label at once what the mouse selects", False),
    "backups_latest": Setting(
        "latest backups of each kind that are kept; of older ones one an hour, day, week and month stays",
        10,
        least=1,
        most=1000,
    ),
    "backups_megabytes": Setting(
        "megabytes that the backups of a project may take, those made by hand not counted; the oldest go",
        5000,
        least=10,
        most=10_000_000,
    ),
    "finish_score": Setting(
        "lowest score that finishing an article confirms", 0.8, least=0, most=1, in_form=False
    ),
    "first_steps_done": Setting("the first steps were done, or are not wanted", False, in_form=False),
    "keys": Setting("keys of your own, by action", {}, in_form=False),
    "last_project": Setting("the project opened when none is named", "", in_form=False),
    "recent_projects": Setting("projects opened lately, the latest first", [], in_form=False),
    "shared_places": Setting("projects whose shared place was warned of", [], in_form=False),
    "trusted_pipelines": Setting(
        "folders with pipelines that may be loaded, and since when, by the hash of all that they hold",
        {},
        in_form=False,
    ),
    SUGGESTERS: Setting("commands that suggest, by the name that a project has", {}, in_form=False),
    AGREED: Setting("commands of suggesters that the window may run, and since when", {}, in_form=False),
    "window": Setting("where the window was, as Qt saves it", "", in_form=False),
}
RENAMED = {"backups_kept": "backups_latest"}  # settings of older versions, whose value is carried over
UNREADABLE = (OSError, ValueError, RecursionError, yaml.YAMLError)  # ValueError: a date like 2024-99-99
RECENT = 8  # projects that are remembered
FOLDER = "FACTMARK_CONFIG"  # environment: a config folder other than the user's


def config_folder() -> Path:
    return Path(os.environ.get(FOLDER) or platformdirs.user_config_dir("factmark", appauthor=False))


class Settings:
    """The person's settings as they are now; `set` writes the file at once, whole or not at all.

    `problems`: a sentence for everything in the file that could not be taken.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or config_folder()) / "settings.yaml"
        self.problems: list[str] = []
        self._values = self._read()

    def __getitem__(self, name: str) -> Any:
        return self._values.get(name, SETTINGS[name].default)

    def set(self, **values: Any) -> None:
        """Write the values to the file at once.  UserError when that cannot be done."""
        fresh = {SUGGESTERS: self._now(SUGGESTERS), TRUSTED: self.trusted_pipelines(), AGREED: self.agreed()}
        merged = {**self._values, **fresh, **values}
        sparse = {name: value for name, value in merged.items() if value != SETTINGS[name].default}
        try:
            private_folder(self.path.parent)
            text = yaml.safe_dump(sparse, allow_unicode=True, sort_keys=True)
            write_whole(self.path, text, private=True)
        except OSError as error:
            raise UserError(f"The settings cannot be kept: {cause(error)}.", where=self.path) from error
        self._values = sparse

    def remember(self, **values: Any) -> str:
        """Set what is only convenient to have; return why that could not be kept, "" when it was."""
        try:
            self.set(**values)
        except UserError as error:
            return str(error)
        return ""

    def opened(self, project: Path) -> str:
        """Record the project as the last one opened and the first of the recent ones, as `remember` does."""
        path = str(project.absolute())
        recent = [path, *(other for other in self["recent_projects"] if other != path)]
        return self.remember(last_project=path, recent_projects=recent[:RECENT])

    def _now(self, name: str) -> dict[str, Any]:
        """Return a setting of several as the file has it now, which somebody may have changed; as it was if unreadable."""
        try:
            found = yaml.safe_load(self.path.read_text("utf-8"))
        except UNREADABLE:
            return dict(self[name])
        value = found.get(name) if isinstance(found, dict) else None
        return value if isinstance(value, dict) and fits(name, value) else {}

    def suggester(self, name: str) -> SuggesterCommand | None:
        """Return the suggester of that name, the person's own or an entry point; None when there is none here.

        UserError when the settings have one that cannot be.
        """
        from annotations.suggesters.configured import named

        return named(name, self._now(SUGGESTERS), self.path.parent)

    def suggesters(self) -> list[str]:
        """Return the names of the suggesters that are set up here."""
        from annotations.suggesters.configured import names

        return names(self._now(SUGGESTERS), self.path.parent)

    def agreed(self) -> dict[str, list[str]]:
        """Return since when the window may run the commands of suggesters, by their words."""
        return self._now(AGREED)

    def agree(self, words: str) -> None:
        """Remember that the window may run the command with those words.  UserError as `set`."""
        self.set(**{AGREED: {**self.agreed(), words: [_today()]}})

    def disagree(self) -> None:
        """Forget that the window may run commands of suggesters.  UserError as `set`."""
        self.set(**{AGREED: {}})

    def trusted_pipelines(self) -> dict[str, list[str]]:
        """Return folder and date by hash, as the file has them now."""
        return {hash_: said for hash_, said in self._now(TRUSTED).items() if len(said) == 2}

    def trust_pipeline(self, hash_: str, folder: Path) -> None:
        """Remember that the pipeline with that hash may be loaded, wherever it lies.  UserError as `set`."""
        said = [str(folder), _today()]
        self.set(trusted_pipelines={**self.trusted_pipelines(), hash_: said})

    def distrust_pipelines(self, hashes: Collection[str]) -> None:
        """Forget that the pipelines with those hashes may be loaded.  UserError as `set`."""
        left = {hash_: said for hash_, said in self.trusted_pipelines().items() if hash_ not in hashes}
        self.set(trusted_pipelines=left)

    def _set_aside(self) -> str:
        """Rename the file that cannot be read, to a name that nothing has; return a sentence on that."""
        names = (f".unreadable{tail}" for tail in ("", *(f"-{n}" for n in range(2, 1000))))
        free = (path for path in map(self.path.with_suffix, names) if not os.path.lexists(path))
        aside = next(free)
        try:
            self.path.rename(aside)
        except OSError as error:
            return f"{self.path} could not be read nor kept aside ({error.strerror}): the next change replaces it."
        return f"The settings could not be read; the file is kept as {aside.name}."

    def _read(self) -> dict[str, Any]:
        try:
            found = yaml.safe_load(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except UNREADABLE:
            found = ""
        if found is not None and not isinstance(found, dict):
            self.problems.append(self._set_aside())
        said = found if isinstance(found, dict) else {}
        given = {n: v for n, v in said.items() if n in SETTINGS or n in RENAMED}
        wrong = [name for name, value in given.items() if not fits(RENAMED.get(name, name), value)]
        self.problems += [
            f"What {self.path} says of {name} cannot be; it is at its default." for name in wrong
        ]
        known = {name: value for name, value in given.items() if name not in wrong}
        carried = {RENAMED[name]: value for name, value in known.items() if name in RENAMED}
        return {**carried, **{name: value for name, value in known.items() if name in SETTINGS}}


def fits(name: str, value: Any) -> bool:
    """Return True when the setting may have the value."""
    setting = SETTINGS[name]
    if setting.choices:
        return value in setting.choices
    if isinstance(setting.default, float) and type(value) is int:
        return bool(setting.least <= value <= setting.most)
    if type(value) is not type(setting.default):
        return False
    if name == SUGGESTERS:  # each is read when it is asked for, so that one does not cost the others
        return isinstance(value, dict) and all(isinstance(key, str) for key in value)
    if isinstance(value, dict):
        return all(isinstance(key, str) and _are_texts(texts) for key, texts in value.items())
    if isinstance(value, list):
        return _are_texts(value)
    if isinstance(value, str):
        return name != "annotator" or not value or is_annotator(value)
    return isinstance(value, bool) or bool(setting.least <= value <= setting.most)


def titled(name: str) -> str:
    """Return the setting's name as people read it."""
    return SETTINGS[name].title or name.replace("_", " ").capitalize()


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def annotator_name(given: str | None, settings: Settings) -> str:
    """Return the annotator's name: the one given, else the setting, else the login name.

    UserError when the name is reserved or empty.
    """
    name = (given if given is not None else settings["annotator"] or login_name()).strip()
    if not is_annotator(name):
        raise UserError(f"{name or 'An empty name'} cannot be an annotator's name; choose another.")
    return name


def is_annotator(name: str) -> bool:
    """Return whether an annotator can have the name: it is some, nobody reserved, and without control characters."""
    return (
        bool(name.strip()) and plain(name) == name and "/" not in name and name.strip() not in ("all", GOLD)
    )


def login_name() -> str:
    """Return the person's name on this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "annotator"
