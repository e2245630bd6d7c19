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
      | ind_handlingar     | observerat |
      | ind_mottagare      | observerat |
      | ind_ringer         | observerat |
      | ind_kontroll       | observerat |
      | ind_skuld          | observerat |
    Och Polismyndigheten slutför "Gör samlad bedömning" med
      | misstanke         | ingen                               |
      | bedomning         | En lönetvist, inget utnyttjande.    |
      | information_given | fack                                |
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

  Scenariomall: Den som uppmärksammar misstanken bedömer den, förmedlar önskan och prövar en anmälan
    Givet att <vem> har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar  |
      | alderskategori     | vuxen     |
      | akut_fara          | <fara>    |
      | behov_konsultation | nej       |
      | behov_av_vard      | nej       |
      | samtycke_soc       | givet     |
      | samtycke_rk        | nekat     |
      | polisanmalan       | <anmälan> |
    När alla arbetar fram till "Bedöm risk och skyddsbehov (vuxen)"
    Så har <vem> ingen uppgift i ärendet

    Exempel:
      | vem                   | fara | anmälan |
      | Hälso- och sjukvården | nej  | nej     |
      | Civilsamhället        | ja   | nej     |

  Scenario: En underrättelse blir ingen brottsanmälan, men polisen prövar den
    Givet att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar      |
      | alderskategori     | vuxen         |
      | akut_fara          | nej           |
      | behov_konsultation | nej           |
      | samtycke_soc       | nekat         |
      | polisanmalan       | underrattelse |
    När alla arbetar fram till "Besluta om förundersökning"
    Så har ingen haft uppgiften "Upprätta brottsanmälan"

  Scenariomall: Den som öppnar ärendet registrerar misstanken och bedömer den själv
    Givet att <vem> har öppnat ett ärende
    När <vem> slutför "<registrering>" med
      | akut_fara          | nej |
      | behov_konsultation | nej |
    Så har <vem> uppgiften "Gör samlad bedömning"
    När <vem> slutför "Gör samlad bedömning" med
      | misstanke | ingen |
    Så är ärendet avslutat med A1

    Exempel:
      | vem                   | registrering                           |
      | Socialtjänsten        | Registrera misstanke om människohandel |
      | Polismyndigheten      | Registrera misstanke om människohandel |
      | Migrationsverket      | Registrera misstanke om människohandel |
      | Arbetsmiljöverket     | Registrera misstanke vid inspektion    |
      | Hälso- och sjukvården | Registrera misstanke om människohandel |
      | regionkoordinatorn    | Registrera misstanke efter samtal      |
      | Civilsamhället        | Registrera misstanke om människohandel |
