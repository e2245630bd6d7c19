"""What a reviewer of the access log asks for and gets: searches, ready controls, marks.

SoLPuL 10 § and patientdatalagen 4:3: who has read what is documented, and controlled systematically
and recurringly. How often and how much no law says: every number here is a proposal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from engine.deadlines import ZONE
from engine.errors import InvalidAnswers

ACCOUNTS = (
    *("account_added", "account_changed", "account_locked", "account_unlocked"),
    *("password_changed", "sittings_ended", "recovery_code_used"),
    *("second_factor_added", "second_factor_refused", "second_factor_reset"),
)
KINDS: Mapping[str, tuple[str, ...]] = {
    "last": ("read",),
    "visat": ("revealed", "printed"),
    "nekat": ("denied",),
    "uttag": ("exported",),
    "inloggning": ("signed_in", "signed_out"),
    "konton": ACCOUNTS,
    "granskning": ("searched", "reviewed", "verified"),
    "anslutning": (
        *("webhook_added", "webhook_changed", "webhook_rotated", "webhook_paused"),
        *("webhook_resumed", "webhook_ended", "webhook_tested", "webhook_resent"),
    ),
}
"""What can be searched for: code → kinds of entries."""
IN_CASES = "visat"
"""What stands in the logs of the cases themselves, and not in the agency's own."""
NIGHT, OUTSIDE, MANY, SAMPLE = "natt", "utan_uppdrag", "manga", "stickprov"
EVENING, MORNING = time(22), time(6)
SPAN = timedelta(days=30)
LONGEST = timedelta(days=92)
"""The longest time over which readings are held against each other."""
OLDEST, NEWEST = date(2000, 1, 1), date(2100, 1, 1)
BETWEEN = "~"
WRITTEN = "Skriv dagen som år, månad och dag, till exempel 2026-03-02"
TURNED = "Den sista dagen är före den första"
TOO_LONG = "Välj högst tre månader för den här kontrollen"


@dataclass(frozen=True)
class Place:
    """Where an entry stands in the order of time, so that the next page begins after it."""

    at: datetime
    stream: str
    sequence: int

    def __str__(self) -> str:
        return BETWEEN.join((self.at.isoformat(), self.stream, str(self.sequence)))

    @classmethod
    def read(cls, text: str) -> Place | None:
        """Return a place as an address tells it; None if it is none."""
        at, stream, sequence = ([*text.split(BETWEEN), "", "", ""])[:3]
        try:
            moment, number = datetime.fromisoformat(at), int(sequence[:9])
        except ValueError:
            return None
        known = moment.tzinfo is not None and OLDEST < moment.date() < NEWEST
        return cls(moment.astimezone(UTC), stream, number) if known else None


@dataclass(frozen=True)
class Wanted:
    """What a reviewer searches for: nothing but person, case, kind and time (2001:637 15 §)."""

    first: date
    last: date
    person: str = ""
    number: str = ""
    kind: str = ""
    control: str = ""
    after: Place | None = None

    @property
    def begin(self) -> datetime:
        """Return when the first day begins in Stockholm."""
        return datetime.combine(self.first, time(), ZONE).astimezone(UTC)

    @property
    def end(self) -> datetime:
        """Return when the last day is over."""
        return datetime.combine(self.last + timedelta(days=1), time(), ZONE).astimezone(UTC)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of entries that are sought; none means all."""
        return KINDS["last"] if self.control == NIGHT else KINDS.get(self.kind, ())

    @property
    def in_cases(self) -> bool:
        """Say whether the logs of the cases are sought, and not the agency's own."""
        return self.kind == IN_CASES and self.control != NIGHT


def wanted(asked: Mapping[str, str], today: date) -> Wanted:
    """Return what an address asks for; without days it is the last thirty. Raises InvalidAnswers.

    Codes that are not known are left aside.
    """
    problems: dict[str, str] = {}
    last = _day(asked, "till", today, problems)
    first = _day(asked, "fran", last - SPAN, problems)
    kind, control = asked.get("slag", ""), asked.get("kontroll", "")
    if not problems and last < first:
        problems["till"] = TURNED
    if not problems and control in {OUTSIDE, MANY} and last - first > LONGEST:
        problems["fran"] = TOO_LONG
    if problems:
        raise InvalidAnswers(problems)
    return Wanted(
        first, last, asked.get("vem", "")[:80], asked.get("arende", "").strip()[:20],
        kind if kind in KINDS else "", control if control in {NIGHT, OUTSIDE, MANY} else "",
        Place.read(asked.get("efter", "")),
    )  # fmt: skip


def _day(asked: Mapping[str, str], name: str, otherwise: date, problems: dict[str, str]) -> date:
    text = asked.get(name, "").strip()
    if not text:
        return otherwise
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = OLDEST
    if not OLDEST < day < NEWEST:
        problems[name] = WRITTEN
    return day


def nights(begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield the nights, 22 to 06 in Stockholm, that lie in a time, as far as they do."""
    day = begin.astimezone(ZONE).date() - timedelta(days=1)
    while (starts := datetime.combine(day, EVENING, ZONE).astimezone(UTC)) < end:
        day += timedelta(days=1)
        stops = datetime.combine(day, MORNING, ZONE).astimezone(UTC)
        if begin < stops:
            yield max(begin, starts), min(end, stops)


@dataclass(frozen=True)
class Line:
    """An entry of the access log, as the reviewer sees it."""

    place: Place
    kind: str
    person: str
    name: str
    """The person's name; their id once they have no account."""
    role: str
    channel: str
    what: str
    """The page, the verb, or the name of the answers that were shown."""
    reason: str = ""
    """Why, by code, where it was asked."""
    case_id: str | None = None
    number: str | None = None
    """The number of the case it is about, if the agency takes part in it."""
    verdict: str | None = None


@dataclass(frozen=True)
class Page:
    """Entries, the newest first."""

    lines: tuple[Line, ...]
    more: Place | None = None
    """Where the next page begins."""


@dataclass(frozen=True)
class Outside:
    """What somebody has read in a case where they have had nothing to do."""

    person: str
    name: str
    role: str
    number: str
    count: int
    first: datetime
    last: datetime


@dataclass(frozen=True)
class Rule:
    """How much is much: so many different ones within a time."""

    kind: str
    least: int
    within: timedelta


MUCH = (Rule("read", 15, timedelta(hours=1)), Rule("exported", 5, timedelta(hours=24)))


@dataclass(frozen=True)
class Burst:
    """Somebody has read many cases, or taken many files out, in a short time."""

    person: str
    kind: str
    count: int
    """The most within the time of the rule."""
    first: datetime
    last: datetime
    name: str = ""


def bursts(rule: Rule, person: str, seen: Iterable[tuple[datetime, str]]) -> Iterator[Burst]:
    """Yield where the rule is met, out of (when, which) of one person, the oldest first."""
    window: list[tuple[datetime, str]] = []
    found: Burst | None = None
    for at, which in seen:
        window = [each for each in window if at - each[0] < rule.within] + [(at, which)]
        count = len({each for _, each in window})
        if count >= rule.least:
            begun = found is None or window[0][0] > found.last
            if begun and found:
                yield found
            first, most = (window[0][0], 0) if begun or not found else (found.first, found.count)
            found = Burst(person, rule.kind, max(count, most), first, at)
    if found:
        yield found
