"""What is certain of an instance's variables at a place: `Facts`, and what elements make of it.

A variable is never unset again (`engine.bpmn.run`), so what is surely set stays so. Two ways that
meet keep what both have set; and, for each value that one variable may have, what is surely set
*when* it has that value. So a form whose later questions depend on an earlier answer, and an end
that says which way was gone, are understood without playing every combination.

Sets of variables are the bits of a number (`Names`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

UNSET = ""
"""In place of a value: the variable has none."""
Told = tuple[int | None, ...]
"""For each value of a variable, UNSET first, what is surely set when it has it, besides what is
surely set in any case; None if it cannot have it."""


@dataclass(frozen=True)
class Names:
    """The variables of a process set, each a bit, with the values that each may have."""

    values: Mapping[str, tuple[str, ...]]
    """UNSET first."""
    bits: Mapping[str, int]
    telling: tuple[str, ...]
    """The variables whose values tell something: those that are read."""

    @classmethod
    def of(cls, domains: Mapping[str, tuple[str, ...]], telling: Iterable[str]) -> Names:
        """Return the names of these variables; `telling` are those that something reads."""
        values = {name: (UNSET, *codes) for name, codes in domains.items()}
        bits = {name: 1 << n for n, name in enumerate(domains)}
        return cls(values, bits, tuple(name for name in telling if name in bits))

    def mask(self, names: Iterable[str]) -> int:
        """Return the set of these variables."""
        return sum({self.bits[name] for name in names if name in self.bits})


@dataclass(frozen=True)
class Facts:
    """What holds whenever a token comes to a place, whichever way it came."""

    names: Names = field(repr=False, compare=False)
    sure: int = 0
    """Surely set."""
    may: int = 0
    """Set on some way."""
    told: Mapping[str, Told] = field(default_factory=dict)
    """What each value of a variable tells; nothing is told by one that is not here."""

    def given(self, name: str) -> Told:
        """Return all that is surely set for each value of a variable; None where it cannot be."""
        bit, sure = self.names.bits[name], self.sure
        unset = None if sure & bit else sure
        code = sure | bit if self.may & bit else None
        told = self.told.get(name)
        if told is None:
            return (unset, *(code for _ in self.names.values[name][1:]))
        first, *others = told
        return (
            None if unset is None or first is None else first | unset,
            *(None if code is None or each is None else each | code for each in others),
        )

    def possible(self, name: str) -> list[str]:
        """Return the values that a variable may have here."""
        pairs = zip(self.names.values[name], self.given(name), strict=True)
        return [value for value, given in pairs if given is not None]

    def assigned(self, name: str, codes: Sequence[str]) -> Facts:
        """Return what is certain when a variable has been given one of some values."""
        bit, told = self.names.bits[name], {**self.told}
        told.pop(name, None)
        every = self.names.values[name]
        if name in self.names.telling and len(codes) < len(every) - 1:
            told[name] = (None, *(0 if each in codes else None for each in every[1:]))
        return Facts(self.names, self.sure | bit, self.may | bit, told)

    def perhaps(self, mask: int) -> Facts:
        """Return what is certain when some variables may have been given any value meanwhile."""
        bits = self.names.bits
        if not mask:
            return self
        told = {name: told for name, told in self.told.items() if not bits[name] & mask}
        return Facts(self.names, self.sure, self.may | mask, told)

    def narrowed(self, read: Sequence[str], combinations: Iterable[Sequence[str]]) -> Facts | None:
        """Return what is certain when the variables read have one of some combinations of values.

        None if they can have none of them.
        """
        values = self.names.values
        given = {name: dict(zip(values[name], self.given(name), strict=True)) for name in read}
        known: dict[tuple[str, str], int] = {}
        every: list[int] = []
        for combination in combinations:
            pairs = list(zip(read, combination, strict=True))
            parts = [given[name][value] for name, value in pairs]
            sure = self.sure
            for part in parts:
                sure |= part or 0
            unset = [name for name, value in pairs if value == UNSET]
            if None not in parts and not any(sure & self.names.bits[name] for name in unset):
                every.append(sure)
                for pair in pairs:
                    known[pair] = known.get(pair, sure) & sure
        if not every:
            return None
        told = {**self.told}
        may = self.may
        for name in read:
            told[name] = tuple(known.get((name, value)) for value in values[name])
            if all(each is None for each in told[name][1:]):
                may &= ~self.names.bits[name]
        return Facts(self.names, reduce(and_, every), may, told)


def merged(parts: Sequence[Facts]) -> Facts:
    """Return what is certain where ways meet, whichever was gone."""
    return reduce(_merged, parts)


def joined(parts: Sequence[Facts]) -> Facts:
    """Return what is certain where branches have come together: what any of them knows."""
    return reduce(_joined, parts)


def _merged(one: Facts, other: Facts) -> Facts:
    if one is other or one == other:
        return one
    names, told = one.names, dict[str, Told]()
    sure, may = one.sure & other.sure, one.may | other.may
    differ = (one.sure ^ other.sure) | (one.may ^ other.may)
    differing = [name for name in names.telling if names.bits[name] & differ]
    for name in {**one.told, **other.told, **dict.fromkeys(differing)}:
        first, second = one.told.get(name), other.told.get(name)
        if first != second or names.bits[name] & differ:
            told[name] = _either(one.given(name), other.given(name))
        elif first:
            told[name] = first
    return Facts(names, sure, may, told)


def _either(one: Told, other: Told) -> Told:
    return tuple(
        b if a is None else a if b is None else a & b for a, b in zip(one, other, strict=True)
    )


def both(one: Told, other: Told) -> Told:
    """Return what is told by two that know of the same variable."""
    pairs = zip(one, other, strict=True)
    return tuple(None if a is None or b is None else a | b for a, b in pairs)


def _joined(one: Facts, other: Facts) -> Facts:
    """A branch that has not seen a variable set says nothing of it when another has set it."""
    names = one.names
    told = {**one.told, **other.told}
    for name in told:
        seen = [
            part.told[name]
            for part in (one, other)
            if name in part.told
            and (part.may & names.bits[name] or not (one.may | other.may) & names.bits[name])
        ]
        told[name] = reduce(both, seen) if seen else (0,) * len(names.values[name])
    return Facts(names, one.sure | other.sure, one.may | other.may, told)
