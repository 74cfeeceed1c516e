from tests.offscreen import be_offscreen

be_offscreen()

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from annotations.schema import reader as schema_reader
from models.project import Project
from tests.templates import copied

settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fuzz", settings.get_profile("shared"), max_examples=2_000, print_blob=True)
settings.load_profile("shared")  # machines are shared: a slow moment is no failure
INTERNET = (socket.AF_INET, socket.AF_INET6)


class SocketOpened(AssertionError):
    """Something reached for the internet."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=3, help="how often the crash tests kill")
    parser.addoption("--mutations", type=int, default=60, help="how many bytes of a database are changed")


@pytest.fixture(scope="session", autouse=True)
def no_internet() -> Iterator[None]:
    """Every internet socket fails loudly; local ones (AF_UNIX) work."""

    def guarded(name: str) -> Any:
        real = getattr(socket.socket, name)

        def call(self: socket.socket, *arguments: Any) -> Any:
            if self.family in INTERNET:
                raise SocketOpened(f"{name}{arguments}")
            return real(self, *arguments)

        return call

    def lookup(*arguments: Any, **_: Any) -> Any:
        raise SocketOpened(f"getaddrinfo{arguments}")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, guarded(name))
        patch.setattr(socket, "getaddrinfo", lookup)
        yield


@pytest.fixture(scope="session")
def qapp_cls() -> type[Any]:
    """The application of pytest-qt is the program's own."""
    from ui.project.packs.program import Program

    return Program


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config folder of the test's own: nobody's settings are read or written."""
    folder = tmp_path / "config"
    monkeypatch.setenv("FACTMARK_CONFIG", str(folder))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A new project with the shipped news schema."""
    made = Project(copied(tmp_path / "project", _news))
    yield made
    made.close()


def _news(folder: Path) -> None:
    Project.create(folder, schema_reader.parse(schema_reader.shipped("news"))).close()
