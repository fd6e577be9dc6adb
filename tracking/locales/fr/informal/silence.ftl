### Les mêmes textes en tutoyant : seulement ceux qui s’adressent à quelqu’un.

silence-stuck-asked = Pas de nouvelles de la douane depuis { $days } jours : si tu as déjà fait le nécessaire, notre équipe peut demander { part-to } ce qui manque.
