# language: sv
Egenskap: Ett ärende från misstanke till slut
  Ärendets ryggrad: identifiering, akut skydd och avslut. De långa spåren går vid sidan om,
  var och en i sin egen takt, och ingen aktör behöver vänta på en annans spår.

  Scenario: SC-01 En vuxen EU-medborgare i tvångsarbete, funnen vid en inspektion, återvänder tryggt
    Givet att klockan är 09:00 den 2026-03-02
    Och att Arbetsmiljöverket har öppnat ett ärende
    Och att svaren i ärendet är
      | alderskategori      | vuxen              |
      | medborgarskap       | eu_ees             |
      | vistelseratt        | nej                |
      | misstanke           | kvarstar           |
      | andamal             | tvangsarbete       |
      | rubricering         | manniskohandel     |
      | anledning_att_anta  | ja                 |
      | behov_av_vard       | nej                |
      | samtycke_rk         | givet              |
      | samtycke_soc        | givet              |
      | samtycke_betanketid | givet              |
      | fu_ledare           | aklagarmyndigheten |
      | storre_skyddsbehov  | nej                |
      | nsp_behov           | nej                |
      | avlagsnandebeslut   | nej                |
      | nasta_uppfoljning   | 2026-09-01         |
      | overvagt_datum      | i dag              |
      | hf_datum            | 2026-11-16         |
      | boende_rattegang    | nej                |
      | rad_brottsoffer     | nej                |
      | ny_forhandling      | nej                |
      | ersattning_soks     | nej                |
    # Steg 1: identifiering
    När Arbetsmiljöverket slutför "Registrera misstanke vid inspektion" med
      | akut_fara          | nej               |
      | ingang             | inspektion        |
      | behov_konsultation | ja                |
      | konsultation_hos   | regionkoordinator |
    Så har regionkoordinatorn uppgiften "Ge konsultativt stöd vid identifiering"
    När regionkoordinatorn försöker slutföra "Ge konsultativt stöd vid identifiering" med
      | fraga | Gäller en man med personnummer 19121212-1212. |
    Så frågar formuläret efter "personnummer"
    När regionkoordinatorn slutför "Ge konsultativt stöd vid identifiering" med
      | hanvisning | ingen |
    Och Arbetsmiljöverket slutför "Gör samlad bedömning"
    Så har ingen uppgiften "Gör orosanmälan"
    Och har Arbetsmiljöverket uppgiften "Lämna uppgifter till polisen"
    När Arbetsmiljöverket slutför "Förmedla önskan om insatser"
    Och Arbetsmiljöverket slutför "Lämna uppgifter till polisen"
    Så har Arbetsmiljöverket ingen uppgift i ärendet
    När Polismyndigheten slutför "Upprätta brottsanmälan"
    Och Polismyndigheten slutför "Besluta om förundersökning" med
      | fu_status | pagar |
    Så pågår straffrattsligt_forfarande
    # Åklagaren vid RIO har ansvaret för människohandel
    När Polismyndigheten slutför "Fördela polisärendet"
    Och Åklagarmyndigheten slutför "Tilldela åklagare" med
      | aklagarenhet | allman_kammare |
    Så har Åklagarmyndigheten uppgiften "Tilldela åklagare"
    När Åklagarmyndigheten slutför "Tilldela åklagare" med
      | aklagarenhet | rio |
    Så har Åklagarmyndigheten uppgiften "Led förundersökningen"
    # Steg 2: akut skydd, och betänketid
    När alla arbetar fram till "Bedöm risk och skyddsbehov (vuxen)"
    Och Socialtjänsten slutför "Bedöm risk och skyddsbehov (vuxen)" med
      | skyddsbehov | ja |
    Och Socialtjänsten slutför "Erbjud skydd och insatser" med
      | vill_ha_skydd | ja |
    Och Socialtjänsten slutför "Besluta att inleda utredning"
    Och Socialtjänsten slutför "Besluta om placering och akuta insatser" med
      | beslut_skydd | bifall |
    Och alla arbetar fram till "Ansök om betänketid (förundersökningsledaren)"
    Så har Åklagarmyndigheten uppgiften "Ansök om betänketid (förundersökningsledaren)"
    När Åklagarmyndigheten slutför "Ansök om betänketid (förundersökningsledaren)"
    Och Migrationsverket slutför "Besluta om betänketid" med
      | beslut_betanketid      | bifall     |
      | beslutsdatum_tillstand | 2026-03-02 |
      | tillstand_from         | 2026-03-03 |
      | tillstand_tom          | 2026-04-01 |
    När det har gått 24 dagar
    Och regionkoordinatorn slutför "Ta emot personens besked" med
      | stallning | samarbetar |
    # Steg 4: tillståndet kräver alla fyra villkoren
    Så har Åklagarmyndigheten uppgiften "Ansök om tillstånd minst sex månader"
    När Åklagarmyndigheten slutför "Ansök om tillstånd minst sex månader" med
      | villkor_behovs  | ja |
      | villkor_vilja   | ja |
      | villkor_brutit  | ja |
      | villkor_ordning | ja |
    Och Migrationsverket slutför "Besluta om tillstånd minst sex månader" med
      | beslut_uppehallstillstand | bifall     |
      | beslutsdatum_tillstand    | 2026-03-26 |
      | tillstand_from            | 2026-03-26 |
      | tillstand_tom             | 2027-03-26 |
    Så har Migrationsverket uppgiften "Informera om tillstånd för innestående lön"
    # Steg 5: rättegången, med stöd före, under och efter
    När svaren från och med nu är
      | skaligen_misstankt | ja         |
      | forhor_bitrade     | ja         |
      | atalsbeslut        | vackt      |
      | stod_onskas        | ja         |
      | instans            | tingsratt  |
    Och alla arbetar fram till "Meddela dom"
    Och regionkoordinatorn slutför "Erbjud stöd inför rättegången"
    Och regionkoordinatorn slutför "Ge stöd inför rättegången"
    Och klockan är 09:00 den 2026-11-17
    Så har regionkoordinatorn uppgiften "Ge stöd under rättegången"
    När domstolen slutför "Meddela dom" med
      | dom_datum | 2026-11-17 |
    Och regionkoordinatorn slutför "Ge stöd under rättegången"
    Och regionkoordinatorn slutför "Ge stöd efter rättegången"
    Och klockan är 09:00 den 2026-12-09
    Och regionkoordinatorn slutför "Klarlägg skadestånd och försäkring"
    Så har straffrattsligt_forfarande avslutats
    # Steg 6: han vill hem
    När regionkoordinatorn registrerar händelsen "Personen vill återvända"
    Och svaren från och med nu är
      | atervandande_malgrupp | ja                |
      | samtycke_iom          | givet             |
      | hjalpare              | regionkoordinator |
      | rk_beslut             | godkand           |
      | iom_beslut            | godkand           |
      | risker_hanterade      | ja                |
    Och alla arbetar fram till "Ge återintegrering och uppföljning"
    Så ska IOM ha slutfört "Ge återintegrering och uppföljning" senast 2027-06-09
    När IOM slutför "Ge återintegrering och uppföljning"
    Och Socialtjänsten slutför "Avsluta ärendet" med
      | sluttillstand | A6 |
    Så är ärendet avslutat med A6
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg

  Scenario: Akuta behov som inte är tillgodosedda inom ett dygn uppmärksammas
    Givet att klockan är 09:00 den 2026-03-02
    Och att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | givet    |
      | polisanmalan       | nej      |
    Och att alla har arbetat fram till "Bedöm risk och skyddsbehov (vuxen)"
    När det har gått 1 dagar
    Så har Socialtjänsten uppgiften "Ta hand om akuta behov som återstår"
    Och har Socialtjänsten uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    Och står det i loggen att DL-69 har löpt ut

  Scenario: En vuxen som vill avsluta all kontakt får göra det
    Givet att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | givet    |
      | polisanmalan       | nej      |
      | vistelseratt       | ja       |
    Och att alla har arbetat fram till "Utred behov av insatser"
    När Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A4
    Och har ingen uppgiften "Utred behov av insatser"
    Och stämmer ärendet med sin logg
