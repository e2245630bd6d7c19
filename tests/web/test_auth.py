"""Who is asking: everything asks, save what is public."""

from web.auth import PUBLIC


def test_a_person_who_is_no_longer_there_is_signed_out(ada, engine):
    engine.door.open_.clear()

    assert ada.get("/").location == "/logga-in"


def test_every_route_asks_who_you_are_unless_it_is_public(app, stranger):
    for rule in app.url_map.iter_rules():
        path = rule.rule.replace("<", "").replace(">", "").replace("path:", "")
        method = min(rule.methods - {"HEAD", "OPTIONS"})
        answer = stranger.open(path, method=method)
        leads = answer.status_code == 303 and answer.location.startswith("/logga-in")
        asks = leads or answer.status_code == 401  # said to a page that saves itself
        assert asks != (rule.endpoint in PUBLIC), rule


def test_what_does_not_exist_asks_too(stranger):
    assert stranger.get("/finns-inte").status_code == 303


def test_who_is_signed_out_cannot_stay(stranger):
    page = stranger.get("/logga-in").text

    assert "data-session" not in page
    assert stranger.send("/fortsatt").status_code == 303
