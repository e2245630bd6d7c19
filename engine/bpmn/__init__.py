"""Reads, checks and draws the process models, and moves their tokens."""
