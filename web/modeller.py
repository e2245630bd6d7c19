"""Where process owners draw: the editors of diagrams, forms and decision tables."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from flask import Blueprint, Response, jsonify, render_template, request, send_file
from flask.typing import ResponseReturnValue

from engine.access import require_process_owner
from engine.errors import ModelError, NotFound
from engine.modelling.choices import Choices, choices_in
from engine.modelling.redraw import OF_DRAWING, redrawn
from web.current import actor, engine
from web.language import _
from web.modelling import plain

PLUGIN = 'module.exports = { name: "Skyddsprocessen", script: "./client.js" };\n'
"""What Camunda Modeler reads first of a plugin."""
EDITORS = {".bpmn": "bpmn", ".form": "form", ".dmn": "dmn"}

pages = Blueprint("modeller", __name__)


@pages.get("/utkast/<draft_id>/rita/<path:path>")
def editor(draft_id: str, path: str) -> ResponseReturnValue:
    """Show the editor of a file: what kind it is, its name says."""
    found = engine().drafts.read_files(actor(), draft_id)
    kind = EDITORS.get(PurePosixPath(path).suffix)
    if path not in found.files or kind is None:
        raise NotFound(f"{path[:80]} has no editor")
    choices = choices_in(found.files)
    stem = PurePosixPath(path).stem
    names = {"bpmn": choices.processes, "form": choices.forms, "dmn": choices.decisions}[kind]
    return render_template(
        f"modelling/{'bpmn' if kind == 'bpmn' else 'file'}.html",
        draft=found.draft, path=path, kind=kind,
        title=names.get(stem, stem).removeprefix(f"{stem} – "),
        choices=choices.plain(), words=_words(), of_drawing=OF_DRAWING,
    )  # fmt: skip


@pages.get("/utkast/<draft_id>/camunda")
def plugin(draft_id: str) -> ResponseReturnValue:
    """Hand out what lets Camunda Modeler show and keep our settings, with the draft's choices."""
    found = engine().drafts.read_files(actor(), draft_id)
    archive = BytesIO(_plugin(choices_in(found.files)))
    return send_file(
        archive, "application/zip", as_attachment=True, download_name="skyddsprocessen-camunda.zip"
    )


def _plugin(choices: Choices) -> bytes:
    """Return the plugin: a folder for `resources/plugins`, the same for the same choices."""
    script = (Path(__file__).parent / "static/dist/camunda-plugin.js").read_text(encoding="utf-8")
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("index.js", PLUGIN),
            ("client.js", f"globalThis.SKYDD = {json.dumps(choices.plain())};\n{script}"),
        ):
            entry = zipfile.ZipInfo(f"skyddsprocessen/{name}", (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, text)
    return into.getvalue()


@pages.get("/utkast/<draft_id>/kontroll")
def check(draft_id: str) -> ResponseReturnValue:
    """Return everything that is wrong with a draft, in JSON."""
    return jsonify(findings=plain(engine().drafts.read_draft(actor(), draft_id).findings))


@pages.post("/utkast/<draft_id>/rita-om/<path:path>")
def tidy(draft_id: str, path: str) -> ResponseReturnValue:
    """Draw what an editor sends anew, in lanes, and send it back; nothing is saved."""
    require_process_owner(actor())
    engine().drafts.read_file(actor(), draft_id, path)
    try:
        drawn = redrawn(path, request.get_data(cache=False))
    except ModelError as error:
        return jsonify(problem="; ".join(each.message for each in error.findings)), 422
    return Response(drawn, content_type="application/xml; charset=utf-8")


def _words() -> dict[str, str]:
    """Return what the editors say, in the language of the page."""
    return {
        "unchanged": _("Inget är ändrat sedan sidan öppnades."),
        "changed": _("Ändrat, sparas strax."),
        "saving": _("Sparar och kontrollerar …"),
        "saved": _("Sparat kl. {time}."),
        "stopped": _("Inte sparat: någon annan har sparat filen."),
        "closed": _("Utkastet kan inte ändras nu. Det du gör här sparas inte."),
        "lost": _("Inte sparat: servern svarar inte. Ett nytt försök görs strax."),
        "tidying": _("Ritar om …"),
        "unreadable": _("Filen kunde inte läsas. Inget är ändrat."),
        "drawn": _("{number} anmärkningar på ritningen. ”Rita om i banor” avhjälper dem."),
        "none": _("Inga fel i den här filen."),
        "one": _("Ett fel i den här filen."),
        "several": _("{number} fel i den här filen."),
        "elsewhere": _("{number} fel i andra filer i utkastet"),
        "somebody": _("Någon annan"),
        "overtaken": _(
            "{name} sparade filen kl. {time}, medan du ändrade i den. Inget är överskrivet. "
            "Jämför de två, och bestäm vilken som ska gälla."
        ),
        "shown_mine": _("Du ser din version."),
        "shown_theirs": _("Du ser den andras version."),
    }
