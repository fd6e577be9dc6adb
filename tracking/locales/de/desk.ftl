### Der Arbeitsplatz des Teams: was das Team liest, nie eine Kundin oder ein Kunde. Ruhig und kurz.

desk-name = Serviceplatz
desk-skip = Zum Inhalt springen
desk-nav = Bereiche
desk-nav-queue = Warteschlange
desk-live-on = Aktuell
desk-live-off = Keine Verbindung: Was du siehst, ist vielleicht veraltet
desk-language = Sprache
desk-language-browser = Wie im Browser
desk-save = Speichern
desk-close = Schließen
desk-role-reader = nur lesen
desk-role-agent = Service
desk-role-lead = Leitung

## Anmelden

desk-sign-in = Anmelden
desk-sign-in-title = Serviceplatz
desk-sign-in-failed = Der Name oder das Passwort stimmt nicht, oder es waren zu viele Versuche. In einer Viertelstunde kannst du es wieder probieren.
desk-sign-in-help = Noch kein Konto oder das Passwort vergessen? Wer den Serviceplatz betreut, kann eins setzen.
desk-sign-out = Abmelden
desk-login = Anmeldename
desk-password = Passwort

## Was nicht geht

desk-refused = Das geht nicht
desk-refused-role = Dein Konto darf das nicht. Wenn du es brauchst, frag, wer den Serviceplatz betreut.
desk-refused-form = Diese Seite war zu lange offen. Geh zurück, lade sie neu und probier es noch einmal: Es wurde nichts geändert.
desk-refused-site = Das kam von einer anderen Website, darum wurde nichts geändert.
desk-refused-size = Das ist länger, als der Serviceplatz annimmt. Es wurde nichts geändert.
desk-missing = Unter dieser Adresse gibt es nichts
desk-back-to-queue = Zurück zur Warteschlange

## Tasten

desk-keys = Tastatur
desk-key-move = nächster und voriger
desk-key-open = öffnen
desk-key-search = suchen
desk-key-queue = zur Warteschlange
desk-key-help = diese Hilfe
desk-keys-on = Tastenkürzel verwenden

## Warteschlange

desk-queue = Warteschlange
desk-views = Ansichten
desk-view-active = Alle offenen
desk-view-mine = Meine
desk-view-unassigned = Ohne Bearbeiter
desk-view-waiting = Warten auf Kunden
desk-view-snoozed = Zurückgestellt
desk-view-solved = Gelöst
desk-search = Fälle suchen
desk-search-placeholder = Bestellung, Sendung, E-Mail, Name
desk-search-title = Gefundene Fälle zu „{ $text }“
desk-search-none = Kein Fall passt. Such nach der ganzen Bestell- oder Sendungsnummer, der ganzen E-Mail-Adresse, drei Buchstaben des Namens oder der Fallnummer.
desk-search-end = Zurück zu den Ansichten
desk-filters = Filter
desk-filter-kind = Anliegen
desk-filter-urgency = Dringlichkeit
desk-filter-channel = Kanal
desk-filter-language = Sprache
desk-filter-label = Etikett
desk-filter-any = alle
desk-filter-apply = Anwenden
desk-filter-clear = Filter löschen
desk-urgency-0 = Niedrig
desk-urgency-1 = Normal
desk-urgency-2 = Hoch
desk-urgency-3 = Dringend
desk-state-new = Neu
desk-state-open = Offen
desk-state-waiting-for-shopper = Wartet auf Kunden
desk-state-snoozed = Zurückgestellt
desk-state-solved = Gelöst
desk-channel-website = Website
desk-channel-telegram = Telegram
desk-channel-whatsapp = WhatsApp
desk-channel-rest = Test
desk-channel-none = Ohne Chat
desk-no-order = keine Bestellung
desk-nobody = niemand
desk-you = du
desk-late = überfällig seit { $time }
desk-due-in = noch { $time }
desk-back-at = wieder da: { $at }
desk-solved-at = gelöst: { $at }
desk-older = Nächste Seite
desk-newest = Erste Seite
desk-page-gone = Diese Seite der Liste gibt es nicht mehr; hier ist die erste.
desk-empty-active = Nichts ist offen. Gut gemacht.
desk-empty-mine = Auf dich wartet nichts. Was noch niemand übernommen hat, steht unter „Ohne Bearbeiter“.
desk-empty-unassigned = Alles ist vergeben.
desk-empty-waiting = Nichts wartet auf Kundschaft.
desk-empty-snoozed = Nichts ist zurückgestellt.
desk-empty-solved = Es wurde noch nichts gelöst.
desk-empty-filtered = In dieser Ansicht passt nichts zu den Filtern.
