"""The switch to another pipeline: `project.yaml` names it, and unfinished articles are looked through again.

It is one step of its annotator's undo, which brings the old pipeline back.
"""

from __future__ import annotations

from pathlib import Path

from annotations.edits import Edit
from annotations.sets import FINISHED
from annotations.suggest.installed import PIPELINES
from models.project import Project
from models.queries.training.switch import PipelineSwitch
from models.store.database import HasDatabase
from models.store.rows import marks

VERB = "use the pipeline"


def use(project: Project, pipeline: str, *, by: str) -> list[str]:
    """Write the pipeline's name to `project.yaml`; return the articles to be looked through again.

    UserError when that cannot be done; then all is as it was.  With the pipeline that is in use already nothing is
    written.
    """
    project.reread_schema()
    before = project.schema
    if before.pipeline == pipeline:
        return []
    step = Edit(f"{VERB} {pipeline}")
    project.recast(PipelineSwitch(before.pipeline, pipeline, before.using(pipeline), step), by=by)
    return unfinished(project)


def called(project: Path, folder: Path) -> str:
    """Return a pipeline's folder as `project.yaml` names it: one of the project's own by name, else by its whole path."""
    is_own = folder.parent.resolve() == (project / PIPELINES).resolve()
    return folder.name if is_own else str(folder.resolve())


def is_switch(edit: Edit) -> bool:
    """Return whether the step was a switch, done, undone or done again: then articles are to be looked through."""
    return not edit.changes and edit.verb.startswith(VERB)


def unfinished(project: HasDatabase) -> list[str]:
    """Return the articles that nobody has finished, in import order."""
    sql = (
        "SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.article = number "
        f"AND kind = 'progress' AND item.label IN ({marks(len(FINISHED))})) ORDER BY number"
    )
    return [row[0] for row in project.db.rows(sql, tuple(FINISHED))]
