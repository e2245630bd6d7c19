# language: sv
Egenskap: Långsiktigt stöd
  Planen följs upp den dag som är bestämd, eller tidigare när något händer, så länge personen
  behöver stöd. Ingen uppföljning avslutar något utan att socialtjänsten säger det.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar   |
      | alderskategori     | vuxen      |
      | vistelseratt       | ja         |
      | akut_fara          | nej        |
      | behov_konsultation | nej        |
      | behov_av_vard      | nej        |
      | samtycke_soc       | givet      |
      | samtycke_rk        | nekat      |
      | samtycke_sip       | nekat      |
      | polisanmalan       | nej        |
      | skyddsbehov        | nej        |
      | nsp_behov          | nej        |
      | placerat_barn      | nej        |
      | nasta_uppfoljning  | 2026-06-01 |

  Scenario: Uppföljningen kommer när den bestämda dagen har gått
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och klockan är 23:59 den 2026-06-01
    Så har ingen någon uppgift i ärendet
    När klockan är 00:01 den 2026-06-02
    Så har Socialtjänsten uppgiften "Följ upp planering och insatser"
    Och har regionkoordinatorn uppgiften "Koordinera långsiktiga stödinsatser"
    Och har Hälso- och sjukvården uppgiften "Ge hälso- och sjukvård"

  Scenario: Nya behov följs upp genast, och nästa uppföljning räknas om
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Hälso- och sjukvården registrerar händelsen "Nya behov har uppstått"
    Så har Socialtjänsten uppgiften "Följ upp planering och insatser"
    När Hälso- och sjukvården slutför "Ge hälso- och sjukvård"
    Och regionkoordinatorn slutför "Koordinera långsiktiga stödinsatser"
    Och Socialtjänsten slutför "Följ upp planering och insatser" med
      | fortsatt_stod     | fortsatter |
      | nasta_uppfoljning | 2026-08-31 |
    Och klockan är 09:00 den 2026-06-02
    Så har ingen någon uppgift i ärendet
    När klockan är 00:01 den 2026-09-01
    Så har Socialtjänsten uppgiften "Följ upp planering och insatser"
    Och stämmer ärendet med sin logg

  Scenariomall: Stödet slutar när socialtjänsten säger det
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och regionkoordinatorn registrerar händelsen "Nya behov har uppstått"
    Och svaren från och med nu är
      | fortsatt_stod | <besked> |
      | sluttillstand | <slut>   |
    Och alla arbetar fram till "Avsluta ärendet"
    Så är ärendet inte avslutat
    När Socialtjänsten slutför "Avsluta ärendet"
    Så är ärendet avslutat med <slut>
    Och stämmer ärendet med sin logg

    Exempel:
      | besked           | slut |
      | klart_i_sverige  | A5   |
      | overflyttas      | A3   |
      | ordinarie_arende | A10  |

  Scenario: Den som vill hem vid uppföljningen får stöd också medan resan förbereds
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och regionkoordinatorn registrerar händelsen "Nya behov har uppstått"
    Och svaren från och med nu är
      | fortsatt_stod | atervander |
    Och alla arbetar fram till "Säkerställ ett informerat beslut"
    Så pågår atervandande
    Och pågår stodspar
    Och har ingen uppgiften "Avsluta ärendet"

  Scenario: Den som vill ha en individuell plan får den tillsammans med vården
    När svaren från och med nu är
      | samtycke_sip | givet |
    Och alla arbetar fram till "Påbörja individuell plan (SIP)"
    Och Socialtjänsten slutför "Påbörja individuell plan (SIP)"
    Så har Hälso- och sjukvården uppgiften "Fyll i vårdens del av planen"
    Och har ingen haft uppgiften "Upprätta långsiktig plan"

  Scenario: Ett placerat barns vård övervägs inom sex månader från placeringen
    När svaren från och med nu är
      | placerat_barn  | ja         |
      | overvagt_datum | 2026-03-02 |
    Och alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och klockan är 00:01 den 2026-06-02
    Så ska Socialtjänsten ha slutfört "Överväg om vården ska fortsätta" senast 2026-09-02
