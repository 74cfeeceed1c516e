# `make run` and `make test` set up all they need; `make setup` is their shared first half.
# On Windows, and wherever there is no make: see README.md.

.DEFAULT_GOAL := help
PYTHON ?= python3
# Each Python that is named has an environment of its own: .venv-3.12 with PYTHON=python3.12, else .venv.
NAMED := $(if $(filter file,$(origin PYTHON)),,$(shell $(PYTHON) -c "import sys; print('-%d.%d' % sys.version_info[:2])"))
VENV := .venv$(NAMED)
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READERS := .venv-readers$(NAMED)
unexport PYTHONDONTWRITEBYTECODE # each process of the tests would compile all modules anew

# What Qt needs on a bare Debian or Ubuntu, a font included, and for a real X11 window beside it.
LIBRARIES := libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 fonts-dejavu-core \
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
  libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1

include installers/targets.mk

.PHONY: help setup system run test test-readers lint bench million crash faults soak fuzz demo pipeline clean

help:
	@echo "make run     open the window; without a display: do the demo"
	@echo "make test    all tests        make lint    ruff and mypy        with another Python: make test PYTHON=python3.12"
	@echo "make test-readers  other tools read what Factmark exports; they have their own $(READERS)"
	@echo "make sbom    a bill of materials of the lock      make audit   known holes of it, with a network"
	@echo "make wheel   build the wheel, check it, install it by pip, pipx and uv"
	@echo "make test-cluster  suggest on a real Dask cluster of this machine, of which parts are killed"
	@echo "make bench   the figures      make crash   the long crash test"
	@echo "make million  10,000, 100,000 and 1,000,000 articles: what each step costs, and how that grows"
	@echo "make soak    100,000 edits by keys in the window: cost and memory"
	@echo "make faults  every write, sync and rename of every operation that writes fails, in every way"
	@echo "make fuzz    mutated files and databases for every reader; then the tests with made-up examples, twenty times as many"
	@echo "make pipeline  train en_news anew, from ../shared/corpora"
	@echo "make frozen  a program that needs no Python, in build/frozen; then it is tried"

setup: system $(READY)

# Installs missing system libraries when root, else says in one sentence what to type.
system:
	@command -v dpkg-query >/dev/null 2>&1 || exit 0; \
	missing=""; \
	for name in $(LIBRARIES); do \
	  dpkg-query -W -f='$${Status}' $$name 2>/dev/null | grep -q "ok installed" \
	    || dpkg-query -W -f='$${Status}' $${name}t64 2>/dev/null | grep -q "ok installed" \
	    || missing="$$missing $$name"; \
	done; \
	$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || missing="$$missing python3-venv"; \
	test -z "$$missing" && exit 0; \
	if [ "$$(id -u)" = 0 ]; then \
	  echo "Installing system libraries:$$missing"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else \
	  echo "Qt needs some system libraries; type: sudo apt-get install --no-install-recommends$$missing" >&2; exit 1; \
	fi

$(READY): requirements.lock
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" \
	  || { echo "Factmark needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@touch $@

run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	  $(BIN)/python main.py; \
	else \
	  echo "There is no display here, so this does the demo instead of opening the window."; \
	  $(BIN)/python main.py demo; \
	fi

demo: setup
	$(BIN)/python main.py demo

# A process a core; one that has nothing left to do takes over tests of another.
test: setup
	$(BIN)/python -m pytest -n auto --dist worksteal

# `make test` passes tests/readers by (norecursedirs in pyproject.toml): these tests know other tools, and not Factmark.
test-readers: setup $(READERS)/.ready
	$(BIN)/python -m tests.readers.make
	$(READERS)/bin/python -m pytest -c tests/readers/pytest.ini tests/readers

$(READERS)/.ready: requirements-readers.lock
	$(PYTHON) -m venv $(READERS)
	$(READERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $<
	@touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy annotations models ui

bench: setup
	$(BIN)/python -m tests.benchmarks.run

# An hour or two for a million articles, and 8 GB of disk; the table is written to build/.
ARTICLES ?= 10000,100000,1000000
million: setup
	$(BIN)/python -m tests.million.run --articles $(ARTICLES)

crash: setup
	$(BIN)/python -m pytest tests/test_crash.py --kills 20

# Half an hour or more: 100,000 edits by keys in the real window.
soak: setup
	$(BIN)/python -m tests.benchmarks.soak

# Half an hour; with a C compiler SQLite's own steps fail as well.  --only edit:kill:17 repeats a point.
faults: setup
	$(BIN)/python -m tests.faults.run

# 10,000 mutated files and 2,000 mutated databases, about 25 minutes of two cores; what fails is kept in build/fuzz.
# Then an hour or more; what fails is kept in .hypothesis, and tried first by the next run.
fuzz: setup
	$(BIN)/python -m tests.fuzzing
	$(BIN)/python -m pytest -m hypothesis --hypothesis-profile fuzz

# About ten minutes of one core; the corpora lie outside the repository.
pipeline: setup
	$(BIN)/python -m annotations.training

clean:
	rm -rf .venv .venv-* build .pytest_cache .mypy_cache .ruff_cache .hypothesis
