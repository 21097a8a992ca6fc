"""The gate: which rules are worth a look in which passages."""

from __future__ import annotations

import pytest

from analyzer.document import Span
from analyzer.language.folding import fold
from analyzer.patterns import gate
from analyzer.patterns.compiler import compile_pattern
from analyzer.patterns.gate import Gate
from analyzer.patterns.matching import Lexicon, Passage, Tokens
from tests.patterns.helpers import opened

SENTENCES = ["the third party is liable", "a party", "the third of the parties", "third parties", "of a kind"]


def rules(patterns: list[str], sentences: list[str]) -> list[list[str]]:
    """The patterns to try in each sentence."""
    lexicon = Lexicon("en")
    passages = [
        Passage(Tokens(text, lexicon), [Span(0, len(text))], {}) for text in (fold(each).text for each in sentences)
    ]
    made: Gate[str] = Gate((pattern, [compile_pattern(pattern, "en")]) for pattern in patterns)
    return made.rules(passages, lexicon)


def test_words_apart_are_no_run():
    """Two words that do not follow each other in any form open nothing."""
    found = rules(["third party"], SENTENCES)

    assert [["third party"], [], [], ["third party"], []] == found


def test_every_group_must_be_there():
    """A pattern is tried only where one anchor of each of its parts is."""
    assert [["third party ... (liable|answerable)"], [], [], [], []] == rules(
        ["third party ... (liable|answerable)"], SENTENCES
    )


def test_rules_keep_their_order():
    """The rules of a passage come in the order in which they were given, whatever their words."""
    assert [["liable", "third", "party"]] == rules(["liable", "third", "party"], SENTENCES[:1])
    assert [["party", "third", "liable"]] == rules(["party", "third", "liable"], SENTENCES[:1])


def test_a_long_document_is_read_in_blocks(monkeypatch):
    """Where a block of sentences ends changes nothing."""
    patterns = ["third party", "part* ... liable", '"of"', "kind"]
    whole = rules(patterns, SENTENCES)
    monkeypatch.setattr(gate, "_BLOCK", 2)

    assert whole == rules(patterns, SENTENCES)
    assert ['"of"', "kind"] == whole[-1]


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("limitation of liability", "Limitations of liability apply."),
        ('"will" be liab*', "He will be liable."),
        ("service level*", "the service levels"),
        ('"as" "is"', "sold as is"),
    ],
)
def test_a_run_of_mixed_words_is_found_by_its_parts(pattern, sentence):
    """Whole words, beginnings and forms may follow each other in one run."""
    assert opened(pattern, sentence, "en")
