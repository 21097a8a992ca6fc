"""Who the parties are, which of them provides, and where each is named."""

from __future__ import annotations

from analyzer.document import Document
from analyzer.facts.parties.evidence import Evidence
from analyzer.facts.parties.full_names import take_labelled_names, take_own_name
from analyzer.facts.parties.role_nouns import take_defined_nouns, take_either, take_nouns, take_public_buyer
from analyzer.facts.parties.sides import Parties, Sides
from analyzer.facts.parties.speakers import take_lone_speaker, take_names_of_speakers, take_speakers
from analyzer.facts.parties.trade_names import take_remaining_name, take_trade_names
from analyzer.facts.reading import Reading

__all__ = ["Parties", "read_parties"]


def read_parties(document: Document, reading: Reading, language: str) -> Parties:
    """Both parties as the document names them, from the strongest evidence to the weakest: a step may lean on what those before it
    took, and takes nothing back.
    """
    evidence, sides = Evidence(document, reading, language), Sides()
    open_names = take_defined_nouns(evidence, sides)  # « ci-après le Prestataire »
    take_speakers(evidence, sides)  # "we" and "you"
    open_names = take_remaining_name(evidence, sides, open_names)  # « Vigie SAS … le client »
    take_trade_names(evidence, sides, open_names)  # "Orbis shall provide … Quarry shall pay"
    take_nouns(evidence, sides)  # « le Prestataire », which nothing defines
    take_labelled_names(evidence, sides)  # « Client : Mairie de Brest »
    take_names_of_speakers(evidence, sides)  # `"The Studio" is us`
    take_either(evidence, sides)  # "the Company", where it is the side that is left
    take_public_buyer(evidence, sides)  # la collectivité, its DSI
    take_lone_speaker(evidence, sides)  # « nos prix … le client »
    take_own_name(evidence, sides)  # "a contract with Oak Hosting LLC", then "Oak"
    return sides.parties()
