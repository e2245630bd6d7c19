# language: sv
Egenskap: Uppehållstillstånd när polisen leder förundersökningen
  Polisen ansöker, yttrar sig och får överklaga; allt annat är som när åklagaren leder.

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
      | fu_ledare           | polismyndigheten   |
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
    När Polismyndigheten registrerar händelsen "Personen vill samarbeta, tillstånd söks direkt"

  Scenario: Polisen ansöker, och tillståndet upphör när ingen har förlängt det i tid
    När Polismyndigheten slutför "Ansök om tillstånd minst sex månader"
    Och Migrationsverket slutför "Besluta om tillstånd minst sex månader" med
      | beslut_uppehallstillstand | bifall     |
      | beslutsdatum_tillstand    | 2026-03-02 |
      | tillstand_from            | 2026-03-02 |
      | tillstand_tom             | 2026-09-05 |
    Och Migrationsverket slutför "Informera om tillstånd för innestående lön"
    Så har Polismyndigheten uppgiften "Ta ställning till förlängning"
    Och har ingen haft uppgiften "Yttra er om återkallelse"
    När klockan är 00:01 den 2026-09-06
    Så har ingen uppgiften "Ta ställning till förlängning"
    Och står det i loggen att DL-44 har löpt ut
    Och pågår stodspar

  Scenario: Polisen begär förlängning innan tillståndet går ut
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Polismyndigheten slutför "Ta ställning till förlängning" med
      | tillstand_fortsattning | forlangning |
    Så har Migrationsverket uppgiften "Besluta om tillstånd minst sex månader"

  Scenario: Polisen yttrar sig, överklagar inte, och återkallelsen står fast efter tre veckor
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Migrationsverket registrerar händelsen "Återkallelse av uppehållstillstånd övervägs"
    Och Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-16 |
    Så har Polismyndigheten uppgiften "Yttra er om återkallelse"
    När Polismyndigheten slutför "Yttra er om återkallelse"
    Och Migrationsverket slutför "Besluta om återkallelse" med
      | tillstand_aterkallat   | ja         |
      | beslutsdatum_tillstand | 2026-03-02 |
    Så ska Polismyndigheten ha slutfört "Ta ställning till överklagande" senast 2026-03-23
    När klockan är 00:01 den 2026-03-24
    Så har ingen uppgiften "Ta ställning till överklagande"
    Och deltar domstolen inte i ärendet

  Scenario: När domstolen ändrar en återkallelse beslutar Migrationsverket på nytt
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Migrationsverket registrerar händelsen "Återkallelse av uppehållstillstånd övervägs"
    Och Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-16 |
    Och klockan är 00:01 den 2026-03-17
    # Inget yttrande kom: Migrationsverket får besluta ändå
    Så har Polismyndigheten inte uppgiften "Yttra er om återkallelse"
    När Migrationsverket slutför "Besluta om återkallelse" med
      | tillstand_aterkallat   | ja         |
      | beslutsdatum_tillstand | 2026-03-17 |
    Och Polismyndigheten slutför "Ta ställning till överklagande" med
      | overklagat | ja |
    Och domstolen slutför "Pröva överklagandet" med
      | domstol_tillstand | andrat |
    Så har Migrationsverket uppgiften "Besluta om tillstånd minst sex månader"
    Och stämmer ärendet med sin logg
