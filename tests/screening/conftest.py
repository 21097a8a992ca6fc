"""The sample applicant, read once for all tests of the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from analyzer import analyze
from analyzer.profile import Profile
from analyzer.screening.application import load_application
from analyzer.screening.contracts import contract_of
from analyzer.screening.questionnaire import standard_questionnaire
from tests.screening.desk import screened

APPLICANT = Path(__file__).parents[2] / "samples" / "applicant"


@pytest.fixture(scope="session")
def applicant():
    """The folder of the sample applicant."""
    return APPLICANT


@pytest.fixture(scope="session")
def reports():
    """Its thirty contracts as reports, by file name."""
    return {path.name: analyze(path).to_dict() for path in sorted((APPLICANT / "contracts").iterdir())}


@pytest.fixture(scope="session")
def contracts(reports):
    """The same as the desk sees them."""
    return {name: contract_of(report) for name, report in reports.items()}


@pytest.fixture(scope="session")
def application():
    """Its filled form."""
    return load_application(APPLICANT / "application.toml", standard_questionnaire())


@pytest.fixture(scope="session")
def sheet(application, contracts):
    """Its sheet."""
    return screened(application, contracts.values(), Profile())
