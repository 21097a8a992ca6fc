"""When Python's cyclic collector looks away.

It walks again and again through what is alive in search of cycles. What lives as long as the process (the library and what
is compiled of it) is hundreds of thousands of values without a cycle among them; what is made of a contract goes, but for
a few hundred values, as soon as nothing refers to it. The walks took a tenth of the time of every contract, each.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """What is made inside, or by the function that it decorates, is made without the collector, which then runs as it did before."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def lasting() -> Iterator[None]:
    """The same, and afterwards the collector leaves all that is there alone for good."""
    with paused():
        try:
            yield
        finally:
            gc.freeze()
