# language: sv
Egenskap: När åldern är fastställd
  Oklar ålder är barn överallt. När åldern är fastställd går alla spår rätt väg, och det som redan
  är gjort till skydd för ett barn gäller fortfarande.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | alderskategori      | oklar      |
      | dag_18_ar           | 2027-09-10 |
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

  Scenario: Oklar ålder behandlas som barn
    När alla arbetar fram till "Upprätta långsiktig plan"
    Så har ingen haft uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    Och pågår god_man_uppdrag
    Och pågår fyller_18

  Scenario: Den oklara åldern visar sig vara under 18, och vägen är densamma
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Ange barnets 18-årsdag"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | barn |
    Så är variabeln alderskategori barn i stodspar
    Och pågår god_man_uppdrag
    Och har alder_faststalld avslutats
    # En säkrare 18-årsdag efterfrågas
    Och har Socialtjänsten uppgiften "Ange barnets 18-årsdag"

  Scenario: Den oklara åldern visar sig vara över 18, och den vuxna erbjuds skydd
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Så är variabeln alderskategori vuxen i stodspar
    Och har Överförmyndaren uppgiften "Avsluta god mans åtkomst"
    Och har Socialtjänsten uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    Och har Socialtjänsten uppgiften "Inhämta samtycken på nytt"
    # Det som är gjort står kvar
    Och har Socialtjänsten uppgiften "Upprätta långsiktig plan"
    När Socialtjänsten slutför "Bedöm risk och skyddsbehov (vuxen)"
    Så har alder_faststalld avslutats
    Och stämmer ärendet med sin logg

  Scenario: Den vuxna är redan vuxen innan dagen är angiven
    När alla arbetar fram till "Ange barnets 18-årsdag"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Så har ingen uppgiften "Ange barnets 18-årsdag"
    Och har Socialtjänsten uppgiften "Informera den som fyllt 18"

  Scenario: En vuxen visar sig vara barn, och barnets skydd bedöms genast
    När svaren från och med nu är
      | alderskategori | vuxen |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | barn |
      | ensamkommande    | ja   |
    Så är variabeln alderskategori barn i stodspar
    Och har Socialtjänsten uppgiften "Ta emot orosanmälan"
    När Socialtjänsten slutför "Ta emot orosanmälan"
    Så har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och har Socialtjänsten uppgiften "Ansök om god man"
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning"
    Och Socialtjänsten slutför "Pröva sekretess mot vårdnadshavare"
    Och Socialtjänsten slutför "Ansök om god man"
    Och Överförmyndaren slutför "Förordna god man"
    Och Överförmyndaren slutför "Informera barnet om god man"
    Och Socialtjänsten slutför "Fråga UD om hemlandets myndigheter"
    Och Utrikesdepartementet slutför "Svara om tillämpligt regelverk" med
      | ud_regelverk | inget |
    Och Socialtjänsten slutför "Sök annan väg till kontakt"
    Och Socialtjänsten slutför "Registrera svaret från hemlandet"
    Och Socialtjänsten slutför "Ordna skola eller förskola"
    Och Socialtjänsten slutför "Underrätta regionen om barnet"
    Och Hälso- och sjukvården slutför "Erbjud hälsoundersökning"
    Så har alder_faststalld avslutats

  Scenario: Ett besked som inte ändrar något ändrar inget
    När svaren från och med nu är
      | alderskategori | vuxen |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Så har alder_faststalld avslutats
    Och har ingen haft uppgiften "Ta emot orosanmälan"

  Scenariomall: Ett omhändertagande omprövas när personen är vuxen
    När svaren från och med nu är
      | omedelbart_skydd | ja  |
      | skyddsform       | lvu |
    Och alla arbetar fram till "Underställ omhändertagandet förvaltningsrätten"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Och Socialtjänsten slutför "Ompröva LVU när personen är vuxen" med
      | lvu_fortsatter | <fortsätter> |
    Så har Socialtjänsten uppgiften "<uppgift>"

    Exempel:
      | fortsätter | uppgift                                        |
      | ja         | Underställ omhändertagandet förvaltningsrätten |
      | nej        | Häv omhändertagandet                           |

  Scenario: Vård enligt 2 § upphör när personen visar sig vara vuxen
    När svaren från och med nu är
      | omedelbart_skydd | ja         |
      | skyddsform       | lvu        |
      | provning         | faststallt |
      | ansokan_vard     | ansokan    |
      | dom_vard         | bifall     |
      | vard_grund       | paragraf_2 |
    Och alla arbetar fram till "Överväg fortsatt vård"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Så har ingen uppgiften "Överväg fortsatt vård"
    Och har Socialtjänsten uppgiften "Avsluta vården vid åldersgränsen"

  Scenario: Skyddat boende för barn gäller inte den som är vuxen
    När svaren från och med nu är
      | omedelbart_skydd | ja             |
      | skyddsform       | skyddat_boende |
      | provning         | faststallt     |
      | dom_vard         | bifall         |
    Och alla arbetar fram till "Överväg skyddat boende och hemlig vistelseort"
    Och Migrationsverket registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | vuxen |
    Så har skyddat_boende_barn avslutats
