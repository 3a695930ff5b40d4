# language: nl
@rol:twiin-sender
Functionaliteit: BgZ meesturen met een verwijzing, als verzender
  Een ziekenhuis dat verwijst meldt bij de ontvanger welke gegevens klaarstaan (notified pull).
  De ontvanger haalt ze daarna zelf op. Testziekenhuis Zuid is de ontvanger en wordt nagespeeld.

  @geval:TS-01
  Scenario: Verwijzer stuurt de BgZ mee en de ontvanger haalt alles op
    Gegeven een patiënt met een gevuld dossier
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan ontvangt Testziekenhuis Zuid de aanmelding
    Als Testziekenhuis Zuid toegang krijgt
    En Testziekenhuis Zuid alle aangeboden gegevens ophaalt
    Dan geeft dezelfde vraag in drie schrijfwijzen hetzelfde antwoord
    En geeft dezelfde vraag in XML dezelfde gegevens
    En staat elke bevraging in het toegangslog
    En leiden de verwijzingen in de gegevens ergens naartoe
    En gaat er niets naar een andere organisatie
    En is aan de getoetste eisen voldaan

  @geval:TS-02
  Scenario: BgZ van een overleden patiënt met bijzondere tekens
    Gegeven een overleden patiënt met bijzondere tekens in de naam
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan ontvangt Testziekenhuis Zuid de aanmelding
    Als Testziekenhuis Zuid toegang krijgt
    En Testziekenhuis Zuid alle aangeboden gegevens ophaalt
    Dan is aan de getoetste eisen voldaan

  @geval:TS-06
  Scenario: De gegevens wijzigen na de verwijzing
    Gegeven een patiënt met weinig gegevens
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan ontvangt Testziekenhuis Zuid de aanmelding
    Als de gegevens van de patiënt wijzigen
    Dan ontvangt Testziekenhuis Zuid een nieuwe aanmelding in dezelfde groep
    En is aan de getoetste eisen voldaan

  @geval:TS-07
  Scenario: Een foutieve aanmelding wordt ingetrokken
    Gegeven een patiënt met weinig gegevens
    Als de verwijzer de BgZ meestuurt met de verwijzing
    Dan ontvangt Testziekenhuis Zuid de aanmelding
    Als Testziekenhuis Zuid toegang krijgt
    En de verwijzer de aanmelding intrekt
    Dan ontvangt Testziekenhuis Zuid de intrekking
    En geeft de ingetrokken aanmelding geen toegang
    En is aan de getoetste eisen voldaan
