### Figura como entregado y no está: qué dice el transportista, dónde mirar, cuánto esperar, la reclamación.

# Lo que dice el transportista: de eso precisamente se duda.
claim-reported = { $Carrier } indica que entregó { $subject } { $in } { $at }{ $handed ->
    [mailbox] , en el buzón
    [front_door] , en la puerta
    [reception] , en la recepción
    [household] , a alguien que estaba en tu domicilio
    [neighbour] , a un vecino
    [safe_place] , en un lugar seguro
    [locker] , en una taquilla
    [pickup_point] , en un punto de recogida
   *[none] {""}
}.

## Dónde mirar

claim-look-mailbox = ¿Puedes mirar otra vez en el buzón y preguntar en casa y a los vecinos? A veces se confunden de buzón.
claim-look-front-door = ¿Puedes mirar alrededor de la puerta y detrás de lo que pueda tapar un paquete, y luego preguntar a los vecinos y en casa?
claim-look-safe-place = ¿Puedes mirar donde un repartidor lo dejaría a resguardo (cobertizo, garaje, porche, detrás de los cubos), y luego preguntar a los vecinos y en casa?
claim-look-reception = ¿Puedes preguntar en la recepción o en la sala de correo, y a quien suele recoger tus envíos?
claim-look-neighbour = ¿Puedes preguntar a los vecinos de al lado y de enfrente, y mirar si hay un aviso del repartidor en tu buzón?
claim-look-household = ¿Puedes preguntar a todos en casa, y a quien a veces abre la puerta por ti?
claim-look-locker = ¿Puedes buscar el mensaje con el código de recogida, abrir la taquilla y preguntar si alguien de casa ya lo ha recogido?
claim-look-pickup-point = ¿Puedes preguntar en el punto de recogida y ver si alguien lo ha recogido por ti?
claim-look-signed = ¿Te suena ese nombre? Si es así, pregúntale: en casa, en una recepción o en casa de un vecino.
claim-look-unknown = ¿Puedes mirar en el buzón y donde un repartidor pudiera dejarlo escondido, y luego preguntar a los vecinos y en casa?

## Cuánto esperar, y después

claim-then = Si no está en ningún sitio, abriré una reclamación con nuestro equipo.
claim-wait = Ese aviso a veces se adelanta: si no lo tienes { $by }, dímelo aquí y abriré una reclamación.
claim-looking = Tómate tu tiempo. Cuéntame aquí qué encuentras: si no está en ningún sitio, abriré una reclamación con nuestro equipo.
claim-looking-wait = Tómate tu tiempo. Si no lo tienes { $by }, dímelo aquí y abriré una reclamación con nuestro equipo.
claim-waiting = De acuerdo. Si no lo tienes { $by }, dímelo aquí y abriré la reclamación.
claim-not-yet = Gracias por mirar en todas partes. El aviso de entrega a veces se adelanta, así que vale la pena esperar: si no lo tienes { $by }, dímelo aquí y abriré la reclamación. Si prefieres no esperar, puedo registrarla ya.

## Qué paquete

claim-which = ¿Cuál falta?
claim-which-meant = ¿Cuál quieres decir?

## La reclamación

claim-opened = He abierto una reclamación con { $team }: referencia { $reference }. Recoge lo que indica { $carrier } y lo que me has contado. { $hours }
claim-opened-early = He registrado tu reclamación sin esperar: referencia { $reference }. { $hours } Si el paquete aparece, dímelo.
claim-found = Qué bien que haya aparecido. Si algo del contenido no está bien, dímelo.

## La prueba de entrega

proof-ask-carrier = ¿Se lo pido?
proof-asked = He pasado la petición de la prueba de entrega: referencia { $reference }. { $hours }

## Botones: 20 caracteres como máximo

button-claim-all = Ya lo he mirado todo
button-claim-later = Voy a mirar
button-claim-now = Reclamar ya
button-claim-wait = Voy a esperar
button-claim-order = Pedido { $order }
