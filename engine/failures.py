"""What an unexpected failure is called when a person has to deal with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from engine.errors import Deviation, ModelError, NotFound, Tampered, Unreadable
from engine.mishaps import Incident

CAUSES: tuple[tuple[type[Exception], str], ...] = (
    (Unreadable, "Det sparade läget går inte att läsa. Det kan byggas om ur loggen."),
    (Deviation, "Ärendets sparade läge stämmer inte med dess logg. Ingenting har ändrats."),
    (Tampered, "Loggen är inte som den skrevs. Ändra ingenting; pröva den med skydd audit verify."),
    (ModelError, "Processversionen går inte att läsa."),
    (NotFound, "Något som steget behöver finns inte längre."),
    (ConnectionError, "Databasen eller nätet svarade inte."),
    (RecursionError, "Processen är för djup för att köras."),
)
UNEXPECTED = "Ett fel i programmet hindrade steget."
LONGEST = 4000


def failed(error: Exception, kind: str, command: str, at: datetime, **about: Any) -> Incident:
    """Return the incident of a failure; `about` are further fields of it.

    The technical text names the error and nothing that was typed in a form.
    """
    technical = f"{type(error).__name__}: {error}"[:LONGEST]
    return Incident(str(uuid4()), at, kind, command, cause_of(error), technical, **about)


def cause_of(error: Exception) -> str:
    """Say in Swedish what an error means to the one who has to deal with it."""
    return next((said for kind, said in CAUSES if isinstance(error, kind)), UNEXPECTED)
