import pytest

from engine.bpmn.definitions import read_process_set
from engine.modelling.diff import compare
from tests.engine.modelling.diff.rich import KINDS, RICH, changed, only, said

ROWS = {
    "variabler.toml": '[nytt]\nnamn = "Nytt"\ntyp = "datum"\n',
    "meddelanden.toml": '[ny]\nnamn = "Ny"\nslag = "signal"\nfalt = []\n'
    'registreras_av = ["polismyndigheten"]\n',
    "sluttillstand.toml": 'B1.namn = "Sent"\n',
    "ansvar.toml": '[POL-01]\naktor = "polismyndigheten"\nsteg = "1"\ntext = "Ser"\nslag = "ska"\n',
}


@pytest.mark.parametrize("file", sorted(ROWS))
def test_a_new_row_is_told_and_so_is_one_that_is_gone(file: str) -> None:
    change = only(RICH | {file: RICH[file] + ROWS[file]})

    assert str(change).endswith("har tillkommit.")
    assert (change.effect, change.file) == ("added", file)


def test_a_row_that_is_gone_is_told_to_whom_it_concerned() -> None:
    more = RICH | {"ansvar.toml": RICH["ansvar.toml"] + ROWS["ansvar.toml"]}
    (gone,) = compare(read_process_set(more), read_process_set(RICH)).changes

    assert str(gone) == "Ansvaret POL-01 ”Ser” har tagits bort."
    assert (gone.effect, gone.agencies) == ("removed", ("polismyndigheten",))


def test_a_limit_concerns_those_who_have_something_under_it() -> None:
    both = only(changed("frister.toml", 'langd = "P7D"', 'langd = "P9D"'))
    nobody = only(changed("frister.toml", '"PT4H"', '"PT5H"'))

    assert (both.agencies, nobody.agencies) == (("polismyndigheten",), ())


def test_a_new_agency_is_told_with_what_it_may_read() -> None:
    files = RICH | {
        "aktorer.toml": RICH["aktorer.toml"] + '[iom]\nnamn = "IOM"\n',
        KINDS: RICH[KINDS] + 'iom = "S"\n',
    }

    assert said(files) == [
        ("role", "Aktören iom ”IOM” har tillkommit."),
        ("access", "Slaget av uppgifter ”Misstanke”: IOM ser bara läget (S)."),
    ]
