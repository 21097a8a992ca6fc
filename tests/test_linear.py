"""A text that says one thing over and over is judged in work that grows with its length and not with its square."""

from __future__ import annotations

import pytest

from analyzer import analyze
from tests.work import calls

LETTERS = 1_500
SAID = {
    "cap": "La responsabilité du Prestataire est limitée aux sommes versées. ",
    "no stop": "La responsabilité du Prestataire est limitée aux sommes versées, ",
    "duties": "Le Client s’engage à ne pas communiquer ses mots de passe. ",
    "penalties": "Le Prestataire verse au Client une pénalité de 50 euros par jour de retard, plafonnée à 10 % du prix. ",
    "backups": "The Provider makes a daily backup of the Customer's data. ",
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_one_long_line(said):
    """Four times the text on one line takes four times the work, and a little for what is longer in it."""
    short, long = (((said * LETTERS)[: LETTERS * times].encode(), f"{times}.txt") for times in (1, 4))
    analyze(short[0], name="first.txt")  # what is loaded and compiled once is no part of it
    first, second = (calls(lambda each=each: analyze(each[0], name=each[1])) for each in (short, long))

    assert second < 4.4 * first
