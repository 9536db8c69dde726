"""What is called from a shell: programs around Sphinx, which know none of the other rooms."""
