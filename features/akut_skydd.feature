# language: sv
Egenskap: Akut skydd
  Polisen, socialtjänsten, vården och regionkoordinatorn börjar samtidigt. En vuxen får säga nej,
  ett barn kan inte avstå från skydd.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar         |
      | alderskategori     | vuxen            |
      | vistelseratt       | ja               |
      | akut_fara          | nej              |
      | behov_konsultation | nej              |
      | behov_av_vard      | ja               |
      | samtycke_soc       | givet            |
      | samtycke_rk        | nekat            |
      | fu_status          | pagar            |
      | fu_ledare          | polismyndigheten |
      | skyddsbehov        | nej              |
      | storre_skyddsbehov | nej              |

  Scenario: Alla som ska skydda en vuxen får sin uppgift samma stund
    När alla arbetar fram till "Bedöm risk och skyddsbehov (vuxen)"
    Så har Polismyndigheten uppgiften "Informera offret om rättigheter"
    Och har Polismyndigheten uppgiften "Begär målsägandebiträde"
    Och har Hälso- och sjukvården uppgiften "Ge akut vård"
    Och ska Polismyndigheten ha slutfört "Gör individuell skyddsbedömning" senast 2026-03-03
    Och har ingen uppgiften "Stäm av akuta behov"
    När alla arbetar fram till "Stäm av akuta behov"
    Så har Polismyndigheten inte uppgiften "Informera offret om rättigheter"
    Och har Hälso- och sjukvården ingen uppgift i ärendet
    När Socialtjänsten slutför "Stäm av akuta behov" med
      | akuta_behov | tillgodosedda |
    Så är variabeln skydd_resultat tillgodosett i stod_och_skydd
    Och har Socialtjänsten uppgiften "Fastställ ansvarig kommun"
    Och stämmer ärendet med sin logg

  Scenario: Den som säger ja hos polisen får en regionkoordinator
    När alla arbetar fram till "Informera om regionkoordinator"
    Så har regionkoordinatorn ingen uppgift i ärendet
    När Polismyndigheten slutför "Informera om regionkoordinator" med
      | samtycke_rk | givet |
    Så har regionkoordinatorn uppgiften "Informera om betänketid"
    När regionkoordinatorn slutför "Informera om betänketid"
    Och regionkoordinatorn slutför "Säkerställ kontakt med socialtjänsten"
    Och regionkoordinatorn slutför "Koordinera akuta stödinsatser"
    Så har ingen haft uppgiften "Informera om stöd och betänketid"
    Och har regionkoordinatorn ingen uppgift i ärendet

  Scenario: Regionkoordinatorn får inget veta om den som säger nej
    När alla arbetar fram till "Informera om regionkoordinator"
    Och Polismyndigheten slutför "Informera om regionkoordinator" med
      | samtycke_rk | nekat |
    Så har Socialtjänsten uppgiften "Informera om stöd och betänketid"
    Och deltar regionkoordinatorn inte i ärendet

  Scenario: Polisen kopplas inte in när ingen förundersökning pågår
    När svaren från och med nu är
      | fu_status | ej_inledd |
    Och alla arbetar fram till "Stäm av akuta behov"
    Så har ingen haft uppgiften "Gör individuell skyddsbedömning"
    Och har ingen haft uppgiften "Begär målsägandebiträde"
    Och har ingen haft uppgiften "Informera om regionkoordinator"

  Scenario: En vuxen som avböjer skydd erbjuds ändå fortsatt stöd
    När alla arbetar fram till "Stäm av akuta behov"
    Och Socialtjänsten slutför "Stäm av akuta behov" med
      | akuta_behov | avbojda |
    Så är variabeln skydd_resultat avbojt i stod_och_skydd
    När Socialtjänsten slutför "Fastställ ansvarig kommun"
    Så pågår stodspar
    Och är ärendet inte avslutat

  Scenariomall: Ett barn, eller någon vars ålder är oklar, kan inte avstå från skydd
    När svaren från och med nu är
      | alderskategori      | <ålder> |
      | omedelbart_skydd    | nej     |
      | barnutredning_oppen | ja      |
      | polisanmalan_provad | ja      |
    Och alla arbetar fram till "Stäm av akuta behov"
    Och Socialtjänsten slutför "Stäm av akuta behov" med
      | akuta_behov | avbojda |
    Så är variabeln skydd_resultat tillgodosett i stod_och_skydd

    Exempel:
      | ålder |
      | barn  |
      | oklar |
