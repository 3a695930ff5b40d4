# language: nl
@rol:zorgab-client
Functionaliteit: De ontvanger opzoeken in ZORG-AB
  ZORG-AB gebruiken is niet verplicht; wie het gebruikt, kiest de juiste organisatie en een adres dat in gebruik is.

  @geval:TA-03
  Scenario: Wat de gebruiker van het adresboek ziet
    Dan de tester kijkt waar een organisatie op de kaart staat
    En de tester kijkt hoe dubbele treffers getoond worden
    En is aan de getoetste eisen voldaan

  @geval:TA-01
  Scenario: ZORG-AB kent alleen een inactieve organisatie
    Gegeven Testziekenhuis Zuid is in ZORG-AB alleen nog inactief
    En het adresboek is aangepast
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan komt er nergens een aanmelding aan
    En het adresboek is hersteld
    En is aan de getoetste eisen voldaan

  @geval:TA-04
  Scenario: ZORG-AB heeft het te druk
    Gegeven ZORG-AB heeft het druk en vraagt om rustiger aan te doen
    En het adresboek is aangepast
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan komt er nergens een aanmelding aan
    En het adresboek is hersteld
    En is aan de getoetste eisen voldaan

  @geval:TA-05
  Scenario: ZORG-AB geeft tijdstippen zonder tijdzone
    Gegeven ZORG-AB geeft tijdstippen zonder tijdzone
    En het adresboek is aangepast
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan komt de aanmelding toch aan
    En het adresboek is hersteld
    En is aan de getoetste eisen voldaan

  @geval:TA-02
  Scenario: Een adresboek met een vals servercertificaat krijgt geen vraag
    Gegeven iemand anders doet zich voor als ZORG-AB
    En het valse adresboek luistert
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan komt er nergens een aanmelding aan
    En het echte adresboek luistert weer
    En is aan de getoetste eisen voldaan
