"""A spaCy package that is installed, as far as its metadata tell; its module fails when it is imported."""

from __future__ import annotations

import json
from pathlib import Path


def install(site: Path, name: str, meta: dict[str, object]) -> str:
    """Put the package below the folder, which has to be on the path; return its name."""
    about = site / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n", "utf-8")
    (site / name).mkdir()
    (site / name / "meta.json").write_text(json.dumps(meta), "utf-8")
    (site / name / "__init__.py").write_text("raise RuntimeError", "utf-8")
    return name
