# language: sv
Egenskap: Ett riktmärke eller en påminnelse som passerar stoppar ingen
  Uppgiften är kvar, syns som försenad och får göras. Bara lagens rättsverkan ändrar något av sig själv.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke             | kvarstar           |
      | alderskategori        | vuxen              |
      | medborgarskap         | tredjeland         |
      | vistelseratt          | nej                |
      | andamal               | tvangsarbete       |
      | rubricering           | manniskohandel     |
      | anledning_att_anta    | ja                 |
      | akut_fara             | nej                |
      | behov_konsultation    | nej                |
      | behov_av_vard         | nej                |
      | samtycke_soc          | givet              |
      | samtycke_rk           | givet              |
      | samtycke_sip          | nekat              |
      | samtycke_betanketid   | givet              |
      | samtycke_nsp          | givet              |
      | nsp_behov             | ja                 |
      | nsp_nasta             | rehabilitering     |
      | skyddsbehov           | nej                |
      | fu_status             | pagar              |
      | fu_ledare             | aklagarmyndigheten |
      | aklagarenhet          | rio                |
      | storre_skyddsbehov    | nej                |
      | ma_begaran            | ej_aktuellt        |
      | avlagsnandebeslut     | nej                |
      | stallning             | samarbetar_inte    |
      | skaligen_misstankt    | ja                 |
      | forhor_bitrade        | ja                 |
      | atalsbeslut           | vackt              |
      | atal_datum            | i dag              |
      | placerat_barn         | nej                |
      | nasta_uppfoljning     | 2029-06-01         |
      | atervandande_malgrupp | ja                 |
      | samtycke_iom          | givet              |
      | rk_beslut             | godkand            |
      | iom_beslut            | godkand            |
      | risker_hanterade      | ja                 |

  Scenariomall: Uppgiften görs för sent, och arbetet går vidare
    När alla arbetar fram till "<uppgift>"
    Och det har gått <dagar> dagar
    Så är "<uppgift>" hos <vem> försenad enligt <frist>
    När <vem> slutför "<uppgift>"
    Så är ärendet inte avslutat

    Exempel:
      | uppgift                        | vem                | dagar | frist |
      | Gör individuell skyddsbedömning | Polismyndigheten   | 2     | DL-52 |
      | Besluta om betänketid          | Migrationsverket   | 3     | DL-42 |
      | Utred behov av insatser        | Socialtjänsten     | 22    | DL-70 |
      | Erbjud stöd inför rättegången  | regionkoordinatorn | 15    | DL-58 |
      | Ge stöd i rehabilitering       | Civilsamhället     | 91    | DL-67 |

  Scenario: Programmets uppföljning får bli längre, och ett sent beslut är ändå ett beslut
    När alla arbetar fram till "Utred behov av insatser"
    Och regionkoordinatorn registrerar händelsen "Personen vill återvända"
    Och alla arbetar fram till "Besluta om deltagande (RK)"
    Och det har gått 14 dagar
    Så har regionkoordinatorn påmints om "Besluta om deltagande (RK)" 1 gånger
    När alla arbetar fram till "Ge återintegrering och uppföljning"
    Och klockan är 09:00 den 2027-03-02
    Så är "Ge återintegrering och uppföljning" hos IOM försenad enligt DL-65
    När IOM slutför "Ge återintegrering och uppföljning"
    Så har atervandande avslutats
