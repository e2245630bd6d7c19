"""A hand-small client for Skyddsprocessen's REST API; see docs/api.md. Needs only `requests`."""

from client.calls import Client, Problem, Seen

__all__ = ["Client", "Problem", "Seen"]
