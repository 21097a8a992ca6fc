"""Sides that speak and are spoken to: "we" and "you", "I" and "you", and the names that such terms give themselves."""

from __future__ import annotations

import re

from analyzer.facts.parties.census import SHORT
from analyzer.facts.parties.definitions import HEAD
from analyzer.facts.parties.evidence import FEWEST, Evidence
from analyzer.facts.parties.sides import Sides
from analyzer.language.roles import COMMON

# Terms that say "we" and give themselves a name besides: `"The Studio" is us, "the Client" is you`.
_IS_US = re.compile(
    r"[\"*]{1,3}(?:the )?([a-z][a-z0-9&.' -]{1,40}?)[\"*]{1,3} (?:is|are|means|refers to) (us|we|me|you)\b"
)
# A provider of one person: "I'll give every job my best".
_I_SAY = re.compile(r"(?<![\w.(])I(?:['’](?:ll|m|ve|d))? [a-z]")


def take_speakers(evidence: Evidence, sides: Sides) -> None:
    """Who says "we", or "I" where one person provides, and who is spoken to, where the text does both."""
    words = evidence.words
    fewest = 1 if len(evidence.between_blanks) < SHORT else FEWEST
    alone = _times_i(evidence) >= fewest and not any(signs in evidence.between_blanks for signs in words.signer)
    if _times_you(evidence) >= fewest and (alone or _times_we(evidence) >= fewest):
        sides.provider.add_pronouns((*words.we, *words.alone) if alone else words.we)
        sides.customer.add_pronouns(words.you)


def take_lone_speaker(evidence: Evidence, sides: Sides) -> None:
    """Terms that say "we" or "you" and call the other side by a noun: « nos prix … le client », "the Vendor … You"."""
    provider, customer = sides
    if not provider.aliases and customer.aliases and _times_we(evidence) >= FEWEST:
        provider.add_pronouns(evidence.words.we)
    if not customer.aliases and provider.aliases and _times_you(evidence) >= FEWEST:
        customer.add_pronouns(evidence.words.you)


def take_names_of_speakers(evidence: Evidence, sides: Sides) -> None:
    """A name that terms in the first person give themselves, or the reader: `"The Studio" is us`."""
    for match in _IS_US.finditer(evidence.text[:HEAD]):
        term, pronoun = match.groups()
        written = evidence.document.slice(evidence.reading.original(*match.span(1)))
        if written != written.lower() and not COMMON.intersection(term.split()):
            sides.of("customer" if pronoun == "you" else "provider").add(term, written, capital=True)


def _times_we(evidence: Evidence) -> int:
    return evidence.times(evidence.words.we[:3])


def _times_you(evidence: Evidence) -> int:
    return evidence.times(evidence.words.you[:3])


def _times_i(evidence: Evidence) -> int:
    if not evidence.french:
        return len(_I_SAY.findall(evidence.document.text))
    text = evidence.between_blanks
    return sum(text.count(f" {word}" if word.endswith("'") else f" {word} ") for word in evidence.words.alone[:3])
