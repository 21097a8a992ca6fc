from analyzer import analyze


def _severity(text: str) -> str:
    report = analyze(text.encode(), name="terms.txt", language="en")
    return next(finding.severity for finding in report.findings if finding.id == "obligation_of_result.assumed")


def test_severity_by_another_topic() -> None:
    """A guaranteed availability weighs less where a clause elsewhere makes credits the sole remedy."""
    guarantee = "1. The Provider guarantees 99.9% uptime in each month.\n"
    credits = "2. Service credits for downtime are the sole remedy of the Customer for unavailability.\n"

    assert "medium" == _severity(guarantee)
    assert "low" == _severity(guarantee + credits)


def test_severity_of_a_named_obligation() -> None:
    """An obligation of result so named stays severe whatever the credits."""
    text = (
        "1. The Provider is bound by an obligation of result.\n"
        "2. Service credits for downtime are the sole remedy of the Customer for unavailability.\n"
    )

    assert "high" == _severity(text)
