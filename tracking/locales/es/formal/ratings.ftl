### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

rating-ask = Una última cosa, si quiere: ¿qué tal le he ayudado?
rating-ask-person = Si quiere: ¿qué tal le ha ayudado nuestro equipo?
