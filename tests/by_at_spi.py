"""Work done through AT-SPI, in a window under a real X server: `by_at_spi.py PYTHON`, in a session bus of its own.

It labels twenty spans and makes a fact with no key and no click, then reads the export.  Not a part of the suite,
since it needs Debian's python3-gi, gir1.2-atspi-2.0, at-spi2-core, dbus and xvfb, and Debian's own Python:

    xvfb-run -a dbus-run-session -- /usr/bin/python3 tests/by_at_spi.py .venv/bin/python
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi

LONGEST = 60  # seconds
MAIN = Path(__file__).parent.parent / "main.py"
SCHEMA = """
name: Reader
pipeline: none
labels: {GPE: {key: "4", hue: 145}, DATE: {key: "8", hue: 300}, NORP: {key: "2", hue: 210}, FAC: {key: "6", hue: 25}}
facts: {ATTACK: {key: a, roles: {actor: {required: true}, target: {required: true}}}}
"""
PLACES = ("Oslo", "Paris", "Rome", "Bonn", "Kyiv", "Minsk", "Riga", "Turin", "Lyon", "Gaza")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "May 1", "May 2", "May 3", "May 4", "May 5")
FORCES = "Israeli forces struck Gaza City at noon. "
TEXT = FORCES + " ".join(f"He went to {place} on {day}." for place, day in zip(PLACES, DAYS, strict=True))
WORDS = [*((place, "GPE") for place in PLACES), *((day, "DATE") for day in DAYS)]
BUTTONS = ("Fact", "ATTACK", "“Israeli”", "target", "“Gaza City”", "Done")
Found = TypeVar("Found")


def wait_for(look: Callable[[], Found | None]) -> Found:
    end = time.monotonic() + LONGEST
    while not (found := look()):
        assert time.monotonic() < end, "It did not come."
        time.sleep(0.1)
    return found


def parts(part: Any) -> Iterator[Any]:
    """The part and all below it that are shown."""
    states = part.get_state_set()
    if states.contains(Atspi.StateType.SHOWING) or part.get_role() is Atspi.Role.APPLICATION:
        yield part
        for place in range(part.get_child_count()):
            if child := part.get_child_at_index(place):
                yield from parts(child)


def program() -> Any:
    """The program, once it is on the bus with a window."""
    desktop = Atspi.get_desktop(0)
    there = (desktop.get_child_at_index(n) for n in range(desktop.get_child_count()))
    return next((one for one in there if one and one.get_child_count() and "article" in names(one)), None)


def names(part: Any) -> set[str]:
    return {one.get_name().lower() for one in parts(part)}


def find(there: Any, roles: tuple[Any, ...], name: str) -> Any:
    named = (one for one in parts(there) if one.get_role() in roles)
    return next((one for one in named if f", {name}" in f", {one.get_name()}"), None)


def press(there: Any, roles: tuple[Any, ...], name: str) -> None:
    part = wait_for(lambda: find(there, roles, name))
    assert part.get_action_iface().do_action(0), name
    time.sleep(0.3)  # Qt's button is let go 0.1 seconds later


def select(there: Any, quote: str) -> None:
    article = wait_for(lambda: find(there, (Atspi.Role.TEXT, Atspi.Role.ENTRY), "Article")).get_text_iface()
    start = article.get_text(0, article.get_character_count()).rindex(quote)
    article.add_selection(start, start + len(quote))


def label(there: Any, quote: str, name: str) -> None:
    select(there, quote)
    press(there, (Atspi.Role.LIST_ITEM,), f"{name},")


def work(there: Any) -> None:
    for quote, name in WORDS:
        label(there, quote, name)
    for quote, name in (("Israeli", "NORP"), ("Gaza City", "FAC")):
        label(there, quote, name)
    article = find(there, (Atspi.Role.TEXT, Atspi.Role.ENTRY), "Article").get_text_iface()
    article.remove_selection(0)
    article.set_caret_offset(FORCES.index("struck") + 1)
    for name in BUTTONS:
        press(there, (Atspi.Role.PUSH_BUTTON,), name)


def leave(there: Any) -> None:
    for role, name in ((Atspi.Role.MENU_ITEM, "File"), (Atspi.Role.MENU_ITEM, "Quit")):
        press(there, (role, Atspi.Role.MENU), name)


def exported(python: str, project: Path) -> dict[str, Any]:
    out = project.parent / "out.jsonl"
    words = ("export", project, out, "--format", "jsonl", "--articles", "all", "--annotator", "anna")
    subprocess.run([python, MAIN, *words], check=True)
    return dict(json.loads(out.read_text("utf-8").splitlines()[0]))


def tell(record: dict[str, Any]) -> None:
    text = record["text"]
    spans = {(text[span["start"] : span["end"]], span["label"]) for span in record["spans"]}
    assert set(WORDS) <= spans, set(WORDS) - spans
    [fact] = record["facts"]
    fillers = [(role["role"], text[f["start"] : f["end"]]) for role in fact["roles"] for f in role["fillers"]]
    assert fillers == [("actor", "Israeli"), ("target", "Gaza City")], fillers
    print(f"{len(record['spans'])} spans and 1 fact by AT-SPI: {fact['type']} {fillers}")


def main(python: str, folder: Path) -> None:
    schema, project = folder / "schema.yaml", folder / "project"
    schema.write_text(SCHEMA, "utf-8")
    record = {"id": "first", "title": "First", "text": TEXT, "spans": []}
    (folder / "first.jsonl").write_text(json.dumps(record), "utf-8")
    for words in (("new", project, "--schema", schema), ("import", project, folder / "first.jsonl")):
        subprocess.run([python, MAIN, *words], check=True)
    always = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
    window = subprocess.Popen([python, MAIN, "open", project, "--annotator", "anna"], env=os.environ | always)
    try:
        work(there := wait_for(program))
        leave(there)
        assert window.wait(LONGEST) == 0
    finally:
        window.kill()
    tell(exported(python, project))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(sys.argv[1], Path(made))
