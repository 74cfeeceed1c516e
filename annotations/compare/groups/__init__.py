"""Groups: which facts report one event, and which articles tell one story."""
