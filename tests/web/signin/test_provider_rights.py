"""What somebody may here follows what the real provider says of them, at each sign-in."""

import pytest
from flask import Flask

from engine.bootstrap import Engine
from engine.db.connection import writing
from engine.db.tables import people
from engine.entrance.claims import ClaimRules, id_of
from engine.passwords import hashed
from tests.web.conftest import Browser
from tests.web.signin.real_provider import (
    EVA,
    RULES,
    RealProvider,
    begin,
    whole_round,
    why,
)

STRANGERS = {
    "no_agency": {"agency": "SE-okand"},
    "several_agencies": {"agency": ["SE-soc", "SE-polis"]},
    "no_role": {"roles": ["skydd-admin", "vpn"]},
}


@pytest.mark.parametrize("reason", STRANGERS)
def test_claims_that_lead_nowhere_are_refused_and_kept(
    hosted: Engine, visitor: Browser, provider: RealProvider, reason: str
) -> None:
    provider.tell(eva=EVA | STRANGERS[reason])
    answer = whole_round(visitor, provider, "eva")

    assert answer.status_code == 403
    assert "den ger ingen behörighet här" in answer.text
    assert f'"why":"{reason}"' in why(hosted)[-1]
    assert "SE-" not in why(hosted)[-1]


@pytest.mark.parametrize(
    ("shown", "status"), [("strong", 303), ("weak", 403), ("", 403)], ids=["strong", "weak", "none"]
)
def test_what_somebody_has_shown_must_be_enough(
    hosted: Engine, visitor: Browser, provider: RealProvider, shown: str, status: int
) -> None:
    whole_round(visitor, provider, "eva")
    object.__setattr__(
        hosted.provided, "rules", ClaimRules.read(RULES + '[styrka]\nacr = ["loa3", "loa4"]')
    )
    assert "acr_values=loa3+loa4" in begin(visitor)
    provider.tell(shown)
    answer = whole_round(visitor, provider, "eva")
    provider.tell()

    assert answer.status_code == status
    assert ("inte stark nog" in answer.text) == (status == 403)
    assert visitor.get("/arenden").status_code == 200  # nobody is thrown out by it
    assert ('"why":"too_weak"' in "".join(why(hosted))) == (status == 403)


def test_a_changed_claim_changes_rights_at_the_next_sign_in(
    host: Flask, hosted: Engine, visitor: Browser, provider: RealProvider
) -> None:
    id_ = id_of(provider.issuer, "eva")
    provider.tell(eva=EVA | {"roles": ["skydd-chef"]})
    whole_round(visitor, provider, "eva")
    before = hosted.queries.person(id_)
    provider.tell(eva=EVA | {"agency": "SE-polis"})
    whole_round(host.test_client(), provider, "eva")  # type: ignore[arg-type]
    after = hosted.queries.person(id_)
    assert before
    assert after
    assert (before.agency, before.roles) == ("socialtjansten", {"handlaggare", "chef"})
    assert (after.agency, after.roles) == ("polismyndigheten", {"handlaggare"})
    assert "Polismyndigheten" in visitor.get("/arenden").text  # where they sat already, too

    provider.tell(eva=EVA | {"roles": []})
    assert whole_round(host.test_client(), provider, "eva").status_code == 403  # type: ignore[arg-type]
    assert visitor.get("/arenden").status_code == 303


def test_an_administrator_comes_by_the_mapping_and_only_where_no_case_can_be(
    hosted: Engine, visitor: Browser, provider: RealProvider
) -> None:
    provider.tell(eva=EVA | {"agency": "SE-it", "roles": ["skydd-admin", "skydd-chef"]})
    whole_round(visitor, provider, "eva")
    person = hosted.queries.person(id_of(provider.issuer, "eva"))

    assert person is not None
    assert person.roles == {"administrator"}
    assert visitor.get("/").location == "/konton"


def test_a_local_account_is_not_taken_over_nor_one_of_the_provider(
    hosted: Engine, visitor: Browser, provider: RealProvider
) -> None:
    provider.tell(soc=EVA)
    whole_round(visitor, provider, "soc")  # the subject has the name of a local account
    local = hosted.queries.person("soc")
    assert local is not None
    assert local.name == "Ada Ek"

    id_ = id_of(provider.issuer, "soc")
    assert hosted.door.sign_in(id_, "") is None
    with writing(hosted.database) as connection:  # even if somebody had given it a password
        connection.execute(people.update().where(people.c.id == id_)
                           .values(password_hash=hashed("skydd")))  # fmt: skip
    assert hosted.door.sign_in(id_, "skydd") is None


def test_a_locked_person_stays_out_whatever_the_provider_says(
    hosted: Engine, visitor: Browser, provider: RealProvider
) -> None:
    whole_round(visitor, provider, "eva")
    hosted.administering.lock("prov", id_of(provider.issuer, "eva"), "Slutat")
    answer = whole_round(visitor, provider, "eva")

    assert answer.status_code == 403
    assert "Ditt konto här är spärrat" in answer.text
