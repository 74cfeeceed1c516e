"""The blind check of what was accepted many at once: spans without their labels, and what comes of the answers."""
