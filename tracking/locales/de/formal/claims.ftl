### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

claim-reported = { $Carrier } meldet: { $Subject } wurde { $at } { $in } zugestellt{ $handed ->
    [mailbox] {" "}und in den Briefkasten gelegt
    [front_door] {" "}und vor der Tür abgestellt
    [reception] {" "}und am Empfang abgegeben
    [household] {" "}und bei Ihnen zu Hause angenommen
    [neighbour] {" "}und in der Nachbarschaft abgegeben
    [safe_place] {" "}und an einem sicheren Ort abgelegt
    [locker] {" "}und in einen Paketautomaten gelegt
    [pickup_point] {" "}und in einer Abholstelle übergeben
   *[none] {""}
}.
claim-look-mailbox = Sehen Sie noch einmal im Briefkasten nach und fragen zu Hause und in der Nachbarschaft? Briefkästen werden manchmal verwechselt.
claim-look-front-door = Sehen Sie rund um die Tür und hinter allem nach, was ein Paket verdeckt, und fragen dann in der Nachbarschaft und zu Hause?
claim-look-safe-place = Sehen Sie nach, wo jemand es geschützt ablegen würde (Schuppen, Garage, Terrasse, hinter den Tonnen), und fragen dann in der Nachbarschaft und zu Hause?
claim-look-reception = Fragen Sie am Empfang oder in der Poststelle nach, und bei allen, die Ihre Post abholen?
claim-look-neighbour = Fragen Sie nebenan und gegenüber, und sehen Sie im Briefkasten nach einer Benachrichtigungskarte?
claim-look-household = Fragen Sie alle zu Hause, und wer sonst manchmal für Sie die Tür öffnet?
claim-look-locker = Suchen Sie die Nachricht mit dem Abholcode, öffnen damit das Fach und fragen, ob jemand zu Hause es schon abgeholt hat?
claim-look-pickup-point = Fragen Sie in der Abholstelle nach, und ob jemand es für Sie abgeholt hat?
claim-look-signed = Sagt Ihnen der Name etwas? Dann fragen Sie dort bitte nach: zu Hause, an einem Empfang oder in der Nachbarschaft.
claim-look-unknown = Sehen Sie im Briefkasten und überall nach, wo jemand es ablegen würde, und fragen dann in der Nachbarschaft und zu Hause?
claim-wait = So eine Meldung kommt manchmal zu früh: Ist das Paket { $by } nicht bei Ihnen, sagen Sie mir hier Bescheid, dann nehme ich eine Reklamation auf.
claim-looking = Lassen Sie sich Zeit. Sagen Sie mir hier, was Sie finden: Ist das Paket nirgends, nehme ich für unser Team eine Reklamation auf.
claim-looking-wait = Lassen Sie sich Zeit. Ist das Paket { $by } nicht bei Ihnen, sagen Sie mir hier Bescheid, dann nehme ich eine Reklamation auf.
claim-waiting = Alles klar. Ist das Paket { $by } nicht bei Ihnen, sagen Sie mir hier Bescheid, dann nehme ich die Reklamation auf.
claim-not-yet = Danke, dass Sie überall nachgesehen haben. So eine Meldung kommt manchmal zu früh, Warten lohnt sich also: Ist das Paket { $by } nicht bei Ihnen, sagen Sie mir hier Bescheid, dann nehme ich die Reklamation auf. Wenn Sie nicht warten möchten, geht es auch jetzt gleich.
claim-which-meant = Welches meinen Sie?
claim-opened = Ich habe eine Reklamation aufgenommen: Referenz { $reference }. Darin steht, was { $carrier } meldet und was Sie mir gesagt haben. { $hours }
claim-opened-early = Ich habe Ihre Reklamation aufgenommen, ohne zu warten: Referenz { $reference }. { $hours } Taucht das Paket doch auf, sagen Sie mir Bescheid.
claim-found = Schön, dass es da ist. Wenn am Inhalt etwas nicht stimmt, sagen Sie mir einfach Bescheid.
