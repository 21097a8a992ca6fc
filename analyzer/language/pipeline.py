"""The spaCy pipeline of each language: a bare Language whose words are folded and whose NORM is the stem.

spaCy's own French class costs seconds to import (one huge regular expression), so it is never imported: contracts need no more than
words, and their forms come from our stemmer. Punctuation, Markdown marks and quotes are not tokens: a rule reads across them.
"""

from __future__ import annotations

import re
from functools import cache, partial

from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokens import Doc

from analyzer.language.stemming import stem

TOKEN = re.compile(r"[^\W_]+|[%€$£]")


@cache
def pipeline(language: str) -> Language:
    """The pipeline of "fr" or "en"; one per process."""
    nlp = Language()
    nlp.vocab.lex_attr_getters[NORM] = partial(stem, language=language)
    return nlp


def words(language: str, folded_words: list[str]) -> Doc:
    """A spaCy Doc of words that are already folded."""
    return Doc(pipeline(language).vocab, words=folded_words)
