"""What an OIDC provider says of somebody, put into an agency, roles and a unit by a mapping.

The mapping is a TOML file (SKYDD_OIDC_CLAIMS): which claims are read, and what their values mean.
Whatever it does not name gives nothing.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.access import ADMIN_OFFICE, ADMINISTRATOR, PROCESS_OFFICE, PROCESS_OWNER
from engine.errors import Unwelcome
from engine.model import Actor, Agency

REVIEWER = "granskare"
OFFICE_ROLES = {PROCESS_OFFICE: {PROCESS_OWNER}, ADMIN_OFFICE: {ADMINISTRATOR}}
"""What there is at places of work that are no agencies: nothing that leads to a case."""
NAMED = ("ansprak", "myndigheter", "roller", "styrka")
LONGEST_NAME, LONGEST_TEAM = 120, 80
NO_AGENCY, SEVERAL, NO_ROLE, LOCKED = "no_agency", "several_agencies", "no_role", "locked"
TOO_WEAK = "too_weak"
"""Why somebody whom the provider knows does not come in: for the trail, never for the page."""


@dataclass(frozen=True)
class ClaimRules:
    """Which claims are read, and what their values mean here."""

    name: str = "name"
    agency: str = "agency"
    roles: str = "roles"
    team: str = ""
    agencies: Mapping[str, str] = field(default_factory=dict)
    known_roles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    levels: Sequence[str] = ()
    """What `acr` may be (OpenID Connect Core 2): how strongly they signed in. () for any."""

    @classmethod
    def read(cls, text: str) -> ClaimRules:
        """Return the rules that are written in TOML. Raises ValueError with what is wrong."""
        found = tomllib.loads(text)
        if unknown := found.keys() - set(NAMED):
            raise ValueError(f"okänd tabell: {', '.join(sorted(unknown))}")
        claims = found.get("ansprak", {})
        roles = {value: _listed(given) for value, given in found.get("roller", {}).items()}
        levels = tuple(_listed(found.get("styrka", {}).get("acr", ())))
        rules = cls(
            claims.get("namn", cls.name), claims.get("myndighet", cls.agency),
            claims.get("roller", cls.roles), claims.get("enhet", ""),
            found.get("myndigheter", {}), roles, levels,
        )  # fmt: skip
        if not rules.agencies or not rules.known_roles:
            raise ValueError("minst en rad i [myndigheter] och en i [roller] behövs")
        return rules

    def person(
        self, issuer: str, claims: Mapping[str, Any], agencies: Mapping[str, Agency]
    ) -> Actor:
        """Return who it is here.

        Raises Unwelcome when the claims lead to no agency or no role, or show too little.

        Roles that there are not at the agency are dropped, and so is every value that is not
        mapped: nobody gets more than what is written down.
        """
        if self.levels and claims.get("acr") not in self.levels:
            raise Unwelcome(TOO_WEAK)
        found = {self.agencies[each] for each in _values(claims, self.agency)
                 if each in self.agencies}  # fmt: skip
        if len(found) != 1:
            raise Unwelcome(SEVERAL if found else NO_AGENCY)
        (agency,) = found
        given = {role for each in _values(claims, self.roles)
                 for role in self.known_roles.get(each, ())}  # fmt: skip
        roles = given & roles_at(agency, agencies)
        if not roles:
            raise Unwelcome(NO_ROLE)
        id_ = id_of(issuer, str(claims["sub"]))
        name = next(iter(_values(claims, self.name)), "").strip() or id_
        team = next(iter(_values(claims, self.team)), "").strip() if self.team else ""
        return Actor(id_, name[:LONGEST_NAME], agency, frozenset(roles), team[:LONGEST_TEAM])


def roles_at(agency: str, agencies: Mapping[str, Agency]) -> set[str]:
    """Return the roles that somebody can have at a place of work; none at one there is not."""
    if agency in OFFICE_ROLES:
        return OFFICE_ROLES[agency]
    known = agencies.get(agency)
    if known is None or not known.signs_in:
        return set()
    return {*known.roles, REVIEWER, PROCESS_OWNER}


def id_of(issuer: str, subject: str) -> str:
    """Return what somebody is called here: no local account can ever have such a name."""
    return f"oidc:{hashlib.sha256(f'{issuer} {subject}'.encode()).hexdigest()[:32]}"


def _values(claims: Mapping[str, Any], name: str) -> Sequence[str]:
    """Return the values of a claim, which may be one, a list, or inside another (`a.b`)."""
    found: Any = claims.get(name)
    if found is None and "." in name:
        found = claims
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
    return _listed(found)


def _listed(found: Any) -> Sequence[str]:
    if isinstance(found, str):
        return (found,)
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()
