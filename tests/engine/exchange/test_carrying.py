"""Calls to a real web server: what is sent, and what a hostile one cannot do."""

import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from engine.exchange.carrying import Carrier, Refused
from engine.exchange.guard import Guard
from tests.engine.exchange.receiver import Receiver, listening

BODY, TOLD = b'{"id":"1"}', {"Content-Type": "application/json"}


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as receiver:
        yield receiver


def carrier(patience: float = 10.0, allowed: str = "localhost") -> Carrier:
    return Carrier(Guard.allowing(allowed), patience=patience)


def refused(receiver: Receiver, *answers: str, patience: float = 10.0) -> Refused:
    receiver.answers[:] = answers
    with pytest.raises(Refused) as refusal:
        carrier(patience)(receiver.url, BODY, TOLD)
    return refusal.value


def test_what_is_sent_arrives_to_the_letter(receiver: Receiver) -> None:
    carrier()(receiver.url, BODY, TOLD)

    ((path, body, headers),) = receiver.got
    assert (path, body, headers["Content-Type"]) == ("/handelser", BODY, "application/json")
    assert headers["Host"] == f"localhost:{receiver.port}"
    assert "Authorization" not in headers
    assert "Cookie" not in headers


def test_no_proxy_and_no_password_of_the_machine_is_used(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    carrier()(receiver.url, BODY, TOLD)

    assert len(receiver.got) == 1


@pytest.mark.parametrize("status", ["400", "401", "404", "429", "500", "503"])
def test_another_status_is_a_refusal_that_may_pass(receiver: Receiver, status: str) -> None:
    refusal = refused(receiver, status)
    assert (refusal.status, refusal.retry) == (int(status), True)
    assert refusal.unwell == (status in {"429", "500", "503"})
    assert refusal.cause == f"Svarade med felkoden {status}."


def test_a_receiver_that_is_gone_is_asked_no_more(receiver: Receiver) -> None:
    assert not refused(receiver, "410").retry


def test_a_redirect_is_not_followed(receiver: Receiver) -> None:
    refusal = refused(receiver, "redirect")
    assert (refusal.status, receiver.got) == (302, [])
    assert "omdirigering" in refusal.cause


@pytest.mark.parametrize("way", ["slow", "drip"])
def test_one_who_drips_an_answer_is_cut_off(receiver: Receiver, way: str) -> None:
    begun = time.monotonic()
    refusal = refused(receiver, way, patience=0.3)

    assert time.monotonic() - begun < 3
    assert refusal.retry


def test_an_endless_answer_is_not_read(receiver: Receiver) -> None:
    receiver.answers[:] = ["huge"]
    begun = time.monotonic()
    carrier()(receiver.url, BODY, TOLD)

    assert time.monotonic() - begun < 3


def test_nobody_at_the_address_is_a_refusal_that_may_pass() -> None:
    with listening() as receiver:
        url = receiver.url
    with pytest.raises(Refused) as refusal:
        carrier()(url, BODY, TOLD)

    assert (refusal.value.retry, refusal.value.status, refusal.value.unwell) == (True, None, True)


def test_an_address_inside_is_not_called(receiver: Receiver) -> None:
    url = f"https://127.0.0.1:{receiver.port}/"
    with pytest.raises(Refused) as refusal:
        carrier()(url, BODY, TOLD)

    assert "inte får anropas" in refusal.value.cause
    assert receiver.got == []


def test_a_name_that_leads_elsewhere_after_the_check_changes_nothing(receiver: Receiver) -> None:
    """DNS rebinding: the name is looked up once, and what was checked is what is called."""
    answers = [["127.0.0.1"], ["10.255.255.1"]]
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    guard = Guard.allowing("system.exempel.se", resolve)
    Carrier(guard)(f"http://system.exempel.se:{receiver.port}/in", BODY, TOLD)

    ((path, _, headers),) = receiver.got
    assert (asked, path) == (["system.exempel.se"], "/in")
    assert headers["Host"] == f"system.exempel.se:{receiver.port}"


@pytest.fixture
def encrypted(tmp_path: Path) -> Iterator[tuple[Receiver, Path]]:
    """A receiver over https, and the file with the certificate of its name."""
    certificate = certified(tmp_path, "system.exempel.se")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with listening(context) as receiver:
        yield receiver, certificate


def over_https(receiver: Receiver, name: str, trusted: str) -> None:
    """Call the receiver by a name; that it is on this machine is allowed, by its network."""
    guard = Guard.allowing("127.0.0.0/8", lambda _host, _port: ["127.0.0.1"])
    Carrier(guard, trusted)(f"https://{name}:{receiver.port}/in", BODY, TOLD)


def test_the_certificate_must_be_of_the_name_though_the_address_is_called(
    encrypted: tuple[Receiver, Path],
) -> None:
    receiver, certificate = encrypted
    over_https(receiver, "system.exempel.se", str(certificate))
    assert [path for path, *_ in receiver.got] == ["/in"]
    for name, trusted in (("annan.exempel.se", str(certificate)), ("system.exempel.se", "")):
        with pytest.raises(Refused, match="Certifikatet"):
            over_https(receiver, name, trusted)

    assert len(receiver.got) == 1


def certified(folder: Path, name: str) -> Path:
    """Return a file with a key and a certificate that it has signed for a name itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(private + made.public_bytes(Encoding.PEM))
    return file
