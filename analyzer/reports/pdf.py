"""The report as a PDF, for a client's file: the same view as the HTML page, set with reportlab (the extra `app`).

The same report gives the same bytes. Words of the contract are escaped: none can act as markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Spacer, Table, TableStyle

from analyzer.report import Report
from analyzer.reports.messages import say
from analyzer.reports.print_styles import (
    BARS,
    BRAND,
    LINE,
    PANEL,
    SEVERITIES,
    SOFT,
    STANDINGS,
    fonts,
    paragraph,
    printable,
)
from analyzer.reports.standings import Account
from analyzer.reports.view import Exposed, Fault, Law, Loss, Passage, Path, View, Wording, view

_MARGIN: Final = 18 * mm
_WIDTH: Final = A4[0] - 2 * _MARGIN
_SUM_COLUMN: Final = 27 * mm


def render(report: Report) -> bytes:
    """The report of one contract as a PDF file."""
    return _Printed(view(report)).file()


class _Printed:
    """One report on its way to paper."""

    def __init__(self, shown: View) -> None:
        fonts()
        self.shown, self.language = shown, shown.language
        self.story: list[Flowable] = []

    def file(self) -> bytes:
        """The whole file."""
        self._opening()
        if self.shown.exposed:
            self._exposed(self.shown.exposed)
        self._heading(f"{self._say('section.findings')} ({len(self.shown.faults)})")
        if not self.shown.faults:
            self._add("body", self._say("findings.none"))
        for fault in self.shown.faults:
            self._fault(fault)
        self._bullets(self._say("section.kept"), self.shown.kept)
        self._standings()
        if self.shown.exposed:
            self._counted(self.shown.exposed)
        self._bullets(self._say("section.notices"), self.shown.notices)
        self._closing()
        return self._build()

    def _build(self) -> bytes:
        target = io.BytesIO()
        document = BaseDocTemplate(
            target,
            pagesize=A4,
            leftMargin=_MARGIN,
            rightMargin=_MARGIN,
            topMargin=_MARGIN,
            bottomMargin=_MARGIN,
            title=printable(self._say("page.title", name=self.shown.name)),
            author="gardefou",
            creator="gardefou",
            subject=printable(self.shown.headline),
            lang={"fr": "fr-FR", "en": "en-GB"}[self.language],
            invariant=1,
        )
        frame = Frame(_MARGIN, _MARGIN, _WIDTH, A4[1] - 2 * _MARGIN, 0, 0, 0, 0)
        document.addPageTemplates(PageTemplate(frames=[frame]))
        document.build(self.story, canvasmaker=self._canvas)
        return target.getvalue()

    def _canvas(self, *arguments: Any, **options: Any) -> Canvas:
        return _Numbered(self.shown.name, self.language, *arguments, **options)

    def _say(self, key: str, **values: str) -> str:
        return say(key, self.language, **values)

    def _add(self, style: str, text: str, **markup: Any) -> None:
        self.story.append(paragraph(text, style, **markup))

    def _labelled(self, key: str, text: str, style: str = "body") -> Flowable:
        return paragraph(text, style, lead=self._say("colon", label=self._say(key)))

    def _heading(self, text: str) -> None:
        self.story += [Spacer(1, 5 * mm), paragraph(text, "part"), _rule(BRAND, 1.2), Spacer(1, 2 * mm)]

    def _bullets(self, title: str, lines: Sequence[str]) -> None:
        if lines:
            self._heading(title)
            self.story += [paragraph(line, "item", bullet="•") for line in lines]

    def _opening(self) -> None:
        shown = self.shown
        self._add("soft", self._say("page.heading"))
        self._add("name", shown.name)
        told = [paragraph(shown.headline, "headline")]
        told += [paragraph(sentence, "body") for sentence in (*shown.verdict, shown.tally)]
        box = Table([[paragraph(shown.grade, "grade"), told]], colWidths=[18 * mm, _WIDTH - 18 * mm])
        box.setStyle(_box(BRAND))
        self.story += [Spacer(1, 3 * mm), box]
        self._heading(self._say("section.contract"))
        rows = [[paragraph(name, "soft"), paragraph(words, "body")] for name, words in shown.fields]
        table = Table(rows, colWidths=[32 * mm, _WIDTH - 32 * mm])
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(0, 0.6 * mm)]))
        self.story.append(table)

    def _exposed(self, shown: Exposed) -> None:
        self._heading(self._say("section.exposure"))
        self._add("soft", self._say("page.exposure.caption"))
        self.story.append(_table(shown.header, [_sums(loss) for loss in shown.losses]))
        self.story.append(Spacer(1, 3 * mm))
        self._add("soft", self._say("page.chart"))
        for loss in shown.losses:
            self.story.append(KeepTogether([Spacer(1, 1.5 * mm), paragraph(loss.title, "label"), _chart(loss)]))
        self.story.append(Spacer(1, 2 * mm))
        self.story += [paragraph(note, "body") for note in shown.notes]

    def _fault(self, fault: Fault) -> None:
        colour = SEVERITIES[fault.severity]
        opening: list[Flowable] = [Spacer(1, 2 * mm), _rule(colour, 2), Spacer(1, 1.5 * mm)]
        opening.append(paragraph(fault.id, "id", lead=f"{fault.chip.upper()}  ", colour=colour))
        opening.append(paragraph(fault.message, "message"))
        if fault.accepted:
            opening.append(self._labelled("finding.accepted", fault.accepted))
        if fault.ended:
            opening.append(paragraph(fault.ended, "body"))
        body: list[Flowable] = [_quote(passage) for passage in fault.passages]
        if fault.why:
            body.append(self._labelled("finding.why", fault.why))
        self.story += [KeepTogether([*opening, *body[:1]]), *body[1:]]
        self.story += [self._law(law) for law in fault.laws]
        if fault.wording:
            self._wording(fault.wording)
        if fault.advice:
            self._add("body", fault.advice)
        if fault.mistaken:
            self.story.append(self._labelled("finding.mistaken", fault.mistaken, "soft"))

    def _law(self, law: Law) -> Flowable:
        colon = self._say("colon", label="")
        told = f"{law.reference}{colon}{law.note} {law.mark}{colon if law.link else '.'}"
        return paragraph(told, "body", lead=self._say("colon", label=self._say("finding.law")), link=law.source)

    def _wording(self, wording: Wording) -> None:
        # One row a paragraph, so that a long wording may run over the page's end; a title stays with what it names.
        struck = [paragraph(quote, "struck", strike=True) for quote in wording.struck]
        rows = _titled(wording.opening, [*struck, *(paragraph(text, "clause") for text in wording.paragraphs)])
        rows += [[self._labelled("standing.level", told)] for told in wording.levels]
        for option in wording.options:
            title = self._say("standing.option", title=option.title)
            rows += _titled(title, [paragraph(text, "clause") for text in option.paragraphs])
        box = Table([[row] for row in rows], colWidths=[_WIDTH])
        box.setStyle(_box(STANDINGS["likely_to_hold"], 1 * mm))
        self.story += [box, Spacer(1, 1.5 * mm)]

    def _standings(self) -> None:
        if not self.shown.law_asked:
            return
        self._heading(self._say("section.enforceability"))
        self._add("body", self.shown.law_asked)
        for account in self.shown.standings:
            self._standing(account)
        if self.shown.standings:
            self._add("soft", self._say("standing.unchecked"))

    def _standing(self, account: Account) -> None:
        opening: list[Flowable] = [paragraph(account.headline, "message", colour=STANDINGS[account.standing])]
        if account.because:
            opening.append(paragraph(account.because, "body"))
        self.story.append(KeepTogether(opening))
        for key, bullet, lines in (("standing.for", "+", account.pro), ("standing.against", "−", account.contra)):
            if lines:
                self._add("label", self._say(key))
                self.story += [paragraph(line, "item", bullet=bullet) for line in lines]
        if account.undecided:
            self.story.append(self._labelled("standing.open", account.undecided))
        if account.cases:
            self._add("label", account.cases_lead)
            self.story += [paragraph(case, "source", bullet="•") for case in account.cases]

    def _counted(self, shown: Exposed) -> None:
        if not shown.assumed and not shown.paths:
            return
        self._heading(self._say("page.counted"))
        if shown.assumed:
            self._add("label", self._say("page.assumptions"))
            self._add("body", shown.assumed_lead)
            self.story += [paragraph(value, "item", bullet="•") for value in shown.assumed.values]
            self._add("body", self._say("exposure.unmarked"))
            self.story += [
                paragraph(source, "source", bullet=f"[{number}]")
                for number, source in enumerate(shown.assumed.sources, 1)
            ]
            self.story += [paragraph(note, "body") for note in shown.assumed.notes]
        if shown.paths:
            self._add("label", self._say("page.paths"))
        for path in shown.paths:
            self._path(path)

    def _path(self, path: Path) -> None:
        rows = [
            [paragraph(cell, "cell" if number else "label") for number, cell in enumerate(row)] for row in path.rows
        ]
        table = _table(path.header, rows)
        self.story += [Spacer(1, 2 * mm), KeepTogether([paragraph(path.title, "soft"), table])]
        self.story += [paragraph(step, "item", bullet="•") for step in path.steps]

    def _closing(self) -> None:
        self.story += [Spacer(1, 6 * mm), _rule(LINE, 0.6), Spacer(1, 2 * mm)]
        self.story += [paragraph(sentence, "soft") for sentence in self.shown.closing]


class _Numbered(Canvas):
    """A canvas that knows how many pages there are before it writes the foot of the first."""

    def __init__(self, name: str, language: str, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "initialFontName": "Vera"})
        self._name, self._language = printable(name), language
        self._states: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._states.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        for number, state in enumerate(self._states, 1):
            self.__dict__.update(state)
            self._foot(number, len(self._states))
            super().showPage()
        super().save()

    def _foot(self, number: int, total: int) -> None:
        self.setFont("Vera", 7)
        self.setFillColor(SOFT)
        told = say("page.pages", self._language, page=str(number), pages=str(total))
        self.drawRightString(A4[0] - _MARGIN, 10 * mm, printable(told))
        name = self._name if len(self._name) <= 80 else f"{self._name[:79]}…"
        self.drawString(_MARGIN, 10 * mm, name)


def _titled(title: str, texts: Sequence[Flowable]) -> list[list[Flowable]]:
    """A row for each text, the title in the first."""
    return [[paragraph(title, "opening"), *texts[:1]], *([text] for text in texts[1:])]


def _quote(passage: Passage) -> Flowable:
    place = f"  ({passage.place})" if passage.place else ""
    return paragraph(passage.quote, "quote", tail=place)


def _sums(loss: Loss) -> list[Any]:
    """A row of the table of losses."""
    cells = [paragraph(each.amount, "cell", under=each.times) for each in loss.sums]
    return [paragraph(loss.title, "label"), *cells]


def _table(header: Sequence[str], rows: Iterable[list[Any]]) -> Table:
    """A table whose first column takes what the sums leave."""
    count = len(header) - 1
    column = min(_SUM_COLUMN, _WIDTH * 0.75 / max(count, 1))
    heads = [paragraph(name, "head" if number else "head_left") for number, name in enumerate(header)]
    table = Table([heads, *rows], colWidths=[_WIDTH - count * column, *[column] * count], repeatRows=1)
    lines: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, 0), 1, LINE),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
    ]
    table.setStyle(TableStyle([*lines, *_padding(1 * mm, 1.2 * mm)]))
    return table


def _chart(loss: Loss) -> Table:
    """The scenario's sums as bars, to the scale of the whole report."""
    width = _WIDTH - 45 * mm
    rows = []
    for number, each in enumerate(loss.sums):
        if each.share is None:
            continue
        drawing = Drawing(width, 2.6 * mm)
        for length, colour in ((width, PANEL), (width * each.share / 100, BARS[number])):
            drawing.add(_bar(length, 2.6 * mm, colour))
        rows.append([paragraph(each.column, "soft"), drawing])
    table = Table(rows, colWidths=[45 * mm, width])
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_padding(0, 0.2 * mm)]))
    return table


def _rule(colour: Color, thickness: float) -> Drawing:
    drawing = Drawing(_WIDTH, thickness)
    drawing.add(_bar(_WIDTH, thickness, colour))
    return drawing


def _bar(length: float, height: float, colour: Color) -> Rect:
    bar = Rect(0, 0, length, height)
    bar.fillColor, bar.strokeColor = colour, None
    return bar


def _padding(side: float, above: float) -> list[tuple[Any, ...]]:
    whole = ((0, 0), (-1, -1))
    return [
        ("LEFTPADDING", *whole, side),
        ("RIGHTPADDING", *whole, side),
        ("TOPPADDING", *whole, above),
        ("BOTTOMPADDING", *whole, above),
    ]


def _box(colour: Color, above: float = 3 * mm) -> TableStyle:
    """A panel with a bar on its left."""
    whole = ((0, 0), (-1, -1))
    return TableStyle(
        [
            ("BACKGROUND", *whole, PANEL),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, colour),
            ("VALIGN", *whole, "TOP"),
            *_padding(4 * mm, above),
        ]
    )
