"""Asks /api/v1 for one service account.

What is read comes with the tag of its state, and is given back as it is when it is changed: nobody
writes over what they have not seen. Every command carries a key, so that one whose answer was lost
on the way can be sent again and is done once.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import requests

Json = dict[str, Any]
PATIENCE = 30.0
"""Seconds to wait for an answer."""
PAUSES = (0.2, 1.0, 3.0)
"""Seconds before a request is sent again that was not answered, or came at a bad time."""
LATER = frozenset({429, 502, 503, 504})
BUSY = "urn:skyddsprocessen:problem:busy"


class Problem(Exception):
    """What the API refuses, as it tells it (RFC 9457)."""

    def __init__(self, told: Mapping[str, Any], status: int) -> None:
        super().__init__(f"{status} {told.get('title', '')} {told.get('detail', '')}".strip())
        self.status = status
        self.type = str(told.get("type", ""))
        self.errors: dict[str, str] = dict(told.get("errors", {}))
        """One sentence for each question that is wrong."""
        self.told = dict(told)


@dataclass(frozen=True)
class Seen:
    """Something that was read, with the tag of its state."""

    told: Json
    tag: str

    def __getitem__(self, name: str) -> Any:
        return self.told[name]


class Client:
    """The operations, as one account may use them."""

    def __init__(
        self, address: str, token: str, language: str = "sv",
        session: requests.Session | None = None,
    ) -> None:  # fmt: skip
        """`address` is where the application answers, without /api/v1."""
        self._base = f"{address.rstrip('/')}/api/v1"
        self._session = session or requests.Session()
        self._session.headers.update(
            {"Authorization": f"Bearer {token}", "Accept-Language": language}
        )

    def tasks(self, **wanted: str | int) -> Iterator[Json]:
        """Yield the open tasks of the agency; `visa`, `process` and `arende` narrow them."""
        return self._pages("/tasks", wanted)

    def task(self, task_id: str) -> Seen:
        """Return a task with the schema of its form."""
        return self._read(f"/tasks/{task_id}")

    def draft(self, task_id: str) -> Seen:
        """Return what has been filled in so far."""
        return self._read(f"/tasks/{task_id}/draft")

    def claim(self, task: Seen, key: str | None = None) -> Seen:
        """Take a task, and return it as it is now."""
        self._do("POST", f"/tasks/{task['id']}/claim", None, task.tag, key)
        return self.task(task["id"])

    def release(self, task: Seen, key: str | None = None) -> Seen:
        """Give a task back, and return it as it is now."""
        self._do("POST", f"/tasks/{task['id']}/release", None, task.tag, key)
        return self.task(task["id"])

    def save_draft(
        self, task_id: str, draft: Seen, answers: Mapping[str, Any], key: str | None = None
    ) -> Seen:
        """Keep answers in place of a draft that was read, and return it as it is now."""
        body = {"answers": dict(answers)}
        self._do("PUT", f"/tasks/{task_id}/draft", body, draft.tag, key)
        return self.draft(task_id)

    def complete(
        self, task: Seen, answers: Mapping[str, Any], confirmed: Sequence[str] = (),
        key: str | None = None,
    ) -> Json:  # fmt: skip
        """Complete a task. Raises Problem with `errors` for answers that do not hold.

        A problem with `expiries` tells what the answers would end at once: send their keys as
        `confirmed`, under a new key, if that is meant.
        """
        body = {"answers": dict(answers), "confirmed": list(confirmed)}
        return self._do("POST", f"/tasks/{task['id']}/complete", body, task.tag, key)

    def cases(self) -> Iterator[Json]:
        """Yield the cases that the agency takes part in, the newest first."""
        return self._pages("/cases", {})

    def open_case(self, region: str | None = None, key: str | None = None) -> Json:
        """Open a case; return its id and number."""
        return self._do("POST", "/cases", {"region": region} if region else {}, "", key)

    def case(self, case_id: str) -> Seen:
        """Return a case as the agency may see it."""
        return self._read(f"/cases/{case_id}")

    def register(self, case: Seen, event: str, key: str | None = None) -> Json:
        """Tell a case of an event, one of its `registrable`."""
        return self._do("POST", f"/cases/{case['id']}/events", {"name": event}, case.tag, key)

    def timeline(self, case_id: str) -> Iterator[Json]:
        """Yield what has happened in a case, the oldest first."""
        return self._pages(f"/cases/{case_id}/timeline", {})

    def messages(self, case_id: str) -> Iterator[Json]:
        """Yield what was handed over, received and told in a case, the oldest first."""
        return self._pages(f"/cases/{case_id}/messages", {})

    def versions(self) -> Iterator[Json]:
        """Yield the published versions of the processes."""
        return self._pages("/processes", {})

    def archive(self, version: str) -> bytes:
        """Return all files of a version, as a zip archive."""
        return self._sent("GET", f"/processes/{version}/archive").content

    def check(self, files: Mapping[str, str], *, whole: bool = False) -> list[Json]:
        """Return everything that is wrong with files; nothing is kept."""
        body = {"files": dict(files), "whole": whole}
        return list(self._sent("POST", "/processes/check", json=body).json()["findings"])

    def drafts(self) -> Iterator[Json]:
        """Yield the drafts of the processes, the newest first."""
        return self._pages("/drafts", {})

    def open_draft(self, name: str, key: str | None = None) -> Seen:
        """Begin a change of what applies now."""
        return self.process_draft(self._do("POST", "/drafts", {"name": name}, "", key)["id"])

    def process_draft(self, draft_id: str) -> Seen:
        """Return a draft: what it changes, and everything that is wrong."""
        return self._read(f"/drafts/{draft_id}")

    def put_files(
        self, draft: Seen, files: Mapping[str, str], *, whole: bool = False, key: str | None = None
    ) -> Seen:
        """Put files into a draft, and return it as it is now."""
        body = {"files": dict(files), "whole": whole}
        self._do("POST", f"/drafts/{draft['id']}/files", body, draft.tag, key)
        return self.process_draft(draft["id"])

    def propose(self, draft: Seen, reason: str, key: str | None = None) -> Seen:
        """Submit a draft for approval, and return the proposal."""
        body = {"reason": reason}
        done = self._do("POST", f"/drafts/{draft['id']}/proposals", body, draft.tag, key)
        return self.proposal(done["id"])

    def proposals(self) -> Iterator[Json]:
        """Yield the proposals that stand and concern the agency."""
        return self._pages("/proposals", {})

    def proposal(self, proposal_id: str) -> Seen:
        """Return a proposal: what differs, who has approved."""
        return self._read(f"/proposals/{proposal_id}")

    def preview(self, proposal: Seen, key: str | None = None) -> Json:
        """Try the running cases on a proposal, all of them; none is moved."""
        path = f"/proposals/{proposal['id']}/preview"
        found = self._do("POST", path, None, "", key)
        while not found["finished"]:
            found = self._sent("GET", path).json()
        return found

    def decide(self, proposal: Seen, what: str, reason: str = "", key: str | None = None) -> Json:
        """Decide on a proposal: `approve`, `reject` or `withdraw`."""
        body = {"reason": reason}
        return self._do("POST", f"/proposals/{proposal['id']}/{what}", body, proposal.tag, key)

    def statistics(self, **wanted: str) -> Json:
        """Return the figures of a `period`, in a view (`urval`) that the account may see."""
        return dict(self._sent("GET", "/statistics", params=wanted).json())

    def verify(self) -> Json:
        """Check the logs of the agency's cases now."""
        return dict(self._sent("POST", "/audit/verify").json())

    def case_log(self, number: str) -> Iterator[Json]:
        """Yield the entries of a case's log, as they are stored."""
        return self._pages(f"/audit/cases/{number}", {})

    def anchors(self) -> Iterator[Json]:
        """Yield the anchors of the log, the oldest first."""
        return self._pages("/audit/anchors", {})

    def _pages(self, path: str, wanted: Mapping[str, str | int]) -> Iterator[Json]:
        cursor: str | None = ""
        while cursor is not None:
            params = {**wanted, **({"cursor": cursor} if cursor else {})}
            found = self._sent("GET", path, params=params).json()
            yield from found["items"]
            cursor = found["next"]

    def _read(self, path: str) -> Seen:
        answer = self._sent("GET", path)
        return Seen(answer.json(), answer.headers["ETag"])

    def _do(self, method: str, path: str, body: Json | None, tag: str, key: str | None) -> Json:
        headers = {"Idempotency-Key": key or str(uuid4()), **({"If-Match": tag} if tag else {})}
        return dict(self._sent(method, path, json=body, headers=headers).json())

    def _sent(self, method: str, path: str, **more: Any) -> requests.Response:
        """Send a request, and again under the same key while it only came at a bad time."""
        for pause in PAUSES:
            try:
                answer = self._session.request(method, self._base + path, timeout=PATIENCE, **more)
            except requests.ConnectionError:
                time.sleep(pause)
                continue
            if answer.status_code not in LATER and not _is_busy(answer):
                break
            time.sleep(pause)
        else:
            answer = self._session.request(method, self._base + path, timeout=PATIENCE, **more)
        if not answer.ok:
            raise Problem(_told(answer), answer.status_code)
        return answer


def _is_busy(answer: requests.Response) -> bool:
    return answer.status_code == requests.codes.conflict and _told(answer).get("type") == BUSY


def _told(answer: requests.Response) -> Json:
    try:
        told = answer.json()
    except requests.JSONDecodeError:
        return {"title": answer.reason}
    return told if isinstance(told, dict) else {"title": answer.reason}
