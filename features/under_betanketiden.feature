# language: sv
Egenskap: Under betänketiden, och efter den
  Stöd, vård och samtal medan personen väljer. Vad hon än väljer finns en väg vidare, och den som har
  fått nej kan fråga igen.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke              | kvarstar       |
      | alderskategori         | vuxen          |
      | medborgarskap          | tredjeland     |
      | vistelseratt           | nej            |
      | akut_fara              | nej            |
      | behov_konsultation     | nej            |
      | anledning_att_anta     | ja             |
      | rubricering            | manniskohandel |
      | samtycke_soc           | givet          |
      | samtycke_rk            | givet          |
      | samtycke_betanketid    | givet          |
      | polisanmalan           | anmalan        |
      | fu_status              | ej_inledd      |
      | skyddsbehov            | nej            |
      | nsp_behov              | nej            |
      | avlagsnandebeslut      | nej            |
      | nasta_uppfoljning      | 2026-09-01     |
      | beslutsdatum_tillstand | 2026-03-02     |
      | tillstand_from         | 2026-03-02     |
      | tillstand_tom          | 2026-04-01     |
    Och att alla har arbetat fram till "Ansök om betänketid (socialnämnden)"
    Och att Socialtjänsten har slutfört "Ansök om betänketid (socialnämnden)"

  Scenario: Stöd, vård och samtal ges samtidigt, och personen svarar när hon vill
    När Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid | bifall |
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"
    När Socialtjänsten slutför "Ge stöd under betänketiden"
    Och Hälso- och sjukvården slutför "Ge vård under betänketiden"
    Och regionkoordinatorn slutför "Håll samtal om rättigheter och val"
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"
    När regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | samarbetar_inte |
    Så är variabeln betanketid_utfall samarbetar_inte i tillstandsspar
    Och är ärendet inte avslutat
    Och stämmer ärendet med sin logg

  Scenario: Den som vill söka asyl får sin ansökan prövad
    När Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid | bifall |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | soker_asyl |
    Så har Migrationsverket uppgiften "Handlägg asylansökan"
    Och pågår stodspar

  Scenario: Socialtjänsten hinner inte yttra sig, och Migrationsverket får besluta ändå
    När Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid | bifall |
    Och Migrationsverket registrerar händelsen "Återkallelse av betänketid övervägs"
    Och Migrationsverket slutför "Begär yttrande av den som ansökte" med
      | yttrande_senast | 2026-03-09 |
    Och klockan är 23:59 den 2026-03-09
    Så har Socialtjänsten uppgiften "Yttra er om återkallelse"
    När klockan är 00:01 den 2026-03-10
    Så har Socialtjänsten inte uppgiften "Yttra er om återkallelse"
    Och har Migrationsverket uppgiften "Besluta om återkallelse"

  Scenario: Den som har fått avslag kan önska betänketid igen
    När Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid | avslag |
    Och klockan är 00:01 den 2026-03-24
    Och regionkoordinatorn slutför "Informera efter avslaget" med
      | nsp_behov | nej |
    Så deltar Civilsamhället inte i ärendet
    När regionkoordinatorn registrerar händelsen "Personen önskar betänketid"
    Och regionkoordinatorn slutför "Bekräfta önskan om betänketid"
    Så har Socialtjänsten uppgiften "Ansök om betänketid (socialnämnden)"
    Och stämmer ärendet med sin logg

  Scenario: När ärendet avslutas prövas ingen betänketid
    När Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A4
    Och har ingen uppgiften "Besluta om betänketid"

  Scenario: När ärendet avslutas behöver ingen informera efter avslaget
    När Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid | avslag |
    Och klockan är 00:01 den 2026-03-24
    Så har regionkoordinatorn uppgiften "Informera efter avslaget"
    När Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A4
    Och har regionkoordinatorn ingen uppgift i ärendet
