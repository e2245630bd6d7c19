# language: sv
Egenskap: Stöd genom nationella stödprogrammet
  Civilsamhället ger stöd i steg: vila i trettio dagar, rehabilitering i nittio, utslussning i
  fyrtiofem. Programmets tider flyttas inte.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar   |
      | alderskategori     | vuxen      |
      | vistelseratt       | ja         |
      | akut_fara          | nej        |
      | behov_konsultation | nej        |
      | behov_av_vard      | nej        |
      | samtycke_soc       | givet      |
      | samtycke_rk        | nekat      |
      | samtycke_sip       | nekat      |
      | polisanmalan       | nej        |
      | skyddsbehov        | nej        |
      | nsp_behov          | ja         |
      | samtycke_nsp       | givet      |
      | nsp_beslut         | bifall     |
      | nsp_from           | 2026-03-02 |
      | nasta_uppfoljning  | 2027-06-01 |
    Och att alla har arbetat fram till "Besluta om stöd genom NSP"

  Scenario: Den första vilan slutar efter trettio dagar, och nästa steg bestäms
    När Civilsamhället slutför "Besluta om stöd genom NSP"
    Och Civilsamhället slutför "Välj insatser"
    Så ska Civilsamhället ha slutfört "Ge stöd i den första vilan" senast 2026-04-01
    När klockan är 23:59 den 2026-04-01
    Så har Civilsamhället uppgiften "Ge stöd i den första vilan"
    När klockan är 00:01 den 2026-04-02
    Så har ingen uppgiften "Ge stöd i den första vilan"
    Och har Civilsamhället uppgiften "Besluta om nästa fas"
    Och står det i loggen att DL-66 har löpt ut

  Scenario: Efter vilan kommer rehabilitering och utslussning, som slutar när tiden är ute
    När Civilsamhället slutför "Besluta om stöd genom NSP"
    Och Civilsamhället slutför "Välj insatser"
    Och Civilsamhället slutför "Ge stöd i den första vilan"
    Och Civilsamhället slutför "Besluta om nästa fas" med
      | nsp_nasta | rehabilitering |
    Så ska Civilsamhället ha slutfört "Ge stöd i rehabilitering" senast 2026-05-31
    När Civilsamhället slutför "Ge stöd i rehabilitering"
    Och Civilsamhället slutför "Besluta om nästa fas" med
      | nsp_nasta | integration |
    Så ska Civilsamhället ha slutfört "Ge stöd i integration och utslussning" senast 2026-04-16
    När klockan är 23:59 den 2026-04-16
    Så pågår nsp_spar
    När klockan är 00:01 den 2026-04-17
    Så har nsp_spar avslutats
    Och pågår stodspar
    Och står det i loggen att DL-68 har löpt ut
    Och stämmer ärendet med sin logg

  Scenario: Ett avslag avslutar bara civilsamhällets del
    När Civilsamhället slutför "Besluta om stöd genom NSP" med
      | nsp_beslut | avslag |
    Så har nsp_spar avslutats
    Och pågår stodspar
    Och har Civilsamhället ingen uppgift i ärendet

  Scenario: När ärendet avslutas slutar också civilsamhällets stöd
    När Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A4
    Och har nsp_spar avslutats
    Och har Civilsamhället ingen uppgift i ärendet
