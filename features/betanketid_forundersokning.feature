# language: sv
Egenskap: Betänketid när en förundersökning pågår
  Då ansöker den som leder förundersökningen, och bara den kan överklaga eller begära mer tid.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar         |
      | alderskategori      | vuxen            |
      | medborgarskap       | tredjeland       |
      | vistelseratt        | nej              |
      | akut_fara           | nej              |
      | behov_konsultation  | nej              |
      | behov_av_vard       | nej              |
      | samtycke_soc        | nekat            |
      | samtycke_rk         | nekat            |
      | samtycke_sip        | nekat            |
      | samtycke_betanketid | givet            |
      | rubricering         | koppleri         |
      | aklagarenhet        | allman_kammare   |
      | fu_status           | pagar            |
      | fu_ledare           | polismyndigheten |
      | ma_begaran          | ej_aktuellt      |
      | storre_skyddsbehov  | nej              |
      | skyddsbehov         | nej              |
      | nsp_behov           | nej              |
      | avlagsnandebeslut   | nej              |
      | nasta_uppfoljning   | 2027-06-01       |

  Scenariomall: Den som leder förundersökningen ansöker, och bara den kan överklaga
    När svaren från och med nu är
      | fu_ledare | <ledare> |
    Och alla arbetar fram till "Ansök om betänketid (förundersökningsledaren)"
    Och <vem> slutför "Ansök om betänketid (förundersökningsledaren)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | avslag     |
      | beslutsdatum_tillstand | 2026-03-02 |
    Så ska <vem> ha slutfört "Ta ställning till överklagande" senast 2026-03-23
    Och har <inte> inte uppgiften "Ta ställning till överklagande"
    Och har Socialtjänsten inte uppgiften "Ta ställning till överklagande"

    Exempel:
      | ledare             | vem                | inte               |
      | polismyndigheten   | Polismyndigheten   | Åklagarmyndigheten |
      | aklagarmyndigheten | Åklagarmyndigheten | Polismyndigheten   |

  Scenario: Den som behöver mer tid kan få det, och då gäller beslutets nya dag
    När alla arbetar fram till "Besluta om betänketid"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | mer_tid |
    Så har Polismyndigheten uppgiften "Ansök om förlängd betänketid"
    När Polismyndigheten slutför "Ansök om förlängd betänketid"
    Och Migrationsverket slutför "Besluta om förlängd betänketid" med
      | forlangning            | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-05-04 |
    Och klockan är 00:01 den 2026-04-02
    Så har regionkoordinatorn uppgiften "Ta emot personens besked"
    När klockan är 00:01 den 2026-05-05
    Så har regionkoordinatorn uppgiften "Klarlägg personens ställningstagande"
    Och stämmer ärendet med sin logg

  Scenario: Den som ska avvisas skyddas medan frågan prövas
    När alla arbetar fram till "Ansök om betänketid (förundersökningsledaren)"
    Och Polismyndigheten slutför "Ansök om betänketid (förundersökningsledaren)" med
      | avlagsnandebeslut | ja |
    Så har Migrationsverket uppgiften "Ta ställning till inhibition"
    När Migrationsverket slutför "Ta ställning till inhibition"
    Så ska Migrationsverket ha slutfört "Besluta om betänketid" senast 2026-03-04

  Scenario: Åklagaren begär mer tid när åklagaren leder
    När svaren från och med nu är
      | fu_ledare | aklagarmyndigheten |
    Och alla arbetar fram till "Besluta om betänketid"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | mer_tid |
    Och Åklagarmyndigheten slutför "Ansök om förlängd betänketid"
    Så har Migrationsverket uppgiften "Besluta om förlängd betänketid"

  Scenariomall: Mer tid söks inte för den som har ångrat sig, och tiden som är kvar löper
    När svaren från och med nu är
      | fu_ledare | <ledare> |
    Och alla arbetar fram till "Besluta om betänketid"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | mer_tid |
    Och alla arbetar fram till "<uppgift>"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | betanketid |
    Så har ingen uppgiften "<uppgift>"
    Och har regionkoordinatorn uppgiften "Ta emot personens besked"
    Och stämmer ärendet med sin logg

    Exempel:
      | ledare             | uppgift                         |
      | polismyndigheten   | Ansök om förlängd betänketid    |
      | aklagarmyndigheten | Ansök om förlängd betänketid    |
      | polismyndigheten   | Besluta om förlängd betänketid  |

  Scenario: Den som har återkallat sitt samtycke kan ändå önska mer tid
    När alla arbetar fram till "Besluta om betänketid"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | betanketid |
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | mer_tid |
    Och Polismyndigheten slutför "Ansök om förlängd betänketid"
    Så har Migrationsverket uppgiften "Besluta om förlängd betänketid"

  Scenariomall: Ingen som ansökt måste överklaga, men tre veckor är slutgiltiga
    När svaren från och med nu är
      | fu_ledare              | <ledare>   |
      | beslut_betanketid      | avslag     |
      | beslutsdatum_tillstand | 2026-03-02 |
    Och alla arbetar fram till "Ta ställning till överklagande"
    Och klockan är 00:01 den 2026-03-24
    Så har <vem> inte uppgiften "Ta ställning till överklagande"
    Och står det i loggen att DL-43 har löpt ut
    Och har regionkoordinatorn uppgiften "Informera efter avslaget"

    Exempel:
      | ledare             | vem                |
      | polismyndigheten   | Polismyndigheten   |
      | aklagarmyndigheten | Åklagarmyndigheten |

  Scenario: Polisen avstår från att överklaga
    När svaren från och med nu är
      | beslut_betanketid | avslag |
      | overklagat        | nej    |
    Och alla arbetar fram till "Ta ställning till överklagande"
    Och Polismyndigheten slutför "Ta ställning till överklagande"
    Så har regionkoordinatorn uppgiften "Informera efter avslaget"

  Scenariomall: Förundersökningsledaren sänder ingen ansökan för den som har ångrat sig
    När svaren från och med nu är
      | fu_ledare | <ledare> |
    Och alla arbetar fram till "Ansök om betänketid (förundersökningsledaren)"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | betanketid |
    Så har ingen uppgiften "Ansök om betänketid (förundersökningsledaren)"

    Exempel:
      | ledare             |
      | polismyndigheten   |
      | aklagarmyndigheten |

  Scenario: Utan förundersökning och utan anledning att anta ett brott finns ingen som kan ansöka
    När svaren från och med nu är
      | fu_status          | ej_inledd |
      | anledning_att_anta | nej       |
    Och alla arbetar fram till "Utred behov av insatser"
    Så har ingen haft uppgiften "Ansök om betänketid (förundersökningsledaren)"
    Och har ingen haft uppgiften "Ansök om betänketid (socialnämnden)"
    Och är variabeln betanketid_utfall ej_ansokt i tillstandsspar
    # Den som ändrar sig, eller får veta mer, kan önska betänketid
    När Polismyndigheten registrerar händelsen "Personen önskar betänketid"
    Så har regionkoordinatorn uppgiften "Bekräfta önskan om betänketid"

  Scenario: Ett beslut om mer tid som dröjer räknas ändå
    När svaren från och med nu är
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-02 |
      | tillstand_tom          | 2026-04-01 |
    Och alla arbetar fram till "Ta emot personens besked"
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | mer_tid |
    Och Polismyndigheten slutför "Ansök om förlängd betänketid"
    Och klockan är 09:00 den 2026-03-09
    Och Migrationsverket slutför "Besluta om förlängd betänketid" med
      | forlangning            | bifall     |
      | beslut_forlangning     | bifall     |
      | beslutsdatum_tillstand | 2026-03-09 |
      | tillstand_from         | 2026-04-02 |
      | tillstand_tom          | 2026-05-01 |
    Så har ingen uppgiften "Besluta om förlängd betänketid"
    Och stämmer ärendet med sin logg
