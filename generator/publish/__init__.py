"""Pages → files, the data contract, and the checks of a built site."""

from generator.publish.contract import story_json
from generator.publish.directory import export
from generator.publish.verify import verify

__all__ = ["export", "story_json", "verify"]
