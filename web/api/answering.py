"""How a model becomes an answer: with a tag that changes when it does, or as a page of many."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar
from urllib.parse import urlencode

from flask import Response, request
from pydantic import BaseModel, ConfigDict, Field

from web.api.problems import Refused

MOST = 200
"""How many of a list may be asked for at once."""
USUAL = 50
LONGEST_CURSOR = 400
Item = TypeVar("Item")


class Shape(BaseModel):
    """What is sent or answered; what is not described is neither."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)


class Paged(Shape):
    """Which part of a list."""

    limit: int = Field(USUAL, ge=1, le=MOST)
    cursor: str | None = Field(None, max_length=LONGEST_CURSOR)


def tag_of(model: BaseModel) -> str:
    """Return what names a state: another as soon as anything that is answered is otherwise."""
    told = json.dumps(model.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def tagged(model: BaseModel, status: int = 200, tag: str | None = None) -> Response:
    """Return the answer with its ETag; 304 to whoever has it already."""
    answer = plain(model, status)
    answer.set_etag(tag or tag_of(model))
    if request.method == "GET":
        answer.make_conditional(request)
    return answer


def plain(model: BaseModel, status: int = 200) -> Response:
    """Return the answer without a tag."""
    content = json.dumps(model.model_dump(mode="json"), ensure_ascii=False)
    return Response(content.encode("utf-8", "replace"), status, content_type="application/json")


def require_seen(model: BaseModel) -> None:
    """Refuse to change what is otherwise than the asker has seen (RFC 9110 section 13.1.1)."""
    if not request.if_match.contains(tag_of(model)):
        raise Refused("outdated")


def page(shape: Callable[..., BaseModel], items: Sequence[object], after: str) -> Response:
    """Return a page of a list, and say where the next one begins (RFC 8288)."""
    following = cursor_of(after) if after else None
    answer = plain(shape(items=items, next=following))
    if following:
        asked = {**request.args.to_dict(), "cursor": following}
        answer.headers["Link"] = f'<{request.path}?{urlencode(asked)}>; rel="next"'
    return answer


def part(known: Sequence[Item], asked: Paged) -> tuple[Sequence[Item], str]:
    """Return the part of a list that only grows at its end, and where the next one begins."""
    place = place_of(asked.cursor) or "0"
    if not place.isascii() or not place.isdigit() or len(place) > len(str(10**9)):
        raise Refused("bad-cursor")
    end = int(place) + asked.limit
    return known[int(place) : end], str(end) if end < len(known) else ""


def cursor_of(place: str) -> str:
    """Return a place in a list as it is told: nobody has to know what is in it."""
    return urlsafe_b64encode(place.encode()).decode().rstrip("=")


def place_of(cursor: str | None) -> str:
    """Return the place that a cursor tells; empty for the beginning. Raises Refused."""
    if not cursor:
        return ""
    try:
        whole = cursor + "=" * (-len(cursor) % 4)
        place = urlsafe_b64decode(whole.encode("ascii")).decode()
    except ValueError as error:
        raise Refused("bad-cursor") from error
    if not place.isprintable() or cursor_of(place) != cursor:
        raise Refused("bad-cursor")
    return place
