# language: sv
Egenskap: Handläggning
  Det som inte får hända: att fel myndighet agerar, att arbete görs två gånger eller försvinner,
  och att någon får veta det hen inte ska.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Arbetsmiljöverket har öppnat ett ärende

  Scenario: Fel myndighet kan inte slutföra en uppgift
    När Polismyndigheten försöker slutföra Arbetsmiljöverkets uppgift "Registrera misstanke vid inspektion"
    Så nekas det, och försöket finns i loggen över nekade försök
    Och har Arbetsmiljöverket uppgiften "Registrera misstanke vid inspektion"

  Scenario: En uppgift som redan är slutförd kan inte slutföras igen
    När Arbetsmiljöverket slutför "Registrera misstanke vid inspektion" med
      | akut_fara          | nej |
      | behov_konsultation | nej |
    Och Arbetsmiljöverket slutför "Registrera misstanke vid inspektion" en gång till
    Så får handläggaren veta: "Uppgiften är redan slutförd"

  Scenario: Två handläggare kan inte ta samma uppgift
    När en handläggare vid Arbetsmiljöverket tar "Registrera misstanke vid inspektion"
    Och en kollega vid Arbetsmiljöverket försöker ta "Registrera misstanke vid inspektion"
    Så får handläggaren veta: "kollega"

  Scenario: Ett okänt meddelande tas inte emot
    När Arbetsmiljöverket försöker registrera meddelandet "helt_okant"
    Så nekas det, eftersom meddelandet är okänt

  Scenario: En myndighet kan inte registrera en annan myndighets händelse
    När Arbetsmiljöverket försöker registrera meddelandet "utvisning_verkstalld"
    Så nekas det, och försöket finns i loggen över nekade försök

  Scenario: Ett formulär som inte är ifyllt tas inte emot, och inget har ändrats
    När Arbetsmiljöverket försöker slutföra "Registrera misstanke vid inspektion" utan svar
    Så frågar formuläret efter "Välj"
    Och har Arbetsmiljöverket uppgiften "Registrera misstanke vid inspektion"

  Scenario: Den som inte deltar i ett ärende vet inte att det finns
    Så deltar Brottsoffermyndigheten inte i ärendet
    Och deltar Polismyndigheten inte i ärendet

  Scenario: Ett ärende som öppnats av misstag kan avslutas med ett skäl
    Givet att svaren i ärendet är
      | misstanke          | kvarstar |
      | alderskategori     | vuxen    |
      | akut_fara          | nej      |
      | behov_konsultation | nej      |
      | samtycke_soc       | givet    |
    Och att alla har arbetat fram till "Ta emot ansökan om insatser"
    När chefen vid Socialtjänsten avslutar ärendet med A2 och skälet "Dubblett av ett annat ärende."
    Så är ärendet avslutat med A2
    Och har ingen någon uppgift i ärendet
    Och stämmer ärendet med sin logg
