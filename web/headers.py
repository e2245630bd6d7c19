"""What the browser is told to allow, to keep and to forget."""

from __future__ import annotations

from flask import Flask, Response, request
from secure import (
    CacheControl,
    ContentSecurityPolicy,
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    StrictTransportSecurity,
    XContentTypeOptions,
)

from web.security import A_YEAR, is_https

POLICY = (
    ContentSecurityPolicy()
    .default_src("'none'")
    .script_src("'self'")
    .style_src("'self'")
    .img_src("'self'", "data:")
    .font_src("'self'", "data:")
    .connect_src("'self'")
    .form_action("'self'")
    .base_uri("'none'")
    .frame_ancestors("'none'")
)
HEADERS = Secure(
    csp=POLICY,
    referrer=ReferrerPolicy().same_origin(),
    xcto=XContentTypeOptions(),
    coop=CrossOriginOpenerPolicy().same_origin(),
    corp=CrossOriginResourcePolicy().same_origin(),
    permissions=PermissionsPolicy().camera().geolocation().microphone(),
)
PAGES_ARE_NOT_KEPT = Secure(cache=CacheControl().no_store())
ONLY_HTTPS = Secure(hsts=StrictTransportSecurity().max_age(A_YEAR).include_subdomains())
FORGET = {"Clear-Site-Data": '"cache", "storage"'}
"""What a browser that somebody leaves behind is told: nothing of them stays in it."""
LEAVING = "auth.leave"


def init_app(app: Flask) -> None:
    """Put the headers on every answer."""
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    own_policy = response.headers.get(POLICY.header_name)
    HEADERS.set_headers(response)
    if own_policy:
        response.headers[POLICY.header_name] = own_policy
    if request.endpoint != "static":
        PAGES_ARE_NOT_KEPT.set_headers(response)
    if is_https():
        ONLY_HTTPS.set_headers(response)
    if request.endpoint == LEAVING:
        response.headers.update(FORGET)
    return response
