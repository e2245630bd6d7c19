# language: sv
Egenskap: Varje ärende slutar på ett av tio sätt
  Slutet är alltid någons beslut eller någons registrerade händelse, och alla spår stannar med det.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | vuxen      |
      | medborgarskap       | tredjeland |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_soc        | givet      |
      | samtycke_rk         | nekat      |
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
      | fortsatt_stod       | klart_i_sverige |

  Scenariomall: Utan misstanke blir det inget stöd, men skälen finns kvar
    När svaren från och med nu är
      | misstanke | <slutsats> |
    Och alla arbetar fram till "Gör samlad bedömning"
    Och Migrationsverket slutför "Gör samlad bedömning"
    Så är ärendet avslutat med <slut>
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg

    Exempel:
      | slutsats | slut |
      | ingen    | A1   |
      | hanvisas | A2   |

  Scenariomall: Socialtjänsten väljer hur ett ärende som är klart slutar
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Nya behov har uppstått"
    Och alla arbetar fram till "Avsluta ärendet"
    Och Socialtjänsten slutför "Avsluta ärendet" med
      | sluttillstand | <slut> |
    Så är ärendet avslutat med <slut>
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg

    Exempel:
      | slut |
      | A3   |
      | A4   |
      | A5   |
      | A6   |
      | A7   |
      | A8   |
      | A9   |
      | A10  |

  Scenariomall: En händelse som avbryter dokumenteras, och alla spår stannar
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och <vem> registrerar händelsen "<händelse>"
    Så har Socialtjänsten uppgiften "Dokumentera avslut i förtid"
    Och har Socialtjänsten uppgiften "Upprätta långsiktig plan"
    När Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med <slut>
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg

    Exempel:
      | vem              | händelse                          | slut |
      | Socialtjänsten   | Misstanken är vederlagd           | A1   |
      | Socialtjänsten   | Personen vill avsluta all kontakt | A4   |
      | Migrationsverket | Utvisning verkställd              | A7   |
      | Socialtjänsten   | Personen har avlidit              | A9   |

  Scenariomall: Ett barn, eller någon vars ålder är oklar, kan inte avsluta sitt skydd
    När svaren från och med nu är
      | alderskategori | <ålder> |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Så har ingen uppgiften "Dokumentera avslut i förtid"
    Och har Socialtjänsten uppgiften "Förklara varför skyddet består"
    När Socialtjänsten slutför "Förklara varför skyddet består"
    Så har Socialtjänsten uppgiften "Upprätta långsiktig plan"
    Och är ärendet inte avslutat
    # Begäran kan komma igen, och andra händelser avbryter fortfarande
    När Socialtjänsten registrerar händelsen "Personen har avlidit"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A9

    Exempel:
      | ålder |
      | barn  |
      | oklar |
