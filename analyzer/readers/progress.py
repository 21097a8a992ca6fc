"""Who watches a long reading: a command shows a bar, a worker tells that it is alive. Nobody has to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watcher = Callable[[int, int], None]  # steps done, steps in all

_WATCHER: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched(watcher: Watcher | None) -> Iterator[None]:
    """What is read within is told to `watcher`."""
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)


def tell(done: int, total: int) -> None:
    """So many steps of the reading at hand are done."""
    watcher = _WATCHER.get()
    if watcher is not None:
        watcher(done, total)
