# What is built of the program to be installed, and the tries of what was built: see docs/install.md.
# Included by ../Makefile; PYTHON, VENV, BIN and `setup` come from there.

# A real Dask cluster on this machine: workers and the scheduler are killed, versions differ, TLS. Ten minutes; the extra is in the lock.
.PHONY: test-cluster
test-cluster: setup
	$(BIN)/python -m pytest -n 0 tests/dask --durations=5
