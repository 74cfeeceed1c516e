"""Tags of ECB+, by our labels: what takes part in an event, where and when it is.

Cybulska & Vossen, Guidelines for ECB+ Annotation of Events and their Coreference, NWR-2014-1, 2.1-2.2.  A named event
is an action there; a tag is that of the instance, for all its mentions (README of the corpus, note 3).
"""

from __future__ import annotations

ACTION = "ACTION_OCCURRENCE"
OTHER = "NON_HUMAN_PART"
TAGS: dict[str, str] = {
    "PERSON": "HUMAN_PART_PER",
    "NORP": "HUMAN_PART_PER",
    "ORG": "HUMAN_PART_ORG",
    "GPE": "HUMAN_PART_GPE",
    "LOC": "LOC_GEO",
    "FAC": "LOC_FAC",
    "EVENT": ACTION,
    "PRODUCT": OTHER,
    "LAW": OTHER,
    "WEAPON": OTHER,
    "DATE": "TIME_DATE",
    "TIME": "TIME_OF_THE_DAY",
}
KNOWN = frozenset({*TAGS.values(), ACTION})
