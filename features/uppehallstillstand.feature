# language: sv
Egenskap: Uppehållstillstånd i minst sex månader
  Förundersökningsledaren ansöker, och alla fyra villkoren krävs. När förundersökningen läggs ned
  upphör tillståndet inte av sig självt: Migrationsverket frågar och beslutar.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar           |
      | alderskategori      | vuxen              |
      | vistelseratt        | nej                |
      | rubricering         | koppleri           |
      | akut_fara           | nej                |
      | behov_konsultation  | nej                |
      | behov_av_vard       | nej                |
      | samtycke_soc        | nekat              |
      | samtycke_rk         | nekat              |
      | samtycke_betanketid | nekat              |
      | fu_status           | pagar              |
      | fu_ledare           | aklagarmyndigheten |
      | aklagarenhet        | allman_kammare     |
      | ma_begaran          | ej_aktuellt        |
      | storre_skyddsbehov  | nej                |
      | skyddsbehov         | nej                |
      | nsp_behov           | nej                |
      | samtycke_sip        | nekat              |
      | nasta_uppfoljning   | 2027-06-01         |
      | villkor_behovs      | ja                 |
      | villkor_vilja       | ja                 |
      | villkor_brutit      | ja                 |
      | villkor_ordning     | ja                 |
    Och att alla har arbetat fram till "Utred behov av insatser"
    När Åklagarmyndigheten registrerar händelsen "Personen vill samarbeta, tillstånd söks direkt"

  Scenariomall: Utan ett av de fyra villkoren prövas inget tillstånd
    När Åklagarmyndigheten slutför "Ansök om tillstånd minst sex månader" med
      | <villkor> | nej |
    Så har Migrationsverket ingen uppgift i ärendet
    Och är ärendet inte avslutat

    Exempel:
      | villkor         |
      | villkor_behovs  |
      | villkor_vilja   |
      | villkor_brutit  |
      | villkor_ordning |

  Scenario: Tillståndet upphör när dess sista dag har gått
    När Åklagarmyndigheten slutför "Ansök om tillstånd minst sex månader"
    Och Migrationsverket slutför "Besluta om tillstånd minst sex månader" med
      | beslut_uppehallstillstand | bifall     |
      | beslutsdatum_tillstand    | 2026-03-02 |
      | tillstand_from            | 2026-03-02 |
      | tillstand_tom             | 2026-09-05 |
    Och Migrationsverket slutför "Informera om tillstånd för innestående lön"
    Och klockan är 09:00 den 2026-07-07
    Så har Åklagarmyndigheten påmints om "Ta ställning till förlängning" 1 gånger
    När klockan är 09:00 den 2026-08-06
    Så har Åklagarmyndigheten påmints om "Ta ställning till förlängning" 2 gånger
    # En lördag: tillståndets längd flyttas inte
    När klockan är 23:59 den 2026-09-05
    Så har Åklagarmyndigheten uppgiften "Ta ställning till förlängning"
    När klockan är 00:01 den 2026-09-06
    Så har ingen uppgiften "Ta ställning till förlängning"
    Och pågår stodspar
    När Åklagarmyndigheten registrerar händelsen "Personen vill samarbeta, tillstånd söks direkt"
    Så har Åklagarmyndigheten uppgiften "Ansök om tillstånd minst sex månader"
    Och stämmer ärendet med sin logg

  Scenario: Den som fortfarande uppfyller villkoren får en förlängning prövad
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Åklagarmyndigheten slutför "Ta ställning till förlängning" med
      | tillstand_fortsattning | forlangning |
    Så har Migrationsverket uppgiften "Besluta om tillstånd minst sex månader"

  Scenario: Den som inte längre uppfyller villkoren får ingen förlängning prövad
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Åklagarmyndigheten slutför "Ta ställning till förlängning" med
      | tillstand_fortsattning | forlangning |
      | villkor_brutit         | nej         |
    Så har Migrationsverket ingen uppgift i ärendet

  Scenario: När förundersökningen läggs ned prövas tillståndet, men gäller tills något annat beslutas
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Åklagarmyndigheten registrerar händelsen "Förundersökningen nedlagd"
    Så har Migrationsverket uppgiften "Begär yttrande av den som ansökte"
    När Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-16 |
    Så har Åklagarmyndigheten uppgiften "Yttra er om återkallelse"
    Och har ingen uppgiften "Besluta om återkallelse"
    När Åklagarmyndigheten slutför "Yttra er om återkallelse"
    Och Migrationsverket slutför "Besluta om återkallelse" med
      | tillstand_aterkallat | nej |
    Så har Åklagarmyndigheten uppgiften "Ta ställning till förlängning"
    Och stämmer ärendet med sin logg

  Scenario: Den som ansökte får överklaga en återkallelse inom tre veckor
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Migrationsverket registrerar händelsen "Återkallelse av uppehållstillstånd övervägs"
    Och Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-16 |
    Och klockan är 00:01 den 2026-03-17
    # Inget yttrande kom: Migrationsverket får besluta ändå
    Så har Åklagarmyndigheten inte uppgiften "Yttra er om återkallelse"
    När Migrationsverket slutför "Besluta om återkallelse" med
      | tillstand_aterkallat   | ja         |
      | beslutsdatum_tillstand | 2026-03-17 |
    Så ska Åklagarmyndigheten ha slutfört "Ta ställning till överklagande" senast 2026-04-07
    När Åklagarmyndigheten slutför "Ta ställning till överklagande" med
      | overklagat | ja |
    Och domstolen slutför "Pröva överklagandet" med
      | domstol_tillstand | faststallt |
    Så har Migrationsverket ingen uppgift i ärendet
    Och pågår stodspar

  Scenario: Ett avslag som ingen överklagar står fast efter tre veckor
    När Åklagarmyndigheten slutför "Ansök om tillstånd minst sex månader"
    Och Migrationsverket slutför "Besluta om tillstånd minst sex månader" med
      | beslut_uppehallstillstand | avslag     |
      | beslutsdatum_tillstand    | 2026-03-02 |
    Så ska Åklagarmyndigheten ha slutfört "Ta ställning till överklagande" senast 2026-03-23
    När klockan är 00:01 den 2026-03-24
    Så har ingen uppgiften "Ta ställning till överklagande"
    Och deltar domstolen inte i ärendet
    Och står det i loggen att DL-43 har löpt ut
    Och pågår stodspar

  Scenario: Den som får ett annat tillstånd behöver ingen förlängning
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Åklagarmyndigheten slutför "Ta ställning till förlängning" med
      | tillstand_fortsattning | annat_tillstand |
    Så har Migrationsverket ingen uppgift i ärendet
    Och är ärendet inte avslutat
