"""What differs between installations, read once from the environment."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"


class Settings(BaseSettings):
    """The settings; each is an environment variable, listed in README.md."""

    model_config = SettingsConfigDict(env_prefix="SKYDD_", frozen=True)

    database_url: str = f"sqlite:///{VAR / 'skydd.sqlite3'}"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, validation_alias="PORT")
    processes: Path = ROOT / "processes"
    recording: Path = VAR / "features.json"
    """What the features executed when they were last run; see `engine.proof.recording`."""
    secret_key: str = Field(default_factory=lambda: local_secret(VAR / "secret_key"))
    pool: int = Field(default=5, ge=1)
    """How many connections to PostgreSQL each process keeps."""
    keys_url: str = ""
    """Where the keys of compartments are: outside the database, beside an SQLite file if unset."""
    master_key: str = Field(default_factory=lambda: local_secret(VAR / "master_key"))
    """Wraps the keys of compartments."""
    scanner: str = ""
    """A command that reads a file and ends with 1 if it has a virus; unset, nothing is scanned."""
    demo: bool = False
    """Whether the sign-in page lists the synthetic people and tells their password."""
    https: bool = False
    """Whether browsers reach the application over https; then cookies are sent only so."""

    smtp_url: str = f"file://{VAR / 'post'}"
    """How e-mail is delivered; see `engine.staff.smtp`."""
    mail_from: str = "Skyddsprocessen <svara-inte@localhost>"
    address: str = ""
    """Where browsers reach the application; e-mail links to it."""

    anchor_key: str = Field(default_factory=lambda: local_secret(VAR / "anchor_key"))
    """Signs the anchors of the log; its public half is what auditors keep."""
    anchor_folder: str = ""
    """Where anchors are handed out as files; beside an SQLite file if unset."""
    anchor_mail: str = ""
    """Who gets anchors by e-mail: addresses with commas between."""

    oidc_issuer: str = ""
    """The provider by which people sign in: its issuer, as it says itself."""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_scope: str = "openid profile"
    oidc_claims: Path | None = None
    """The mapping of claims to agencies and roles; see `engine.entrance.claims`."""
    oidc_name: str = "arbetsgivarens konto"
    """What the sign-in page calls it."""

    second_factor: Literal["required", "optional"] = "required"
    """Whether whoever signs in with a password here must show a one-time code, too."""
    session_idle: int = Field(default=60, ge=15)
    """Minutes without a request after which somebody is signed out."""
    session_longest: int = Field(default=720, ge=15)
    """Minutes after which somebody has to sign in anew, whatever they do."""

    @property
    def anchors(self) -> Path:
        """Return the folder of anchors."""
        beside = self.database_url.startswith("sqlite:///")
        default = f"{self.database_url.removeprefix('sqlite:///')}-ankare"
        return Path(self.anchor_folder or (default if beside else VAR / "ankare"))

    @property
    def anchor_receivers(self) -> tuple[str, ...]:
        """Return who gets anchors by e-mail."""
        return tuple(filter(None, (each.strip() for each in self.anchor_mail.split(","))))

    @property
    def keys(self) -> str:
        """Return the URL of the key store."""
        beside = self.database_url.startswith("sqlite:///")
        default = f"{self.database_url}-keys" if beside else f"sqlite:///{VAR / 'keys.sqlite3'}"
        return self.keys_url or default

    @property
    def link(self) -> str:
        """Return where the notices are read."""
        base = self.address or f"http://localhost:{self.port}"
        return f"{base.rstrip('/')}/aviseringar"


def local_secret(path: Path) -> str:
    """Return the key that signs sessions on this machine; made on first use, never committed."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()
