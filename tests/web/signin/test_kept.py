"""What was written before somebody had to sign in."""

import pytest


def test_answers_sent_after_the_session_ended_wait_in_the_sign_in_page(stranger, engine):
    sent = {"motivering": "Hon bad om <hjälp>", "tecken": ["hot", "skuld"], "_handling": "slutfor"}
    page = stranger.post("/uppgift/u1", data=sent, headers={"Origin": "http://localhost"})

    assert page.status_code == 401
    assert "Det du hade skrivit finns kvar" in page.text
    assert 'name="k.motivering" value="Hon bad om &lt;hjälp&gt;"' in page.text
    assert "k._handling" not in page.text

    kept = {"k.motivering": "Hon bad om hjälp", "k.tecken": ["hot", "skuld"], "uppgift": "u1"}
    wrong = stranger.send("/logga-in", namn="ada", losenord="fel", **kept)
    assert 'name="k.motivering"' in wrong.text
    assert stranger.sign_in(till="/uppgift/u1", **kept).location == "/uppgift/u1"
    assert engine.drafts["u1"]["motivering"] == "Hon bad om hjälp"
    assert engine.drafts["u1"]["tecken"] == ["hot", "skuld"]
    assert "sparat som utkast" in stranger.get("/uppgift/u1").text


@pytest.mark.parametrize("origin", ["https://evil.se", "null", ""])
def test_answers_from_another_site_are_not_kept(stranger, origin):
    answer = stranger.post("/uppgift/u1", data={"a": "x"}, headers={"Origin": origin})

    assert answer.status_code == 303
