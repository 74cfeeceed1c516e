"""Kinds of data: JSON in every disguise, tables, settings."""

from __future__ import annotations

import gzip
import json
from typing import Any

from tests.kinds.kind import read, refused

TEXT = "Maria Ruiz left Oslo."
RECORD: dict[str, Any] = {"text": TEXT, "title": "Ferries"}
PLAIN = json.dumps(RECORD)
LINES = f"{PLAIN}\n" + PLAIN.replace("Oslo", "Riga") + "\n"
NUMBERS = [f"{n};{n * 2};{n * 3}" for n in range(9)]
WIDE = "".join(
    f"{n:<6}{name:<12}{place:<10}{n * 7:>6}\n"
    for n, (name, place) in enumerate(
        [("Name", "Place"), ("Ann", "Oslo"), ("Ben", "Riga"), ("Cleo", "Bonn"), ("Dora", "Rome")] * 2
    )
)
DATA = (
    read("JSON lines", "a.jsonl", LINES, "jsonl"),
    read("JSON lines called .txt", "a.txt", LINES, "jsonl"),
    read("JSON lines without an ending", "a", LINES, "jsonl"),
    read("JSON lines in UTF-16", "a.jsonl", LINES.encode("utf-16"), "jsonl"),
    read("JSON with record separators", "a.json", f"\x1e{PLAIN}\n\x1e{PLAIN}\n", "jsonl"),
    read("a JSON array", "a.json", json.dumps([RECORD, RECORD | {"text": "Riga waits."}], indent=2), "jsonl"),
    read("JSON behind remarks", "a.json", f"// ours\n{PLAIN}\n", "jsonl"),
    read("JSON in an envelope", "a.json", json.dumps({"data": [RECORD], "meta": {"page": 1}}), "jsonl"),
    refused("a JSON list of strings", "a.json", json.dumps([TEXT, "Riga waits."]), "text"),
    refused(
        "a JSON list of strings, indented", "a.json", json.dumps([TEXT, "Riga waits."], indent=1), "text"
    ),
    refused("a JSON list of numbers", "a.json", "[1, 2, 3]", "JSON"),
    refused("a number", "a.json", "42", "JSON"),
    refused("a JSON string", "a.json", json.dumps(TEXT), "JSON"),
    refused("an empty JSON list", "a.json", "[]", "JSON"),
    refused("an empty JSON object", "a.json", "{}", "text"),
    refused("null", "a.json", "null", "JSON"),
    refused("JSON in a string", "a.json", json.dumps(PLAIN), "JSON inside a string"),
    refused(
        "JSON in a string called .txt", "a.txt", json.dumps(json.dumps([RECORD])), "JSON inside a string"
    ),
    refused("JSONP", "a.js", f"callback([{PLAIN}]);", "JSON inside a program's text"),
    refused("JSON in a variable", "a.js", f"var news = [{PLAIN}];", "JSON inside a program's text"),
    refused("JSON in a module", "a.js", f"export default [{PLAIN}];", "JSON inside a program's text"),
    refused("a dictionary of Python's", "a.txt", str(RECORD), "as Python prints it"),
    refused(
        "a list of Python's", "a.json", str([(TEXT, {"entities": [(0, 10, "PER")]})]), "as Python prints it"
    ),
    refused(
        "JSON without quoted names", "a.json", '{text: "Maria Ruiz left Oslo."}', "names that are not quoted"
    ),
    refused("JSON broken off", "a.json", '{"text": "Maria Ruiz', "JSON"),
    refused("JSON lines, packed", "a.jsonl.gz", gzip.compress(LINES.encode()), "compressed"),
    refused("GeoJSON", "a.geojson", json.dumps({"type": "FeatureCollection", "features": []}), "GeoJSON"),
    refused("a notebook", "a.ipynb", json.dumps({"cells": [], "metadata": {}, "nbformat": 4}), "Jupyter"),
    refused(
        "package.json",
        "package.json",
        json.dumps({"name": "web", "version": "1.0.0", "scripts": {"a": "b"}}),
        "text",
    ),
    refused(
        "a HAR",
        "a.har",
        json.dumps(
            {
                "log": {
                    "version": "1.2",
                    "creator": {"name": "x"},
                    "entries": [{"request": {}, "response": {}}],
                }
            }
        ),
        "recorded",
    ),
    refused(
        "GATE's bdocjs",
        "a.bdocjs",
        json.dumps({"text": TEXT, "annotation_sets": {}, "features": {}}),
        "bdocjs",
    ),
    refused(
        "BioC as JSON",
        "a.json",
        json.dumps({"source": "x", "documents": [{"id": "1", "passages": [{"text": TEXT}]}]}),
        "BioC",
    ),
    read("CSV with a column of text", "a.csv", "title,text\nFerries,Maria Ruiz left Oslo.\n", "csv"),
    read(
        "CSV called .txt",
        "a.txt",
        "title,text\nFerries,Maria Ruiz left Oslo.\nTugs,Riga waits.\nBarges,Bonn too.\nShips,Rome.\nx,y\n",
        "csv",
    ),
    read("a short CSV called .txt", "a.txt", "title,text\nFerries,Maria Ruiz left Oslo.\n", "csv"),
    read("CSV with quotes, without an ending", "a", 'id;"body"\n1;"Maria; Ruiz\nleft"\n', "csv"),
    read("TSV with a column of text", "a.tsv", "title\ttext\nFerries\tMaria Ruiz left Oslo.\n", "csv"),
    read(
        "TSV called .txt", "a.txt", "title\ttext\nFerries\tMaria Ruiz left Oslo.\nTugs\tRiga waits.\n", "csv"
    ),
    read("CSV with semicolons", "a.csv", "title;text\nFerries;Maria Ruiz left Oslo.\n", "csv"),
    read("CSV with pipes", "a.csv", "title|text\nFerries|Maria Ruiz left Oslo.\n", "csv"),
    refused("CSV without a column of text", "a.csv", "name,year\nAnn,1980\nBen,1981\n", "text"),
    refused("TSV without a column of text", "a.tsv", "name\tyear\nAnn\t1980\nBen\t1981\n", "text"),
    refused("a table called .txt", "a.txt", "name\tyear\nAnn\t1980\nBen\t1981\n", "a table"),
    refused("a table of numbers without an ending", "a", "\n".join(NUMBERS), "a table"),
    refused("a table with pipes", "a.txt", "".join(f"| {n} | Ann | Oslo |\n" for n in range(6)), "a table"),
    refused("columns of fixed width", "a.dat", WIDE, "a table"),
    refused("YAML", "a.yaml", "text: Maria Ruiz left Oslo.\ntitle: Ferries\n", "YAML"),
    refused(
        "YAML called .txt", "a.txt", "---\ntitle: Ferries\nports:\n  - Oslo\n  - Riga\nopen: no\n", "YAML"
    ),
    refused("TOML", "a.toml", 'name = "web"\n\n[tool.ruff]\nline-length = 99\nselect = ["E"]\n', "settings"),
    refused("INI", "a.ini", "[server]\nport = 22\nhost = oslo\n\n[log]\nlevel = info\n", "settings"),
    refused(
        "INI called .txt", "a.txt", "[server]\nport = 22\nhost = oslo\n\n[log]\nlevel = info\n", "settings"
    ),
)
