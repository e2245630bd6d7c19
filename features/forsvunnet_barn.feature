# language: sv
Egenskap: Ett försvunnet barn
  Polis, god man och placering får veta genast. Bara en chef avslutar uppföljningen, och bara när
  någon annan har tagit över ansvaret.

  Scenario: Uppföljningen avslutas när ett annat lands myndighet har tagit över
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | oklar      |
      | medborgarskap       | svensk     |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_rk         | nekat      |
      | polisanmalan        | nej        |
      | omedelbart_skydd    | nej        |
      | barnutredning_oppen | ja         |
      | polisanmalan_provad | ja         |
      | ensamkommande       | nej        |
      | hemvist             | sverige    |
    När alla arbetar fram till "Fastställ ansvarig kommun"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och Socialtjänsten slutför "Polisanmäl försvunnet barn genast"
    Och Polismyndigheten slutför "Registrera och inled eftersökning"
    Och Socialtjänsten slutför "Registrera ny orosanmälan"
    Och Socialtjänsten slutför "Underrätta god man och berörda"
    Och klockan är 23:59 den 2026-03-09
    Så har ingen uppgiften "Följ upp försvunnet barn"
    När klockan är 00:01 den 2026-03-10
    Och Socialtjänsten slutför "Följ upp försvunnet barn" med
      | fortsatt_sok | nej |
    Så har forsvunnen avslutats
