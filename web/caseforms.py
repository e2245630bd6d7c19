"""A form beside a case, as a page: shown with what was typed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import render_template, request

from engine.answers import Raw
from engine.forms import Form
from engine.views import CasePage
from web.current import actor, engine


@dataclass(frozen=True)
class FormPage:
    """What a page with a form says around it."""

    title: str
    text: str
    form: Form
    button: str
    back: str
    """The tab of the case that the page belongs to."""
    warning: str = ""
    hidden: Mapping[str, str] = field(default_factory=dict)


def head(case_id: str) -> CasePage:
    """Return what the top of a page about a case shows. Raises NotFound for others' cases."""
    return engine().casefile.case_page(actor(), case_id, ())


def typed() -> Raw:
    """Return the posted form."""
    return request.form.to_dict(flat=False)


def shown(
    case_id: str,
    page: FormPage,
    answers: Mapping[str, Any] | None = None,
    problems: Mapping[str, str] | None = None,
    **more: Any,
) -> str:
    """Return the page; with problems it begins by telling them."""
    return render_template(
        "cases/form.html", case=head(case_id).case, page=page, answers=answers or {},
        problems=problems or {}, **more,
    )  # fmt: skip
