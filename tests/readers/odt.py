"""OpenDocument texts made by hand for the tests."""

from __future__ import annotations

import io
import zipfile

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def odt(body: str, automatic: str = "", styles: str = "", *, text: str = "office:text", manifest: str = "") -> bytes:
    """A file with this body, automatic styles and common styles."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><{text}>{body}</{text}></office:body></office:document-content>"
    )
    common = f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles></office:document-styles>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", content)
        made.writestr("styles.xml", common)
        made.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
    return buffer.getvalue()


def p(*content: str, style: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{''.join(content)}</text:p>"


def listed(*items: str, more: str = "") -> str:
    inner = "".join(
        item if item.startswith("<text:list-") else f"<text:list-item>{item}</text:list-item>" for item in items
    )
    return f"<text:list{more}>{inner}</text:list>"


LEGAL = """<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-prefix="Article " style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/>
</text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>"""
