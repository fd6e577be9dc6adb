### When the team is there, and by when somebody answers. $Team is the shop's own name for it, with a capital.

# How the team is called in the middle of a sentence, where the shop does not say.
hours-team = our team

hours-open = { $Team } is here right now.
hours-open-answer = { $Team } is here right now; you can expect an answer { $by }.
hours-closed = { $Team } isn’t here at the moment and will be back { $opens }.
# $same: the answer comes on the day that they are back, which is not today.
hours-closed-answer = { $Team } isn’t here at the moment and will be back { $opens }; you can expect an answer { $same ->
    [yes] by { $time } that day
   *[no] { $by }
}.
