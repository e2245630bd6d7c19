"""One-time codes by RFC 6238, each once; recovery codes that the database does not tell."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from engine.entrance.secondfactor import (
    MOST,
    SecondFactor,
    digest_of,
    new_codes,
    new_secret,
    step_of,
)
from tests.conftest import MONDAY

RFC = SecondFactor("ada", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
"""The secret of RFC 6238 appendix B, in base32."""


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)

    assert step_of(RFC, code, at) == seconds // 30
    assert step_of(RFC, f" {code[:3]} {code[3:]} ", at) == seconds // 30


def test_clocks_may_differ_by_one_code_and_no_more() -> None:
    at = datetime.fromtimestamp(1234567890, UTC)
    for seconds, taken in ((-60, False), (-30, True), (0, True), (30, True), (61, False)):
        assert bool(step_of(RFC, "005924", at + timedelta(seconds=seconds))) == taken, seconds


def test_a_code_is_taken_once_and_an_older_one_not_after_it() -> None:
    at = datetime.fromtimestamp(1234567890, UTC)
    step = step_of(RFC, "005924", at)
    assert step

    assert step_of(replace(RFC, last_step=step), "005924", at) is None
    assert step_of(replace(RFC, last_step=step + 1), "005924", at) is None


@pytest.mark.parametrize("code", ["", "00592", "0059244", "abcdef", "٠٠٥٩٢٤", "005924\x00"])
def test_what_is_no_code_is_wrong(code: str) -> None:
    assert step_of(RFC, code, datetime.fromtimestamp(1234567890, UTC)) is None


def test_after_five_wrong_codes_everybody_waits_five_minutes() -> None:
    missed = replace(RFC, failed=MOST, failed_at=MONDAY)

    assert missed.is_paused(MONDAY + timedelta(minutes=4, seconds=59))
    assert not missed.is_paused(MONDAY + timedelta(minutes=5))
    assert not replace(missed, failed=MOST - 1).is_paused(MONDAY)


def test_the_authenticator_is_told_whose_account_it_is() -> None:
    assert RFC.address.startswith("otpauth://totp/Skyddsprocessen:ada?secret=GEZDGNBV")
    assert len(new_secret()) == 32
    assert new_secret() != new_secret()


def test_recovery_codes_are_ten_different_ones_and_forgive_how_they_are_written() -> None:
    codes = new_codes()

    assert len(set(codes)) == 10
    assert digest_of(codes[0]) == digest_of(f" {codes[0].upper().replace('-', ' ')}")
    assert digest_of(codes[0]) != digest_of(codes[1])
    assert codes[0] not in digest_of(codes[0])
