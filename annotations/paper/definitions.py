"""The figures of agreement in words, each with where its definition comes from (docs/agreement.md has them at length)."""

from __future__ import annotations

REFERENCES = {
    "Bender & Friedman 2018": "E. M. Bender, B. Friedman, Data statements for natural language processing, "
    "Transactions of the ACL 6 (2018) 587-604.",
    "Gebru et al. 2021": "T. Gebru et al., Datasheets for datasets, Communications of the ACL 64 (2021) 86-92.",
    "Cohen 1960": "J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological "
    "Measurement 20 (1960) 37-46.",
    "Light 1971": "R. J. Light, Measures of response agreement for qualitative data, Psychological Bulletin 76 "
    "(1971) 365-377.",
    "Fleiss 1971": "J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 "
    "(1971) 378-382.",
    "Krippendorff 1995": "K. Krippendorff, On the reliability of unitizing continuous data, Sociological "
    "Methodology 25 (1995) 47-76.",
    "Krippendorff 2011": "K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).",
    "van Rijsbergen 1979": "C. J. van Rijsbergen, Information Retrieval (1979).",
    "Hripcsak & Rothschild 2005": "G. Hripcsak, A. Rothschild, Agreement, the F-measure, and reliability in "
    "information retrieval, J Am Med Inform Assoc 12 (2005) 296-298.",
    "Efron & Tibshirani 1993": "B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993).",
    "Wilson 1927": "E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of "
    "the American Statistical Association 22 (1927) 209-212.",
}
DEFINITIONS = (  # what a figure is called, what it means, whose definition it is
    ("F1, exact", "spans with the same start, end and label", "van Rijsbergen 1979"),
    (
        "F1, micro and macro",
        "over all together; the mean of those of each label or type",
        "van Rijsbergen 1979",
    ),
    ("F1, labels ignored", "spans with the same start and end", "van Rijsbergen 1979"),
    ("F1 as agreement", "each annotator taken as the other's key", "Hripcsak & Rothschild 2005"),
    ("F1, overlap", "a span is hit when it shares a character with one of its label", "van Rijsbergen 1979"),
    ("kappa", "over tokens; a token has the label of the longest span on it, or none", "Cohen 1960"),
    ("kappa, O left out", "over the tokens that somebody has labelled", "Cohen 1960"),
    ("Light's kappa", "the mean of the kappas of all pairs, for three annotators and more", "Light 1971"),
    ("Fleiss' kappa", "of all annotators at once; of two it is Scott's pi", "Fleiss 1971"),
    ("alpha, nominal", "over tokens, no label being a value too", "Krippendorff 2011"),
    (
        "alpha, unitizing",
        "over units of text, for each label by itself; united: overlapping spans of one annotator, made one before",
        "Krippendorff 1995",
    ),
    (
        "facts: F1, trigger",
        "facts of the two paired by their trigger, whatever the type",
        "van Rijsbergen 1979",
    ),
    ("facts: F1, type", "facts with one trigger and one type", "van Rijsbergen 1979"),
    (
        "facts: F1, all roles",
        "facts with one trigger, one type and the same fillers throughout",
        "van Rijsbergen 1979",
    ),
    ("facts: F1, fillers", "same role and bounds, over the facts with one trigger", "van Rijsbergen 1979"),
    (
        "facts: F1, values",
        "values that mean the same, over the fillers that are the same",
        "van Rijsbergen 1979",
    ),
    ("facts: kappa", "modality or negation, over the facts with one trigger", "Cohen 1960"),
    ("95 % interval", "percentile bootstrap, the articles resampled 1,000 times", "Efron & Tibshirani 1993"),
)
ALWAYS = ("Bender & Friedman 2018",)
OF_AGREEMENT = tuple(dict.fromkeys(source for _, _, source in DEFINITIONS))
OF_SHARES = ("Wilson 1927",)
OF_DATASHEET = ("Gebru et al. 2021",)
