"""The switch to another pipeline, planned."""

from __future__ import annotations

from typing import ClassVar, Literal

from annotations.edits import Edit
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema


@dataclass(frozen=True)
class PipelineSwitch:
    """A planned switch: the pipelines' names, the schema after it, and the step."""

    part: ClassVar[Literal["pipeline"]] = "pipeline"

    old: str
    new: str
    schema: Schema
    edit: Edit
