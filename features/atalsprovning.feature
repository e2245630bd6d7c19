# language: sv
Egenskap: Åtalsbeslut när den utsatta är ett barn
  Tre månader från den dag då någon blev skäligen misstänkt. Tiden får överskridas, men då står
  skälet skrivet.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke                | kvarstar           |
      | alderskategori           | barn               |
      | vistelseratt             | ja                 |
      | rubricering              | koppleri           |
      | akut_fara                | nej                |
      | behov_konsultation       | nej                |
      | behov_av_vard            | nej                |
      | samtycke_rk              | nekat              |
      | fu_status                | pagar              |
      | fu_ledare                | aklagarmyndigheten |
      | aklagarenhet             | allman_kammare     |
      | omedelbart_skydd         | nej                |
      | barnutredning_oppen      | ja                 |
      | polisanmalan_provad      | ja                 |
      | forhor_bitrade           | ja                 |
      | skaligen_misstankt       | ja                 |
      | skaligen_misstankt_datum | 2026-03-02         |
      | nsp_behov                | nej                |
      | samtycke_sip             | nekat              |
      | placerat_barn            | nej                |
      | nasta_uppfoljning        | 2026-12-01         |
    Och att alla har arbetat fram till "Besluta i åtalsfrågan (barn)"

  Scenario: Åklagaren påminns och ska besluta inom tre månader
    Så ska Åklagarmyndigheten ha slutfört "Besluta i åtalsfrågan (barn)" senast 2026-06-02
    När klockan är 09:00 den 2026-05-04
    Så har Åklagarmyndigheten påmints om "Besluta i åtalsfrågan (barn)" 1 gånger
    När Åklagarmyndigheten slutför "Besluta i åtalsfrågan (barn)" med
      | atalsbeslut | vackt |
    Och klockan är 00:01 den 2026-06-03
    Så har ingen haft uppgiften "Motivera att fristen överskrids"

  Scenario: Den som behöver längre tid skriver varför, och beslutar sedan
    När klockan är 23:59 den 2026-06-02
    Så har ingen uppgiften "Motivera att fristen överskrids"
    När klockan är 00:01 den 2026-06-03
    Så har Åklagarmyndigheten uppgiften "Motivera att fristen överskrids"
    Och har Åklagarmyndigheten uppgiften "Besluta i åtalsfrågan (barn)"
    Och står det i loggen att DL-56 har löpt ut
    När Åklagarmyndigheten slutför "Motivera att fristen överskrids"
    Och Åklagarmyndigheten slutför "Besluta i åtalsfrågan (barn)" med
      | atalsbeslut | ej_vackt |
    Så har Åklagarmyndigheten uppgiften "Underrätta om att åtal inte väcks"
    Och stämmer ärendet med sin logg
