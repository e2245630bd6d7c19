# language: sv
Egenskap: Målsäganden vet när den misstänkte är häktad
  Domstolens klocka är bara en upplysning här. Det viktiga är att målsäganden får veta i tid om den
  misstänkte blir fri.

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
    Och att alla har arbetat fram till "Tilldela åklagare"
    När Åklagarmyndigheten registrerar händelsen "En misstänkt har häktats"

  Scenario: Ny förhandling följs upp inom två veckor, gång på gång
    När Åklagarmyndigheten slutför "Anteckna häktningen" med
      | haktning_datum | 2026-03-02 |
    Så ska Åklagarmyndigheten ha slutfört "Följ upp häktningen" senast 2026-03-16
    När klockan är 09:00 den 2026-03-16
    Och Åklagarmyndigheten slutför "Följ upp häktningen" med
      | haktning_lage  | haktad     |
      | haktning_datum | 2026-03-16 |
    Så ska Åklagarmyndigheten ha slutfört "Följ upp häktningen" senast 2026-03-30
    # En missad dag ändrar ingenting: uppgiften är kvar, försenad
    När klockan är 09:00 den 2026-04-07
    Så har Åklagarmyndigheten uppgiften "Följ upp häktningen"
    Och pågår haktning
    När Åklagarmyndigheten slutför "Följ upp häktningen" med
      | haktning_lage  | haktad     |
      | haktning_datum | 2026-04-07 |
    Så ska Åklagarmyndigheten ha slutfört "Följ upp häktningen" senast 2026-04-21

  Scenario: Målsäganden underrättas när den misstänkte friges
    När Åklagarmyndigheten slutför "Anteckna häktningen"
    Och Åklagarmyndigheten slutför "Följ upp häktningen" med
      | haktning_lage | frigiven |
    Så har Polismyndigheten uppgiften "Underrätta om frigivning"
    När Polismyndigheten slutför "Underrätta om frigivning"
    Så har haktning avslutats
    Och stämmer ärendet med sin logg

  Scenario: När åtal väcks gäller huvudförhandlingens tid i stället
    När Åklagarmyndigheten slutför "Anteckna häktningen"
    Och Åklagarmyndigheten slutför "Följ upp häktningen" med
      | haktning_lage | atalad |
    Så har haktning avslutats
    Och har ingen haft uppgiften "Underrätta om frigivning"
