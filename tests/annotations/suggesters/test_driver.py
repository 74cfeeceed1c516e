"""The driver against bad scripts: what came is kept, the rest is told, and nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.suggesters import driver as drivers
from annotations.suggesters.asking import request
from annotations.suggesters.configured import SuggesterCommand
from annotations.suggesters.driver import Driver
from tests.annotations.suggesters.scripts import ANSWER, BAD, PLAIN, READ, command

IDS = ["a1", "a2", "a3"]
ROOT = Path(__file__).parents[3]


def answered(at: SuggesterCommand, ids: list[str] = IDS, text: str = "Norland.") -> tuple[list[str], Driver]:
    """The ids that were answered, and the driver afterwards."""
    driver = Driver(at)
    lines = (request(Asked(id_, text), {"labels": []}) for id_ in ids)
    return [answer["id"] for answer in driver.answers(ids, lines)], driver


@pytest.mark.parametrize(
    ("bad", "noise"),
    [
        ("noise first", 4),
        ("floods stderr", 0),
        ("answers at the end", 0),
        ("unknown id", 1),
        ("answers twice", 2),  # the driver is done before the last second answer
        ("broken UTF-8", 2),
        ("leaves a child", 0),
    ],
)
def test_a_bad_script_that_answers_all_the_same_is_heard(tmp_path: Path, bad: str, noise: int) -> None:
    found, driver = answered(command(tmp_path / "own", BAD[bad]))
    assert (found, driver.noise, driver.ended) == (IDS, noise, "")


def test_a_script_that_never_reads_is_ended_when_its_time_is_over(tmp_path: Path) -> None:
    since = time.monotonic()
    found, driver = answered(command(tmp_path / "own", BAD["never reads"], timeout=0.3), text="x" * 500_000)
    assert (found, time.monotonic() - since < 20) == ([], True)
    assert driver.ended == (
        "The suggester test gave no answer for too long and was ended; 3 articles stay to be looked through."
    )


def test_of_a_script_that_dies_midway_what_came_is_kept_and_its_last_words_are_told(tmp_path: Path) -> None:
    found, driver = answered(command(tmp_path / "own", BAD["dies midway"]))
    assert found == ["a1"]
    assert driver.ended == (
        "The suggester test ended before its last answer (no memory left); 2 articles stay to be looked through."
    )


def test_of_a_script_that_hangs_what_came_is_kept(tmp_path: Path) -> None:
    found, driver = answered(command(tmp_path / "own", BAD["hangs"], timeout=2))
    assert (found, "2 articles stay" in driver.ended) == (["a1"], True)


def test_a_child_that_was_left_behind_is_ended_with_its_parent(tmp_path: Path) -> None:
    at = command(tmp_path / "own", BAD["leaves a child"])
    answered(at)
    assert is_gone(int((tmp_path / "own" / "child").read_text()))


def test_a_child_that_left_the_session_holds_nothing_up(tmp_path: Path) -> None:
    code = BAD["leaves a child"].replace("sleep(60)'])", "sleep(60)'], start_new_session=True)")
    code = code.replace("for one in articles: answer(one)", "answer(articles[0])")
    since = time.monotonic()
    found, driver = answered(command(tmp_path / "own", code))
    os.kill(int((tmp_path / "own" / "child").read_text()), signal.SIGKILL)
    assert (found, time.monotonic() - since < 15) == (["a1"], True)
    assert driver.ended.startswith("The suggester test ended before its last answer (exit code 0)")


def test_a_script_that_does_not_mind_being_asked_to_end_is_killed(tmp_path: Path) -> None:
    code = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + READ + ANSWER
    code += "open('child', 'w').write(str(os.getpid()))\nfor one in articles: answer(one)\ntime.sleep(60)"
    assert answered(command(tmp_path / "own", code))[0] == IDS
    assert is_gone(int((tmp_path / "own" / "child").read_text()))


@pytest.mark.parametrize("word", [str(signal.SIGTERM.value), str(signal.SIGINT.value)])
def test_ending_the_program_ends_the_script(tmp_path: Path, word: str) -> None:
    at = command(
        tmp_path / "own", "import os, time\nopen('child', 'w').write(str(os.getpid()))\ntime.sleep(60)"
    )
    code = (
        "import sys; from annotations.suggesters.configured import SuggesterCommand as C; "
        "from annotations.suggesters.driver import Driver; "
        f"list(Driver(C('test', {at.command!r}, {at.folder!r})).answers(['a'], [b'1']))"
    )
    run = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE)
    pid = int(waited_for(tmp_path / "own" / "child"))
    run.send_signal(int(word))
    run.communicate(timeout=20)
    assert is_gone(pid)


def test_a_line_without_an_end_is_noise_and_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drivers, "LINE", 1_000)
    code = READ + ANSWER + "sys.stdout.write('x' * 100_000 + '\\n')\nfor one in articles: answer(one)"
    found, driver = answered(command(tmp_path / "own", code))
    assert (found, driver.noise) == (IDS, 1)


def test_nesting_without_end_and_numbers_without_end_are_noise(tmp_path: Path) -> None:
    code = READ + ANSWER + "print('[' * 200_000)\nprint('{\"id\": \"a1\", \"n\": ' + '9' * 10_000 + '}')\n"
    found, driver = answered(command(tmp_path / "own", code + "for one in articles: answer(one)"))
    assert (found, driver.noise) == (IDS, 2)


def test_a_name_may_come_first_and_is_no_noise(tmp_path: Path) -> None:
    first = 'print(\'{"name": "gliner", "version": "2.1"}\', flush=True)\n'
    _, driver = answered(command(tmp_path / "own", first + PLAIN))
    assert (driver.named, driver.noise) == ({"name": "gliner", "version": "2.1"}, 0)


def test_a_text_of_any_kind_arrives_as_it_is(tmp_path: Path) -> None:
    text = "caf\u0301e 🙂\u202e \ud800 \u2028\r\n\0" + "x" * 300_000
    code = READ + "print(json.dumps({'id': 'a1', 'spans': [], 'text': articles[0]['text']}), flush=True)"
    driver = Driver(command(tmp_path / "own", code))
    [answer] = driver.answers(["a1"], [request(Asked("a1", text), {})])
    assert answer["text"] == text


@pytest.mark.parametrize("words", [["no-such-program"], ["./none.sh"]])
def test_a_command_that_is_not_there_is_told(tmp_path: Path, words: list[str]) -> None:
    with pytest.raises(UserError, match=f"The suggester test cannot be started: {words[0]}: No such file"):
        answered(SuggesterCommand("test", tuple(words), str(tmp_path)))


def is_gone(pid: int) -> bool:
    """Whether the process is there no more, or dead and not yet collected, within two seconds."""
    until = time.monotonic() + 2
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


def waited_for(path: Path) -> str:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if path.exists() and path.read_text():
            return path.read_text()
        time.sleep(0.02)
    raise AssertionError(f"{path} did not come")
