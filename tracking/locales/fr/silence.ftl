### Ce que veut dire le silence. $until, $from, $because et $days viennent d’ailleurs.

silence-because-weekend = (le week-end ne compte pas)
silence-because-sunday = (le dimanche ne compte pas)
silence-because-holiday = ({ $day } est férié { $in })

silence-normal-preparing = La préparation prend un ou deux jours ouvrés : ne pas avoir de nouvelles { $until } est normal { $because }.
silence-normal-promised-later = La livraison est promise pour plus tard : ne pas avoir de nouvelles { $until } est normal { $because }.
silence-normal-waiting-for-carrier = Le transporteur passe d’habitude sous un ou deux jours ouvrés : ne pas avoir de nouvelles { $until } est normal { $because }.
silence-normal-line-haul = Sur ce trajet, un colis n’est scanné que tous les { $shortest } à { $longest } jours ouvrés : ne pas avoir de nouvelles { $until } est normal { $because }.
silence-normal-customs = La douane prend souvent { $shortest } à { $longest } jours ouvrés : ne pas avoir de nouvelles { $until } est normal { $because }.
silence-normal-asked = La douane attend ce qu’elle a demandé ; d’ici là, ne pas avoir de nouvelles est normal.
silence-normal-return = Un retour prend { $shortest } à { $longest } jours ouvrés : ne pas avoir de nouvelles { $until } est normal { $because }.
silence-normal-other = À ce stade, ne pas avoir de nouvelles { $until } est normal { $because }.

silence-late = { $days ->
    [0] La prochaine nouvelle se fait attendre ; si rien ne vient, notre équipe pourra se renseigner { $from }.
    [one] Pas de nouvelles depuis un jour, plus que d’habitude à ce stade ; si rien ne vient, notre équipe pourra se renseigner { $from }.
   *[other] Pas de nouvelles depuis { $days } jours, plus que d’habitude à ce stade ; si rien ne vient, notre équipe pourra se renseigner { $from }.
}
silence-stuck = { $holder ->
    [shop] Rien n’a bougé chez nous depuis { $days } jours, et c’est trop : notre équipe peut chercher pourquoi.
    [customs] Pas de nouvelles de la douane depuis { $days } jours, et c’est trop : notre équipe peut contacter { $carrier } pour savoir ce qu’elle attend.
   *[carrier] Pas de nouvelles depuis { $days } jours, et c’est trop : notre équipe peut relancer { $carrier }.
}
silence-stuck-asked = Pas de nouvelles de la douane depuis { $days } jours : si vous avez déjà fait le nécessaire, notre équipe peut demander { part-to } ce qui manque.
silence-stuck-opened = { $holder ->
    [shop] Rien n’a bougé chez nous depuis { $days } jours, et c’est beaucoup trop : notre équipe prend le dossier en main.
    [customs] Pas de nouvelles de la douane depuis { $days } jours, et c’est beaucoup trop : notre équipe prend le dossier en main.
   *[carrier] Pas de nouvelles depuis { $days } jours, et c’est beaucoup trop : notre équipe prend le dossier en main.
}
silence-lost = Pas de nouvelles depuis { $days } jours : nous devons considérer le colis comme perdu, et notre équipe prend le dossier en main avec { $carrier }.
