# language: sv
Egenskap: Egna frister står still medan en vuxen är försvunnen
  Rekommenderade tider och programmets tider är våra. De pausas i hela ärendet och går vidare med lika
  mycket kvar när personen är återfunnen. Lagens frister löper. För ett barn står ingenting still.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar           |
      | alderskategori      | vuxen              |
      | medborgarskap       | tredjeland         |
      | vistelseratt        | nej                |
      | andamal             | tvangsarbete       |
      | rubricering         | manniskohandel     |
      | anledning_att_anta  | ja                 |
      | akut_fara           | nej                |
      | behov_konsultation  | nej                |
      | behov_av_vard       | nej                |
      | samtycke_soc        | givet              |
      | samtycke_rk         | givet              |
      | samtycke_sip        | nekat              |
      | samtycke_betanketid | givet              |
      | beslut_betanketid   | bifall             |
      | samtycke_nsp        | givet              |
      | nsp_behov           | nej                |
      | skyddsbehov         | nej                |
      | fu_status           | pagar              |
      | fu_ledare           | aklagarmyndigheten |
      | storre_skyddsbehov  | nej                |
      | ma_begaran          | ej_aktuellt        |
      | avlagsnandebeslut   | nej                |
      | forsvunnen_datum    | i dag              |
      | forsvunnen_fara     | nej                |

  Scenario: Riktmärket står still, betänketiden löper
    När alla arbetar fram till "Utred behov av insatser"
    Så ska Socialtjänsten ha slutfört "Utred behov av insatser" senast 2026-03-23
    När Åklagarmyndigheten slutför "Ansök om betänketid (förundersökningsledaren)"
    Och Migrationsverket slutför "Besluta om betänketid"
    Och klockan är 09:00 den 2026-03-12
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Så är "Utred behov av insatser" hos Socialtjänsten pausad
    När klockan är 10:00 den 2026-04-11
    Så är "Utred behov av insatser" hos Socialtjänsten pausad
    Och har Socialtjänsten påmints om "Utred behov av insatser" 0 gånger
    Och står det i loggen att DL-40 har löpt ut
    Och stämmer ärendet med sin logg
    När Socialtjänsten registrerar händelsen "Personen är återfunnen"
    # Borta i trettio dagar och en timme: trettioen dagar till
    Så ska Socialtjänsten ha slutfört "Utred behov av insatser" senast 2026-04-23
    Och stämmer ärendet med sin logg
    När klockan är 09:00 den 2026-04-24
    Så är "Utred behov av insatser" hos Socialtjänsten försenad enligt DL-70

  Scenario: Den som kommer tillbaka har lika många timmar kvar av dygnet
    När alla arbetar fram till "Bedöm risk och skyddsbehov (vuxen)"
    Och klockan är 12:00 den 2026-03-02
    Och Polismyndigheten registrerar händelsen "Personen har försvunnit"
    Och klockan är 12:00 den 2026-03-09
    Så har ingen haft uppgiften "Ta hand om akuta behov som återstår"
    När Polismyndigheten registrerar händelsen "Personen är återfunnen"
    Och klockan är 08:59 den 2026-03-10
    Så har ingen haft uppgiften "Ta hand om akuta behov som återstår"
    När klockan är 09:00 den 2026-03-10
    Så står det i loggen att DL-69 har löpt ut
    Och har Socialtjänsten uppgiften "Ta hand om akuta behov som återstår"
    Och stämmer ärendet med sin logg

  Scenario: En myndighet som inte får veta att personen är försvunnen ser ingen frist så länge
    När alla arbetar fram till "Utred behov av insatser"
    Och Åklagarmyndigheten slutför "Ansök om betänketid (förundersökningsledaren)"
    Så ska Migrationsverket ha slutfört "Besluta om betänketid" senast 2026-03-04
    När Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Så ser Migrationsverket ingen frist för "Besluta om betänketid"
    När Socialtjänsten registrerar händelsen "Personen är återfunnen"
    Så ska Migrationsverket ha slutfört "Besluta om betänketid" senast 2026-03-04

  Scenario: Det som börjar medan personen är borta börjar stillastående
    När alla arbetar fram till "Fastställ ansvarig kommun"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Och alla arbetar fram till "Utred behov av insatser"
    Så är "Utred behov av insatser" hos Socialtjänsten pausad
    Och stämmer ärendet med sin logg

  Scenario: För ett barn står ingenting still
    När svaren från och med nu är
      | alderskategori | barn |
    Och alla arbetar fram till "Gör individuell skyddsbedömning (barn)"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Så ska Polismyndigheten ha slutfört "Gör individuell skyddsbedömning (barn)" senast 2026-03-03

  Scenario: Visar det sig att den försvunna är ett barn löper tiderna igen
    När svaren från och med nu är
      | faststalld_alder | barn |
    Och alla arbetar fram till "Utred behov av insatser"
    Och Socialtjänsten registrerar händelsen "Personen har försvunnit"
    Så är "Utred behov av insatser" hos Socialtjänsten pausad
    När Socialtjänsten registrerar händelsen "Åldern är fastställd"
    Och Socialtjänsten slutför "Registrera den fastställda åldern"
    Så löper tiden för varje uppgift i ärendet
    Och stämmer ärendet med sin logg
