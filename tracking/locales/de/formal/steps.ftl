### Dasselbe mit „Sie“: nur die Texte, in denen jemand angesprochen wird.

next-departure = Als Nächstes macht sich das Paket auf den Weg zu Ihnen
next-local-depot = Als Nächstes kommt das Paket ins Depot in Ihrer Nähe
next-doorstep = Falls Sie den Zusteller verpassen, steht in der Sendungsverfolgung, wann er wiederkommt oder wo das Paket liegt
next-pickup = Dort wird das Paket nur eine begrenzte Zeit aufbewahrt, gehen Sie also am besten bald hin
next-coming-back = Sobald das Paket wieder bei uns ist, klärt unser Team mit Ihnen, wie es weitergeht
next-shop-settles = Unser Team klärt mit Ihnen, wie es weitergeht
when-shop = wir haben es Ihnen { $by } zugesagt
when-overdue-shop = wir hatten es Ihnen { $by } zugesagt, und der Termin ist vorbei
eta-no-date = Einen verlässlichen Termin kann ich Ihnen nicht nennen.
todo-pickup = Nehmen Sie bitte einen Ausweis und die Abholnachricht { part-from } mit.
