# language: sv
Egenskap: Polisanmälan
  Den som möter en vuxen prövar om polisen får veta något, och på vilken grund. Ett nej hindrar inte
  stödet.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02

  Scenariomall: Den som upptäckte en vuxen tar ställning själv
    Givet att <vem> har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | nekat    |
      | samtycke_rk        | nekat    |
    Och att alla har arbetat fram till "Ta ställning till polisanmälan (vuxen)"
    När <vem> slutför "Ta ställning till polisanmälan (vuxen)" med
      | polisanmalan | <svar> |
    Så har Polismyndigheten <följd>

    Exempel:
      | vem                   | svar    | följd                                   |
      | Socialtjänsten        | anmalan | uppgiften "Upprätta brottsanmälan"      |
      | Hälso- och sjukvården | anmalan | uppgiften "Upprätta brottsanmälan"      |
      | regionkoordinatorn    | anmalan | uppgiften "Upprätta brottsanmälan"      |
      | Civilsamhället        | anmalan | uppgiften "Upprätta brottsanmälan"      |
      | Civilsamhället        | nej     | inte uppgiften "Upprätta brottsanmälan" |

  Scenario: En underrättelse blir ingen brottsanmälan, men polisen prövar om förundersökning ska inledas
    Givet att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | nekat    |
      | samtycke_rk        | nekat    |
    Och att alla har arbetat fram till "Anmäl till polisen eller lämna underrättelse"
    När Migrationsverket slutför "Anmäl till polisen eller lämna underrättelse" med
      | polisanmalan | underrattelse |
    Så har Polismyndigheten uppgiften "Besluta om förundersökning"
    Och har ingen haft uppgiften "Upprätta brottsanmälan"

  Scenario: För ett barn kan det vara bäst att vänta med anmälan, och skyddet beror inte på den
    Givet att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar |
      | alderskategori      | barn     |
      | akut_fara           | nej      |
      | behov_konsultation  | nej      |
      | behov_av_vard       | nej      |
      | samtycke_rk         | nekat    |
      | polisanmalan        | nej      |
      | omedelbart_skydd    | nej      |
      | barnutredning_oppen | ja       |
      | polisanmalan_provad | nej      |
    Och att alla har arbetat fram till "Gör omedelbar skyddsbedömning"
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning"
    Så har Socialtjänsten uppgiften "Bedöm polisanmälan för barn"
    När Socialtjänsten slutför "Bedöm polisanmälan för barn" med
      | polisanmalan | nej |
    Så har Polismyndigheten inte uppgiften "Upprätta brottsanmälan"
    När alla arbetar fram till "Stäm av akuta behov"
    Så har Socialtjänsten uppgiften "Stäm av akuta behov"
