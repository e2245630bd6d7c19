# language: sv
Egenskap: Asyl
  Asylansökan prövas för sig, vid sidan av stödet. Ett avslag lämnar ingen ensam.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | vistelseratt       | ja       |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | behov_av_vard      | nej      |
      | samtycke_soc       | givet    |
      | samtycke_rk        | nekat    |
      | polisanmalan       | nej      |
      | skyddsbehov        | nej      |
    Och att alla har arbetat fram till "Utred behov av insatser"
    När Migrationsverket registrerar händelsen "Asyl söks"

  Scenariomall: Ett beslut som inte är ett avslag avslutar bara prövningen
    När Migrationsverket slutför "Handlägg asylansökan" med
      | asyl_utfall | <beslut> |
    Så har asyl avslutats
    Och har ingen haft uppgiften "Stötta personen efter avslaget"
    Och har Socialtjänsten uppgiften "Utred behov av insatser"

    Exempel:
      | beslut    |
      | bifall    |
      | avskriven |

  Scenario: Den som får avslag får stöd av regionkoordinatorn
    När Migrationsverket slutför "Handlägg asylansökan" med
      | asyl_utfall | avslag |
    Så har regionkoordinatorn uppgiften "Stötta personen efter avslaget"
    När regionkoordinatorn slutför "Stötta personen efter avslaget"
    Så har asyl avslutats
    Och är ärendet inte avslutat

  Scenario: När personen har lämnat landet är asylärendet inte längre öppet
    När Migrationsverket registrerar händelsen "Utvisning verkställd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A7
    Och har asyl avslutats
    Och har Migrationsverket ingen uppgift i ärendet
    Och stämmer ärendet med sin logg

  Scenario: Kommunen tar över stödet när tillstånd enligt 5:15 söks, och asylprövningen fortsätter
    När Migrationsverket registrerar händelsen "Tillstånd enligt UtlL 5:15 har sökts under asylprövningen"
    Så har Migrationsverket uppgiften "Lämna över ansvaret för stödet"
    Och har Migrationsverket uppgiften "Handlägg asylansökan"
    Och har ingen uppgiften "Ta över ansvaret för stödet"
    När Migrationsverket slutför "Lämna över ansvaret för stödet"
    Och Socialtjänsten slutför "Ta över ansvaret för stödet"
    Så pågår asyl
    När Migrationsverket slutför "Handlägg asylansökan" med
      | asyl_utfall | bifall |
    Så har asyl avslutats

  Scenario: SC-02 Utan en sådan ansökan ligger stödet kvar hos Migrationsverket
    När alla arbetar fram till "Påbörja individuell plan (SIP)"
    Så har ingen haft uppgiften "Lämna över ansvaret för stödet"

  Scenario: Stödet efter ett avslag upphör med ärendet
    När Migrationsverket slutför "Handlägg asylansökan" med
      | asyl_utfall | avslag |
    Och Migrationsverket registrerar händelsen "Utvisning verkställd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A7
    Och har ingen uppgiften "Stötta personen efter avslaget"
