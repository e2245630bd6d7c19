"""Which addresses may be called from inside our network: no webhook opens a way into it (SSRF).

An agency's leader writes the address, and whoever owns its name decides where it leads, at any
moment. So it is looked up when it is called, what it leads to is checked, and only that is called.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from urllib.parse import SplitResult, urlsplit

from engine.errors import Undeliverable

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int], Sequence[str]]
"""Returns the addresses that a host's name leads to. Raises OSError."""

UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is given out (RFC 4291); IPv4 in disguise and site-local networks are not."""
BAD_URL = "Adressen ska vara en https-adress, till exempel https://system.exempel.se/in"
NO_HTTP = "Adressen ska börja med https://"
NOT_FOUND = "Adressens namn går inte att slå upp."
INSIDE = "Adressen leder till ett nät som inte får anropas."


def look_up(host: str, port: int) -> Sequence[str]:
    """Ask the machine's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


@dataclass(frozen=True)
class Target:
    """An address that was checked: the name it has, and where it leads just now."""

    url: str
    host: str
    port: int
    address: str


@dataclass(frozen=True)
class Guard:
    """Lets through what is out on the internet, and what the installation allows besides."""

    hosts: frozenset[str] = frozenset()
    """Names that may lead anywhere, also without https: an agency's intranet, or tests."""
    networks: tuple[Network, ...] = ()
    """Networks of ours that may be called, over https."""
    resolve: Resolve = field(default=look_up)

    @classmethod
    def allowing(cls, allowed: str, resolve: Resolve = look_up) -> Guard:
        """Return a guard that also allows these, with commas between: names and networks.

        Raises ValueError for what looks like a network and is none.
        """
        hosts, networks = set(), []
        for each in filter(None, (part.strip().lower() for part in allowed.split(","))):
            if "/" in each:
                networks.append(ip_network(each))
            else:
                hosts.add(each)
        return cls(frozenset(hosts), tuple(networks), resolve)

    def require_url(self, url: str) -> SplitResult:
        """Return the parts of an address that may be kept. Raises Undeliverable, in Swedish."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise Undeliverable(BAD_URL) from error
        odd = not url.isascii() or not url.isprintable() or any(each in url for each in " \\#")
        if odd or not host or port == 0 or parts.username is not None or parts.password is not None:
            raise Undeliverable(BAD_URL)
        if parts.scheme != "https" and not (parts.scheme == "http" and host in self.hosts):
            raise Undeliverable(NO_HTTP)
        return parts

    def target(self, url: str) -> Target:
        """Return where to call just now. Raises Undeliverable if that is nowhere allowed.

        One address of a name that leads inside is enough to refuse it: no luck is relied on.
        """
        parts = self.require_url(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise Undeliverable(NOT_FOUND) from error
        if not found:
            raise Undeliverable(NOT_FOUND)
        if host not in self.hosts and not all(self._allowed(each) for each in found):
            raise Undeliverable(INSIDE)
        return Target(url, host, port, found[0])

    def _allowed(self, text: str) -> bool:
        try:
            address = ip_address(text.partition("%")[0])
        except ValueError:
            return False
        inside = (n for n in self.networks if n.version == address.version)
        return any(address in network for network in inside) or is_public(address)


def is_public(address: Address) -> bool:
    """Say whether an address is out on the internet, and does not only seem to be."""
    if isinstance(address, IPv6Address) and (
        address not in UNICAST or address.sixtofour or address.teredo
    ):
        return False
    unusual = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not unusual
