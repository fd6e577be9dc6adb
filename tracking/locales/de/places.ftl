### Orte, und wer es hat: Wendungen, die andere Texte verwenden.

place = { $has ->
    [both] { $city } ({ $country })
    [city] { $city }
   *[country] { $country }
}
place-in-city = { $article ->
    [le] in Le { $city }
    [les] in Les { $city }
   *[none] in { $city }
}
place-in-city-of-country = { $incity } ({ $country })

# Was bei Unicode anders heißt als bei den Leuten.
country-name = { $code ->
    [BN] Brunei
    [CD] Demokratische Republik Kongo
    [CG] Republik Kongo
    [CI] Elfenbeinküste
    [CV] Kap Verde
    [HK] Hongkong
    [MO] Macau
    [PS] Palästina
    [TL] Osttimor
    [US] USA
   *[other] { $name }
}
# Der Dativ: „in der Schweiz“, „in den Niederlanden“, „im Vereinigten Königreich“.
country-in = { $code ->
    [AC] auf { $name }
    [AE] in den Vereinigten Arabischen Emiraten
    [AG] auf { $name }
    [AI] auf { $name }
    [AQ] in der { $name }
    [AW] auf { $name }
    [AX] auf den { $name }
    [BB] auf { $name }
    [BL] auf { $name }
    [BM] auf { $name }
    [BQ] in der Karibik (Niederlande)
    [BS] auf den { $name }
    [BV] auf der { $name }
    [CC] auf den { $name }
    [CD] in der Demokratischen Republik Kongo
    [CF] in der Zentralafrikanischen Republik
    [CG] in der { $name }
    [CH] in der { $name }
    [CI] in der { $name }
    [CK] auf den { $name }
    [CP] auf der { $name }
    [CU] auf { $name }
    [CW] auf { $name }
    [CX] auf der { $name }
    [CY] auf { $name }
    [DG] auf { $name }
    [DM] auf { $name }
    [DO] in der Dominikanischen Republik
    [EH] in der { $name }
    [FJ] auf { $name }
    [FK] auf den { $name }
    [FO] auf den Färöern
    [GB] im Vereinigten Königreich
    [GD] auf { $name }
    [GG] auf { $name }
    [GP] auf { $name }
    [GS] auf Südgeorgien und den Südlichen Sandwichinseln
    [GU] auf { $name }
    [HM] auf Heard und den McDonaldinseln
    [HT] auf { $name }
    [IC] auf den Kanarischen Inseln
    [IM] auf der { $name }
    [IO] im Britischen Territorium im Indischen Ozean
    [IQ] im { $name }
    [IR] im { $name }
    [JE] auf { $name }
    [JM] auf { $name }
    [KM] auf den { $name }
    [KN] auf { $name }
    [KY] auf den { $name }
    [LB] im { $name }
    [LC] auf { $name }
    [MD] in der { $name }
    [MF] auf { $name }
    [MG] auf { $name }
    [MH] auf den { $name }
    [MN] in der { $name }
    [MP] auf den Nördlichen Marianen
    [MQ] auf { $name }
    [MS] auf { $name }
    [MT] auf { $name }
    [MU] auf { $name }
    [MV] auf den { $name }
    [NF] auf der { $name }
    [NL] in den Niederlanden
    [NR] auf { $name }
    [NU] auf { $name }
    [OM] im { $name }
    [PH] auf den { $name }
    [PM] auf { $name }
    [PN] auf den { $name }
    [PR] in { $name }
    [RE] auf { $name }
    [SB] auf den { $name }
    [SC] auf den { $name }
    [SD] im { $name }
    [SH] auf { $name }
    [SJ] auf { $name }
    [SK] in der { $name }
    [SS] im { $name }
    [SX] auf { $name }
    [TA] auf { $name }
    [TC] auf den { $name }
    [TD] im { $name }
    [TF] in den Französischen Süd- und Antarktisgebieten
    [TR] in der { $name }
    [TT] auf { $name }
    [TV] auf { $name }
    [UA] in der { $name }
    [UM] auf den Amerikanischen Überseeinseln
    [US] in den { $name }
    [VA] in der { $name }
    [VC] auf St. Vincent und den Grenadinen
    [VG] auf den Britischen Jungferninseln
    [VI] auf den Amerikanischen Jungferninseln
    [VU] auf { $name }
    [WF] auf { $name }
    [XK] im { $name }
    [YE] im { $name }
    [YT] auf { $name }
   *[other] in { $name }
}

carrier-unknown = der Paketdienst
carrier-next = der nächste Paketdienst
carrier-before = der vorige Paketdienst

subject = { $count ->
    [one] deine Bestellung { $order }
   *[other] deine Bestellung { $order } (Paket { $position } von { $count })
}
