### Lo mismo con «usted»: solo los textos que se dirigen a alguien.

claim-reported = { $Carrier } indica que entregó { $subject } { $in } { $at }{ $handed ->
    [mailbox] , en el buzón
    [front_door] , en la puerta
    [reception] , en la recepción
    [household] , a alguien que estaba en su domicilio
    [neighbour] , a un vecino
    [safe_place] , en un lugar seguro
    [locker] , en una taquilla
    [pickup_point] , en un punto de recogida
   *[none] {""}
}.
claim-look-mailbox = ¿Puede mirar otra vez en el buzón y preguntar en casa y a los vecinos? A veces se confunden de buzón.
claim-look-front-door = ¿Puede mirar alrededor de la puerta y detrás de lo que pueda tapar un paquete, y luego preguntar a los vecinos y en casa?
claim-look-safe-place = ¿Puede mirar donde un repartidor lo dejaría a resguardo (cobertizo, garaje, porche, detrás de los cubos), y luego preguntar a los vecinos y en casa?
claim-look-reception = ¿Puede preguntar en la recepción o en la sala de correo, y a quien suele recoger sus envíos?
claim-look-neighbour = ¿Puede preguntar a los vecinos de al lado y de enfrente, y mirar si hay un aviso del repartidor en su buzón?
claim-look-household = ¿Puede preguntar a todos en casa, y a quien a veces abre la puerta por usted?
claim-look-locker = ¿Puede buscar el mensaje con el código de recogida, abrir la taquilla y preguntar si alguien de casa ya lo ha recogido?
claim-look-pickup-point = ¿Puede preguntar en el punto de recogida y ver si alguien lo ha recogido por usted?
claim-look-signed = ¿Le suena ese nombre? Si es así, pregúntele: en casa, en una recepción o en casa de un vecino.
claim-look-unknown = ¿Puede mirar en el buzón y donde un repartidor pudiera dejarlo escondido, y luego preguntar a los vecinos y en casa?
claim-wait = Ese aviso a veces se adelanta: si no lo tiene { $by }, dígamelo aquí y abriré una reclamación.
claim-looking = Tómese su tiempo. Cuénteme aquí qué encuentra: si no está en ningún sitio, abriré una reclamación con nuestro equipo.
claim-looking-wait = Tómese su tiempo. Si no lo tiene { $by }, dígamelo aquí y abriré una reclamación con nuestro equipo.
claim-waiting = De acuerdo. Si no lo tiene { $by }, dígamelo aquí y abriré la reclamación.
claim-not-yet = Gracias por mirar en todas partes. El aviso de entrega a veces se adelanta, así que vale la pena esperar: si no lo tiene { $by }, dígamelo aquí y abriré la reclamación. Si prefiere no esperar, puedo registrarla ya.
claim-which-meant = ¿Cuál quiere decir?
claim-opened = He abierto una reclamación con { $team }: referencia { $reference }. Recoge lo que indica { $carrier } y lo que me ha contado. { $hours }
claim-opened-early = He registrado su reclamación sin esperar: referencia { $reference }. { $hours } Si el paquete aparece, dígamelo.
claim-found = Qué bien que haya aparecido. Si algo del contenido no está bien, dígamelo.
