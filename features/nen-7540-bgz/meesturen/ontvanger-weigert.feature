# language: nl
@rol:twiin-receiver
Functionaliteit: De ontvanger neemt alleen aanmeldingen aan van wie mag aanmelden

  @geval:TO-04
  Scenario: De ontvanger weigert wat niet mag
    Als Testziekenhuis West toegang krijgt om aan te melden
    Dan krijgt niemand toegang met een vervalste, verlopen of misleide aanvraag
    En neemt het systeem geen onjuiste aanmelding aan
    En komt niemand binnen zonder geldig certificaat
    En is aan de getoetste eisen voldaan

  @geval:TO-05
  Scenario: Een aanmelding met een verlopen access token wordt geweigerd
    Als Testziekenhuis West toegang krijgt om aan te melden
    En de tijd van het access token voorbij is
    Dan wordt een aanmelding met het verlopen token geweigerd
    En is aan de getoetste eisen voldaan
