# language: sv
Egenskap: Rättegång och överklagande
  En dom från tingsrätten står fast efter tre veckor och en dom från hovrätten efter fyra, om
  ingen överklagar. Högsta domstolens dom är slutlig.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar           |
      | alderskategori     | vuxen              |
      | vistelseratt       | ja                 |
      | rubricering        | koppleri           |
      | akut_fara          | nej                |
      | behov_konsultation | nej                |
      | behov_av_vard      | nej                |
      | samtycke_soc       | nekat              |
      | samtycke_rk        | nekat              |
      | fu_status          | pagar              |
      | fu_ledare          | aklagarmyndigheten |
      | aklagarenhet       | allman_kammare     |
      | ma_begaran         | ej_aktuellt        |
      | storre_skyddsbehov | nej                |
      | skyddsbehov        | nej                |
      | nsp_behov          | nej                |
      | samtycke_sip       | nekat              |
      | nasta_uppfoljning  | 2028-06-01         |
      | forhor_bitrade     | ja                 |
      | skaligen_misstankt | ja                 |
      | atalsbeslut        | vackt              |
      | stod_onskas        | nej                |
      | dom_datum          | i dag              |
    Och att alla har arbetat fram till "Erbjud stöd inför rättegången"
    Och att regionkoordinatorn har slutfört "Erbjud stöd inför rättegången"
    Och att alla har arbetat fram till "Meddela dom"

  Scenariomall: Domen får laga kraft först när tiden att överklaga har gått
    När domstolen slutför "Meddela dom" med
      | instans | <domstol> |
    Och klockan är 23:59 den <sista dag>
    Så har ingen uppgiften "Klarlägg skadestånd och försäkring"
    När klockan är 00:01 den <laga kraft>
    Så har regionkoordinatorn uppgiften "Klarlägg skadestånd och försäkring"
    Och är variabeln fu_status laga_kraft i straffrattsligt_forfarande

    Exempel:
      | domstol   | sista dag  | laga kraft |
      | tingsratt | 2026-03-23 | 2026-03-24 |
      | hovratt   | 2026-03-30 | 2026-03-31 |

  Scenario: Högsta domstolens dom är slutlig samma dag
    När domstolen slutför "Meddela dom" med
      | instans | hogsta_domstolen |
    Så har regionkoordinatorn uppgiften "Klarlägg skadestånd och försäkring"

  Scenario: En dom som överklagas prövas av nästa domstol
    När domstolen slutför "Meddela dom" med
      | instans | tingsratt |
    Och Åklagarmyndigheten registrerar händelsen "Domen har överklagats"
    Så har Åklagarmyndigheten uppgiften "För talan i rätten"
    När klockan är 00:01 den 2026-03-24
    Så har ingen uppgiften "Klarlägg skadestånd och försäkring"
    När Åklagarmyndigheten slutför "För talan i rätten"
    Och domstolen slutför "Meddela dom" med
      | instans | hovratt |
    Och klockan är 00:01 den 2026-04-22
    Så har regionkoordinatorn uppgiften "Klarlägg skadestånd och försäkring"
    Och stämmer ärendet med sin logg

  Scenario: En dom från hovrätten kan också överklagas
    När domstolen slutför "Meddela dom" med
      | instans | hovratt |
    Och Åklagarmyndigheten registrerar händelsen "Domen har överklagats"
    Så har Åklagarmyndigheten uppgiften "För talan i rätten"
    När klockan är 00:01 den 2026-03-31
    Så har ingen uppgiften "Klarlägg skadestånd och försäkring"
    När Åklagarmyndigheten slutför "För talan i rätten"
    Och domstolen slutför "Meddela dom" med
      | instans | hogsta_domstolen |
    Så har regionkoordinatorn uppgiften "Klarlägg skadestånd och försäkring"
