"""The page where one signs in, and the session that is begun."""


def test_the_sign_in_page_lists_people_by_agency(stranger):
    page = stranger.get("/logga-in").text

    assert page.index("Polismyndigheten") < page.index("Cy Holm") < page.index("Ada Ek")
    assert "chef, handläggare" in page


def test_the_session_is_begun_anew(stranger):
    with stranger.session_transaction() as session:
        session["planted"] = "x"
    stranger.sign_in()

    with stranger.session_transaction() as session:
        assert "planted" not in session
        assert session["_user_id"].endswith("-ada")


def test_the_people_of_the_demonstration_are_listed_only_there(stranger, engine):
    engine.door.people = ()

    assert "Ada Ek" not in stranger.get("/logga-in").text
