"""What only names a part of the contract, as against what states a rule."""

from __future__ import annotations

import pytest

from tests.structure.helpers import structure

_RULE = "Neither party shall be liable to the other for any indirect loss under this agreement."


def kinds(text: str) -> list[str]:
    return [sentence.kind for sentence in structure(text, "en").sentences]


@pytest.mark.parametrize(
    "title",
    [
        "9.1 No Consequential or Indirect Damages.",
        "Section 12.3 No Liability for Consequential Damages.",
        "17.10 Waiver of Punitive Damages and Jury Trial; Limitations of Actions.",
    ],
)
def test_a_numbered_title_only_names(title):
    """A numbered title in capitalised words before its rule states nothing itself."""
    assert ["name", "text"] == kinds(f"{title} {_RULE}")


@pytest.mark.parametrize(
    "contents",
    [
        "12.1 Indemnification 13 12.2 Procedures for Indemnification 14 12.3 No Liability for Consequential Damages 15",
        "Waiver of Punitive Damages.........................69 Governing Law",
        "Section 2.2 (Effect of Expiration); Section 13.4 (No Consequential Damages); Article 14 (Indemnification)",
    ],
)
def test_a_list_of_titles_only_names(contents):
    """A run of a table of contents, or of articles with their titles, states nothing."""
    assert "name" == kinds(f"{contents}\n\n{_RULE}")[0]


@pytest.mark.parametrize(
    "rule",
    [
        "9.1 No party shall be liable for consequential damages.",
        "9.1 No liability for consequential or indirect damages.",
        "4.2 Governing Law: England and Wales.",
        "3. Daily Backup of All Servers (incl.",
        "Item 12.50 GBP Item 14.00 GBP Item 15.00 GBP Item 16.00 GBP",
    ],
)
def test_a_terse_rule_is_no_name(rule):
    """A verb, small letters, words after the title or prices show that a line says more than a name."""
    assert "name" not in kinds(f"{rule}\n\n{_RULE}")


def test_a_title_before_words_without_a_verb_is_a_rule():
    """ "Governing Law. England and Wales law." says it in both parts together."""
    assert "name" not in kinds("4.2 Governing Law and Jurisdiction. England and Wales law, London courts.")


def test_numbered_lines_without_rules_between_are_rules():
    """Where the next number follows at once, the numbered lines are all that the contract says."""
    assert ["name"] != kinds("1. Daily Backups\n\n2. Copies Offsite")[:1]
