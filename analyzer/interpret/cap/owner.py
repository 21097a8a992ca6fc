"""Whom a cap protects: the party whose liability it bounds."""

from __future__ import annotations

import re

from analyzer.interpret.cap.scene import Found, Scene

# What a party suffers or receives, and does not owe: « l'indemnisation du Client » is the provider's debt.
_SUFFERED = re.compile(r"indemnis|indemnit|repar|prejudice|dommage|perte|dedommag")

# "the amount either party may be required to pay the other": a liability without its name.
_PAYS = re.compile(r"\b(?:pay|owe|be called upon)\b")


def beneficiary(scene: Scene) -> str:
    """The word "mutual" where one sentence bounds both, "customer" only where the text plainly says so, else "provider".

    In a list the item with the ceiling is asked first: "(i) neither party is liable for lost profits and (ii) the Supplier's liability …".
    """
    item = scene.item()
    return (item and _said(item)) or _said(scene) or "provider"


def _said(scene: Scene) -> str | None:
    """Whom the words of a scene plainly protect; None where they name nobody."""
    if scene.words.pair.search(scene.ahead):
        return "mutual"
    named = scene.named()
    owners = [owner for place in _heads(scene) if (owner := _owner(scene, named, *place)) is not None]
    for owner in owners:
        role = owner.fact.role
        if role == "both" or _other_joined(scene, named, owner):
            return "mutual"
        if role == "provider" or (role == "customer" and not _owed_to_customer(scene, named, owner)):
            return str(role)
    if (
        not owners
        and _PAYS.search(scene.ahead)
        and any(each.fact.role == "both" for each in named if each.start < scene.bound)
    ):
        return "mutual"
    return None


def _owed_to_customer(scene: Scene, named: list[Found], owner: Found) -> bool:
    """Is the liability owed to a customer under another name? Then its owner was taken for a customer by mistake."""
    own = scene.between(owner.start, owner.end)
    return any(
        other.fact.role == "customer" and scene.between(other.start, other.end) != own and _object(scene, other)
        for other in named
    )


def _heads(scene: Scene) -> list[tuple[int, int]]:
    """The places of "liability" and the like, the one nearest before the ceiling first."""
    found = [match.span() for match in scene.words.heads.finditer(scene.context.folded.text, scene.start, scene.end)]
    before = [place for place in found if place[0] <= scene.bound]
    return list(reversed(before)) or found[:1]


def _owner(scene: Scene, named: list[Found], start: int, end: int) -> Found | None:
    """Whose: "X's liability", "liability of X", "X shall not be liable"."""
    for each in reversed([other for other in named if other.end <= start]):
        between = scene.between(each.end, start)
        if scene.words.owner_ahead.fullmatch(between):
            return each
        if not _object(scene, each) and scene.words.subject.fullmatch(between):
            return each
    for each in named:
        if each.start >= end and scene.words.owner_behind.fullmatch(scene.between(end, each.start)):
            return None if each.fact.role == "customer" and _SUFFERED.match(scene.between(start, end)) else each
    return None


_OBJECT = ("to", "towards", "against", "by", "from", "envers", "au", "aux", "contre", "par", "with")


def _object(scene: Scene, mention: Found) -> bool:
    """Is the party named the one to whom something is owed: "to the Customer"?"""
    before = scene.context.folded.text[max(scene.start, mention.start - 16) : mention.start].replace("'", " ").split()
    return any(word in _OBJECT for word in before[-2:])


def _other_joined(scene: Scene, named: list[Found], owner: Found) -> bool:
    """Does "and" or "or" join the other party to the owner?"""
    return any(
        other.start > owner.end
        and {other.fact.role, owner.fact.role} == {"provider", "customer"}
        and scene.words.joined.fullmatch(scene.between(owner.end, other.start))
        for other in named
    )
