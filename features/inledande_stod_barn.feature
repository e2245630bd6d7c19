# language: sv
Egenskap: Inledande stöd för ett barn
  Ett ensamkommande barn får en god man inom några dagar. Skola och hälsoundersökning ordnas, och
  Utrikesdepartementet hjälper till när barnet hör hemma i ett annat land.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | barn       |
      | medborgarskap       | tredjeland |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_rk         | nekat      |
      | samtycke_sip        | nekat      |
      | polisanmalan        | nej        |
      | nsp_behov           | nej        |
      | omedelbart_skydd    | ja         |
      | skyddsform          | samtycke   |
      | barnutredning_oppen | nej        |
      | polisanmalan_provad | ja         |
      | ensamkommande       | ja         |
      | hemvist             | annat_land |
      | placerat_barn       | nej        |
      | nasta_uppfoljning   | 2027-06-01 |

  Scenario: SC-02 Socialtjänsten ansöker om god man, och barnet får veta vem det är
    När alla arbetar fram till "Ansök om god man"
    Och Socialtjänsten slutför "Ansök om god man" med
      | gm_sokande | socialtjansten |
    Så ska Överförmyndaren ha slutfört "Förordna god man" senast 2026-03-05
    När Överförmyndaren slutför "Förordna god man"
    Så har Överförmyndaren uppgiften "Informera barnet om god man"
    När Överförmyndaren slutför "Informera barnet om god man"
    Så har Överförmyndaren ingen uppgift i ärendet
    Och stämmer ärendet med sin logg

  Scenario: Migrationsverket kan ansöka i stället för socialtjänsten
    När alla arbetar fram till "Ansök om god man"
    Och Socialtjänsten slutför "Ansök om god man" med
      | gm_sokande | migrationsverket |
    Så har Migrationsverket uppgiften "Ansök om god man"
    Och har Överförmyndaren ingen uppgift i ärendet
    När Migrationsverket slutför "Ansök om god man"
    Så har Överförmyndaren uppgiften "Förordna god man"

  Scenariomall: Utrikesdepartementet hjälper till när ett gemensamt regelverk gäller
    När alla arbetar fram till "Svara om tillämpligt regelverk"
    Och Utrikesdepartementet slutför "Svara om tillämpligt regelverk" med
      | ud_regelverk | <regelverk> |
    Så har <vem> uppgiften "<uppgift>"
    När alla arbetar fram till "Registrera svaret från hemlandet"
    Så har Socialtjänsten uppgiften "Registrera svaret från hemlandet"

    Exempel:
      | regelverk  | vem                  | uppgift                         |
      | bryssel_ii | Utrikesdepartementet | Bistå i kontakten med hemlandet |
      | haag_1996  | Utrikesdepartementet | Bistå i kontakten med hemlandet |
      | inget      | Socialtjänsten       | Sök annan väg till kontakt      |

  Scenario: Ett svenskt barn med sin familj behöver varken god man eller Utrikesdepartementet
    När svaren från och med nu är
      | medborgarskap | svensk  |
      | hemvist       | sverige |
      | ensamkommande | nej     |
    Och alla arbetar fram till "Håll samordningsmöte"
    Så har ingen haft uppgiften "Ansök om god man"
    Och deltar Utrikesdepartementet inte i ärendet
    Och deltar Överförmyndaren inte i ärendet

  Scenario: Mötet hålls när barnet har skola och har erbjudits hälsoundersökning
    När alla arbetar fram till "Underrätta regionen om barnet"
    Så har Socialtjänsten uppgiften "Ordna skola eller förskola"
    Och har Hälso- och sjukvården inte uppgiften "Erbjud hälsoundersökning"
    När Socialtjänsten slutför "Underrätta regionen om barnet"
    Så har Hälso- och sjukvården uppgiften "Erbjud hälsoundersökning"
    När alla arbetar fram till "Håll samordningsmöte"
    Så har Hälso- och sjukvården ingen uppgift i ärendet
    Och har Socialtjänsten inte uppgiften "Ordna skola eller förskola"

  Scenario: Drar förordnandet av god man ut på tiden lyfts det, och regionen ska få veta om barnet
    När alla arbetar fram till "Förordna god man"
    Så har "Underrätta regionen om barnet" ingen sista dag
    När klockan är 09:00 den 2026-03-06
    Så har Överförmyndaren påmints om "Förordna god man" 1 gånger
    Och har Socialtjänsten påmints om "Underrätta regionen om barnet" 1 gånger
    Och ska Överförmyndaren ha slutfört "Förordna god man" senast 2026-03-05
    När Överförmyndaren slutför "Förordna god man"
    Så har Överförmyndaren uppgiften "Informera barnet om god man"
