"""The contact register as rows: each version sealed, the newest of each contact in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, func, insert, select
from sqlalchemy.exc import IntegrityError

from engine.casebook.contacts import FORM, ROLES, Contact
from engine.caseviews import ContactLine
from engine.db.tables import contacts
from engine.errors import Erased, NotFound, Stale
from engine.forms import MASK
from engine.secrecy.protected import masked_keys
from engine.secrecy.vault import Compartment, Vault

CONTACT = "kontakt"
"""The kind of what can be masked that a contact is; see `engine.db.protection`."""
_OTHER = contacts.alias("other")


@dataclass(frozen=True)
class Book:
    """The register inside a transaction; the port `engine.casebook.contacts.ContactBook`."""

    connection: Connection
    vault: Vault

    def keep(self, contact: Contact) -> None:
        """Keep a version. Raises Stale if somebody has kept one with its number."""
        place = contact_in(contact.case_id, contact.agency, contact.id, contact.version)
        sealed = self.vault.seal(place, dict(contact.answers))
        row = vars(contact) | {"answers": sealed, "blocked": contact.blocked}
        try:
            self.connection.execute(insert(contacts).values(row))
        except IntegrityError as error:
            raise Stale("the contact has changed meanwhile") from error

    def newest(self, case_id: str, agency: str, contact_id: str) -> Contact:
        """Return the newest version. Raises NotFound for another's or a removed one."""
        query = _of(case_id, agency).where(contacts.c.id == contact_id)
        newest = query.order_by(contacts.c.version.desc()).limit(1)
        row = self.connection.execute(newest).mappings().first()
        if row is None or row["removed"]:
            raise NotFound(f"contact {contact_id}")
        return opened(self.vault, row)


def in_force(
    connection: Connection, vault: Vault, case_id: str, agency: str
) -> Sequence[tuple[Contact, int]]:
    """Return each contact as it is now, blocked ones first, with how many versions it has."""
    count = func.count().over(partition_by=contacts.c.id).label("versions")
    last = func.max(contacts.c.version).over(partition_by=contacts.c.id).label("last")
    every = _of(case_id, agency).add_columns(count, last).subquery()
    query = select(every).where(every.c.version == every.c.last, ~every.c.removed)
    found = connection.execute(query.order_by(every.c.blocked.desc(), every.c.at)).mappings()
    return [(opened(vault, row), row["versions"]) for row in found]


def versions(
    connection: Connection, vault: Vault, case_id: str, agency: str, contact_id: str
) -> Sequence[Contact]:
    """Return every version of a contact, the newest first; none for another's."""
    query = _of(case_id, agency).where(contacts.c.id == contact_id)
    found = connection.execute(query.order_by(contacts.c.version.desc())).mappings()
    return [opened(vault, row) for row in found]


def line(contact: Contact, versions: int, by: str | None, marking: str | None) -> ContactLine:
    """Return a contact as it is shown: what is masked is neither in its words nor its answers."""
    masked = masked_keys(FORM, marking) & contact.answers.keys()
    said = {key: value for key, value in contact.answers.items() if key not in masked}
    reach = MASK if "kontaktvag" in masked else said.get("kontaktvag", "")
    return ContactLine(
        replace(contact, answers=said), said["namn"], ROLES[said["roll"]], reach, contact.blocked,
        versions, by, (CONTACT, contact.id) if masked else None,
    )  # fmt: skip


def blocked_texts(database: Engine, vault: Vault, case_id: str) -> tuple[str, ...]:
    """Return what is written of those in a case who must be told nothing, whoever marked them.

    For the one who sends e-mail only: a suspected vårdnadshavare is nobody's receiver.
    """
    last = select(func.max(contacts.c.version)).where(contacts.c.id == _OTHER.c.id)
    query = select(_OTHER).where(_OTHER.c.case_id == case_id, _OTHER.c.blocked, ~_OTHER.c.removed)
    with database.connect() as connection:
        newest = query.where(_OTHER.c.version == last.scalar_subquery())
        found = list(connection.execute(newest).mappings())
    return tuple(text for row in found for text in _texts(vault, row))


def _texts(vault: Vault, row: RowMapping) -> Iterator[str]:
    try:
        yield from (str(value) for value in opened(vault, row).answers.values())
    except Erased:
        return


def contact_in(case_id: str, agency: str, contact_id: str, version: int) -> Compartment:
    """Return where a version of a contact is sealed."""
    return Compartment(case_id, agency, f"kontakt {contact_id} {version}")


def opened(vault: Vault, row: RowMapping) -> Contact:
    """Return the contact of a row. Raises Erased."""
    place = contact_in(row["case_id"], row["agency"], row["id"], row["version"])
    names = ("id", "case_id", "agency", "version", "at", "actor", "removed")
    return Contact(answers=vault.open(place, row["answers"]), **{n: row[n] for n in names})


def _of(case_id: str, agency: str) -> Select[Any]:
    return select(contacts).where(contacts.c.case_id == case_id, contacts.c.agency == agency)
