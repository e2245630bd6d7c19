# language: sv
Egenskap: När någon försvinner
  Ett barn eftersöks genast och så länge det är borta. För en vuxen prövas faran varje vecka, och
  först efter nittio dagar avgör socialtjänsten om ärendet ska vila eller avslutas.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar   |
      | alderskategori      | vuxen      |
      | medborgarskap       | svensk     |
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
      | nasta_uppfoljning   | 2028-06-01 |
      | omedelbart_skydd    | nej        |
      | barnutredning_oppen | ja         |
      | polisanmalan_provad | ja         |
      | ensamkommande       | nej        |
      | hemvist             | sverige    |
      | forsvunnen_datum    | 2026-03-02 |

  Scenario: En vuxen följs upp varje vecka, och anmäls när det finns fara
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och Socialtjänsten slutför "Bedöm om personen är i fara" med
      | forsvunnen_fara | nej |
    Så har ingen uppgiften "Polisanmäl försvinnandet"
    # Veckan är slut när den sjunde dagen är slut
    När det har gått 8 dagar
    Och Socialtjänsten slutför "Följ upp försvunnen person" med
      | forsvunnen_fara | anmal |
    Så har Socialtjänsten uppgiften "Polisanmäl försvinnandet"
    När Socialtjänsten slutför "Polisanmäl försvinnandet" med
      | rattslig_grund | 15A |
    Och det har gått 7 dagar
    Så har ingen uppgiften "Följ upp försvunnen person"
    När det har gått 1 dagar
    Så har Socialtjänsten uppgiften "Följ upp försvunnen person"
    Och har Socialtjänsten uppgiften "Upprätta långsiktig plan"
    Och stämmer ärendet med sin logg

  Scenario: Ett vilande ärende prövas på nytt efter nittio dagar
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och Socialtjänsten slutför "Bedöm om personen är i fara" med
      | forsvunnen_fara | nej |
    Och klockan är 09:00 den 2026-06-01
    Och Socialtjänsten slutför "Följ upp försvunnen person" med
      | forsvunnen_fara | nej |
    Och det har gått 1 dagar
    Och Socialtjänsten slutför "Besluta om vilande eller avslut" med
      | forsvunnen_beslut | vilande |
    Så har ingen uppgiften "Avsluta ärendet"
    När det har gått 91 dagar
    Så har Socialtjänsten uppgiften "Besluta om vilande eller avslut"
    Och är ärendet inte avslutat

  Scenario: Den som kommer tillbaka tas emot, och stödet fortsätter där det var
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och Socialtjänsten slutför "Bedöm om personen är i fara" med
      | forsvunnen_fara | nej |
    Och regionkoordinatorn registrerar händelsen "Personen är återfunnen"
    Så har Socialtjänsten uppgiften "Ta emot den återfunna personen"
    När Socialtjänsten slutför "Ta emot den återfunna personen"
    Så har forsvunnen avslutats
    Och har Socialtjänsten uppgiften "Upprätta långsiktig plan"
    # Den som har försvunnit en gång kan försvinna igen
    När Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Så har Socialtjänsten uppgiften "Bedöm om personen är i fara"

  Scenariomall: Ett barn, eller någon vars ålder är oklar, anmäls och eftersöks genast
    När svaren från och med nu är
      | alderskategori | <ålder> |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Så har Socialtjänsten uppgiften "Polisanmäl försvunnet barn genast"
    Och har Socialtjänsten uppgiften "Registrera ny orosanmälan"
    Och har Socialtjänsten uppgiften "Underrätta god man och berörda"
    När Socialtjänsten slutför "Polisanmäl försvunnet barn genast"
    Så har Polismyndigheten uppgiften "Registrera och inled eftersökning"

    Exempel:
      | ålder |
      | barn  |
      | oklar |

  Scenariomall: Fastställs åldern under försvinnandet byter eftersökningen väg
    När svaren från och med nu är
      | alderskategori | <ålder> |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Så har Socialtjänsten uppgiften "<förut>"
    När Socialtjänsten registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | <fastställd> |
    Så är variabeln alderskategori <fastställd> i forsvunnen
    Och har ingen uppgiften "<förut>"
    Och har Socialtjänsten uppgiften "<sedan>"
    Och pågår forsvunnen
    Och stämmer ärendet med sin logg

    Exempel:
      | ålder | fastställd | förut                             | sedan                             |
      | vuxen | barn       | Bedöm om personen är i fara       | Polisanmäl försvunnet barn genast |
      | oklar | vuxen      | Polisanmäl försvunnet barn genast | Bedöm om personen är i fara       |

  Scenario: Eftersökningen av ett barn börjar inte om när den oklara åldern visar sig vara under 18
    När svaren från och med nu är
      | alderskategori | oklar |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och Socialtjänsten slutför "Polisanmäl försvunnet barn genast"
    Och Socialtjänsten registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern" med
      | faststalld_alder | barn |
    Så är variabeln alderskategori barn i forsvunnen
    Och har ingen uppgiften "Polisanmäl försvunnet barn genast"
    Och har Polismyndigheten uppgiften "Registrera och inled eftersökning"

  Scenario: Ett försvunnet barns ärende avslutas aldrig av sig självt
    När svaren från och med nu är
      | alderskategori | barn |
      | fortsatt_sok   | ja   |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och alla arbetar fram till "Registrera och inled eftersökning"
    Och det har gått 8 dagar
    Så har Socialtjänsten uppgiften "Följ upp försvunnet barn"
    När Socialtjänsten slutför "Följ upp försvunnet barn"
    Och klockan är 09:00 den 2027-03-02
    Så har Socialtjänsten uppgiften "Följ upp försvunnet barn"
    Och pågår forsvunnen
    Och är ärendet inte avslutat
    När Socialtjänsten registrerar händelsen "Personen är återfunnen"
    Så har ingen uppgiften "Registrera och inled eftersökning"
    Och har Socialtjänsten uppgiften "Ta emot den återfunna personen"
    Och stämmer ärendet med sin logg

  Scenario: Eftersökningen av ett barn kan överlämnas när en annan myndighet har tagit över
    När svaren från och med nu är
      | alderskategori | barn |
      | fortsatt_sok   | nej  |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och Socialtjänsten slutför "Polisanmäl försvunnet barn genast"
    Och Polismyndigheten slutför "Registrera och inled eftersökning"
    Och Socialtjänsten slutför "Registrera ny orosanmälan"
    Och Socialtjänsten slutför "Underrätta god man och berörda"
    Och det har gått 8 dagar
    Och Socialtjänsten slutför "Följ upp försvunnet barn"
    Så har forsvunnen avslutats
    Och är ärendet inte avslutat

  Scenario: Uppföljningen av en vuxen stannar med ärendet
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och Socialtjänsten registrerar händelsen "Personen har avlidit"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A9
