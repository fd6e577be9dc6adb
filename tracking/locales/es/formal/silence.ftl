### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

silence-stuck-asked = Llevamos { $days } días sin noticias de la aduana: si ya ha hecho su parte, nuestro equipo puede preguntar { part-to } qué falta.
