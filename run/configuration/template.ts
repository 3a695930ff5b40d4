import type { Role } from '../../model/roles.ts';
import { roleNames } from './schema.ts';

export interface TemplateOptions {
  /** Roles that the product plays; default: all. Lines that other roles need are left out. */
  readonly roles?: readonly Role[];
}

/** The toetssteen.yaml that `toetssteen init` writes: every option with its meaning; `<…>` is for the tester to fill in. */
export function configurationTemplate(options: TemplateOptions = {}): string {
  const roles = options.roles?.length ? options.roles : roleNames;
  const sender = roles.includes('twiin-sender');
  const receiver = roles.includes('twiin-receiver');
  const parts = [head, product(roles), productOptions(sender, roles.includes('zorgab-client')), extraBsns, organisation, endpoints(sender, receiver), clients(roles), ourClient, personas, triggers(sender, receiver), network, windows, fhirPackages];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

const head = `# Toetssteen: wat wordt er getoetst, en hoe bereiken we het. / What is tested, and how to reach it.
# Vervang alles tussen < en >. Controleer met: toetssteen doctor / Replace everything between < and >. Check with: toetssteen doctor
# Dit bestand bevat geen geheimen; die staan in losse bestanden. / This file holds no secrets; they are in files of their own.

releases:
  twiin: "1.4"   # uitgave van het Twiin-afsprakenstelsel / release of the Twiin agreements
  bgz: "2.0"     # uitgave van de BgZ / release of the BgZ`;

const product = (roles: readonly string[]) => `
# --- Wat het product is en doet (ICS) / What the product is and does (ICS) ---
claim:
  product: "<productnaam>"        # naam van het product / product name
  version: "<versie>"             # geteste versie / version under test
  supplier: "<leverancier>"       # wie het levert / who supplies it
  # Delen van de keten van een ander, bijvoorbeeld een knooppunt. / Parts by others, for example a node.
  parts: []
  #  - name: Twiin-knooppunt
  #    supplier: Voorbeeld BV
  #    version: "3.1"
  # Rollen die het product speelt / Roles that the product plays:
  #   twiin-sender    stuurt een aanmelding en geeft de gegevens af / notifies and serves the data
  #   twiin-receiver  ontvangt de aanmelding en haalt op / receives the notification and fetches
  #   zorgab-client   zoekt adressen op in ZORG-AB / looks addresses up in ZORG-AB
  roles: [${roles.join(', ')}]
  profiles: [twiin-np-stu3]       # route en uitgave / route and edition`;

const productOptions = (sender: boolean, directory: boolean) => `  options:
    addressing: ${directory ? 'zorg-ab' : 'static'}           # zorg-ab, static (vaste adressen / fixed addresses) of other
${sender
    ? `    # Waar staan de zoekvragen / Where are the queries: inline-inputs (Notification Task), workflow-task, both
    notificationContent: inline-inputs
    workflowTask: false           # true bij workflow-task of both / true with workflow-task or both
    queryList: bgz-1              # aangeboden zoekvragen / queries offered: bgz-1, bgz-2-alpha, own
    renewal: true                 # stuurt een vernieuwde gegevensset / sends a renewed data set
`
    : `    workflowTask: false           # kan een Workflow Task ophalen / can fetch a Workflow Task
`}    authorizationBase: true         # gebruikt de grondslag (authorization base) / uses the authorization base
    cancellation: true              # kan intrekken of een intrekking verwerken / can revoke, or process that
    formats: [json]                 # json, en xml als het systeem dat ook spreekt / json, and xml if the system speaks it too
    duplicatesPossible: false       # ontvanger: kunnen er twee Tasks met één kenmerk bestaan? / receiver: can two Tasks with one identifier exist?
    showsMap: false                 # toont het een kaart met zorgaanbieders? / does it show a map of care providers?`;

const extraBsns = `  # Eigen fictieve BSN's buiten de testreeksen, op naam van wie daarvoor instaat.
  # Your own fictitious BSNs outside the test ranges, under the name of who vouches for them.
  extraBsns: []
  #  - bsn: "123456782"
  #    declaredBy: A. Voorbeeld, testcoördinator`;

const organisation = `
# --- Wat nodig is om te toetsen (IXIT) / What is needed to test (IXIT) ---
ixit:
  organisation:
    ura: "90000011"                 # 8 cijfers, van de testorganisatie in uw systeem / 8 digits, of the test organisation in your system
    name: Testziekenhuis Noord
    systemId: urn:oid:2.999.10.1    # identificatie van uw knooppunt / identifier of your node`;

const endpoints = (sender: boolean, receiver: boolean) => (!sender && !receiver ? '' : `  # Adressen van uw systeem, https. / Addresses of your system, https.
  endpoints:
${sender ? `    resourceBase: "<https://uw-systeem/fhir>"              # FHIR-basis waar wij ophalen / FHIR base at which we fetch
    pullTokenEndpoint: "<https://uw-systeem/oauth/token>"  # token voor het ophalen / token for that
` : ''}${receiver ? `    notificationBase: "<https://uw-systeem/fhir>"          # FHIR-basis waar wij aanmelden, zonder /Task / FHIR base at which we notify, without /Task
    notifyTokenEndpoint: "<https://uw-systeem/oauth/token>" # token voor het aanmelden / token for that
` : ''}    # authorizationServer: https://uw-systeem             # aud van de grant assertion; anders de oorsprong van het token endpoint / aud of the grant assertion; else the origin of the token endpoint
    # accessLog: https://uw-systeem/access-log            # uitlezen van de logging (NEN 7513) / read-out of the access log`)
  + `
  # CA van uw servercertificaat (PEM); weglaten als dat van de test-CA van Toetssteen komt.
  # CA of your server certificate (PEM); leave out when it comes from Toetssteen's own test CA.
  # trustAnchors: ./ca.pem`;

const clients = (roles: readonly string[]) => {
  const asking = roles.filter((role) => role === 'twiin-sender' || role === 'twiin-receiver');
  if (asking.length === 0) return '';
  return `  # Publieke sleutels waarmee uw systeem zijn assertions ondertekent: jwksFile, jwksUrl of jwks.
  # Public keys with which your system signs its assertions: jwksFile, jwksUrl or jwks.
  clients:
${asking.map((role) => `    - role: ${role}
      jwksFile: "<./jwks.json>"
      # issuer: https://uw-systeem        # iss van uw assertions / iss of your assertions`).join('\n')}`;
};

const ourClient = `  # Hoe onze client zich bij uw authorization server meldt. / How our client introduces itself to your authorization server.
  ourClient:
    algorithm: ES256                # ES256, ES512 of PS256
    clientAudience: token-endpoint  # aud van de client assertion: token-endpoint of authorization-server
    # issuer: https://toetssteen.example   # vaste iss; anders het adres van ons knooppunt / fixed iss; else the address of our node
    # clientId: toetssteen                 # sub van de client assertion; anders gelijk aan iss / sub of the client assertion; else equal to iss
    # scope: een-scope                     # alleen als uw server die vraagt / only when your server asks for it`;

const personas = `  # Testpatiënten. contentConfirmed: true als het dossier precies volgens het invoerblad in uw systeem staat.
  # Test patients. contentConfirmed: true when the dossier stands in your system exactly as on the entry sheet.
  # Met bsn gebruikt u uw eigen testpatiënt. / With bsn you use a test patient of your own.
  # De testpatiënten van Nictiz kunnen in plaats van de onze: nictiz-c of -e voor minimaal, -a, -b of -g voor volledig, -d of -f voor zwaar.
  # The Nictiz test patients can take the place of ours: nictiz-c or -e for minimaal, -a, -b or -g for volledig, -d or -f for zwaar.
  personas:
    - key: minimaal
      contentConfirmed: false
      # bsn: "999901370"
    - key: volledig
      contentConfirmed: false
    - key: zwaar
      contentConfirmed: false`;

const triggers = (sender: boolean, receiver: boolean) => (!sender && !receiver ? '' : `  # Hoe Toetssteen uw systeem iets laat doen. / How Toetssteen makes your system act.
  #   manual   een mens krijgt de opdracht op het scherm / a person is asked on the screen
  #   webhook  POST met JSON naar een adres van u / POST with JSON to an address of yours
  #              kind: webhook
  #              url: https://uw-systeem/trigger
  #              secretFile: ./trigger-secret.txt     # of / or secretEnv: TRIGGER_SECRET
  #   command  een programma op deze machine; JSON op stdin; 0 gedaan, 75 loopt nog, 69 kan niet
  #            a program on this machine; JSON on stdin; 0 done, 75 goes on, 69 cannot
  #              kind: command
  #              command: ["./trigger.sh"]
  triggers:
${[...(sender ? ['twiin-sender'] : []), ...(receiver ? ['twiin-receiver'] : [])].map((role) => `    ${role}:
      kind: manual`).join('\n')}`);

const network = `  tls:
    endsAtProxy: false              # true: TLS eindigt vóór Toetssteen; wat TLS betreft is dan niet getoetst / true: TLS ends before Toetssteen; TLS is then not tested
  # Waar onze simulatoren luisteren. / Where our simulators listen.
  listen:
    host: 127.0.0.1                 # 0.0.0.0 om van buiten bereikbaar te zijn / 0.0.0.0 to be reached from outside
    port: 8443
    # advertised: https://toetssteen.example:8443   # adres waaronder uw systeem ons bereikt / address under which your system reaches us`;

const windows = `  # Hoe lang wij op iets wachten, in milliseconden. / How long we wait, in milliseconds.
  windows:
    notification: 60000             # op een aanmelding / for a notification
    pull: 60000                     # op het ophalen / for the pull
    absence: 5000                   # voor we vaststellen dat iets uitblijft / before we conclude that something stays away
    leeway: 300000                  # na het einde van een access token; een XIS mag het nog enkele minuten aannemen / after the end of an access token; a XIS may take it for some minutes more
    trigger: 60000                  # op het antwoord van een trigger / for the answer of a trigger
    attest: 86400000                # op het antwoord van een mens / for the answer of a person`;

const fhirPackages = `
# --- FHIR-pakketten met de profielen waaraan berichten worden getoetst / FHIR packages with the profiles that messages are judged by ---
# FHIR zelf zit in Toetssteen. Zonder het pakket van een profiel heet dat profiel "niet getest". / FHIR itself is in Toetssteen. Without its package a profile is "not tested".
#   toetssteen packages add <bestand.tgz of map>   installeert / installs
#   toetssteen packages pin                        schrijft hier wat is geïnstalleerd / writes here what is installed
packages: []
# Codes van SNOMED CT, LOINC en de G-Standaard zijn alleen met een terminologieserver te controleren. / Codes of these can be checked with a terminology server only.
# terminology:
#   server: https://terminologie.example/fhir`;
