"""What differs between installations, read once from the environment, and secrets from files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any, Literal

from pydantic import Field
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
SECRETS = frozenset(
    {"database_url", "secret_key", "keys_url", "master_key", "backup_key", "metrics_token"}
    | {"oidc_client_secret"}
    | {"smtp_url", "anchor_key"}
)
"""Settings that are never shown, and that a file may hold: `SKYDD_<NAME>_FILE` names it."""


class Settings(BaseSettings):
    """The settings; each is an environment variable, listed in docs/operation.md by its text here.

    `skydd settings --table` writes that table.
    """

    model_config = SettingsConfigDict(
        env_prefix="SKYDD_", frozen=True, use_attribute_docstrings=True, hide_input_in_errors=True
    )

    database_url: str = f"sqlite:///{VAR / 'skydd.sqlite3'}"
    """The database: `sqlite:///…` or `postgresql+psycopg://…`."""
    host: str = "127.0.0.1"
    """Where `skydd serve` listens."""
    port: int = Field(default=8000, validation_alias="PORT")
    """The port it listens on."""
    web_processes: int = Field(default=2, ge=1)
    """How many web processes `skydd serve` starts; two for each core is enough."""
    pool: int = Field(default=5, ge=1)
    """Connections to PostgreSQL that each process keeps; twice as many when busy."""
    processes: Path = ROOT / "processes"
    """The folder with diagrams, forms and registers."""
    recording: Path = VAR / "features.json"
    """What the features executed, as `make test` writes it down."""
    secret_key: str = Field(default_factory=lambda: local_secret(VAR / "secret_key"))
    """Signs the sessions; set it where there are several machines."""
    keys_url: str = ""
    """The keys of compartments, outside the database and its backups: beside an SQLite file if
    unset, else in `var/`; the same for all machines."""
    master_key: str = Field(default_factory=lambda: local_secret(VAR / "master_key"))
    """Wraps those keys; set it where there are several machines, and keep it from whoever keeps the
    backups."""
    backup_key: str = ""
    """Seals the copy of the keys that `skydd backup --keys` makes; kept apart from both."""
    scanner: str = ""
    """A command that looks at every attached file, such as `clamdscan --no-summary -`: it reads the
    file and ends with 0 if it is clean, 1 if it is not; unset, nothing is scanned."""
    demo: bool = False
    """Whether the synthetic people may sign in, and are listed with their password (`make run`:
    yes); without it they are nobody, even if their rows are left."""
    https: bool = False
    """Whether browsers come over https; then cookies are sent only so."""
    proxies: int = Field(default=0, ge=0, le=3)
    """How many proxies stand in front and tell who asks and by which scheme (`X-Forwarded-For`,
    `X-Forwarded-Proto`); with too few, all who sign in count as one, with too many anybody lies."""
    debug: bool = Field(default=False, validation_alias="FLASK_DEBUG")
    """Flask's own; `skydd serve` refuses it: it shows the insides of a fault to whoever asks."""
    log: Literal["info", "warning", "error"] = "info"
    """From which level on something is logged; `info` has a line for each request."""
    metrics_token: str = ""
    """Who sends it as `Authorization: Bearer …` may read `/metrics`; unset, only this machine may,
    and nobody behind https."""

    smtp_url: str = f"file://{VAR / 'post'}"
    """How e-mail is delivered: `smtp://[user:password@]host:port` (STARTTLS if it is offered),
    `smtps://…`, or a folder."""
    mail_from: str = "Skyddsprocessen <svara-inte@localhost>"
    """The sender of e-mail."""
    address: str = ""
    """Where browsers reach the pages, `http://localhost` and the port if unset; e-mail says no more
    than that there is news, and links there."""

    webhook_allow: str = ""
    """What webhooks may lead to besides the public internet: host names (also over http) and
    networks such as `10.1.0.0/16` (over https), with commas between."""
    webhook_authorities: str = ""
    """A file with the certificates (PEM) that receivers of webhooks are trusted by; the public
    ones if unset."""

    anchor_key: str = Field(default_factory=lambda: local_secret(VAR / "anchor_key"))
    """Signs the anchors of the log; set it where there are several machines, and keep it from
    whoever keeps the database. Its public half is what auditors keep."""
    anchor_folder: str = ""
    """Where anchors are handed out as files, and which keys were destroyed: beside an SQLite file
    if unset, else in `var/`; best on a medium that nobody can write over, never restored with the
    database, and the same for all machines."""
    anchor_mail: str = ""
    """Who gets anchors by e-mail: addresses with commas between."""

    oidc_issuer: str = ""
    """The OpenID provider by which people sign in, as it names itself; it answers to
    `/logga-in/svar`."""
    oidc_client_id: str = ""
    """What the provider knows us by."""
    oidc_client_secret: str = ""
    """How the provider knows that it is us."""
    oidc_scope: str = "openid profile"
    """What is asked of the provider."""
    oidc_claims: str = ""
    """A TOML file that says which claims lead to which agency and roles (README, "Who signs in");
    needed with a provider."""
    oidc_name: str = "arbetsgivarens konto"
    """What the button on the sign-in page says after "Logga in med"."""

    second_factor: Literal["required", "optional"] = "required"
    """Whether whoever has a password here must show a one-time code, too: `required` or
    `optional`; never asked of the synthetic people."""
    session_idle: int = Field(default=60, ge=15)
    """Minutes without a request after which somebody is signed out; pages warn ten minutes
    before."""
    session_longest: int = Field(default=720, ge=15)
    """Minutes after which everybody has to sign in anew, whatever they do."""

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource, dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:  # fmt: skip
        """Read what is given, then the environment, then the files that it names."""
        return init_settings, env_settings, SecretFiles(settings_cls)

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
    def base(self) -> str:
        """Return where browsers reach the pages, without a slash at its end."""
        return (self.address or f"http://localhost:{self.port}").rstrip("/")

    @property
    def link(self) -> str:
        """Return where the notices are read."""
        return f"{self.base}/aviseringar"


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return str(Settings.model_fields[name].validation_alias or f"SKYDD_{name}".upper())


def file_of(name: str) -> Path | None:
    """Return the file that the environment names for a secret."""
    named = os.environ.get(f"{variable(name)}_FILE")
    return Path(named) if named else None


class SecretFiles(PydanticBaseSettingsSource):
    """Reads secrets from the files that the environment names, without the last line's end."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Return the contents of a field's file. Raises SettingsError where there is no such."""
        file = file_of(field_name) if field_name in SECRETS else None
        if file is None:
            return None, field_name, False
        name = variable(field_name)
        if name in os.environ:
            raise SettingsError(f"{name} och {name}_FILE är båda satta: ta bort den ena")
        try:
            return file.read_text(encoding="utf-8").rstrip("\r\n"), field_name, False
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{name}_FILE: filen går inte att läsa") from error

    def __call__(self) -> dict[str, Any]:
        """Return what the files hold."""
        fields = self.settings_cls.model_fields
        read = {name: self.get_field_value(field, name)[0] for name, field in fields.items()}
        return {name: value for name, value in read.items() if value is not None}


def local_secret(path: Path) -> str:
    """Return a secret of this machine; made on first use, never committed."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()
