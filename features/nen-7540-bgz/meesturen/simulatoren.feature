# language: nl
Functionaliteit: Toetssteen toetst zijn eigen simulatoren

  @geval:TI-01
  Scenario: De nagespeelde diensten antwoorden zoals beschreven
    Als Toetssteen zijn eigen adresboek bevraagt
    En Toetssteen zijn eigen autorisatieserver bevraagt
    Dan is aan de getoetste eisen voldaan
