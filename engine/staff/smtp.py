"""Carries e-mail: to a mail server, or into a folder where there is none."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from engine.errors import Undeliverable
from engine.staff.notices import BODY, SUBJECT

PATIENCE = 20.0
"""Seconds to wait for a mail server."""
PERMANENT = range(500, 600)
"""Replies that say no for good (RFC 5321 section 4.2.1)."""

Deliver = Callable[[EmailMessage], None]


@dataclass(frozen=True)
class Carrier:
    """Writes the one e-mail there is, and has it delivered."""

    deliver: Deliver
    sender: str
    link: str
    """Where to read what has happened; the same for everybody."""

    def __call__(self, id_: str, address: str, at: datetime) -> None:
        """Carry an e-mail. Raises Undeliverable when it is refused for good."""
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self.sender, address, SUBJECT
        message["Date"] = format_datetime(at)
        message["Message-ID"] = f"<{id_}@skyddsprocessen>"  # sent twice, it is known again
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(BODY.format(link=self.link), cte="quoted-printable")
        self.deliver(message)


def delivery(url: str) -> Deliver:
    """Return how e-mail is delivered: `smtp://`, `smtps://` or `file:///folder`."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return lambda message: _keep(Path(unquote(parts.path)), message)
    if parts.scheme in {"smtp", "smtps"} and parts.hostname:
        return lambda message: _send(parts, message)
    raise ValueError("SKYDD_SMTP_URL måste börja med smtp://, smtps:// eller file:///")


def _keep(folder: Path, message: EmailMessage) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = str(message["Message-ID"]).strip("<>").partition("@")[0]
    (folder / f"{name}.eml").write_bytes(message.as_bytes())


def _send(parts: SplitResult, message: EmailMessage) -> None:
    try:
        with _connection(parts) as server:
            if parts.scheme == "smtp" and server.has_extn("starttls"):
                server.starttls(context=ssl.create_default_context())
                server.ehlo()
            _sign_in(server, parts)
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        _raise_if_permanent([code for code, _ in error.recipients.values()])
        raise
    except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        _raise_if_permanent([error.smtp_code])
        raise


def _connection(parts: SplitResult) -> smtplib.SMTP:
    host = parts.hostname or ""
    if parts.scheme == "smtps":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, parts.port or 465, timeout=PATIENCE, context=context
        )
    else:
        server = smtplib.SMTP(host, parts.port or 25, timeout=PATIENCE)
    server.ehlo()
    return server


def _sign_in(server: smtplib.SMTP, parts: SplitResult) -> None:
    """Sign in where the URL says as whom, and never over a line that others can read."""
    if not parts.username:
        return
    if not isinstance(server.sock, ssl.SSLSocket):
        raise ssl.SSLError("the mail server offers no encryption for the password")
    server.login(unquote(parts.username), unquote(parts.password or ""))


def _raise_if_permanent(codes: list[int]) -> None:
    if codes and all(code in PERMANENT for code in codes):
        raise Undeliverable(f"the mail server answered {codes[0]}")
