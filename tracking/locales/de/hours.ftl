### Wann das Team da ist und bis wann jemand antwortet. $Team: wie der Shop es nennt, großgeschrieben.

# Wie das Team mitten im Satz heißt, wenn der Shop nichts sagt.
hours-team = unser Team

hours-open = { $Team } ist gerade da.
hours-open-answer = { $Team } ist gerade da; du kannst { $by } mit einer Antwort rechnen.
hours-closed = { $Team } ist gerade nicht da und { $opens } zurück.
# $same: die Antwort kommt an dem Tag, an dem sie zurück sind, und der ist nicht heute.
hours-closed-answer = { $Team } ist gerade nicht da und { $opens } zurück; du kannst { $same ->
    [yes] an diesem Tag bis { $time }
   *[no] { $by }
} mit einer Antwort rechnen.
