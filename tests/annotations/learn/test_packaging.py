"""Pipelines as installable packages."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import venv
from pathlib import Path

import pytest
import spacy

from annotations.errors import UserError
from annotations.learn.packaging import package
from annotations.learn.saving import save

SEEN = "import spacy, sys; nlp = spacy.load('en_sea'); print(nlp.meta['version'], len(nlp('Two words')))"


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    folder = tmp_path / "pipelines" / "sea"
    save(spacy.blank("en"), folder, "sea", "2.0.0", {"articles": 12, "spans": 60, "parent": "en_news"})
    return folder


def test_a_wheel_is_installed_without_network_and_found_by_its_entry_point(
    pipeline: Path, tmp_path: Path
) -> None:
    made = package(pipeline, tmp_path / "out")
    place = tmp_path / "venv"
    venv.create(place, with_pip=False)
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    site = next(place.glob("**/site-packages"))
    (site / "ours.pth").write_text("\n".join(one for one in sys.path if one.endswith("site-packages")))
    line = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-index",
        "--no-deps",
        str(made.wheel),
    ]
    subprocess.run(line, check=True, capture_output=True)
    done = subprocess.run([python, "-c", SEEN], check=True, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.split() == ["2.0.0", "2"]


def test_the_package_has_sources_and_a_card(pipeline: Path, tmp_path: Path) -> None:
    made = package(pipeline, tmp_path)
    assert made.folder.name == "en_sea-2.0.0"
    with tarfile.open(made.sdist) as sdist:
        names = {name.removeprefix("en_sea-2.0.0/") for name in sdist.getnames()}
    assert {
        "setup.py",
        "README.md",
        "meta.json",
        "PKG-INFO",
        "en_sea/__init__.py",
        "en_sea/en_sea-2.0.0/config.cfg",
    } <= names
    card = (made.folder / "README.md").read_text("utf-8")
    assert "12 articles, 60 spans" in card
    assert "en_news" in card
    assert "Licence: ____" in card


def test_the_same_pipeline_gives_the_same_wheel(pipeline: Path, tmp_path: Path) -> None:
    one, other = (package(pipeline, tmp_path / name).wheel.read_bytes() for name in "ab")
    assert one == other


def test_a_package_is_never_written_over_another(pipeline: Path, tmp_path: Path) -> None:
    package(pipeline, tmp_path)
    with pytest.raises(UserError, match="a package there already"):
        package(pipeline, tmp_path)


@pytest.mark.parametrize(
    "meta", ["", "[]", '{"lang": "en", "name": "../x", "version": "1"}', '{"lang": "en"}']
)
def test_what_cannot_be_a_package_is_refused(pipeline: Path, tmp_path: Path, meta: str) -> None:
    (pipeline / "meta.json").write_text(meta)
    with pytest.raises(UserError):
        package(pipeline, tmp_path / "out")
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True
