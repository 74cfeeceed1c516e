"""The words for an export: the command that does it, what would leave and why not more, what it did.

Commands and window say the same; neither Qt nor typer is needed for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from annotations.formats import FORMATS
from annotations.formats.base import ALONE, MADE, MISALIGNED, OVERLAPS, PROPOSED, WROTE, Format
from annotations.formats.writing.selection import Choice
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED
from annotations.text.counts import counted
from ui.program import shell_line
from ui.wording import kept_said

NAMED = 4  # files of an export that are named one by one
MOST_GOLDS = 20  # sentences on gold that a report has
USUAL = {"--annotator": "all", "--articles": "done", "--spans": "confirmed"} | {
    "--overlaps": OVERLAPS[0],
    "--misaligned": MISALIGNED[0],
}  # the command's own defaults
OF_GOLD = "Spans and facts are everybody's, the decisions across articles those of gold."
NOTHING = "Nothing to write: there are no {what}."
PLURALS = {"entity": "entities", "story": "stories", "pair kept apart": "pairs kept apart"}
NOT_PROVED = (
    "Not proved: read again, the files say something else than was to be written. Do not rely on them."
)
Preview = Mapping[str, Any]


@dataclass(frozen=True)
class Wanted:
    """An export as it is asked for; what is None or "" is as the command has it."""

    out: str
    format: str = "jsonl"
    choice: Choice = field(default_factory=Choice)
    offsets: str = ""
    overlaps: str = ""
    misaligned: str = ""
    split: str = ""
    seed: int = 0
    group_by: str = ""
    strict: bool = False
    safe_cells: bool = False
    singletons: bool = False

    def words(self, project: Path) -> list[str]:
        """Return the words of the command that does it, with absolute paths."""
        out = Path(self.out).expanduser().absolute()
        given = {
            "--annotator": self.choice.annotator,
            "--articles": self.choice.articles,
            "--spans": self.choice.spans,
            "--offsets": self.offsets,
            "--overlaps": self.overlaps,
            "--misaligned": self.misaligned,
            "--split": self.split,
            "--seed": str(self.seed or "") if self.split else "",
            "--group-by": self.group_by if self.split else "",
        }
        choice = self.choice
        flags = {"--boilerplate": choice.boilerplate, "--soft": choice.soft, "--strict": self.strict}
        flags |= {"--safe-cells": self.safe_cells, "--singletons": self.singletons}
        usual = {} if FORMATS[self.format].across else USUAL  # of these formats the command's own are others
        options = [f"{name}={value}" for name, value in given.items() if value and value != usual.get(name)]
        return [
            *("export", str(project.absolute()), str(out), "--format", self.format),
            *options,
            *(name for name, is_on in flags.items() if is_on),
        ]


def command_line(wanted: Wanted, project: Path) -> str:
    """Return the line that does the same export in a shell, whichever folder it is in."""
    return shell_line(wanted.words(project))


def abilities(form: Format) -> str:
    """Return what the format carries, in words."""
    said = [
        "overlapping spans" if form.overlaps else "no overlapping spans",
        {"": "no facts", "all": "facts", "events": "facts as events"}.get(form.facts, "facts as arcs"),
        form.attributes and f"attributes: {form.attributes}",
        "spans lie on tokens" if not form.units else f"offsets in {form.unit()}",
        "a folder of files" if form.folder else "",
    ]
    sentence = "; ".join(filter(None, said))
    return f"{sentence[0].upper()}{sentence[1:]}."


# --- what would leave


def verdict(found: Preview, wanted: Wanted) -> str:
    """Return what would leave, or at once why nothing would and what to choose instead."""
    if not found["records"]:
        return f"Nothing would leave: {_why_no_article(found, wanted.choice)}"
    if WROTE in found:
        amounts = _amounts(found[WROTE])
        said = f"{amounts} would leave." if amounts else _nothing(found[WROTE])
        return said + _refused(found)
    spans, facts = (
        sum(one["leave"] for one in found[name].values()) for name in ("spans_by_label", "facts_by_type")
    )
    records = counted(found["records"], "record")
    said = f"{records} with {counted(spans, 'span')} and {counted(facts, 'fact')} would leave."
    if not spans and not facts:
        said = f"{records} would leave without a span: {_why_no_span(found, wanted.choice)}"
    return said + _refused(found)


def _refused(found: Preview) -> str:
    return f" --strict writes nothing: {found['refused']}." if found.get("refused") else ""


def left_out(found: Preview) -> str:
    """Return what is left out, in a sentence; "" when nothing is."""
    said = ", ".join(_reason(count, reason) for reason, count in found["left_out"].items())
    return f"Left out: {said}." if said else ""


def _reason(count: int, reason: str) -> str:
    """Return how many are left out and why.

    >>> _reason(1, "articles started"), _reason(1, "undecided suggestions"), _reason(2, "spans rejected")
    ('1 article started', '1 undecided suggestion', '2 spans rejected')
    """
    words = reason.split(" ")
    plural = next((place for place, word in enumerate(words) if word.endswith("s")), None)
    if count == 1 and plural is not None:
        words[plural] = words[plural].removesuffix("s")
    return f"{count:,} {' '.join(words)}"


def _why_no_article(found: Preview, choice: Choice) -> str:
    states = {name: one["left_out"] for name, one in found["articles_by_state"].items()}
    if not states:
        return "there is no article in the project."
    skipped = found["left_out"].get("articles skipped", 0)
    finished = sum(states.get(state.value, 0) for state in FINISHED)
    if skipped == sum(states.values()):
        return "every article is skipped; with all articles and all spans they leave too."
    whose = "" if choice.annotator == "all" else f" by {choice.annotator}"
    if choice.articles == "reviewed":
        more = f"; {finished:,} are finished: choose done or all." if finished else "; choose all."
        return f"no article is reviewed{whose}{more}"
    return f"no article is finished{whose}: choose all."


def _why_no_span(found: Preview, choice: Choice) -> str:
    left = found["left_out"]
    if left.get("spans in boilerplate") and not choice.boilerplate:
        return "those that are confirmed lie in boilerplate: choose boilerplate too."
    if left.get("undecided suggestions") or left.get("spans suggested"):
        return "none is confirmed: choose suggested too."
    return "there is none in these articles."


# --- what was done


def proved_or_not(manifest: Mapping[str, Any], out: Path) -> str:
    """Return what an export did, in words; above all that its files could not be proved, where it is so."""
    return "\n".join([*[NOT_PROVED] * (not manifest["proved"]), exported(manifest, out)])


def exported(manifest: Mapping[str, Any], out: Path) -> str:
    """Return what an export did, in words."""
    spans = sum(manifest["spans_by_label"].values())
    written = f"Wrote {counted(manifest['records'], 'record')} with {counted(spans, 'span')} to {out}."
    if WROTE in manifest:
        amounts = _amounts(manifest[WROTE])
        written = f"Wrote {amounts} to {out}." if amounts else _nothing(manifest[WROTE])
    lines = [written + kept_said(manifest.get("set_aside", ())), *_documents(manifest.get("documents", ()))]
    lines += [OF_GOLD] * (WROTE in manifest and manifest["annotator"] == "all")
    lines += filter(None, [left_out(manifest)])
    lines += golds_said(manifest)
    for kind, lost in manifest["not_carried"].items():
        lines.append(f"Not carried: {lost['count']:,} {kind}, as {'; '.join(lost['examples'][:2])}")
    lines += _cells(manifest.get("cells_that_run"))
    if split := manifest["split"]:
        lines.append(
            "Split: " + ", ".join(f"{side} {n:,}" for side, n in split["articles"].items()) + " articles."
        )
        lines += [f"Leak: {leak}" for leak in split["leaks"]]
    since = {name: one["count"] for name, one in manifest["since_last_export"].items() if one["count"]}
    lines += [
        "Since the last such export: " + ", ".join(f"{n:,} {name}" for name, n in since.items())
    ] * bool(since)
    if why := manifest.get("not_remembered"):
        lines.append(f"The project does not remember this export, since {why}.")
    return "\n".join(lines)


def _amounts(found: Mapping[str, int]) -> str:
    """Return how many of each thing there are, "" when there are none.

    >>> _amounts({"entity": 2, "pair kept apart": 3, "story": 1, "claim": 0})
    '2 entities, 3 pairs kept apart, 1 story'
    """
    return ", ".join(
        f"{n:,} {thing if n == 1 else PLURALS.get(thing, f'{thing}s')}" for thing, n in found.items() if n
    )


def _nothing(found: Mapping[str, int]) -> str:
    """Return that nothing is written, and of what there is none."""
    return NOTHING.format(what=PLURALS.get(thing := next(iter(found)), f"{thing}s"))


def _documents(documents: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return a sentence on what the documents are."""
    of = Counter(one["status"] for one in documents)
    told = {
        "of a story made by a person": MADE,
        "of a proposed story": PROPOSED,
        "an article in no story": ALONE,
    }
    said = ", ".join(f"{of[status]:,} {words}" for words, status in told.items() if of[status])
    return [f"Documents: {said}."] if said else []


def golds_said(found: Mapping[str, Any], most: int = MOST_GOLDS) -> list[str]:
    """Return what is not as it should be in gold, article by article; of many the first."""
    said = [sentence for one in found.get("gold", ()) for sentence in one["said"]]
    more = len(said) - most
    rest = f"And {more:,} more on gold: the manifest and --json name all." if more > 0 else ""
    return [*said[:most], *filter(None, [rest])]


def _cells(found: Mapping[str, Any] | None) -> list[str]:
    """Return a sentence on the cells that a spreadsheet would take for formulas; nothing where there are none."""
    if not found:
        return []
    said = f"Cells that begin as a formula does: {found['count']:,}, as {'; '.join(found['examples'])}."
    if found["safe"]:
        return [f"{said} An apostrophe stands before each; Factmark reads them without it."]
    return [f"{said} A spreadsheet may run them; --safe-cells puts an apostrophe before each."]


def in_full(manifest: Mapping[str, Any], out: Path) -> str:
    """Return the report of an export: what was written and proved, and all that could not be carried."""
    proved = "Read again and compared: every record says what was to be written."
    lines = [exported({**manifest, "not_carried": {}}, out)]
    lines.append(
        proved if manifest["proved"] else "Read again, and some records say something else: see below."
    )
    for kind, lost in manifest["not_carried"].items():
        lines += ["", f"Not carried: {lost['count']:,} {kind}"]
        lines += [f"    {example}" for example in lost["examples"]]
    lines += ["", f"{'Files' if len(manifest['files']) > 1 else 'File'}:", *_files(manifest["files"])]
    return "\n".join(lines)


def _files(files: Mapping[str, Mapping[str, Any]]) -> list[str]:
    lines = []
    for name, one in list(files.items())[:NAMED]:
        what = f"{one['files']:,} files" if "files" in one else name
        lines.append(f"    {what}, {one['bytes']:,} bytes, sha256 {one['sha256']}")
    more = len(files) - NAMED
    return [*lines, f"    and {more:,} more; the manifest names them"] if more > 0 else lines


def previewed(found: Preview, wanted: Wanted) -> str:
    """Return what an export would do, in words."""
    said = verdict(found, wanted), *_documents(found.get("documents", ())), left_out(found)
    lines = [*filter(None, said), *golds_said(found)]
    for kind, lost in found["not_carried"].items():
        lines.append(f"Not carried: {lost['count']:,} {kind}, as {'; '.join(lost['examples'][:2])}")
    return "\n".join([*lines, "", found["sample"]])
