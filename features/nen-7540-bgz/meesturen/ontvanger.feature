# language: nl
@rol:twiin-receiver
Functionaliteit: Meegestuurde BgZ ontvangen
  Testziekenhuis West verwijst en wordt nagespeeld. Het systeem neemt de aanmelding aan en haalt op wat het nodig heeft;
  minder ophalen dan is aangeboden mag.

  @geval:TO-01
  Scenario: Ontvanger neemt de aanmelding aan en haalt de gegevens op
    Als Testziekenhuis West toegang krijgt om aan te melden
    En Testziekenhuis West een BgZ aanmeldt
    En de gebruiker de gegevens ophaalt
    Dan komen de bevragingen bij Testziekenhuis West binnen
    En rondt het systeem het ophalen af
    En is aan de getoetste eisen voldaan

  @geval:TO-02
  Scenario: Aanmelding met workflow task
    Als Testziekenhuis West toegang krijgt om aan te melden
    En Testziekenhuis West een BgZ aanmeldt
    En de gebruiker de gegevens ophaalt
    Dan komen de bevragingen bij Testziekenhuis West binnen
    En rondt het systeem het ophalen af
    En is aan de getoetste eisen voldaan

  @geval:TO-03
  Scenario: Aanmelding zonder authorization base
    Als Testziekenhuis West toegang krijgt om aan te melden
    En Testziekenhuis West een BgZ aanmeldt
    En de gebruiker de gegevens ophaalt
    Dan komen de bevragingen bij Testziekenhuis West binnen
    En rondt het systeem het ophalen af
    En is aan de getoetste eisen voldaan

  @geval:TO-07
  Scenario: De verzender meldt gewijzigde gegevens aan
    Als Testziekenhuis West toegang krijgt om aan te melden
    En Testziekenhuis West een BgZ aanmeldt
    En Testziekenhuis West gewijzigde gegevens aanmeldt
    En de gebruiker de gegevens ophaalt
    Dan komen de bevragingen bij Testziekenhuis West binnen
    En rondt het systeem het ophalen af
    En is aan de getoetste eisen voldaan

  @geval:TO-06
  Scenario: De verzender trekt een aanmelding in
    Als Testziekenhuis West toegang krijgt om aan te melden
    En Testziekenhuis West een BgZ aanmeldt
    En Testziekenhuis West de aanmelding intrekt
    En Testziekenhuis West een onbekende aanmelding intrekt
    En Testziekenhuis West een dubbele aanmelding intrekt
    Dan is aan de getoetste eisen voldaan

  @geval:TO-08
  Scenario: De verzender meldt in XML aan
    Als Testziekenhuis West toegang krijgt om aan te melden
    En Testziekenhuis West een BgZ aanmeldt
    En Testziekenhuis West een BgZ in XML aanmeldt
    Dan is aan de getoetste eisen voldaan
