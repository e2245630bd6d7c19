# language: sv
Egenskap: Identifiering
  Den som anar människohandel registrerar det hen ser. En människa gör den samlade bedömningen;
  antalet indikatorer avgör aldrig.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02

  Scenario: SC-18 Misstanken avskrivs fast många indikatorer finns
    Givet att Polismyndigheten har öppnat ett ärende
    När Polismyndigheten slutför "Registrera misstanke om människohandel" med
      | ingang             | tips  |
      | alderskategori     | vuxen |
      | akut_fara          | nej   |
      | behov_konsultation | nej   |
      | indikator_01       | observerat |
      | indikator_02       | observerat |
      | indikator_03       | observerat |
      | indikator_04       | observerat |
      | indikator_05       | observerat |
    Och Polismyndigheten slutför "Gör samlad bedömning" med
      | misstanke | ingen |
    Så är ärendet avslutat med A1
    Och har ingen haft uppgiften "Upprätta brottsanmälan"
    Och har ingen haft uppgiften "Ta emot orosanmälan"
    Och stämmer ärendet med sin logg

  Scenario: En person som hänvisas vidare blir inget ärende
    Givet att Hälso- och sjukvården har öppnat ett ärende
    När Hälso- och sjukvården slutför "Registrera misstanke om människohandel" med
      | alderskategori     | vuxen |
      | akut_fara          | nej   |
      | behov_konsultation | nej   |
    Och Hälso- och sjukvården slutför "Gör samlad bedömning" med
      | misstanke | hanvisas |
    Så är ärendet avslutat med A2
    Och deltar Socialtjänsten inte i ärendet

  Scenariomall: Ett barn, eller någon vars ålder är oklar, anmäls alltid till socialtjänsten
    Givet att Migrationsverket har öppnat ett ärende
    När Migrationsverket slutför "Registrera misstanke om människohandel" med
      | alderskategori     | <ålder> |
      | akut_fara          | nej     |
      | behov_konsultation | nej     |
    Och Migrationsverket slutför "Gör samlad bedömning" med
      | misstanke      | kvarstar |
      | alderskategori | <ålder>  |
      | samtycke_soc   | nekat    |
      | samtycke_rk    | nekat    |
    Så har Migrationsverket uppgiften "Gör orosanmälan"
    När Migrationsverket slutför "Gör orosanmälan"
    Så har Socialtjänsten uppgiften "Ta emot orosanmälan"

    Exempel:
      | ålder |
      | barn  |
      | oklar |

  Scenario: En vuxen som säger nej anmäls inte till socialtjänsten
    Givet att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | nekat    |
      | samtycke_rk        | nekat    |
    Och att alla har arbetat fram till "Upprätta brottsanmälan"
    Så har Socialtjänsten ingen uppgift i ärendet
    Och har regionkoordinatorn ingen uppgift i ärendet

  Scenario: Vid akut fara larmas polisen före allt annat
    Givet att Civilsamhället har öppnat ett ärende
    När Civilsamhället slutför "Registrera misstanke om människohandel" med
      | alderskategori | vuxen |
      | akut_fara      | ja    |
    Så har Polismyndigheten uppgiften "Ta emot larm och säkra tryggheten"
    Och har Civilsamhället ingen uppgift i ärendet

  Scenario: När larmet är omhändertaget görs den samlade bedömningen av den som såg misstanken
    Givet att Civilsamhället har öppnat ett ärende
    När Civilsamhället slutför "Registrera misstanke om människohandel" med
      | alderskategori | vuxen |
      | akut_fara      | ja    |
    Och Polismyndigheten slutför "Ta emot larm och säkra tryggheten"
    Så har Civilsamhället uppgiften "Gör samlad bedömning"
    Och har Polismyndigheten ingen uppgift i ärendet
