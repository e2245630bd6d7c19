"""Scenarios begun for a process owner: what no scenario tries yet, in the words of the features."""
