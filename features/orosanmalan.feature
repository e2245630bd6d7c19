# language: sv
Egenskap: Orosanmälan
  Alla som möter barn i sitt arbete anmäler genast till socialtjänsten när ett barn kan fara illa.
  Ingen behöver samtycke för det.

  Scenariomall: Den som upptäckte barnet anmäler, och socialtjänsten tar emot
    Givet att klockan är 09:00 den 2026-03-02
    Och att <vem> har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | barn     |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_rk        | nekat    |
    Och att alla har arbetat fram till "Gör orosanmälan"
    Så har Socialtjänsten inte uppgiften "Ta emot orosanmälan"
    När <vem> slutför "Gör orosanmälan"
    Så har Socialtjänsten uppgiften "Ta emot orosanmälan"
    När Socialtjänsten slutför "Ta emot orosanmälan"
    Så har <vem> inte uppgiften "Gör orosanmälan"

    Exempel:
      | vem                   |
      | Polismyndigheten      |
      | Migrationsverket      |
      | Arbetsmiljöverket     |
      | Hälso- och sjukvården |
      | regionkoordinatorn    |
      | Civilsamhället        |
