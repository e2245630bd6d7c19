# language: sv
Egenskap: Ett placerat barn
  Placeringen övervägs var sjätte månad, vårdplanen revideras inom två år, och ett beslut om hemlig
  vistelseort övervägs var tredje månad.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke            | kvarstar   |
      | alderskategori       | barn       |
      | medborgarskap        | svensk     |
      | vistelseratt         | ja         |
      | akut_fara            | nej        |
      | behov_konsultation   | nej        |
      | behov_av_vard        | nej        |
      | samtycke_rk          | nekat      |
      | samtycke_sip         | nekat      |
      | polisanmalan         | nej        |
      | nsp_behov            | nej        |
      | omedelbart_skydd     | ja         |
      | skyddsform           | samtycke   |
      | barnutredning_oppen  | ja         |
      | polisanmalan_provad  | ja         |
      | hemvist              | sverige    |
      | ensamkommande        | nej        |
      | placeringsdatum      | 2026-03-02 |
      | placerat_barn        | ja         |
      | overvagt_datum       | 2026-03-02 |
      | nasta_uppfoljning    | 2026-06-01 |
      | dag_18_ar            | 2031-06-01 |

  Scenario: Vårdplanen revideras inom två år, och socialtjänsten påminns före det
    När alla arbetar fram till "Besluta om placering"
    Och Socialtjänsten slutför "Besluta om placering"
    Så ska Socialtjänsten ha slutfört "Revidera vårdplanen" senast 2028-03-02
    # Missas dagen är revideringen försenad, och ska göras genast
    När klockan är 09:00 den 2028-03-06
    Så har Socialtjänsten påmints om "Revidera vårdplanen" 1 gånger
    När Socialtjänsten slutför "Revidera vårdplanen"
    Så har vardplan avslutats
    Och stämmer ärendet med sin logg

  Scenario: När placeringen upphör behövs ingen revidering
    När alla arbetar fram till "Besluta om placering"
    Och Socialtjänsten slutför "Besluta om placering"
    Och Socialtjänsten registrerar händelsen "Placeringen har upphört"
    Så har vardplan avslutats
    Och har ingen uppgiften "Revidera vårdplanen"

  Scenario: När ärendet avslutas bevakas vårdplanen inte längre
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Misstanken är vederlagd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har vardplan avslutats

  Scenario: Placeringen övervägs var sjätte månad
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och klockan är 09:00 den 2026-06-02
    Så ska Socialtjänsten ha slutfört "Överväg om vården ska fortsätta" senast 2026-09-02
    När klockan är 09:00 den 2026-09-03
    Så har Socialtjänsten påmints om "Överväg om vården ska fortsätta" 1 gånger
    Och har Socialtjänsten uppgiften "Överväg om vården ska fortsätta"

  Scenario: Övervägandet görs i tid och ny tid bestäms
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och klockan är 09:00 den 2026-06-02
    Och Socialtjänsten slutför "Överväg om vården ska fortsätta"
    Så har ingen uppgiften "Överväg om vården ska fortsätta"
    Och pågår stodspar

  Scenario: Ett barn som inte är placerat har ingen placering att överväga
    När svaren från och med nu är
      | placerat_barn | nej |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och klockan är 09:00 den 2026-06-02
    Så har Socialtjänsten uppgiften "Följ upp planering och insatser"
    Och har ingen haft uppgiften "Överväg om vården ska fortsätta"

  Scenario: Hemlig vistelseort övervägs var tredje månad, tills den inte behövs
    När svaren från och med nu är
      | skyddsform         | lvu        |
      | hemlig_vistelseort | ja         |
      | hemlig_fran        | 2026-03-02 |
      | provning           | faststallt |
      | ansokan_vard       | ansokan    |
      | dom_vard           | bifall     |
    Och alla arbetar fram till "Överväg fortsatt vård"
    Så ska Socialtjänsten ha slutfört "Överväg hemlig vistelseort och umgänge" senast 2026-06-02
    När klockan är 09:00 den 2026-06-03
    Så har Socialtjänsten påmints om "Överväg hemlig vistelseort och umgänge" 1 gånger
    När Socialtjänsten slutför "Överväg hemlig vistelseort och umgänge" med
      | hemlig_vistelseort | ja         |
      | hemlig_fran        | 2026-06-03 |
    Så ska Socialtjänsten ha slutfört "Överväg hemlig vistelseort och umgänge" senast 2026-09-03
    När Socialtjänsten slutför "Överväg hemlig vistelseort och umgänge" med
      | hemlig_vistelseort | nej |
    Så har hemlig_vistelseort avslutats
