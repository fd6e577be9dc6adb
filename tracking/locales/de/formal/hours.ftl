### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

hours-open-answer = { $Team } ist gerade da; Sie können { $by } mit einer Antwort rechnen.
hours-closed-answer = { $Team } ist gerade nicht da und { $opens } zurück; Sie können { $same ->
    [yes] an diesem Tag bis { $time }
   *[no] { $by }
} mit einer Antwort rechnen.
