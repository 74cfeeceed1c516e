# What is built of the program to be installed, and the tries of what was built: see docs/install.md.
# Included by ../Makefile; PYTHON, VENV, BIN and `setup` come from there.
