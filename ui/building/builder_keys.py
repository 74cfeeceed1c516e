"""The keys of the fact builder: for each key of a row of the fixed keys a method of the building, and its arguments."""

from __future__ import annotations

from collections.abc import Mapping

Does = tuple[str, *tuple[int, ...]]  # a path below the building, and what it is called with
DOES: Mapping[
    str, tuple[Does, ...]
] = {  # where a row has more keys than are named here, the last is for the rest
    "fact_on": (("next_role", 1),),
    "fact_back_on": (("next_role", -1),),
    "fact_role": tuple(("steps.hand", n) for n in range(9)),
    "fact_trigger": (("steps.to_trigger",),),
    "fact_before": (("pointing.go", -1),),
    "fact_after": (("pointing.go", 1),),
    "fact_select": (("arrow", -1), ("arrow", 1), ("pointing.stretch", -1), ("pointing.stretch", 1)),
    "fact_scroll": (("strip.words.scroll_by", -3), ("strip.words.scroll_by", 3)),
    "fact_empty": (("steps.empty",),),
    "fact_modality": (("steps.turn_modality",),),
    "fact_negated": (("steps.negate",),),
    "fact_note": (("begin_note",),),
    "fact_second": (("make_second",),),
    "fact_done": (("done",),),
    "fact_leave": (("escape",),),
}
VERBS: Mapping[str, tuple[str, int]] = {  # of the foot: the fixed key that each is, and which of its keys
    "build_done": ("fact_done", 0),
    "build_next_role": ("fact_on", 0),
    "build_trigger": ("fact_trigger", 0),
    "build_select": ("fact_select", 3),
    "build_empty": ("fact_empty", 0),
    "build_leave": ("fact_leave", 0),
    "build_modality": ("fact_modality", 0),
    "build_negate": ("fact_negated", 0),
    "build_note": ("fact_note", 0),
}
