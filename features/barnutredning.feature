# language: sv
Egenskap: Utredning av ett barns behov
  Fjorton dagar att förhandsbedöma, fyra månader att utreda. En tid som går ut stoppar inget
  arbete: den syns, och en chef tar ställning.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Hälso- och sjukvården har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | barn       |
      | medborgarskap       | svensk     |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_rk         | nekat      |
      | polisanmalan        | nej        |
      | ensamkommande       | nej        |
      | hemvist             | sverige    |
      | omedelbart_skydd    | nej        |
      | barnutredning_oppen | nej        |
      | polisanmalan_provad | ja         |
      | anmalan_inkom       | 2026-03-02 |
      | nsp_behov           | nej        |
      | samtycke_sip        | nekat      |
      | placerat_barn       | nej        |
      | nasta_uppfoljning   | 2026-12-01 |
    Och att alla har arbetat fram till "Förhandsbedöm anmälan"

  Scenario: En anmälan som inte leder till utredning återkopplas inom en vecka
    Så ska Socialtjänsten ha slutfört "Förhandsbedöm anmälan" senast 2026-03-16
    När Socialtjänsten slutför "Förhandsbedöm anmälan" med
      | utredning_inleds | nej |
    Så ska Socialtjänsten ha slutfört "Återkoppla till anmälaren" senast 2026-03-09
    När Socialtjänsten slutför "Återkoppla till anmälaren"
    Så har barnutredning avslutats
    Och har ingen haft uppgiften "Utred barnets behov"

  Scenario: En förhandsbedömning som drar över tiden går till chefen, och görs ändå
    När klockan är 23:59 den 2026-03-16
    Så har ingen uppgiften "Åtgärda försenad förhandsbedömning"
    När klockan är 00:01 den 2026-03-17
    Så har Socialtjänsten uppgiften "Åtgärda försenad förhandsbedömning"
    Och har Socialtjänsten uppgiften "Förhandsbedöm anmälan"
    Och står det i loggen att DL-03 har löpt ut
    När Socialtjänsten slutför "Åtgärda försenad förhandsbedömning"
    Så har Socialtjänsten uppgiften "Förhandsbedöm anmälan"

  Scenario: Fyra månader som slutar en söndag slutar på måndagen
    När klockan är 09:00 den 2026-03-05
    Och Socialtjänsten slutför "Förhandsbedöm anmälan" med
      | utredning_inleds | ja |
    Och Socialtjänsten slutför "Besluta att inleda utredning" med
      | utredning_inledd | 2026-03-05 |
    Så ska Socialtjänsten ha slutfört "Utred barnets behov" senast 2026-07-06
    Och ska Socialtjänsten ha slutfört "Återkoppla till anmälaren" senast 2026-03-12
    När klockan är 23:59 den 2026-07-06
    Så har ingen uppgiften "Besluta om förlängd utredningstid"
    När klockan är 00:01 den 2026-07-07
    Så har Socialtjänsten uppgiften "Besluta om förlängd utredningstid"
    Och har Socialtjänsten uppgiften "Utred barnets behov"
    Och står det i loggen att DL-05 har löpt ut
    När Socialtjänsten slutför "Besluta om förlängd utredningstid"
    Så har Socialtjänsten uppgiften "Utred barnets behov"

  Scenario: En utredning som leder till insats är klar med beslutet
    När Socialtjänsten slutför "Förhandsbedöm anmälan" med
      | utredning_inleds | ja |
    Och alla arbetar fram till "Besluta om insats"
    Och Socialtjänsten slutför "Besluta om insats" med
      | beslut_insats | insats |
    Så har barnutredning avslutats
    Och har ingen uppgiften "Följ upp barnets situation"

  Scenario: Barnet följs upp i högst sex månader, också när de slutar en lördag
    När svaren från och med nu är
      | utredning_inleds   | ja          |
      | utredning_avslutad | 2026-04-03  |
      | beslut_insats      | uppfoljning |
    Och klockan är 09:00 den 2026-04-03
    Och alla arbetar fram till "Följ upp barnets situation"
    Så ska Socialtjänsten ha slutfört "Följ upp barnets situation" senast 2026-10-03
    När klockan är 23:59 den 2026-10-03
    Så har Socialtjänsten uppgiften "Följ upp barnets situation"
    När klockan är 00:01 den 2026-10-04
    Så har ingen uppgiften "Följ upp barnets situation"
    Och har barnutredning avslutats
    Och står det i loggen att DL-08 har löpt ut

  Scenario: En uppföljning som görs i tid avslutar utredningen
    När svaren från och med nu är
      | utredning_inleds | ja          |
      | beslut_insats    | uppfoljning |
    Och alla arbetar fram till "Följ upp barnets situation"
    Och Socialtjänsten slutför "Följ upp barnets situation"
    Så har barnutredning avslutats

  Scenario: SC-18 Utredningen görs klar även när misstanken är vederlagd
    När svaren från och med nu är
      | utredning_inleds | ja          |
      | beslut_insats    | utan_insats |
    Och alla arbetar fram till "Fastställ ansvarig kommun"
    Och Socialtjänsten slutför "Fastställ ansvarig kommun"
    Och Socialtjänsten registrerar händelsen "Misstanken är vederlagd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har stodspar avslutats
    Och pågår barnutredning
    Och är ärendet inte avslutat
    När alla arbetar fram till "Besluta om insats"
    Och Socialtjänsten slutför "Besluta om insats"
    Så har barnutredning avslutats
    Och är ärendet avslutat med A1
    Och stämmer ärendet med sin logg

  Scenario: Utredningen slutförs trots att barnet flyttar, och tiden börjar inte om
    När Socialtjänsten slutför "Förhandsbedöm anmälan" med
      | utredning_inleds | ja |
    Och Socialtjänsten slutför "Besluta att inleda utredning" med
      | utredning_inledd | 2026-03-02 |
    Så ska Socialtjänsten ha slutfört "Utred barnets behov" senast 2026-07-02
    När klockan är 09:00 den 2026-05-04
    Och Socialtjänsten registrerar händelsen "Barnet har flyttat till en annan kommun under utredningen"
    Och Socialtjänsten slutför "Avgör vem som slutför utredningen" med
      | utredning_overtagen | nej |
    Så ska Socialtjänsten ha slutfört "Utred barnets behov" senast 2026-07-02
    # Tiden missas: den var inte ny
    När klockan är 00:01 den 2026-07-03
    Så står det i loggen att DL-05 har löpt ut

  Scenario: Den nya kommunen tar över utredningen
    När Socialtjänsten slutför "Förhandsbedöm anmälan" med
      | utredning_inleds | ja |
    Och Socialtjänsten slutför "Besluta att inleda utredning"
    Och Socialtjänsten registrerar händelsen "Barnet har flyttat till en annan kommun under utredningen"
    Och Socialtjänsten slutför "Avgör vem som slutför utredningen" med
      | utredning_overtagen | ja |
    Så har barnutredning avslutats
    Och har ingen uppgiften "Utred barnets behov"

  Scenario: Ett barn i jourhem flyttar inom två månader från det att utredningen är klar
    När svaren från och med nu är
      | utredning_inleds   | ja         |
      | utredning_avslutad | 2026-04-01 |
      | beslut_insats      | insats     |
      | jourhem            | ja         |
    Och klockan är 09:00 den 2026-04-01
    Och alla arbetar fram till "Flytta barnet från jourhemmet"
    Så ska Socialtjänsten ha slutfört "Flytta barnet från jourhemmet" senast 2026-06-01
    När Socialtjänsten slutför "Flytta barnet från jourhemmet"
    Så har barnutredning avslutats

  Scenario: Längre tid i jourhem prövas av chefen, och barnet ska ändå flytta
    När svaren från och med nu är
      | utredning_inleds   | ja         |
      | utredning_avslutad | 2026-04-01 |
      | beslut_insats      | insats     |
      | jourhem            | ja         |
    Och klockan är 09:00 den 2026-04-01
    Och alla arbetar fram till "Flytta barnet från jourhemmet"
    Och klockan är 23:59 den 2026-06-01
    Så har ingen uppgiften "Pröva längre tid i jourhem"
    När klockan är 00:01 den 2026-06-02
    Så har Socialtjänsten uppgiften "Pröva längre tid i jourhem"
    Och står det i loggen att DL-26 har löpt ut
    När Socialtjänsten slutför "Pröva längre tid i jourhem"
    Så har Socialtjänsten uppgiften "Flytta barnet från jourhemmet"

  Scenario: En återkoppling som dröjer mer än en vecka är försenad men ska ändå ges
    När Socialtjänsten slutför "Förhandsbedöm anmälan" med
      | utredning_inleds | nej |
    Och klockan är 09:00 den 2026-03-10
    Så ska Socialtjänsten ha slutfört "Återkoppla till anmälaren" senast 2026-03-09
    När Socialtjänsten slutför "Återkoppla till anmälaren"
    Så har barnutredning avslutats

  Scenario: Den som inte inleder utredningen genast, eller inte informerar, blir påmind
    När Socialtjänsten slutför "Förhandsbedöm anmälan" med
      | utredning_inleds | ja |
    Så har "Besluta att inleda utredning" ingen sista dag
    När klockan är 09:00 den 2026-03-03
    Så har Socialtjänsten påmints om "Besluta att inleda utredning" 1 gånger
    När Socialtjänsten slutför "Besluta att inleda utredning"
    Så har "Informera dem som berörs" ingen sista dag
    När klockan är 09:00 den 2026-03-06
    Så har Socialtjänsten påmints om "Informera dem som berörs" 1 gånger
