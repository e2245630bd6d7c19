# language: sv
Egenskap: Personen byter kommun
  En placering i en annan kommun flyttar inte ansvaret. Den som bosätter sig där kan flyttas över, men
  ansvaret ligger kvar tills den andra kommunen har tagit över det.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | vuxen      |
      | medborgarskap       | eu_ees     |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_soc        | givet      |
      | samtycke_rk         | givet      |
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
    Och att alla har arbetat fram till "Utred behov av insatser"
    När Socialtjänsten registrerar händelsen "Personen byter kommun"

  Scenario: Den som är placerad i en annan kommun är kvar hos oss
    När Socialtjänsten slutför "Bedöm ansvaret efter flytten" med
      | flytt_skal    | placerad |
      | kommun_ansvar | kvar     |
    Så har kommunbyte avslutats
    Och har ingen haft uppgiften "Begär överflyttning"
    Och har Socialtjänsten uppgiften "Utred behov av insatser"
    Och är ärendet inte avslutat

  Scenario: SC-19 Den andra kommunen svarar inte, IVO avgör och ärendet flyttas över
    När Socialtjänsten slutför "Bedöm ansvaret efter flytten" med
      | flytt_skal    | bosatt        |
      | kommun_ansvar | overflyttning |
    Och Socialtjänsten slutför "Begär överflyttning" med
      | overflyttning_begard | 2026-03-02 |
    # Den 2 april är skärtorsdag, en vardag
    Så ska Socialtjänsten ha slutfört "Registrera kommunens svar" senast 2026-04-02
    # Ansvaret och stödet ligger kvar under tiden
    Och har Socialtjänsten uppgiften "Utred behov av insatser"
    När klockan är 23:59 den 2026-04-02
    Så har ingen uppgiften "Ansök om överflyttning hos IVO"
    När klockan är 00:01 den 2026-04-03
    Så har Socialtjänsten uppgiften "Ansök om överflyttning hos IVO"
    Och har Socialtjänsten uppgiften "Registrera kommunens svar"
    Och står det i loggen att DL-34 har löpt ut
    När klockan är 09:00 den 2026-04-07
    Och Socialtjänsten slutför "Ansök om överflyttning hos IVO" med
      | ivo_ansokan | ansok      |
      | ivo_ansokt  | 2026-04-07 |
    Så ska Socialtjänsten ha slutfört "Registrera IVO:s beslut" senast 2026-07-07
    När Socialtjänsten slutför "Registrera IVO:s beslut" med
      | ivo_beslut | bifall |
    Och Socialtjänsten slutför "Lämna över ärendet"
    Så har kommunbyte avslutats
    Och har ingen uppgiften "Registrera kommunens svar"
    När Socialtjänsten slutför "Avsluta ärendet" med
      | sluttillstand | A3 |
    Så är ärendet avslutat med A3
    Och stämmer ärendet med sin logg

  Scenario: Kommunen tar över inom månaden
    När Socialtjänsten slutför "Bedöm ansvaret efter flytten" med
      | kommun_ansvar | overflyttning |
    Och Socialtjänsten slutför "Begär överflyttning"
    Och Socialtjänsten slutför "Registrera kommunens svar" med
      | overflyttning_svar | overtar |
    Och Socialtjänsten slutför "Lämna över ärendet"
    Så har Socialtjänsten uppgiften "Avsluta ärendet"
    Och har ingen haft uppgiften "Ansök om överflyttning hos IVO"

  Scenario: Kommunen säger nej, och IVO låter ansvaret ligga kvar
    När Socialtjänsten slutför "Bedöm ansvaret efter flytten" med
      | kommun_ansvar | overflyttning |
    Och Socialtjänsten slutför "Begär överflyttning"
    Och Socialtjänsten slutför "Registrera kommunens svar" med
      | overflyttning_svar | avbojer |
    Och Socialtjänsten slutför "Ansök om överflyttning hos IVO" med
      | ivo_ansokan | ansok |
    Och klockan är 09:00 den 2026-06-15
    Så har Socialtjänsten uppgiften "Registrera IVO:s beslut"
    När Socialtjänsten slutför "Registrera IVO:s beslut" med
      | ivo_beslut | avslag |
    Så har kommunbyte avslutats
    Och har ingen uppgiften "Avsluta ärendet"

  Scenario: Kommunen tar över medan IVO prövar, och IVO:s beslut ändrar inget
    När Socialtjänsten slutför "Bedöm ansvaret efter flytten" med
      | kommun_ansvar | overflyttning |
    Och Socialtjänsten slutför "Begär överflyttning" med
      | overflyttning_begard | 2026-03-02 |
    Och klockan är 09:00 den 2026-04-07
    Och Socialtjänsten slutför "Ansök om överflyttning hos IVO" med
      | ivo_ansokan | ansok |
    Och Socialtjänsten slutför "Registrera kommunens svar" med
      | overflyttning_svar | overtar |
    Så har Socialtjänsten uppgiften "Lämna över ärendet"
    När Socialtjänsten slutför "Registrera IVO:s beslut" med
      | ivo_beslut | avslag |
    Så har Socialtjänsten uppgiften "Lämna över ärendet"
    När Socialtjänsten slutför "Lämna över ärendet"
    Så har kommunbyte avslutats
    Och stämmer ärendet med sin logg

  Scenario: Ett nej som kommer när IVO redan har frågan ändrar inget
    När Socialtjänsten slutför "Bedöm ansvaret efter flytten" med
      | kommun_ansvar | overflyttning |
    Och Socialtjänsten slutför "Begär överflyttning" med
      | overflyttning_begard | 2026-03-02 |
    Och klockan är 09:00 den 2026-04-07
    Och Socialtjänsten slutför "Registrera kommunens svar" med
      | overflyttning_svar | avbojer |
    Så har Socialtjänsten uppgiften "Ansök om överflyttning hos IVO"
    När Socialtjänsten slutför "Ansök om överflyttning hos IVO" med
      | ivo_ansokan | avvakta |
    Så har kommunbyte avslutats
    Och är ärendet inte avslutat

  Scenariomall: Frågan faller när ärendet avslutas
    När svaren från och med nu är
      | kommun_ansvar | overflyttning |
    Och alla arbetar fram till "<uppgift>"
    Och Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A4
    Och har ingen någon uppgift i ärendet

    Exempel:
      | uppgift                      |
      | Bedöm ansvaret efter flytten |
      | Begär överflyttning          |
