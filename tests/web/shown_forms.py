"""The forms that a page shows, as a browser would post them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

TYPED = {"text", "textarea", "email", "password", "search", "file"}


@dataclass(frozen=True)
class Control:
    """A named control: its kind (`text`, `select`, `radio` …), and what it may be sent with."""

    name: str
    kind: str
    values: tuple[str, ...] = ()

    def with_value(self, value: str) -> "Control":
        return replace(self, values=(*self.values, value))


@dataclass(frozen=True)
class Shown:
    """A form of a page, or one of its buttons that sends it somewhere else."""

    page: str
    action: str
    method: str
    controls: dict[str, Control] = field(default_factory=dict)
    enctype: str = ""

    def about(self, old: str, new: str) -> "Shown":
        """Return the same form with another thing in its addresses."""
        page, action = self.page.replace(old, new), self.action.replace(old, new)
        return replace(self, page=page, action=action)

    @property
    def texts(self) -> list[str]:
        """The names of what somebody writes in."""
        return [c.name for c in self.controls.values() if c.kind in {"text", "textarea"}]


def forms(page: str, html: str) -> list[Shown]:
    """Return the forms of a page at this address."""
    reader = _Reader(page)
    reader.feed(html)
    return list(reader.found())


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self._page, self._inside, self._choosing = page, "", ""
        self._forms: dict[str, Shown] = {}
        self._elsewhere: list[tuple[str, str, str]] = []
        """(form, action, enctype) of buttons that send their form to another address."""

    def found(self) -> Iterator[Shown]:
        yield from self._forms.values()
        for form, action, enctype in self._elsewhere:
            yield replace(self._forms[form], action=action, enctype=enctype)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = has.get("id", f"#{len(self._forms)}")
            new = Shown(self._page, has.get("action") or self._page, has.get("method", "get"))
            kept = self._forms.get(self._inside)
            self._forms[self._inside] = replace(new, controls=kept.controls) if kept else new
            if has.get("data-draft"):
                self._elsewhere.append((self._inside, has["data-draft"], ""))
        elif tag == "option" and self._choosing:
            self._add(self._choosing, "select", has.get("value", ""))
        elif tag in {"input", "textarea", "select", "button"}:
            self._control(tag, has)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = ""

    def _control(self, tag: str, has: dict[str, str]) -> None:
        if tag == "select":  # one without a name is for scripts, and is not sent
            self._choosing = has.get("name", "")
        form = has.get("form", self._inside)
        if not form:
            return
        self._forms.setdefault(form, Shown(self._page, self._page, "post"))
        if "formaction" in has:
            self._elsewhere.append((form, has["formaction"], has.get("formenctype", "")))
        if not has.get("name"):
            return
        kind = has.get("type", "text") if tag == "input" else tag
        self._add(has["name"], kind, None if tag == "select" else has.get("value", ""), form)

    def _add(self, name: str, kind: str, value: str | None, form: str = "") -> None:
        controls = self._forms[form or self._owner(name)].controls
        known = controls.get(name, Control(name, kind))
        controls[name] = known if value is None else known.with_value(value)

    def _owner(self, name: str) -> str:
        """Return the form that has a select of this name: options say nothing of it themselves."""
        return next(f for f in reversed(list(self._forms)) if name in self._forms[f].controls)
