"""What points somebody out is found however it is written; what points at nobody is let through.

The personnummer and samordningsnummer are of those that Skatteverket publishes for tests.
"""

import pytest

from engine.identities import identifying

NUMBER = "personnummer eller samordningsnummer"
LMA = "LMA-nummer eller annat nummer på en person"
PHONE, MAIL = "telefonnummer", "e-postadress"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hon heter något och har 19121212-1212 som nummer", NUMBER),
        ("191212121212", NUMBER),
        ("121212 1212", NUMBER),
        ("1 2 1 2 1 2 1 2 1 2", NUMBER),
        ("samordningsnummer 19701063-2391", NUMBER),
        ("19701063 2391", NUMBER),
        ("121212\u20111212", NUMBER),
        ("\uff11\uff12\uff11\uff12\uff11\uff12-1212", NUMBER),
        ("121212-1213, en siffra fel", NUMBER),
        ("121212-XXXX", NUMBER),
        ("LMA 50123456", LMA),
        ("LMA-kort nr 50 123 456", LMA),
        ("dossiernummer: 12-345678", LMA),
        ("Pass AB1234567", LMA),
        ("ring 070-123 45 67", PHONE),
        ("0701234567", PHONE),
        ("+46 70 123 45 67", PHONE),
        ("+40 (721) 123-456", PHONE),
        ("0046701234567", PHONE),
        ("08-123 456 78", PHONE),
        ("0920-12 34 5", PHONE),
        ("skriv till n.n@example.org", MAIL),
        ("N.N+x@mail.example.se.", MAIL),
        ("ö@exempel.se", MAIL),
    ],
)
def test_what_points_somebody_out_is_found(text: str, kind: str) -> None:
    assert identifying(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        *("", "En kvinna runt 30 år på en restaurang i Bergslagen", "ring 112 eller 114 14"),
        *("Stödtelefonen 020-390 000 svarar dygnet runt", "0771-123 456", "+46 20 390 000"),
        *("SSP-2026-0142", "2026-00007", "den 23 november 2026 kl. 14.30", "2026-11-23 14:30"),
        *("01-02-2026", "09/11/26", "Dnr 2026/1234-5", "SoL 19:1 och OSL 10:18 c", "4 000 kronor"),
        *("BrB 4:1 a", "lag (2025:170) 4 §", "@polisen", "tre personer, två pass"),
    ],
)
def test_what_points_at_nobody_is_let_through(text: str) -> None:
    assert identifying(text) is None
