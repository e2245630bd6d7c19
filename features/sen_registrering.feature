# language: sv
Egenskap: En sen registrering varnar innan den sparas
  En dag som redan har gått kan avsluta ett omhändertagande i samma stund som den skrivs in. Det är
  så lagen är, men handläggaren får veta det först: vad som upphör, enligt vilken paragraf och sedan
  när. Ingenting sparas förrän hen bekräftar.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-04-20
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke            | kvarstar   |
      | alderskategori       | barn       |
      | akut_fara            | nej        |
      | behov_konsultation   | nej        |
      | behov_av_vard        | nej        |
      | samtycke_rk          | nekat      |
      | polisanmalan         | nej        |
      | hemvist              | sverige    |
      | ensamkommande        | nej        |
      | omedelbart_skydd     | ja         |
      | skyddsform           | lvu        |
      | barnutredning_oppen  | ja         |
      | polisanmalan_provad  | ja         |
      | hemlig_vistelseort   | nej        |
      | provning             | faststallt |
      | ansokan_vard         | ansokan    |
      | dom_vard             | bifall     |

  Scenario: En verkställighet för mer än fyra veckor sedan
    När svaren från och med nu är
      | beslutsdatum | 2026-04-20 |
    Och alla arbetar fram till "Verkställ omhändertagandet"
    Och Socialtjänsten försöker slutföra "Verkställ omhändertagandet" med
      | verkstallighetsdatum | 2026-03-10 |
    Så varnas handläggaren: "Omhändertagandet upphör om varken ansökan eller begäran om förlängd tid har gjorts" enligt LVU 9 §, sista dagen var 2026-04-07
    Och har Socialtjänsten uppgiften "Verkställ omhändertagandet"
    När Socialtjänsten bekräftar "Verkställ omhändertagandet" med
      | verkstallighetsdatum | 2026-03-10 |
    Och klockan är 09:01 den 2026-04-20
    Så har ingen uppgiften "Ansök om vård eller fortsatt tillfällig vård"
    Och har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och står det i loggen att DL-12 har löpt ut
    Och stämmer ärendet med sin logg

  Scenario: Ett fel datum rättas och sparas utan varning
    När svaren från och med nu är
      | beslutsdatum | 2026-04-20 |
    Och alla arbetar fram till "Verkställ omhändertagandet"
    Och Socialtjänsten försöker slutföra "Verkställ omhändertagandet" med
      | verkstallighetsdatum | 2026-03-10 |
    Och Socialtjänsten slutför "Verkställ omhändertagandet" med
      | verkstallighetsdatum | 2026-04-20 |
    Så ska Socialtjänsten ha slutfört "Ansök om vård eller fortsatt tillfällig vård" senast 2026-05-18

  Scenario: Ett beslut som skrivs in mer än en vecka för sent
    När alla arbetar fram till "Besluta om omedelbart omhändertagande (LVU 6 §)"
    Och Socialtjänsten försöker slutföra "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-04-10 |
    Så varnas handläggaren: "Omhändertagandet upphör enligt lag; en ny skyddsbedömning görs" enligt LVU 7 §, sista dagen var 2026-04-17

  Scenario: En dag som fortfarande är i tid varnar inte
    När alla arbetar fram till "Besluta om omedelbart omhändertagande (LVU 6 §)"
    Och Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-04-13 |
    Så ska Socialtjänsten ha slutfört "Underställ omhändertagandet förvaltningsrätten" senast 2026-04-20
