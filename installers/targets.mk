# What is built of the program to be installed, and the tries of what was built: see docs/install.md.
# Included by ../Makefile; PYTHON, NAMED, VENV, BIN and `setup` come from there.

# The distributions in build/dist, checked; the wheel installed by pip, pipx and uv in homes below build/wheel. Five minutes, with a package index.
WHEEL := build/wheel/tools$(NAMED)
.PHONY: wheel
wheel: $(WHEEL)/.ready
	$(WHEEL)/bin/python installers/wheel/try_wheel.py

$(WHEEL)/.ready: installers/wheel/tools.lock
	$(PYTHON) -m venv $(WHEEL)
	$(WHEEL)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $<
	@touch $@

# PyInstaller's folder of the whole program, build/frozen/factmark, and its try without a Python (`make frozen-try` tries again).
# Its environment has every library of the lock and what builds, of which installers/frozen/factmark.spec takes what is used.
FROZEN := build/frozen
FREEZER := build/freezer$(NAMED)
.PHONY: frozen frozen-try
frozen: setup $(FREEZER)/.ready
	$(FREEZER)/bin/pyinstaller --noconfirm --log-level ERROR --distpath $(FROZEN) --workpath build/freezing installers/frozen/factmark.spec
	$(FREEZER)/bin/python installers/frozen/trim.py $(FROZEN)/factmark
	$(BIN)/python installers/frozen/try_frozen.py $(FROZEN)/factmark

frozen-try: setup
	$(BIN)/python installers/frozen/try_frozen.py $(FROZEN)/factmark

$(FREEZER)/.ready: requirements.lock installers/frozen/builder.lock
	$(PYTHON) -m venv $(FREEZER)
	$(FREEZER)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(FREEZER)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r installers/frozen/builder.lock
	@touch $@

# build/factmark_VERSION_ARCHITECTURE.deb of the frozen program, looked at by Debian's own checkers. On Debian or Ubuntu, after `make frozen`; some minutes.
.PHONY: deb deb-test
deb:
	$(FREEZER)/bin/python -m installers.debian.build

# The package in a bare Debian root, worked with and taken away again. As root, with a mirror: DEBIAN_MIRROR, DEBIAN_SUITE. Some minutes.
deb-test:
	installers/debian/try.sh

# The frozen program as a folder that an AppImage is made of; as one file where appimagetool is.
.PHONY: appimage
appimage:
	sh installers/appimage/build.sh

# A real Dask cluster on this machine: workers and the scheduler are killed, versions differ, TLS. Ten minutes; the extra is in the lock.
.PHONY: test-cluster
test-cluster: setup
	$(BIN)/python -m pytest -n 0 tests/dask --durations=5

# The bill of materials of the lock, in build/factmark.cdx.json; and whether a package of it has a known hole, which
# says "skipped" where there is no network to ask.
.PHONY: sbom audit
sbom: setup build/sbom/.ready
	build/sbom/bin/python installers/sbom/sbom.py $(VENV) build/factmark.cdx.json

audit: build/sbom/.ready
	build/sbom/bin/python installers/sbom/audit.py

build/sbom/.ready: installers/sbom/builder.lock
	$(PYTHON) -m venv build/sbom
	build/sbom/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $<
	@touch $@
