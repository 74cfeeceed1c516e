"""The word lists by which facts are proposed: verbs that carry a noun, verbs that avert, prepositions by role."""

from __future__ import annotations

from annotations.lemmas import listed

LIGHT = listed(  # "carried out strikes": the noun says what was done
    """conduct carry launch unleash mount stage perform make undertake begin start continue order hold sign reach have
    suffer sustain cause claim"""
)
CARRIED = listed(
    "target launch fire conduct occur happen take kill hit strike"
)  # verbs that go with a noun's fact
HAPPENING = listed("occur happen take come begin")
AVERTING = listed("deter prevent avoid avert stop cease counter fear halt end condemn denounce call")
ONLY_VERBS = listed(  # triggers that as nouns are no event
    """say tell target fire state name report sink burn sign level crater claim station fund grant replace describe
    shell bomb shoot blame add record launch pay buy meet call visit send"""
)
INTRANSITIVE = listed("die drown collapse resign")
AIMED = listed("fire launch shoot throw")  # what is their object is the instrument
TO_PATIENT = listed("on against at into upon toward towards onto")
TO_PLACE = listed("in near at on off across over outside inside within aboard")
