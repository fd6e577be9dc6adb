### Bescheid sagen, dass sich ein Paket bewegt hat, wenn jemand darum gebeten hat.

## Worum gebeten wurde

notice-given = Ich schreibe dir hier, sobald sich bei Bestellung { $order } etwas tut. Antworte { $word }, und ich höre auf.
notice-given-chat = Ich hinterlasse dir in diesem Chat eine Nachricht, sobald sich bei Bestellung { $order } etwas tut: Du siehst sie, wenn du wiederkommst. Antworte { $word }, und ich höre auf.
notice-held = Das ist schon notiert: Ich sage dir hier Bescheid, sobald sich bei Bestellung { $order } etwas tut. Antworte { $word }, und ich höre auf.
notice-now = Im Moment: { $line }
notice-over = Da kommt nichts mehr, also muss ich dir dazu auch nicht schreiben.
notices-stopped = Erledigt: Von mir kommen keine Nachrichten mehr dazu. Frag mich, wann du willst.
notices-none = Ich schicke dir gerade keine Nachrichten von mir aus, es gibt also nichts abzubestellen. Die des Paketdienstes kannst du dort abbestellen.

## Was neben der Neuigkeit noch gesagt wird

notice-several = Neues von { $count } Paketen der Bestellung { $order }:
notice-end = Antworte { $word }, und ich schicke keine weiteren Nachrichten.

# Wörter, die die Nachrichten beenden, wenn sie allein dastehen, durch Kommas getrennt; das erste wird genannt.
notice-stop-words = STOPP, STOP, ABMELDEN, ABBESTELLEN

## Knöpfe: höchstens 20 Zeichen

button-notify-me = Sag mir Bescheid
button-stop-notifications = Nicht mehr melden
