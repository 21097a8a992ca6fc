"""What stands outside a cap: exceptions in its own sentence, and sentences near it which say that it does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analyzer.context import Context
from analyzer.detect import Hit
from analyzer.document import Span
from analyzer.interpret.cap.scene import Scene
from analyzer.interpret.cap.words import CARVE_OUTS, INJURY_BY_NEGLIGENCE, LANGUAGES

# "whether in contract, tort (including negligence) or otherwise" tells what the limit covers, not what it leaves out.
_THEORIES = re.compile(
    r"\b(?:contract|tort|equity|warranty|strict liability|statute|breach of statutory duty)[ ,()]{1,3}"
    r"(?:(?:or|and|in|under|including) ){0,2}(?:in )?negligence\b"
    r"|\b(?:contract|tort),(?: \w+,){1,2} (?:or |and )?negligence\b"
    r"|\bnegligence[ ,()]{1,3}(?:or |and )?(?:in |under )?(?:strict liability|product liability|tort|contract|otherwise)\b"
)
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
    texts = [_THEORIES.sub(" ", INJURY_BY_NEGLIGENCE.sub(r"\1", text)), *(_folded_title(title) for title in titles)]
    return {name for name, words in CARVE_OUTS[context.language] if any(words.search(each) for each in texts)}


def _folded_title(title: str) -> str:
    from analyzer.language.folding import fold

    return fold(title).text


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
    """The sentences of the section which say that the limit does not apply."""
    words = LANGUAGES[context.language]
    sentences = context.structure.sentences
    section = sentences[hit.first].section
    for number in range(max(0, hit.first - _NEAR), min(len(sentences), hit.last + _NEAR + 1)):
        if hit.first <= number <= hit.last or sentences[number].section != section:
            continue
        span = context.folded.folded(sentences[number].span)
        match = words.not_applied.search(context.folded.text, span.start, span.end)
        if match and named_in(Span(span.start, span.end), context):
            yield Span(span.start, span.end)
