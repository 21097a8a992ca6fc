"""What lives as long as the process: the library and what is compiled of it.

It is hundreds of thousands of values without a cycle among them. Python's cyclic collector would walk through them again
and again, for a tenth of the time of every contract.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """What is made inside is made without the collector, which afterwards leaves all that is there alone."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if running:
            gc.enable()
