"""Nothing goes out by itself: no module of the program can open a connection, but for those that are named here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.test_architecture import NAMES, nodes, text

# What opens connections, of the standard library and of all that is in the lock.
OPENS = (
    *("socket", "ssl", "socketserver", "http", "urllib.request", "urllib.robotparser", "ftplib", "smtplib"),
    *("poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "webbrowser", "asyncio"),
    *("requests", "urllib3", "httpx", "httpcore", "h11", "tornado", "distributed", "dask", "smart_open"),
    *("cloudpathlib", "fsspec", "weasel", "huggingface_hub", "datasets", "aiohttp", "websockets"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
    *("spacy.cli", "trafilatura.downloads", "pyarrow.fs", "pyarrow.flight"),
)
# Calls that make another program or library do it.
CALLS = ("openUrl", "fetch_url", "urlopen", "urlretrieve", "create_connection", "QNetworkAccessManager")
# One of these stands in a file that could; the others need not be parsed.
WORDS = re.compile("|".join(rf"\b{word.rpartition('.')[2]}\b" for word in (*OPENS, *CALLS)))
MAY = {
    ("annotations/suggest/chunks/cluster/connection.py", "distributed"),  # `suggest --cluster ADDRESS`
    ("annotations/suggest/chunks/cluster/in_flight.py", "distributed"),
    ("ui/installed/on_worker.py", "asyncio"),  # what Dask's worker loads; it asks for the machine's name,
    ("ui/installed/on_worker.py", "socket"),  # and opens nothing of its own
    ("ui/schema/guideline.py", "openUrl"),  # a link in a guideline, on a click, by the browser
    ("ui/help/about_dialog.py", "openUrl"),  # a folder, by the desktop
}


def loaded(name: str) -> Iterator[str]:
    """Yield what a file imports, by full names, and what it calls."""
    for node in nodes(name):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Call):
            yield getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            words = (one.value for one in node.args if isinstance(one, ast.Constant))
            if ast.unparse(node.func).endswith(("import_module", "__import__")):
                yield from (word for word in words if isinstance(word, str))


def opening(name: str) -> set[tuple[str, str]]:
    """Return what a file has that can open a connection."""
    found = set(loaded(name))
    modules = {one for one in OPENS for said in found if said == one or said.startswith(f"{one}.")}
    return {(name, one) for one in modules | (found & set(CALLS))}


def test_no_module_can_open_a_connection_but_those_that_are_named() -> None:
    found = {row for name in NAMES if WORDS.search(text(name)) for row in opening(name)}
    assert found - MAY == set()


def test_what_is_named_is_needed() -> None:
    there = {row for row in MAY if row[0] in NAMES}
    assert {row for name, _ in there for row in opening(name)} == there
