# What is built of the program to be installed, and the tries of what was built: see docs/install.md.
# Included by ../Makefile; PYTHON, VENV, BIN and `setup` come from there.

# The distributions in build/dist, checked; the wheel installed by pip, pipx and uv in homes below build/wheel. Three minutes, with a package index.
.PHONY: wheel
wheel: build/wheel/tools/.ready
	build/wheel/tools/bin/python installers/wheel/try_wheel.py

build/wheel/tools/.ready: installers/wheel/tools.lock
	$(PYTHON) -m venv build/wheel/tools
	build/wheel/tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $<
	@touch $@

# build/factmark_VERSION_ARCHITECTURE.deb of the frozen program, looked at by Debian's own checkers. On Debian or Ubuntu; some minutes.
.PHONY: deb deb-test
deb: setup
	$(BIN)/python -m installers.debian.build

# The package in a bare Debian root, worked with and taken away again. As root, with a mirror: DEBIAN_MIRROR, DEBIAN_SUITE. Some minutes.
deb-test:
	installers/debian/try.sh

# The frozen program as a folder that an AppImage is made of; as one file where appimagetool is.
.PHONY: appimage
appimage:
	sh installers/appimage/build.sh
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
