# language: nl
@rol:twiin-sender
Functionaliteit: De verzender geeft alleen gegevens aan wie er recht op heeft

  @geval:TS-03
  Scenario: De verzender weigert wat niet mag
    Gegeven een patiënt met weinig gegevens
    En de andere patiënt bekend is wiens gegevens niet mee mogen komen
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan ontvangt Testziekenhuis Zuid de aanmelding
    Als Testziekenhuis Zuid toegang krijgt
    Dan krijgt niemand toegang met een vervalste, verlopen of misleide aanvraag
    En heeft de grondslag in verkeerde handen geen waarde
    En geeft een onterechte bevraging geen gegevens
    En komt niemand binnen zonder geldig certificaat
    En is aan de getoetste eisen voldaan

  @geval:TS-04
  Scenario: Een verlopen access token geeft geen gegevens
    Gegeven een patiënt met weinig gegevens
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan ontvangt Testziekenhuis Zuid de aanmelding
    Als Testziekenhuis Zuid toegang krijgt
    En de tijd van het access token voorbij is
    Dan geeft het verlopen token geen gegevens
    En is aan de getoetste eisen voldaan

  @geval:TS-05
  Scenario: Na het einde van de periode is er geen toegang meer
    Gegeven een patiënt met weinig gegevens
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan ontvangt Testziekenhuis Zuid de aanmelding
    Als Testziekenhuis Zuid binnen de periode toegang krijgt
    En de periode van beschikbaarheid voorbij is
    Dan is er geen toegang meer
    En is aan de getoetste eisen voldaan
