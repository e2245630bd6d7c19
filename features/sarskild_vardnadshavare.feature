# language: sv
Egenskap: Särskilt förordnad vårdnadshavare
  Ett ensamkommande barn som får uppehållstillstånd ska få en vårdnadshavare. Socialtjänsten för
  talan, om det inte finns särskilda skäl att låta bli.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar |
      | alderskategori      | barn     |
      | akut_fara           | nej      |
      | behov_konsultation  | nej      |
      | behov_av_vard       | nej      |
      | samtycke_rk         | nekat    |
      | polisanmalan        | nej      |
      | omedelbart_skydd    | nej      |
      | barnutredning_oppen | ja       |
      | polisanmalan_provad | ja       |
      | ensamkommande       | ja       |
    Och att alla har arbetat fram till "Fastställ ansvarig kommun"
    När Migrationsverket registrerar händelsen "Ett ensamkommande barn har fått uppehållstillstånd"

  Scenario: Tingsrätten förordnar en vårdnadshavare på socialtjänstens talan
    När Överförmyndaren slutför "Underrätta socialtjänsten om tillståndet"
    Och Socialtjänsten slutför "Ta ställning till vårdnadshavare" med
      | sfv_stallning | talan |
    Så har domstolen uppgiften "Pröva frågan om vårdnadshavare"
    När domstolen slutför "Pröva frågan om vårdnadshavare" med
      | sfv_dom | bifall |
    Så har sarskild_vardnadshavare avslutats
    Och stämmer ärendet med sin logg

  Scenario: Vid särskilda skäl är den gode mannen kvar, och rätten kopplas inte in
    När Överförmyndaren slutför "Underrätta socialtjänsten om tillståndet"
    Och Socialtjänsten slutför "Ta ställning till vårdnadshavare" med
      | sfv_stallning | sarskilda_skal |
    Så har sarskild_vardnadshavare avslutats
    Och deltar domstolen inte i ärendet

  Scenario: Tingsrätten avslår talan, och den gode mannen är kvar
    När Överförmyndaren slutför "Underrätta socialtjänsten om tillståndet"
    Och Socialtjänsten slutför "Ta ställning till vårdnadshavare" med
      | sfv_stallning | talan |
    Och domstolen slutför "Pröva frågan om vårdnadshavare" med
      | sfv_dom | avslag |
    Så har sarskild_vardnadshavare avslutats

  Scenario: Socialtjänsten påminns efter en månad om ställningstagandet dröjer
    När Överförmyndaren slutför "Underrätta socialtjänsten om tillståndet"
    Och klockan är 07:00 den 2026-04-01
    Så har Socialtjänsten påmints om "Ta ställning till vårdnadshavare" 0 gånger
    När klockan är 09:00 den 2026-04-01
    Så har Socialtjänsten påmints om "Ta ställning till vårdnadshavare" 1 gånger

  Scenariomall: Den som är vuxen får ingen vårdnadshavare
    När Överförmyndaren slutför "Underrätta socialtjänsten om tillståndet"
    Och svaren från och med nu är
      | sfv_stallning | talan |
    Och alla arbetar fram till "<uppgift>"
    Och Socialtjänsten registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Så har ingen uppgiften "<uppgift>"
    Och har sarskild_vardnadshavare avslutats

    Exempel:
      | uppgift                          |
      | Ta ställning till vårdnadshavare |
      | Pröva frågan om vårdnadshavare   |
