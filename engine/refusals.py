"""Keeps every attempt at what was not the actor's: under secrecy the attempt itself matters."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from engine.errors import EngineError, NotAllowed, NotFound
from engine.failures import failed
from engine.mishaps import Incident
from engine.model import Actor
from engine.ports import Clock, Store

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class _Verbs(Protocol):
    @property
    def store(self) -> Store: ...
    @property
    def clock(self) -> Clock: ...


Self = TypeVar("Self", bound=_Verbs)


def watched(
    verb: Callable[Concatenate[Self, Actor, str, Arguments], Result],
) -> Callable[Concatenate[Self, Actor, str, Arguments], Result]:
    """Record NotFound and NotAllowed, in a transaction of its own, and let them through.

    What nobody foresaw is kept as an incident: the case is as it was, and somebody must look at it.
    """

    @wraps(verb)
    def wrapper(
        self: Self, actor: Actor, target: str, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        try:
            return verb(self, actor, target, *args, **kwargs)
        except (NotFound, NotAllowed):
            self.store.deny(self.clock.now(), actor, verb.__name__.strip("_"), target)
            raise
        except EngineError:
            raise
        except Exception as error:
            self.store.report(_incident(error, verb.__name__, actor, target, self.clock))
            raise

    return wrapper


def _incident(error: Exception, verb: str, actor: Actor, target: str, clock: Clock) -> Incident:
    about = {"element": target[:400], "actor": actor.id}
    return failed(error, "command", verb.strip("_"), clock.now(), **about)
