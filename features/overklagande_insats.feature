# language: sv
Egenskap: Socialnämndens avslag kan överklagas
  Personen har tre veckor på sig från den dag beslutet nådde personen. Nämnden omprövar först, sedan
  prövar förvaltningsrätten. Kommer inget överklagande vinner beslutet laga kraft.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | vuxen      |
      | medborgarskap       | tredjeland |
      | vistelseratt        | ja         |
      | akut_fara           | nej        |
      | behov_konsultation  | nej        |
      | behov_av_vard       | nej        |
      | samtycke_soc        | givet      |
      | samtycke_rk         | nekat      |
      | samtycke_sip        | nekat      |
      | polisanmalan        | nej        |
      | skyddsbehov         | nej        |
      | nsp_behov           | nej        |
      | placerat_barn       | nej        |
      | nasta_uppfoljning   | 2029-06-01 |
      | hemvist             | sverige    |
      | ensamkommande       | nej        |
      | omedelbart_skydd    | nej        |
      | barnutredning_oppen | ja         |
      | polisanmalan_provad | ja         |
      | insats_avslag       | ja         |
      | delgiven_datum      | 2026-03-02 |

  Scenario: Tre veckor utan överklagande ger laga kraft, och stödet går vidare
    När alla arbetar fram till "Ta emot ett överklagande"
    Så ska Socialtjänsten ha slutfört "Ta emot ett överklagande" senast 2026-03-23
    När klockan är 23:59 den 2026-03-23
    Så pågår overklagande_insats
    När klockan är 00:01 den 2026-03-24
    Så har overklagande_insats avslutats
    Och står det i loggen att DL-31 har löpt ut
    Och pågår stodspar
    Och stämmer ärendet med sin logg

  Scenario: Ett överklagande i tid prövas av rätten, som ändrar beslutet
    När alla arbetar fram till "Ta emot ett överklagande"
    Och klockan är 16:00 den 2026-03-23
    Och Socialtjänsten slutför "Ta emot ett överklagande" med
      | insats_overklagad | ja |
    Och Socialtjänsten slutför "Ompröva och lämna till rätten" med
      | omprovning_insats | nej |
    Och domstolen slutför "Pröva överklagandet av insatsen" med
      | dom_insats | andrat |
    Och Socialtjänsten slutför "Verkställ domstolens avgörande"
    Så har overklagande_insats avslutats

  Scenariomall: Nämnden kan ändra sig, rätten kan avslå och personen kan godta beslutet
    När svaren från och med nu är
      | insats_overklagad | <överklagat> |
      | omprovning_insats | <omprövning> |
      | dom_insats        | faststallt   |
    Och alla arbetar fram till "<sista uppgift>"
    Och <vem> slutför "<sista uppgift>"
    Så har overklagande_insats avslutats
    Och har ingen haft uppgiften "Verkställ domstolens avgörande"

    Exempel:
      | överklagat | omprövning | vem            | sista uppgift                   |
      | nej        | nej        | Socialtjänsten | Ta emot ett överklagande        |
      | ja         | andrat     | Socialtjänsten | Ompröva och lämna till rätten   |
      | ja         | nej        | domstolen      | Pröva överklagandet av insatsen |

  Scenario: Också ett avslag på skydd kan överklagas
    När svaren från och med nu är
      | skyddsbehov   | ja     |
      | vill_ha_skydd | ja     |
      | beslut_skydd  | avslag |
      | insats_avslag | nej    |
    Och alla arbetar fram till "Ta emot ett överklagande"
    Så ska Socialtjänsten ha slutfört "Ta emot ett överklagande" senast 2026-03-23

  Scenario: Den som får allt beviljat har inget att överklaga
    När svaren från och med nu är
      | insats_avslag | nej |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Så har overklagande_insats inte startats
