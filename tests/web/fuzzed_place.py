"""A place in which every form of every page is shown to somebody."""

from dataclasses import dataclass, field
from datetime import timedelta

from werkzeug.routing import Rule

from engine.config import Settings
from engine.lists.worklist import Wanted
from engine.model import Case
from tests.engine.db.protected import PROTECTED, told
from tests.engine.db.small import Office
from tests.engine.lived import YES, lived
from tests.steps.desk import Desk
from tests.web.crawled import Crawled, Found
from tests.web.shown_forms import Shown, forms
from web.cases import TABS

PEOPLE = ("soc", "soc.chef", "granskare")
ASKS = '<bpmn:userTask id="n" name="N"><bpmn:extensionElements><spiffworkflow:properties>'
FOR_A_SECOND = f'{ASKS}<spiffworkflow:property name="skydd.godkannande" value="chef" />'
MAIN = PROTECTED["stod_och_skydd.bpmn"]
REAL = {file.name: file.read_text(encoding="utf-8") for file in Settings().processes.glob("*.toml")}
VAL = '\n[val]\nnamn = "Val"\ntyp = "val"\nvarden = ["ja", "nej", "kanske"]\n'
HEJ = (
    '\n[hej]\nnamn = "Hej"\nslag = "meddelande"\nfalt = ["val"]\n'
    'registreras_av = ["socialtjansten"]\n'
)
APPROVED = PROTECTED | {
    "stod_och_skydd.bpmn": MAIN.replace(ASKS, FOR_A_SECOND),
    "aktorer.toml": REAL["aktorer.toml"],
    "variabler.toml": REAL["variabler.toml"] + VAL,
    "meddelanden.toml": REAL["meddelanden.toml"] + HEJ,
}
"""The small processes, one task of which asks for a second person."""
BESIDES = (
    *("/fordelning?hos=soc", "/statistik?period=egen"),
    "/granskning/post?kedja=myndighet:socialtjansten&nr=1",
)


@dataclass
class FuzzedPlace(Crawled):
    """Socialtjänsten's cases: a small one, made anew at will, and one of the real processes."""

    desk: Desk = field(init=False)
    office: Office = field(init=False)
    values: dict[str, str] = field(default_factory=dict)
    """The ids of what is in the small case."""
    proposed: str = ""
    """The id of a task whose answers wait for a second person."""

    def __post_init__(self) -> None:
        self.desk = lived(self.engine)
        self.office = Office(self.engine)
        self.office.publish(APPROVED)
        self.engine.consents.answer(self.office.soc, self.desk.case_id, "betanketid", YES)
        made = extracted(self.office, self.desk.case())
        self.engine.extracts.approve(self.office.chef, self.desk.case_id, made)

    def shown(self) -> Found:
        """Make everything anew; return for each route that a form leads to: (person, form)."""
        found: Found = {}
        self.values = self._small()
        self._look_again(found)
        for values in (self.values, *self._real()):
            for person in PEOPLE:
                self.look(person, self._addresses(values), found)
        return found

    def renewed(self, form: Shown) -> Shown:
        """Make everything in the small case anew, and return the same form about that."""
        before, self.values = self.values, self._small()
        for name, old in before.items():
            form = form.about(old, self.values[name])
        return form

    def _look_again(self, found: Found) -> None:
        """Find the page where somebody signs in again who was writing."""
        task = f"/uppgift/{self.values['task_id']}"
        typed, ours = {"skal": "Ord ett slut.", "_utkast": "0"}, {"Origin": "http://localhost"}
        asked = self.at("").post(task, data=typed, headers=ours)
        (form,) = forms(task, asked.text)
        found[self.route(form)] = ("", form)

    def _addresses(self, values: dict[str, str]) -> list[str]:
        """Return the address of every page about these things, and its tabs."""
        pages = list(BESIDES)
        for rule in self.app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and rule.arguments <= values.keys():
                address = _address(rule, values)
                pages += [address, *(f"{address}?flik={t}" for t in TABS if rule.endpoint == CASE)]
        return pages

    def _small(self) -> dict[str, str]:
        """Open a case and do in it whatever makes a page show one more form."""
        office, engine = self.office, self.engine
        case = office.open()
        engine.messages.register(office.soc, case.id, "hej")
        record = told(office, case)
        task, self.proposed = office.task(case, "b"), office.task(case, "n").id
        engine.casework.complete_task(office.soc, self.proposed, {"val": ["ja"]})
        engine.staffing.distribute(office.chef, [task.id], "soc")
        engine.deskwork.attach(office.soc, task.id, "intyg.txt", b"Ett intyg.")
        self._ask_to_print(case)
        self._arrange(case)
        kept = engine.habits.habit("soc").lists[-1]
        return {
            "case_id": case.id, "task_id": task.id, "held_id": record, "what": "svar",
            "errand_id": self._errand(case), "list_id": kept.id,
            "contact_id": self._contact(case), "proposed_id": self.proposed,
            "extract_id": extracted(office, case),
        }  # fmt: skip

    def _real(self) -> list[dict[str, str]]:
        """Return what the real case has: a free task, a proposal of the small one, its consents."""
        free = self.desk.tasks("socialtjansten")[0]
        case = self.desk.case_id
        lines = self.engine.consentfile.lines(self.office.soc, case)
        consents = [{"case_id": case, "code": line.code} for line in lines]
        return [{"task_id": self.proposed}, {"case_id": case, "task_id": free.id}, *consents]

    def _ask_to_print(self, case: Case) -> None:
        protection, office = self.engine.protection, self.office
        for asked in (office.soc, office.chef):
            protection.ask_to_print(asked, case.id, "Till förhandlingen")
        mine = self.engine.protected.prints(office.soc, case.id).mine
        assert mine is not None
        protection.approve_print(office.chef, case.id, mine.permit.id)

    def _arrange(self, case: Case) -> None:
        """Keep a list, let somebody stand in, and somebody be disqualified."""
        engine, office = self.engine, self.office
        today = engine.clock.now().date()
        engine.habits.save_list(office.soc, "Min lista", Wanted(scope="mina"))
        if not engine.substitutions(office.soc):
            days = (today, today + timedelta(days=3))
            engine.staffing.arrange(office.soc, "soc", "soc.gruppledare", days, "semester")
        engine.staffing.disqualify(office.chef, case.id, "soc.gruppledare", "Granne.")
        typed = {"rubrik": ["Ring"], "beskrivning": [""]}
        for _ in range(2):
            engine.errands.add(office.soc, case.id, typed, ())
        (first, _) = engine.casefile.case_page(office.soc, case.id).errands
        engine.errands.finish(office.soc, case.id, first.errand.id)

    def _errand(self, case: Case) -> str:
        shown = self.engine.casefile.case_page(self.office.soc, case.id).errands
        return next(line.errand.id for line in shown if line.errand.done_at is None)

    def _contact(self, case: Case) -> str:
        typed = {"roll": ["tolk"], "namn": ["Påhittad tolk"], "kontaktvag": ["Ring kl. 9"]}
        self.engine.contacts.add(self.office.soc, case.id, typed)
        (line,) = self.engine.casetabs.contacts(self.office.soc, case.id)
        return line.contact.id


CASE = "cases.case"


def extracted(office: Office, case: Case) -> str:
    """An extract for a party that waits for a second person."""
    held = office.engine.extractfile.page(office.soc, case.id).held
    records = office.engine.extracts.records(held)
    typed = {f"val-{each.key}": "lamna_ut" for each, _ in records}
    return office.engine.extracts.propose(office.soc, case.id, typed)


def _address(rule: Rule, values: dict[str, str]) -> str:
    named = {name: values[name] for name in rule.arguments}
    return str(rule.build(named)[1])  # type: ignore[index]
