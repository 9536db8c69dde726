"""Which release of another package is installed: older ones have faults that are not ours."""

from __future__ import annotations

from importlib.metadata import version

from packaging.version import Version


def before(package: str, release: str) -> bool:
    """Tell whether an older release of a package is installed."""
    return Version(version(package)) < Version(release)
