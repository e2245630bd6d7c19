"""Runs every feature in features/."""

from pytest_bdd import scenarios

scenarios(".")
