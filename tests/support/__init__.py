"""What the tests share: small source trees, builds of them, and readers of what was built."""

from tests.support.builders import BUILDERS, WORDY_BUILDERS
from tests.support.lab import Build, Lab, build_subprocess
from tests.support.reading import squash, strip_colors, text_of, words_in

__all__ = [
    "BUILDERS",
    "WORDY_BUILDERS",
    "Build",
    "Lab",
    "build_subprocess",
    "squash",
    "strip_colors",
    "text_of",
    "words_in",
]
