"""An OpenAI-compatible address on this machine, for the example of a suggester that asks one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer
from threading import Thread
from typing import Any


class Model(BaseHTTPRequestHandler):
    """An OpenAI-compatible address: it answers with what the test wants, and keeps what it was asked."""

    asked: list[tuple[dict[str, Any], str]] = []  # noqa: RUF012 - emptied by `serving`

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((body, self.headers["Authorization"]))
        text = body["messages"][1]["content"]
        if "sailed" in text:
            self.send_error(429, "Too many requests")
            return
        answer: dict[str, Any] = {"quotes": [{"text": "norland", "label": "GPE", "before": ""}], "facts": []}
        if "struck" in text:
            roles = {"actor": ["Norland"], "target": ["Sudland"]}
            answer["facts"] = [{"type": "ATTACK", "trigger": "struck", "roles": roles}]
        reply = json.dumps({"choices": [{"message": {"content": json.dumps(answer)}}]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_: object) -> None:
        """Say nothing on stderr."""


@contextmanager
def serving() -> Iterator[str]:
    """Serve as long as this is held; gives the address."""
    Model.asked.clear()
    with TCPServer(("127.0.0.1", 0), Model) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
        server.shutdown()
