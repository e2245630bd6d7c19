"""What a caseworker does, again and again, at a person's pace."""

from __future__ import annotations

import asyncio
import random
import re
import time
from dataclasses import dataclass
from typing import Any

from bench.office import PASSWORD
from bench.users.browser import Browser, Waited
from bench.users.office import Office
from engine.model import Actor

THINKS = (5.0, 15.0)
"""Seconds between two requests of one person."""
SAVES = 2
"""How often the page saves a draft by itself while a form is filled in."""
RAMP = 120.0
"""Seconds in which everybody comes to work: so many may sign in from one address in a minute."""
TASK = re.compile(r'href="/uppgift/([0-9a-f-]{36})"')


@dataclass
class Caseworker:
    """One person with a browser."""

    office: Office
    person: Actor
    browser: Browser
    draws: random.Random

    async def day(self, comes_at: float, until: float) -> None:
        """Come to work, and work until it is over."""
        await asyncio.sleep(comes_at)
        await self._sign_in()
        while time.monotonic() < until:
            page = await self.browser.ask("task list", "/")
            await self._think()
            if task := await self._chosen(page.body):
                await self._work(task)

    async def _sign_in(self) -> None:
        page = await self.browser.ask("sign-in page", "/logga-in")
        token = page.hidden.get("_csrf", "")
        form = {"namn": [self.person.id], "losenord": [PASSWORD], "_csrf": [token]}
        entered = await self.browser.ask("sign in", "/logga-in", form)
        if entered.place != "/":
            self.browser.waited.errors.append(f"{self.person.id} was led to {entered.place!r}")

    async def _chosen(self, page: str) -> Any:
        ids = list(dict.fromkeys(TASK.findall(page)))
        found = await asyncio.to_thread(self.office.tasks, ids, self.person.id) if ids else []
        return self.draws.choice(found) if found else None

    async def _work(self, task: Any) -> None:
        address = f"/uppgift/{task.id}"
        page = await self.browser.ask("task page", address)
        if page.status != 200:  # noqa: PLR2004  a colleague was first
            return
        hidden = {name: [value] for name, value in page.hidden.items()}
        form = {**self.office.answers(task.form), **hidden, "_oppet": ["1"]}
        for _ in range(SAVES):
            await self._think()
            saved = await self.browser.ask("draft saved by the page", f"{address}/utkast", form)
            if found := re.search(r'"version":\s*(\d+)', saved.body):
                form["_utkast"] = [found[1]]
        await self._think()
        done = await self.browser.ask("complete", address, {**form, "_handling": ["slutfor"]})
        if done.place:
            await self.browser.ask("what happens next", done.place)
            await self._think()

    async def _think(self) -> None:
        await asyncio.sleep(self.draws.uniform(*THINKS))


async def work(office: Office, port: int, minutes: float) -> Waited:
    """Let everybody work for so long after all have come."""
    waited, draws = Waited(), random.Random(2)  # noqa: S311  no secret
    until = time.monotonic() + minutes * 60
    ramp = min(RAMP, minutes * 30)
    everybody = [
        Caseworker(office, person, Browser(port, waited), random.Random(n))  # noqa: S311
        for n, person in enumerate(office.people)
    ]
    await asyncio.gather(*(each.day(draws.uniform(0, ramp), until) for each in everybody))
    return waited
