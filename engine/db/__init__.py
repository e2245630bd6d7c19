"""Keeps cases, people and published process sets in a relational database."""
