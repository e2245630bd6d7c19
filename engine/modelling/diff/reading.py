"""What differs in who gets to read what: the hand-overs, and the table that they are held to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.modelling.diff import change as kinds
from engine.modelling.diff.change import Change, Part, Spec, listed
from engine.modelling.diff.names import Names
from engine.modelling.diff.registers import Register
from engine.secrecy import handovers, visibility
from engine.secrecy.grounds import GROUNDS
from engine.secrecy.handovers import EVERYBODY, Handover
from engine.secrecy.visibility import Kind

CELLS = {
    "egen": "har bara eget", "-": "ser inget", "S": "ser bara läget", "nekas": "nekas",
    "S*": "ser bara läget, med grund", "avid": "ser bara det som inte visar vem någon är",
    "R": "läser", "R*": "läser, med grund", "barn*": "läser om det gäller ett barn, med grund",
}  # fmt: skip


def reading_changes(names: Names) -> Iterator[Change]:
    """Yield what differs in hand-overs and in the table of who may read."""
    yield from Register(
        handovers.FILE, kinds.ACCESS, "Överlämnandet", lambda s: s.handovers, lambda h: h.name,
        handover_spec(names), lambda _, handover: parties(handover, names),
    ).changes(names)  # fmt: skip
    yield from Register(
        visibility.FILE, kinds.ACCESS, "Slaget av uppgifter", lambda s: s.kinds, lambda k: k.name,
        (Part("namnet", kinds.WORDING, lambda k: k.name),),
        lambda _, kind: tuple(kind.cells),
    ).changes(names)  # fmt: skip
    for id_, new in names.after.kinds.items():
        if old := names.before.kinds.get(id_):
            yield from _cells(old, new, names)


def handover_spec(names: Names) -> Spec:
    """Return all that a hand-over may have."""
    return (
        Part("namnet", kinds.WORDING, lambda h: h.name),
        Part("avsändaren", kinds.ACCESS, lambda h: h.senders, names.agency),
        Part("mottagaren", kinds.ACCESS, lambda h: h.receivers, names.agency),
        Part("mottagaren utanför systemet", kinds.ACCESS, lambda h: h.outsiders),
        Part("variabeln som pekar ut mottagaren", kinds.ACCESS, lambda h: h.named_by,
             names.variable),
        Part("svaret som lämnas", kinds.ACCESS, lambda h: h.fields),
        Part("lagrummet", kinds.LAW, lambda h: h.law or None),
        Part("grunden", kinds.ACCESS, lambda h: h.gates, _ground),
        Part("samtycket", kinds.ACCESS, lambda h: h.consent),
        Part("villkoret", kinds.CONDITION, lambda h: h.when.text if h.when else None),
        Part("händelsen som registreras", kinds.MESSAGE, lambda h: h.event, names.message),
        Part("skälet till att ingen uppgift lämnar det", kinds.WORDING, lambda h: h.awaits),
    )  # fmt: skip


def _ground(code: str) -> str:
    return f"{code} ({GROUNDS[code].law or GROUNDS[code].name})" if code in GROUNDS else code


def parties(handover: Handover, names: Names) -> tuple[str, ...]:
    """Return the agencies between which something is handed over."""
    if EVERYBODY in handover.senders:
        return names.every_agency()
    return (*handover.senders, *handover.receivers, *handover.named)


def _cells(old: Kind, new: Kind, names: Names) -> Iterator[Change]:
    """Yield who may read more or less of a kind of data, and which answers belong to it."""
    about = f"Slaget av uppgifter ”{new.name}”"
    for agency, cell in new.cells.items():
        was = old.cells.get(agency)
        if was != cell:
            earlier = f"; tidigare {_cell(was)}" if was else ""
            words = f"{about}: {names.agency(agency)} {_cell(cell)}{earlier}."
            yield Change(kinds.ACCESS, words, visibility.FILE, new.id,
                         agencies=names.signing_in((agency,)))  # fmt: skip
    if said := listed("svaret", _answers(old.fields), _answers(new.fields)):
        yield Change(kinds.ACCESS, f"{about}: {said}.", visibility.FILE, new.id,
                     agencies=names.signing_in(_touched(old, new, names)))  # fmt: skip


def _cell(cell: str) -> str:
    return f"{CELLS.get(cell, cell)} ({cell})"


def _answers(fields: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(f"{handover}: {key}" for handover in fields for key in fields[handover])


def _touched(old: Kind, new: Kind, names: Names) -> Iterator[str]:
    """Yield the parties of the hand-overs whose answers were put under another kind."""
    for id_ in dict.fromkeys([*old.fields, *new.fields]):
        if set(old.fields.get(id_, ())) != set(new.fields.get(id_, ())):
            for side in (names.before, names.after):
                if handover := side.handovers.get(id_):
                    yield from parties(handover, names)
