"""Suggesters as real scripts: the ten bad ones, and a plain one, each run by the driver as a person's would be."""

from __future__ import annotations

import sys
from pathlib import Path

from annotations.suggesters.configured import SuggesterCommand

PLAIN = """
import json, sys
for line in sys.stdin:
    article = json.loads(line)
    at = article["text"].find("Norland")
    spans = [{"start": at, "end": at + 7, "label": "GPE", "score": 0.75}] if at >= 0 else []
    print(json.dumps({"id": article["id"], "spans": spans}))
"""
READ = "import json, os, sys, time\narticles = [json.loads(line) for line in sys.stdin]\n"
ANSWER = "def answer(one): print(json.dumps({'id': one['id'], 'spans': []}), flush=True)\n"

BAD = {
    "noise first": READ + ANSWER + "print('Loading model ...\\n[1, 2]\\n{\"id\": 7}\\n{', flush=True)\n"
    "for one in articles: answer(one)",
    "never reads": "import time; time.sleep(60)",
    "floods stderr": "import json, os, sys\n" + ANSWER + "for line in sys.stdin:\n"
    "    os.write(2, b'warning: slow\\n' * 100_000)\n    answer(json.loads(line))",
    "dies midway": READ
    + ANSWER
    + "answer(articles[0])\nprint('no memory left', file=sys.stderr)\nos._exit(3)",
    "hangs": READ + ANSWER + "answer(articles[0])\ntime.sleep(60)",
    "answers at the end": "import json, sys\nlines = sys.stdin.read().splitlines()\n"
    "sys.stdout.write(''.join(json.dumps({'id': json.loads(one)['id'], 'spans': []}) + '\\n' for one in lines))",
    "unknown id": READ + ANSWER + "answer({'id': 'zz'})\nfor one in articles: answer(one)",
    "answers twice": READ + ANSWER + "for one in articles: answer(one); answer(one)",
    "broken UTF-8": READ + ANSWER + 'os.write(1, b\'{"id": "\\xff\\xc3("}\\n\\xf0\\x9f\\n\')\n'
    "for one in articles: answer(one)",
    "leaves a child": "import subprocess\n"
    + READ
    + ANSWER
    + "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    "open('child', 'w').write(str(child.pid))\nfor one in articles: answer(one)",
}


def command(folder: Path, code: str, *, timeout: float = 20, each: str = "every") -> SuggesterCommand:
    """The suggester whose script has that code."""
    folder.mkdir(exist_ok=True)
    (folder / "script.py").write_text(code, "utf-8")
    return SuggesterCommand("test", (sys.executable, "script.py"), str(folder), timeout, each)
