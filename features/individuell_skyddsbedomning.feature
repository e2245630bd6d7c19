# language: sv
Egenskap: Polisens individuella skyddsbedömning
  Polisen bedömer skyddsbehovet inom ett dygn. Ett större behov lämnas över till
  personsäkerhetsverksamheten (BOPS), som kvitterar eller lämnar tillbaka.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar         |
      | alderskategori     | vuxen            |
      | vistelseratt       | ja               |
      | akut_fara          | nej              |
      | behov_konsultation | nej              |
      | behov_av_vard      | nej              |
      | samtycke_soc       | givet            |
      | samtycke_rk        | nekat            |
      | fu_status          | pagar            |
      | fu_ledare          | polismyndigheten |
    Och att alla har arbetat fram till "Gör individuell skyddsbedömning"

  Scenario: Vanligt skydd ordnas av den utredande polisen
    När Polismyndigheten slutför "Gör individuell skyddsbedömning" med
      | storre_skyddsbehov | nej |
    Så har Polismyndigheten uppgiften "Vidta skyddsåtgärder"
    Och har ingen uppgiften "Kvittera ärendet hos BOPS"

  Scenario: SC-05 Ett dödshot lämnas över till BOPS, och stödet går vidare under tiden
    När Polismyndigheten slutför "Gör individuell skyddsbedömning" med
      | storre_skyddsbehov | ja |
    Så har ingen uppgiften "Handlägg personsäkerhetsärende (BOPS)"
    När Polismyndigheten slutför "Kvittera ärendet hos BOPS" med
      | bops_mottagande | mottaget |
    Så har Polismyndigheten uppgiften "Handlägg personsäkerhetsärende (BOPS)"
    Och har Socialtjänsten uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    När Socialtjänsten försöker slutföra Polismyndighetens uppgift "Handlägg personsäkerhetsärende (BOPS)"
    Så nekas det, och försöket finns i loggen över nekade försök
    När Polismyndigheten slutför "Handlägg personsäkerhetsärende (BOPS)" med
      | sarskilt_personsakerhetsarbete | ja |
    Så har Polismyndigheten uppgiften "Ta ställning till tillstånd enligt 5:15 b"
    När Polismyndigheten slutför "Ta ställning till tillstånd enligt 5:15 b"
    Och alla arbetar fram till "Fastställ ansvarig kommun"
    Så är ärendet inte avslutat
    Och stämmer ärendet med sin logg

  Scenario: Det som BOPS lämnar tillbaka bedöms om
    När Polismyndigheten slutför "Gör individuell skyddsbedömning" med
      | storre_skyddsbehov | ja |
    Och Polismyndigheten slutför "Kvittera ärendet hos BOPS" med
      | bops_mottagande | aterlamnat |
    Så har Polismyndigheten uppgiften "Gör individuell skyddsbedömning"
    Och har ingen haft uppgiften "Handlägg personsäkerhetsärende (BOPS)"
    När Polismyndigheten slutför "Gör individuell skyddsbedömning" med
      | storre_skyddsbehov | nej |
    Så har Polismyndigheten uppgiften "Vidta skyddsåtgärder"

  Scenario: Tillstånd för personsäkerhet söks bara vid särskilt personsäkerhetsarbete
    När Polismyndigheten slutför "Gör individuell skyddsbedömning" med
      | storre_skyddsbehov | ja |
    Och Polismyndigheten slutför "Kvittera ärendet hos BOPS" med
      | bops_mottagande | mottaget |
    Och Polismyndigheten slutför "Handlägg personsäkerhetsärende (BOPS)" med
      | sarskilt_personsakerhetsarbete | nej |
    Så har ingen uppgiften "Ta ställning till tillstånd enligt 5:15 b"

  Scenario: Polisen ansöker inte om tillstånd för den som redan får vara här
    När Polismyndigheten slutför "Gör individuell skyddsbedömning" med
      | storre_skyddsbehov | ja |
    Och Polismyndigheten slutför "Kvittera ärendet hos BOPS" med
      | bops_mottagande | mottaget |
    Och Polismyndigheten slutför "Handlägg personsäkerhetsärende (BOPS)" med
      | sarskilt_personsakerhetsarbete | ja |
    Och Polismyndigheten slutför "Ta ställning till tillstånd enligt 5:15 b" med
      | ansokan_15b | nej |
    Så har tillstand_15b inte startats
