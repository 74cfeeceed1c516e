"""A blind check: how much of what was accepted many at once is right, by a few spans drawn at random (see docs/reliability.md)."""
