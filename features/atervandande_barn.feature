# language: sv
Egenskap: Ett barns återvändande
  Ett barn skilt från sin familj återvänder bara om myndigheterna i båda länderna bedömer att det är
  barnets bästa, och någon där hemma har tagit över ansvaret.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att regionkoordinatorn har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke             | kvarstar          |
      | alderskategori        | barn              |
      | vistelseratt          | ja                |
      | akut_fara             | nej               |
      | behov_konsultation    | nej               |
      | behov_av_vard         | nej               |
      | samtycke_rk           | givet             |
      | polisanmalan          | nej               |
      | omedelbart_skydd      | nej               |
      | barnutredning_oppen   | ja                |
      | polisanmalan_provad   | ja                |
      | atervandande_malgrupp | ja                |
      | samtycke_iom          | givet             |
      | hjalpare              | regionkoordinator |
      | ud_regelverk          | haag_1996         |
      | rk_beslut             | godkand           |
      | iom_beslut            | godkand           |
      | risker_hanterade      | ja                |
    Och att alla har arbetat fram till "Fastställ ansvarig kommun"
    När regionkoordinatorn registrerar händelsen "Personen vill återvända"
    Och regionkoordinatorn slutför "Säkerställ ett informerat beslut"
    Så har Socialtjänsten uppgiften "Fråga UD om hemlandets myndigheter"
    Och har regionkoordinatorn inte uppgiften "Ge råd och fyll i ansökan"

  Scenario: Är länderna inte eniga stannar barnet i vård
    När Socialtjänsten slutför "Fråga UD om hemlandets myndigheter"
    Och Utrikesdepartementet slutför "Svara om tillämpligt regelverk"
    Och Utrikesdepartementet slutför "Bistå i kontakten med hemlandet"
    Och Socialtjänsten slutför "Registrera svaret från hemlandet"
    Och Socialtjänsten slutför "Bedöm barnets bästa" med
      | bada_eniga | nej |
    Så har atervandande avslutats
    Och är variabeln atervandande_utfall avbrutet i atervandande
    Och deltar IOM inte i ärendet
    Och stämmer ärendet med sin logg

  Scenario: Är båda eniga reser barnet, och socialtjänsten släpper ansvaret först när någon tagit över det
    När alla arbetar fram till "Bedöm barnets bästa"
    Och Socialtjänsten slutför "Bedöm barnets bästa" med
      | bada_eniga | ja |
    Så har regionkoordinatorn uppgiften "Ge råd och fyll i ansökan"
    När alla arbetar fram till "Genomför återresan"
    Och IOM slutför "Genomför återresan"
    Så har Socialtjänsten uppgiften "Bekräfta övertagande av ansvar"
    Och har IOM ingen uppgift i ärendet
    När Socialtjänsten slutför "Bekräfta övertagande av ansvar"
    Så har IOM uppgiften "Ge återintegrering och uppföljning"
    Och stämmer ärendet med sin logg
