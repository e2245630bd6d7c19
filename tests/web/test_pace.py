from web.pace import COSTLY, RATE


def test_what_is_costly_can_be_had_so_often_and_then_waits_a_minute(ada):
    answers = [ada.send("/statistik/fil").status_code for _ in range(RATE.amount + 1)]

    assert 429 not in answers[:-1]
    assert answers[-1] == 429
    assert "Vänta en minut" in ada.send("/statistik/fil").text
    assert ada.get("/").status_code == 200


def test_all_that_is_costly_counts_as_one(ada):
    for _ in range(RATE.amount):
        ada.send("/statistik/fil")

    assert ada.send("/analys/fil").status_code == 429


def test_who_is_not_signed_in_is_sent_to_the_door_and_not_counted(stranger):
    answers = {stranger.send("/statistik/fil").status_code for _ in range(RATE.amount + 1)}

    assert 429 not in answers


def test_what_is_costly_is_there(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} >= COSTLY
