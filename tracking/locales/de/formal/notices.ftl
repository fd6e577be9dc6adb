### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

notice-given = Ich schreibe Ihnen hier, sobald sich bei Bestellung { $order } etwas tut. Antworten Sie { $word }, und ich höre auf.
notice-given-chat = Ich hinterlasse Ihnen in diesem Chat eine Nachricht, sobald sich bei Bestellung { $order } etwas tut: Sie sehen sie, wenn Sie wiederkommen. Antworten Sie { $word }, und ich höre auf.
notice-held = Das ist schon notiert: Ich sage Ihnen hier Bescheid, sobald sich bei Bestellung { $order } etwas tut. Antworten Sie { $word }, und ich höre auf.
notice-over = Da kommt nichts mehr, also muss ich Ihnen dazu auch nicht schreiben.
notices-stopped = Erledigt: Von mir kommen keine Nachrichten mehr dazu. Fragen Sie mich, wann Sie wollen.
notices-none = Ich schicke Ihnen gerade keine Nachrichten von mir aus, es gibt also nichts abzubestellen. Die des Paketdienstes können Sie dort abbestellen.
notice-end = Antworten Sie { $word }, und ich schicke keine weiteren Nachrichten.
button-notify-me = Bescheid geben
