# language: sv
Egenskap: Ett tryggt återvändande
  Frivilligt hela vägen. Regionkoordinatorn och IOM beslutar var för sig, och båda måste säga samma sak.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att regionkoordinatorn har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke             | kvarstar          |
      | alderskategori        | vuxen             |
      | andamal               | sexuella_andamal  |
      | vistelseratt          | ja                |
      | akut_fara             | nej               |
      | behov_konsultation    | nej               |
      | samtycke_soc          | givet             |
      | samtycke_rk           | givet             |
      | polisanmalan          | nej               |
      | skyddsbehov           | nej               |
      | nsp_behov             | nej               |
      | samtycke_sip          | nekat             |
      | nasta_uppfoljning     | 2026-12-01        |
      | atervandande_malgrupp | ja                |
      | samtycke_iom          | givet             |
      | hjalpare              | regionkoordinator |
      | risker_hanterade      | ja                |
    Och att alla har arbetat fram till "Upprätta långsiktig plan"
    Och att Socialtjänsten har slutfört "Upprätta långsiktig plan"
    När regionkoordinatorn registrerar händelsen "Personen vill återvända"

  Scenario: SC-16 Först avslag från båda, sedan oenighet, sedan ja
    När alla arbetar fram till "Besluta om deltagande (RK)"
    Och regionkoordinatorn slutför "Besluta om deltagande (RK)" med
      | rk_beslut | avslag |
    # Den enas avslag avgör ingenting
    Så har IOM uppgiften "Besluta om deltagande (IOM)"
    Och har regionkoordinatorn inte uppgiften "Meddela avslaget till personen"
    När IOM slutför "Besluta om deltagande (IOM)" med
      | iom_beslut | avslag |
    Så har regionkoordinatorn uppgiften "Meddela avslaget till personen"
    När regionkoordinatorn slutför "Meddela avslaget till personen" med
      | ny_ansokan | ja |
    Så har regionkoordinatorn uppgiften "Ge råd och fyll i ansökan"
    När alla arbetar fram till "Besluta om deltagande (RK)"
    Och regionkoordinatorn slutför "Besluta om deltagande (RK)" med
      | rk_beslut | godkand |
    Och IOM slutför "Besluta om deltagande (IOM)" med
      | iom_beslut | avslag |
    Så har regionkoordinatorn uppgiften "Samråd om olika bedömning"
    Och har ingen uppgiften "Undersök stöd i hemlandet"
    När regionkoordinatorn slutför "Samråd om olika bedömning"
    Och regionkoordinatorn slutför "Besluta om deltagande (RK)" med
      | rk_beslut | godkand |
    Och IOM slutför "Besluta om deltagande (IOM)" med
      | iom_beslut | godkand |
    Så har IOM uppgiften "Undersök stöd i hemlandet"
    När alla arbetar fram till "Ge återintegrering och uppföljning"
    Och det har gått 180 dagar
    Och IOM slutför "Ge återintegrering och uppföljning"
    Och Socialtjänsten slutför "Avsluta ärendet" med
      | sluttillstand | A6 |
    Så är ärendet avslutat med A6
    Och stämmer ärendet med sin logg

  Scenario: SC-17 Hon ångrar sig på flygplatsen
    När svaren från och med nu är
      | rk_beslut  | godkand |
      | iom_beslut | godkand |
    Och alla arbetar fram till "Genomför återresan"
    Och IOM registrerar händelsen "Personen ångrar sig och återkallar sitt deltagande"
    Så har ingen uppgiften "Genomför återresan"
    Och har IOM uppgiften "Avboka resa och mottagande"
    När IOM slutför "Avboka resa och mottagande"
    Så har Socialtjänsten uppgiften "Återuppta stödplanen"
    När Socialtjänsten slutför "Återuppta stödplanen"
    Så har atervandande avslutats
    Och är variabeln samtycke_iom aterkallat i atervandande
    Och pågår stodspar
    Och är ärendet inte avslutat
    # Ingen påföljd: hon kan ansöka igen
    När regionkoordinatorn registrerar händelsen "Personen vill återvända"
    Så pågår atervandande
    Och stämmer ärendet med sin logg

  Scenario: Socialtjänsten hjälper till med ansökan, som kompletteras och sedan avslås av båda
    När svaren från och med nu är
      | hjalpare | socialtjansten |
    Och alla arbetar fram till "Kontakta regionkoordinator"
    Och Socialtjänsten slutför "Kontakta regionkoordinator"
    Och Socialtjänsten slutför "Fyll i riskbedömning och riskhantering"
    Så har regionkoordinatorn uppgiften "Förmedla ansökan till IOM"
    Och har regionkoordinatorn inte uppgiften "Fyll i riskbedömning och riskhantering"
    När regionkoordinatorn slutför "Förmedla ansökan till IOM"
    Och IOM slutför "Ta emot ansökan om återvändande"
    Och regionkoordinatorn slutför "Besluta om deltagande (RK)" med
      | rk_beslut | komplettera |
    Och IOM slutför "Besluta om deltagande (IOM)" med
      | iom_beslut | godkand |
    Så har Socialtjänsten uppgiften "Kontakta regionkoordinator"
    När svaren från och med nu är
      | rk_beslut  | avslag |
      | iom_beslut | avslag |
    Och alla arbetar fram till "Meddela avslaget till personen"
    Och regionkoordinatorn slutför "Meddela avslaget till personen" med
      | ny_ansokan | nej |
    Så har atervandande avslutats
    Och är variabeln atervandande_utfall avslag i atervandande
    Och pågår stodspar
    Och stämmer ärendet med sin logg

  Scenario: Den som inte hör till målgruppen får veta vilket annat stöd som finns
    När regionkoordinatorn slutför "Säkerställ ett informerat beslut" med
      | atervandande_malgrupp | nej |
    Och regionkoordinatorn slutför "Informera om annat återvändandestöd"
    Så har atervandande avslutats
    Och deltar IOM inte i ärendet
    Och pågår stodspar

  Scenario: Planen görs om tills riskerna är hanterade, och är de för stora blir det ingen resa
    När svaren från och med nu är
      | rk_beslut  | godkand |
      | iom_beslut | godkand |
    Och alla arbetar fram till "Bedöm om riskerna är hanterade"
    Och regionkoordinatorn slutför "Bedöm om riskerna är hanterade" med
      | risker_hanterade | revidera |
    Och regionkoordinatorn slutför "Revidera risktabell och åtgärder"
    Så har IOM uppgiften "Planera återresa och mottagande"
    När IOM slutför "Planera återresa och mottagande"
    Och regionkoordinatorn slutför "Bedöm om riskerna är hanterade" med
      | risker_hanterade | nej |
    Så har ingen haft uppgiften "Genomför återresan"
    Och har atervandande avslutats
    Och är variabeln atervandande_utfall avbrutet i atervandande
    Och pågår stodspar

  Scenariomall: När hela ärendet avslutas slutar också återvändandet, hur långt det än har kommit
    När svaren från och med nu är
      | rk_beslut  | godkand |
      | iom_beslut | godkand |
    Och alla arbetar fram till "<uppgift>"
    Och Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A4
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg

    Exempel:
      | uppgift                            |
      | Förmedla ansökan till IOM          |
      | Ge återintegrering och uppföljning |
