### La aduana: por qué retiene un paquete y a quién le toca actuar (`why-…`), cuánto cuesta (`costs-…`), qué hace el
### cliente (`todo-…`, solo si nadie más puede), cuánto tarda (`takes-…`) y qué pasa si nadie hace nada (`unless-…`,
### a continuación). Los dos últimos van sin punto final. $shortest a $longest: días laborables una vez cumplido
### lo que se pide; $least a $most: días hasta que se devuelve.

why-customs-inspection = La aduana lo ha elegido para un control, como hace con algunos paquetes, y por ahora solo ella puede actuar.
why-customs-documents-missing = A la aduana le faltan papeles sobre el contenido del paquete, y eres tú quien puede enviarlos.
why-customs-invoice-missing = A la aduana le falta la factura, y nos toca a nosotros enviarla.
why-customs-duties-due = La aduana pide aranceles o impuestos, que normalmente paga quien recibe el paquete.
why-customs-id-required = La aduana tiene que asegurarse de para quién es el paquete, así que pide tu documento de identidad.
why-customs-valuation = La aduana está comprobando el valor declarado, y por ahora solo ella puede actuar.
why-customs-prohibited = Según la aduana, algo de lo que contiene no puede entrar en el país, y nos toca a nosotros resolverlo.
why-customs-no-reason-given = { $Carrier } no ha dado ningún motivo; a menudo es un control de rutina, y por ahora solo la aduana puede actuar.

todo-customs-documents-missing = Busca un mensaje o una carta { part-of } sobre esto y envía los papeles que pide; si no te ha llegado nada, dímelo y alguien del equipo se encargará.
todo-customs-duties-due = Paga el importe que te pide { $carrier }, en su propia web o en su aplicación; si no te ha llegado ninguna solicitud o ya lo pagaste al comprar, dímelo y alguien del equipo se encargará.
todo-customs-id-required = Busca la solicitud { part-of } y envía tu documento de identidad como indica; si no te ha llegado nada, dímelo y alguien del equipo se encargará.

takes-customs-inspection = El control suele durar de { $shortest } a { $longest } días laborables, y después la aduana lo deja pasar o dice qué falta
takes-customs-documents-missing = Con los papeles, la aduana suele decidir en un plazo de { $shortest } a { $longest } días laborables
takes-customs-invoice-missing = Con la factura, la aduana suele decidir en un plazo de { $shortest } a { $longest } días laborables
takes-customs-duties-due = Una vez pagado, la aduana suele dejarlo pasar en un plazo de { $shortest } a { $longest } días laborables
takes-customs-id-required = Cuando sepa para quién es, la aduana suele dejarlo pasar en un plazo de { $shortest } a { $longest } días laborables
takes-customs-valuation = La aduana suele fijar el valor en un plazo de { $shortest } a { $longest } días laborables, y después lo deja pasar o pide aranceles
takes-customs-prohibited = La aduana suele tardar de { $shortest } a { $longest } días laborables en decidir si sigue adelante, vuelve a nosotros o se destruye
takes-customs-no-reason-given = Una retención así suele durar de { $shortest } a { $longest } días laborables, y después la aduana lo deja pasar o dice qué falta

unless-customs-inspection = tú no tienes que hacer nada mientras no lo pida
unless-customs-documents-missing = sin ellos, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-customs-invoice-missing = sin ella, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-customs-duties-due = si nadie paga, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-customs-id-required = si no hay respuesta, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-customs-valuation = si te pregunta cuánto pagaste, envíale la confirmación del pedido: sin respuesta, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }
unless-customs-prohibited = si no se resuelve, lo suelen devolver o destruir al cabo de { $least } a { $most } días{ $deadline }
unless-customs-no-reason-given = si pide algo y nadie responde, lo suelen devolver al cabo de { $least } a { $most } días{ $deadline }

costs-customs-duties-due = { $eu ->
    [yes] En la UE suele ser el IVA, del 17 al 27{"\u00A0"}% según el país, más aranceles, casi siempre 3{"\u00A0"}€ por cada tipo de artículo hasta 150{"\u00A0"}€ de valor; los transportistas suelen añadir de 5 a 25{"\u00A0"}€ por la gestión.
   *[no] Suele ser el impuesto de importación del país y, para algunos artículos, aranceles; los transportistas suelen añadir un cargo por la gestión, en muchos países el equivalente de 5 a 25{"\u00A0"}€.
}
costs-customs-valuation = Por ahora no hay nada que pagar; si la aduana fija un valor más alto, suben con él los impuestos y los aranceles.
costs-none = Por ahora nadie ha pedido ningún importe.

## Preguntan por la aduana y no está allí

customs-cleared = Ya ha pasado la aduana: lo dejó salir { $at }.
customs-ahead = Todavía no está en la aduana, pero aún tiene que pasar por ella.
customs-none = No está en la aduana: en su camino no pasa por ninguna.
customs-not-now = En este momento no está en la aduana.
customs-none-of-them = En este momento ninguno de estos paquetes está en la aduana.
