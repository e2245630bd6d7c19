# language: sv
Egenskap: Uppehållstillstånd när polisen leder förundersökningen
  Samma regler, men polisen ansöker, yttrar sig, överklagar och bevakar tiden.

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

  Scenario: Tillståndet upphör när dess sista dag har gått
    När svaren från och med nu är
      | tillstand_from | 2026-03-02 |
      | tillstand_tom  | 2026-09-05 |
    Och alla arbetar fram till "Ta ställning till förlängning"
    Och klockan är 00:01 den 2026-09-06
    Så har Polismyndigheten inte uppgiften "Ta ställning till förlängning"
    Och står det i loggen att DL-44 har löpt ut

  Scenario: Den som får ett annat tillstånd behöver inte det här längre
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Polismyndigheten slutför "Ta ställning till förlängning" med
      | tillstand_fortsattning | annat_tillstand |
    Så har Migrationsverket ingen uppgift i ärendet
    Och pågår stodspar

  Scenario: Ett avslag som domstolen ändrar går tillbaka till Migrationsverket
    När alla arbetar fram till "Besluta om tillstånd minst sex månader"
    Och Migrationsverket slutför "Besluta om tillstånd minst sex månader" med
      | beslut_uppehallstillstand | avslag     |
      | beslutsdatum_tillstand    | 2026-03-02 |
    Och Polismyndigheten slutför "Ta ställning till överklagande" med
      | overklagat | ja |
    Och domstolen slutför "Pröva överklagandet" med
      | domstol_tillstand | andrat |
    Så har Migrationsverket uppgiften "Besluta om tillstånd minst sex månader"

  Scenariomall: Polisen får yttra sig innan tillståndet återkallas, men bara i tid
    När alla arbetar fram till "Ta ställning till förlängning"
    Och Migrationsverket registrerar händelsen "Återkallelse av uppehållstillstånd övervägs"
    Och Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-16 |
    Så har Polismyndigheten uppgiften "Yttra er om återkallelse"
    När klockan är <tid> den <dag>
    Och alla arbetar fram till "Besluta om återkallelse"
    Så har ingen uppgiften "Yttra er om återkallelse"

    Exempel:
      | tid   | dag        |
      | 15:00 | 2026-03-16 |
      | 00:01 | 2026-03-17 |
