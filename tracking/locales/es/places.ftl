### Lugares y quién lo tiene, como frases que usan otros mensajes.

place = { $has ->
    [both] { $city } ({ $country })
    [city] { $city }
   *[country] { $country }
}
place-in-city = { $article ->
    [le] en Le { $city }
    [les] en Les { $city }
   *[none] en { $city }
}
place-in-city-of-country = { $incity } ({ $country })

# Lo que Unicode llama de otro modo que la gente.
country-name = { $code ->
    [CI] Costa de Marfil
    [CG] República del Congo
    [HK] Hong Kong
    [MM] Myanmar
    [MO] Macao
    [PS] Palestina
    [TL] Timor Oriental
    [UM] Islas Ultramarinas de Estados Unidos
    [VI] Islas Vírgenes de Estados Unidos
   *[other] { $name }
}
country-in = { $code ->
    [AC] en la isla de la Ascensión
    [AE] en los { $name }
    [AQ] en la { $name }
    [AX] en las islas Aland
    [BQ] en el { $name }
    [BS] en las { $name }
    [BV] en la isla Bouvet
    [CC] en las islas Cocos
    [CD] en la { $name }
    [CF] en la { $name }
    [CG] en la { $name }
    [CK] en las islas Cook
    [CP] en la isla Clipperton
    [CX] en la isla de Navidad
    [DO] en la { $name }
    [EH] en el { $name }
    [FK] en las islas Malvinas
    [FO] en las islas Feroe
    [GB] en el { $name }
    [GF] en la { $name }
    [GS] en las islas Georgia del Sur y Sandwich del Sur
    [HM] en las islas Heard y McDonald
    [IM] en la isla de Man
    [IN] en la { $name }
    [IO] en el { $name }
    [KY] en las islas Caimán
    [LB] en el { $name }
    [MH] en las islas Marshall
    [MP] en las islas Marianas del Norte
    [NF] en la isla Norfolk
    [NL] en los { $name }
    [PF] en la { $name }
    [PN] en las islas Pitcairn
    [SB] en las islas Salomón
    [TC] en las islas Turcas y Caicos
    [TF] en los { $name }
    [UM] en las { $name }
    [VA] en la { $name }
    [VG] en las islas Vírgenes Británicas
    [VI] en las islas Vírgenes de Estados Unidos
   *[other] en { $name }
}

carrier-unknown = el transportista
carrier-next = el siguiente transportista
carrier-before = el transportista anterior

subject = { $count ->
    [one] tu pedido { $order }
   *[other] tu pedido { $order } (paquete { $position } de { $count })
}
