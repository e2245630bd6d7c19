"""What a request of a system is about: the engine it is put to, and the account that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import current_app, g, request

from engine.accounts.repeats import command_of

if TYPE_CHECKING:
    from engine.accounts.account import ServiceAccount
    from engine.bootstrap import Engine
    from engine.model import Actor

CHANNEL = "api"
KEPT = "engine of the api"
BEARER = "bearer "


def engine() -> Engine:
    """Return the application's engine; what it is asked for here, the log tells as `api`."""
    base = current_app.extensions["engine"]
    kept = current_app.extensions.get(KEPT)
    if kept is None or kept[0] is not base:
        from engine.bootstrap import through  # noqa: PLC0415  (it brings the whole engine with it)

        kept = current_app.extensions[KEPT] = (base, through(base, CHANNEL))
    return cast("Engine", kept[1])


def recognised() -> ServiceAccount | None:
    """Return the account whose token the request carries, asked for once; None without one."""
    if "account" not in g:
        sent = request.headers.get("Authorization", "")
        token = sent[len(BEARER) :].strip() if sent.lower().startswith(BEARER) else ""
        g.account = engine().accounts.recognise(token) if token else None
    return cast("ServiceAccount | None", g.account)


def account() -> ServiceAccount:
    """Return the account that asks; the door lets nobody in without one."""
    return cast("ServiceAccount", recognised())


def actor() -> Actor:
    """Return who the account is to the verbs."""
    return account().actor


def command() -> str:
    """Return the id of the command that the request's key stands for."""
    return command_of(account().id, g.key)
