"""The registry of formats, through which alone users' files are read and written.  One module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.errors import UserError, guarded, unread
from annotations.fact_attributes import ATTRIBUTES
from annotations.formats.across.rows import ACROSS
from annotations.formats.base import Format, Record, later
from annotations.formats.documents.rows import DOCUMENTS
from annotations.formats.foreign import FOREIGN
from annotations.formats.reading.how_read import AS_IT_IS, HowRead, Source
from annotations.formats.units import CODE_POINTS, UTF16
from annotations.problems import Problem

if TYPE_CHECKING:
    from annotations.formats.reading.detect import Detected
    from annotations.formats.reading.zips import Unpacking


CODE_POINTS_FIRST, UTF16_FIRST = (CODE_POINTS, UTF16), (UTF16, CODE_POINTS)
BLANKS, CONTROLS = r"\s+", r"[\x00-\x1f\x7f\x85\u2028\u2029]+"  # characters that no label's name may have


def _row(name: str, about: str, module: str, *suffixes: str, **more: Any) -> Format:
    """Return a format read and written by one module, by its `read` and `write` unless others are named."""
    reading, writing = more.pop("reading", "read"), more.pop("writing", "write")
    fit = more.pop("fitting", None)
    return Format(
        name,
        about,
        suffixes,
        later(*reading.rpartition(".")[::2]) if "." in reading else later(module, reading),
        later(module, writing),
        fit=later(*fit.rpartition(".")[::2]) if fit else None,
        **more,
    )


def _columns(name: str, about: str, writing: str, *suffixes: str) -> Format:
    """Return a format of tokens with tags."""
    more = {"writing": writing, "overlaps": False, "tokens": "spacy", "names": BLANKS}
    more["reading"] = "columns.conll_reading.read"
    return _row(name, about, "columns.conll", *suffixes, fitting="columns.tagged.told_by_sentence", **more)


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        _row(
            "jsonl",
            "our own record, lossless",
            "lines.jsonl",
            *(".jsonl", ".ndjson"),
            facts="all",
            attributes="all",
            units=(CODE_POINTS,),
            lossless=True,
            said=later("lines.jsonl", "said"),
            reread=later("lines.jsonl", "reread"),
        ),
        _row(
            "prodigy",
            "Prodigy's JSONL, with tokens",
            "tools.prodigy",
            reading="tools.prodigy_reading.read",
            facts="places",
            rejected=True,
            units=CODE_POINTS_FIRST,
            tokens="beside",
            topics=True,
            stands=later("tools.prodigy_came", "standing"),
        ),
        _row(
            "doccano",
            "doccano's JSONL",
            "tools.doccano",
            topics=True,
            units=UTF16_FIRST,
            rows=later("tools.doccano_rows", "rows"),
        ),
        _row(
            "doccano-relation",
            "doccano's JSONL with relations",
            "tools.doccano",
            writing="write_relations",
            facts="arcs",
            topics=True,
            units=UTF16_FIRST,
            rows=later("tools.doccano_rows", "rows"),
        ),
        _row(
            "label-studio",
            "Label Studio's tasks, with the labelling configuration beside them",
            "tools.label_studio",
            ".json",
            facts="arcs",
            attributes="symmetric, scores of suggestions",
            holds=("symmetric",),
            topics=True,
            units=CODE_POINTS_FIRST,
            names=CONTROLS,
            scores=True,
            pools=True,
        ),
        _row(
            "spacy",
            "spaCy's DocBin: doc.ents, and all spans in doc.spans",
            "columns.spacy_docs",
            ".spacy",
            tokens="spacy",
        ),
        _row(
            "hf",
            "JSONL, Parquet and a card for Hugging Face's datasets",
            "columns.hf",
            ".parquet",
            reading="columns.hf_reading.read",
            overlaps=False,
            tokens="spacy",
            folder=True,
            fitting="columns.tagged.told_in_a_row",
            same=later("columns.hf", "same"),
            names=CONTROLS,
        ),
        _columns("conll2003", "four columns as in CoNLL 2003, BIO tags", "write_2003"),
        _columns(
            "conll",
            "two columns, BIO tags; reads any table of tokens and tags",
            "write_bio",
            ".conll",
            ".bio",
            ".iob",
            ".iob2",
        ),
        _columns("biluo", "two columns, BILUO tags; reads BIOES too", "write_biluo", ".biluo", ".bioes"),
        _columns("iob1", "two columns, IOB1 tags", "write_iob1", ".iob1"),
        _row(
            "brat",
            "brat's standoff: .txt, .ann, annotation.conf",
            "standoff.brat",
            ".ann",
            reading="standoff.brat_reading.read",
            facts="events",
            attributes=", ".join(ATTRIBUTES),
            units=CODE_POINTS_FIRST,
            folder=True,
            names=r"[^A-Za-z0-9_-]+",
            fitting="standoff.brat.fit",
        ),
        _row(
            "webanno",
            "WebAnno TSV 3.3 (INCEpTION)",
            "columns.webanno",
            ".tsv",
            reading="columns.webanno_reading.read",
            fitting="columns.webanno_fit.fit",
            facts="events",
            attributes=", ".join(ATTRIBUTES),
            units=UTF16_FIRST,
            folder=True,
            names=CONTROLS,
        ),
        _row(
            "cas-json",
            "UIMA CAS JSON 0.4 (INCEpTION)",
            "standoff.cas_json",
            fitting="standoff.cas_json.fit",
            facts="events",
            attributes=", ".join(ATTRIBUTES),
            units=UTF16_FIRST,
            folder=True,
        ),
        _row(
            "csv",
            "a table of spans; reads a table of articles too",
            "tables.csv_spans",
            ".csv",
            units=CODE_POINTS_FIRST,
            cells=True,
        ),
        _row(
            "facts",
            "a line a fact, with the sentence it stands in",
            "lines.facts_lines",
            facts="all",
            attributes=", ".join([*ATTRIBUTES, "values"]),
            units=(CODE_POINTS,),
            fitting="lines.facts_lines.fit",
        ),
        *ACROSS,
        *FOREIGN,
        *DOCUMENTS,
    )
}


def names(*, to: str) -> list[str]:
    """Return the names of the formats that can be read or written (`to`)."""
    return [row.name for row in FORMATS.values() if (row.read if to == "read" else row.is_written)]


def find(name: str, *, to: str) -> Format:
    """Return the format of that name that can be read or written (`to`).  UserError when there is none."""
    able = names(to=to)
    if name not in able:
        raise UserError(f"There is no format {name} to {to}; there are {', '.join(able)}.")
    return FORMATS[name]


def files(paths: Iterable[Path], zips: Unpacking | None = None) -> Iterator[Source | Problem]:
    """Yield the files that the paths mean, each with what its place says of it.

    A folder stands for all files below it that have a known ending, in order of name, but for those that a layout
    leaves out: of two files with the same content, as the .txt beside an .ann, only one is meant.  So does a zip;
    `zips` holds what is unpacked of it until all is read; without it a zip is none that can be read.
    """
    from annotations.formats.reading import folders

    known = {suffix for row in FORMATS.values() if row.read for suffix in row.suffixes}
    yield from folders.meant(paths, known, zips)


def detected(path: Path, columns: str = "") -> Detected:
    """Return the file's format and how it was recognised.  UserError when the file cannot be read.

    Where columns are asked for, a table or text is one of tokens.
    """
    from annotations.formats.reading.detect import as_table, detect

    try:
        return as_table(path) if columns else detect(path)
    except OSError as error:
        raise UserError(f"The file cannot be read: {unread(error)}.") from error


def read(
    source: Source | Path,
    reading: HowRead = AS_IT_IS,
    found: Callable[[Detected], None] = lambda told: None,
) -> Iterator[Record | Problem]:
    """Yield the records of a file, and as problems what is wrong with it.

    The format is told by the content unless it is asked for.  Whatever a reader raises is a problem, so that no file
    stops those behind it.  `found` is told a format that had to be found out, and why it is that one.
    """
    if isinstance(source, Path):
        source = Source(source)
    seen: list[Record | Problem] = []  # the last entry

    def failed(kind: str) -> Problem:
        line = seen[0].line if seen else None
        there = f"What stands behind line {line:,}" if line else "The file"
        return Problem(source.name, None, f"{there} could not be read; it may be damaged ({kind}).")

    for entry in guarded(_entries(source, reading, found), failed, f"While {source.name} was read"):
        seen[:] = [entry]
        yield entry


def _entries(
    source: Source, reading: HowRead, found: Callable[[Detected], None]
) -> Iterator[Record | Problem]:
    """Yield the records and problems of a file; raise what its reader raises."""
    from annotations.formats.reading.build import built, named_by, placed_at
    from annotations.formats.reading.names import plainly_named

    path, name = source.path, reading.format
    try:
        if not name:
            told = detected(path, reading.columns)
            found(told)
            name = told.name
        form = find(name, to="read")
        if form.read is not None:
            with path.open("rb") as file:
                given = named_by(source, form.read(path, file, reading))
                yield from placed_at(source, plainly_named(built(path, given)))
    except UserError as error:
        yield Problem(source.name, error.line, error.sentence)
    except OSError as error:
        yield Problem(source.name, None, f"The file cannot be read: {unread(error)}.")


def size(path: Path) -> int:
    """Return about how many records the file has; for showing progress."""
    if path.suffix.lower() not in (".jsonl", ".ndjson", ".csv", ".tsv"):
        return 1
    try:
        with path.open("rb") as file:
            return max(1, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")))
    except OSError:
        return 1
