"""How a change alters who reads what: `altered`, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from engine.bpmn.definitions import ProcessSet
from engine.modelling.diff.change import ADDED, CHANGED, REMOVED
from engine.modelling.diff.names import Names
from engine.modelling.readers.matrix import OWN, Door, Matrix, Sight, matrix_of
from engine.modelling.readers.words import grounds_of, listed, questions


@dataclass(frozen=True)
class Altered:
    """One agency comes to see more or less of a form, or something else opens it."""

    effect: str
    form: str
    """Empty where only the ground is another."""
    reader: str
    senders: tuple[str, ...]
    handover: str
    keys: tuple[str, ...]
    words: str

    @property
    def parties(self) -> tuple[str, ...]:
        """The agencies that it concerns: who reads and who tells."""
        return tuple(dict.fromkeys((self.reader, *self.senders)))

    def __str__(self) -> str:
        return self.words


def altered(before: ProcessSet, after: ProcessSet) -> tuple[Altered, ...]:
    """Return how who reads what differs: what comes first, what goes last."""
    old, new = matrix_of(before), matrix_of(after)
    telling = _Telling(Names(before, after), old, new)
    return (
        *telling.sights(new.sights - old.sights, ADDED),
        *telling.doors(),
        *telling.hints(old, new, ADDED),
        *telling.sights(old.sights - new.sights, REMOVED),
        *telling.hints(new, old, REMOVED),
    )


@dataclass(frozen=True)
class _Telling:
    names: Names
    old: Matrix
    new: Matrix

    def sights(self, found: Collection[Sight], effect: str) -> Iterator[Altered]:
        """Yield what is seen more or less; senders that tell the same are told together."""
        keys: defaultdict[tuple[str, Door], set[str]] = defaultdict(set)
        for each in found:
            keys[each.form, Door.of(each)].add(each.key)
        alike: defaultdict[tuple[str, str, str, frozenset[str], str], list[str]] = defaultdict(list)
        for (form, door), asked in sorted(keys.items()):
            ground = self._ground(door)
            sender = door.sender if door.handover != OWN else ""
            here = (form, door.receiver, door.handover, frozenset(asked), ground)
            alike[here].append(sender)
        for (form, reader, handover, seen, ground), senders in alike.items():
            ordered, what = questions(self.names, form, seen)
            told = tuple(each for each in senders if each)
            words = self._told(effect, reader, told, handover, what, ground)
            yield Altered(effect, form, reader, told, handover, ordered, words)

    def doors(self) -> Iterator[Altered]:
        """Yield where something else than before opens a hand-over between the same two."""
        for door in sorted(self.old.doors.keys() & self.new.doors.keys()):
            was, now = (self._said(each, door) for each in (self.old, self.new))
            if was != now:
                words = (
                    f"{self.names.handover(door.handover)}, från {self.names.agency(door.sender)}"
                    f" till {self.names.agency(door.receiver)}: grunden är nu {now}"
                    f" (tidigare {was})."
                )
                yield Altered(CHANGED, "", door.receiver, (door.sender,), door.handover, (), words)

    def hints(self, less: Matrix, more: Matrix, effect: str) -> Iterator[Altered]:
        """Yield who can conclude more, or less, from the tasks they get."""
        verb = "kan nu" if effect == ADDED else "kan inte längre"
        for (form, key), agencies in sorted(more.hints.items()):
            ordered, what = questions(self.names, form, {key})
            for agency in agencies:
                if agency not in less.hints.get((form, key), ()):
                    words = (
                        f"{self.names.agency(agency)} {verb} av sina uppgifter sluta sig till"
                        f" svaret på {what}."
                    )
                    yield Altered(effect, form, agency, (), OWN, ordered, words)

    def _told(
        self, effect: str, reader: str, senders: tuple[str, ...], handover: str, what: str,
        ground: str,
    ) -> str:  # fmt: skip
        who = self.names.agency(reader)
        if handover == OWN:
            verb = "skriver och läser" if effect == ADDED else "skriver inte längre"
            return f"{who} {verb} {what}."
        whose = listed([self.names.agency(each) for each in senders])
        about = f"{what}, som {whose} har skrivit, genom {self.names.handover(handover)}."
        if effect == REMOVED:
            return f"{who} läser inte längre {about}"
        return f"{who} får läsa {about} Grund: {ground}."

    def _ground(self, door: Door) -> str:
        return self._said(self.new, door) if door in self.new.doors else ""

    def _said(self, matrix: Matrix, door: Door) -> str:
        return "; ".join(grounds_of(matrix.doors[door])) or "ingen"
