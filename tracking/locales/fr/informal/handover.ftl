### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

hand-over = J’ai passé le relais à { $team }, avec tout ce que je sais. Ta référence est { $reference }. { $hours }
hand-over-again = { $Team } a ta demande { $since }, sous la référence { $reference }. { $hours }
hand-over-again-due = { $Team } a ta demande { $since }, sous la référence { $reference }, et tu peux compter sur une réponse { $by }.
hand-over-again-late = { $Team } a ta demande { $since }, sous la référence { $reference }. Tu devrais déjà avoir une réponse, j’en suis désolé : l’équipe voit que tu attends toujours.
handover-failed = Je n’arrive pas à t’aider là-dessus, et je ne veux pas te faire tourner en rond. J’ai transmis notre échange à { $team } : ta référence est { $reference }. { $hours }
handover-failed-again = Je ne peux pas t’aider non plus avec ce message, mais { $team } l’a aussi, sous la référence { $reference }. Puis-je regarder une commande pour toi en attendant ?
handover-upset = Je comprends ton agacement, et j’en suis désolé. J’ai transmis ta demande en priorité à { $team } : ta référence est { $reference }. { $hours }
handover-gave-up = Quelque chose n’a pas marché de notre côté et je ne peux pas répondre à ce message. Je l’ai transmis à { $team } : ta référence est { $reference }. { $hours }
handover-joined = { $name }, de { $shop }, vient d’arriver et te répond désormais ici.
handover-back = { $name } a quitté la conversation, et c’est de nouveau moi, l’assistant automatique. Puis-je regarder quelque chose pour toi ?
handover-back-agreed = { $name } a quitté la conversation, et c’est de nouveau moi, l’assistant automatique. Voici ce qui a été convenu : « { $agreed } »
