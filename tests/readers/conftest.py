"""PDFs made with reportlab for the tests: each holds one thing that a reader must get right."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]
WIDTH, HEIGHT = A4


def wrapped(canvas: Canvas, words: str, left: float, top: float, width: float, size: float = 10) -> float:
    """Sets words in lines no wider than `width`; gives the height below them."""
    font, line = "Helvetica", ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if canvas.stringWidth(longer, font, size) > width:
            top = lines(canvas, [line], left, top, size=size)
            longer = word
        line = longer
    return lines(canvas, [line], left, top, size=size)


def lines(canvas: Canvas, texts: list[str], left: float, top: float, *, size: float = 10, bold: bool = False) -> float:
    """Sets lines one below the other; gives the height below them."""
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    for text in texts:
        canvas.drawString(left, top, text)
        top -= 1.2 * size
    return top


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """A PDF of the pages drawn by these functions; `password` encrypts it."""

    def build(*pages: Draw, password: str = "") -> bytes:
        buffer = io.BytesIO()
        encryption = StandardEncryption(password) if password else None
        canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=encryption)
        for draw in pages:
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return build
