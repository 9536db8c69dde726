"""What we know: frozen records of people, organizations, events, projects and papers.

Standard library only.  No Sphinx, no docutils, no reading of files.
"""
