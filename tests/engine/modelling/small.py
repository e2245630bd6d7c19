"""A small right process set of two agencies to change, and people who own it."""

from engine.bootstrap import Engine
from engine.bpmn.definitions import version_of
from engine.model import Actor
from engine.modelling.draft import Draft
from engine.modelling.proposal import Proposal
from tests.engine.bpmn.samples import REGISTERS, bpmn, drawn, extras, node, timer, user

MAIN = "stod_och_skydd.bpmn"
FORM = "forms/f.form"
START = node("startEvent", "start")
END = node("endEvent", "end").replace("{flows}", extras({"slutstatus": "A1"}) + "{flows}")
LATE = node("boundaryEvent", "late", extras({"frist": "DL-10"}) + timer("P7D"), attachedToRef="b",
            cancelActivity="false", name="För sent")  # fmt: skip
NODES = [START, user("a"), node("exclusiveGateway", "g", name="Vilket?"),
         user("b", lagrum="LVU 7 §"), LATE, user("n"), node("endEvent", "end2"),
         node("exclusiveGateway", "j"), END]  # fmt: skip
FLOWS = (
    "start -> a\na -> g\ng -> b : val == 'ja'\ng -> j : default\nb -> j\nj -> end\n"
    "late -> n\nn -> end2"
)


def main(*polices: str) -> str:
    """Return the process, drawn, with these elements in the lane of the police."""
    text = bpmn("stod_och_skydd", NODES, FLOWS, lane="socialtjansten")
    return drawn(moved(text, *polices))


def moved(text: str, *elements: str) -> str:
    """Return a diagram with these elements in the lane of the police."""
    lane = '<bpmn:lane id="lane_polismyndigheten" name="Polisen">'
    for each in elements:
        ref = f"<bpmn:flowNodeRef>{each}</bpmn:flowNodeRef>"
        text, lane = text.replace(ref, ""), lane + ref
    return text.replace("</bpmn:laneSet>", f"{lane}</bpmn:lane></bpmn:laneSet>")


LIVE = REGISTERS | {
    MAIN: main("b", "late"),
    "aktorer.toml": '[socialtjansten]\nnamn = "Socialtjänsten"\nroller = ["chef", "gruppledare"]\n'
    '[polismyndigheten]\nnamn = "Polismyndigheten"\nroller = ["chef"]\n'
    '[regionkoordinator]\nnamn = "Regionkoordinator"\nroller = ["handlaggare"]\n'
    '[system]\nnamn = "System"\nloggar_in = false\n',
    "variabler.toml": REGISTERS["variabler.toml"]
    + '[kalla]\nnamn = "Källa"\ntyp = "val"\nvarden = ["socialtjansten", "polismyndigheten"]\n',
    "meddelanden.toml": REGISTERS["meddelanden.toml"].replace('"soc"', '"socialtjansten"'),
}  # fmt: skip
"""What is live: a → g → b (police, with a limit) → end; right in everything that is checked."""


class Owners:
    """An engine on the small set, with those who own it and those whom a change concerns."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.pia, self.ola, self.soc, self.chef, self.polis, self.police_chef, self.rk = (
            self.person(name)
            for name in ("agare", "agare2", "soc", "soc.chef", "polis", "polis.chef", "rk")
        )
        self.live = self.publish(LIVE)

    def person(self, name: str) -> Actor:
        found = self.engine.queries.person(name)
        assert found is not None
        return found

    def publish(self, files: dict[str, str]) -> str:
        """Make a set the one that new cases use, round all approval."""
        self.wait()
        version = version_of(files)
        self.engine.publications.publish(version, files, "tests", self.engine.clock.now())
        self.wait()
        return version

    def wait(self, **by: float) -> None:
        self.engine.clock.advance(**(by or {"minutes": 1}))  # type: ignore[attr-defined]

    def draft(self, **changed: str) -> Draft:
        """Return a draft of Pia's, with these files (`stod_och_skydd.bpmn` is `main`) saved."""
        draft = self.engine.drafts.open_draft(self.pia, "Ett nytt steg")
        for path, content in changed.items():
            self.save(draft, {"main": MAIN, "form": FORM}.get(path, path), content)
        return self.read(draft)

    def save(self, draft: Draft, path: str, content: str) -> str:
        if path not in self.engine.drafts.read_files(self.pia, draft.id).files:
            return self.engine.drafts.add_file(self.pia, draft.id, path, content.encode())
        digest = self.engine.drafts.read_file(self.pia, draft.id, path).digest
        return self.engine.drafts.save_file(self.pia, draft.id, path, content, digest)

    def read(self, draft: Draft) -> Draft:
        return self.engine.drafts.read_draft(self.pia, draft.id).draft


def approve_all(owners: Owners, proposal: Proposal) -> Proposal:
    """Let everybody approve whom a step moved to the police concerns."""
    owners.engine.publishing.approve(owners.ola, proposal.id)
    owners.engine.publishing.approve(owners.chef, proposal.id)
    return owners.engine.publishing.approve(owners.police_chef, proposal.id)
