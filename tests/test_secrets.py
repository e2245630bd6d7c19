"""No secret is in git: what keys of services, and ours, look like; `make audit` searches wider."""

import re

import pytest

from tests.test_architecture import read, tracked

LETTERS = "[A-Za-z0-9_-]"
KINDS = {
    "a private key": "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY" + "-----",
    "an AWS key": r"\bA(?:KIA|SIA)[0-9A-Z]{16}\b",
    "a GitHub token": rf"\b(?:gh[opusr]_[A-Za-z0-9]{{36}}|github_pat_{LETTERS}{{40,}})",
    "a GitLab token": rf"\bglpat-{LETTERS}{{20,}}",
    "a Slack token": r"\bxox[abprs]-[0-9A-Za-z-]{20,}",
    "a Google key": rf"\bAIza{LETTERS}{{35}}",
    "a Stripe key": r"\b[rs]k_live_[0-9A-Za-z]{20,}",
    "a registry's token": rf"\b(?:npm_[A-Za-z0-9]{{36}}|pypi-AgE{LETTERS}{{40,}})",
    "a signed token": rf"\beyJ{LETTERS}{{10,}}\.eyJ{LETTERS}{{10,}}\.{LETTERS}{{20,}}",
    "a webhook's secret": rf"\bwhsec_{LETTERS}{{30,}}",
    "a secret setting": r"\bSKYDD_[A-Z_]*(?:KEY|SECRET|TOKEN)=[\"']?[A-Za-z0-9+/_=-]{20,}",
    "a password in an address": r"\b(?:postgresql|smtps?)(?:\+\w+)?://[^\s:/@{}]+:[^\s@{}<…*.$]{6,}@",
}
FILES = re.compile(r"(?:^|/)(?:\.env|id_(?:rsa|ed25519)|[^/]+\.(?:pem|p12|pfx|key|keystore))$")
PLACEHOLDERS = ("password@", "lösenord@", "hemligt@", "hemlighet@")
"""What documentation and tests write where a password would stand."""
SAMPLES = {
    "a private key": "-----BEGIN RSA PRIVATE " + "KEY-----",
    "an AWS key": "AKIA" + "J" * 16,
    "a GitHub token": "ghp_" + "a1" * 18,
    "a GitLab token": "glpat-" + "a" * 20,
    "a Slack token": "xoxb-" + "1234567890" * 2,
    "a Google key": "AIza" + "b" * 35,
    "a Stripe key": "sk_live_" + "c" * 24,
    "a registry's token": "npm_" + "d" * 36,
    "a signed token": "eyJ" + "e" * 12 + ".eyJ" + "f" * 12 + "." + "g" * 24,
    "a webhook's secret": "whsec_" + "h" * 43,
    "a secret setting": "SKYDD_MASTER_KEY" + "=" + "i" * 32,
    "a password in an address": "postgresql+psycopg://skydd:" + "Sommar2026" + "@db/skydd",
}


def secrets_in(text: str) -> list[str]:
    """Return the kinds of secrets that stand in a text."""
    return [kind for kind, pattern in KINDS.items() if _found(pattern, text)]


def _found(pattern: str, text: str) -> bool:
    hits = (hit.group() for hit in re.finditer(pattern, text))
    return any(not hit.endswith(PLACEHOLDERS) for hit in hits)


def test_no_tracked_file_has_a_secret() -> None:
    assert {file: found for file in tracked() if (found := secrets_in(read(file)))} == {}


def test_no_tracked_file_is_a_key() -> None:
    assert [file for file in tracked() if FILES.search(file)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_found_where_it_stands(kind: str) -> None:
    assert secrets_in(f"found = '{SAMPLES[kind]}'") == [kind]


@pytest.mark.parametrize("name", [".env", "deploy/tls.pem", "id_rsa", "var/master.key"])
def test_files_that_hold_keys_are_known_by_their_names(name: str) -> None:
    assert FILES.search(name)
