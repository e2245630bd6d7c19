# language: sv
Egenskap: Stöd före, under och efter rättegången
  Regionkoordinatorn erbjuder stöd när åtal väcks. Rättegången väntar aldrig på stödet, och den
  som säger nej förlorar ingenting i målet.

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
      | nasta_uppfoljning  | 2027-06-01         |
      | forhor_bitrade     | ja                 |
      | skaligen_misstankt | ja                 |
      | atalsbeslut        | vackt              |
      | atal_datum         | 2026-03-02         |
      | hf_datum           | 2026-04-20         |
      | boende_rattegang   | nej                |
      | rad_brottsoffer    | nej                |
      | ny_forhandling     | nej                |
    Och att alla har arbetat fram till "Erbjud stöd inför rättegången"

  Scenario: Stödet erbjuds inom två veckor från åtalet, och rätten arbetar samtidigt
    Så ska regionkoordinatorn ha slutfört "Erbjud stöd inför rättegången" senast 2026-03-16
    Och har Åklagarmyndigheten uppgiften "För talan i rätten"

  Scenario: Den som säger nej till stöd får ändå sin sak prövad
    När regionkoordinatorn slutför "Erbjud stöd inför rättegången" med
      | stod_onskas | nej |
    Så har ingen uppgiften "Ge stöd inför rättegången"
    När Åklagarmyndigheten slutför "För talan i rätten"
    Så har domstolen uppgiften "Meddela dom"

  Scenario: Stödet under rättegången börjar med förhandlingens första dag
    När regionkoordinatorn slutför "Erbjud stöd inför rättegången" med
      | stod_onskas | ja |
    Och regionkoordinatorn slutför "Ge stöd inför rättegången"
    Och klockan är 09:00 den 2026-04-20
    Så har ingen uppgiften "Ge stöd under rättegången"
    När klockan är 00:01 den 2026-04-21
    Så har regionkoordinatorn uppgiften "Ge stöd under rättegången"
    När regionkoordinatorn slutför "Ge stöd under rättegången"
    Och regionkoordinatorn slutför "Ge stöd efter rättegången"
    Så har ingen uppgiften "Ge stöd inför rättegången"
    Och pågår straffrattsligt_forfarande

  Scenario: Stödet följer förhandlingen när den börjar tidigare än planerat
    När regionkoordinatorn slutför "Erbjud stöd inför rättegången" med
      | stod_onskas | ja |
    Och regionkoordinatorn slutför "Ge stöd inför rättegången"
    Och Åklagarmyndigheten registrerar händelsen "Huvudförhandlingen börjar"
    Så har regionkoordinatorn uppgiften "Ge stöd under rättegången"

  Scenario: Boende ordnas av socialtjänsten, och Brottsoffermyndigheten ger råd
    När regionkoordinatorn slutför "Erbjud stöd inför rättegången" med
      | stod_onskas     | ja |
      | rad_brottsoffer | ja |
    Och Brottsoffermyndigheten slutför "Ge råd om brottsoffers rättigheter"
    Och regionkoordinatorn slutför "Ge stöd inför rättegången" med
      | boende_rattegang | ja |
    Så har Socialtjänsten uppgiften "Ordna boende och trygghet"
    När klockan är 00:01 den 2026-04-21
    # Förhandlingen väntar inte, men stödet i rättssalen börjar med ett boende
    Så har regionkoordinatorn inte uppgiften "Ge stöd under rättegången"
    När Socialtjänsten slutför "Ordna boende och trygghet"
    Och det har gått 1 dagar
    Så har regionkoordinatorn uppgiften "Ge stöd under rättegången"

  Scenario: En ny förhandling ger stöd på nytt
    När regionkoordinatorn slutför "Erbjud stöd inför rättegången" med
      | stod_onskas | ja |
    Och regionkoordinatorn slutför "Ge stöd inför rättegången"
    Och Åklagarmyndigheten registrerar händelsen "Huvudförhandlingen börjar"
    Och regionkoordinatorn slutför "Ge stöd under rättegången"
    Och regionkoordinatorn slutför "Ge stöd efter rättegången" med
      | ny_forhandling | ja |
    Så har regionkoordinatorn uppgiften "Ge stöd inför rättegången"
    Och stämmer ärendet med sin logg

  Scenariomall: Stödet upphör när ärendet avslutas eller samtycket återkallas, men inte rättegången
    När regionkoordinatorn slutför "Erbjud stöd inför rättegången" med
      | stod_onskas | ja |
    Och Socialtjänsten registrerar händelsen "<händelse>"
    Och Socialtjänsten slutför "<uppgift>" med
      | aterkallat_samtycke | kontakt_rk |
    Så har ingen uppgiften "Ge stöd inför rättegången"
    Och pågår straffrattsligt_forfarande

    Exempel:
      | händelse                         | uppgift                        |
      | Personen har avlidit             | Dokumentera avslut i förtid    |
      | Personen återkallar ett samtycke | Registrera återkallat samtycke |
