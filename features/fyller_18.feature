# language: sv
Egenskap: När barnet fyller 18 år
  På 18-årsdagen upphör god man och vård enligt LVU 2 § utan beslut. Personen för sin egen talan, och
  samtycken hämtas in på nytt. Dagen börjar klockan noll; födelsedatumet skrivs aldrig in.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | alderskategori      | barn       |
      | dag_18_ar           | 2026-09-10 |
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

  Scenario: God mans uppdrag upphör och samtycken hämtas in på nytt
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Ange barnets 18-årsdag"
    Och klockan är 23:59 den 2026-09-09
    Så pågår god_man_uppdrag
    Och är variabeln alderskategori barn i stodspar
    När klockan är 00:01 den 2026-09-10
    Så har Överförmyndaren uppgiften "Avsluta god mans åtkomst"
    Och står det i loggen att DL-39 har löpt ut
    Och är variabeln alderskategori vuxen i stodspar
    Och är variabeln alderskategori vuxen i stod_och_skydd
    När Överförmyndaren slutför "Avsluta god mans åtkomst"
    Så har god_man_uppdrag avslutats
    När Socialtjänsten slutför "Inhämta samtycken på nytt" med
      | samtycke_sip | givet |
    Så är variabeln samtycke_sip givet i stodspar
    När Socialtjänsten slutför "Informera den som fyllt 18"
    Så har fyller_18 avslutats
    Och stämmer ärendet med sin logg

  Scenario: En god man som inte är förordnad behövs inte längre
    När alla arbetar fram till "Förordna god man"
    Och Socialtjänsten slutför "Ange barnets 18-årsdag"
    Och klockan är 00:01 den 2026-09-10
    Så har ingen uppgiften "Förordna god man"
    Och har Socialtjänsten uppgiften "Inhämta samtycken på nytt"

  Scenario: Uppdraget upphör när en vårdnadshavare är utsedd
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Migrationsverket registrerar händelsen "Ett ensamkommande barn har fått uppehållstillstånd"
    Och svaren från och med nu är
      | sfv_stallning | talan  |
      | sfv_dom       | bifall |
    Och alla arbetar fram till "Pröva frågan om vårdnadshavare"
    Och domstolen slutför "Pröva frågan om vårdnadshavare"
    Så har Överförmyndaren uppgiften "Avsluta god mans åtkomst"

  Scenario: När ärendet avslutas bevakas dagen inte längre
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Ange barnets 18-årsdag"
    Och Socialtjänsten registrerar händelsen "Misstanken är vederlagd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har fyller_18 avslutats
    Och har god_man_uppdrag avslutats

  Scenario: En dag som ingen hunnit ange hindrar inte att ärendet avslutas
    När alla arbetar fram till "Ange barnets 18-årsdag"
    Och Socialtjänsten registrerar händelsen "Misstanken är vederlagd"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har ingen uppgiften "Ange barnets 18-årsdag"
    Och har fyller_18 avslutats
