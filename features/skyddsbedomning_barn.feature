# language: sv
Egenskap: Omedelbar skyddsbedömning för ett barn
  Socialtjänsten bedömer barnets skydd genast, senast dagen efter. Vilket skydd barnet än får
  förhandsbedöms anmälan, och sekretessen mot vårdnadshavaren prövas.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Hälso- och sjukvården har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar |
      | alderskategori      | barn     |
      | akut_fara           | nej      |
      | behov_konsultation  | nej      |
      | behov_av_vard       | nej      |
      | samtycke_rk         | nekat    |
      | polisanmalan        | nej      |
      | ensamkommande       | nej      |
      | hemvist             | sverige  |
      | omedelbart_skydd    | ja       |
      | barnutredning_oppen | nej      |
      | polisanmalan_provad | ja       |
      | anmalan_inkom       | i dag    |
    Och att alla har arbetat fram till "Gör omedelbar skyddsbedömning"

  Scenario: Bedömningen görs inom ett dygn, och socialtjänsten påminns före det
    Så ska Socialtjänsten ha slutfört "Gör omedelbar skyddsbedömning" senast 2026-03-03
    När klockan är 08:00 den 2026-03-03
    Så har Socialtjänsten påmints om "Gör omedelbar skyddsbedömning" 2 gånger

  Scenario: En bedömning som dröjer mer än ett dygn ska ändå göras
    När klockan är 09:30 den 2026-03-04
    Så har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning" med
      | skyddsform | samtycke |
    Så har Socialtjänsten uppgiften "Besluta om placering"

  Scenario: Barnet placeras frivilligt när vårdnadshavaren samtycker
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning" med
      | skyddsform | samtycke |
    Så har Socialtjänsten uppgiften "Besluta om placering"
    Och har Socialtjänsten uppgiften "Pröva sekretess mot vårdnadshavare"
    Och pågår barnutredning
    Och har lvu inte startats
    Och har skyddat_boende_barn inte startats

  Scenario: Barnet omhändertas när frivillighet inte räcker
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning" med
      | skyddsform | lvu |
    Så pågår lvu
    Och pågår barnutredning
    Och har ingen uppgiften "Besluta om placering"

  Scenario: Anmälan förhandsbedöms även när barnet inte behöver skydd genast
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning" med
      | omedelbart_skydd | nej |
    Så har Socialtjänsten uppgiften "Förhandsbedöm anmälan"
    Och har Socialtjänsten uppgiften "Pröva sekretess mot vårdnadshavare"
    Och har ingen uppgiften "Besluta om placering"
    Och har lvu inte startats

  Scenario: En utredning som redan pågår startas inte en gång till
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning" med
      | skyddsform          | samtycke |
      | barnutredning_oppen | ja       |
    Så har barnutredning inte startats

  Scenario: En polisanmälan som inte är prövad prövas nu
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning" med
      | skyddsform          | samtycke |
      | polisanmalan_provad | nej      |
    Och Socialtjänsten slutför "Bedöm polisanmälan för barn" med
      | polisanmalan | anmalan |
    Så har Polismyndigheten uppgiften "Upprätta brottsanmälan"
    När Polismyndigheten slutför "Upprätta brottsanmälan"
    Och Polismyndigheten slutför "Besluta om förundersökning" med
      | fu_status | pagar |
    Så pågår straffrattsligt_forfarande

  Scenario: En polisanmälan som prövas och inte görs lämnas därhän
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning" med
      | skyddsform          | samtycke |
      | polisanmalan_provad | nej      |
    Och Socialtjänsten slutför "Bedöm polisanmälan för barn" med
      | polisanmalan | nej |
    Så har ingen uppgiften "Upprätta brottsanmälan"

  Scenario: En skyddsbedömning som dröjer mer än ett dygn syns som försenad men ska göras
    När klockan är 10:00 den 2026-03-04
    Så har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och ska Socialtjänsten ha slutfört "Gör omedelbar skyddsbedömning" senast 2026-03-03
