# language: sv
Egenskap: Orosanmälan
  Den som misstänker att ett barn far illa anmäler genast, utan att fråga om lov. Är åldern oklar är
  personen ett barn.

  Scenariomall: Varje myndighet som möter barnet anmäler, och påminns om det dröjer
    Givet att klockan är 09:00 den 2026-03-02
    Och att <vem> har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | <ålder>  |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_rk        | nekat    |
      | samtycke_soc       | nekat    |
      | polisanmalan       | nej      |
    När alla arbetar fram till "Gör orosanmälan"
    Så har "Gör orosanmälan" ingen sista dag
    När klockan är 14:00 den 2026-03-02
    Så har <vem> påmints om "Gör orosanmälan" 1 gånger
    När <vem> slutför "Gör orosanmälan"
    Så har Socialtjänsten uppgiften "Ta emot orosanmälan"

    Exempel:
      | vem                   | ålder |
      | Polismyndigheten      | barn  |
      | Migrationsverket      | oklar |
      | Arbetsmiljöverket     | barn  |
      | Hälso- och sjukvården | oklar |
      | regionkoordinatorn    | barn  |
      | Civilsamhället        | oklar |

  Scenario: Socialtjänstens egen oro dokumenteras som en mottagen anmälan
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | oklar    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
    När alla arbetar fram till "Ta emot orosanmälan"
    Så har ingen haft uppgiften "Gör orosanmälan"
    Och har ingen haft uppgiften "Ta emot ansökan om insatser"
