"""Small decision tables for tests, a line for each rule: `"ja" | - => "nej" : LAG 1 §: varför`."""

from html import escape

HEAD = (
    '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" '
    'xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" '
    'xmlns:biodi="http://bpmn.io/schema/dmn/biodi/2.0" id="d" name="D" namespace="n">'
)
DRAWING = (
    '<dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="b"/></dmndi:DMNDiagram>'
    "</dmndi:DMNDI>"
)


def dmn(head: str, rules: str, policy: str = "UNIQUE", name: str = "b", inside: str = "") -> str:
    """Return a DMN file; `head` is `val | mer => dag`, a column with codes is `x("a", "b")`."""
    reads, gives = (_columns(part) for part in head.split("=>"))
    columns = [_input(*column) for column in reads] + [_output(*column) for column in gives]
    rows = [_rule(n, row) for n, row in enumerate(rules.strip().splitlines(), start=1)]
    return (
        f'{HEAD}<decision id="{name}" name="Beslutet"><decisionTable id="t" hitPolicy="{policy}">'
        f"{''.join(columns)}{''.join(rows)}{inside}</decisionTable></decision>{DRAWING}"
        "</definitions>"
    )


def _columns(text: str) -> list[tuple[str, str]]:
    parts = (column.strip().partition("(") for column in text.split("|"))
    return [(name, codes.removesuffix(")")) for name, _, codes in parts]


def _input(name: str, codes: str) -> str:
    values = f"<inputValues><text>{escape(codes)}</text></inputValues>" if codes else ""
    return (
        f'<input biodi:width="90"><inputExpression typeRef="string"><text>{name}</text>'
        f"</inputExpression>{values}</input>"
    )


def _output(name: str, codes: str) -> str:
    values = f"<outputValues><text>{escape(codes)}</text></outputValues>" if codes else ""
    return f'<output name="{name}" typeRef="string">{values}</output>'


def _rule(number: int, row: str) -> str:
    cells, _, why = row.strip().partition(" : ")
    reads, gives = cells.split("=>")
    entries = [
        f"<{kind}><text>{escape(cell.strip(), quote=False)}</text></{kind}>"
        for kind, part in (("inputEntry", reads), ("outputEntry", gives))
        for cell in part.split("|")
    ]
    note = f"<description>{escape(why)}</description>" if why else ""
    return f'<rule id="r{number}">{note}{"".join(entries)}</rule>'
