# language: sv
Egenskap: Betänketid
  Trettio dagar att vila och välja. Tiden räknas från beslutet, inte från när någon öppnade en
  uppgift, och personens val är hennes eget.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar       |
      | alderskategori      | vuxen          |
      | medborgarskap       | tredjeland     |
      | vistelseratt        | nej            |
      | akut_fara           | nej            |
      | behov_konsultation  | nej            |
      | anledning_att_anta  | ja             |
      | rubricering         | manniskohandel |
      | samtycke_soc        | givet          |
      | samtycke_rk         | givet          |
      | samtycke_betanketid | givet          |
      | polisanmalan        | anmalan        |
      | fu_status           | ej_inledd      |
      | skyddsbehov         | nej            |
      | nsp_behov           | nej            |
      | avlagsnandebeslut   | nej            |
      | nasta_uppfoljning   | 2026-09-01     |
    Och att alla har arbetat fram till "Ansök om betänketid (socialnämnden)"

  Scenario: SC-11 Migrationsverket avslår, och bara den som ansökte får överklaga
    När klockan är 09:00 den 2026-03-04
    Och Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | avslag     |
      | beslutsdatum_tillstand | 2026-03-04 |
    Så ska Socialtjänsten ha slutfört "Ta ställning till överklagande" senast 2026-03-25
    Och har Polismyndigheten inte uppgiften "Ta ställning till överklagande"
    Och har Åklagarmyndigheten inte uppgiften "Ta ställning till överklagande"
    När klockan är 00:01 den 2026-03-26
    Så har ingen uppgiften "Ta ställning till överklagande"
    Och har regionkoordinatorn uppgiften "Informera efter avslaget"
    När regionkoordinatorn slutför "Informera efter avslaget" med
      | nsp_behov    | ja    |
      | samtycke_nsp | givet |
    Så har Civilsamhället uppgiften "Pröva behov av NSP"
    Och är ärendet inte avslutat
    Och pågår stodspar
    Och stämmer ärendet med sin logg

  Scenario: SC-12 Betänketiden går ut utan svar, och personen har försvunnit
    När klockan är 09:00 den 2026-03-04
    Och Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Så ska Migrationsverket ha slutfört "Besluta om betänketid" senast 2026-03-06
    När Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-04 |
      | tillstand_from         | 2026-03-05 |
      | tillstand_tom          | 2026-04-04 |
    Så har regionkoordinatorn påmints om "Ta emot personens besked" 0 gånger
    När klockan är 09:00 den 2026-03-15
    Så har regionkoordinatorn påmints om "Ta emot personens besked" 1 gånger
    När klockan är 09:00 den 2026-03-25
    Så har regionkoordinatorn påmints om "Ta emot personens besked" 2 gånger
    När klockan är 09:00 den 2026-03-30
    Så har regionkoordinatorn påmints om "Ta emot personens besked" 3 gånger
    # Dagen står i beslutet, en lördag: tillståndets längd flyttas inte
    När klockan är 23:59 den 2026-04-04
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"
    När klockan är 00:01 den 2026-04-05
    Så har regionkoordinatorn inte uppgiften "Ta emot personens besked"
    Och har regionkoordinatorn uppgiften "Klarlägg personens ställningstagande"
    När regionkoordinatorn slutför "Klarlägg personens ställningstagande" med
      | stallning | ej_nabar |
    Så pågår forsvunnen
    När Socialtjänsten slutför "Bedöm om personen är i fara" med
      | forsvunnen_fara  | anmal      |
      | forsvunnen_datum | 2026-04-05 |
    Så har Socialtjänsten uppgiften "Polisanmäl försvinnandet"
    När Socialtjänsten slutför "Polisanmäl försvinnandet" med
      | rattslig_grund | 15A |
    Och det har gått 8 dagar
    Så har Socialtjänsten uppgiften "Följ upp försvunnen person"
    När klockan är 09:00 den 2026-07-06
    Och Socialtjänsten slutför "Följ upp försvunnen person" med
      | forsvunnen_fara | anmald |
    Och det har gått 1 dagar
    Och Socialtjänsten slutför "Besluta om vilande eller avslut" med
      | forsvunnen_beslut | avslut |
    Och Socialtjänsten slutför "Avsluta ärendet" med
      | sluttillstand | A8 |
    Så är ärendet avslutat med A8
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg

  Scenario: Den som kommer tillbaka kan få tillstånd utan ny betänketid
    När svaren från och med nu är
      | fu_ledare | polismyndigheten |
    Och klockan är 09:00 den 2026-03-04
    Och Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-04 |
      | tillstand_from         | 2026-03-05 |
      | tillstand_tom          | 2026-04-04 |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | samarbetar_inte |
    Så är ärendet inte avslutat
    När Polismyndigheten registrerar händelsen "Personen vill samarbeta, tillstånd söks direkt"
    Så har Åklagarmyndigheten uppgiften "Ansök om tillstånd minst sex månader"

  Scenario: Personen ångrar sig aldrig för sent att vilja återvända
    När klockan är 09:00 den 2026-03-04
    Och Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-04 |
      | tillstand_from         | 2026-03-05 |
      | tillstand_tom          | 2026-04-04 |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | vill_atervanda |
    Så pågår atervandande
    Och har regionkoordinatorn uppgiften "Säkerställ ett informerat beslut"

  Scenario: Domstolen ändrar avslaget, och Migrationsverket beslutar på nytt
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | avslag     |
      | beslutsdatum_tillstand | 2026-03-02 |
    Och Socialtjänsten slutför "Ta ställning till överklagande" med
      | overklagat | ja |
    Och domstolen slutför "Pröva överklagandet" med
      | domstol_tillstand | andrat |
    Så har Migrationsverket uppgiften "Besluta om betänketid"
    När Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"
    Och stämmer ärendet med sin logg

  Scenario: Socialnämnden kan inte söka förlängning, men prövar andra vägar
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | mer_tid |
    Så har ingen uppgiften "Ansök om förlängd betänketid"
    När Socialtjänsten slutför "Pröva andra vägar till mer tid"
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"
    Och har Migrationsverket ingen uppgift i ärendet
    När klockan är 00:01 den 2026-04-02
    Så har regionkoordinatorn uppgiften "Klarlägg personens ställningstagande"

  Scenariomall: Ingen betänketid återkallas innan den som ansökte har fått yttra sig
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och Migrationsverket registrerar händelsen "Återkallelse av betänketid övervägs"
    Och Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-09 |
    Så har Socialtjänsten uppgiften "Yttra er om återkallelse"
    Och har ingen uppgiften "Besluta om återkallelse"
    När Socialtjänsten slutför "Yttra er om återkallelse"
    Och Migrationsverket slutför "Besluta om återkallelse" med
      | tillstand_aterkallat   | <beslut>   |
      | beslutsdatum_tillstand | 2026-03-02 |
    Så har <vem> uppgiften "<uppgift>"
    Och stämmer ärendet med sin logg

    Exempel:
      | beslut | vem                | uppgift                        |
      | nej    | regionkoordinatorn | Ta emot personens besked       |
      | ja     | Socialtjänsten     | Ta ställning till överklagande |

  Scenario: Stödet under betänketiden går vidare fast vården avböjs, och personen söker asyl
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | vard |
    Så har ingen uppgiften "Ge vård under betänketiden"
    När Socialtjänsten slutför "Ge stöd under betänketiden"
    Och regionkoordinatorn slutför "Håll samtal om rättigheter och val"
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"
    När regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | soker_asyl |
    Så pågår asyl

  Scenario: Stöd, vård och samtal kan alla vara klara innan beskedet kommer
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och Socialtjänsten slutför "Ge stöd under betänketiden"
    Och Hälso- och sjukvården slutför "Ge vård under betänketiden"
    Och regionkoordinatorn slutför "Håll samtal om rättigheter och val"
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"

  Scenario: Den som inte vill ha stöd av civilsamhället efter avslaget är informerad
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | avslag     |
      | beslutsdatum_tillstand | 2026-03-02 |
    Och Socialtjänsten slutför "Ta ställning till överklagande" med
      | overklagat | nej |
    Och regionkoordinatorn slutför "Informera efter avslaget"
    Så har nsp_spar inte startats
    Och pågår stodspar

  Scenario: Yttrandet som inte kommer i tid hindrar inte Migrationsverket
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och Migrationsverket registrerar händelsen "Återkallelse av betänketid övervägs"
    Och Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-09 |
    Och klockan är 00:01 den 2026-03-10
    Så har ingen uppgiften "Yttra er om återkallelse"
    Och står det i loggen att DL-46 har löpt ut
    Och har Migrationsverket uppgiften "Besluta om återkallelse"

  Scenariomall: Frågan om tillstånd faller när ärendet avslutas
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och svaren från och med nu är
      | beslut_betanketid | <beslut> |
      | overklagat        | nej      |
      | samtycke_sip      | nekat    |
    Och alla arbetar fram till "Utred behov av insatser"
    Och alla arbetar fram till "<uppgift>"
    Och Socialtjänsten registrerar händelsen "Personen har avlidit"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har tillstandsspar avslutats
    Och har ingen uppgiften "<uppgift>"

    Exempel:
      | beslut | uppgift                  |
      | avslag | Informera efter avslaget |
      | bifall | Ta emot personens besked |

  Scenario: Den som önskar betänketid senare får frågan prövad då
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | avslag     |
      | beslutsdatum_tillstand | 2026-03-02 |
    Och Socialtjänsten slutför "Ta ställning till överklagande" med
      | overklagat | nej |
    Och regionkoordinatorn slutför "Informera efter avslaget"
    Och regionkoordinatorn registrerar händelsen "Personen önskar betänketid"
    Och regionkoordinatorn slutför "Bekräfta önskan om betänketid"
    Så har Socialtjänsten uppgiften "Ansök om betänketid (socialnämnden)"

  Scenario: Den som inte längre önskar betänketid drar tillbaka ansökan, och kan önska den igen
    När Socialtjänsten slutför "Ansök om betänketid (socialnämnden)"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | betanketid |
    Så har ingen uppgiften "Besluta om betänketid"
    Och är variabeln samtycke_betanketid aterkallat i tillstandsspar
    Och pågår tillstandsspar
    När regionkoordinatorn registrerar händelsen "Personen önskar betänketid"
    Och regionkoordinatorn slutför "Bekräfta önskan om betänketid"
    Så har Socialtjänsten uppgiften "Ansök om betänketid (socialnämnden)"

  Scenario: Ansökan som ännu inte är sänd sänds inte
    När Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | betanketid |
    Så har ingen uppgiften "Ansök om betänketid (socialnämnden)"
    Och pågår tillstandsspar
