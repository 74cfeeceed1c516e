"""The model card: the template `card.md`, filled with what was measured."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from annotations.training.calibrate import LOWEST, Judged, bins, calibration_error, errors_caught
from annotations.training.corpus import LABELS
from annotations.training.measure import Figures
from annotations.training.scores import ALL, Counts

if TYPE_CHECKING:
    from spacy.language import Language

TEMPLATE = Path(__file__).parent / "card.md"
WEIGHTS = Path("ner") / "model"
TERMS = {
    "gmb": 'texts public domain (pre-2013 broadcaster news); annotation layer "freely available for research purposes", '
    "no licence text found",
    "re3d": "public domain (CENTCOM, US State), OGL v3 (UK Government), CC BY 3.0 AU (Australian DFAT)",
    "wikigold": "CC BY 4.0",
}


def sha256(folder: Path) -> str:
    """Return the hash of a pipeline's weights."""
    return hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest()


def card(
    nlp: Language,
    folder: Path,
    words: Mapping[str, int],
    figures: Mapping[str, Figures],
    found: Mapping[str, Sequence[Judged]],
) -> str:
    """Return the card of a pipeline saved in that folder; `words` are those of each training corpus."""
    a, b = nlp.meta["factmark"]["calibration"]
    filled = {
        "name": nlp.meta["name"],
        "version": nlp.meta["version"],
        "labels": ", ".join(LABELS),
        "sha256": sha256(folder),
        "data": "\n".join(f"| {name} | {count:,} | {TERMS[name]} |" for name, count in words.items()),
        "recipe": recipe(nlp),
        "figures": "\n\n".join(_figures(name, measured) for name, measured in figures.items()),
        "a": f"{a:.3f}",
        "b": f"{b:.3f}",
        "calibration": "\n\n".join(_calibration(name, scores) for name, scores in found.items()),
    }
    return Template(TEMPLATE.read_text("utf-8")).substitute(filled)


def recipe(nlp: Language) -> str:
    """Return the model and the training settings of the pipeline's config, in a sentence."""
    model, training = nlp.config["components"]["ner"]["model"], nlp.config["training"]
    embed, encode, size = model["tok2vec"]["embed"], model["tok2vec"]["encode"], training["batcher"]["size"]
    optimizer = training["optimizer"]
    rate = optimizer["learn_rate"]
    return (
        f"spaCy's Tok2Vec.v2: MultiHashEmbed of width {embed['width']} over {' '.join(embed['attrs'])} with "
        f"{'/'.join(map(str, embed['rows']))} rows and no vectors; MaxoutWindowEncoder of width {encode['width']}, depth "
        f"{encode['depth']}, window {encode['window_size']}, {encode['maxout_pieces']} pieces. TransitionBasedParser.v2 with "
        f"{model['hidden_width']} hidden units of {model['maxout_pieces']} pieces and an upper layer. Dropout "
        f"{training['dropout']}, Adam with a rate that rises to {rate['initial_rate']} in {rate['warmup_steps']} batches and is "
        f"nothing after {rate['total_steps']:,}, L2 {optimizer['L2']}, gradients clipped at "
        f"{optimizer['grad_clip']}, averaged weights, batches of {size['start']} to {size['stop']} words, "
        f"{training['max_epochs']} epochs, seed {training['seed']}; weights rounded to 16 bits."
    )


def _figures(name: str, measured: Figures) -> str:
    rows = ["| " + name + " | marked | P | R | F |", "|---|---|---|---|---|"]
    rows += [
        _row(label, measured.by_label, label) for label in (*LABELS, ALL) if label in measured.by_label.of
    ]
    rows += [_row(f"merged: {label}", measured.merged, label) for label in ("PERSON", "ORG", "LOC")]
    rows.append(_row("**merged: PERSON, ORG, LOC**", measured.merged, ALL))
    rows.append(_row("the same with the rules beside it", measured.with_rules, ALL))
    rows.append(_row("its own labels, put right", measured.put_right, ALL))
    return "\n".join(rows)


def _row(title: str, counts: Counts, label: str) -> str:
    count = counts.of[label]
    rates = " | ".join(f"{100 * rate:.1f}" for rate in (count.precision, count.recall, count.f))
    return f"| {title} | {count.marked:,} | {rates} |"


def _calibration(name: str, found: Sequence[Judged]) -> str:
    rows = [f"| {name}: scores | entities | mean score | right |", "|---|---|---|---|"]
    rows += [f"| {r.low:.1f}-{r.high:.1f} | {r.size:,} | {r.mean:.2f} | {r.right:.2f} |" for r in bins(found)]
    caught = ", ".join(f"{100 * share:.0f} %: {100 * errors_caught(found, share):.0f} %" for share in LOWEST)
    error = calibration_error(found)
    return (
        "\n".join(rows)
        + f"\n\nExpected calibration error {error:.3f}. Errors in the lowest scores: {caught}."
    )
