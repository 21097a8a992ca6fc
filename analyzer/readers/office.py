"""Word 97-2003 files (.doc), where LibreOffice is installed: converted in a private folder that is gone at once, macros and links off."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from analyzer.document import Document
from analyzer.readers.source import Source

_NAMES: Final = ("soffice", "libreoffice")
# No macro, no link, no active content, no recovery file, whatever the file asks for.
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="DisableActiveContent"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document">
<prop oor:name="AutoSave"><value>false</value></prop>
<prop oor:name="CreateBackup"><value>false</value></prop>
</item>
</oor:items>
"""


def read_doc(source: Source) -> Document:
    """The document of a .doc file; raises UnknownFormat where LibreOffice is not there, DamagedFile where it gives nothing."""
    from analyzer.readers.docx import read_docx

    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise source.problem("doc_needs_office")
    converted = _convert(program, source)
    document = read_docx(replace(source, data=converted))
    return replace(document, format="doc", sha256=source.sha256)


def _convert(program: str, source: Source) -> bytes:
    """The file as .docx. The folder is for this user alone and is removed whatever happens."""
    with tempfile.TemporaryDirectory(prefix="gardefou-") as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        given = folder / "contract.doc"
        given.write_bytes(source.data)
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "out"),
            str(given),
        ]
        _run(command, folder, source)
        made = folder / "out" / "contract.docx"
        if not made.is_file():
            raise source.problem("office_failed", format=".doc")
        return made.read_bytes()


def _run(command: list[str], folder: Path, source: Source) -> None:
    """Runs LibreOffice in a process group of its own, so that nothing of it is left when it takes too long."""
    process = subprocess.Popen(  # noqa: S603 - no shell; the file's name is ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(folder)},
        start_new_session=True,
    )
    try:
        process.wait(source.limits.patience)
    except subprocess.TimeoutExpired:
        raise source.too_large("seconds") from None
    finally:
        if process.poll() is None:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.wait()
