"""The command `make pipeline`: train the shipped pipeline, measure it, write its card, and ship it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import UserError
from annotations.stages import Stage
from annotations.training import calibrate, card, measure
from annotations.training.corpus import Corpora, corpora
from annotations.training.pipeline import NAME, train
from annotations.training.scores import ALL
from annotations.whole_files import put_folder

if TYPE_CHECKING:
    from spacy.language import Language

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
ROOT = Path(__file__).parents[2]
BUILT, SHIPPED = ROOT / "build" / NAME, ROOT / "annotations" / "pipelines" / NAME


def main() -> int:
    """Run the command; return the exit code: 1, with a sentence, when the corpora are missing."""
    os.environ.update(dict.fromkeys(THREADS, "1"))  # the same sums in the same order, whatever the machine
    try:
        make(corpora(), BUILT)
        ship(BUILT, SHIPPED)
    except UserError as error:
        print(f"factmark: {error}", file=sys.stderr)
        return 1
    return 0


def make(given: Corpora, folder: Path) -> None:
    """Make a trained, calibrated and measured pipeline with its card, in that folder."""
    nlp = train(given)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    finish(nlp, given, folder)


def finish(nlp: Language, given: Corpora, folder: Path) -> None:
    """Calibrate and measure a trained pipeline that lies in the folder, and write its card there."""
    nlp.meta["factmark"] = {}
    nlp.meta["factmark"] = {"calibration": calibrate.platt(calibrate.judged(nlp, given.dev))}
    nlp.to_disk(folder)
    figures = {name: measure.figures(nlp, folder, texts) for name, texts in given.tests.items()}
    found = {name: calibrate.judged(nlp, texts) for name, texts in given.tests.items()}
    text = card.card(nlp, folder, given.words, figures, found)
    (folder / "README.md").write_text(text, "utf-8", newline="\n")
    for name, measured in figures.items():
        f = 100 * measured.merged.of[ALL].f
        print(f"{name}: F {f:.1f}, PERSON, ORG and LOC merged")
        if f < measure.FLOORS[name]:
            said = f"This is too poor to ship: F on {name} has to be {measure.FLOORS[name]}."
            raise UserError(said, where=folder)


def ship(built: Path, shipped: Path) -> None:
    """Put the new folder where the old one was."""
    shipped.parent.mkdir(parents=True, exist_ok=True)
    stage = Stage(shipped)
    try:
        shutil.copytree(built, stage.new)
        put_folder(stage, shipped, lambda old: None)
    finally:
        stage.close()


if __name__ == "__main__":
    sys.exit(main())
