"""The table of who may read what: read, and everything wrong in it found at once."""

import pytest

from engine.errors import ModelError
from engine.registers import read_registers
from engine.secrecy.visibility import FILE, Kind, kinds_of, read_kinds

REGISTERS = read_registers({
    "aktorer.toml": 'soc.namn = "Socialtjänsten"\npolis.namn = "Polisen"\nsystem.namn = "System"\n',
    "variabler.toml": '[ja_nej]\nnamn = "Ja"\ntyp = "val"\nvarden = ["ja", "nej"]\n',
    "meddelanden.toml": '[hej]\nnamn = "Hej"\nslag = "signal"\nfalt = []\n',
    "sluttillstand.toml": 'A1.namn = "Klart"\n',
})  # fmt: skip
CELLS = 'soc = "R"\npolis = "-"\n'


def read(cells: str = CELLS, fields: str = 'M01 = ["adress"]') -> dict[str, Kind]:
    text = f'[plats]\nnamn = "Plats"\n[plats.falt]\n{fields}\n[plats.insyn]\n{cells}'
    return read_kinds({FILE: text}, REGISTERS)


def test_a_kind_of_data_is_read_with_its_answers_and_its_cells() -> None:
    kind = read()["plats"]

    assert (kind.name, kind.fields) == ("Plats", {"M01": ("adress",)})
    assert kind.cells == {"soc": "R", "polis": "-"}


def test_an_answer_is_found_among_the_kinds() -> None:
    assert [kind.id for kind in kinds_of(read(), "M01", "adress")] == ["plats"]
    assert kinds_of(read(), "M02", "adress") == ()
    assert kinds_of(read(), "M01", "namn") == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ('soc = "R"\n', "rutan för polis saknas"),
        (CELLS + 'kung = "R"\n', "aktören 'kung' finns inte"),
        ('soc = "allt"\npolis = "-"\n', "rutan 'allt' finns inte"),
    ],
)
def test_what_is_wrong_is_found(cells: str, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        read(cells)


def test_a_broken_entry_is_told_and_a_set_without_the_table_has_none() -> None:
    with pytest.raises(ModelError, match="posten är felaktig"):
        read_kinds({FILE: '[plats]\nnamn = "Plats"\n'}, REGISTERS)

    assert read_kinds({}, REGISTERS) == {}
    assert read_kinds({FILE: "[x]"}, None) == {}
