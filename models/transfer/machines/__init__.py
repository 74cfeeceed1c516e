"""Machines that annotate under names of their own."""
