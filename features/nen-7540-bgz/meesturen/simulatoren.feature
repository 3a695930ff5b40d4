# language: nl
Functionaliteit: Toetssteen toetst zijn eigen simulatoren

  @geval:TI-01
  Scenario: Het nagespeelde adresboek antwoordt zoals beschreven
    Als Toetssteen zijn eigen adresboek bevraagt
    Dan is aan de getoetste eisen voldaan
