"""A page with a form beside a case leads back to where it came from."""

import pytest

from engine.bootstrap import Engine
from tests.web.clerks import Clerks

PATHS = {"kontakt": "medverkande", "egen-uppgift": "", "samtycke/sip": "samtycken"}


@pytest.mark.parametrize("path", PATHS)
def test_it_has_a_way_back_a_token_and_a_command_of_its_own(real_engine: Engine, path: str) -> None:
    clerks = Clerks(real_engine)
    page = clerks.at("soc").get(f"{clerks.case}/{path}").text
    back = f"{clerks.case}?flik={PATHS[path]}" if PATHS[path] else clerks.case

    assert page.count(f'href="{back}"') == 2
    assert 'name="_csrf"' in page
    assert 'name="_kommando"' in page
    assert "<form" in page
    assert clerks.at("iom").get(f"{clerks.case}/{path}").status_code == 404
