"""Copies of everything, taken while people work, and put back where nothing is."""
