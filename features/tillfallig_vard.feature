# language: sv
Egenskap: Tillfällig vård av ett barn som hör hemma i ett annat land
  När svensk domstol saknar behörighet gäller vården två månader i taget. Den upphör om ingen ny
  ansökan görs, och dagen flyttas inte för helger.

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
      | hemvist              | annat_land |
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
      | nsp_behov            | nej        |
      | samtycke_sip         | nekat      |
      | placerat_barn        | nej        |
      | nasta_uppfoljning    | 2027-06-01 |
    Och att alla har arbetat fram till "Besluta om tillfälligt omhändertagande (LVU 6 a §)"
    Och att alla har arbetat fram till "Döm i målet om vård"
    Och att klockan är 09:00 den 2026-03-23
    Och att alla har arbetat fram till "Pröva behovet av fortsatt tillfällig vård"

  Scenario: Vården upphör när två månader har gått, även en lördag, och skyddet bedöms på nytt
    Så har ingen haft uppgiften "Besluta om omedelbart omhändertagande (LVU 6 §)"
    Och ska Socialtjänsten ha slutfört "Pröva behovet av fortsatt tillfällig vård" senast 2026-05-23
    När klockan är 23:59 den 2026-05-23
    Så har Socialtjänsten uppgiften "Pröva behovet av fortsatt tillfällig vård"
    När klockan är 00:01 den 2026-05-24
    Så har ingen uppgiften "Pröva behovet av fortsatt tillfällig vård"
    Och har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och står det i loggen att DL-18 har löpt ut
    Och stämmer ärendet med sin logg

  Scenario: Rätten kan medge två månader till, räknade från medgivandet
    När klockan är 09:00 den 2026-05-18
    Och Socialtjänsten slutför "Pröva behovet av fortsatt tillfällig vård" med
      | fortsatt_tillfallig | ja |
    Och domstolen slutför "Pröva fortsatt tillfällig vård" med
      | medgivande       | bifall     |
      | senaste_provning | 2026-05-18 |
    Så ska Socialtjänsten ha slutfört "Pröva behovet av fortsatt tillfällig vård" senast 2026-07-18

  Scenario: Ett barn som tas emot av sitt hemland lämnar vården utan ny skyddsbedömning
    När Socialtjänsten slutför "Pröva behovet av fortsatt tillfällig vård" med
      | fortsatt_tillfallig | nej |
    Så har lvu avslutats
    Och har ingen uppgiften "Gör omedelbar skyddsbedömning"

  Scenario: Medger rätten inte mer tid är den tillfälliga vården slut
    När Socialtjänsten slutför "Pröva behovet av fortsatt tillfällig vård" med
      | fortsatt_tillfallig | ja |
    Och domstolen slutför "Pröva fortsatt tillfällig vård" med
      | medgivande | avslag |
    Så har lvu avslutats
