"""The chores of the project, each by one name: `nox -l` lists them, `nox -s docs` runs one.

Each chore makes an environment of its own in `.nox/` and keeps it for the next time.  With
`--no-venv` it runs in the environment that is active and installs nothing there.  Whatever stands
after `--` goes to the tool: `nox -s tests -- -k dates`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2024.10"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "types", "layers", "tests", "docs"]

ROOT = Path(__file__).parent
SITE = "docs/_build"
TOOLS = ROOT / ".cache" / "browser"

BUILDERS = (
    *("html", "dirhtml", "singlehtml", "json", "epub", "latex", "text", "man", "texinfo"),
    *("xml", "pseudoxml", "linkcheck", "dummy", "gettext"),
)

# A Sphinx and the oldest Python that it runs on.
SPHINXES = {"8.1": "3.11", "8.2": "3.11", "9.0": "3.11", "9.1": "3.12", "9.2": "3.13"}
PYTHONS = ("3.11", "3.12", "3.13")
MATRIX = [
    nox.param(python, sphinx, id=f"python{python}-sphinx{sphinx}")
    for sphinx, oldest in SPHINXES.items()
    for python in PYTHONS
    if python >= oldest
]

#: Extensions that labs use beside this one.
NEIGHBOURS = (
    *("sphinx-needs", "ablog", "sphinx-tags", "sphinxcontrib-bibtex"),
    *("sphinx-gallery", "sphinx-tabs", "sphinx-copybutton"),
)


def install(session: nox.Session, *extras: str) -> None:
    """Install this package, editable, with *extras*; nothing in somebody else's environment."""
    if session.venv_backend != "none":
        session.install("-e", f".[{','.join(extras)}]")


def sphinx_build(session: nox.Session, builder: str, *options: str) -> None:
    """Build the site as strictly as the README does."""
    command = ("python", "-m", "sphinx", "-W", "-n", "-b", builder)
    session.run(*command, *options, "docs", f"{SITE}/{builder}")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site into docs/_build/html; a warning is a failure."""
    install(session, "docs")
    sphinx_build(session, "html", *session.posargs)


@nox.session
def live(session: nox.Session) -> None:
    """Show the site in a browser and again after each save: pages, .bib, data files, package."""
    install(session, "docs")
    session.run(
        # The folder docs/ is watched with all its files, so .bib and data files are too.
        *("python", "-m", "sphinxext.profile.command.live", "--nitpicky"),
        *("docs", f"{SITE}/live", "--watch", "sphinxext/profile", *session.posargs),
    )


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; with `-- --cov` the coverage is printed and held to the floor set for it."""
    install(session, "test")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format (`ruff check --fix` and `ruff format` mend most of it)."""
    install(session, "lint")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check", "--diff")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the package, strictly."""
    install(session, "lint")
    session.run("mypy", *session.posargs)


@nox.session
def layers(session: nox.Session) -> None:
    """Check that the rooms of the package import downwards only."""
    install(session, "lint")
    session.run("lint-imports", *session.posargs)


@nox.session
def builders(session: nox.Session) -> None:
    """Build the site with all of Sphinx's builders, or those named after `--`."""
    install(session, "docs")
    # Sphinx (9.0) warns where this file of an earlier run is in its way.
    (ROOT / SITE / "json" / "environment.pickle").unlink(missing_ok=True)
    for builder in session.posargs or BUILDERS:
        # Addresses outside the site change without us: `nox -s links` asks for them.
        offline = ("-D", "linkcheck_ignore=https?://") if builder == "linkcheck" else ()
        # Sphinx reads pages in a way of its own for gettext.
        doctrees = f"{SITE}/doctrees{'-gettext' if builder == 'gettext' else ''}"
        sphinx_build(session, builder, "-d", doctrees, *offline)


@nox.session
def links(session: nox.Session) -> None:
    """Ask for every address that the site names (needs the network)."""
    install(session, "docs")
    sphinx_build(session, "linkcheck", *session.posargs)


@nox.session
@nox.parametrize("python,sphinx", MATRIX)
def matrix(session: nox.Session, sphinx: str) -> None:
    """Run the tests with each Python and Sphinx; a deprecation in our code is a failure."""
    session.install("-e", ".[test]", f"sphinx=={sphinx}.*")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Build labs that were changed at random (`-- --builds 10000 --seed 1`)."""
    install(session, "test")
    session.run("python", "-m", "tests.fuzz.runs", *session.posargs)


@nox.session
def lock(session: nox.Session) -> None:
    """Pin all that development uses, with hashes, for each Python and system."""
    session.install("uv")
    extras = [word for extra in ("dev", "pictures", "styles") for word in ("--extra", extra)]
    session.run(
        *(
            "uv",
            "pip",
            "compile",
            "--quiet",
            "--upgrade",
            "--universal",
            "--python-version",
            "3.11",
        ),
        *("--generate-hashes", "--no-header", "--no-annotate", *extras),
        *("--output-file", ".github/requirements.txt", "pyproject.toml"),
    )


@nox.session
def licences(session: nox.Session) -> None:
    """Write the table of licences of docs/develop/dependencies.md."""
    install(session, "test", "styles", "pictures")
    session.run("python", "-m", "tests.support.licences")


@nox.session
def report(session: nox.Session) -> None:
    """Build all hostile cases and write the table of docs/develop/threat-model.md."""
    install(session, "test")
    session.run("python", "-m", "tests.hostile.report")


@nox.session
def guards(session: nox.Session) -> None:
    """Take each guard against hostile input out: its cases must fail (`-- WORDS` for some)."""
    install(session, "test", "styles")
    session.run("python", "-m", "tests.hostile.guards", *session.posargs)


@nox.session
def themes(session: nox.Session) -> None:
    """Build a lab with furo, alabaster, sphinx-book-theme and sphinx_rtd_theme."""
    # sphinx-book-theme pins an older pydata-sphinx-theme: not to be mixed with the other chores.
    session.install("-e", ".[test]", "furo", "alabaster", "sphinx-book-theme", "sphinx_rtd_theme")
    session.run("python", "-m", "pytest", "tests/test_themes.py", env={"THEMES_REQUIRED": "1"})


@nox.session
def neighbours(session: nox.Session) -> None:
    """Build our pages beside those of seven other extensions, with every builder."""
    session.install("-e", ".[test]", *NEIGHBOURS)
    options = session.posargs or ["tests/neighbours"]
    session.run("python", "-m", "pytest", *options, env={"NEIGHBOURS_REQUIRED": "1"})


@nox.session(python="3.11")
def oldest(session: nox.Session) -> None:
    """Run the tests with the oldest releases that the package says it works with."""
    session.install("-e", ".[test]", "-c", "tests/oldest.txt")
    # The site itself is built with what is pinned, and uses newer docutils.
    session.run("python", "-m", "pytest", "--ignore", "tests/site", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Look at the built site in a real Chromium: accessibility, requests, sizes, no script."""
    install(session, "docs", "test", "browser")
    if not (ROOT / SITE / "html" / "index.html").exists():
        sphinx_build(session, "html")
    TOOLS.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "tests" / "browser" / name, TOOLS / name)
    session.run("npm", "ci", "--no-audit", "--no-fund", "--prefix", str(TOOLS), external=True)
    tests = session.posargs or ["tests/browser"]
    session.run("python", "-m", "pytest", *tests, env={"BROWSER_REQUIRED": "1"})


@nox.session
def pictures(session: nox.Session) -> None:
    """Take anew the small pictures that the browser checks compare; look at each of them then."""
    install(session, "docs", "test", "browser")
    sphinx_build(session, "html")
    session.run("python", "-m", "tests.browser.screenshots", "--known")


@nox.session
def lighthouse(session: nox.Session) -> None:
    """Measure the built site with Lighthouse (`-- RUNS`) and write benchmarks/lighthouse.md."""
    install(session, "docs", "test", "browser")
    sphinx_build(session, "html")
    session.run("python", "-m", "benchmarks.lighthouse", *session.posargs)


@nox.session
def screenshots(session: nox.Session) -> None:
    """Write pictures of the built site's pages to a folder (`-- FOLDER [PAGE …]`)."""
    install(session, "docs", "test", "browser")
    session.run("python", "-m", "tests.browser.screenshots", *session.posargs)


@nox.session
def benchmark(session: nox.Session) -> None:
    """Measure labs against peers, small ones unless `-- --people 100`; see docs/develop."""
    install(session, "docs")
    if session.venv_backend != "none":
        session.install("sphinx-needs")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session
def messages(session: nox.Session) -> None:
    """Gather the words of the interface into the catalogue and compile its translations."""
    install(session)
    locale = "sphinxext/profile/locale"
    catalogue = ("--domain", "profile", "--input-file", f"{locale}/profile.pot")
    session.run(
        *("pybabel", "-q", "extract", "--keyword", "__", "--no-location", "--sort-output"),
        *("--project", "sphinxext-profile", "--copyright-holder", "its developers"),
        *("--output", f"{locale}/profile.pot", "sphinxext/profile"),
    )
    session.run(
        *("pybabel", "-q", "update", *catalogue, "--output-dir", locale),
        *("--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"),
    )
    session.run("pybabel", "-q", "compile", "--domain", "profile", "--directory", locale)


@nox.session
def vocabulary(session: nox.Session) -> None:
    """Write schema.org's vocabulary for the tests anew, from npm (`-- 2.1.0` for a release)."""
    release = session.posargs[0] if session.posargs else "latest"
    folder = Path(session.create_tmp()).resolve()
    command = ("npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder))
    session.run(*command, f"schema-dts@{release}", external=True)
    package = folder / "node_modules" / "schema-dts"
    session.run("python", "tests/data/schema_org/derive.py", str(package))


@nox.session
def package(session: nox.Session) -> None:
    """Build the wheel and the source archive (`-- FOLDER`), import the wheel by a neighbour."""
    session.install("build", "twine")
    folder = Path(*session.posargs or (session.create_tmp(), "dist")).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(folder))
    session.run("twine", "check", "--strict", *map(str, sorted(folder.iterdir())))
    session.install("--force-reinstall", str(next(folder.glob("*.whl"))), "sphinxext-opengraph")
    with session.chdir(folder):
        session.run("python", "-c", "import sphinxext.opengraph, sphinxext.profile as p; print(p)")
