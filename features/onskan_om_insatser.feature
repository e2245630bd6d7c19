# language: sv
Egenskap: Önskan om insatser
  En vuxen bestämmer själv. Den som säger ja får sin önskan förmedlad till socialtjänsten av den som
  upptäckte misstanken.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02

  Scenariomall: Den som upptäckte misstanken förmedlar önskan, och socialtjänsten tar emot ansökan
    Givet att <vem> har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | givet    |
      | samtycke_rk        | nekat    |
    Och att alla har arbetat fram till "Förmedla önskan om insatser"
    Så har Socialtjänsten ingen uppgift i ärendet
    När <vem> slutför "Förmedla önskan om insatser"
    Så har Socialtjänsten uppgiften "Ta emot ansökan om insatser"
    Och har <vem> inte uppgiften "Förmedla önskan om insatser"

    Exempel:
      | vem                   |
      | Polismyndigheten      |
      | Migrationsverket      |
      | Arbetsmiljöverket     |
      | Hälso- och sjukvården |
      | regionkoordinatorn    |
      | Civilsamhället        |

  Scenario: När socialtjänsten själv upptäckte misstanken behövs ingen som förmedlar
    Givet att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | givet    |
    Och att alla har arbetat fram till "Ta emot ansökan om insatser"
    Så har ingen haft uppgiften "Förmedla önskan om insatser"
