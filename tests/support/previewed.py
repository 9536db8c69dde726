"""A page of one person and a list, as the live preview is tried with."""

CONF = "extensions = ['sphinxext.profile']\nhtml_theme = 'basic'\n"
PERSON = "# Ada Park\n\n:::{{profile}} Ada Park\n:id: ada\n:role: {role}\n:::\n"
PEOPLE = "# People\n\n:::{people}\n:::\n\n```{toctree}\nada\n```\n"
