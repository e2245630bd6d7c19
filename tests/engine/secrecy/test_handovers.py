"""The register of hand-overs: read, and everything wrong in it found at once."""

import pytest

from engine.errors import ModelError
from engine.registers import Registers, read_registers
from engine.secrecy.handovers import FILE, Handover, read_handovers

REGISTERS = read_registers({
    "aktorer.toml": 'soc.namn = "Socialtjänsten"\npolis.namn = "Polisen"\nmig.namn = "Verket"\n',
    "variabler.toml": '[vem]\nnamn = "Vem"\ntyp = "val"\nvarden = ["polis", "mig", "ingen"]\n'
    '[ja_nej]\nnamn = "Ja"\ntyp = "val"\nvarden = ["ja", "nej"]\n',
    "meddelanden.toml": '[hej]\nnamn = "Hej"\nslag = "signal"\nfalt = []\n'
    'registreras_av = ["soc"]\n[tyst]\nnamn = "Tyst"\nslag = "signal"\nfalt = []\n',
    "sluttillstand.toml": 'A1.namn = "Klart"\n',
})  # fmt: skip
GOOD = {
    "namn": '"Anmälan"', "avsandare": '["soc"]', "mottagare": '["polis"]', "falt": '["handelse"]',
    "sparr": '["28"]',
}  # fmt: skip


def read(**settings: str | None) -> Handover:
    """Read a register with one hand-over, M01; None leaves a key out."""
    given = {key: value for key, value in {**GOOD, **settings}.items() if value is not None}
    lines = "".join(f"{key} = {value}\n" for key, value in given.items())
    return read_handovers({FILE: f"[M01]\n{lines}"}, REGISTERS)["M01"]


def wrong(**settings: str | None) -> str:
    with pytest.raises(ModelError) as error:
        read(**settings)
    return str(error.value)


def test_a_hand_over_is_read() -> None:
    found = read(utomstaende='["personen"]', nar="\"ja_nej == 'ja'\"", lagrum='"SoL 19:1"')

    assert (found.id, found.name, found.law) == ("M01", "Anmälan", "SoL 19:1")
    assert (found.fields, found.gates, found.outsiders) == (("handelse",), ("28",), ("personen",))
    assert found.holds({"ja_nej": "ja"})
    assert not found.holds({"ja_nej": "nej"})
    assert not found.holds({})


def test_it_is_always_sent_when_it_has_no_condition() -> None:
    assert read().holds({})


def test_everybody_or_those_named_may_send() -> None:
    assert read(avsandare='["alla"]').may_send("mig")
    assert read().may_send("soc")
    assert not read().may_send("mig")


def test_a_variable_names_one_more_receiver_if_it_names_an_agency() -> None:
    found = read(mottagare=None, mottagare_enligt='"vem"')

    assert found.receiving("soc", {"vem": "mig"}) == ("mig",)
    assert found.receiving("soc", {"vem": "ingen"}) == ()
    assert found.receiving("soc", {}) == ()


def test_nobody_hands_over_to_itself() -> None:
    found = read(avsandare='["polis", "mig"]', mottagare='["polis", "mig"]')

    assert found.receiving("polis", {}) == ("mig",)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"avsandare": '["kung"]'}, "aktören 'kung' finns inte"),
        ({"mottagare": '["kung"]'}, "aktören 'kung' finns inte"),
        ({"mottagare": '["alla"]'}, "mottagarna måste räknas upp"),
        ({"mottagare": None}, "mottagare saknas"),
        ({"mottagare_enligt": '"okand"'}, "posten är felaktig"),
        ({"sparr": '["99"]'}, "grunden '99' finns inte"),
        ({"sparr": "[]"}, "spärr saknas"),
        ({"sparr": '["SAMTYCKE"]'}, "spärren är samtycke, men inte vilket"),
        ({"nar": '"ropa()"'}, "otillåtet i ett villkor"),
        ({"handelse": '"okand"'}, "händelsen 'okand' kan ingen registrera"),
        ({"handelse": '"tyst"'}, "händelsen 'tyst' kan ingen registrera"),
        ({"falt": None}, "posten är felaktig"),
        ({"mottagre": '"polis"'}, "nyckeln mottagre finns inte"),
    ],
)
def test_what_is_wrong_is_found(settings: dict[str, str | None], said: str) -> None:
    assert said in wrong(**settings)


def test_all_that_is_wrong_is_told_at_once() -> None:
    said = wrong(avsandare='["kung"]', sparr='["99"]')

    assert "kung" in said
    assert "99" in said


def test_a_broken_file_is_told_and_a_set_without_one_hands_nothing_over() -> None:
    with pytest.raises(ModelError, match="filen kan inte läsas"):
        read_handovers({FILE: "[M01\n"}, REGISTERS)

    assert read_handovers({}, REGISTERS) == {}
    broken: Registers | None = None
    assert read_handovers({FILE: "[M01]\n"}, broken) == {}
