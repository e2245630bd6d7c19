# language: sv
Egenskap: Ett barn återvänder bara när båda länderna anser att det är bäst för barnet
  Socialtjänsten ansvarar tills hemlandets myndighet har tagit över.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | barn       |
      | medborgarskap       | eu_ees     |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_soc        | givet      |
      | samtycke_rk         | givet      |
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
      | atervandande_malgrupp | ja       |
      | samtycke_iom          | givet    |
      | rk_beslut             | godkand  |
      | iom_beslut            | godkand  |
      | risker_hanterade      | ja       |
      | hjalpare              | socialtjansten |
    Och att alla har arbetat fram till "Utred behov av insatser"
    När Socialtjänsten registrerar händelsen "Personen vill återvända"
    Och alla arbetar fram till "Bedöm barnets bästa"

  Scenario: Är länderna inte eniga stannar barnet i vård
    När Socialtjänsten slutför "Bedöm barnets bästa" med
      | bada_eniga | nej |
    Så har atervandande avslutats
    Och är variabeln atervandande_utfall avbrutet i atervandande
    Och har ingen haft uppgiften "Kontakta regionkoordinator"

  Scenario: När båda är eniga bekräftas övertagandet innan uppföljningen börjar
    När Socialtjänsten slutför "Bedöm barnets bästa" med
      | bada_eniga | ja |
    Och alla arbetar fram till "Bekräfta övertagande av ansvar"
    Så har ingen uppgiften "Ge återintegrering och uppföljning"
    När Socialtjänsten slutför "Bekräfta övertagande av ansvar"
    Så har IOM uppgiften "Ge återintegrering och uppföljning"
