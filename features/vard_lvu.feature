# language: sv
Egenskap: Vård enligt LVU från dom till slut
  Domen kan överklagas i tre veckor. Vården ska ha börjat inom fyra veckor från laga kraft, den
  omprövas var sjätte månad, och den upphör vid 18 eller 21 år beroende på paragraf.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke            | kvarstar   |
      | alderskategori       | barn       |
      | akut_fara            | nej        |
      | behov_konsultation   | nej        |
      | behov_av_vard        | nej        |
      | samtycke_rk          | nekat      |
      | polisanmalan         | nej        |
      | hemvist              | sverige    |
      | ensamkommande        | nej        |
      | omedelbart_skydd     | ja         |
      | skyddsform           | lvu        |
      | barnutredning_oppen  | ja         |
      | polisanmalan_provad  | ja         |
      | hemlig_vistelseort   | nej        |
      | beslutsdatum         | 2026-03-02 |
      | verkstallighetsdatum | 2026-03-02 |
      | provning             | faststallt |
      | ansokan_vard         | ansokan    |
      | dom_vard             | bifall     |
      | senaste_provning     | 2026-03-23 |
    Och att alla har arbetat fram till "Döm i målet om vård"
    Och att klockan är 09:00 den 2026-03-23

  Scenario: Tre veckor från delgivningen får domen laga kraft
    När alla arbetar fram till "Registrera när domen nådde fram"
    Och Socialtjänsten slutför "Registrera när domen nådde fram" med
      | dom_delgiven | 2026-03-23 |
    Och klockan är 23:59 den 2026-04-13
    Så har ingen uppgiften "Registrera laga kraft"
    När klockan är 00:01 den 2026-04-14
    Så har Socialtjänsten uppgiften "Registrera laga kraft"
    Och står det i loggen att DL-23 har löpt ut
    När Socialtjänsten slutför "Registrera laga kraft" med
      | vard_paborjad | ja |
    Så har ingen uppgiften "Påbörja vården"
    Och har Socialtjänsten uppgiften "Överväg fortsatt vård"
    Och stämmer ärendet med sin logg

  Scenariomall: Ett överklagande i tid prövas av kammarrätten
    När alla arbetar fram till "Registrera när domen nådde fram"
    Och Socialtjänsten slutför "Registrera när domen nådde fram" med
      | dom_delgiven | 2026-03-23 |
    Och klockan är 09:00 den 2026-04-13
    Och domstolen registrerar händelsen "Domen om vård enligt LVU har överklagats"
    Och domstolen slutför "Döm i kammarrätten" med
      | kammarratt_dom | <dom> |
    Så <följd>

    Exempel:
      | dom        | följd                                             |
      | faststalld | har Socialtjänsten uppgiften "Registrera laga kraft" |
      | upphavd    | har lvu avslutats                                 |

  Scenario: Vård som börjar i tid gäller
    När svaren från och med nu är
      | dom_delgiven    | 2026-03-23 |
      | vard_paborjad   | nej        |
      | lagakraft_datum | 2026-04-14 |
    Och alla arbetar fram till "Registrera när domen nådde fram"
    Och Socialtjänsten slutför "Registrera när domen nådde fram"
    Och klockan är 09:00 den 2026-04-14
    Och Socialtjänsten slutför "Registrera laga kraft"
    Så ska Socialtjänsten ha slutfört "Påbörja vården" senast 2026-05-12
    När Socialtjänsten slutför "Påbörja vården"
    Så pågår lvu
    Och har Socialtjänsten uppgiften "Överväg fortsatt vård"

  Scenario: Vård som inte har börjat fyra veckor från laga kraft upphör
    När svaren från och med nu är
      | dom_delgiven    | 2026-03-23 |
      | vard_paborjad   | nej        |
      | lagakraft_datum | 2026-04-14 |
    Och alla arbetar fram till "Registrera när domen nådde fram"
    Och Socialtjänsten slutför "Registrera när domen nådde fram"
    Och klockan är 09:00 den 2026-04-14
    Och Socialtjänsten slutför "Registrera laga kraft"
    Och klockan är 23:59 den 2026-05-12
    Så har Socialtjänsten uppgiften "Påbörja vården"
    När klockan är 00:01 den 2026-05-13
    Så har ingen uppgiften "Påbörja vården"
    Och har ingen uppgiften "Överväg fortsatt vård"
    Och har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och står det i loggen att DL-15 har löpt ut
    Och stämmer ärendet med sin logg

  Scenario: Vården omprövas var sjätte månad, räknat från den förra prövningen
    När alla arbetar fram till "Överväg fortsatt vård"
    Så ska Socialtjänsten ha slutfört "Överväg fortsatt vård" senast 2026-09-23
    # Den som missar dagen blir påmind, och uppgiften står kvar
    När klockan är 09:00 den 2026-09-25
    Så har Socialtjänsten påmints om "Överväg fortsatt vård" 1 gånger
    När Socialtjänsten slutför "Överväg fortsatt vård" med
      | fortsatt_vard    | ja         |
      | senaste_provning | 2026-09-25 |
    Så ska Socialtjänsten ha slutfört "Överväg fortsatt vård" senast 2027-03-25
    När Socialtjänsten slutför "Överväg fortsatt vård" med
      | fortsatt_vard | nej |
    Och Socialtjänsten slutför "Besluta att vården upphör"
    Så har lvu avslutats
    Och har ingen uppgiften "Registrera när domen nådde fram"

  Scenario: Vården upphör när skälen inte längre finns, inte först vid nästa övervägande
    När alla arbetar fram till "Överväg fortsatt vård"
    Och Socialtjänsten registrerar händelsen "Skäl för omhändertagandet finns inte längre"
    Så har ingen uppgiften "Överväg fortsatt vård"
    Och har Socialtjänsten uppgiften "Besluta att vården upphör"

  Scenario: Vård enligt 2 § upphör när 18-årsdagen börjar
    När domstolen slutför "Döm i målet om vård" med
      | vard_grund | paragraf_2 |
      | dag_18_ar  | 2026-08-15 |
    Och alla arbetar fram till "Överväg fortsatt vård"
    Och klockan är 23:59 den 2026-08-14
    Så har Socialtjänsten uppgiften "Överväg fortsatt vård"
    När klockan är 00:01 den 2026-08-15
    Så har ingen uppgiften "Överväg fortsatt vård"
    Och har Socialtjänsten uppgiften "Avsluta vården vid åldersgränsen"
    Och står det i loggen att DL-22 har löpt ut
    När Socialtjänsten slutför "Avsluta vården vid åldersgränsen"
    Så har lvu avslutats
    Och stämmer ärendet med sin logg

  Scenario: Vård enligt 3 § går vidare efter 18 och upphör vid 21
    När domstolen slutför "Döm i målet om vård" med
      | vard_grund | paragraf_3 |
      | dag_18_ar  | 2026-08-15 |
      | dag_21_ar  | 2029-08-15 |
    Och alla arbetar fram till "Överväg fortsatt vård"
    Och klockan är 09:00 den 2026-08-15
    Så har Socialtjänsten uppgiften "Överväg fortsatt vård"
    När klockan är 23:59 den 2029-08-14
    Så har Socialtjänsten uppgiften "Överväg fortsatt vård"
    När klockan är 00:01 den 2029-08-15
    Så har ingen uppgiften "Överväg fortsatt vård"
    Och har Socialtjänsten uppgiften "Avsluta vården vid åldersgränsen"

  Scenario: Vård enligt 3 § kan också upphöra för att den inte längre behövs
    När domstolen slutför "Döm i målet om vård" med
      | vard_grund | bada |
    Och alla arbetar fram till "Överväg fortsatt vård"
    Och Socialtjänsten slutför "Överväg fortsatt vård" med
      | fortsatt_vard | nej |
    Och Socialtjänsten slutför "Besluta att vården upphör"
    Så har lvu avslutats
