# language: sv
Egenskap: Konsultation vid en misstanke
  Den som är osäker frågar den som kan. Rådet avgör ingenting: den som frågade gör sin egen
  bedömning.

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Arbetsmiljöverket har öppnat ett ärende

  Scenariomall: Frågan går till den som valdes, och sedan gör den som frågade sin bedömning
    När Arbetsmiljöverket slutför "Registrera misstanke vid inspektion" med
      | akut_fara          | nej   |
      | behov_konsultation | ja    |
      | konsultation_hos   | <hos> |
    Så har <vem> uppgiften "<uppgift>"
    Och har Arbetsmiljöverket ingen uppgift i ärendet
    När <vem> slutför "<uppgift>" med
      | hanvisning | ingen |
    Så har Arbetsmiljöverket uppgiften "Gör samlad bedömning"
    Och har <vem> ingen uppgift i ärendet

    Exempel:
      | hos               | vem                      | uppgift                                |
      | regionkoordinator | regionkoordinatorn       | Ge konsultativt stöd vid identifiering |
      | stodtelefonen     | Jämställdhetsmyndigheten | Ge råd via stödtelefonen               |
      | migrationsverket  | Migrationsverket         | Ge råd som samordnare                  |
      | civilsamhallet    | Civilsamhället           | Ge konsultativt stöd                   |

  Scenario: Stödtelefonen kan lämna över till regionkoordinatorn
    När Arbetsmiljöverket slutför "Registrera misstanke vid inspektion" med
      | akut_fara          | nej           |
      | behov_konsultation | ja            |
      | konsultation_hos   | stodtelefonen |
    Och Jämställdhetsmyndigheten slutför "Ge råd via stödtelefonen" med
      | hanvisning | regionkoordinator |
    Så har regionkoordinatorn uppgiften "Ge konsultativt stöd vid identifiering"
    När regionkoordinatorn slutför "Ge konsultativt stöd vid identifiering"
    Så har Arbetsmiljöverket uppgiften "Gör samlad bedömning"

  Scenario: Vid akut fara larmas polisen utan att någon frågas först
    När Arbetsmiljöverket slutför "Registrera misstanke vid inspektion" med
      | akut_fara          | ja                |
      | behov_konsultation | ja                |
      | konsultation_hos   | regionkoordinator |
    Så har Polismyndigheten uppgiften "Ta emot larm och säkra tryggheten"
    Och har regionkoordinatorn ingen uppgift i ärendet
