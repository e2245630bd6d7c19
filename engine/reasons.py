"""Why somebody stepped in: a few words that stay in a log, and point nobody out."""

from __future__ import annotations

from engine.identities import identifying

LONGEST = 200
TOO_LONG = f"Skriv högst {LONGEST} tecken"
POINTS_OUT = "Skriv inte {} i skälet: det står kvar i loggen"


def reason_problem(reason: str, missing: str) -> str | None:
    """Return what is wrong with a reason, in Swedish, `missing` if there is none; else None."""
    if not reason.strip():
        return missing
    if len(reason) > LONGEST:
        return TOO_LONG
    found = identifying(reason)
    return POINTS_OUT.format(found) if found else None
