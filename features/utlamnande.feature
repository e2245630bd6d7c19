# language: sv
Egenskap: Utlämnande av uppgifter
  Ingen myndighet får veta mer än någon har fått lämna ut. Varje överlämnande har en grund i lag
  eller personens samtycke; utan grund lämnas inget, och det som lämnas är en kopia av utvalda svar.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02

  Scenario: SC-04 En vuxen säger nej vid varje fråga
    Givet att Hälso- och sjukvården har öppnat ett ärende
    När Hälso- och sjukvården slutför "Registrera misstanke om människohandel" med
      | alderskategori     | vuxen         |
      | akut_fara          | nej           |
      | behov_konsultation | ja            |
      | konsultation_hos   | stodtelefonen |
    # Stödtelefonen får aldrig veta vem det gäller
    Och Jämställdhetsmyndigheten försöker slutföra "Ge råd via stödtelefonen" med
      | fraga      | Patienten har personnummer 19811218-9876. |
      | hanvisning | ingen                                     |
    Så frågar formuläret efter "får inte innehålla personnummer"
    När Jämställdhetsmyndigheten slutför "Ge råd via stödtelefonen" med
      | fraga      | En man vill inte ha kontakt med någon. |
      | hanvisning | ingen                                  |
    Så har ingen lämnat ut något
    När Hälso- och sjukvården slutför "Gör samlad bedömning" med
      | misstanke      | kvarstar             |
      | alderskategori | vuxen                |
      | rubricering    | manniskoexploatering |
      | samtycke_soc   | nekat                |
      | samtycke_rk    | nekat                |
    Och Hälso- och sjukvården försöker slutföra "Ta ställning till polisanmälan (vuxen)" med
      | samtycke_svar  | nekat   |
      | polisanmalan   | anmalan |
      | rattslig_grund | 23      |
    Så stoppas utlämnandet: "Brottet ska ha lägst sex månaders fängelse i straffskalan."
    Och ser bara Hälso- och sjukvården att "Polisanmälan" stoppades
    Och har Hälso- och sjukvården uppgiften "Ta ställning till polisanmälan (vuxen)"
    När Hälso- och sjukvården slutför "Ta ställning till polisanmälan (vuxen)" med
      | samtycke_svar | nekat |
      | polisanmalan  | nej   |
    Så är ärendet avslutat med A2
    Och har ingen lämnat ut något
    Och deltar Polismyndigheten inte i ärendet
    Och deltar Socialtjänsten inte i ärendet
    Och deltar regionkoordinatorn inte i ärendet
    Och stämmer ärendet med sin logg
    # Den som ångrar sig kan komma tillbaka
    Givet att Hälso- och sjukvården har öppnat ett ärende
    När Hälso- och sjukvården slutför "Registrera misstanke om människohandel" med
      | alderskategori     | vuxen |
      | akut_fara          | nej   |
      | behov_konsultation | nej   |
    Och Hälso- och sjukvården slutför "Gör samlad bedömning" med
      | misstanke      | kvarstar             |
      | alderskategori | vuxen                |
      | rubricering    | manniskoexploatering |
      | samtycke_soc   | nekat                |
      | samtycke_rk    | givet                |
    Så har regionkoordinatorn tagit emot "Kontakt med regionkoordinator" från Hälso- och sjukvården med stöd av OSL 10:1, 12:2
    Och har Socialtjänsten inte tagit emot något

  Scenario: Får läkaren anmäla människohandel fast patienten säger nej?
    Givet att Hälso- och sjukvården har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar       |
      | alderskategori     | vuxen          |
      | rubricering        | manniskohandel |
      | akut_fara          | nej            |
      | behov_konsultation | nej            |
      | samtycke_soc       | nekat          |
      | samtycke_rk        | nekat          |
    Och att alla har arbetat fram till "Ta ställning till polisanmälan (vuxen)"
    # Lägst två års fängelse: vården får anmäla, men 15 a är stängd för den
    När Hälso- och sjukvården försöker slutföra "Ta ställning till polisanmälan (vuxen)" med
      | samtycke_svar  | nekat   |
      | polisanmalan   | anmalan |
      | rattslig_grund | 15A     |
    Så stoppas utlämnandet: "Grunden ”OSL 10:15 a – brottsbekämpning, efter avvägning” kan inte användas här."
    När Hälso- och sjukvården slutför "Ta ställning till polisanmälan (vuxen)" med
      | samtycke_svar  | nekat   |
      | polisanmalan   | anmalan |
      | rattslig_grund | 23      |
    Så har Polismyndigheten tagit emot "Polisanmälan" från Hälso- och sjukvården med stöd av OSL 10:23

  Scenario: En orosanmälan om ett barn kräver inget samtycke
    Givet att Hälso- och sjukvården har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar                      |
      | alderskategori     | barn                          |
      | rubricering        | manniskohandel                |
      | akut_fara          | nej                           |
      | behov_konsultation | nej                           |
      | samtycke_soc       | nekat                         |
      | samtycke_rk        | nekat                         |
      | handelse           | Barnet vågar inte åka hem.    |
      | handelser          | Någon tvingar barnet att sno. |
    Och att alla har arbetat fram till "Gör orosanmälan"
    När Hälso- och sjukvården slutför "Gör orosanmälan"
    Så har Socialtjänsten tagit emot "Orosanmälan" från Hälso- och sjukvården med stöd av OSL 10:28
    Och läser Socialtjänsten "Barnet vågar inte åka hem."
    Och står inget av innehållet i loggen
    När Socialtjänsten slutför "Bedöm polisanmälan för barn" med
      | polisanmalan   | anmalan |
      | rattslig_grund | 21      |
    Så har Polismyndigheten tagit emot "Polisanmälan" från Socialtjänsten med stöd av OSL 10:21
    Och läser Polismyndigheten "Någon tvingar barnet att sno."
    Och läser Polismyndigheten inte "Barnet vågar inte åka hem."
    Och läser Hälso- och sjukvården inte "Någon tvingar barnet att sno."
    Och stämmer ärendet med sin logg

  Scenariomall: Arbetsmiljöverket lämnar det som sågs vid inspektionen till polisen, utan samtycke
    Givet att Arbetsmiljöverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar             |
      | alderskategori     | vuxen                |
      | rubricering        | manniskoexploatering |
      | akut_fara          | nej                  |
      | behov_konsultation | nej                  |
      | samtycke_soc       | nekat                |
      | samtycke_rk        | nekat                |
    Och att alla har arbetat fram till "Lämna uppgifter till polisen"
    När Arbetsmiljöverket slutför "Lämna uppgifter till polisen" med
      | polisanmalan   | <svar> |
      | rattslig_grund | 28     |
    Så har Polismyndigheten tagit emot "<namn>" från Arbetsmiljöverket med stöd av OSL 10:28
    Och har Socialtjänsten inte tagit emot något

    Exempel:
      | svar          | namn                       |
      | anmalan       | Polisanmälan               |
      | underrattelse | Underrättelse till polisen |

  Scenario: Människoexploatering av normalgraden mot en vuxen, hos socialtjänsten
    Givet att Socialtjänsten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar             |
      | alderskategori     | vuxen                |
      | rubricering        | manniskoexploatering |
      | akut_fara          | nej                  |
      | behov_konsultation | nej                  |
      | samtycke_rk        | nekat                |
    Och att alla har arbetat fram till "Ta ställning till polisanmälan (vuxen)"
    När Socialtjänsten försöker slutföra "Ta ställning till polisanmälan (vuxen)" med
      | samtycke_svar  | nekat   |
      | polisanmalan   | anmalan |
      | rattslig_grund | 23      |
    Så stoppas utlämnandet: "Det här kan användas: OSL 10:15 a"
    När Socialtjänsten försöker slutföra "Ta ställning till polisanmälan (vuxen)" med
      | samtycke_svar  | nekat    |
      | polisanmalan   | anmalan  |
      | rattslig_grund | SAMTYCKE |
    Så stoppas utlämnandet: "Personen ska ha samtyckt till just det här."
    Och ser bara Socialtjänsten att "Polisanmälan" stoppades
    # Efter en avvägning får den som handlägger välja 15 a, och står för det
    När Socialtjänsten slutför "Ta ställning till polisanmälan (vuxen)" med
      | samtycke_svar  | nekat   |
      | polisanmalan   | anmalan |
      | rattslig_grund | 15A     |
    Så har Polismyndigheten tagit emot "Polisanmälan" från Socialtjänsten med stöd av OSL 10:15 a

  Scenario: Önskan om insatser lämnas bara så länge samtycket finns
    Givet att Polismyndigheten har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke          | kvarstar       |
      | alderskategori     | vuxen          |
      | rubricering        | manniskohandel |
      | akut_fara          | nej            |
      | behov_konsultation | nej            |
      | samtycke_soc       | givet          |
      | samtycke_rk        | givet          |
    Och att alla har arbetat fram till "Förmedla önskan om insatser"
    Så har Socialtjänsten inte tagit emot något
    När Polismyndigheten slutför "Förmedla önskan om insatser"
    Så har Socialtjänsten tagit emot "Önskan om insatser" från Polismyndigheten med stöd av OSL 10:1, 12:2
    Och står inget av innehållet i loggen
