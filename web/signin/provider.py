"""Signing in by an OIDC provider: authorization code with PKCE, by Authlib's client.

OpenID Connect Core 3.1 with RFC 7636 (S256) and RFC 9207; OpenID Connect RP-Initiated Logout 1.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Flask, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from joserfc.errors import JoseError
from requests import RequestException

from engine.entrance.claims import LOCKED, TOO_WEAK
from engine.entrance.sittings import Way
from engine.errors import NotFound, Unwelcome
from web.current import actor, engine
from web.language import inside, lazy
from web.security import csrf, limiter
from web.signin.kept import is_from_our_page, kept
from web.signin.page import arrived, go_on, pages, sign_in_page

PROVIDER = "provider"
TOGO = "till"
PATIENCE = 10
"""Seconds for one answer of the provider."""
DOWN = lazy("Inloggningstjänsten svarar inte just nu. Försök igen om en stund.")
BROKEN = lazy("Inloggningen gick inte att slutföra. Börja om.")
STRANGER = lazy(
    "Din inloggning fungerade, men den ger ingen behörighet här. "
    "Be den som sköter behörigheter hos er om en roll."
)
IS_LOCKED = lazy("Ditt konto här är spärrat. Be den som sköter behörigheter hos er om hjälp.")
WEAK = lazy(
    "Din inloggning var inte stark nog. Logga in igen med det som din arbetsgivare kräver, "
    "till exempel e-legitimation eller kort."
)
UNWELCOME = {LOCKED: IS_LOCKED, TOO_WEAK: WEAK}
NOT_YET = lazy("Du är inte inloggad än. Logga in i den andra fliken först.")
WRONG = (AuthlibBaseError, JoseError, KeyError, ValueError)
"""What Authlib raises for answers that are not what they should be."""


def init_app(app: Flask) -> None:
    """Prepare the client of the provider that the settings name, if any."""
    settings = app.extensions["engine"].settings
    if not settings.oidc_issuer:
        return
    issuer = settings.oidc_issuer.rstrip("/")
    client = OAuth(app).register(
        PROVIDER, client_id=settings.oidc_client_id, client_secret=settings.oidc_client_secret,
        server_metadata_url=f"{issuer}/.well-known/openid-configuration",
        client_kwargs={"scope": settings.oidc_scope, "code_challenge_method": "S256",
                       "default_timeout": PATIENCE},
    )  # fmt: skip
    app.extensions[PROVIDER] = client


@pages.get("/logga-in/tjanst")
@limiter.limit("120 per minute")
def begin() -> ResponseReturnValue:
    """Send the browser to the provider; state, nonce and verifier stay in our session."""
    client = _client()
    for begun in [key for key in session if key.startswith("_state_")]:
        del session[begun]  # the cookie is small, and only the last try is gone on with
    session[TOGO] = inside(request.args.get("till", ""))
    try:
        if client.load_server_metadata()["issuer"] != engine().settings.oidc_issuer:
            raise ValueError("the provider says that it is another")
        answer: ResponseReturnValue = client.authorize_redirect(_address("auth.back"), **_asked())
    except (RequestException, *WRONG) as error:
        return _failed(error)
    return answer


@pages.get("/logga-in/svar")
@limiter.limit("120 per minute")
def back() -> ResponseReturnValue:
    """Take the provider's answer, and let in whom the mapping gives something."""
    issuer, client = engine().settings.oidc_issuer, _client()
    try:
        claims = _claims(client, issuer)
        person = engine().provided.arrive(issuer, claims)
    except Unwelcome as error:
        return sign_in_page("", problem=UNWELCOME.get(error.why, STRANGER)), 403
    except (RequestException, *WRONG) as error:
        return _failed(error)
    where = session.get(TOGO, "")
    arrived(person, Way.OIDC)
    return redirect(inside(where), 303)


@pages.get("/logga-in/klar")
def done() -> ResponseReturnValue:
    """Say that somebody is signed in, who has a page waiting in another tab."""
    return render_template("auth/done.html")


@csrf.exempt  # type: ignore[untyped-decorator]  # its page is older than the session
@pages.post("/logga-in/fortsatt")
def resume() -> ResponseReturnValue:
    """Go on with what waits on a page of ours, once somebody has signed in beside it."""
    ours = is_from_our_page()
    if not ours or not current_user.is_authenticated:
        return sign_in_page("", problem=NOT_YET, found=kept() if ours else {}), 422
    return go_on(actor())


def farewell() -> str | None:
    """Return where the provider signs somebody out, too; None if it does not."""
    client = current_app.extensions.get(PROVIDER)
    try:
        if client is None or "end_session_endpoint" not in client.load_server_metadata():
            return None
        made = client.create_logout_url(_address("auth.sign_in"), client_id=client.client_id)
    except (RequestException, *WRONG):
        return None
    return str(made["url"])


def _client() -> Any:
    client = current_app.extensions.get(PROVIDER)
    if client is None:
        raise NotFound("no provider")
    return client


def _asked() -> dict[str, str]:
    """Return what the provider is asked for beside who it is (OpenID Connect Core 3.1.2.1)."""
    levels = engine().provided.levels
    return {"acr_values": " ".join(levels)} if levels else {}


def _claims(client: Any, issuer: str) -> Mapping[str, Any]:
    """Return what the provider says of somebody: by the ID token, and beside it when asked."""
    says_who = client.load_server_metadata().get("authorization_response_iss_parameter_supported")
    if request.args.get("iss", "" if says_who else issuer) != issuer:  # RFC 9207 2.4
        raise ValueError("the answer comes from another provider")
    wanted = {"iss": {"essential": True, "value": issuer},
              "aud": {"essential": True, "value": client.client_id}}  # fmt: skip
    token = client.authorize_access_token(claims_options=wanted)
    told: dict[str, Any] = dict(token["userinfo"])  # KeyError: there was no ID token
    if "userinfo_endpoint" in client.server_metadata:
        more = dict(client.userinfo(token=token))
        if more.get("sub") != told["sub"]:  # OpenID Connect Core 5.3.2
            raise ValueError("the provider tells of two persons")
        told = more | told
    return told


def _failed(error: Exception) -> ResponseReturnValue:
    is_down = isinstance(error, RequestException)
    engine().trail.note("sign_in_refused", place="auth.back", why=type(error).__name__)
    return sign_in_page("", problem=DOWN if is_down else BROKEN), 503 if is_down else 400


def _address(endpoint: str) -> str:
    """Return an address of ours, as the provider knows it; by the request only where unset."""
    base = engine().settings.address
    return f"{base.rstrip('/')}{url_for(endpoint)}" if base else url_for(endpoint, _external=True)
