"""How much a file may hold before it is refused: a contract is far smaller, a trap is far larger."""

from __future__ import annotations

from typing import Final

MAX_FILE_BYTES: Final = 100_000_000
MAX_PAGES: Final = 2_000
MAX_ZIP_ENTRIES: Final = 5_000
MAX_UNPACKED_BYTES: Final = 200_000_000  # of the parts that are read, together
MAX_ZIP_RATIO: Final = 300  # unpacked to packed, for parts beyond RATIO_FLOOR_BYTES
RATIO_FLOOR_BYTES: Final = 5_000_000
MAX_TEXT_CHARACTERS: Final = 50_000_000
