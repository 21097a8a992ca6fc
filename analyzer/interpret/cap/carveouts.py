"""What stands outside a cap: exceptions in its own sentence, and sentences near it which say that it does not hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from analyzer.context import Context
from analyzer.detect import Hit
from analyzer.document import Span
from analyzer.interpret.cap.exceptions import CARVE_OUTS, INDEMNITY, INJURY_BY_NEGLIGENCE
from analyzer.interpret.cap.scene import Scene
from analyzer.interpret.cap.words import LANGUAGES
from analyzer.language.folding import fold

# "whether in contract, tort (including negligence) or otherwise" tells what the limit covers, not what it leaves out.
_THEORIES = re.compile(
    r"\b(?:contract|tort|equity|warranty|strict liability|statute|breach of statutory duty|indemnification|indemnity)[ ,()]{1,3}"
    r"(?:(?:or|and|in|under|including) ){0,2}(?:in )?negligence\b"
    r"|\b(?:contract|tort|equity|warranty|statute|negligence)[ ,()]{1,3}"
    r"(?:(?:or|and|in|under|including) ){0,2}(?:indemnification|indemnity)\b"
    r"|\b(?:contract|tort),(?: \w+,){1,2} (?:or |and )?negligence\b"
    r"|\bnegligence[ ,()]{1,3}(?:or |and )?(?:in |under )?(?:strict liability|product liability|tort|contract|otherwise)\b"
)
# What may stand between a party and the indemnity that it owes: "'s obligations to ", "'s ".
_OWNED = re.compile(r"(?:'s?)?(?: (?!(?:or|and|against|for|to|from|is)\b)\w+){0,2}(?: (?:to|of))? ")
_ITEMS = 12  # sentences of a list that are read
_NEAR = 8  # sentences before and after the cap, in its section, that may carve out


def carve_outs(hit: Hit, scene: Scene, context: Context) -> list[str]:
    """The closed list's names, sorted; "other" for an exception that names none of them."""
    found: set[str] = set()
    for stretch in (*_own(scene), *_near(hit, context)):
        found |= named_in(stretch, context) or {"other"}
    return sorted(found)


def named_in(stretch: Span, context: Context) -> set[str]:
    """The carve-outs that a folded stretch names, by their words or by the title of a section it cites."""
    text = context.folded.text[stretch.start : stretch.end]
    place = context.folded.original(stretch.start, stretch.end)
    titles = [
        section.title
        for reference in context.structure.references
        if place.start <= reference.span.start < place.end and (section := context.structure.resolve(reference))
    ]
    own = INDEMNITY.sub(lambda match: " " if _of_customer(stretch.start + match.start(), context) else match[0], text)
    texts = [_THEORIES.sub(" ", INJURY_BY_NEGLIGENCE.sub(r"\1", own)), *(fold(title).text for title in titles)]
    return {name for name, words in CARVE_OUTS[context.language] if any(words.search(each) for each in texts)}


def _of_customer(start: int, context: Context) -> bool:
    """Is the indemnity at this folded place one that the customer owes ("your indemnification obligations")?"""
    place = context.folded.original(start, start + 1).start
    mentions = context.facts.mentions
    before = bisect_right(mentions, place, key=lambda each: each.span.start) - 1
    if before < 0 or mentions[before].role != "customer":
        return False
    between = context.folded.text[context.folded.folded(mentions[before].span).end : start]
    return _OWNED.fullmatch(between) is not None


def _own(scene: Scene) -> Iterator[Span]:
    """The exceptions of the sentence itself: from "except" to the head of the rule, or to the sentence's end."""
    text = scene.context.folded.text
    for match in scene.words.exception.finditer(text, scene.start, scene.end):
        if match.start() < scene.bound:
            heads = list(scene.words.heads.finditer(text, match.end(), scene.bound))
            # "except for its indemnification obligations and …, the liability": obligations may be of the exception.
            heads = [head for head in heads if not head.group().startswith("obligation")] or heads
            named = (head.start() for head in heads if named_in(Span(match.start(), head.start()), scene.context))
            stop = next(named, scene.bound)
        else:
            stop = scene.end
        stretch = Span(match.start(), stop)
        if named_in(stretch, scene.context):
            yield stretch


def _near(hit: Hit, context: Context) -> Iterator[Span]:
    """The sentences of the article which say that the limit does not apply, each with its list."""
    words = LANGUAGES[context.language]
    sentences = context.structure.sentences
    article = _article(context, sentences[hit.first].section)
    for number in range(max(0, hit.first - _NEAR), min(len(sentences), hit.last + _NEAR + 1)):
        if hit.first <= number <= hit.last or _article(context, sentences[number].section) != article:
            continue
        span = context.folded.folded(Span(sentences[number].start, _list_end(context, number)))
        match = words.not_applied.search(context.folded.text, span.start, span.end)
        if match and (named_in(span, context) or words.limit.search(context.folded.text, span.start, match.start())):
            yield span


def _article(context: Context, section: int | None) -> int | str | None:
    """What 14.2 and 14.3 have in common: the section around them, or, where none has a heading, the number before the point."""
    around = list(context.structure.lineage(section))
    if len(around) != 1:
        return around[1] if around else None
    head, point, _ = (context.structure.sections[around[0]].number or "").rstrip(".").partition(".")
    return head if point else around[0]


def _list_end(context: Context, number: int) -> int:
    """Where the list ends that a sentence opens with a colon, or else the sentence itself."""
    sentences = context.structure.sentences
    last, opened = number, sentences[number].section
    while last - number < _ITEMS and last + 1 < len(sentences) and _unfinished(context, sentences[last].span):
        inside = [*context.structure.lineage(sentences[last + 1].section)]
        if opened is not None and opened not in inside:
            break
        last += 1
    return sentences[last].end


def _unfinished(context: Context, sentence: Span) -> bool:
    """Does it end before its list does?"""
    span = context.folded.folded(sentence)
    return (
        context.folded.text[span.start : span.end]
        .rstrip(" *_")
        .endswith((":", ";", ",", "; and", "; or", "; et", "; ou"))
    )
