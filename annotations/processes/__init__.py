"""Processes of this program: how one is started, whichever way the program was built."""
