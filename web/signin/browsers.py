"""Roughly which browser somebody sits at: enough to know it again among one's own."""

from __future__ import annotations

BROWSERS = (
    *(("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome")),
    *(("Safari/", "Safari"), ("curl/", "curl")),
)
"""What is in a User-Agent, the most telling first: others say that they are Chrome and Safari."""
MACHINES = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")),
    *(("Mac OS", "Mac"), ("Linux", "Linux")),
)


def browser_of(user_agent: str) -> str:
    """Say roughly which browser it is: `Firefox, Windows`; nothing for one that is not known."""
    found = (_first(user_agent, kinds) for kinds in (BROWSERS, MACHINES))
    return ", ".join(filter(None, found))


def _first(text: str, kinds: tuple[tuple[str, str], ...]) -> str:
    return next((name for sign, name in kinds if sign in text), "")
