# language: sv
Egenskap: Brottsskadeersättning
  En vuxen har tre år på sig att ansöka, den som var barn vid brottet har tid tills hen fyller 21.
  En sen ansökan tas ändå emot.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke                | kvarstar           |
      | alderskategori           | vuxen              |
      | vistelseratt             | ja                 |
      | rubricering              | koppleri           |
      | akut_fara                | nej                |
      | behov_konsultation       | nej                |
      | behov_av_vard            | nej                |
      | samtycke_soc             | nekat              |
      | samtycke_rk              | nekat              |
      | fu_status                | pagar              |
      | fu_ledare                | aklagarmyndigheten |
      | aklagarenhet             | allman_kammare     |
      | omedelbart_skydd         | nej                |
      | barnutredning_oppen      | ja                 |
      | polisanmalan_provad      | ja                 |
      | vardnadshavare_misstankt | nej                |
      | ma_begaran               | ej_aktuellt        |
      | forhor_bitrade           | ja                 |
      | skaligen_misstankt       | ja                 |
      | atalsbeslut              | ej_vackt           |
      | nsp_behov                | nej                |
      | samtycke_sip             | nekat              |
      | placerat_barn            | nej                |
      | nasta_uppfoljning        | 2030-06-01         |

  Scenario: Den som inte vill ansöka är klar
    När alla arbetar fram till "Klarlägg skadestånd och försäkring"
    Och regionkoordinatorn slutför "Klarlägg skadestånd och försäkring" med
      | ersattning_soks | nej |
    Så har straffrattsligt_forfarande avslutats
    Och deltar Brottsoffermyndigheten inte i ärendet

  Scenario: En ansökan prövas, och beslutet kan omprövas
    När alla arbetar fram till "Klarlägg skadestånd och försäkring"
    Och regionkoordinatorn slutför "Klarlägg skadestånd och försäkring" med
      | ersattning_soks | ja         |
      | ersattning_fran | 2026-03-02 |
    Så ska regionkoordinatorn ha slutfört "Hjälp personen att ansöka" senast 2029-03-02
    När regionkoordinatorn slutför "Hjälp personen att ansöka"
    Och Brottsoffermyndigheten slutför "Pröva ansökan om ersättning"
    Och regionkoordinatorn slutför "Gå igenom beslutet med personen" med
      | omprovning_begars | ja |
    Så har Brottsoffermyndigheten uppgiften "Ompröva beslutet i nämnden"
    När Brottsoffermyndigheten slutför "Ompröva beslutet i nämnden"
    Så har straffrattsligt_forfarande avslutats
    Och stämmer ärendet med sin logg

  Scenario: Efter tre år motiveras en sen ansökan, och den får göras ändå
    När alla arbetar fram till "Klarlägg skadestånd och försäkring"
    Och regionkoordinatorn slutför "Klarlägg skadestånd och försäkring" med
      | ersattning_soks | ja         |
      | ersattning_fran | 2026-03-02 |
    Och klockan är 23:59 den 2029-03-02
    Så har regionkoordinatorn påmints om "Hjälp personen att ansöka" 3 gånger
    Och har ingen uppgiften "Bedöm skäl för sen ansökan"
    När klockan är 00:01 den 2029-03-03
    Så har regionkoordinatorn uppgiften "Bedöm skäl för sen ansökan"
    Och har regionkoordinatorn uppgiften "Hjälp personen att ansöka"
    Och står det i loggen att DL-61 har löpt ut

  Scenario: Ett barn har ingen sista dag efter tre år
    När svaren från och med nu är
      | alderskategori  | barn |
      | ersattning_soks | ja   |
    Och alla arbetar fram till "Hjälp barnet att ansöka"
    Så har "Hjälp barnet att ansöka" ingen sista dag
    När klockan är 09:00 den 2029-06-01
    Så har ingen uppgiften "Bedöm skäl för sen ansökan"
    Och har regionkoordinatorn uppgiften "Hjälp barnet att ansöka"

  Scenario: Den som är nöjd med beslutet är klar
    När svaren från och med nu är
      | ersattning_soks | ja         |
      | ersattning_fran | 2026-03-02 |
    Och alla arbetar fram till "Gå igenom beslutet med personen"
    Och regionkoordinatorn slutför "Gå igenom beslutet med personen" med
      | omprovning_begars | nej |
    Så har ingen haft uppgiften "Ompröva beslutet i nämnden"
    Och har straffrattsligt_forfarande avslutats

  Scenario: Skälen för en sen ansökan antecknas, och ansökan prövas som andra
    När svaren från och med nu är
      | ersattning_soks | ja         |
      | ersattning_fran | 2026-03-02 |
    Och alla arbetar fram till "Hjälp personen att ansöka"
    Och klockan är 00:01 den 2029-03-03
    Och regionkoordinatorn slutför "Bedöm skäl för sen ansökan"
    Så har regionkoordinatorn uppgiften "Hjälp personen att ansöka"
    När regionkoordinatorn slutför "Hjälp personen att ansöka"
    Så har Brottsoffermyndigheten uppgiften "Pröva ansökan om ersättning"

  Scenario: Ett barns ansökan prövas också
    När svaren från och med nu är
      | alderskategori  | barn |
      | ersattning_soks | ja   |
    Och alla arbetar fram till "Hjälp barnet att ansöka"
    Och regionkoordinatorn slutför "Hjälp barnet att ansöka"
    Så har Brottsoffermyndigheten uppgiften "Pröva ansökan om ersättning"

  Scenario: När ärendet avslutas görs ingen ansökan
    När svaren från och med nu är
      | ersattning_soks | ja         |
      | ersattning_fran | 2026-03-02 |
    Och alla arbetar fram till "Hjälp personen att ansöka"
    Och Socialtjänsten registrerar händelsen "Personen vill avsluta all kontakt"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A4
    Och har ingen någon uppgift i ärendet
    Och deltar Brottsoffermyndigheten inte i ärendet
    Och stämmer ärendet med sin logg
