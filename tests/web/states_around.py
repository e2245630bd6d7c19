"""Pages round the work, in every state: signing in, accounts, faults, and what goes wrong."""

from collections.abc import Callable

from playwright.sync_api import Page

from engine.demo import PASSWORD
from tests.web.state import State, press

SOC, NOBODY = "soc", ""
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
