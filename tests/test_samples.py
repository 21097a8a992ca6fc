"""Each sample tells one story; here stands what must be read in it, and what must not."""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

import analyzer

SAMPLES = Path(__file__).parents[1] / "samples"

needs_engine = pytest.mark.skipif(not hasattr(analyzer, "analyze"), reason="needs the whole engine")


@dataclass(frozen=True, slots=True)
class Story:
    """`found`: findings that must be raised. `absent`: topics that the contract does not hold. `clean`: no finding at all."""

    kind: str
    law: str | None
    annual_value: str | None
    currency: str | None
    found: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    clean: bool = False


CLAIM_CASE = Story(
    kind="backup",
    law="FR",
    annual_value="600.00",
    currency="EUR",
    found=frozenset(
        {
            "liability_cap.missing",
            "backup_by_provider.not_isolated",
            "backup_by_provider.restore_test_missing",
            "obligation_of_result.assumed",
            "indirect_damages_exclusion.missing",
            "customer_security_duties.missing",
            "awareness_training.missing",
            "duty_to_advise.missing",
        }
    ),
    absent=frozenset({"liability_cap", "penalties", "obligation_of_means", "indirect_damages_exclusion", "insurance"}),
)
STORIES = {
    "600-euros-par-an.docx": CLAIM_CASE,
    "600-euros-par-an.pdf": CLAIM_CASE,
    "managed-services-agreement.docx": Story(
        kind="managed_services",
        law="GB-EAW",
        annual_value="17400.00",
        currency="GBP",
        found=frozenset(
            {
                "liability_cap.missing",
                "liability_cap.protects_customer_only",
                "backup_by_provider.not_isolated",
                "backup_by_provider.restore_test_missing",
                "obligation_of_result.assumed",
                "awareness_training.missing",
                "duty_to_advise.missing",
                "force_majeure.cyberattack_missing",
            }
        ),
        absent=frozenset({"data_loss_exclusion", "backup_by_customer", "sole_remedy"}),
    ),
    "contrat-bien-redige.docx": Story(kind="backup", law="FR", annual_value="6240.00", currency="EUR", clean=True),
    "well-drafted-agreement.docx": Story(
        kind="backup", law="GB-EAW", annual_value="5760.00", currency="GBP", clean=True
    ),
    "terms-online.md": Story(
        kind="hosting",
        law="IE",
        annual_value="348.00",
        currency="EUR",
        found=frozenset(
            {"liability_cap.no_aggregate", "obligation_of_result.assumed", "force_majeure.cyberattack_missing"}
        ),
        absent=frozenset({"insurance", "backup_by_provider", "provider_indemnity"}),
    ),
    "bon-de-commande.docx": Story(
        kind="backup",
        law=None,
        annual_value="900.00",
        currency="EUR",
        found=frozenset({"governing_law.missing", "backup_by_provider.not_isolated"}),
        absent=frozenset({"liability_exclusion", "force_majeure", "claim_time_limit"}),
    ),
    "conditions-generales.txt": Story(
        kind="backup",
        law="FR",
        annual_value=None,
        currency=None,
        found=frozenset(
            {"liability_cap.derisory", "force_majeure.too_wide", "backup_by_provider.restore_test_missing"}
        ),
        absent=frozenset({"penalties", "obligation_of_result", "insurance"}),
    ),
}


@pytest.fixture(scope="module")
def reports():
    """Every sample read once."""
    return {name: analyzer.analyze(SAMPLES / name, claim="39746.41") for name in STORIES}


@needs_engine
@pytest.mark.parametrize("name", STORIES)
def test_facts_of_the_sample(reports, name):
    """Kind, governing law and yearly price are those of the story."""
    contract = reports[name].to_dict()["contract"]
    value = contract["annual_value"] or {"amount": None, "currency": None}

    story = STORIES[name]
    expected = (story.kind, story.law, story.annual_value, story.currency)
    assert expected == (contract["kind"], contract["governing_law"], value["amount"], value["currency"])


@needs_engine
@pytest.mark.parametrize("name", STORIES)
def test_findings_of_the_sample(reports, name):
    """The faults of the story are found, and a sound contract comes out clean."""
    found = {finding.id for finding in reports[name].findings}

    assert STORIES[name].found <= found
    assert not STORIES[name].clean or set() == found


@needs_engine
@pytest.mark.parametrize("name", STORIES)
def test_nothing_is_invented_in_the_sample(reports, name):
    """No clause is found that the contract does not hold."""
    assert set() == {clause.topic for clause in reports[name].clauses if clause.found} & STORIES[name].absent


@needs_engine
@pytest.mark.parametrize("name", ["600-euros-par-an.docx", "600-euros-par-an.pdf"])
def test_claim_is_66_times_the_price(reports, name):
    """39,746.41 claimed on 600 a year is 66.24 times, and every fault that can be mended has French wording."""
    exposure = reports[name].to_dict()["exposure"]
    suggestions = [finding.suggestion for finding in reports[name].findings if finding.mend != "advise"]

    assert 66.24 == exposure["scenarios"][0]["multiple_now"]
    assert {"fr"} == {suggestion.language for suggestion in suggestions if suggestion}


@needs_engine
def test_the_order_prevails_over_the_terms():
    """Read together, the order's cap is the one that counts: the one at a hundred euros is overridden and no longer derisory."""
    report = analyzer.analyze_together(
        [SAMPLES / "bon-de-commande.docx", SAMPLES / "conditions-generales.txt"], claim="39746.41"
    )
    overridden = {
        clause.attributes.get("overridden_by") for clause in report.clauses if clause.topic == "liability_cap"
    }

    assert 12000 == report.exposure.scenarios[0].payable_now
    assert {None, "bon-de-commande.docx"} == overridden
    assert not {"liability_cap.derisory", "contract_value.missing"} & {finding.id for finding in report.findings}


@pytest.fixture(scope="module")
def builder():
    """samples/build.py as a module: it is a script beside its texts, not a package."""
    pytest.importorskip("reportlab")
    spec = importlib.util.spec_from_file_location("samples_build", SAMPLES / "build.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_samples_are_what_their_sources_say(builder, tmp_path):
    """Building the samples again gives what lies in the folder: nobody has edited a Word file by hand."""
    builder.build(tmp_path)

    built = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert [] == [path.name for path in built if contents(SAMPLES / path.relative_to(tmp_path)) != contents(path)]


def contents(path: Path) -> dict[str, str | bytes]:
    """What a reader gets: compressed bytes may differ between machines, so Word's members and a PDF's pages are compared."""
    if path.suffix == ".pdf":
        return {str(number): page.get_textpage().get_text_range() for number, page in enumerate(PdfDocument(path))}
    if path.suffix != ".docx":
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
