"""Show a site in the browser and again after each save.

Usage: ``python -m sphinxext.profile.command.live docs docs/_build/live``

The site stays in memory, so that an edited page is there at once.  Whatever could change what is in
memory itself (``conf.py``, code, a failed build) starts the program anew instead.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

from .serving import Server
from .warm import WarmSite

#: Milliseconds without a further change after which a build begins, and the most to wait for it.
_QUIET, _MOST = 10, 400

#: Milliseconds after which the watching tells that nothing changed.
_TURN = 250


def main(arguments: Sequence[str] | None = None) -> None:
    """Build, serve, watch."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _options(words)
    try:
        from watchfiles import DefaultFilter, watch
    except ImportError:
        sys.exit("live: a package is missing: python -m pip install 'sphinxext-profile[live]'")
    # Else it speaks of each save where the root logger does, as a11y-pygments (0.0.5) has it.
    logging.getLogger("watchfiles").setLevel(logging.WARNING)
    source, out = options.source.resolve(), options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    try:
        server = Server(out, options.port)
    except OSError as error:
        sys.exit(f"live: port {options.port}: {error.strerror}; --port 0 takes one that is free")
    places = [source, *(path.resolve() for path in options.watch)]
    found = watch(
        *places,
        watch_filter=DefaultFilter(ignore_paths=[out]),
        debounce=_MOST,
        step=_QUIET,
        rust_timeout=_TURN,
        yield_on_timeout=True,
    )
    next(found)  # from here on it sees what is saved, while the site is built as well
    site, problems = _begin(source, out, server.look, nitpicky=options.nitpicky)
    server.show(problems, only_pages=True)
    print(f"The site is at http://127.0.0.1:{server.port}/ (Ctrl+C ends this)", flush=True)
    for changes in found:
        if changes and (site is None or _is_code(path for _kind, path in changes)):
            server.close()
            for process in active_children():  # what an extension has running beside the site
                process.terminate()
                process.join()
            port = () if server.port == options.port else ("--port", str(server.port))
            os.execv(sys.executable, [sys.executable, "-m", __spec__.name, *words, *port])
        if changes and site is not None:
            only_pages = site.are_read(path for _kind, path in changes)
            site, problems = _again(site)
            server.show(problems, only_pages=only_pages)
        elif site is not None:
            site.rest()


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="live", description=__doc__.split("\n", 1)[0])
    parser.add_argument("source", type=Path, help="the folder with conf.py")
    parser.add_argument("out", type=Path, help="the folder for the built site")
    parser.add_argument("--port", type=int, default=8000, help="0 takes one that is free")
    parser.add_argument("--watch", type=Path, action="append", default=[], help="one more folder")
    parser.add_argument("--nitpicky", "-n", action="store_true", help="warn of unknown targets")
    return parser.parse_args(words)


def _begin(
    source: Path, out: Path, tell: Callable[[], None], *, nitpicky: bool
) -> tuple[WarmSite | None, str]:
    """Load the site and build it; return it, if all went well, and what there is to say."""
    settings = {"nitpicky": True} if nitpicky else {}
    try:
        site = WarmSite(source, out, tell, **settings)
    except Exception:
        return None, _failure()
    return _again(site)


def _again(site: WarmSite) -> tuple[WarmSite | None, str]:
    """Build what has changed."""
    start = time.perf_counter()
    try:
        problems = site.build()
    except Exception:
        return None, _failure()
    print(f"built in {time.perf_counter() - start:.2f} s", flush=True)
    return site, problems


def _failure() -> str:
    """Say in the terminal what stopped a build, and return it for the page."""
    words = traceback.format_exc()
    sys.stderr.write(words)
    return f"{words.strip().splitlines()[-1]}\n\n{words}"


def _is_code(paths: Iterable[str]) -> bool:
    """Tell whether what is in memory came from one of the files."""
    return any(path.endswith((".py", ".mo", "theme.conf", "theme.toml")) for path in paths)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
