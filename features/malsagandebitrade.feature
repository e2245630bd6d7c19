# language: sv
Egenskap: Målsägandebiträde och särskild företrädare
  Den som leder förundersökningen begär biträdet. Ett barn vars vårdnadshavare misstänks får en
  särskild företrädare, på åklagarens ansökan.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar           |
      | alderskategori      | vuxen              |
      | vistelseratt        | ja                 |
      | rubricering         | koppleri           |
      | akut_fara           | nej                |
      | behov_konsultation  | nej                |
      | behov_av_vard       | nej                |
      | samtycke_soc        | nekat              |
      | samtycke_rk         | nekat              |
      | fu_status           | pagar              |
      | fu_ledare           | aklagarmyndigheten |
      | storre_skyddsbehov  | nej                |
      | skyddsbehov         | nej                |
      | omedelbart_skydd    | nej                |
      | barnutredning_oppen | ja                 |
      | polisanmalan_provad | ja                 |

  Scenariomall: Den som leder förundersökningen begär målsägandebiträdet
    När svaren från och med nu är
      | fu_ledare | <ledare> |
    Och alla arbetar fram till "Begär målsägandebiträde"
    Så har <vem> uppgiften "Begär målsägandebiträde"
    Och har <inte> inte uppgiften "Begär målsägandebiträde"

    Exempel:
      | ledare             | vem                | inte               |
      | aklagarmyndigheten | Åklagarmyndigheten | Polismyndigheten   |
      | polismyndigheten   | Polismyndigheten   | Åklagarmyndigheten |

  Scenario: Den som har fått ett biträde tillfrågas inte en gång till
    När svaren från och med nu är
      | ma_begaran | begars |
      | ma_beslut  | bifall |
    Och alla arbetar fram till "Komplettera information enligt FUK"
    Och Polismyndigheten slutför "Komplettera information enligt FUK"
    Så har ingen uppgiften "Begär målsägandebiträde"
    Och är variabeln ma_bitrade forordnad i stod_och_skydd

  Scenario: Efter ett avslag begärs biträdet på nytt när stödet börjar
    När svaren från och med nu är
      | ma_begaran | begars |
      | ma_beslut  | avslag |
    Och alla arbetar fram till "Komplettera information enligt FUK"
    Och Polismyndigheten slutför "Komplettera information enligt FUK"
    Så har Åklagarmyndigheten uppgiften "Begär målsägandebiträde"

  Scenario: Barnet får en särskild företrädare när vårdnadshavaren är misstänkt
    När svaren från och med nu är
      | alderskategori | barn |
    Och alla arbetar fram till "Bedöm vårdnadshavarens roll"
    Och Åklagarmyndigheten slutför "Bedöm vårdnadshavarens roll" med
      | vardnadshavare_misstankt | ja |
    Så har Åklagarmyndigheten uppgiften "Ansök om särskild företrädare"
    När Åklagarmyndigheten slutför "Ansök om särskild företrädare"
    Så har domstolen uppgiften "Besluta om förordnande"
    Och har ingen haft uppgiften "Begär målsägandebiträde"

  Scenario: Barnet får ett målsägandebiträde när vårdnadshavaren kan ta till vara barnets rätt
    När svaren från och med nu är
      | alderskategori | barn |
    Och alla arbetar fram till "Bedöm vårdnadshavarens roll"
    Och Åklagarmyndigheten slutför "Bedöm vårdnadshavarens roll" med
      | vardnadshavare_misstankt | nej |
    Så har Åklagarmyndigheten uppgiften "Begär målsägandebiträde"
    Och har ingen haft uppgiften "Ansök om särskild företrädare"
