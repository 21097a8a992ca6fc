"""A public contract is written by its buyer: what the law says of negotiation and standard terms is not asked of it."""

import pytest

from analyzer.library import standard
from analyzer.pipeline import Settings, check
from analyzer.readers import read
from analyzer.report import Report
from analyzer.reports.text import notices

PUBLIC = "Le présent marché déroge à l'article 14 du CCAG. Tout litige relève du tribunal administratif de Lille.\n"
PRIVATE = "Les présentes conditions générales s'appliquent. Tout litige relève du tribunal de commerce de Lille.\n"
REST = """
Le Prestataire assure la maintenance des serveurs du Client.
La responsabilité du Prestataire est limitée aux sommes payées par le Client au cours des douze derniers mois.
Le Prestataire fournit l'ensemble des services utiles au Client.
"""


def _report(text: str) -> Report:
    return check(read(text.encode(), name="contrat.txt"), standard(), Settings(), "0")


@pytest.mark.parametrize(("opening", "asked"), [(PUBLIC, "public_contract"), (PRIVATE, "negotiated")])
def test_who_wrote_it_decides_what_is_asked(opening: str, asked: str) -> None:
    """Negotiation is asked of a private contract alone; of a public one the report says why it is not."""
    questions = {reason.question for each in _report(opening + REST).enforceability for reason in each.reasons}

    assert {asked} == questions & {"public_contract", "negotiated"}


def test_no_reference_on_adhesion_in_a_public_contract() -> None:
    """Articles 1110, 1171 and 1190 of the Code civil speak of contracts between private parties."""
    references = {
        law.ref for finding in _report(PUBLIC + REST).findings for law in finding.legal_basis if not law.compared
    }

    assert references
    assert not references & {"Code civil, art. 1110", "Code civil, art. 1171", "Code civil, art. 1190"}


@pytest.mark.parametrize(("opening", "told"), [(PUBLIC, 1), (PRIVATE, 0)])
def test_the_report_says_so(opening: str, told: int) -> None:
    """One sentence tells that the buyer wrote the text and what was therefore not asked."""
    assert told == sum("marché public" in sentence for sentence in notices(_report(opening + REST)))
