### Lieux et détenteurs, en groupes de mots que d’autres messages utilisent.

place = { $has ->
    [both] { $city } ({ $country })
    [city] { $city }
   *[country] { $country }
}
place-in-city = { $article ->
    [le] au { $city }
    [les] aux { $city }
   *[none] à { $city }
}
place-in-city-of-country = { $incity } ({ $country })

country-name = { $code ->
    [CD] République démocratique du Congo
    [CG] République du Congo
    [HK] Hong Kong
    [MM] Myanmar
    [MO] Macao
    [PS] Palestine
    [VA] Vatican
   *[other] { $name }
}
country-in = { $code ->
    [AC] sur l’île de l’Ascension
    [AE] aux { $name }
    [AG] à { $name }
    [AI] à { $name }
    [AS] aux { $name }
    [AW] à { $name }
    [AX] aux îles Åland
    [BB] à la { $name }
    [BD] au { $name }
    [BF] au { $name }
    [BH] à { $name }
    [BI] au { $name }
    [BJ] au { $name }
    [BL] à { $name }
    [BM] aux { $name }
    [BN] au { $name }
    [BQ] aux { $name }
    [BR] au { $name }
    [BS] aux { $name }
    [BT] au { $name }
    [BV] sur l’île Bouvet
    [BW] au { $name }
    [BZ] au { $name }
    [CA] au { $name }
    [CC] aux îles Cocos
    [CK] aux îles Cook
    [CL] au { $name }
    [CM] au { $name }
    [CR] au { $name }
    [CU] à { $name }
    [CV] au { $name }
    [CW] à { $name }
    [CX] sur l’île Christmas
    [CY] à { $name }
    [DG] à Diego Garcia
    [DJ] à { $name }
    [DK] au { $name }
    [DM] à la { $name }
    [EA] à Ceuta et Melilla
    [EH] au { $name }
    [FJ] aux { $name }
    [FK] aux îles Malouines
    [FO] aux îles Féroé
    [GA] au { $name }
    [GB] au { $name }
    [GD] à la { $name }
    [GG] à { $name }
    [GH] au { $name }
    [GI] à { $name }
    [GL] au { $name }
    [GT] au { $name }
    [GU] à { $name }
    [GY] au { $name }
    [HK] à { $name }
    [HM] aux îles Heard-et-MacDonald
    [HN] au { $name }
    [HT] à { $name }
    [IC] aux îles Canaries
    [IM] sur l’île de Man
    [IO] dans le { $name }
    [JE] à { $name }
    [JP] au { $name }
    [KE] au { $name }
    [KG] au { $name }
    [KH] au { $name }
    [KI] aux { $name }
    [KM] aux { $name }
    [KN] à { $name }
    [KW] au { $name }
    [KY] aux îles Caïmans
    [KZ] au { $name }
    [LA] au { $name }
    [LB] au { $name }
    [LC] à { $name }
    [LI] au { $name }
    [LK] au { $name }
    [LR] au { $name }
    [LS] au { $name }
    [LU] au { $name }
    [MA] au { $name }
    [MC] à { $name }
    [ME] au { $name }
    [MF] à { $name }
    [MG] à { $name }
    [MH] aux îles Marshall
    [ML] au { $name }
    [MM] au { $name }
    [MO] à { $name }
    [MP] aux îles Mariannes du Nord
    [MS] à { $name }
    [MT] à { $name }
    [MU] à { $name }
    [MV] aux { $name }
    [MW] au { $name }
    [MX] au { $name }
    [MZ] au { $name }
    [NE] au { $name }
    [NF] sur l’île Norfolk
    [NG] au { $name }
    [NI] au { $name }
    [NL] aux { $name }
    [NP] au { $name }
    [NR] à { $name }
    [NU] à { $name }
    [OM] à { $name }
    [PA] au { $name }
    [PE] au { $name }
    [PH] aux { $name }
    [PK] au { $name }
    [PM] à { $name }
    [PN] aux îles Pitcairn
    [PR] à { $name }
    [PT] au { $name }
    [PW] aux { $name }
    [PY] au { $name }
    [QA] au { $name }
    [RE] à { $name }
    [RW] au { $name }
    [SB] aux îles Salomon
    [SC] aux { $name }
    [SD] au { $name }
    [SG] à { $name }
    [SH] à { $name }
    [SJ] au { $name }
    [SM] à { $name }
    [SN] au { $name }
    [SR] au { $name }
    [SS] au { $name }
    [ST] à { $name }
    [SV] au { $name }
    [SX] à { $name }
    [TA] à Tristan da Cunha
    [TC] aux îles Turques-et-Caïques
    [TD] au { $name }
    [TF] dans les { $name }
    [TG] au { $name }
    [TJ] au { $name }
    [TK] aux { $name }
    [TL] au { $name }
    [TM] au { $name }
    [TO] aux { $name }
    [TT] à { $name }
    [TV] aux { $name }
    [TW] à { $name }
    [UM] aux îles mineures éloignées des États-Unis
    [US] aux { $name }
    [VA] au { $name }
    [VC] à { $name }
    [VE] au { $name }
    [VG] aux îles Vierges britanniques
    [VI] aux îles Vierges des États-Unis
    [VN] au { $name }
    [VU] au { $name }
    [WF] à { $name }
    [WS] aux { $name }
    [XK] au { $name }
    [YE] au { $name }
    [YT] à { $name }
    [ZW] au { $name }
   *[other] en { $name }
}

carrier-unknown = le transporteur
carrier-next = le transporteur suivant
carrier-before = le transporteur précédent

subject = { $count ->
    [one] votre commande { $order }
   *[other] votre commande { $order } (colis { $position } sur { $count })
}
