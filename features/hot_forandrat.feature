# language: sv
Egenskap: Hotet förändras
  Ny uppgift om hot gör att polisen och socialtjänsten bedömer skyddet om, var för sig. Det kan hända
  flera gånger, och resten av ärendet går vidare under tiden.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar         |
      | alderskategori      | vuxen            |
      | medborgarskap       | tredjeland       |
      | vistelseratt        | ja               |
      | akut_fara           | nej              |
      | behov_konsultation  | nej              |
      | behov_av_vard       | nej              |
      | samtycke_soc        | givet            |
      | samtycke_rk         | nekat            |
      | samtycke_sip        | nekat            |
      | skyddsbehov         | nej              |
      | nsp_behov           | nej              |
      | fu_status           | pagar            |
      | fu_ledare           | polismyndigheten |
      | storre_skyddsbehov  | nej              |
      | ma_begaran          | ej_aktuellt      |
      | nasta_uppfoljning   | 2029-06-01       |
      | placerat_barn       | nej              |
      | hemvist             | sverige          |
      | ensamkommande       | nej              |
      | omedelbart_skydd    | nej              |
      | barnutredning_oppen | ja               |
      | polisanmalan_provad | ja               |

  Scenario: SC-05 Efter ett dödshot tar BOPS över skyddet, och tillstånd söks för personsäkerhet
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Socialtjänsten slutför "Upprätta långsiktig plan"
    Och Polismyndigheten registrerar händelsen "Hotet har förändrats"
    Så har Polismyndigheten uppgiften "Gör individuell skyddsbedömning"
    Och har Socialtjänsten uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    Och pågår stodspar
    När Polismyndigheten slutför "Gör individuell skyddsbedömning" med
      | storre_skyddsbehov | ja |
    Och Polismyndigheten slutför "Kvittera ärendet hos BOPS" med
      | bops_mottagande | mottaget |
    # Socialtjänsten ser bara sin egen del
    Och Socialtjänsten försöker slutföra Polismyndighetens uppgift "Handlägg personsäkerhetsärende (BOPS)"
    Så nekas det, och försöket finns i loggen över nekade försök
    Och är "Handlägg personsäkerhetsärende (BOPS)" osynlig för Socialtjänsten
    # Skyddet och placeringen bedöms om; adressen finns bara i socialtjänstens eget utrymme
    När Socialtjänsten slutför "Bedöm risk och skyddsbehov (vuxen)" med
      | skyddsbehov | ja |
    Och Socialtjänsten slutför "Erbjud skydd och insatser" med
      | vill_ha_skydd | ja |
    Och Socialtjänsten slutför "Besluta att inleda utredning"
    Och Socialtjänsten slutför "Besluta om placering och akuta insatser" med
      | beslut_skydd | bifall                |
      | adress       | Påhittade gränden 900 |
    Så finns "Påhittade gränden 900" varken i loggen eller i något meddelande
    När Polismyndigheten slutför "Handlägg personsäkerhetsärende (BOPS)" med
      | sarskilt_personsakerhetsarbete | ja |
    Och Polismyndigheten slutför "Ta ställning till tillstånd enligt 5:15 b" med
      | ansokan_15b | ja |
    Så har hot_forandrat avslutats
    Och har Migrationsverket uppgiften "Besluta om tillstånd enligt 5:15 b"
    När Migrationsverket slutför "Besluta om tillstånd enligt 5:15 b" med
      | beslut_15b         | bifall     |
      | tillstand_15b_from | 2026-03-10 |
      | tillstand_15b_tom  | 2027-03-10 |
    Så ska Polismyndigheten ha slutfört "Ta ställning till fortsatt tillstånd" senast 2027-03-10
    När Polismyndigheten slutför "Ta ställning till fortsatt tillstånd" med
      | fortsatt_15b | permanent |
    Och Migrationsverket slutför "Besluta om permanent tillstånd" med
      | beslut_permanent | bifall |
    Så har tillstand_15b avslutats
    När Socialtjänsten registrerar händelsen "Nya behov har uppstått"
    Och svaren från och med nu är
      | fortsatt_stod | klart_i_sverige |
    Och alla arbetar fram till "Avsluta ärendet"
    Och Socialtjänsten slutför "Avsluta ärendet" med
      | sluttillstand | A5 |
    Så har stod_och_skydd avslutats
    Och stämmer ärendet med sin logg

  Scenario: Tillståndet för personsäkerhet upphör när dess sista dag har gått
    När alla arbetar fram till "Gör individuell skyddsbedömning"
    Och svaren från och med nu är
      | storre_skyddsbehov             | ja         |
      | bops_mottagande                | mottaget   |
      | sarskilt_personsakerhetsarbete | ja         |
      | ansokan_15b                    | ja         |
      | beslut_15b                     | bifall     |
      | tillstand_15b_from             | 2026-03-10 |
      | tillstand_15b_tom              | 2027-03-10 |
    Och alla arbetar fram till "Ta ställning till fortsatt tillstånd"
    Och klockan är 23:59 den 2027-03-10
    Så pågår tillstand_15b
    När klockan är 00:01 den 2027-03-11
    Så har tillstand_15b avslutats
    Och har ingen uppgiften "Ta ställning till fortsatt tillstånd"
    Och står det i loggen att DL-47 har löpt ut

  Scenariomall: Utan ansökan eller bifall blir det inget tillstånd
    När alla arbetar fram till "Gör individuell skyddsbedömning"
    Och svaren från och med nu är
      | storre_skyddsbehov             | ja         |
      | bops_mottagande                | mottaget   |
      | sarskilt_personsakerhetsarbete | ja         |
      | ansokan_15b                    | ja         |
      | beslut_15b                     | <beslut>   |
      | fortsatt_15b                   | <fortsatt> |
      | beslut_permanent               | avslag     |
      | tillstand_15b_from             | 2026-03-10 |
      | tillstand_15b_tom              | 2027-03-10 |
    Och alla arbetar fram till "<sista uppgift>"
    Och <vem> slutför "<sista uppgift>"
    Så har tillstand_15b avslutats

    Exempel:
      | beslut | fortsatt  | vem              | sista uppgift                        |
      | avslag | permanent | Migrationsverket | Besluta om tillstånd enligt 5:15 b   |
      | bifall | permanent | Migrationsverket | Besluta om permanent tillstånd       |
      | bifall | upphor    | Polismyndigheten | Ta ställning till fortsatt tillstånd |

  Scenario: Tillståndet för personsäkerhet följs inte längre när ärendet är avslutat
    När alla arbetar fram till "Gör individuell skyddsbedömning"
    Och svaren från och med nu är
      | storre_skyddsbehov             | ja         |
      | bops_mottagande                | mottaget   |
      | sarskilt_personsakerhetsarbete | ja         |
      | ansokan_15b                    | ja         |
      | beslut_15b                     | bifall     |
      | tillstand_15b_from             | 2026-03-10 |
      | tillstand_15b_tom              | 2027-03-10 |
    Och alla arbetar fram till "Utred behov av insatser"
    Och alla arbetar fram till "Ta ställning till fortsatt tillstånd"
    Och Socialtjänsten registrerar händelsen "Personen har avlidit"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har tillstand_15b avslutats

  Scenario: Hotet kan förändras igen medan den förra bedömningen pågår
    När alla arbetar fram till "Upprätta långsiktig plan"
    Och Polismyndigheten registrerar händelsen "Hotet har förändrats"
    Och Socialtjänsten registrerar händelsen "Hotet har förändrats"
    Och Polismyndigheten slutför "Gör individuell skyddsbedömning"
    Så har Polismyndigheten uppgiften "Gör individuell skyddsbedömning"
    När Socialtjänsten registrerar händelsen "Personen har avlidit"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så har hot_forandrat avslutats
    Och har ingen uppgiften "Gör individuell skyddsbedömning"

  Scenario: För ett barn görs den omedelbara skyddsbedömningen om
    När svaren från och med nu är
      | alderskategori | barn |
    Och alla arbetar fram till "Utred behov av insatser"
    Och Socialtjänsten registrerar händelsen "Hotet har förändrats"
    Så har Socialtjänsten uppgiften "Gör omedelbar skyddsbedömning"
    Och har ingen uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    När Socialtjänsten slutför "Gör omedelbar skyddsbedömning"
    Och Socialtjänsten slutför "Pröva sekretess mot vårdnadshavare"
    Och Polismyndigheten slutför "Gör individuell skyddsbedömning (barn)"
    Och Polismyndigheten slutför "Vidta skyddsåtgärder"
    Så har hot_forandrat avslutats

  Scenario: Utan förundersökning bedömer bara socialtjänsten
    När svaren från och med nu är
      | fu_status | ej_inledd |
    Och alla arbetar fram till "Utred behov av insatser"
    Och Polismyndigheten registrerar händelsen "Hotet har förändrats"
    Så har Socialtjänsten uppgiften "Bedöm risk och skyddsbehov (vuxen)"
    Och har ingen uppgiften "Gör individuell skyddsbedömning"
    När Socialtjänsten slutför "Bedöm risk och skyddsbehov (vuxen)"
    Så har hot_forandrat avslutats
