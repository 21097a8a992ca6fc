"""Writes the reference pages from the clause library, the report's schema and the command line: `make reference`.

docs/clauses/ (English) and docs/clauses/fr/ have a page a topic and an index; docs/unchecked-law.md, docs/coverage.md, docs/json.md,
docs/commands.md and docs/assumptions.md (and both in fr/) are written whole. A test holds the committed pages equal to what is made here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from analyzer.library import SIDES, FindingRule, Library, Topic, standard
from analyzer.questions import standard_questions
from analyzer.reports import words
from analyzer.reports.clause_pages import law_line, mend, settings, variants_of, wordings_of
from analyzer.reports.format import typeset
from analyzer.reports.json import schema
from analyzer.reports.messages import LANGUAGES, say
from analyzer.tables import Source
from docs import make_assumptions, make_commands

DOCS = Path(__file__).parent
COVERAGE = DOCS.parent / "clauses" / "coverage.toml"
_INDEX = {
    "fr": (
        "Les clauses et les constats",
        "Une page par sujet : ce qui compte comme tel, puis chaque constat avec ses raisons, ses rédactions et son droit. Ces pages sont "
        "écrites par `make reference` à partir de `clauses/`. Elles ne sont pas un conseil juridique.",
        ("Sujet", "Constat", "Gravité", "En bref"),
    ),
    "en": (
        "Clauses and findings",
        "A page a topic: what counts as it, then each finding with its reasons, wording and law. These pages are written by "
        "`make reference` from `clauses/`. They are not legal advice.",
        ("Topic", "Finding", "Severity", "In short"),
    ),
}
_NO_FINDING = {"fr": "(aucun constat)", "en": "(no finding)"}
_UNCHECKED = """# References from memory

These references are marked [M] in the library: nobody has opened the text or a page that quotes it. A lawyer closes one by reading it,
then changing its mark, date and source in the finding's file (or in enforceability.toml). `make reference` writes
this list; a test holds it equal to the library.
"""
_COVERAGE = """# What the two source cases advise, and what serves it

Two texts stand at the beginning of this project: an insurer's account of a claim (backups managed for 600 euros a year, a ransomware
attack, a claim of 39,746.41 euros) and an announcement of a cyber policy for small firms. Each
thing they advise or warn of stands here with what serves it, or why nothing does. Written by `make reference` from `clauses/coverage.toml`.
"""
_JSON = """# The JSON report

What `gardefou check --format json` prints: one object for one file, a list in the order given for several. The schema ships in the package
(`analyzer/reports/report.schema.json`); this page is written from it by `make reference`. **Bold** keys are always there.
"""


def pages() -> dict[Path, str]:
    """Every generated page by its path under docs/."""
    library = standard()
    found = {
        Path("unchecked-law.md"): unchecked(library),
        Path("coverage.md"): coverage(library),
        Path("json.md"): json_page(),
        **make_commands.pages(),
        **make_assumptions.pages(),
    }
    for language in LANGUAGES:
        folder = Path("clauses") if language == "en" else Path("clauses", language)
        found[folder / "README.md"] = index(library, language)
        for topic in library.topics.values():
            found[folder / f"{topic.id}.md"] = topic_page(topic, language)
    return found


def index(library: Library, language: str) -> str:
    """The table of topics and findings."""
    title, opening, columns = _INDEX[language]
    rows = []
    for topic in library.topics.values():
        name = f"[{_said(topic.title[language], language)}]({topic.id}.md)"
        if not topic.findings:
            rows.append((name, _NO_FINDING[language], "", _said(topic.about[language], language)))
        for rule in topic.findings:
            link = f"[`{rule.id}`]({topic.id}.md#{_anchor(rule.id)})"
            rows.append((name, link, say(f"severity.{rule.severity}", language), _said(rule.title[language], language)))
            name = ""
    return "\n\n".join([f"# {title}", words.library(opening, language), _table(columns, rows)]) + "\n"


def topic_page(topic: Topic, language: str) -> str:
    """A topic and all its findings."""
    parts = [f"# {_said(topic.title[language], language)}", f"`{topic.id}`"]
    parts += [f"## {say('page.about', language)}", _said(topic.about[language], language)]
    parts += _why(topic.why, language, "##")
    for rule in topic.findings:
        parts += _finding(rule, topic, language)
    return "\n\n".join(parts) + "\n"


def _finding(rule: FindingRule, topic: Topic, language: str) -> Iterator[str]:
    """What `gardefou clauses show` prints, in its order."""
    yield f"## {rule.id}"
    yield f"**{_said(rule.title[language], language)}**"
    yield _heading("finds", language)
    yield _said(rule.message[language], language)
    yield from _why(rule.why, language, "###")
    yield from _wording(rule, topic, language)
    yield _heading("mistaken", language)
    yield _said(rule.known_problems[language], language)
    yield _heading("mend", language)
    yield _escaped(mend(rule, topic, language))
    yield _heading("law", language)
    yield "\n".join(f"- {_escaped(law_line(law, language))}" for law in rule.legal_basis)
    yield _heading("settings", language)
    yield "\n".join(f"- {_escaped(sentence)}" for sentence in settings(rule, language))


def _heading(name: str, language: str) -> str:
    return f"### {say(f'page.{name}', language)}"


def _why(why: Mapping[str, Mapping[str, str]], language: str, level: str) -> Iterator[str]:
    yield f"{level} {say('page.why', language)}"
    sides = ((say("colon", language, label=say(f"page.side.{side}", language)), why[side][language]) for side in SIDES)
    yield "\n".join(f"- **{lead.rstrip()}** {_said(reason, language)}" for lead, reason in sides)


def _wording(rule: FindingRule, topic: Topic, language: str) -> Iterator[str]:
    """What not to sign, and the wording to use instead in both languages, the page's first."""
    if not rule.wording:
        return
    own = topic.wordings[language][rule.wording].variants
    if "avoid" in own:
        yield _heading("example", language)
        yield _block(typeset(own["avoid"], language))
    yield _heading("instead", language)
    for case, wording in wordings_of(rule, topic, language):
        if case:
            yield f"**{case}**"
        for lead, text in variants_of(topic, wording, language):
            yield f"*{lead}*"
            yield _block(text)


def unchecked(library: Library) -> str:
    """The references that nobody has opened yet, each once."""
    laws = [law for rule in library.findings.values() for law in rule.legal_basis]
    laws += [basis.law for question in standard_questions().questions for basis in question.legal_basis]
    refs = {law.ref for law in laws if law.mark == "M"}
    return f"{_UNCHECKED}\n" + "".join(f"- {ref}\n" for ref in sorted(refs))


def coverage(library: Library) -> str:
    """Each piece of advice of the source cases and what serves it."""
    table = Source(COVERAGE, "clauses/coverage.toml").table()
    rows = []
    for advice in table.tables("advice"):
        named = advice.texts("findings", tuple(library.findings))
        served = [f"[`{name}`](clauses/{name.split('.')[0]}.md#{_anchor(name)})" for name in named]
        served += [text for text in (advice.text("feature", ""),) if text]
        refused = advice.text("not_covered", "")
        served += [f"Not covered, because {refused}"] if refused else []
        rows.append((advice.choice("case", ("claim", "policy")), _escaped(advice.text("says")), ", ".join(served)))
        advice.finish()
    table.finish()
    return f"{_COVERAGE}\n{_table(('Case', 'What it says', 'What serves it'), rows)}\n"


def json_page() -> str:
    """The report's keys, object by object."""
    whole = schema()
    parts = [_JSON.rstrip(), "## report", *_object(whole, "report")]
    for name, part in whole["$defs"].items():
        parts.append(f"## {name}")
        parts += _object(part, name) if "properties" in part else [_described(part)]
    return "\n\n".join(parts) + "\n"


def _described(part: Mapping[str, Any]) -> str:
    told = str(part.get("description", ""))
    return f"{told} Type: {_type(part)}.".lstrip()


def _object(part: Mapping[str, Any], name: str) -> Iterator[str]:
    """An object's table, then those of the objects inside it."""
    if name != "report" and "description" in part:
        yield part["description"]
    required = set(part.get("required", ()))
    rows = [
        (f"**{key}**" if key in required else key, _type(value), value["description"])
        for key, value in part["properties"].items()
    ]
    yield _table(("Key", "Type", "Meaning"), rows)
    for key, value in part["properties"].items():
        for inner in (value, value.get("items", {}), *value.get("anyOf", ())):
            if "properties" in inner:
                yield f"### {name}.{key}"
                yield from _object(inner, f"{name}.{key}")


def _type(part: Mapping[str, Any]) -> str:
    """The type of a value in words; a name stands for the section of that name."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return f"[{name}](#{_anchor(name)})"
    if "anyOf" in part:
        return " or ".join(_type(each) for each in part["anyOf"])
    if "const" in part:
        return f'"{part["const"]}"'
    if "enum" in part:
        return ", ".join(f"`{value}`" for value in part["enum"])
    if part.get("type") == "array":
        return f"list of {_type(part['items'])}"
    kinds = part.get("type", "any")
    return kinds if isinstance(kinds, str) else " or ".join(kinds)


def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [columns, tuple("---" for _ in columns), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in lines)


def _block(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _escaped(text.strip()).split("\n"))


def _said(text: str, language: str) -> str:
    return _escaped(words.library(text, language))


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return re.sub(r"([*<\\`])", r"\\\1", text)


def _anchor(heading: str) -> str:
    """The address that a heading gets on the page."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def main() -> None:
    """Write every page, and remove those of topics that are gone."""
    made = pages()
    for old in DOCS.glob("clauses/**/*.md"):
        if old.relative_to(DOCS) not in made:
            old.unlink()
    for path, text in made.items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(made)} pages", file=sys.stderr)


if __name__ == "__main__":
    main()
