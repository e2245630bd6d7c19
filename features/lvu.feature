# language: sv
Egenskap: Omhändertagande och vård enligt LVU
  Två klockor går samtidigt och räknas från olika dagar: underställningen från beslutet (LVU 7 §),
  ansökan om vård från verkställigheten (LVU 8 §). Löper den första ut upphör omhändertagandet.

  Bakgrund:
    Givet att klockan är 08:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke                | kvarstar           |
      | alderskategori           | barn               |
      | andamal                  | kriminalitet       |
      | hemvist                  | sverige            |
      | akut_fara                | nej                |
      | behov_konsultation       | nej                |
      | samtycke_rk              | nekat              |
      | ensamkommande            | nej                |
      | fu_status                | pagar              |
      | fu_ledare                | aklagarmyndigheten |
      | vardnadshavare_misstankt | ja                 |
      | omedelbart_skydd         | ja                 |
      | skyddsform               | lvu                |
      | barnutredning_oppen      | nej                |
      | polisanmalan_provad      | ja                 |
      | hemlig_vistelseort       | ja                 |
      | hemlig_fran              | i dag              |
      | nsp_behov                | nej                |
      | samtycke_sip             | nekat              |
      | placerat_barn            | nej                |
      | nasta_uppfoljning        | 2027-06-01         |
    Och att alla har arbetat fram till "Besluta om omedelbart omhändertagande (LVU 6 §)"

  Scenario: SC-07 Omhändertagandet fastställs och vård beslutas
    När klockan är 10:00 den 2026-03-02
    Och Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    # Klockan 1: en vecka från beslutet, måndag till måndag
    Så ska Socialtjänsten ha slutfört "Underställ omhändertagandet förvaltningsrätten" senast 2026-03-09
    Och pågår barnutredning
    # Sekretessen mot vårdnadshavaren prövas (OSL 26:2)
    Och har Socialtjänsten uppgiften "Pröva sekretess mot vårdnadshavare"
    När klockan är 14:00 den 2026-03-03
    Och Socialtjänsten slutför "Verkställ omhändertagandet" med
      | verkstallighetsdatum | 2026-03-03 |
    # Klockan 2: fyra veckor från verkställigheten, tisdag till tisdag
    Så ska Socialtjänsten ha slutfört "Ansök om vård eller fortsatt tillfällig vård" senast 2026-03-31
    När Socialtjänsten slutför "Begär offentligt biträde"
    Och Socialtjänsten slutför "Besluta om placering och hemlig vistelseort"
    Så pågår hemlig_vistelseort
    När klockan är 09:00 den 2026-03-06
    Och Socialtjänsten slutför "Underställ omhändertagandet förvaltningsrätten"
    Så ska domstolen ha slutfört "Pröva det underställda beslutet" senast 2026-03-13
    När domstolen slutför "Pröva det underställda beslutet" med
      | provning | faststallt |
    Och klockan är 09:00 den 2026-03-25
    Och Socialtjänsten slutför "Ansök om vård eller fortsatt tillfällig vård" med
      | ansokan_vard | ansokan |
    Så ska domstolen ha slutfört "Döm i målet om vård" senast 2026-04-08
    När klockan är 09:00 den 2026-04-02
    Och domstolen slutför "Döm i målet om vård" med
      | dom_vard         | bifall     |
      | senaste_provning | 2026-04-02 |
    Så ska Socialtjänsten ha slutfört "Överväg fortsatt vård" senast 2026-10-02
    # Klockan 3: hemlig vistelseort övervägs minst var tredje månad
    Och ska Socialtjänsten ha slutfört "Överväg hemlig vistelseort och umgänge" senast 2026-06-03
    # En misstänkt vårdnadshavare underrättas aldrig; barnet får en särskild företrädare
    När alla arbetar fram till "Fastställ ansvarig kommun"
    Så har ingen haft uppgiften "Begär målsägandebiträde"
    Och har ingen lämnat något till en vårdnadshavare
    Och läser Socialtjänsten "Orosanmälan"
    Och är variabeln ma_bitrade forordnad i stod_och_skydd
    Och har Socialtjänsten uppgiften "Överväg fortsatt vård"
    Och stämmer ärendet med sin logg

  Scenario: SC-08 Omhändertagandet upphör för att underställningen kom för sent
    # Fredag: veckan går ut nästa fredag
    När klockan är 15:00 den 2026-03-06
    Och Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-06 |
    Så ska Socialtjänsten ha slutfört "Underställ omhändertagandet förvaltningsrätten" senast 2026-03-13
    Givet att Socialtjänsten har "Underställ omhändertagandet förvaltningsrätten" framför sig
    När klockan är 23:59 den 2026-03-13
    Så har Socialtjänsten uppgiften "Underställ omhändertagandet förvaltningsrätten"
    När klockan är 00:01 den 2026-03-14
    Så har Socialtjänsten inte uppgiften "Underställ omhändertagandet förvaltningsrätten"
    Och har Socialtjänsten inte uppgiften "Verkställ omhändertagandet"
    Och har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och står det i loggen att DL-10 har löpt ut
    När klockan är 08:00 den 2026-03-16
    Och Socialtjänsten slutför för sent "Underställ omhändertagandet förvaltningsrätten"
    Så får handläggaren veta: "Uppgiften är inte längre öppen"
    Och stämmer ärendet med sin logg

  Scenario: En underställning vars sista dag är en lördag får göras på måndagen
    När klockan är 15:00 den 2026-03-07
    Och Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-07 |
    Så ska Socialtjänsten ha slutfört "Underställ omhändertagandet förvaltningsrätten" senast 2026-03-16

  Scenario: Bara nämndens ordförande får besluta om omhändertagande
    Givet att Socialtjänsten har "Besluta om omedelbart omhändertagande (LVU 6 §)" framför sig
    När en handläggare utan rollen försöker slutföra "Besluta om omedelbart omhändertagande (LVU 6 §)"
    Så nekas det, och försöket finns i loggen över nekade försök

  Scenario: Nämnden påminns innan veckan har gått
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och det har gått 6 dagar
    Så har Socialtjänsten påmints om "Underställ omhändertagandet förvaltningsrätten" 3 gånger

  Scenario: Nämnden häver omhändertagandet när skälen har fallit
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Besluta om placering och hemlig vistelseort"
    Och Socialtjänsten registrerar händelsen "Skäl för omhändertagandet finns inte längre"
    Så har Socialtjänsten uppgiften "Häv omhändertagandet"
    Och har ingen uppgiften "Underställ omhändertagandet förvaltningsrätten"
    Och har ingen uppgiften "Verkställ omhändertagandet"
    När Socialtjänsten slutför "Häv omhändertagandet"
    Så har lvu avslutats
    Och har hemlig_vistelseort avslutats
    Och pågår barnutredning
    Och stämmer ärendet med sin logg

  Scenariomall: LVU upphör när barnet har utvisats eller avlidit, och allt som hör till det
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Begär offentligt biträde"
    Och Socialtjänsten slutför "Besluta om placering och hemlig vistelseort"
    Och svaren från och med nu är
      | provning             | faststallt  |
      | verkstallighetsdatum | 2026-03-02  |
      | ansokan_vard         | ansokan     |
      | dom_vard             | bifall      |
      | vard_grund           | paragraf_3  |
      | senaste_provning     | 2026-03-02  |
      | utreseforbud         | tillfalligt |
    Och alla arbetar fram till "Fastställ ansvarig kommun"
    Och Socialtjänsten slutför "Fastställ ansvarig kommun"
    Och alla arbetar fram till "<läge>"
    Och Socialtjänsten registrerar händelsen "Barnet kan föras ut ur landet"
    Och Socialtjänsten slutför "Ta ställning till utreseförbud"
    Så pågår hemlig_vistelseort
    Och har Socialtjänsten uppgiften "Besluta om tillfälligt utreseförbud"
    När <vem> registrerar händelsen "<händelse>"
    Så har lvu avslutats
    Och har hemlig_vistelseort avslutats
    Och har utreseforbud avslutats
    Och har ingen uppgiften "<läge>"
    När Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har stod_och_skydd avslutats
    Och är variabeln sluttillstand <slut> i stod_och_skydd
    Och stämmer ärendet med sin logg

    Exempel:
      | läge                            | vem              | händelse             | slut |
      | Pröva det underställda beslutet | Migrationsverket | Utvisning verkställd | A7   |
      | Överväg fortsatt vård           | Migrationsverket | Utvisning verkställd | A7   |
      | Överväg fortsatt vård           | Socialtjänsten   | Personen har avlidit | A9   |

  Scenario: LVU består när misstanken har vederlagts
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och alla arbetar fram till "Fastställ ansvarig kommun"
    Och Socialtjänsten slutför "Fastställ ansvarig kommun"
    Och Socialtjänsten registrerar händelsen "Misstanken är vederlagd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har stod_och_skydd avslutats
    Och är variabeln sluttillstand A1 i stod_och_skydd
    Och pågår lvu

  Scenario: Omhändertagandet upphör när ansökan om vård inte kommer inom fyra veckor
    När klockan är 09:00 den 2026-03-03
    Och Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Underställ omhändertagandet förvaltningsrätten"
    Och domstolen slutför "Pröva det underställda beslutet" med
      | provning | faststallt |
    Och Socialtjänsten slutför "Verkställ omhändertagandet" med
      | verkstallighetsdatum | 2026-03-03 |
    Och klockan är 23:59 den 2026-03-31
    Så har Socialtjänsten uppgiften "Ansök om vård eller fortsatt tillfällig vård"
    När klockan är 00:01 den 2026-04-01
    Så har Socialtjänsten inte uppgiften "Ansök om vård eller fortsatt tillfällig vård"
    Och har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och står det i loggen att DL-12 har löpt ut
    När svaren från och med nu är
      | omedelbart_skydd    | nej |
      | barnutredning_oppen | ja  |
    Och Socialtjänsten slutför "Gör omedelbar skyddsbedömning"
    # Sekretessen prövas i båda bedömningarna
    Och Socialtjänsten slutför "Pröva sekretess mot vårdnadshavare"
    Och Socialtjänsten slutför "Pröva sekretess mot vårdnadshavare"
    Så har lvu avslutats
    Och stämmer ärendet med sin logg

  Scenario: Rätten kan ge längre tid, och då gäller rättens dag
    När klockan är 09:00 den 2026-03-03
    Och Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Underställ omhändertagandet förvaltningsrätten"
    Och domstolen slutför "Pröva det underställda beslutet" med
      | provning | faststallt |
    Och Socialtjänsten slutför "Verkställ omhändertagandet" med
      | verkstallighetsdatum | 2026-03-03 |
    Och Socialtjänsten slutför "Ansök om vård eller fortsatt tillfällig vård" med
      | ansokan_vard | forlangning |
    Så har domstolen inte uppgiften "Döm i målet om vård"
    När domstolen slutför "Besluta om förlängd ansökningstid" med
      | forlangd_till | 2026-04-14 |
    Och klockan är 23:59 den 2026-04-14
    Så har Socialtjänsten uppgiften "Ansök om vård inom förlängd tid"
    När klockan är 00:01 den 2026-04-15
    Så har ingen uppgiften "Ansök om vård inom förlängd tid"
    Och har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"

  Scenario: En ansökan inom rättens längre tid är i tid
    När svaren från och med nu är
      | ansokan_vard  | forlangning |
      | provning      | faststallt  |
      | forlangd_till | 2026-04-14  |
    Och alla arbetar fram till "Ansök om vård inom förlängd tid"
    Och klockan är 09:00 den 2026-04-13
    Och Socialtjänsten slutför "Ansök om vård inom förlängd tid"
    Så har domstolen uppgiften "Döm i målet om vård"
    Och har ingen uppgiften "Gör omedelbar skyddsbedömning"

  Scenario: Ett beslut av ordföranden anmäls på nämndens nästa sammanträde
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum   | 2026-03-02 |
      | beslutsfattare | ordforande |
      | namnd_dag      | 2026-03-18 |
    Så ska Socialtjänsten ha slutfört "Anmäl beslutet till nämnden" senast 2026-03-18
    # Beslutet anmäls även om det hinner upphöra
    När klockan är 09:00 den 2026-03-17
    Så har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    När Socialtjänsten slutför "Anmäl beslutet till nämnden"
    Så har ordforandebeslut avslutats

  Scenario: Ett ordförandebeslut som inte anmäls i tid står kvar som försenat
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum   | 2026-03-02 |
      | beslutsfattare | ledamot    |
      | namnd_dag      | 2026-03-04 |
    Och klockan är 09:00 den 2026-03-05
    Så har Socialtjänsten uppgiften "Anmäl beslutet till nämnden"
    Och ska Socialtjänsten ha slutfört "Anmäl beslutet till nämnden" senast 2026-03-04

  Scenario: Ett beslut av nämnden själv anmäls inte
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum   | 2026-03-02 |
      | beslutsfattare | namnd      |
    Så har ordforandebeslut inte startats

  Scenario: Rätten fastställer inte omhändertagandet
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Underställ omhändertagandet förvaltningsrätten"
    Och domstolen slutför "Pröva det underställda beslutet" med
      | provning | ej_faststallt |
    Så har lvu avslutats
    Och är variabeln lvu_resultat ej_faststallt i lvu
    Och har ingen uppgiften "Verkställ omhändertagandet"

  Scenario: Rätten avslår ansökan om vård
    När svaren från och med nu är
      | provning     | faststallt |
      | ansokan_vard | ansokan    |
    Och alla arbetar fram till "Döm i målet om vård"
    Och domstolen slutför "Döm i målet om vård" med
      | dom_vard | avslag |
    Så har lvu avslutats
    Och är variabeln lvu_resultat avslag i lvu

  Scenario: Dagarna för rättens prövning och dom kan missas utan att något upphör
    När Socialtjänsten slutför "Besluta om omedelbart omhändertagande (LVU 6 §)" med
      | beslutsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Underställ omhändertagandet förvaltningsrätten"
    Så ska domstolen ha slutfört "Pröva det underställda beslutet" senast 2026-03-09
    När klockan är 09:00 den 2026-03-10
    Så har domstolen uppgiften "Pröva det underställda beslutet"
    När domstolen slutför "Pröva det underställda beslutet" med
      | provning | faststallt |
    Och Socialtjänsten slutför "Verkställ omhändertagandet"
    Och Socialtjänsten slutför "Ansök om vård eller fortsatt tillfällig vård" med
      | ansokan_vard | ansokan |
    Så ska domstolen ha slutfört "Döm i målet om vård" senast 2026-03-24
    När klockan är 09:00 den 2026-03-25
    Så har domstolen uppgiften "Döm i målet om vård"
    Och pågår lvu
