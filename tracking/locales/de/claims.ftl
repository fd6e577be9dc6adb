### Als zugestellt gemeldet und nicht da: was der Paketdienst meldet, wo nachsehen, wie lange warten, die Reklamation.

# Was der Paketdienst sagt: Gerade daran wird ja gezweifelt.
claim-reported = { $Carrier } meldet: { $Subject } wurde { $at } { $in } zugestellt{ $handed ->
    [mailbox] {" "}und in den Briefkasten gelegt
    [front_door] {" "}und vor der Tür abgestellt
    [reception] {" "}und am Empfang abgegeben
    [household] {" "}und bei dir zu Hause angenommen
    [neighbour] {" "}und in der Nachbarschaft abgegeben
    [safe_place] {" "}und an einem sicheren Ort abgelegt
    [locker] {" "}und in einen Paketautomaten gelegt
    [pickup_point] {" "}und in einer Abholstelle übergeben
   *[none] {""}
}.

## Wo nachsehen

claim-look-mailbox = Siehst du noch einmal im Briefkasten nach und fragst zu Hause und in der Nachbarschaft? Briefkästen werden manchmal verwechselt.
claim-look-front-door = Siehst du rund um die Tür und hinter allem nach, was ein Paket verdeckt, und fragst dann in der Nachbarschaft und zu Hause?
claim-look-safe-place = Siehst du nach, wo jemand es geschützt ablegen würde (Schuppen, Garage, Terrasse, hinter den Tonnen), und fragst dann in der Nachbarschaft und zu Hause?
claim-look-reception = Fragst du am Empfang oder in der Poststelle nach, und bei allen, die deine Post abholen?
claim-look-neighbour = Fragst du nebenan und gegenüber, und siehst du im Briefkasten nach einer Benachrichtigungskarte?
claim-look-household = Fragst du alle zu Hause, und wer sonst manchmal für dich die Tür öffnet?
claim-look-locker = Suchst du die Nachricht mit dem Abholcode, öffnest damit das Fach und fragst, ob jemand zu Hause es schon abgeholt hat?
claim-look-pickup-point = Fragst du in der Abholstelle nach, und ob jemand es für dich abgeholt hat?
claim-look-signed = Sagt dir der Name etwas? Dann frag dort bitte nach: zu Hause, an einem Empfang oder in der Nachbarschaft.
claim-look-unknown = Siehst du im Briefkasten und überall nach, wo jemand es ablegen würde, und fragst dann in der Nachbarschaft und zu Hause?

## Wie lange warten, und was dann kommt

claim-then = Wenn es nirgends ist, nehme ich für unser Team eine Reklamation auf.
claim-wait = So eine Meldung kommt manchmal zu früh: Ist das Paket { $by } nicht bei dir, sag mir hier Bescheid, dann nehme ich eine Reklamation auf.
claim-looking = Lass dir Zeit. Sag mir hier, was du findest: Ist das Paket nirgends, nehme ich für unser Team eine Reklamation auf.
claim-looking-wait = Lass dir Zeit. Ist das Paket { $by } nicht bei dir, sag mir hier Bescheid, dann nehme ich eine Reklamation auf.
claim-waiting = Alles klar. Ist das Paket { $by } nicht bei dir, sag mir hier Bescheid, dann nehme ich die Reklamation auf.
claim-not-yet = Danke, dass du überall nachgesehen hast. So eine Meldung kommt manchmal zu früh, Warten lohnt sich also: Ist das Paket { $by } nicht bei dir, sag mir hier Bescheid, dann nehme ich die Reklamation auf. Wenn du nicht warten möchtest, geht es auch jetzt gleich.

## Welches Paket

claim-which = Welches fehlt?
claim-which-meant = Welches meinst du?

## Die Reklamation

claim-opened = Ich habe eine Reklamation aufgenommen: Referenz { $reference }. Darin steht, was { $carrier } meldet und was du mir gesagt hast. { $hours }
claim-opened-early = Ich habe deine Reklamation aufgenommen, ohne zu warten: Referenz { $reference }. { $hours } Taucht das Paket doch auf, sag mir Bescheid.
claim-found = Schön, dass es da ist. Wenn am Inhalt etwas nicht stimmt, sag mir einfach Bescheid.

## Der Zustellnachweis

proof-ask-carrier = Soll ich das veranlassen?
proof-asked = Ich habe die Bitte um den Zustellnachweis weitergegeben: Referenz { $reference }. { $hours }

## Schaltflächen: höchstens 20 Zeichen

button-claim-all = Alles nachgesehen
button-claim-later = Ich sehe nach
button-claim-now = Jetzt reklamieren
button-claim-wait = Ich warte noch
button-claim-order = Bestellung { $order }
