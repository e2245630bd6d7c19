# language: sv
Egenskap: Skyddsbedömning för en vuxen
  Skyddet är frivilligt. Den som säger nej får ändå en säkerhetsplan och kan få ett nytt
  erbjudande, och den som får avslag får veta hur man överklagar.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | vistelseratt       | ja       |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | behov_av_vard      | nej      |
      | samtycke_soc       | givet    |
      | samtycke_rk        | nekat    |
      | polisanmalan       | nej      |
    Och att alla har arbetat fram till "Bedöm risk och skyddsbehov (vuxen)"

  Scenario: Den som behöver och vill ha skydd får ett beslut om placering
    När Socialtjänsten slutför "Bedöm risk och skyddsbehov (vuxen)" med
      | skyddsbehov | ja |
    Och Socialtjänsten slutför "Erbjud skydd och insatser" med
      | vill_ha_skydd | ja |
    Så har Socialtjänsten inte uppgiften "Besluta om placering och akuta insatser"
    När Socialtjänsten slutför "Besluta att inleda utredning"
    Och Socialtjänsten slutför "Besluta om placering och akuta insatser" med
      | beslut_skydd | bifall |
    Och alla arbetar fram till "Stäm av akuta behov"
    Så har ingen haft uppgiften "Informera om hur man överklagar"
    Och har ingen haft uppgiften "Gör säkerhetsplanering"

  Scenariomall: Den som får avslag, helt eller delvis, får veta hur man överklagar
    När svaren från och med nu är
      | skyddsbehov   | ja |
      | vill_ha_skydd | ja |
    Och alla arbetar fram till "Besluta om placering och akuta insatser"
    Och Socialtjänsten slutför "Besluta om placering och akuta insatser" med
      | beslut_skydd | <beslut> |
    Så har Socialtjänsten uppgiften "Informera om hur man överklagar"
    Och har ingen uppgiften "Stäm av akuta behov"
    När alla arbetar fram till "Stäm av akuta behov"
    Så har Socialtjänsten inte uppgiften "Informera om hur man överklagar"

    Exempel:
      | beslut |
      | avslag |
      | delvis |

  Scenario: Den som säger nej får ett nytt erbjudande efter tre dagar
    När Socialtjänsten slutför "Bedöm risk och skyddsbehov (vuxen)" med
      | skyddsbehov | ja |
    Och Socialtjänsten slutför "Erbjud skydd och insatser" med
      | vill_ha_skydd | nej |
    Och Socialtjänsten slutför "Gör säkerhetsplanering" med
      | nytt_erbjudande | ja |
    Och klockan är 12:00 den 2026-03-04
    Så har ingen uppgiften "Erbjud skydd och insatser"
    När klockan är 00:01 den 2026-03-06
    Så har Socialtjänsten uppgiften "Erbjud skydd och insatser"
    När Socialtjänsten slutför "Erbjud skydd och insatser" med
      | vill_ha_skydd | nej |
    Och Socialtjänsten slutför "Gör säkerhetsplanering" med
      | nytt_erbjudande | nej |
    Och alla arbetar fram till "Stäm av akuta behov"
    Så har ingen haft uppgiften "Besluta om placering och akuta insatser"
    Och stämmer ärendet med sin logg

  Scenario: Den som inte behöver skydd erbjuds inget
    När Socialtjänsten slutför "Bedöm risk och skyddsbehov (vuxen)" med
      | skyddsbehov | nej |
    Och alla arbetar fram till "Stäm av akuta behov"
    Så har ingen haft uppgiften "Erbjud skydd och insatser"
