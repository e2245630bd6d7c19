# language: sv
Egenskap: Inledande stöd
  De första veckorna: alla börjar samtidigt och möts på ett samordningsmöte när deras delar är
  klara. Stöd genom civilsamhället ges bara den som vill.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar         |
      | alderskategori     | vuxen            |
      | medborgarskap      | eu_ees           |
      | vistelseratt       | ja               |
      | akut_fara          | nej              |
      | behov_konsultation | nej              |
      | behov_av_vard      | nej              |
      | samtycke_soc       | givet            |
      | samtycke_rk        | nekat            |
      | samtycke_sip       | nekat            |
      | polisanmalan       | nej              |
      | skyddsbehov        | nej              |
      | nsp_behov          | nej              |
      | fu_status          | pagar            |
      | fu_ledare          | polismyndigheten |
      | rubricering        | koppleri         |
      | storre_skyddsbehov | nej              |
      | ma_begaran         | begars           |
      | ma_beslut          | bifall           |

  Scenario: Insatser, vård och information ordnas samtidigt inom tre veckor
    När alla arbetar fram till "Utred behov av insatser"
    Så ska Socialtjänsten ha slutfört "Utred behov av insatser" senast 2026-03-23
    Och ska Hälso- och sjukvården ha slutfört "Ge hälso- och sjukvård" senast 2026-03-23
    Och ska regionkoordinatorn ha slutfört "Informera om återvändande" senast 2026-03-23
    Och har ingen uppgiften "Håll samordningsmöte"
    När Hälso- och sjukvården slutför "Ge hälso- och sjukvård"
    Och Socialtjänsten slutför "Utred behov av insatser"
    Och Socialtjänsten slutför "Besluta om och erbjud insatser"
    Så har ingen uppgiften "Håll samordningsmöte"
    När regionkoordinatorn slutför "Informera om återvändande"
    Så har regionkoordinatorn uppgiften "Håll samordningsmöte"
    Och har ingen haft uppgiften "Komplettera information enligt FUK"
    Och har ingen haft uppgiften "Ordna skola eller förskola"
    När regionkoordinatorn slutför "Håll samordningsmöte"
    Så har Socialtjänsten uppgiften "Upprätta långsiktig plan"
    Och stämmer ärendet med sin logg

  Scenario: Polisen kompletterar informationen när en förundersökning pågår
    När svaren från och med nu är
      | polisanmalan | anmalan |
    Och alla arbetar fram till "Utred behov av insatser"
    Så har Polismyndigheten uppgiften "Komplettera information enligt FUK"

  Scenariomall: Stöd genom civilsamhället kräver både behov och samtycke
    När alla arbetar fram till "Besluta om och erbjud insatser"
    Och Socialtjänsten slutför "Besluta om och erbjud insatser" med
      | nsp_behov    | <behov>    |
      | samtycke_nsp | <samtycke> |
    Så deltar Civilsamhället inte i ärendet
    Och har nsp_spar inte startats

    Exempel:
      | behov | samtycke      |
      | ja    | nekat         |
      | ja    | ej_tillfragad |
      | nej   | ej_tillfragad |

  Scenario: Den som behöver och vill ha civilsamhällets stöd får det
    När alla arbetar fram till "Besluta om och erbjud insatser"
    Och Socialtjänsten slutför "Besluta om och erbjud insatser" med
      | nsp_behov    | ja    |
      | samtycke_nsp | givet |
    Så har Civilsamhället uppgiften "Pröva behov av NSP"
    När alla arbetar fram till "Håll samordningsmöte"
    Så pågår nsp_spar

  Scenario: Utan samtycke börjar inget stöd genom civilsamhället, fast någon registrerar det
    När alla arbetar fram till "Besluta om och erbjud insatser"
    Och Socialtjänsten slutför "Besluta om och erbjud insatser" med
      | nsp_behov    | ja    |
      | samtycke_nsp | nekat |
    Och Socialtjänsten registrerar händelsen "Stöd genom nationella stödprogrammet inleds"
    Så har nsp_spar avslutats
    Och deltar Civilsamhället inte i ärendet

  Scenario: Den som nekades ett biträde först får frågan prövad igen när polisen informerar
    När svaren från och med nu är
      | polisanmalan | anmalan |
      | ma_beslut    | avslag  |
    Och alla arbetar fram till "Komplettera information enligt FUK"
    Och Polismyndigheten slutför "Komplettera information enligt FUK"
    Så har Polismyndigheten uppgiften "Begär målsägandebiträde"
    När Polismyndigheten slutför "Begär målsägandebiträde" med
      | ma_begaran | begars |
    Och domstolen slutför "Besluta om förordnande" med
      | ma_beslut | bifall |
    Så har domstolen ingen uppgift i ärendet
    När alla arbetar fram till "Håll samordningsmöte"
    Så har Polismyndigheten inte uppgiften "Begär målsägandebiträde"
