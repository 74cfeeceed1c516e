"""A spaCy pipeline: shipped, an installed package, or a folder; or a sentence why it is none.

A name is somebody else's choice, so no module is imported by it: a package counts as a pipeline when it says so in
what was installed with it, and a folder is loaded only when it is trusted (`annotations/suggest/trust.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotations.errors import UserError, attempted
from annotations.processes.door import is_frozen
from annotations.suggest.trust import NEEDED, UntrustedPipelineError, fingerprint, loadable

if TYPE_CHECKING:
    from spacy.language import Language

NONE, RULES, SHIPPED = "none", "rules", "en_news"  # the names that come with the program
PIPELINES = "pipelines"  # the folder in a project with its own
TRIGGERS = "triggers"  # the folder in a trained pipeline's that finds triggers of facts
GROUP = "spacy_models"  # the entry points by which spaCy's packages say that they are pipelines
FOLDERS_ALONE = (  # of a frozen program
    "This build of Factmark takes pipelines from folders alone, and sees no installed spaCy package: name the folder "
    "in which its config.cfg lies."
)
ELSEWHERE = "Name another under `pipeline:` in project.yaml."


class LoadedPipeline(NamedTuple):
    """A pipeline, and what was trained with it to find the triggers of facts, if that lies in its folder."""

    nlp: Language
    triggers: Language | None = None


def language(name: str, folders: Collection[Path], trusted: Collection[str]) -> LoadedPipeline:
    """Return the installed pipeline of that name, else that in the first of the folders that is one.

    UserError when there is none, or it is no pipeline; UntrustedPipelineError when the folder's hash is not
    among the trusted.
    """
    if name in installed():
        return LoadedPipeline(_package(installed()[name], name))
    folder = next((place for place in folders if place.is_dir()), None)
    if folder is None:
        raise UserError(f"{_missing(name)} {ELSEWHERE}")
    with loadable(name, folder, trusted) as copy:
        beside = copy / TRIGGERS
        triggers = shipped(beside, f"{name}, {TRIGGERS}", folder / TRIGGERS) if beside.is_dir() else None
        return LoadedPipeline(shipped(copy, name, folder), triggers)


def require_trusted(name: str, folder: Path | None, trusted: Collection[str]) -> None:
    """Raise UntrustedPipelineError when a folder would be loaded whose hash is not among the trusted; nothing is loaded."""
    if name in (NONE, RULES, SHIPPED) or name in installed():
        return
    if (place := lying(name, folder)) and (found := fingerprint(place)) not in trusted:
        raise UntrustedPipelineError(name, place, found)


def installed() -> dict[str, str]:
    """Return the modules of the installed pipelines, by name; nothing is imported."""
    from importlib.metadata import entry_points  # brings the package email with it

    return {found.name: found.module for found in entry_points(group=GROUP)}


def chosen(name: str, folder: Path | None = None, known: Collection[str] = ()) -> str:
    """Return what a person chose as a project keeps it: a name that is known, or the whole path of a folder.

    `folder`: the project's, in which it may lie.  `known`: the suggesters that are set up on this machine.
    UserError when there is no such pipeline; nothing of it is loaded.
    """
    name = name.strip()
    if name in (NONE, RULES, SHIPPED, *known) or name in installed():
        return name
    if not name:
        raise UserError("No pipeline is named; choose one, or a folder with one.")
    place = lying(name, folder)
    if place is None:
        raise UserError(_missing(name))
    if not all((place / part).is_file() for part in NEEDED):
        raise UserError(
            f"There is no spaCy pipeline in this folder, which would hold {' and '.join(NEEDED)}.",
            where=place,
        )
    return str(place.resolve()) if place == Path(name) else name


def lying(name: str, folder: Path | None) -> Path | None:
    """Return the first folder of those in which such a pipeline may lie; None also when no path can be called so."""
    with suppress(OSError):
        return next((place for place in places(name, folder) if place.is_dir()), None)
    return None


def _missing(name: str) -> str:
    if is_frozen():
        return f"There is no pipeline {name}: it is no shipped one and no folder. {FOLDERS_ALONE}"
    return f"There is no pipeline {name}: it is no shipped one, no installed spaCy package and no folder."


def places(name: str, folder: Path | None) -> list[Path]:
    """Return the folders in which a pipeline of that name may lie; none on a computer that the name begins with."""
    if len(name) > 1 and set(name[:2]) <= {"/", "\\"}:
        return []
    return [Path(name), *([folder / PIPELINES / name, folder / name] if folder else [])]


def shipped_folder() -> Path:
    """Return the folder of the pipeline that comes with the program; it need not be there."""
    from importlib.resources import files

    return Path(str(files("annotations"))) / PIPELINES / SHIPPED


def shipped(path: Path, name: str, said: Path | None = None) -> Language:
    """Return the pipeline in a folder that is ours, or a copy of what lies at `said`.  UserError when it is none."""
    import spacy

    return _loaded(lambda: spacy.load(path), name, said or path)


def _package(module: str, name: str) -> Language:
    import spacy

    return _loaded(lambda: spacy.util.load_model_from_package(module), name)


def _loaded(load: Callable[[], Language], name: str, where: Path | None = None) -> Language:
    from spacy.language import Language

    def refuse(kind: str) -> Language:
        raise UserError(
            f"{name} is no spaCy pipeline, or it cannot be loaded ({kind}). {ELSEWHERE}", where=where
        )

    nlp = attempted(load, refuse, f"While the pipeline {name} was loaded")
    return nlp if isinstance(nlp, Language) else refuse(type(nlp).__name__)
