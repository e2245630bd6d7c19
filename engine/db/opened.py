"""Sealed answers, opened for a reader in words, with what is protected left masked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from engine.db.protection import OWN, RECEIVED
from engine.db.tables import markings
from engine.errors import Erased
from engine.forms import Form
from engine.secrecy.protected import masked_keys
from engine.secrecy.vault import Compartment, Vault
from engine.views import Answered

__all__ = ["OWN", "RECEIVED", "Opener"]


class Opener:
    """Opens the answers of one case; made once for a page, it asks once how the case is marked."""

    def __init__(self, connection: Connection, vault: Vault, case_id: str) -> None:
        self._connection, self._vault, self._case_id = connection, vault, case_id

    @cached_property
    def marking(self) -> str | None:
        """How the case is marked, if it is: then more is masked."""
        query = select(markings.c.code).where(markings.c.case_id == self._case_id)
        return self._connection.execute(query).scalar()

    def opened(
        self, form: Form | None, place: Compartment, sealed: bytes, address: tuple[str, str]
    ) -> Answered:
        """Return sealed answers; nothing once the compartment is erased, or without a form."""
        try:
            return self.shown(form, self._vault.open(place, sealed), address)
        except Erased:
            return Answered()

    def shown(
        self, form: Form | None, answers: Mapping[str, Any], address: tuple[str, str] | None
    ) -> Answered:
        """Return answers in words; `address` is where what is masked can be asked for."""
        if form is None:
            return Answered()
        masked = masked_keys(form, self.marking)
        hidden = not masked.isdisjoint(answers)
        return Answered(tuple(form.shown(answers, masked)), address if hidden else None)
