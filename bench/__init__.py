"""Measures what the engine promises: `make bench` writes results.json and fails on a missed bar.

Every figure is a ratio of medians, or a size; competitors take turns in one run, so that a busy
machine slows both. Read `shapes` (the workload), `office` (our side), `stock` (the other side).
"""
