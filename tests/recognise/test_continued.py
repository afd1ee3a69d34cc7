"""Names that go on after a comma, "and", a number or an ampersand, in sentences of our own, with the real language model."""

import pytest

WHOLE = [
    ("The plan of the Ministry of Environment, Forestry and Tourism failed.", "Ministry of Environment, Forestry and Tourism"),
    ("She works at the Centre for Research on Energy and Climate in Oslo.", "Centre for Research on Energy and Climate"),
    ("He leads the Nurses Federation of England and Wales today.", "Nurses Federation of England and Wales"),
    ("Drivers of Teamsters Local 47 marched in Lima.", "Teamsters Local 47"),
    ("The deputies of Movimento 7 Lune walked out.", "Movimento 7 Lune"),
    ("He appealed to the 9th Circuit Court of Appeals in June.", "9th Circuit Court of Appeals"),
    ("Their lawyers at Ash Rowe Venn & Tallis declined to comment.", "Ash Rowe Venn & Tallis"),
    ("Shares of Tallis Sunwear of Montana Inc. fell on Monday.", "Tallis Sunwear of Montana Inc."),
    ("They live in East Los Angeles with two dogs.", "East Los Angeles"),
    ("The tanker sank in the Gulf of Selaru on Monday.", "Gulf of Selaru"),
    ("They spoke of a Republic of Padrania that nobody knows.", "Republic of Padrania"),
    ("“It is late,” said Sophie in 't Velt, a member of the chamber.", "Sophie in 't Velt"),
    ("Goals came from Son Heung-jin and Ola Berg.", "Son Heung-jin"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), WHOLE)
def test_a_name_goes_on(mentions_of, sentence, name):
    assert name in [text for text, _ in mentions_of(sentence)]


NONE = [
    ("The Ministry of Trade and Ann Lee agreed.", "Ministry of Trade and Ann Lee"),
    ("A scientist of Utopia State University of the US agreed.", "Utopia State University of the US"),
    ("The Mines and Trade Ministry for Norvik agreed.", "Mines and Trade Ministry for Norvik"),
    ("Wearing Vosper again, she sang.", "Wearing Vosper"),
    ("The Bank of Japan and China agreed.", "Bank of Japan and China"),
    ("She thanked Local 12 percent of the time.", "Local 12"),
]


@pytest.mark.parametrize(("sentence", "name"), NONE)
def test_what_follows_may_be_another_name(mentions_of, sentence, name):
    assert name not in [text for text, _ in mentions_of(sentence)]
