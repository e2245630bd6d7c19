# language: sv
Egenskap: Ett ensamkommande barn som Migrationsverket möter
  Från misstanken till en vårdnadshavare: alla myndigheter gör sin del vid sidan av varandra, och
  ingen frågar om lov innan barnet skyddas.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke                | kvarstar           |
      | alderskategori           | barn               |
      | medborgarskap            | tredjeland         |
      | vistelseratt             | ja                 |
      | rubricering              | manniskohandel     |
      | anledning_att_anta       | ja                 |
      | akut_fara                | nej                |
      | behov_konsultation       | nej                |
      | behov_av_vard            | nej                |
      | samtycke_rk              | nekat              |
      | samtycke_sip             | nekat              |
      | samtycke_nsp             | nekat              |
      | samtycke_betanketid      | ej_tillfragad      |
      | polisanmalan             | anmalan            |
      | polisanmalan_provad      | ja                 |
      | fu_status                | pagar              |
      | fu_ledare                | aklagarmyndigheten |
      | aklagarenhet             | rio                |
      | omedelbart_skydd         | ja                 |
      | skyddsform               | samtycke           |
      | barnutredning_oppen      | nej                |
      | anmalan_inkom            | 2026-03-02         |
      | utredning_inleds         | ja                 |
      | utredning_inledd         | 2026-03-02         |
      | utredning_avslutad       | 2026-03-02         |
      | beslut_insats            | insats             |
      | jourhem                  | ja                 |
      | ensamkommande            | ja                 |
      | hemvist                  | annat_land         |
      | gm_sokande               | migrationsverket   |
      | ud_regelverk             | haag_1996          |
      | vardnadshavare_misstankt | nej                |
      | ma_begaran               | begars             |
      | ma_beslut                | bifall             |
      | forhor_bitrade           | ja                 |
      | skaligen_misstankt       | ja                 |
      | skaligen_misstankt_datum | 2026-03-02         |
      | nsp_behov                | nej                |
      | placerat_barn            | ja                 |
      | overvagt_datum           | 2026-03-02         |
      | nasta_uppfoljning        | 2026-09-01         |
      | asyl_utfall              | bifall             |
      | sfv_stallning            | talan              |
      | sfv_dom                  | bifall             |

  Scenario: SC-02 En femtonårig flicka från Vietnam söker asyl utan föräldrar och berättar om en skuld
    # Samtycke frågas aldrig för orosanmälan: den görs genast
    När alla arbetar fram till "Gör orosanmälan"
    Så har Migrationsverket uppgiften "Gör orosanmälan"
    Och har "Gör orosanmälan" ingen sista dag
    Och har Migrationsverket uppgiften "Anmäl till polisen eller lämna underrättelse"
    # DL-02: skyddsbedömningen görs inom ett dygn
    När alla arbetar fram till "Gör omedelbar skyddsbedömning"
    Så ska Socialtjänsten ha slutfört "Gör omedelbar skyddsbedömning" senast 2026-03-03
    # Asylprövningen går vid sidan av, och stödet ligger kvar hos Migrationsverket
    När Migrationsverket registrerar händelsen "Asyl söks"
    Så har Migrationsverket uppgiften "Handlägg asylansökan"
    # DL-03: förhandsbedömning inom 14 dagar
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning"
    Så har Socialtjänsten uppgiften "Besluta om placering"
    Och har lvu inte startats
    Och ska Socialtjänsten ha slutfört "Förhandsbedöm anmälan" senast 2026-03-16
    # DL-05: utredningen är klar inom fyra månader
    När Socialtjänsten slutför "Förhandsbedöm anmälan"
    Och Socialtjänsten slutför "Besluta att inleda utredning"
    Så ska Socialtjänsten ha slutfört "Utred barnets behov" senast 2026-07-02
    # Polisen bedömer skyddsbehovet och ett målsägandebiträde förordnas
    Och har Polismyndigheten uppgiften "Gör individuell skyddsbedömning (barn)"
    Och kan Polismyndigheten bara svara "Ja" på "Har målsäganden ett särskilt skyddsbehov under utredningen?" i uppgiften "Gör individuell skyddsbedömning (barn)"
    Och pågår straffrattsligt_forfarande
    När Socialtjänsten slutför "Besluta om placering"
    Så pågår vardplan
    # God man: Migrationsverket ansöker, överförmyndaren förordnar inom några dagar
    När alla arbetar fram till "Förordna god man"
    Så ska Överförmyndaren ha slutfört "Förordna god man" senast 2026-03-05
    Och är variabeln ma_bitrade forordnad i stod_och_skydd
    # Utrikesdepartementet svarar att Haagkonventionen gäller
    När alla arbetar fram till "Bistå i kontakten med hemlandet"
    Så har Utrikesdepartementet uppgiften "Bistå i kontakten med hemlandet"
    # DL-56: åtalsbeslut inom tre månader från skälig misstanke
    När alla arbetar fram till "Besluta i åtalsfrågan (barn)"
    Så ska Åklagarmyndigheten ha slutfört "Besluta i åtalsfrågan (barn)" senast 2026-06-02
    # Ingen ansökan om betänketid: stödet till den asylsökande ligger kvar hos Migrationsverket
    Och har ingen haft uppgiften "Ansök om betänketid (socialnämnden)"
    Och har ingen haft uppgiften "Lämna över ansvaret för stödet"
    # Tillstånd beviljas, och en vårdnadshavare tar över efter den gode mannen
    När Migrationsverket registrerar händelsen "Ett ensamkommande barn har fått uppehållstillstånd"
    Och Överförmyndaren slutför "Underrätta socialtjänsten om tillståndet"
    Och Socialtjänsten slutför "Ta ställning till vårdnadshavare"
    Och domstolen slutför "Pröva frågan om vårdnadshavare"
    Så har Överförmyndaren uppgiften "Avsluta god mans åtkomst"
    Och stämmer ärendet med sin logg

  Scenario: SC-02 LMA gäller hos Migrationsverket tills tillstånd enligt 5:15 söks
    När alla arbetar fram till "Gör omedelbar skyddsbedömning"
    Och Migrationsverket registrerar händelsen "Asyl söks"
    Och Socialtjänsten slutför "Gör omedelbar skyddsbedömning"
    Så har Migrationsverket uppgiften "Handlägg asylansökan"
    Och har ingen uppgiften "Lämna över ansvaret för stödet"
    När Migrationsverket registrerar händelsen "Tillstånd enligt UtlL 5:15 har sökts under asylprövningen"
    Så har Migrationsverket uppgiften "Lämna över ansvaret för stödet"
    Och har ingen uppgiften "Ta över ansvaret för stödet"
    När Migrationsverket slutför "Lämna över ansvaret för stödet"
    Så har Socialtjänsten uppgiften "Ta över ansvaret för stödet"
    Och har Migrationsverket uppgiften "Handlägg asylansökan"
