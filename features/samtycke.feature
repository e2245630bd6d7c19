# language: sv
Egenskap: Ett samtycke återkallas
  Den som har sagt ja får ångra sig när som helst. Det frivilliga inom ändamålet upphör där det pågår.
  Allt annat fortsätter, och det som redan har lämnats ut finns kvar i loggen.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | vuxen      |
      | medborgarskap       | eu_ees     |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_soc        | givet      |
      | samtycke_rk         | givet      |
      | samtycke_sip        | nekat      |
      | polisanmalan        | nej        |
      | skyddsbehov         | nej        |
      | nsp_behov           | nej        |
      | placerat_barn       | nej        |
      | nasta_uppfoljning   | 2028-06-01 |
      | hemvist             | sverige    |
      | ensamkommande       | nej        |
      | omedelbart_skydd    | nej        |
      | barnutredning_oppen | ja         |
      | polisanmalan_provad | ja         |

  Scenario: Kontakten med regionkoordinatorn upphör mitt i det akuta skyddet
    När alla arbetar fram till "Informera om betänketid"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | kontakt_rk |
    Så har regionkoordinatorn ingen uppgift i ärendet
    Och är variabeln samtycke_rk aterkallat i stod_och_skydd
    Och har Socialtjänsten uppgiften "Informera om följderna"
    Och har Socialtjänsten uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    När Socialtjänsten slutför "Informera om följderna"
    Så har samtycke_aterkallat avslutats
    Och stämmer ärendet med sin logg

  Scenario: Uppgifterna till socialtjänsten lämnas inte när personen ångrar sig
    När svaren från och med nu är
      | polisanmalan | anmalan |
    Och alla arbetar fram till "Ta emot ansökan om insatser"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | till_socialtjansten |
    Så har ingen uppgiften "Ta emot ansökan om insatser"
    Och är variabeln samtycke_soc aterkallat i stod_och_skydd
    Och är ärendet inte avslutat

  Scenario: Regionkoordinatorn tar ingen kontakt med den som har ångrat sig
    När alla arbetar fram till "Ta kontakt med personen"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | kontakt_rk |
    Så har ingen uppgiften "Ta kontakt med personen"
    När alla arbetar fram till "Bedöm risk och skyddsbehov (vuxen)"
    Så har regionkoordinatorn ingen uppgift i ärendet

  Scenario: Flera samtycken kan återkallas på en gång, och vården upphör bara där den är frivillig
    När alla arbetar fram till "Utred behov av insatser"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och regionkoordinatorn registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | vard |
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | kontakt_rk |
    Så har ingen uppgiften "Ge hälso- och sjukvård"
    Och har ingen uppgiften "Informera om återvändande"
    Och har Socialtjänsten uppgiften "Utred behov av insatser"
    När Socialtjänsten slutför "Utred behov av insatser"
    Och Socialtjänsten slutför "Besluta om och erbjud insatser"
    Så har regionkoordinatorn uppgiften "Håll samordningsmöte"
    Och stämmer ärendet med sin logg

  Scenariomall: Den individuella planen blir en vanlig plan
    När svaren från och med nu är
      | samtycke_sip | givet |
    Och alla arbetar fram till "<uppgift>"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | sip |
    Så har ingen uppgiften "<uppgift>"
    Och har Socialtjänsten uppgiften "Upprätta långsiktig plan"
    Och är variabeln samtycke_sip aterkallat i stodspar

    Exempel:
      | uppgift                       |
      | Påbörja individuell plan (SIP) |
      | Fyll i vårdens del av planen   |

  Scenario: Civilsamhället slutar, och det andra stödet går vidare
    När svaren från och med nu är
      | nsp_behov    | ja    |
      | samtycke_nsp | givet |
    Och alla arbetar fram till "Pröva behov av NSP"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | nsp |
    Så har nsp_spar avslutats
    Och är variabeln samtycke_nsp aterkallat i nsp_spar
    # Återkallelsen gäller i hela ärendet, också där ingen uppgift är öppen
    Och är variabeln samtycke_nsp aterkallat i stodspar
    Och är variabeln samtycke_nsp aterkallat i stod_och_skydd
    Och pågår stodspar
    # Utan ett nytt ja blir det inget nytt stöd
    När Socialtjänsten registrerar händelsen "Stöd genom nationella stödprogrammet inleds"
    Så har Civilsamhället ingen uppgift i ärendet
    Och har nsp_spar avslutats

  Scenario: Återvändandet avbryts, och personen kan söka igen
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och regionkoordinatorn registrerar händelsen "Personen vill återvända"
    Och alla arbetar fram till "Ta emot ansökan om återvändande"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | iom |
    Så har Socialtjänsten uppgiften "Återuppta stödplanen"
    Och är variabeln samtycke_iom aterkallat i atervandande
    När alla arbetar fram till "Informera om följderna"
    Och Socialtjänsten slutför "Återuppta stödplanen"
    Och IOM slutför "Avboka resa och mottagande"
    Så har atervandande avslutats
    När regionkoordinatorn registrerar händelsen "Personen vill återvända"
    Så har regionkoordinatorn uppgiften "Säkerställ ett informerat beslut"

  Scenariomall: Det frivilliga i uppföljningen upphör, och resten går vidare
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Nya behov har uppstått"
    Så har regionkoordinatorn uppgiften "Koordinera långsiktiga stödinsatser"
    Och har Hälso- och sjukvården uppgiften "Ge hälso- och sjukvård"
    När Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | <ändamål> |
    Så har ingen uppgiften "<upphör>"
    Och har <vem> uppgiften "<fortsätter>"
    Och har Socialtjänsten uppgiften "Följ upp planering och insatser"
    När Socialtjänsten slutför "Informera om följderna"
    Och <vem> slutför "<fortsätter>"
    Och Socialtjänsten slutför "Följ upp planering och insatser" med
      | fortsatt_stod | fortsatter |
    Så är ärendet inte avslutat
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg

    Exempel:
      | ändamål    | upphör                              | vem                  | fortsätter                          |
      | kontakt_rk | Koordinera långsiktiga stödinsatser | Hälso- och sjukvården | Ge hälso- och sjukvård              |
      | vard       | Ge hälso- och sjukvård              | regionkoordinatorn   | Koordinera långsiktiga stödinsatser |

  Scenario: En återkallad kontakt kommer inte tillbaka vid nästa uppföljning
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | kontakt_rk |
    Och Socialtjänsten slutför "Informera om följderna"
    Och Socialtjänsten registrerar händelsen "Nya behov har uppstått"
    Så har ingen uppgiften "Koordinera långsiktiga stödinsatser"
    Och har Hälso- och sjukvården uppgiften "Ge hälso- och sjukvård"
    Och har Socialtjänsten uppgiften "Följ upp planering och insatser"

  Scenariomall: Det som inte vilar på samtycke fortsätter
    När alla arbetar fram till "Utred behov av insatser"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och Socialtjänsten slutför "Registrera återkallat samtycke" med
      | aterkallat_samtycke | <ändamål> |
    Så har Socialtjänsten uppgiften "Informera om följderna"
    Och har Socialtjänsten uppgiften "Utred behov av insatser"
    Och har Hälso- och sjukvården uppgiften "Ge hälso- och sjukvård"
    Och har regionkoordinatorn uppgiften "Informera om återvändande"

    Exempel:
      | ändamål            |
      | polisanmalan       |
      | betanketid         |
      | utlandsk_myndighet |

  Scenariomall: Frågan faller när ärendet avslutas
    När alla arbetar fram till "Utred behov av insatser"
    Och Socialtjänsten registrerar händelsen "Personen återkallar ett samtycke"
    Och alla arbetar fram till "<uppgift>"
    Och Socialtjänsten registrerar händelsen "Personen har avlidit"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A9
    Och har ingen någon uppgift i ärendet

    Exempel:
      | uppgift                        |
      | Registrera återkallat samtycke |
      | Informera om följderna         |
