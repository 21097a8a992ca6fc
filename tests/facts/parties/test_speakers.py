"""Sides that speak and are spoken to."""

from __future__ import annotations

from tests.facts.reader import facts, named


def test_we_and_you() -> None:
    """Terms that say we and you make "we" the provider, and "US" the country is nobody."""
    text = (
        "We host your site. You pay us. We keep our servers in the US. "
        "You keep your password. Our terms bind you; we may change our terms."
    )

    found = facts(text, "en")

    assert named(text, found, "provider") == ["We", "us", "We", "our", "Our", "we", "our"]
    assert named(text, found, "customer") == ["your", "You", "You", "your", "you"]


def test_excerpt_with_pronouns() -> None:
    """In an excerpt one "you" and one "us" name the sides."""
    text = "You agree to indemnify us from any claim."
    found = facts(text, "en")

    assert ["You"] == named(text, found, "customer")
    assert ["us"] == named(text, found, "provider")


def test_a_provider_of_one_person() -> None:
    """ "I" and "my" are the provider's words where one person writes to "you"; a numeral is nobody."""
    text = "Part I is for home users. You bring me your machine and I repair it. I charge you by the hour. I'll tell you my price."

    found = facts(text, "en")

    assert named(text, found, "provider") == ["me", "I", "I", "I", "my"]


def test_a_customer_who_signs_in_the_first_person() -> None:
    """ "I agree" is said by a customer: it does not make the signer the provider."""
    text = "I agree that you may back up my files. I understand that you charge me by the hour. I own my files and you do not."

    assert facts(text, "en").provider is None


def test_we_and_the_customer() -> None:
    """Terms that say "we" and name the customer by a noun need no "you"."""
    text = (
        "Nos prix sont nets. Nous livrons. Le client paie. Notre garantie est celle du fabricant. "
        "Le client vérifie. Nous signons. Le client signe."
    )

    found = facts(text)

    assert named(text, found, "provider") == ["Nos", "Nous", "Notre", "Nous"]


def test_a_vendor_and_you() -> None:
    """Where a noun names the provider and nothing names the other side, "you" is the customer."""
    text = "The Vendor hosts the Service. The Vendor keeps copies. You pay. You keep your password. Your data is Yours."

    found = facts(text, "en")

    assert len(named(text, found, "customer")) == 5


def test_a_studio_that_is_us() -> None:
    """Terms in the first person may give the speaker a name of its own."""
    text = '"The Studio" is us, "the Client" is you. We build. You pay us. The Studio is happy to help you. Our price is yours to see.'

    found = facts(text, "en")

    assert "Studio" in named(text, found, "provider")
