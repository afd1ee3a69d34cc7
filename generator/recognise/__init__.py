"""Article → sentences, mentions and dates: what the text names, before anybody decides who is meant."""

from generator.recognise.dates import find_dates
from generator.recognise.linguist import Linguist, Reading, parsed
from generator.recognise.mentions import find_mentions

__all__ = ["Linguist", "Reading", "find_dates", "find_mentions", "parsed"]
