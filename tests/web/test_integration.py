"""The page of operations: for everybody, without a word of any case, and nothing from elsewhere."""

from web.api.room import operation_of


def test_every_operation_is_listed_with_its_scope(app, stranger):
    page = stranger.get("/integration").text
    with app.app_context():
        known = [rule for rule in app.url_map.iter_rules() if operation_of(rule.endpoint)]
        scopes = {operation_of(rule.endpoint).scope for rule in known}

    assert page.count("<code>") == len(known) > 35
    assert all(scope in page for scope in scopes)
    assert "POST /tasks/{task_id}/complete" in page
    assert 'href="/api/v1/openapi.json"' in page


def test_it_is_reached_without_signing_in_and_fetches_nothing_from_elsewhere(stranger):
    answer = stranger.get("/integration")

    assert answer.status_code == 200
    assert "https://" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert 'href="/integration"' in stranger.get("/tillganglighet").text
