# language: sv
Egenskap: Utreseförbud
  Ett barn som kan föras ut ur landet får inte lämna Sverige. Ett tillfälligt förbud upphör av sig
  självt om det inte underställs inom en vecka, eller om ansökan inte görs inom fyra veckor.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | alderskategori      | barn       |
      | dag_18_ar           | 2029-09-10 |
      | provning            | faststallt |
      | utreseforbud        | tillfalligt |
      | beslutsdatum        | 2026-03-02 |
      | provningsdatum      | 2026-03-06 |
      | dom_utreseforbud    | bifall     |
      | misstanke           | kvarstar   |
      | medborgarskap       | tredjeland |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_rk         | nekat      |
      | samtycke_sip        | nekat      |
      | samtycke_soc        | givet      |
      | polisanmalan        | nej        |
      | nsp_behov           | nej        |
      | omedelbart_skydd    | nej        |
      | skyddsbehov         | nej        |
      | barnutredning_oppen | ja         |
      | polisanmalan_provad | ja         |
      | ensamkommande       | ja         |
      | hemvist             | sverige    |
      | gm_sokande          | socialtjansten |
      | placerat_barn       | nej        |
      | nasta_uppfoljning   | 2029-06-01 |
    Och att alla har arbetat fram till "Fastställ ansvarig kommun"
    När Socialtjänsten registrerar händelsen "Barnet kan föras ut ur landet"

  Scenario: Ett tillfälligt förbud underställs, prövas och blir utreseförbud som omprövas
    När Socialtjänsten slutför "Ta ställning till utreseförbud"
    Och Socialtjänsten slutför "Besluta om tillfälligt utreseförbud" med
      | beslutsfattare | ordforande |
      | namnd_dag      | 2026-03-18 |
    Så ska Socialtjänsten ha slutfört "Underställ utreseförbudet" senast 2026-03-09
    Och ska Socialtjänsten ha slutfört "Anmäl beslutet till nämnden" senast 2026-03-18
    När Socialtjänsten slutför "Underställ utreseförbudet"
    Och klockan är 09:00 den 2026-03-06
    Och domstolen slutför "Pröva det underställda förbudet"
    # Fyra veckor slutar på långfredagen och flyttas till tisdagen efter påsk
    Så ska Socialtjänsten ha slutfört "Ansök om utreseförbud" senast 2026-04-07
    När Socialtjänsten slutför "Ansök om utreseförbud"
    Och klockan är 09:00 den 2026-04-01
    Och domstolen slutför "Döm i målet om utreseförbud" med
      | utreseforbud_provat | 2026-04-01 |
    Så ska Socialtjänsten ha slutfört "Pröva om utreseförbudet ska upphöra" senast 2026-10-01
    # Den som missar dagen är försenad, men förbudet gäller
    När klockan är 09:00 den 2026-10-05
    Så har Socialtjänsten påmints om "Pröva om utreseförbudet ska upphöra" 1 gånger
    När Socialtjänsten slutför "Pröva om utreseförbudet ska upphöra" med
      | fortsatt_utreseforbud | ja         |
      | utreseforbud_provat   | 2026-10-05 |
    Så ska Socialtjänsten ha slutfört "Pröva om utreseförbudet ska upphöra" senast 2027-04-05
    När Socialtjänsten slutför "Pröva om utreseförbudet ska upphöra" med
      | fortsatt_utreseforbud | nej |
    Så har utreseforbud avslutats
    Och stämmer ärendet med sin logg

  Scenario: Förbudet upphör när underställningen dröjer mer än en vecka
    När Socialtjänsten slutför "Ta ställning till utreseförbud"
    Och Socialtjänsten slutför "Besluta om tillfälligt utreseförbud" med
      | beslutsfattare | namnd |
    Och klockan är 23:59 den 2026-03-09
    Så har Socialtjänsten uppgiften "Underställ utreseförbudet"
    Och har ordforandebeslut inte startats
    När klockan är 00:01 den 2026-03-10
    Så har ingen uppgiften "Underställ utreseförbudet"
    Och står det i loggen att DL-19 har löpt ut
    Och har utreseforbud avslutats

  Scenario: Förbudet upphör när ansökan dröjer mer än fyra veckor
    När Socialtjänsten slutför "Ta ställning till utreseförbud"
    Och alla arbetar fram till "Pröva det underställda förbudet"
    Och klockan är 09:00 den 2026-03-06
    Och domstolen slutför "Pröva det underställda förbudet"
    Och klockan är 23:59 den 2026-04-07
    Så har Socialtjänsten uppgiften "Ansök om utreseförbud"
    När klockan är 00:01 den 2026-04-08
    Så har ingen uppgiften "Ansök om utreseförbud"
    Och står det i loggen att DL-20 har löpt ut
    Och har utreseforbud avslutats

  Scenario: Rätten fastställer inte det tillfälliga förbudet
    När Socialtjänsten slutför "Ta ställning till utreseförbud"
    Och alla arbetar fram till "Pröva det underställda förbudet"
    Och domstolen slutför "Pröva det underställda förbudet" med
      | provning       | ej_faststallt |
      | provningsdatum | 2026-03-02    |
    Så har utreseforbud avslutats

  Scenario: En ansökan utan tillfälligt förbud kan avslås
    När Socialtjänsten slutför "Ta ställning till utreseförbud" med
      | utreseforbud | ansokan |
    Och Socialtjänsten slutför "Ansök om utreseförbud hos rätten"
    Och domstolen slutför "Döm i målet om utreseförbud" med
      | dom_utreseforbud | avslag |
    Så har utreseforbud avslutats

  Scenario: Ingen risk, inget förbud
    När Socialtjänsten slutför "Ta ställning till utreseförbud" med
      | utreseforbud | nej |
    Så har utreseforbud avslutats
    Och deltar domstolen inte i ärendet

  Scenario: Förbudet upphör när skälen har fallit
    När Socialtjänsten slutför "Ta ställning till utreseförbud" med
      | utreseforbud | ansokan |
    Och alla arbetar fram till "Pröva om utreseförbudet ska upphöra"
    Och Socialtjänsten registrerar händelsen "Skäl för utreseförbud finns inte längre"
    Så har utreseforbud avslutats

  Scenario: Förbudet upphör när personen är vuxen
    När Socialtjänsten slutför "Ta ställning till utreseförbud" med
      | utreseforbud | ansokan |
    Och alla arbetar fram till "Pröva om utreseförbudet ska upphöra"
    Och Socialtjänsten registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Så har utreseforbud avslutats
