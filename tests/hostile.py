"""A pipeline by somebody else: loading it leaves a canary, as its author could do anything else."""

from __future__ import annotations

from pathlib import Path

import spacy

SCORER = '@scorers = "spacy.entity_ruler_scorer.v1"'
PLACE = "Oslo"  # what it finds, as LABEL
LABEL = "GPE"


def hostile_pipeline(folder: Path, canary: Path) -> Path:
    """Make a pipeline that works, and whose loading makes the folder `canary`; return where it lies.

    spaCy calls what its config names; this calls a logger of spaCy's own, which makes the folder of its file.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": LABEL, "pattern": PLACE}])
    nlp.to_disk(folder)
    config = folder / "config.cfg"
    calls = f'@loggers = "spacy.ConsoleLogger.v3"\noutput_file = "{canary / "log"}"'
    text = config.read_text("utf-8")
    assert SCORER in text
    config.write_text(text.replace(SCORER, calls), "utf-8")
    (folder / "code.py").write_text(f"import pathlib\npathlib.Path({str(canary)!r}).mkdir()\n", "utf-8")
    return folder
