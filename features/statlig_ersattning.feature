# language: sv
Egenskap: Statlig ersättning för kostnader
  Kommunen och regionen söker kvartalsvis, inom sex månader från kvartalets slut. Därefter är rätten
  till ersättning förlorad.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
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
    Och att alla har arbetat fram till "Utred behov av insatser"
    När klockan är 09:00 den 2026-04-01
    Och Socialtjänsten registrerar händelsen "Kvartalet är slut och statlig ersättning kan sökas"

  Scenario: Kommunen och regionen söker i tid
    När Socialtjänsten slutför "Ange kvartal och kostnader" med
      | kvartal_slut       | 2026-03-31 |
      | ersattning_kommun  | ja         |
      | ersattning_region  | ja         |
    Så ska Socialtjänsten ha slutfört "Ansök om kommunens ersättning" senast 2026-09-30
    Och ska Hälso- och sjukvården ha slutfört "Ansök om regionens ersättning" senast 2026-09-30
    När Socialtjänsten slutför "Ansök om kommunens ersättning"
    Och Hälso- och sjukvården slutför "Ansök om regionens ersättning"
    Och Migrationsverket slutför "Besluta om statlig ersättning"
    Så har statlig_ersattning avslutats
    Och har ingen haft uppgiften "Redovisa utebliven ersättning"
    Och stämmer ärendet med sin logg

  Scenario: Den som inte söker inom sex månader förlorar ersättningen
    När Socialtjänsten slutför "Ange kvartal och kostnader" med
      | kvartal_slut       | 2026-03-31 |
      | ersattning_kommun  | ja         |
      | ersattning_region  | ja         |
    Och klockan är 23:59 den 2026-09-30
    Så har ingen uppgiften "Redovisa utebliven ersättning"
    När klockan är 00:01 den 2026-10-01
    Så har Socialtjänsten uppgiften "Redovisa utebliven ersättning"
    Och har Hälso- och sjukvården uppgiften "Redovisa utebliven ersättning"
    Och står det i loggen att DL-50 har löpt ut
    När Socialtjänsten slutför "Redovisa utebliven ersättning"
    Och Hälso- och sjukvården slutför "Redovisa utebliven ersättning"
    Så har Socialtjänsten uppgiften "Ansök om kommunens ersättning"

  Scenario: Ett kvartal utan kostnader är klart, och nästa kvartal kan komma
    När Socialtjänsten slutför "Ange kvartal och kostnader" med
      | ersattning_kommun  | nej |
      | ersattning_region  | nej |
    Så har statlig_ersattning avslutats
    När Socialtjänsten registrerar händelsen "Kvartalet är slut och statlig ersättning kan sökas"
    Så har Socialtjänsten uppgiften "Ange kvartal och kostnader"
