### Places and who has it, as phrases that other messages use.

place = { $has ->
    [both] { $city }, { $country }
    [city] { $city }
   *[country] { $country }
}
# A town whose name begins with an article is given without it: “Havre” with the article “le”.
place-in-city = { $article ->
    [le] in Le { $city }
    [les] in Les { $city }
   *[none] in { $city }
}
place-in-city-of-country = { $incity }, { $country }

# What Unicode calls otherwise than people do.
country-name = { $code ->
    [CD] Democratic Republic of the Congo
    [CG] Republic of the Congo
    [HK] Hong Kong
    [MM] Myanmar
    [MO] Macao
    [PS] Palestine
   *[other] { $name }
}
country-in = { $code ->
    [AE] in the { $name }
    [AX] in the { $name }
    [BQ] in the { $name }
    [BS] in the { $name }
    [CC] in the { $name }
    [CD] in the { $name }
    [CF] in the { $name }
    [CG] in the { $name }
    [CK] in the { $name }
    [DO] in the { $name }
    [FK] in the { $name }
    [FO] in the { $name }
    [GB] in the { $name }
    [GM] in the { $name }
    [HM] in the { $name }
    [IC] in the { $name }
    [IM] on the { $name }
    [IO] in the { $name }
    [KM] in the { $name }
    [KY] in the { $name }
    [MH] in the { $name }
    [MP] in the { $name }
    [MV] in the { $name }
    [NL] in the { $name }
    [PH] in the { $name }
    [PN] in the { $name }
    [SB] in the { $name }
    [SC] in the { $name }
    [TC] in the { $name }
    [TF] in the { $name }
    [UM] in the { $name }
    [US] in the { $name }
    [VG] in the { $name }
    [VI] in the { $name }
   *[other] in { $name }
}

carrier-unknown = the carrier
carrier-next = the next carrier
carrier-before = the previous carrier

subject = { $count ->
    [one] your order { $order }
   *[other] your order { $order } (parcel { $position } of { $count })
}
