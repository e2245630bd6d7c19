# language: sv
Egenskap: Från förundersökning till lagakraftvunnen dom
  Åklagare vid RIO har ansvaret för människohandel. Personens stöd hänger aldrig på hur
  förundersökningen går.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar         |
      | alderskategori     | vuxen            |
      | vistelseratt       | ja               |
      | rubricering        | koppleri         |
      | akut_fara          | nej              |
      | behov_konsultation | nej              |
      | behov_av_vard      | nej              |
      | samtycke_soc       | nekat            |
      | samtycke_rk        | nekat            |
      | fu_status          | pagar            |
      | fu_ledare          | polismyndigheten |
      | aklagarenhet       | allman_kammare   |
      | ma_begaran         | begars           |
      | ma_beslut          | bifall           |
      | storre_skyddsbehov | nej              |
      | skyddsbehov        | nej              |
      | nsp_behov          | nej              |
      | samtycke_sip       | nekat            |
      | nasta_uppfoljning  | 2028-06-01       |
      | forhor_bitrade     | ja               |
      | skaligen_misstankt | ja               |
      | stod_onskas        | nej              |
      | ersattning_soks    | nej              |
      | instans            | tingsratt        |

  Scenariomall: Bara människohandel måste ledas av en åklagare vid RIO
    När svaren från och med nu är
      | rubricering | <brott> |
    Och alla arbetar fram till "Tilldela åklagare"
    Och Åklagarmyndigheten slutför "Tilldela åklagare" med
      | aklagarenhet | allman_kammare |
    Så har <vem> uppgiften "<uppgift>"

    Exempel:
      | brott                | vem                | uppgift               |
      | manniskohandel       | Åklagarmyndigheten | Tilldela åklagare     |
      | manniskoexploatering | Polismyndigheten   | Led förundersökningen |
      | koppleri             | Polismyndigheten   | Led förundersökningen |

  Scenario: Inget förhör hålls förrän frågan om biträde är avgjord
    När alla arbetar fram till "Planera förhören"
    Och Polismyndigheten slutför "Planera förhören" med
      | forhor_bitrade | nej |
    Så har ingen uppgiften "Håll förhör med målsäganden"
    När alla arbetar fram till "Håll förhör med målsäganden"
    Så har Polismyndigheten uppgiften "Håll förhör med målsäganden"

  Scenario: Åklagaren tar över när någon är skäligen misstänkt
    När alla arbetar fram till "Redovisa misstankeläget"
    Och Polismyndigheten slutför "Redovisa misstankeläget" med
      | skaligen_misstankt | nej |
    Så har Polismyndigheten uppgiften "Utred vidare"
    När Polismyndigheten slutför "Utred vidare"
    Och Polismyndigheten slutför "Redovisa misstankeläget" med
      | skaligen_misstankt | ja |
    Så har Åklagarmyndigheten uppgiften "Ta över förundersökningen"

  Scenario: Brottet visar sig vara människohandel, och RIO tar över före åtalet
    När alla arbetar fram till "Redovisa misstankeläget"
    Och svaren från och med nu är
      | rubricering | manniskohandel |
    Och alla arbetar fram till "Överför ärendet till RIO"
    Så har ingen uppgiften "Besluta i åtalsfrågan"
    När Åklagarmyndigheten slutför "Överför ärendet till RIO" med
      | aklagarenhet | rio |
    Så har Åklagarmyndigheten uppgiften "Besluta i åtalsfrågan"

  Scenario: Personen underrättas när förundersökningen läggs ned, och stödet fortsätter
    När alla arbetar fram till "Bedriv utredning"
    Och Polismyndigheten registrerar händelsen "Förundersökningen nedlagd"
    Så har Åklagarmyndigheten uppgiften "Underrätta om nedlagd förundersökning"
    Och har ingen uppgiften "Bedriv utredning"
    När Åklagarmyndigheten slutför "Underrätta om nedlagd förundersökning"
    Så har regionkoordinatorn uppgiften "Klarlägg skadestånd och försäkring"
    När regionkoordinatorn slutför "Klarlägg skadestånd och försäkring"
    Så har straffrattsligt_forfarande avslutats
    Och är variabeln fu_status nedlagd i straffrattsligt_forfarande
    Och pågår stodspar
    Och har ingen haft uppgiften "För talan i rätten"
    Och stämmer ärendet med sin logg

  Scenario: Den som inte får sin sak prövad kan ändå söka ersättning
    När alla arbetar fram till "Besluta i åtalsfrågan"
    Och Åklagarmyndigheten slutför "Besluta i åtalsfrågan" med
      | atalsbeslut | ej_vackt |
    Så har Åklagarmyndigheten uppgiften "Underrätta om att åtal inte väcks"
    När Åklagarmyndigheten slutför "Underrätta om att åtal inte väcks"
    Så har regionkoordinatorn uppgiften "Klarlägg skadestånd och försäkring"
    Och har ingen haft uppgiften "Erbjud stöd inför rättegången"

  Scenario: Den som avslutar all kontakt har inget stöd vid rättegången, men åtalet prövas ändå
    När svaren från och med nu är
      | atalsbeslut | vackt |
    Och alla arbetar fram till "Erbjud stöd inför rättegången"
    Och Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har ingen uppgiften "Erbjud stöd inför rättegången"
    Och har Åklagarmyndigheten uppgiften "För talan i rätten"
    Och pågår straffrattsligt_forfarande
    Och stämmer ärendet med sin logg
