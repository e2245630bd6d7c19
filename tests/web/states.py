"""Every page in every state a person may meet it in: who looks, where, and what they do there."""

from collections.abc import Callable

from playwright.sync_api import Page

from engine.demo import PASSWORD
from tests.web.state import State, choose, drawn, press, unfold

SOC, CHEF, LEADER, RK, POLIS, JAM = "soc", "soc.chef", "soc.gruppledare", "rk", "polis", "jam"
NOBODY = ""
FORGED = "document.querySelectorAll('[name=_csrf]').forEach((each) => each.value = 'gammal')"


def old_page(button: str) -> Callable[[Page], None]:
    """Return what posts a form of a session that is over."""

    def act(page: Page) -> None:
        page.evaluate(FORGED)
        press(button)(page)

    return act


def signed_out(button: str) -> Callable[[Page], None]:
    """Return what goes on with a form after the session is over."""

    def act(page: Page) -> None:
        page.context.clear_cookies()
        press(button)(page)

    return act


def come_back(page: Page) -> None:
    """Write about a contact, find the session over, and sign in again."""
    page.get_by_label("Roll").select_option("tolk")
    page.get_by_label("Namn eller funktion").fill("Tolkcentralen")
    page.get_by_label("Så når ni personen säkert").fill("Ring aldrig hem.")
    signed_out("Spara kontakten")(page)
    page.get_by_label("Användarnamn").fill(SOC)
    page.get_by_label("Lösenord").fill(PASSWORD)
    press("Logga in")(page)


def too_much(page: Page) -> None:
    """Write more than is taken."""
    page.locator("textarea").first.evaluate("each => each.value = 'a'.repeat(3e6)")
    press("Anmäl jävet")(page)


LISTS = (
    State("uppgifter", SOC, "/"),
    State("uppgifter, öppnat", SOC, "/", unfold, scripted=True),
    State("uppgifter, markerade", SOC, "/", choose("Markera"), scripted=True),
    State("uppgifter, alla val", SOC, "/?visa=enheten&frist=idag&prioritet=hog&lag=ja&steg=2"
          "&hos=soc&ordning=process&sok=misstanke"),
    State("uppgifter, mina", SOC, "/?visa=mina"),
    State("uppgifter, tomt", RK, "/?sok=zzz"),
    State("uppgifter, inget markerat", SOC, "/", press("Ta de markerade"), 422),
    State("uppgifter, ingen kollega", SOC, "/", choose("Markera", "Ge till kollegan"), 422),
    State("uppgifter, utfall", CHEF, "/?visa=otilldelade&ordning=arende",
          choose("Markera", "Ta de markerade")),
    State("uppgifter, chef", CHEF, "/"),
    State("uppgifter, gruppledare", LEADER, "/?visa=enheten"),
    State("uppgifter, polis", POLIS, "/"),
    State("uppgifter, utan något", JAM, "/"),
    State("sparade listor", SOC, "/listor"),
    State("sparade listor, inga", RK, "/listor"),
    State("ärenden", SOC, "/arenden"),
    State("ärenden, inga", JAM, "/arenden"),
    State("nytt ärende", SOC, "/arenden/nytt"),
    State("aviseringar", SOC, "/aviseringar"),
    State("aviseringar, inga", JAM, "/aviseringar"),
    State("aviseringar, fel", SOC, "/aviseringar", choose("Ja", "Spara"), 422),
    State("ersättare", SOC, "/ersattare"),
    State("ersättare, är det", "soc.ordforande", "/ersattare"),
    State("ersättare, fel", SOC, "/ersattare", press("Ordna ersättaren"), 422),
    State("fördelning", LEADER, "/fordelning"),
    State("fördelning, hos någon", CHEF, "/fordelning?hos=soc"),
    State("fördelning, fel", LEADER, "/fordelning", press("Fördela"), 422),
)  # fmt: skip
TASKS = (
    State("uppgift", SOC, "{task}"),
    State("uppgift, öppnat", SOC, "{task}", unfold, scripted=True),
    State("uppgift, fel", SOC, "{task}", press("Slutför uppgiften"), 422),
    State("uppgift, utkast", SOC, "{task}", press("Spara utkast")),
    State("uppgift, ingen fil", SOC, "{task}", press("Lägg till filen"), 422),
    State("uppgift, tom kommentar", SOC, "{task}", press("Spara kommentaren"), 422),
    State("uppgift, en kollegas", CHEF, "{task}"),
    State("uppgift, rk", RK, "{task_of_rk}"),
    State("förslag väntar", SOC, "{waiting}"),
    State("förslag att pröva", CHEF, "{waiting}"),
    State("förslag, fel", CHEF, "{waiting}", press("Skicka tillbaka"), 422),
    State("tillbakaskickat", SOC, "{returned}"),
    State("slutförd", SOC, "{done}"),
    State("slutförd, adressen", SOC, "{finished}", status=409),
)
TABS = ("", "gang", "handelser", "samtycken", "medverkande", "utbyte", "akt")
CASES = (
    *(State(f"ärende, {tab or 'översikt'}", SOC, f"{{case}}?flik={tab}") for tab in TABS),
    *(State(f"ärende hos rk, {tab or 'översikt'}", RK, f"{{case}}?flik={tab}") for tab in TABS),
    State("ärende hos polis, utbyte", POLIS, "{asking}?flik=utbyte"),
    State("ärende hos polis, händelser", POLIS, "{asking}?flik=handelser"),
    State("uppspelning", SOC, "{case}/spela?post=3"),
    State("uppspelning för granskare", "granskare", "{case}/spela"),
    State("kontakt, ny", SOC, "{case}/kontakt"),
    State("kontakt, fel", SOC, "{case}/kontakt", press("Spara kontakten"), 422),
    State("kontakt, ändra", SOC, "{contact}"),
    State("egen uppgift", SOC, "{case}/egen-uppgift"),
    State("egen uppgift, fel", SOC, "{case}/egen-uppgift", press("Spara uppgiften"), 422),
    State("samtycke", SOC, "{case}/samtycke/betanketid"),
    State("samtycke, fel", SOC, "{case}/samtycke/betanketid", press("Registrera svaret"), 422),
    State("återkalla", SOC, "{case}/samtycke/sip/aterkalla"),
    State("återkalla, fel", SOC, "{case}/samtycke/sip/aterkalla", press("Återkalla"), 422),
    State("jäv", SOC, "{case}/jav"),
    State("jäv, fel", SOC, "{case}/jav", press("Anmäl jävet"), 422),
    State("jäv att häva", CHEF, "{protected}/jav"),
    State("händelse", SOC, "{case}/handelse"),
    State("händelse, fel", SOC, "{case}/handelse", press("Fortsätt"), 422),
    State("händelse, bekräfta", SOC, "{case}/handelse",
          lambda page: (page.get_by_role("radio").first.check(), press("Fortsätt")(page))[1]),
    State("region", SOC, "{case}/region"),
    State("region, fel", SOC, "{case}/region", press("Ändra regionen"), 422),
    State("avsluta", CHEF, "{case}/avsluta"),
    State("avsluta, fel", CHEF, "{case}/avsluta", press("Avsluta ärendet"), 422),
)  # fmt: skip
PROTECTION = (
    State("skyddat ärende", SOC, "{protected}"),
    State("skyddad akt", SOC, "{protected}?flik=akt"),
    State("skyddsmarkering", SOC, "{protected}/skyddsmarkering"),
    State("dolt", SOC, "{masked}"),
    State("dolt, utan behörighet", LEADER, "{masked}"),
    State("dolt, fel", SOC, "{masked}", press("Visa uppgifterna"), 422),
    State("visat", SOC, "{masked}", choose("Jag ska nå personen", "Visa uppgifterna")),
    State("utskrift", SOC, "{case}/utskrift"),
    State("utskrift, fel", SOC, "{case}/utskrift", press("Begär utskrift"), 422),
    State("utskrift, väntar", SOC, "{protected}/utskrift"),
    State("utskrift att godkänna", CHEF, "{protected}/utskrift"),
    State("utskrift, godkänd nyss", CHEF, "{protected}/utskrift", press("Godkänn utskriften")),
    State("utskrift, godkänd", SOC, "{protected}/utskrift"),
    State("partsutdrag, godkänt", SOC, "{case}/partsutdrag"),
    State("partsutdrag, fel", SOC, "{case}/partsutdrag", press("Spara för godkännande"), 422),
    State("partsutdrag, godkänt och öppnat", SOC, "{case}/partsutdrag", unfold, scripted=True),
    State("partsutdrag, väntar", SOC, "{protected}/partsutdrag"),
    State("partsutdrag att godkänna", CHEF, "{protected}/partsutdrag"),
    State("utskriften", SOC, "{protected}/utskrift", press("Visa för utskrift")),
)
FIGURES = (
    State("statistik", CHEF, "/statistik"),
    State("statistik, ett år", CHEF, "/statistik?period=2025"),
    State(
        "statistik, diagram",
        CHEF,
        "/statistik?tabell=alla",
        press("Visa som diagram"),
        scripted=True,
    ),
    State("statistik, fel", CHEF, "/statistik?period=egen", status=422),
    State("statistik, landet", JAM, "/statistik?urval=landet"),
    State("statistik, tillstånd", "mig", "/statistik?urval=tillstand"),
    State("gallring", CHEF, "/gallring"),
    State("anslutningar", CHEF, "/anslutningar"),
    State("anslutningar, fel", LEADER, "/anslutningar", press("Anslut systemet"), 422),
    State("anslutningar, inget skäl", CHEF, "/anslutningar", press("Skicka igen"), 422),
    State("anslutning", CHEF, "{connection}"),
    State("anslutning, hemlighet", CHEF, "{connection}", press("Byt hemlighet")),
    State("anslutningar, inga", POLIS + ".chef", "/anslutningar"),
    State("gallring, fel", LEADER, "/gallring", press("Stoppa gallringen"), 422),
    State("spårbarhet", SOC, "/sparbarhet"),
    State("spårbarhet, urval", SOC, "/sparbarhet?aktor=Polismyndigheten&steg=2"),
    State("spårbarhet, tom", SOC, "/sparbarhet?aktor=ingen"),
)
OWNER, SECOND = "agare", "agare2"
FORM = "{faulty}/rita/forms/f24_stod_betanketid.form"
NEW_STEP = "{faulty}/steg/betanketid.bpmn/ny/flow_ut_beslut__gw_beslut"
PROCESSES = (
    State("utkasten", OWNER, "/utkast"),
    State("utkasten, fel", OWNER, "/utkast", press("Öppna utkastet"), 422),
    State("utkast med fel", OWNER, "{faulty}"),
    State("utkast, öppnat", OWNER, "{faulty}", unfold, scripted=True),
    State("utkast, ingen fil", OWNER, "{faulty}", press("Ladda upp"), 422),
    State("utkast, lämnat", OWNER, "{draft}"),
    State("tabell", OWNER, "{faulty}/steg/betanketid.bpmn"),
    State("tabell, steg", OWNER, "{faulty}/steg/betanketid.bpmn/gw_beslut"),
    State("tabell, nytt steg", OWNER, NEW_STEP),
    State("tabell, nytt steg, fel", OWNER, NEW_STEP, press("Lägg till steget"), 422),
    State("rita", OWNER, "{faulty}/rita/betanketid.bpmn", drawn, scripted=True),
    State("rita, utan JavaScript", OWNER, "{draft}/rita/betanketid.bpmn"),
    State("rita, formulär", OWNER, FORM, drawn, scripted=True),
    State("rita, beslutstabell", OWNER, "{faulty}/rita/domsratt.dmn", drawn, scripted=True),
    State("skillnad", OWNER, "{draft}/skillnad"),
    State("skillnad, fel", OWNER, "{faulty}/skillnad"),
    State("scenarier, fel i utkastet", OWNER, "{faulty}/scenarier"),
    State("scenarier", OWNER, "{draft}/scenarier"),
    State("scenarier, begärda", OWNER, "{draft}/scenarier", press("Kör scenarierna")),
    State("insyn", OWNER, "{draft}/insyn"),
    State("insyn, ett formulär", OWNER, "{draft}/insyn?formular=f06_information_regionkoordinator"),
    State("insyn, en process", OWNER, "{draft}/insyn?process=betanketid"),
    State("insyn, version", SOC, "{version}/insyn?aktor=polismyndigheten", unfold, scripted=True),
    State("föreslå, fel i utkastet", OWNER, "{faulty}/foresla"),
    State("förslag, mitt", OWNER, "{proposal}"),
    State("förslag, en annans", SECOND, "{proposal}"),
    State("pågående ärenden", OWNER, "{proposal}/arenden"),
    State("ny ordning", SOC, "/ny-ordning"),
    State("förslag, avslå utan skäl", SECOND, "{proposal}", press("Avslå"), 422),
    State("förslag, avslaget", SECOND, "{rejected}"),
    State("versioner", SECOND, "/versioner"),
    State("versioner, handläggare", SOC, "/versioner"),
    State("version", SECOND, "{version}"),
    State("analys", OWNER, "/analys"),
    State("analys, väntan", JAM, "/analys?process=identifiering&visa=vantan"),
    State("analys, frister", SECOND, "/analys?process=betanketid&visa=frister&period=2025"),
    State("omkörning", OWNER, "{draft}/omkorning"),
    State("omkörning, begärd", OWNER, "{draft}/omkorning", press("Kör om de avslutade ärendena")),
    State("analys, okänd process", OWNER, "/analys?process=finns_inte", status=404),
)
LOG, ENTRY = "/granskning/atkomst", "/granskning/post?kedja=myndighet:socialtjansten&nr=1"
SOUGHT = ("", "slag=visat", "slag=nekat", "kontroll=utan_uppdrag", "kontroll=natt",
          "kontroll=manga", "vem=soc&slag=uttag")  # fmt: skip
REVIEW = (
    *(State(f"åtkomstlogg, {asked}", "granskare", f"{LOG}?{asked}") for asked in SOUGHT),
    State("åtkomstlogg, fel", "granskare", f"{LOG}?fran=x&arende=2026-99999", status=422),
    State("stickprov, tomt", "granskare", "/granskning/stickprov"),
    State("post", "granskare", ENTRY),
    State("post, fel", "granskare", ENTRY, press("Spara granskningen"), 422),
)
AROUND = (
    State("granskning", "granskare", "/granskning"),
    State("granskning, prövad", "granskare", "/granskning", press("Pröva nu")),
    State("granskning, fel", "granskare", "/granskning", press("Hämta filen"), 422),
    State("tillgänglighet", NOBODY, "/tillganglighet"),
    State("mitt konto", SOC, "/konto"),
    State("driftfel", "admin", "/driftfel"),
    State("driftfel, ett", "admin", "{fault}"),
    State("driftfel, fel", "admin", "{fault}", press("Gör det"), 422),
    State("konton", "admin", "/konton"),
    State("konto", "admin", "/konton/konto?namn=soc"),
    State("konto, fel", "admin", "/konton/konto?namn=soc", press("Gör det"), 422),
    State("logga in", NOBODY, "/logga-in"),
    State("logga in, fel", NOBODY, "/logga-in", press("Logga in"), 422),
    State("400", SOC, "/ersattare", old_page("Ordna ersättaren"), 400, scripted=True),
    State("404", SOC, "/finns-inte", status=404),
    State("413", SOC, "{case}/jav", too_much, 413, scripted=True),
    State("500", SOC, "/trasig", status=500),
    State("inloggad igen", SOC, "{case}/kontakt", come_back),
    State("utloggad mitt i", "soc.ordforande", "{open}", signed_out("Spara utkast"), 401),
)
ROOMS = {
    "listor": LISTS, "uppgifter": TASKS, "arenden": CASES, "skydd": PROTECTION,
    "statistik": FIGURES, "processer": PROCESSES, "granskning": REVIEW, "runtomkring": AROUND,
}  # fmt: skip
"""Within a room the states come in order: what one does, the next may need."""
STATES = tuple(state for room in ROOMS.values() for state in room)
