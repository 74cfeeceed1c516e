"""Files and folders as they lie on the disk."""
