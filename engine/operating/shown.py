"""The settings as they are shown: to operators without secrets, and as the handbook's table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from engine.config import ROOT, SECRETS, Settings, file_of, variable

HIDDEN = "••••••"
MADE = "made on first use, in `var/`"


def masked(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each variable and its value; of a secret only that there is one, of a URL where."""
    for name in Settings.model_fields:
        value = str(getattr(settings, name))
        if name in SECRETS and value:
            value = _place(value) if "://" in value else HIDDEN
            value += f" (ur {variable(name)}_FILE)" if file_of(name) else ""
        yield variable(name), value


def table() -> str:
    """Return the handbook's table, in Markdown: every setting, its default, what it is."""
    rows = ["| Setting | Default | What it is |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        file = " (or `_FILE`)" if name in SECRETS else ""
        told = re.sub(r"\s+", " ", field.description or "").strip()
        rows.append(f"| `{variable(name)}`{file} | {_default(field)} | {told} |")
    return "\n".join(rows) + "\n"


def told_of(error: ValidationError) -> str:
    """Return every setting that makes no sense, in Swedish, without what it was."""
    names = [str(each["loc"][0]) for each in error.errors()]
    known = [variable(name) if name in Settings.model_fields else name for name in names]
    return f"inställningar som inte går att förstå: {', '.join(known)}"


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return MADE
    if isinstance(field.default, bool):
        return "yes" if field.default else "no"
    plain = str(field.default).replace(f"{ROOT}/", "")
    return f"`{plain}`" if plain else "–"


def _place(url: str) -> str:
    """Return a URL without the name and the password in it, nor what follows it."""
    return re.sub(r"//[^/]*@", f"//{HIDDEN}@", url.partition("?")[0])
