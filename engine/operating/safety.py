"""Which settings are unsafe: all that are, at once, before anything is served."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from engine.config import SECRETS, Settings, file_of, variable
from engine.errors import Unsafe

HEADING = "inställningarna är osäkra"
SHORTEST = 32
"""Characters of a secret: as many as `openssl rand -base64 24` writes."""
KEYS = ("secret_key", "master_key", "anchor_key")
READABLE_BY_OTHERS = 0o004


def require_safe(settings: Settings) -> None:
    """Raise Unsafe with everything that is wrong with the settings."""
    if found := list(unsafe(settings)):
        raise Unsafe(HEADING, found)


def unsafe(settings: Settings) -> Iterator[str]:
    """Yield what is unsafe, in Swedish; never the value of a secret."""
    if settings.debug:
        yield "FLASK_DEBUG är på: den visar felens insida för den som frågar"
    if _same_place(settings.keys, settings.database_url):
        yield ("SKYDD_KEYS_URL är samma databas som SKYDD_DATABASE_URL: "
               "en kopia av den ena får inte ge den andra")  # fmt: skip
    yield from _of_demo(settings) if settings.demo else _of_live(settings)
    yield from _of_files(settings)


def _of_demo(settings: Settings) -> Iterator[str]:
    """Yield where known passwords would open something that is in earnest."""
    if settings.https:
        yield "SKYDD_DEMO och SKYDD_HTTPS är på: påhittade användare hör inte till skarp drift"
    if not is_local_database(settings.database_url):
        yield "SKYDD_DEMO är på och databasen finns på en annan maskin"


def _of_live(settings: Settings) -> Iterator[str]:
    if not is_local_host(settings.host) and not settings.https:
        yield (f"SKYDD_HOST är {settings.host} men SKYDD_HTTPS är av: lösenord och kakor skulle "
               "gå okrypterade över nätet")  # fmt: skip
    if settings.https and settings.address and not settings.address.startswith("https://"):
        yield "SKYDD_HTTPS är på men SKYDD_ADDRESS börjar inte med https://"
    for name in KEYS:
        if len(getattr(settings, name)) < SHORTEST:
            yield f"{variable(name)} har färre än {SHORTEST} tecken"
    for name in ("metrics_token", "backup_key"):
        if 0 < len(getattr(settings, name)) < SHORTEST:
            yield f"{variable(name)} har färre än {SHORTEST} tecken"
    if len({getattr(settings, name) for name in KEYS}) < len(KEYS):
        yield f"{', '.join(map(variable, KEYS))} måste vara tre olika hemligheter"


def _of_files(settings: Settings) -> Iterator[str]:
    """Yield secrets that others on the machine can read beside what they protect."""
    guarded = {_folder(url) for url in (settings.database_url, settings.keys)} - {None}
    for name in sorted(SECRETS):
        file = file_of(name)
        if file is None or not file.exists() or file.resolve().parent not in guarded:
            continue
        if file.stat().st_mode & READABLE_BY_OTHERS:
            yield f"{variable(name)}_FILE ligger i databasens mapp och kan läsas av alla: {file}"


def is_local_host(host: str) -> bool:
    """Say whether nobody outside this machine can reach what listens there."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_local_database(url: str) -> bool:
    """Say whether a database is a file, or a server on this machine."""
    parts = urlsplit(url)
    if parts.scheme.startswith("sqlite"):
        return True
    hosts = [parts.hostname or "", *parse_qs(parts.query).get("host", ())]
    return all(not host or host.startswith("/") or is_local_host(host) for host in hosts)


def _same_place(one: str, other: str) -> bool:
    first, second = urlsplit(one), urlsplit(other)
    if first.scheme.startswith("sqlite"):
        return _file(one) is not None and _file(one) == _file(other)
    where = [(each.hostname, each.port or 5432, each.path, parse_qs(each.query).get("host"))
             for each in (first, second)]  # fmt: skip
    return where[0] == where[1] and not second.scheme.startswith("sqlite")


def _file(url: str) -> Path | None:
    path = url.partition("?")[0].partition(":///")[2]
    return Path(path).resolve() if url.startswith("sqlite") and path else None


def _folder(url: str) -> Path | None:
    file = _file(url)
    return file.parent if file else None
