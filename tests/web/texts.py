"""Every text that the catalogue must have: of templates, of web/, and of the engine's sentences."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = ROOT / "web" / "templates"
MARKS = {"_", "gettext", "lazy"}
SILENT = {
    *("__main__", "config", "coverage", "coverage_pages", "demo", "operation"),
    *("recording", "rehearsal", "reports", "trace", "decisions", "expressions", "failures"),
    *("formfile", "handovers", "incidents", "mailing", "matching", "registers", "smtp", "upkeep"),
    *("audit", "auditing", "bundle", "handing", "verifier", "owning", "sources", "redraw"),
    *("rules", "retaining", "blank", "serving", "safekeeping"),
    *("bootstrap", "admitting", "unreadable"),
    *("opener", "xes", "handout"),
    *("previewing", "words", "whatif", "rehearsing", "tryout", "rehearsals", "mutants", "mutating"),
    *("vocabulary", "claims", "secondfactor", "enrolling", "guessing"),
    *("exchanging", "incoming", "envelope"),
    *("vault", "visibility", "identities", "recorder", "replay", "retry", "refusals", "texts"),
}
"""Modules of the engine that speak to operators and owners of processes, or to nobody."""
EDGES = {
    *("accounts", "operating", "copies"),
    "bpmn",
    "moves",
    "check",
    "rules",
    "dataflow",
    "drawing",
    "db",
    "tables",
    "book",
    "diff",
    "readers",
    "skeletons",
    "soundness",
    "__pycache__",
}
"""Packages of the engine that word nothing for people who do casework."""
UNSAID = {
    *("%(name)s %(demand)s", "%(verb)s %(inside_sentence)s", "%(law)s – %(name)s"),
    *("%(activity)s %(isoformat)s", "Ange", "Välj", " och "),
    *("månad", "år", "%(way)s %(name)s. Grund: %(GROUNDS)s.", "Från"),
    *("måste ha minst {} tecken, nu är det {length}", "får ha högst {} tecken, nu är det {length}"),
    *("måste vara minst {}", "får vara högst {}", "måste vara ett {}, skrivet med siffror"),
    *("Ny händelse i Skyddsprocessen", "Skyddsprocessen"),
    "”{}” är ingen tidslängd; skriv till exempel P7D, P4M, PT24H eller R/P6M",
    "Du har en ny händelse i Skyddsprocessen. Logga in för att läsa den:\n\n{link}\n",
    *("Answers", "Field", "Form", "Raw", "Text", "Timed", "ett datum", "ett val mellan koder"),
    *("application/vnd.openxmlformats-officedocument.", "%(process)s, %(agency)s"),
}  # fmt: skip
"""Pieces of what stands in MADE, names of types, what owners of processes or e-mail are told."""
OWNERS = re.compile(
    "nyckeln|Registret|En längd|En dag behövs|Kalendern|Tidpunkten|variabeln|.*(räknas i timmar|"
    "sätts redan av)"
)
MADE = {
    *("Ange {}", "Välj {}", "{name} måste ha minst {} tecken, nu är det {length}"),
    *("{name} får ha högst {} tecken, nu är det {length}", "{name} måste vara minst {}"),
    *("{name} får vara högst {}", "{name} måste vara ett {}, skrivet med siffror"),
    *("heltal", "tal", "dag", "månad", "år", "dag och månad", "dag och år", "månad och år"),
    *("dag och månad och år", "{number} uppgift", "{number} uppgifter", "{} timme", "{} timmar"),
    *("arbetsdag", "arbetsdagar", "dig", "{law} – {name}", "samtycke", "generalklausulen"),
    *("Till {name}. Grund: {ground}.", "Från {name}. Grund: {ground}."),
    *("personnummer eller samordningsnummer", "LMA-nummer eller annat nummer på en person"),
    *("telefonnummer", "e-postadress", "Inte känd än", "{amount} sen", "1 Identifiering"),
}  # fmt: skip
"""What the engine puts together from pieces; `test_language` lets it do so."""

environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
for name in (
    "day",
    "moment",
    "clock",
    "iso",
    "count",
    "size",
    "role",
    "prose",
    "said",
    "own",
    "marked",
    "briefly",
):
    environment.filters[name] = str


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def short(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def of_templates() -> Iterator[str]:
    for path in templates():
        for call in environment.parse(path.read_text()).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in MARKS:
                assert isinstance(call.args[0], nodes.Const), f"{path}:{call.lineno}"
                yield call.args[0].value


def of_web() -> Iterator[str]:
    for path in sorted((ROOT / "web").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and node.func.id in MARKS and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def of_engine() -> Iterator[str]:
    yield from sorted(MADE)
    modules = [path for path in (ROOT / "engine").rglob("*.py") if path.parent.name not in EDGES]
    for path in sorted(modules, key=lambda each: each.stem):
        if path.stem not in SILENT:
            yield from filter(_is_swedish, _strings(ast.parse(path.read_text())))


def _strings(tree: ast.Module) -> Iterator[str]:
    """Yield what is written in a module, save its docstrings; with blanks for what is put in."""
    quiet = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            quiet |= {id(each) for each in node.values}
            yield _with_blanks(node)
        elif (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet
        ):
            yield node.value


def _with_blanks(node: ast.JoinedStr) -> str:
    names: dict[str, str] = {}
    said = ""
    for part in node.values:
        if isinstance(part, ast.Constant):
            said += str(part.value)
        else:
            said += f"%({_name(ast.unparse(part.value), names)})s"
    return said


def _name(code: str, names: dict[str, str]) -> str:
    words = re.findall(r"[A-Za-z]\w*", re.sub(r"\[.*?\]|\(.*\)", "", code)) or ["it"]
    name, number = words[-1], 1
    while names.setdefault(name, code) != code:
        number += 1
        name = f"{words[-1]}{number}"
    return name


def _is_swedish(text: str) -> bool:
    plain = re.sub(r"%\(\w+\)s", "", text)
    english = re.search(
        r"\b(may|at different|takes no|is not|is disqualified|does|could|needs|nobody)\b", plain
    )
    english = english or re.match(
        r"(register|message|timer|form|permit|statistics|case|consent|extract)\b", plain
    )
    capital = re.match(r"[A-ZÅÄÖ][a-zåäö]+($|[ .:(])", plain)
    words = re.search(r"[a-zåäö]{2,} |^(om|i) |[a-z]{3,}[.:]$", plain) or re.search("[åäö]", plain)
    said = text not in UNSAID and not OWNERS.match(text)
    return bool(capital or words) and not english and said


def bare(source: str) -> list[str]:
    """Return what stands in a template without being marked, so that nobody can translate it."""
    pieces = [value if kind == "data" else "\0" for _, kind, value in environment.lex(source)]
    data = "".join(pieces)
    spoken = re.findall(r'\b(?:aria-label|alt|title|placeholder)="([^"\0]*)', data)
    shown = re.sub(r"<[^>]*>", "\0", data).split("\0")
    return [text for text in [*shown, *spoken] if re.search(r"[A-Za-zÅÄÖåäö]", text)]
