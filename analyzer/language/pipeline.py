"""spaCy's vocabulary for each language: words are folded, and a word's NORM is its stem.

spaCy's own French class costs seconds to import (one huge regular expression), so it is never imported: contracts need no more than
words and their forms. No other attribute is computed for a word; that alone makes a Doc several times cheaper. Punctuation, Markdown marks and
quotes are not tokens: a rule reads across them.
"""

from __future__ import annotations

import re
from functools import cache, partial

from spacy.attrs import NORM
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analyzer.language.stemming import stem

TOKEN = re.compile(r"[^\W_]+|[%€$£]")


@cache
def vocabulary(language: str) -> Vocab:
    """The vocabulary of "fr" or "en"; one per process. Work inside its memory_zone(), so that a contract's words leave it."""
    return Vocab(lex_attr_getters={NORM: partial(stem, language=language)})


def words(language: str, folded_words: list[str]) -> Doc:
    """A spaCy Doc of words that are already folded."""
    return Doc(vocabulary(language), words=folded_words)
