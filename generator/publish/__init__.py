"""Pages → files, the data contract, and the checks of a built site."""

from generator.publish.contract import story_json
from generator.publish.directory import export
from generator.publish.verify import Sources, verify

__all__ = ["Sources", "export", "story_json", "verify"]
