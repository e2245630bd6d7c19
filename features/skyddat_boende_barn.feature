# language: sv
Egenskap: Skyddat boende för ett barn utan den andra vårdnadshavarens samtycke
  Nämndens ordförande beslutar. Beslutet gäller bara om rätten får det i tid: en vecka från
  beslutet, och sex veckor från placeringen för ansökan.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Hälso- och sjukvården har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar       |
      | alderskategori      | barn           |
      | akut_fara           | nej            |
      | behov_konsultation  | nej            |
      | behov_av_vard       | nej            |
      | samtycke_rk         | nekat          |
      | polisanmalan        | nej            |
      | ensamkommande       | nej            |
      | hemvist             | sverige        |
      | omedelbart_skydd    | ja             |
      | skyddsform          | skyddat_boende |
      | barnutredning_oppen | nej            |
      | polisanmalan_provad | ja             |
    Och att alla har arbetat fram till "Besluta om omedelbart skyddat boende"
    Och att Socialtjänsten har "Besluta om omedelbart skyddat boende" framför sig

  Scenario: Bara nämndens ordförande får besluta om skyddat boende
    När en handläggare utan rollen försöker slutföra "Besluta om omedelbart skyddat boende"
    Så nekas det, och försöket finns i loggen över nekade försök

  Scenario: Beslutet prövas av rätten och barnet får bo kvar
    När klockan är 09:00 den 2026-03-04
    Och Socialtjänsten slutför "Besluta om omedelbart skyddat boende" med
      | beslutsdatum    | 2026-03-03 |
      | placeringsdatum | 2026-03-04 |
    Så ska Socialtjänsten ha slutfört "Underställ beslutet förvaltningsrätten" senast 2026-03-10
    När Socialtjänsten slutför "Underställ beslutet förvaltningsrätten"
    Och domstolen slutför "Pröva det underställda beslutet" med
      | provning | faststallt |
    Så ska Socialtjänsten ha slutfört "Ansök om skyddat boende för barnet" senast 2026-04-15
    När Socialtjänsten slutför "Ansök om skyddat boende för barnet"
    Så ska domstolen ha slutfört "Döm i målet om skyddat boende" senast 2026-03-18
    När klockan är 09:00 den 2026-03-18
    Och domstolen slutför "Döm i målet om skyddat boende" med
      | dom_vard         | bifall     |
      | senaste_provning | 2026-03-18 |
    Så ska Socialtjänsten ha slutfört "Överväg skyddat boende och hemlig vistelseort" senast 2026-09-18
    När klockan är 09:00 den 2026-04-20
    Och Socialtjänsten slutför "Överväg skyddat boende och hemlig vistelseort" med
      | fortsatt_vard    | ja         |
      | senaste_provning | 2026-04-20 |
    Så ska Socialtjänsten ha slutfört "Överväg skyddat boende och hemlig vistelseort" senast 2026-10-20
    # Ett missat övervägande står kvar som försenat
    När klockan är 09:00 den 2026-10-21
    Så har Socialtjänsten påmints om "Överväg skyddat boende och hemlig vistelseort" 1 gånger
    När Socialtjänsten slutför "Överväg skyddat boende och hemlig vistelseort" med
      | fortsatt_vard | nej |
    Så har skyddat_boende_barn avslutats
    Och stämmer ärendet med sin logg

  Scenario: Skyddet upphör när underställningen kommer för sent, och bedöms på nytt
    När Socialtjänsten slutför "Besluta om omedelbart skyddat boende" med
      | beslutsdatum    | 2026-03-02 |
      | placeringsdatum | 2026-03-02 |
    Och klockan är 23:59 den 2026-03-09
    Så har Socialtjänsten uppgiften "Underställ beslutet förvaltningsrätten"
    När klockan är 00:01 den 2026-03-10
    Så har Socialtjänsten inte uppgiften "Underställ beslutet förvaltningsrätten"
    Och har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och står det i loggen att DL-27 har löpt ut
    Och stämmer ärendet med sin logg

  Scenario: Skyddet upphör när ansökan inte kommer inom sex veckor
    När Socialtjänsten slutför "Besluta om omedelbart skyddat boende" med
      | beslutsdatum    | 2026-03-02 |
      | placeringsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Underställ beslutet förvaltningsrätten"
    Och domstolen slutför "Pröva det underställda beslutet" med
      | provning | faststallt |
    Och klockan är 00:01 den 2026-04-14
    Så har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och står det i loggen att DL-28 har löpt ut
    När svaren från och med nu är
      | omedelbart_skydd    | nej |
      | barnutredning_oppen | ja  |
    Och Socialtjänsten slutför "Gör omedelbar skyddsbedömning"
    # Sekretessen prövas i båda bedömningarna
    Och Socialtjänsten slutför "Pröva sekretess mot vårdnadshavare"
    Och Socialtjänsten slutför "Pröva sekretess mot vårdnadshavare"
    Så har skyddat_boende_barn avslutats

  Scenario: Rätten fastställer inte beslutet
    När Socialtjänsten slutför "Besluta om omedelbart skyddat boende" med
      | beslutsdatum    | 2026-03-02 |
      | placeringsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Underställ beslutet förvaltningsrätten"
    Och domstolen slutför "Pröva det underställda beslutet" med
      | provning | ej_faststallt |
    Så har skyddat_boende_barn avslutats

  Scenario: Rätten avslår ansökan
    När Socialtjänsten slutför "Besluta om omedelbart skyddat boende" med
      | beslutsdatum    | 2026-03-02 |
      | placeringsdatum | 2026-03-02 |
    Och Socialtjänsten slutför "Underställ beslutet förvaltningsrätten"
    Och domstolen slutför "Pröva det underställda beslutet" med
      | provning | faststallt |
    Och Socialtjänsten slutför "Ansök om skyddat boende för barnet"
    # Två veckor för rätten; en missad dag avslutar ingenting
    Så ska domstolen ha slutfört "Döm i målet om skyddat boende" senast 2026-03-16
    När klockan är 09:00 den 2026-03-17
    Och domstolen slutför "Döm i målet om skyddat boende" med
      | dom_vard | avslag |
    Så har skyddat_boende_barn avslutats
