"""Works the frozen program's window on an X server of its own by real keys, as a person does.

It imports, confirms, relabels, rejects, finishes, searches by a regular expression and exports: the window runs the
frozen program's own processes for that.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOOLS = ("Xvfb", "xdotool")
SIZE = "1440x900x24"
LONGEST = 120.0  # seconds until what was asked for must be there


class Keys:
    """The keys of one X server."""

    def __init__(self, display: str, pictures: Path) -> None:
        self._env = {**os.environ, "DISPLAY": display}
        self._pictures = pictures
        pictures.mkdir(parents=True, exist_ok=True)

    def ask(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._env, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def window(self, name: str) -> str:
        """Wait until a window of that name is there, give it the keyboard, and return its number."""
        wait(lambda: self.ask("search", "--onlyvisible", "--name", name), f"a window {name}")
        found = self.ask("search", "--onlyvisible", "--name", name).split()[-1]
        self.ask("windowfocus", "--sync", found)
        return found

    def press(self, *keys: str) -> None:
        for key in keys:
            self.ask("key", "--delay", "60", key)

    def type(self, text: str) -> None:
        self.ask("type", "--delay", "20", text)

    def picture(self, name: str) -> None:
        """Take a picture of the screen, where ImageMagick is."""
        if shutil.which("import"):
            words = ["import", "-window", "root", str(self._pictures / f"{name}.png")]
            subprocess.run(words, env=self._env, capture_output=True, check=False)


def wait(until: Callable[[], Any], what: str) -> None:
    end = time.monotonic() + LONGEST
    while not until():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} was waited for in vain")
        time.sleep(0.3)


def try_window(trial: Any, command: Callable[..., tuple[int, str, str]]) -> None:
    """Work the window; what fails is kept in the trial.  `command`: runs one of the source tree."""
    if lacking := [name for name in TOOLS if shutil.which(name) is None]:
        print(f"The window is not tried by real keys: {' and '.join(lacking)} is not installed.")
        return
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE]
    server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    display = f":{os.read(read, 16).decode().strip()}"
    try:
        _work(trial, command, Keys(display, trial.at.parent / "factmark-frozen-pictures"), display)
    except TimeoutError as error:
        trial.check(False, f"the window: {error}")
    finally:
        os.close(read)
        server.terminate()
        server.wait()


def _work(trial: Any, command: Callable[..., tuple[int, str, str]], keys: Keys, display: str) -> None:
    folder, sample = trial.at / "window" / "by-keys", trial.at / "sample.txt"
    folder.parent.mkdir()  # by itself: what the window exports lies beside the project
    sample.write_text(
        "Acme Bank\n\nMaria Ruiz of Acme Bank, with Kofi Mensah, in Oslo and in Paris.\n", "utf-8"
    )
    trial.do("new", folder)
    env = {**trial.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    window = subprocess.Popen(
        [*trial.program, "open", str(folder), "--annotator", "anna"], env=env, cwd=trial.at
    )
    trial.count += 1
    try:
        _label(keys, sample, lambda status: _spans(command, trial.at, folder, status))
        _search(keys)
        _export(trial, keys, folder)
        keys.press("ctrl+q")
        trial.check(window.wait(30) == 0, f"the window ended with {window.returncode}")
    finally:
        keys.picture("last")
        window.kill()
        window.wait()


def _label(keys: Keys, sample: Path, spans: Callable[[str], list[str]]) -> None:
    """Import the sample, wait for what is suggested, confirm, relabel, reject, and finish."""
    keys.window("Factmark")
    keys.press("ctrl+i")
    keys.window("Import files")
    keys.type(str(sample))
    keys.press("Return")
    wait(lambda: len(spans("suggested")) > 3, "what the worker suggests")
    keys.window("Factmark")
    keys.picture("suggested")
    keys.press("ctrl+Home", "Tab", "Return", "3", "x", "Return")
    wait(lambda: len(spans("confirmed")) >= 2, "what was confirmed by keys")
    keys.press("ctrl+Return")
    keys.window("Finish the article")
    keys.picture("finishing")
    keys.press("l")


def _spans(command: Callable[..., tuple[int, str, str]], at: Path, folder: Path, status: str) -> list[str]:
    out = at / "looked.jsonl"
    words = ("export", folder, out, "--format", "jsonl", "--articles", "all", "--spans", status)
    if command(*words)[0]:
        return []
    return [
        span["text"] for line in out.read_text("utf-8").splitlines() for span in json.loads(line)["spans"]
    ]


def _search(keys: Keys) -> None:
    keys.window("Factmark")
    keys.press("ctrl+4")
    keys.type("/[A-Z]cme B.nk/")
    keys.press("Return")
    keys.ask("sleep", "3")
    keys.picture("searched")


def _export(trial: Any, keys: Keys, folder: Path) -> None:
    keys.press("ctrl+e")
    keys.ask("sleep", "5")
    keys.picture("export")
    keys.press("Return")
    wait(lambda: list(folder.parent.rglob("dataset.jsonl")), "the export")
    [out] = folder.parent.rglob("dataset.jsonl")
    wait(lambda: out.read_text("utf-8").endswith("\n"), "the export's end")
    [article] = map(json.loads, out.read_text("utf-8").splitlines())
    labels = {span["text"]: span["label"] for span in article["spans"]}
    trial.check(bool(labels) and article["annotator"] == "anna", f"the export by keys holds {labels}")
    print(f"  by keys: {labels}")
    keys.ask("sleep", "2")
    keys.picture("exported")
