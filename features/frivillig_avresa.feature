# language: sv
Egenskap: Frivillig avresa
  När ett beslut om avvisning eller utvisning har vunnit laga kraft har personen en tid att resa själv.
  Återvändandeprogrammet är öppet hela tiden.

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
      | nasta_uppfoljning   | 2029-06-01 |
      | hemvist             | sverige    |
      | ensamkommande       | nej        |
      | omedelbart_skydd    | nej        |
      | barnutredning_oppen | ja         |
      | polisanmalan_provad | ja         |
      | avlagsnande_datum   | 2026-03-02 |
      | avresa_senast       | 2026-03-16 |
    Och att alla har arbetat fram till "Upprätta långsiktig plan"
    När Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Migrationsverket registrerar händelsen "Beslut om avvisning eller utvisning har vunnit laga kraft"

  Scenario: Den som reser inom tiden har lämnat landet på annat sätt
    När Migrationsverket slutför "Informera om frivillig avresa"
    Så ska Migrationsverket ha slutfört "Registrera avresan" senast 2026-03-16
    När Migrationsverket slutför "Registrera avresan" med
      | avresa | avrest |
    Och Socialtjänsten slutför "Avsluta ärendet" med
      | sluttillstand | A7 |
    Så är ärendet avslutat med A7
    Och har ingen haft uppgiften "Ta ställning till återreseförbud"
    Och stämmer ärendet med sin logg

  Scenario: När tiden är ute prövar Migrationsverket återreseförbud
    När Migrationsverket slutför "Informera om frivillig avresa"
    Och klockan är 23:59 den 2026-03-16
    Så har Migrationsverket uppgiften "Registrera avresan"
    När klockan är 00:01 den 2026-03-17
    Så har ingen uppgiften "Registrera avresan"
    Och står det i loggen att DL-48 har löpt ut
    När Migrationsverket slutför "Ta ställning till återreseförbud"
    Så har frivillig_avresa avslutats
    Och är ärendet inte avslutat

  Scenario: Ett hinder eller ett nytt tillstånd gör att tiden inte längre gäller
    När Migrationsverket slutför "Informera om frivillig avresa"
    Och Migrationsverket slutför "Registrera avresan" med
      | avresa | hinder |
    Så har frivillig_avresa avslutats
    Och pågår stodspar

  Scenariomall: Frågan faller när ärendet avslutas
    När alla arbetar fram till "<uppgift>"
    Och Migrationsverket registrerar händelsen "Utvisning verkställd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A7
    Och har ingen någon uppgift i ärendet

    Exempel:
      | uppgift                       |
      | Informera om frivillig avresa |
      | Registrera avresan            |
