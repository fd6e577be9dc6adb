### The desk: a conversation, its case and its parcel. The team reads this, never a shopper.


## What stands where

desk-talk-conversation = Gespräch
desk-talk-parts = Auf dieser Seite
desk-talk-back = Liste
desk-talk-parcels = Pakete
desk-talk-case = Fall
desk-talk-shopper = Kunde

## What was said

desk-talk-author-shopper = Kunde
desk-talk-author-bot = Assistent
desk-talk-author-person = Team
desk-talk-author-system = Hinweis
desk-talk-tapped = getippt
desk-talk-marked = als falsch markiert
desk-talk-with-card = Mit der Paketkarte
desk-talk-not-answered = Noch nicht beantwortet
desk-talk-nothing-said = Noch hat niemand etwas gesagt.
desk-talk-nobody-asked = Danach hat noch niemand gefragt: Der Fall wurde eröffnet, weil vom Paket nichts mehr kam.
desk-talk-more-before = Nur die letzten { $count } Zeilen sind zu sehen.
desk-talk-details = Details
desk-talk-understood = Verstanden als { $intent }
desk-talk-confidence = zu { $percent } % sicher
desk-talk-evidence = Unterstrichene Sätze beruhen auf Ereignissen des Pakets: Zeig auf einen, um sie zu sehen.
desk-talk-no-evidence = Kein Satz dieser Antwort lässt sich auf ein Ereignis des Pakets zurückführen.
desk-talk-rests-on = { $count ->
    [one] Beruht auf einem Ereignis
   *[other] Beruht auf { $count } Ereignissen
}
desk-talk-mark = Der Assistent lag falsch
desk-talk-mark-undo = Es war doch richtig
desk-talk-mark-intent = Was gemeint war
desk-talk-mark-unknown = unklar, oder richtig verstanden
desk-talk-mark-comment = Was falsch war

## How far a reply got

desk-talk-delivery-read = Gelesen
desk-talk-delivery-delivered = Zugestellt
desk-talk-delivery-sent = Gesendet
desk-talk-delivery-held = Wartet, bis der Chat offen ist
desk-talk-delivery-waiting = Wird gesendet
desk-talk-delivery-unconfirmed = Ob es ankam, weiß niemand; es wird nicht noch einmal gesendet.
desk-talk-delivery-failed = Nicht zugestellt.
desk-talk-problem-refused = Die Plattform hat es abgelehnt.
desk-talk-problem-window-closed = Seit der letzten Nachricht waren mehr als 24 Stunden vergangen.
desk-talk-problem-undeliverable = Dort ist niemand mehr zu erreichen.
desk-talk-problem-unsupported = Die App auf der anderen Seite kann es nicht anzeigen.
desk-talk-problem-account = Das Konto des Shops bei der Plattform ist nicht in Ordnung.
desk-talk-problem-gave-up = Die Plattform hat auch nach mehreren Versuchen nicht geantwortet.

## Who answers

desk-talk-held-by-bot = Hier antwortet der Assistent.
desk-talk-held-by-you = Hier antwortest du.
desk-talk-held-by = Hier antwortet { $name }.
desk-talk-held-since = Seit { $at }.
desk-talk-writing = { $name } antwortet gerade …
desk-talk-window-open = WhatsApp nimmt freien Text bis { $until } (noch { $left }).
desk-talk-window-closed = Seit { $at } nimmt WhatsApp hier keinen freien Text mehr. Sobald wieder geschrieben wird, kannst du antworten.
desk-talk-closed-now = Außerhalb der Öffnungszeiten. Wer schreibt, liest: „{ $hours }“
desk-talk-agreed = Schon vereinbart, von { $by }: { $text }
desk-talk-canned = Vorbereitete Antwort
desk-talk-canned-choose = auswählen …
desk-talk-reply-label = Antwort an { $name }
desk-talk-reply-label-unknown = Antwort schreiben
desk-talk-send = Senden
desk-talk-hand-back = An den Assistenten zurückgeben
desk-talk-hand-back-agreed = Was vereinbart wurde, in der Sprache des Gesprächs
desk-talk-hand-back-hint = Das steht dann im Gespräch und in jedem späteren Fall. Darf leer bleiben.
desk-talk-draft-kept = Nicht gesendet, für dich aufgehoben
desk-talk-take-over = Übernehmen
desk-talk-take-over-hint = Im Gespräch steht dann, dass jetzt { $name } antwortet; der Assistent schweigt.
desk-talk-take-from = Von { $name } übernehmen
desk-talk-take-from-hint = { $name } ist dran. Frag lieber vorher.

## The parcel beside it

desk-talk-order = Bestellung { $order }
desk-talk-placed = aufgegeben { $at }
desk-talk-promised = zugesagt bis { $at }
desk-talk-follow = Seite des Zustelldienstes
desk-talk-timeline = Alles, was gemeldet wurde
desk-talk-repeated = noch einmal gemeldet, oder zählt nicht
desk-talk-known-since = bekannt seit { $at }
desk-talk-promises = Termine des Zustelldienstes
desk-talk-no-events = Noch wurde nichts gemeldet.
desk-talk-no-parcel = Noch kein Paket.
desk-talk-no-order = Hier ist keine Bestellung nachgewiesen, darum steht hier keine.

## The case

desk-talk-reason = Eröffnet, weil
desk-talk-reason-asked-for = ein Mensch gewünscht war
desk-talk-reason-failed-twice = der Assistent zweimal nicht half
desk-talk-reason-gave-up = der Assistent keine Antwort hatte
desk-talk-reason-upset = jemand verärgert ist
desk-talk-reason-threshold = das Paket einen Menschen braucht
desk-talk-reason-disclosure-failed = der Nachweis zu oft misslang
desk-talk-reason-claim = etwas reklamiert wird
desk-talk-reason-change = etwas geändert werden soll
desk-talk-reason-return = etwas zurückgehen soll
desk-talk-waiting = Wartet seit
desk-talk-due = Antwort bis
desk-talk-overdue = { $by } zu spät
desk-talk-snoozed-until = Zurückgestellt bis
desk-talk-outcome = Ergebnis
desk-talk-outcome-answered = Beantwortet
desk-talk-outcome-done = Erledigt wie gewünscht
desk-talk-outcome-not-possible = Nicht möglich
desk-talk-outcome-no-answer = Niemand meldete sich mehr
desk-talk-outcome-duplicate = Doppelt
desk-talk-outcome-moved = Das Paket ist wieder unterwegs
desk-talk-assignee = Bei
desk-talk-opened = Eröffnet
desk-talk-confirmed = Im Gespräch bestätigt
desk-talk-unconfirmed = Begonnen, nicht bestätigt
desk-talk-assign-me = Mir zuweisen
desk-talk-assign = Zuweisen
desk-talk-solve = Lösen
desk-talk-solve-hand-back = und das Gespräch an den Assistenten zurückgeben
desk-talk-reopen = Wieder öffnen
desk-talk-snooze = Zurückstellen
desk-talk-wake = Jetzt zurückholen
desk-talk-snooze-until = Bis
desk-talk-snooze-at = oder zu einer eigenen Zeit
desk-talk-snooze-hours = { $count ->
    [one] in einer Stunde
   *[other] in { $count } Stunden
}
desk-talk-snooze-days = { $count ->
    [one] in einem Tag
   *[other] in { $count } Tagen
}
desk-talk-snooze-opening = wenn das Team wieder da ist: { $at }
desk-talk-labels = Etiketten
desk-talk-label-new = Neues Etikett
desk-talk-label-add = Hinzufügen
desk-talk-label-remove = Etikett { $label } entfernen
desk-talk-notes = Private Notizen
desk-talk-notes-private = Das liest nur das Team.
desk-talk-note-new = Neue Notiz
desk-talk-note-save = Notiz speichern
desk-talk-trail = Was mit dem Fall geschah
desk-talk-by-bot = Der Assistent
desk-talk-by-store = Die Uhr
desk-talk-did-opened = hat ihn eröffnet
desk-talk-did-joined = wurde noch einmal danach gefragt
desk-talk-did-assigned = hat ihn { $to } gegeben
desk-talk-did-unassigned = hat ihn an alle zurückgegeben
desk-talk-did-state = hat ihn auf „{ $to }“ gesetzt
desk-talk-did-urgency = hat die Dringlichkeit auf „{ $to }“ gesetzt
desk-talk-did-labelled = hat das Etikett „{ $label }“ angebracht
desk-talk-did-unlabelled = hat das Etikett „{ $label }“ entfernt
desk-talk-did-note = hat eine Notiz geschrieben
desk-talk-did-answered = hat geantwortet
desk-talk-did-moved = sah, dass das Paket wieder unterwegs ist

## The shopper

desk-talk-name = Name
desk-talk-reached-by = Erreichbar über
desk-talk-not-reached = noch nichts
desk-talk-language = Sprache
desk-talk-email = E-Mail
desk-talk-phone = Telefon
desk-talk-not-proven = Noch ist nichts nachgewiesen: Sag vorher nichts über eine Bestellung.
desk-talk-whole-conversation = Nur das Gespräch
desk-talk-other-cases = Andere Fälle dieses Gesprächs
desk-talk-other-orders = Andere Bestellungen mit derselben E-Mail-Adresse
desk-talk-other-talks = Andere Gespräche über diese Bestellungen

## What could not be done

desk-talk-stale = { $name } hat diesen Fall geändert ({ $at }): { $what }. Deine Änderung wurde nicht gemacht; so sieht er jetzt aus.
desk-talk-stale-unknown = Dieser Fall wurde inzwischen geändert. Deine Änderung wurde nicht gemacht; so sieht er jetzt aus.
desk-talk-held-by-other = { $name } hat dieses Gespräch seit { $at }, darum wurde nichts gesendet.
desk-talk-not-held = Das Gespräch hat der Assistent: Übernimm es zuerst.
desk-talk-too-late = Mehr als 24 Stunden nach der letzten Nachricht nimmt WhatsApp keinen freien Text; es wurde nichts gesendet.
desk-talk-already-open = { $reference } ist für dasselbe offen: Bearbeite den.
desk-talk-wrong = So geht es nicht: Etwas fehlt, ist zu lang oder schon vorbei. Es wurde nichts geändert.

## Keys

desk-talk-key-reply = antworten
desk-talk-key-note = private Notiz
desk-talk-key-solve = lösen
desk-talk-key-take = übernehmen

## Training review

desk-training-title = Durchsicht fürs Training
desk-training-none = Es ist nichts markiert. Öffne in einem Gespräch die Details einer Antwort, um sie zu markieren.
desk-training-intro = Antworten, die das Team falsch fand, die neuesten zuerst.
desk-training-said = Gesagt wurde
desk-training-answered = Der Assistent antwortete
desk-training-understood = Verstanden als
desk-training-wanted = Gemeint war
desk-training-comment = Anmerkung
desk-training-by = Markiert von
desk-training-export = Als Trainingsdaten herunterladen
desk-training-export-hint = Nur Nachrichten mit einer Absicht; Bestellnummern, Adressen und andere persönliche Daten sind ersetzt. Lies sie noch einmal, bevor du sie aufnimmst.
