"""Writes the Word contracts of this folder, byte for byte the same each time: `python tests/contracts/build.py`.

They are raw WordprocessingML, so that each holds exactly the constructs it is named after. The texts are invented.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
_STAMP = (2026, 1, 1, 0, 0, 0)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = " ".join(
    (
        f'xmlns:w="{_W}"',
        f'xmlns:r="{_R}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, properties: str = "") -> str:
    """A w:r with this text; `properties` is what its w:rPr holds."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, style: str = "", num: tuple[int, int] | None = None, more: str = "") -> str:
    """A w:p; plain strings become runs. `num` is (numId, ilvl), `more` goes into its w:pPr."""
    runs = "".join(part if part.startswith("<") else run(part) for part in content)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    return f"<w:p><w:pPr>{styled}{numbered}{more}</w:pPr>{runs}</w:p>"


def table(*rows: list[str]) -> str:
    """A w:tbl; a cell is a text, or ready w:p/w:tbl XML, or "^" for one that carries on the cell above."""
    return "<w:tbl>" + "".join("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows) + "</w:tbl>"


def _cell(content: str) -> str:
    if content == "^":
        return "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    if content.startswith("v:"):
        return f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p(content[2:])}</w:tc>'
    if content.startswith("2:"):
        return f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(content[2:])}</w:tc>'
    return f"<w:tc>{content if content.startswith('<') else p(content)}</w:tc>"


def change(kind: str, content: str, author: str) -> str:
    """w:ins, w:del, w:moveFrom or w:moveTo around runs."""
    return f'<w:{kind} w:id="9" w:author="{author}" w:date="2026-01-01T00:00:00Z">{content}</w:{kind}>'


def deleted(text: str, author: str) -> str:
    return change("del", f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>', author)


def field(instruction: str, result: str) -> str:
    """A complex field with its instruction and its result."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + run(result) + mark.format("end")


def text_box(*paragraphs: str, drawing: bool = True) -> str:
    """A text box as Word writes it: DrawingML with a VML twin, or VML alone."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    vml = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    if not drawing:
        return f"<w:r>{vml}</w:r>"
    shape = f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
    inner = (
        f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{inner}</mc:Choice>'
        f"<mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def level(index: int, form: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def styles(language: str, *, heading: str = "heading", number: bool = False) -> str:
    """Styles with two headings (ids as a French Word writes them), a title, and hidden characters."""
    numbering = '<w:numPr><w:numId w:val="1"/></w:numPr>' if number else ""
    return (
        f"<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang "
        f'w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="{heading} 1"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr>{numbering}<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="{heading} 2"/><w:basedOn w:val="Titre1"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="Cache"><w:name w:val="Cache"/><w:rPr><w:vanish/></w:rPr></w:style>'
        "</w:styles>"
    )


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` are whole XML parts by name (styles, numbering, footnotes, endnotes,
    settings).
    """
    kinds = "".join(
        f'<Relationship Id="r{index}" Type="{_R}/{name}" Target="{name}.xml"/>' for index, name in enumerate(parts, 1)
    )
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name}+xml"/>' for name in parts)
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{_HEAD}<Relationships "
        f'xmlns="{package}/relationships">{kinds}</Relationships>',
        "word/document.xml": f"{_HEAD}<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **{f"word/{name}.xml": _HEAD + content for name, content in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def numbering_fr() -> bytes:
    """Numéros automatiques : articles liés aux styles, départs, reprises, niveaux, lettres, romains, puces."""
    numbers = (
        f'<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="1">'
        + level(0, "decimal", "Article %1", start=5, more='<w:pStyle w:val="Titre1"/>')
        + level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Titre2"/>')
        + level(2, "lowerLetter", "%3)")
        + level(3, "lowerRoman", "(%4)")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
        + level(0, "bullet", "&#xF0B7;")
        + level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
        + '</w:abstractNum><w:abstractNum w:abstractNumId="3">'
        + level(0, "upperRoman", "Annexe %1")
        + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
        + level(2, "ordinal", "%3")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>'
    )
    body = [
        p("CONTRAT DE SAUVEGARDE EXTERNALISÉE", style="Titre"),
        p("Entre Nuage d’Armor SARL, ci-après « le Prestataire », et Fonderie Kerlec SAS, ci-après « le Client »."),
        p("Objet", style="Titre1"),
        p("Sauvegardes", style="Titre2"),
        p("Le Prestataire réalise chaque nuit une copie chiffrée des données des serveurs du Client :"),
        p("une copie par jour conservée trente jours ;", num=(1, 2)),
        p("une copie par mois conservée douze mois ;", num=(1, 2)),
        p("sur un site distant,", num=(1, 3)),
        p("déconnecté du réseau du Client ;", num=(1, 3)),
        p("un essai de restauration par trimestre.", num=(1, 2)),
        p("Restauration", style="Titre2"),
        p("La demande est faite par écrit ;", num=(1, 2)),
        p("la restauration commence dans les quatre heures ouvrées.", num=(4, 2)),
        p("Responsabilité", style="Titre1"),
        p("Le Prestataire est tenu à une obligation de moyens.", num=(1, 1)),
        p(
            "La responsabilité du Prestataire est limitée, toutes causes confondues et par année contractuelle, à "
            "la somme de "
            "dix mille euros (10\u00a0000\u00a0€).",
            num=(1, 1),
        ),
        p("Sont exclus les dommages indirects, notamment :"),
        p("la perte de chiffre d’affaires ;", num=(2, 0)),
        p("premier cas ;", num=(2, 1)),
        p("la perte d’image.", num=(2, 0)),
        p("second cas.", num=(2, 1)),
        p("Sans numéro malgré son style", style="Titre1", more='<w:numPr><w:numId w:val="0"/></w:numPr>'),
        p("Tarifs", num=(3, 0)),
        p("Le prix est de 50\u00a0€ HT par mois.", num=(3, 1)),
        p("Niveaux de service", num=(3, 0)),
        p("Le service est disponible 99,5\u00a0% du temps.", num=(3, 1)),
        p("trimestre : essai de restauration", num=(3, 2)),
        p("trimestre : rapport", num=(3, 2)),
    ]
    return docx("".join(body), styles=styles("fr-FR", heading="heading", number=True), numbering=numbers)


def tables_fr() -> bytes:
    """Tableaux : cellules fusionnées, tableau dans un tableau, plusieurs paragraphes, tableau de mise en page, ligne
    supprimée.
    """
    inner = table(["Poste", "Prix"], ["Agent de sauvegarde", "10\u00a0€"])
    long_left = [f"Paragraphe {number} de la colonne de gauche, qui est un texte suivi." for number in (1, 2, 3, 4)]
    gone = (
        '<w:tr><w:trPr><w:del w:id="1" w:author="B"/></w:trPr>' + _cell("Supprimé") + _cell("ligne retirée") + "</w:tr>"
    )
    prices = table(
        ["Service", "Prix mensuel HT", "Prix annuel HT"],
        ["v:Sauvegarde", "50\u00a0€", "600\u00a0€"],
        ["^", "2:remise comprise"],
        ["", "", ""],
        ["Supervision", "", "240\u00a0€"],
    )
    body = [
        p("CONDITIONS PARTICULIÈRES", style="Titre"),
        p("Les prix sont les suivants."),
        prices.replace("</w:tbl>", f"{gone}</w:tbl>"),
        p("Détail :"),
        table(["Options", inner + p("hors taxes")], ["Engagement", p("douze mois") + p("reconduction tacite")]),
        table(["".join(map(p, long_left)), p("Texte de droite.")]),
        table([p("Cadre : le Client sauvegarde ses postes de travail.")]),
        p("Fin des conditions particulières."),
    ]
    return docx("".join(body), styles=styles("fr-FR"))


def changes_en() -> bytes:
    """Tracked changes of two authors: insertions, deletions, a move, a deleted paragraph mark, a deletion inside an
    insertion.
    """
    ann, bob = "Ann Archer (Supplier)", "Bob Baker (Customer)"
    gone = '<w:rPr><w:del w:id="2" w:author="{}"/></w:rPr>'
    body = [
        p("MANAGED SERVICES AGREEMENT", style="Titre"),
        p("Liability", style="Titre1"),
        p(
            "8.1 The Supplier’s total liability shall not exceed ",
            deleted("the fees paid in the twelve months before the claim", bob),
            change("ins", run("GBP 50,000 in each contract year"), ann),
            ".",
        ),
        p(
            change(
                "ins",
                run("8.2 Neither party is liable for indirect loss") + deleted(" or loss of data", bob) + run("."),
                ann,
            )
        ),
        p(deleted("8.3 The Supplier accepts unlimited liability for loss of data.", ann), more=gone.format(ann)),
        p("8.3 Credits are the Customer’s", more=gone.format(bob)),
        p(" sole remedy for missed service levels."),
        p("Backup", style="Titre1"),
        p(change("moveTo", run("9.1 The Supplier backs up the Customer’s servers every night."), bob)),
        p("9.2 A restore test is made every quarter."),
        p(
            change("moveFrom", run("9.1 The Supplier backs up the Customer’s servers every night."), bob),
            more='<w:rPr><w:moveFrom w:id="3" w:author="Bob Baker (Customer)"/></w:rPr>',
        ),
        p("Governing law", '<w:r><w:commentReference w:id="1"/></w:r>', style="Titre1"),
        p("10.1 This Agreement is governed by the laws of England and Wales."),
    ]
    return docx("".join(body), styles=styles("en-GB"))


def notes_fr() -> bytes:
    """Notes de bas de page et de fin, dont une dans un tableau."""

    def note(kind: str, note_id: int, text: str) -> str:
        return f'<w:{kind} w:id="{note_id}">{p(f"<w:r><w:{kind}Ref/></w:r>", f" {text}")}</w:{kind}>'

    def ref(kind: str, note_id: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{note_id}"/></w:r>'

    footnotes = (
        f'<w:footnotes {_SPACES}><w:footnote w:type="separator" '
        f'w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        + note("footnote", 1, "Hors taxes et hors frais de déplacement.")
        + note("footnote", 2, "Plafond porté à vingt mille euros pour les dommages aux biens.")
        + note("footnote", 3, "Jamais appelée.")
        + "</w:footnotes>"
    )
    endnotes = f"<w:endnotes {_SPACES}>" + note("endnote", 1, "Version du 1er mars 2026.") + "</w:endnotes>"
    body = [
        p("CONTRAT DE MAINTENANCE", ref("endnote", 1), style="Titre"),
        p("Le prix annuel est de 1\u202f234,56\u00a0€", ref("footnote", 1), ", payable d’avance."),
        table(["Plafond", p("10\u00a0000\u00a0€", ref("footnote", 2))]),
        p("La force majeure au sens de l’article 1218 du code civil suspend les obligations."),
    ]
    return docx("".join(body), styles=styles("fr-FR"), footnotes=footnotes, endnotes=endnotes)


def boxes_en() -> bytes:
    """Text boxes in both encodings, one with a table, one in a table cell; page breaks of every kind."""
    box = text_box(p("Important: the Customer keeps its own copies of all data."), p("See clause 4."))
    old = text_box(p("Draft of 1 March 2026"), table(["Version", "3"]), drawing=False)
    page = '<w:r><w:br w:type="page"/></w:r>'
    rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = [
        p("HOSTING AGREEMENT", old, style="Titre"),
        p("1. The Host keeps the service available 99.9% of each month.", box),
        p("The sentence runs ", rendered, "over the page.", page),
        p(rendered, "2. Page three begins here."),
        p("3. Page four begins here.", more="<w:pageBreakBefore/>"),
        p("This section ends.", more='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'),
        p("4. Page five begins here."),
        table(["Uptime", p("99.9%", text_box(p("measured monthly")))]),
    ]
    return docx("".join(body), styles=styles("en-GB"))


def controls_fr() -> bytes:
    """Contrôles de contenu, champs, liens, cases à cocher, signes : le résultat est du texte, l’instruction non."""

    def control(content: str, placeholder: bool = False) -> str:
        shown = "<w:showingPlcHdr/>" if placeholder else ""
        return f"<w:sdt><w:sdtPr>{shown}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default '
        'w:val="0"/>{}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    nested = field("IF 1 = 1", "").replace(
        '<w:t xml:space="preserve"></w:t></w:r>', "</w:r>" + field("REF montant", "600\u00a0€")
    )
    body = [
        control(p("CONTRAT D’INFOGÉRANCE", style="Titre")),
        p("Signé le ", control(run("2 mars 2026")), " à ", control(run("[Cliquez pour saisir la ville]"), True), "."),
        p(
            "Voir l’article ",
            field("REF _Ref1 \\r \\h", "8.2"),
            " et ",
            '<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>",
            ".",
        ),
        p("Prix annuel : ", nested, " HT."),
        p("Conditions sur ", '<w:hyperlink r:id="r9">' + run("www.exemple.fr") + "</w:hyperlink>", "."),
        p(box.format("<w:checked/>"), " option retenue ", box.format(""), " option écartée"),
        p(
            run("Le sous"),
            "<w:r><w:noBreakHyphen/></w:r>",
            run("traitant"),
            "<w:r><w:tab/></w:r>",
            run("répond de ses"),
            "<w:r><w:br/></w:r>",
            run("res"),
            "<w:r><w:softHyphen/></w:r>",
            run("taurations."),
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        ),
        p("8.1 Le Prestataire conseille le Client.", "<w:r><w:br/></w:r>", "8.2 Le Client coopère."),
        p('<w:smartTag w:element="place">' + run("Rennes") + "</w:smartTag>", ", le 2 mars 2026"),
        control(p("Texte à remplacer", style="Normal"), True),
        '<w:altChunk r:id="r8"/>',
    ]
    return docx("".join(body), styles=styles("fr-FR"))


def hidden_en() -> bytes:
    """Hidden text, direct and by style; headings by outline level, by bold type, and a heading style on a whole
    clause.
    """
    clause = (
        "The Supplier’s liability for loss of data is limited to the cost of restoring the last backup, and in any "
        "event to the fees "
        "paid in the twelve months before the event; nothing in this clause limits liability for fraud, for death "
        "or for injury."
    )
    body = [
        p("SOFTWARE LICENCE", style="Titre"),
        p("The licence is perpetual.", run(" The Supplier may end it at will.", "<w:vanish/>")),
        p(run("Internal note: ask for 20,000.", '<w:rStyle w:val="Cache"/>')),
        p(run("Shown although its style hides it.", '<w:rStyle w:val="Cache"/><w:vanish w:val="0"/>')),
        p("Fees", more='<w:outlineLvl w:val="1"/>'),
        p("The fee is USD 1,200 a year."),
        p(run("Liability and insurance", "<w:b/>")),
        p(clause, style="Titre2"),
    ]
    return docx("".join(body), styles=styles("en-GB"))


CONTRACTS = {
    "numerotation-fr.docx": numbering_fr,
    "tableaux-fr.docx": tables_fr,
    "changes-en.docx": changes_en,
    "notes-fr.docx": notes_fr,
    "boxes-en.docx": boxes_en,
    "controles-fr.docx": controls_fr,
    "hidden-en.docx": hidden_en,
}


def main() -> None:
    for name, build in CONTRACTS.items():
        (HERE / name).write_bytes(build())


if __name__ == "__main__":
    main()
