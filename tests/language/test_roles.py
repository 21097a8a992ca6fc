from itertools import combinations

import pytest

from analyzer.language.folding import fold_word
from analyzer.language.roles import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_noun_is_sure_to_name_both_sides(language: str) -> None:
    """A noun is in one only of the lists that name a side, or leave it open; who resells may be on either, and is weak in both."""
    words = LANGUAGES[language]
    lists = [set(each) for each in (words.provider, words.customer, words.either, words.we, words.you, words.alone)]

    assert [] == [first & second for first, second in combinations(lists, 2) if first & second]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_looked_up_folded(language: str) -> None:
    """The file writes « éditeur » and "third-party" as people do; the lists hold what a folded text holds."""
    words = LANGUAGES[language]

    assert [] == [word for word in (*words.provider, *words.customer, *words.common) if word != fold_word(word)]
    assert ("editeur" in words.provider) == (language == "fr")
