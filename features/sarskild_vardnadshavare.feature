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
