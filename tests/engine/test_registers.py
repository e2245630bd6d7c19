import pytest

from engine.errors import ModelError
from engine.registers import read_registers, regions_of

FILES = {
    "aktorer.toml": '[polis]\nnamn = "Polisen"\nroller = ["handlaggare"]\n',
    "variabler.toml": '[alder]\nnamn = "Ålder"\ntyp = "val"\nvarden = ["barn"]\n'
    '[dag]\nnamn = "Dag"\ntyp = "datum"\n',
    "meddelanden.toml": '[hej]\nnamn = "Hej"\nslag = "meddelande"\nfalt = ["alder"]\n'
    'registreras_av = ["polis"]\n',
    "sluttillstand.toml": 'A1.namn = "Klart"\n',
}


def test_the_registers_are_read() -> None:
    registers = read_registers(FILES)

    assert registers.agencies["polis"].name == "Polisen"
    assert registers.variables["alder"].codes == ("barn",)
    assert registers.messages["hej"].registered_by == ("polis",)
    assert not registers.messages["hej"].repeats
    assert registers.end_states == {"A1": "Klart"}


def test_regions_are_named_and_the_unknown_one_is_none_of_them() -> None:
    regions = FILES | {"regioner.toml": 'syd.namn = "Syd"\n'}

    assert read_registers(FILES).regions == {}
    assert regions_of(read_registers(regions)) == {"syd": "Syd", "okand": "Inte känd än"}
    for key in ("okand", "en_alldeles_for_lang"):
        with pytest.raises(ModelError):
            read_registers(FILES | {"regioner.toml": f'{key}.namn = "X"\n'})


def test_an_event_may_say_that_it_can_come_again() -> None:
    again = FILES["meddelanden.toml"] + "flera = true\n"

    assert read_registers(FILES | {"meddelanden.toml": again}).messages["hej"].repeats


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("aktorer.toml", "[polis\n", "filen kan inte läsas"),
        ("aktorer.toml", "", "registret saknas eller är tomt"),
        ("aktorer.toml", "[polis]\n", "posten är felaktig"),
        ("variabler.toml", '[x]\nnamn = "X"\ntyp = "tal"\n', "okänd typ 'tal'"),
        ("variabler.toml", '[x]\nnamn = "X"\ntyp = "val"\n', "varden hör till typen val"),
        ("variabler.toml", '[x]\nnamn = "X"\ntyp = "datum"\nvarden = ["a"]\n', "varden hör"),
        ("meddelanden.toml", '[m]\nnamn = "M"\nslag = "brev"\nfalt = []\n', "okänt slag"),
        (
            "meddelanden.toml",
            '[m]\nnamn = "M"\nslag = "meddelande"\nfalt = []\ntill_alla = true\n',
            "till_alla hör till slaget signal",
        ),
        (
            "meddelanden.toml",
            '[m]\nnamn = "M"\nslag = "signal"\nfalt = []\ntill_alla = true\nfrister = "x"\n',
            "frister hör till signaler till_alla",
        ),
        (
            "meddelanden.toml",
            '[m]\nnamn = "M"\nslag = "signal"\nfalt = []\nfrister = "pausas"\n',
            "frister hör till signaler till_alla",
        ),
        (
            "meddelanden.toml",
            '[m]\nnamn = "M"\nslag = "signal"\nfalt = ["vikt"]\n',
            "variabeln 'vikt' finns inte",
        ),
        (
            "meddelanden.toml",
            '[m]\nnamn = "M"\nslag = "signal"\nfalt = []\nregistreras_av = ["tull"]\n',
            "aktören 'tull' finns inte",
        ),
    ],
)
def test_a_wrong_register_is_refused_in_words(file: str, text: str, said: str) -> None:
    with pytest.raises(ModelError) as caught:
        read_registers(FILES | {file: text})

    assert said in str(caught.value)
    assert caught.value.findings[0].file == file


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ModelError) as caught:
        read_registers({})

    assert {f.file for f in caught.value.findings} == set(FILES)
