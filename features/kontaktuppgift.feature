# language: sv
Egenskap: Kontaktuppgift på begäran
  Polisen får begära en kontaktuppgift av en annan myndighet. Adressen till ett skyddat boende lämnas
  inte ut av en handläggare ensam: handläggaren föreslår, och chefen prövar om synnerliga skäl talar emot.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke           | kvarstar         |
      | alderskategori      | vuxen            |
      | vistelseratt        | ja               |
      | akut_fara           | nej              |
      | behov_konsultation  | nej              |
      | behov_av_vard       | nej              |
      | samtycke_soc        | givet            |
      | samtycke_rk         | nekat            |
      | polisanmalan        | nej              |
      | fu_status           | ej_inledd        |
      | skyddsbehov         | nej              |
      | nsp_behov           | nej              |
      | nasta_uppfoljning   | 2027-06-01       |
    Och att alla har arbetat fram till "Fastställ ansvarig kommun"

  Scenario: SC-05 En begäran går till chefen, som nekar och erbjuder att förmedla kontakten
    När Polismyndigheten registrerar händelsen "En brottsbekämpande myndighet begär en kontaktuppgift"
    Och Polismyndigheten slutför "Motivera begäran om kontaktuppgift"
    Och en handläggare vid Socialtjänsten föreslår svaren på "Pröva om kontaktuppgiften lämnas ut"
      | skyddat_boende_adress | ja          |
      | kontakt_beslut        | lamnas_inte |
    Så har Socialtjänsten uppgiften "Pröva om kontaktuppgiften lämnas ut"
    När samma handläggare försöker godkänna "Pröva om kontaktuppgiften lämnas ut"
    Så nekas det, och försöket finns i loggen över nekade försök
    När en chef vid Socialtjänsten godkänner "Pröva om kontaktuppgiften lämnas ut"
    Så har kontaktuppgift avslutats
    Och står både den som föreslog och den som godkände i loggen
    Och har Polismyndigheten inte tagit emot något
    Och stämmer ärendet med sin logg

  Scenario: Chefen lämnar ut ett telefonnummer, och det syns vad som lämnades och varför
    När Polismyndigheten registrerar händelsen "En brottsbekämpande myndighet begär en kontaktuppgift"
    Och Polismyndigheten slutför "Motivera begäran om kontaktuppgift"
    Och Socialtjänsten slutför "Pröva om kontaktuppgiften lämnas ut" med
      | skyddat_boende_adress | nej           |
      | kontakt_beslut        | lamnas        |
      | kontaktuppgift        | 070-174 06 05 |
    Så har kontaktuppgift avslutats
    Och har Polismyndigheten tagit emot "Kontaktuppgift på begäran" från Socialtjänsten med stöd av OSL 10:28
    Och läser Polismyndigheten "070-174 06 05"
    Och finns "070-174 06 05" varken i loggen eller i något meddelande

  Scenario: Chefen skickar tillbaka förslaget, och ingenting har lämnat myndigheten
    När Polismyndigheten registrerar händelsen "En brottsbekämpande myndighet begär en kontaktuppgift"
    Och Polismyndigheten slutför "Motivera begäran om kontaktuppgift"
    Och en handläggare vid Socialtjänsten föreslår svaren på "Pröva om kontaktuppgiften lämnas ut"
      | skyddat_boende_adress | nej           |
      | kontakt_beslut        | lamnas        |
      | kontaktuppgift        | 070-174 06 05 |
    Och en chef vid Socialtjänsten skickar tillbaka "Pröva om kontaktuppgiften lämnas ut" med skälet "Erbjud att förmedla kontakten."
    Så har Polismyndigheten inte tagit emot något
    Och har utkastet till "Pröva om kontaktuppgiften lämnas ut" svaret "070-174 06 05"
    Och finns "Erbjud att förmedla kontakten." varken i loggen eller i något meddelande

  Scenario: När ärendet avslutas prövas ingen begäran mer
    När Polismyndigheten registrerar händelsen "En brottsbekämpande myndighet begär en kontaktuppgift"
    Och Polismyndigheten registrerar händelsen "En brottsbekämpande myndighet begär en kontaktuppgift"
    Och Polismyndigheten slutför "Motivera begäran om kontaktuppgift"
    Och Socialtjänsten slutför "Fastställ ansvarig kommun"
    Och Socialtjänsten registrerar händelsen "Personen har avlidit"
    Och Socialtjänsten slutför "Dokumentera avslut i förtid"
    Så är ärendet avslutat med A9
    Och har kontaktuppgift avslutats
